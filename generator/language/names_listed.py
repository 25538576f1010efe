"""What a list, the first word or the letters of a name say against the model."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from generator.language.lexicons import Lexicons, read_words
from generator.language.names_joining import cover
from generator.language.shapes import is_capitalized
from generator.language.viterbi import Entity

ORGANIZATION, PERSON, PLACE = "ORG", "PERSON", "LOC"
LONGEST_LISTED, SURE = 8, 3  # words of an organization in the list; from `SURE` on it can hardly be anything else
SHORTEST_ACRONYM, LONGEST_ACRONYM = 2, 4  # letters
CAPITALS_SHARE = 0.5  # of a sentence's words: more than that is a headline, whose capitals say nothing
ARTICLE = "The"


def join_listed_organizations(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> list[Entity]:
    """A known organization is one name where the model found only a part of it, or, from three words on, nothing."""
    owner = {token: entity for entity in entities for token in range(entity[0], entity[1])}
    found: list[Entity] = []
    for token in doc:
        start, stop = token.i, _listed_end(doc, token.i, lexicons)
        parts = {owner[number] for number in range(start, stop) if number in owner}
        is_part = any(first < start or last > stop for first, last, _ in parts)
        is_cut = any(last - first < stop - start for first, last, _ in parts)
        if stop > start and not is_part and (is_cut or stop - start >= SURE):
            found.append((start, stop, ORGANIZATION))
    return cover(entities, found)


def _listed_end(doc: Doc, start: int, lexicons: Lexicons) -> int:
    """The end of the longest listed organization of several words at a token; `start` if there is none."""
    if not is_capitalized(doc[start].text) or doc[start].text == ARTICLE:
        return start
    for stop in range(min(start + LONGEST_LISTED, doc[start].sent.end), start + 1, -1):
        if lexicons.phrases.get(" ".join(token.text for token in doc[start:stop])) == ORGANIZATION:
            return stop
    return start


def name_opened_places(doc: Doc, entities: list[Entity], _lexicons: Lexicons) -> list[Entity]:
    """ "Jebel Ahdar", "Loch Ard": what begins with a word for a place is no person."""
    return [
        (start, stop, PLACE) if label == PERSON and stop - start > 1 and doc[start].text in place_openings() else entity
        for entity in entities
        for start, stop, label in [entity]
    ]


@cache
def place_openings() -> frozenset[str]:
    """Words that begin names of places."""
    return read_words("place_openings")


def name_acronyms(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> list[Entity]:
    """ "HLX said": two to four capitals that are no personal name in the lists and the article are no person."""
    surnames = {doc[stop - 1].text for start, stop, label in entities if label == PERSON and stop - start > 1}
    return [
        (start, stop, ORGANIZATION) if label == PERSON and _is_acronym(doc, start, stop, surnames, lexicons) else entity
        for entity in entities
        for start, stop, label in [entity]
    ]


def _is_acronym(doc: Doc, start: int, stop: int, surnames: set[str], lexicons: Lexicons) -> bool:
    text = doc[start].text
    if stop - start > 1 or not text.isupper() or not text.isalpha():
        return False
    if not SHORTEST_ACRONYM <= len(text) <= LONGEST_ACRONYM:
        return False
    personal = text.title() in lexicons.given_names or text.title() in lexicons.surnames or text in surnames
    addressed = start > 0 and doc[start - 1].lower_.rstrip(".") in lexicons.titles | lexicons.honorifics
    words = [token.text for token in doc[start].sent if token.is_alpha]
    in_capitals = sum(word.isupper() for word in words) > CAPITALS_SHARE * len(words)
    return not (personal or addressed or in_capitals)
