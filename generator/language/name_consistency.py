"""One name, one label in an article: a surname belongs to the person whose full name stands somewhere in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc

from generator.language.lexicons import Lexicons
from generator.language.shapes import is_capitalized
from generator.language.viterbi import Entity

SHORTEST_REPEATED = 3  # characters of a one-word name that is looked for elsewhere


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


def find_repetitions(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> list[Entity]:
    """Names that were found once are names wherever the article repeats them."""
    known = _known_names(doc, entities, lexicons)
    lengths = sorted({length for length, _ in known}, reverse=True)
    taken = {token for start, end, _ in entities for token in range(start, end)}
    added: list[Entity] = []
    for token in doc:
        if token.i in taken or not is_capitalized(token.text):
            continue
        for length in lengths:
            end = token.i + length
            label = known.get((length, doc[token.i : end].text)) if end <= len(doc) else None
            if label and taken.isdisjoint(range(token.i, end)):
                added.append((token.i, end, label))
                taken.update(range(token.i, end))
                break
    return sorted(entities + added)


def _known_names(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> dict[tuple[int, str], str]:
    """(number of tokens, text) -> label; a single word counts only if it is not the first of a sentence everywhere."""
    known: dict[tuple[int, str], str] = {}
    for start, end, label in entities:
        text = doc[start:end].text
        is_sure = end - start > 1 or (len(text) >= SHORTEST_REPEATED and not doc[start].is_sent_start)
        if is_sure and is_capitalized(text):
            known.setdefault((end - start, text), label)
    for surname in sorted(_surnames(doc, entities, lexicons)):
        if len(surname) >= SHORTEST_REPEATED and surname.isalpha():
            known.setdefault((1, surname), "PERSON")
    return known
