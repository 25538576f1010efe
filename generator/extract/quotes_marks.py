"""Where quotation marks open and close: a linear scan, paragraph by paragraph, without a parse."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile

from generator.extract.lexicon import read_lines

DOUBLE = frozenset('“”„‟"＂')
SINGLE = frozenset("‘’‚‛'")
ANGLE = frozenset("«»‹›")
_STRAIGHT = frozenset('"＂')
MARKS = DOUBLE | SINGLE | ANGLE
_SECOND = "\u2060"  # stands for the second half of a mark that is typed as two ('' or ``) while scanning
_BLANK = " \t\u00a0" + _SECOND
_OPENING = frozenset("“„‟‘‚‛«‹")
_CLOSING = frozenset("”’»›")
_BEFORE_OPENING = frozenset("([{-–—―/:;,…") | MARKS
_FAMILIES = {**dict.fromkeys(DOUBLE, "double"), **dict.fromkeys(SINGLE, "single"), **dict.fromkeys(ANGLE, "angle")}


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks (outermost marks only).

    start, end              content without marks and outer spaces, in code points
    outer_start, outer_end  with the marks that are there
    closed                  whether a closing mark was found; otherwise it ends with its paragraph
    continues               whether it goes on from the unclosed quotation of the paragraph before
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    closed: bool
    continues: bool = False


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """All quotations of `text` (paragraphs separated by newlines), in order; they do not overlap.

    Double, single (as outer marks) and angle marks, curly or straight, also when one of a pair is of the other form.
    An apostrophe is none. A quotation that is not closed ends with its paragraph; when the next paragraph opens with a
    mark of the same family, that one continues it.
    """
    text = text.replace("''", '"' + _SECOND).replace("``", "“" + _SECOND)
    found: list[Quotation] = []
    pending = ""
    for start, end in _paragraphs(text):
        family = _family_at(text, start)
        scanned = list(_scan(text, start, end, pending))
        if scanned and pending and scanned[0].outer_start == start and family == pending:
            scanned[0] = replace(scanned[0], continues=True)
        found.extend(scanned)
        pending = "" if not scanned or scanned[-1].closed else _family_at(text, scanned[-1].outer_start)
    return tuple(item for item in found if item.end > item.start)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start + len(line) - len(line.lstrip()), start + len(line.rstrip())
        start += len(line) + 1


def _family_at(text: str, index: int) -> str:
    return _FAMILIES.get(text[index : index + 1], "")


def _scan(text: str, start: int, end: int, pending: str) -> Iterator[Quotation]:
    closers = [i for i in range(start, end) if text[i] in SINGLE and _may_close_single(text, i, start, end)]
    opened, nested = -1, 0
    paired = text.count('"', start, end) % 2 == 0
    for index in range(start, end):
        if text[index] not in MARKS:
            continue
        deeper = _nests(text[opened], text[index], nested) if opened >= 0 else 0
        nested += deeper
        if deeper:
            continue
        if opened >= 0 and (
            _closes(text, opened, index, start, end, closers) or _misplaced(text, opened, index, paired)
        ):
            yield _quotation(text, opened, index, closed=True)
            opened = -1
        elif _opens(text, opened, index, start, end, closers, pending):
            opened, nested = index, 0
    if opened >= 0 and end - opened > 1:
        yield _quotation(text, opened, end, closed=False)


def _nests(opening: str, mark: str, nested: int) -> int:
    """+1 or -1 where a quotation in curly marks begins or ends inside one in straight marks, else 0."""
    if opening not in _STRAIGHT:
        return 0
    return 1 if mark == "“" else -1 if mark == "”" and nested else 0


def _quotation(text: str, opened: int, stop: int, closed: bool) -> Quotation:
    inner = text[opened + 1 : stop]
    start = opened + 1 + len(inner) - len(inner.lstrip(_BLANK))
    end = max(start, stop - len(inner) + len(inner.rstrip(_BLANK)))
    mark = 2 if text[stop + 1 : stop + 2] == _SECOND else 1
    return Quotation(start, end, opened, stop + mark if closed else stop, closed)


def _looks_opening(text: str, index: int, start: int, end: int) -> bool:
    before = text[index - 1] if index > start else " "
    after = text[index + 1] if index + 1 < end else " "
    return (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()


def _looks_closing(text: str, index: int, start: int, end: int) -> bool:
    before = text[index - 1] if index > start else " "
    after = text[index + 1] if index + 1 < end else " "
    return not before.isspace() and not after.isalnum()


def _closes(text: str, opened: int, index: int, start: int, end: int, closers: list[int]) -> bool:
    mark, opening = text[index], text[opened]
    if _FAMILIES[mark] != _FAMILIES[opening]:
        return False
    if mark in SINGLE:
        return _contains(closers, index) and not _possessive(text, index, closers)
    if mark in _OPENING and not (opening == "„" and mark == "“"):
        return _looks_closing(text, index, start, end) and not _looks_opening(text, index, start, end)
    if mark in _CLOSING:
        return True
    return _looks_closing(text, index, start, end) or not _looks_opening(text, index, start, end)


def _misplaced(text: str, opened: int, index: int, paired: bool) -> bool:
    """Whether a straight mark after a stop and a space closes all the same: '"We won, "she said.'

    After a comma it does; after a full stop where the paragraph has pairs of marks only.
    """
    if text[index] != '"' or text[opened] != '"' or index - opened <= 2:
        return False
    return text[index - 2] == "," or (paired and text[index - 2] in ".?!")


def _opens(text: str, opened: int, index: int, start: int, end: int, closers: list[int], pending: str) -> bool:
    mark = text[index]
    if opened >= 0 and _FAMILIES[mark] != _FAMILIES[text[opened]]:
        return False
    if opened >= 0 and mark in SINGLE | ANGLE:
        return False
    if mark in SINGLE:
        return _opens_single(text, index, start, end, closers, pending)
    if mark == '"' and opened < 0:
        return index == start or text[index - 1].isspace() or _looks_opening(text, index, start, end)
    if mark == '"' or mark in _CLOSING:
        return _looks_opening(text, index, start, end)
    return True


def _opens_single(text: str, index: int, start: int, end: int, closers: list[int], pending: str) -> bool:
    if text[index] == "’" or not _looks_opening(text, index, start, end) or _elided(text, index, end):
        return False
    later = bisect_left(closers, index + 2) < len(closers)
    return later or (index == start and (text[index] == "‘" or pending == "single"))


def _may_close_single(text: str, index: int, start: int, end: int) -> bool:
    if text[index] not in "’'" or index == start or not _looks_closing(text, index, start, end):
        return False
    letters = "".join(takewhile(str.isalpha, reversed(text[max(start, index - 3) : index])))
    return not (letters in ("n", "N") and text[index - 2] in "’'‘")


def _contains(ordered: list[int], value: int) -> bool:
    place = bisect_left(ordered, value)
    return place < len(ordered) and ordered[place] == value


def _possessive(text: str, index: int, closers: list[int]) -> bool:
    """Whether the mark after a plural ("the ministers' talks") is an apostrophe: a later mark closes the quotation."""
    plural = text[index - 1] in "sS" and text[index + 1 : index + 2] == " " and text[index + 2 : index + 3].isalpha()
    later = bisect_left(closers, index + 1)
    if not plural or later == len(closers):
        return False
    return not any(text[i] in "‘'" and text[i - 1].isspace() for i in range(index + 1, closers[later]))


def _elided(text: str, index: int, end: int) -> bool:
    word = "".join(takewhile(str.isalnum, text[index + 1 : min(end, index + 12)])).lower()
    return (word[:1].isdigit() and word.rstrip("s").isdigit() and len(word.rstrip("s")) == 2) or word in _elisions()


@cache
def _elisions() -> frozenset[str]:
    return frozenset(read_lines("quotes_elisions.txt"))
