"""One name, one label in an article: a surname belongs to the person whose full name stands somewhere in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc, Token

from generator.language.lexicons import Lexicons
from generator.language.shapes import is_capitalized
from generator.language.viterbi import Entity

PROPER = frozenset({"NNP", "NNPS", ""})  # tags of a name; "" where there are none
DETERMINERS = frozenset({"DT", "PRP$"})
MISSED_FOR_ONE = 2  # of a single word: places where it is no name for each where it is one
SHORTEST_REPEATED = 3  # characters of a one-word name that is looked for elsewhere

Known = dict[tuple[int, str], str]  # (number of tokens, text) -> label


def agree_on_labels(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> list[Entity]:
    """The same words get the label that most of their mentions have; names of persons own their last word."""
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for start, end, label in entities:
        votes[doc[start:end].text][label] += 1
    surnames = _surnames(doc, entities, lexicons)
    return [
        (start, end, _label(doc[start:end].text, label, votes, surnames, lexicons)) for start, end, label in entities
    ]


def _label(text: str, label: str, votes: dict[str, Counter[str]], surnames: set[str], lexicons: Lexicons) -> str:
    if text in lexicons.phrases and lexicons.phrases[text] != "CITY":
        return label
    if text in surnames:
        return "PERSON"
    return max(sorted(votes[text]), key=votes[text].__getitem__)


def _surnames(doc: Doc, entities: Iterable[Entity], lexicons: Lexicons) -> set[str]:
    """Last words of full names, and single words after a form of address."""
    persons = [(start, end) for start, end, label in entities if label == "PERSON"]
    found = {doc[start:end].text.split()[-1] for start, end in persons if len(doc[start:end].text.split()) > 1}
    addressed = (start for start, end in persons if start and doc[start - 1].lower_.rstrip(".") in lexicons.honorifics)
    by_start = dict(persons)
    return found | {doc[start : by_start[start]].text for start in addressed}


def widen_to_known(doc: Doc, entities: list[Entity], _lexicons: Lexicons) -> list[Entity]:
    """A part of a name is the whole name where the whole stands around it: the "No" of "No Kwang Chol" begins a sentence."""
    lengths: dict[str, set[int]] = defaultdict(set)
    for start, end, _ in entities:
        lengths[doc[start:end].text].add(end - start)
    taken = {token: entity for entity in entities for token in range(entity[0], entity[1])}
    return [_widest(doc, entity, lengths, taken) for entity in entities]


def _widest(doc: Doc, entity: Entity, lengths: dict[str, set[int]], taken: dict[int, Entity]) -> Entity:
    start, end, label = entity
    sizes = sorted({size for found in lengths.values() for size in found if size > end - start}, reverse=True)
    for size in sizes:
        for first in (end - size, start):
            fits = first >= 0 and first + size <= len(doc) and size in lengths.get(doc[first : first + size].text, ())
            if fits and all(taken.get(token, entity) == entity for token in range(first, first + size)):
                return first, first + size, label
    return entity


def find_repetitions(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> list[Entity]:
    """Names that were found once are names wherever the article repeats them as names."""
    known = _known_names(doc, entities, lexicons)
    taken = {token for start, end, _ in entities for token in range(start, end)}
    added: list[Entity] = []
    for token in doc:
        found = _known_at(doc, token.i, known) if is_capitalized(token.text) else None
        if found and taken.isdisjoint(range(*found[:2])) and _is_used_as_name(doc, found, lexicons):
            added.append(found)
            taken.update(range(*found[:2]))
    return sorted(entities + _often_enough(doc, entities, added))


def _known_at(doc: Doc, start: int, known: Known) -> Entity | None:
    """The longest known name that begins at a token."""
    for length in sorted({length for length, _ in known}, reverse=True):
        end = start + length
        label = known.get((length, doc[start:end].text)) if end <= len(doc) else None
        if label:
            return start, end, label
    return None


def _is_used_as_name(doc: Doc, entity: Entity, lexicons: Lexicons) -> bool:
    """Not "a Fenwick", "the Fenwick" of a person, "Fenwick 4", nor one word out of a longer run of proper nouns."""
    start, end, label = entity
    before, after = doc[start - 1] if start else None, doc[end] if end < len(doc) else None
    if doc[end - 1].tag_ not in PROPER:
        return False
    if end - start > 1:
        return True
    if before is not None and (before.lower_ in ("a", "an") or (label == "PERSON" and before.tag_ in DETERMINERS)):
        return False
    if after is not None and after.like_num:
        return False
    return doc[start].lower_ not in lexicons.titles and not _is_inside_run(doc, start)


def _is_inside_run(doc: Doc, number: int) -> bool:
    """Whether a word with a capital hangs on this one from the left, or this one on such a word to its right."""
    left = doc[number - 1] if number else None
    if left is not None and _is_proper(left) and not left.is_sent_start and left.head.i == number:
        return True
    return number + 1 < len(doc) and _is_proper(doc[number + 1]) and doc[number].head.i == number + 1


def _is_proper(token: Token) -> bool:
    return is_capitalized(token.text) and token.tag_ in PROPER - {""}


def _often_enough(doc: Doc, entities: list[Entity], added: list[Entity]) -> list[Entity]:
    """Without the single words that are names in less than a third of the places where they have a capital."""
    tagged = Counter(doc[start:end].text for start, end, _ in entities)
    tagged.update(doc[end - 1].text for start, end, label in entities if label == "PERSON" and end - start > 1)
    missed = Counter(doc[start:end].text for start, end, _ in added)
    return [
        (start, end, label)
        for start, end, label in added
        if end - start > 1 or missed[doc[start].text] <= MISSED_FOR_ONE * tagged[doc[start].text]
    ]


def _known_names(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> Known:
    """A single word counts only if it is not the first of a sentence everywhere."""
    known: Known = {}
    for start, end, label in entities:
        text = doc[start:end].text
        is_sure = end - start > 1 or (len(text) >= SHORTEST_REPEATED and not doc[start].is_sent_start)
        if is_sure and is_capitalized(text):
            known.setdefault((end - start, text), label)
    for surname in sorted(_surnames(doc, entities, lexicons)):
        if len(surname) >= SHORTEST_REPEATED and surname.isalpha():
            known.setdefault((1, surname), "PERSON")
    return known
