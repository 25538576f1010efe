"""Names that the model cut in two: companies with their legal form, persons, and names with "and" inside."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from generator.language.lexicons import Lexicons, read_words
from generator.language.names_headlines import headline_tokens
from generator.language.shapes import is_capitalized
from generator.language.viterbi import Entity

ORGANIZATION, PERSON = "ORG", "PERSON"
CAN_BE_A_COMPANY = frozenset({"PERSON", "ORG", "LOC", "MISC"})
PREPOSITIONS_INSIDE = frozenset({"of", "for"})
CONJUNCTIONS = frozenset({"and", "&"})
NO_FIELDS = frozenset({"PERSON", "LOC", "NORP"})
LONGEST_PLACE = 3  # words in brackets before a legal form
LONGEST_FIELD = 6  # words of a coordinated field ("Youth and Sports")


def cover(entities: list[Entity], wider: list[Entity]) -> list[Entity]:
    """`wider` and those entities that share no token with one of them; sorted. Of overlapping wider ones the first stays."""
    taken: set[int] = set()
    chosen: list[Entity] = []
    for start, stop, label in sorted(wider):
        if taken.isdisjoint(range(start, stop)):
            chosen.append((start, stop, label))
            taken.update(range(start, stop))
    return sorted(chosen + [entity for entity in entities if taken.isdisjoint(range(entity[0], entity[1]))])


def join_legal_forms(doc: Doc, entities: list[Entity], _lexicons: Lexicons) -> list[Entity]:
    """A company is an organization and its name goes on to its legal form: "Halden (Norway) AS", "Corvel Sdn Bhd"."""
    wider: list[Entity] = []
    in_headline = headline_tokens(doc)
    for start, stop, label in entities:
        end = _form_end(doc, start, stop) if label in CAN_BE_A_COMPANY and start not in in_headline else stop
        if end > stop or (end - start > 1 and doc[end - 1].text in legal_forms()):
            wider.append((_capitalized_start(doc, start), end, ORGANIZATION))
    return cover(entities, wider)


@cache
def legal_forms() -> frozenset[str]:
    """The words of legal forms, as written at the end of a company's name."""
    return read_words("company_forms")


def _form_end(doc: Doc, start: int, stop: int) -> int:
    """The token after the legal form behind a name, past a place in brackets and a comma; `stop` if there is none."""
    sentence_end = doc[start].sent.end
    first = _after_brackets(doc, stop, sentence_end)
    if first < sentence_end and doc[first].text == ",":
        first += 1
    end = first
    while end < sentence_end and doc[end].text in legal_forms():
        end += 1
    return end if end > first else stop


def _after_brackets(doc: Doc, start: int, sentence_end: int) -> int:
    if start < sentence_end and doc[start].text == "(":
        for end in range(start + 2, min(start + LONGEST_PLACE + 2, sentence_end)):
            if doc[end].text == ")":
                return end + 1
    return start


def _capitalized_start(doc: Doc, start: int) -> int:
    """Back over the capitalized nouns right before, not over the first word of a sentence."""
    while start - 1 > doc[start].sent.start and _is_name_word(doc[start - 1]) and doc[start - 1].head.i >= start:
        start -= 1
    return start


def _is_name_word(token: Token) -> bool:
    return token.text.replace(".", "").isalpha() and is_capitalized(token.text) and token.tag_ in {"NNP", "NNPS"}


