"""The place at the head of a dispatch: "HALDEN, May 4 (Agency) -", "HALDEN: "."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from generator.language.lexicons import Lexicons
from generator.language.viterbi import Entity

DASHES = frozenset({"-", "–", "—", "―", "--"})
LONGEST_PLACE, LONGEST_HEAD = 3, 14  # tokens
COMMON = 2  # quarters of its uses in which a word is written in lower case: no place from here on
PLACE = "LOC"
INSIDE = frozenset({",", "(", ")", ".", "/"})


def name_datelines(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> list[Entity]:
    """The capitals at the start of a line are a place if a dash or colon closes the head of a dispatch."""
    found = [(start, stop, PLACE) for start, stop in _datelines(doc, lexicons)]
    taken = {number for start, stop, _ in found for number in range(start, stop)}
    return sorted(found + [entity for entity in entities if taken.isdisjoint(range(entity[0], entity[1]))])


def _datelines(doc: Doc, lexicons: Lexicons) -> Iterator[tuple[int, int]]:
    runs = [(token.i, _place_end(doc, token.i)) for token in doc if token.i == 0 or "\n" in doc[token.i - 1].text]
    speakers = {doc[start:stop].text for start, stop in runs if stop > start and _is_colon(doc, stop)}
    for start, stop in runs:
        closes = _has_dash(doc, stop) or (len(speakers) == 1 and _is_colon(doc, stop))
        if stop > start and closes and _can_be_place(doc[start:stop].text, lexicons):
            yield start, stop


def _place_end(doc: Doc, start: int) -> int:
    stop = start
    while stop < min(len(doc), start + LONGEST_PLACE) and _is_capitals(doc[stop]):
        stop += 1
    return stop


def _is_capitals(token: Token) -> bool:
    return token.is_upper and len(token) > 1 and token.text.replace(".", "").isalpha()


def _is_colon(doc: Doc, stop: int) -> bool:
    """Several lines with a colon are what several people say."""
    return stop < len(doc) and doc[stop].text == ":"


def _has_dash(doc: Doc, stop: int) -> bool:
    """Whether a dash follows after a date, a further place and an agency."""
    for token in doc[stop : stop + LONGEST_HEAD]:
        if token.text in DASHES:
            return token.i > stop or bool(doc[stop - 1].whitespace_)
        if not (token.text in INSIDE or token.text[:1].isupper() or token.is_digit):
            return False
    return False


def _can_be_place(text: str, lexicons: Lexicons) -> bool:
    if lexicons.phrases.get(text.title()) in {PLACE, "CITY"}:
        return True
    words = text.lower().split()
    is_known = text in lexicons.phrases or any(word.rstrip(".") in lexicons.titles for word in words)
    return not is_known and all(int(lexicons.lower_share.get(word, 0)) < COMMON for word in words)