def join_pieces(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> list[Entity]:
    """Two pieces side by side are one name: a person's ("Mara | Fenwick"), and an organization's that ends in "of"."""
    joined: list[Entity] = []
    for entity in entities:
        if joined and joined[-1][1] == entity[0] and _are_one(doc, joined[-1], entity, lexicons):
            joined[-1] = (joined[-1][0], entity[1], joined[-1][2])
        else:
            joined.append(entity)
    return joined


def _are_one(doc: Doc, left: Entity, right: Entity, lexicons: Lexicons) -> bool:
    last = doc[left[1] - 1]
    if doc[right[0]].is_sent_start or {token.text for token in doc[left[0] : left[1]]} & {
        token.text for token in doc[right[0] : right[1]]
    }:
        return False
    if left[2] == ORGANIZATION:
        return last.text in PREPOSITIONS_INSIDE and doc[left[1] - 2].text in lexicons.organization_heads
    is_short = min(left[1] - left[0], right[1] - right[0]) == 1 and not doc[left[0]].text.isupper()
    return left[2] == right[2] == PERSON and is_short and right[0] <= last.head.i < right[1]


def join_coordinated(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> list[Entity]:
    """ "Youth and Sports Ministry", "Ministry of Youth and Sports": one organization, as the tree says."""
    wider: list[Entity] = []
    for entity in entities:
        if entity[2] == ORGANIZATION:
            start = _coordinated_start(doc, entity, entities, lexicons)
            end = _coordinated_end(doc, entity, entities, lexicons)
            if (start, end) != entity[:2]:
                wider.append((start, end, ORGANIZATION))
    return cover(entities, wider)


def _coordinated_start(doc: Doc, entity: Entity, entities: list[Entity], lexicons: Lexicons) -> int:
    """The first word of a field that is coordinated before an organization's name and hangs on its head word."""
    start, stop, _ = entity
    if doc[stop - 1].text not in lexicons.organization_heads or start == 0 or doc[start - 1].text not in CONJUNCTIONS:
        return start
    first = start - 1
    while first > max(doc[start].sent.start, start - 1 - LONGEST_FIELD) and (
        _is_name_word(doc[first - 1]) or doc[first - 1].text in CONJUNCTIONS | {","}
    ):
        first -= 1
    while first < start and not _is_name_word(doc[first]):
        first += 1
    words = doc[first : start - 1]
    if not len(words) or not _is_name_word(words[-1]) or words[-1].lower_ in lexicons.titles:
        return start
    hangs = start <= words[-1].head.i < stop
    is_whole = any(word.text in lexicons.organization_heads for word in words) or not (
        _is_common(words[-1], lexicons) if hangs else all(_is_common(w, lexicons) for w in words if w.is_alpha)
    )
    is_cut = any(begin < first < end for begin, end, _ in entities)
    return start if is_whole or is_cut or _is_owned(entities, start - 2, start) else first


def _coordinated_end(doc: Doc, entity: Entity, entities: list[Entity], lexicons: Lexicons) -> int:
    """The word after a field that goes on after "and", if it hangs on the field after the name's preposition."""
    start, stop, _ = entity
    inside = [
        number
        for number in range(start + 1, stop)
        if doc[number].text in PREPOSITIONS_INSIDE and doc[number - 1].text in field_heads()
    ]
    if not inside or stop + 1 >= doc[start].sent.end or doc[stop].text not in CONJUNCTIONS:
        return stop
    first = end = stop + 1
    while end < doc[start].sent.end and _is_name_word(doc[end]):
        end += 1
    if end == first or not inside[0] < doc[end - 1].head.i < stop:
        return stop
    is_whole = any(
        word.text in lexicons.organization_heads or not _is_common(word, lexicons) for word in doc[first:end]
    )
    return stop if is_whole or _is_owned(entities, first, end) else end


@cache
def field_heads() -> frozenset[str]:
    """Words before the field of an organization: Ministry, Institute."""
    return read_words("field_heads")


def _is_common(word: Token, lexicons: Lexicons) -> bool:
    """Whether the word is also written in lower case: part of a name, but no name of its own."""
    return int(lexicons.lower_share.get(word.lower_, 0)) > 0 and not word.text.isupper()


def _is_owned(entities: list[Entity], start: int, stop: int) -> bool:
    return any(first < stop and last > start and label in NO_FIELDS for first, last, label in entities)
