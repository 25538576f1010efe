"""Finds time expressions and resolves them to EDTF.

A grammar over atoms: each rule reads from a place on, the longest reading wins. What a reading means is worked out in
`times_calendar`, with the day of publication and the tense of the clause.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from generator.extract.text import text_of
from generator.extract.times_atoms import Atom, Atoms, at, digits, read_atoms, skip
from generator.extract.times_calendar import AS_WRITTEN, Tense, When, offset_of, resolve_time
from generator.extract.times_clock import join_clock, read_clock
from generator.extract.times_dates import DATE_RULES, Reading, Rule, read_day, read_year
from generator.extract.times_distance import DISTANCE_RULES
from generator.extract.times_holidays import HOLIDAY_RULES
from generator.extract.times_lexicon import words
from generator.extract.times_relative import RELATIVE_RULES
from generator.extract.times_tense import tense_of
from generator.extract.times_years import YEAR_RULES
from generator.model import Sentence, TimeExpression
from generator.model.span import span_of

RULES: tuple[Rule, ...] = (*DATE_RULES, *HOLIDAY_RULES, *YEAR_RULES, *RELATIVE_RULES, *DISTANCE_RULES)
_WORDS = "times_words"
# The entries with which a time expression can begin.
_OPENING = {
    _WORDS: (
        "months", "month_abbreviations", "weekdays", "weekday_abbreviations", "weekday_plurals", "seasons", "days",
        "directions", "within", "ordinals", "set_words", "set_adverbs", "vague_amounts", "noon", "units",
    ),
    "times_holidays": ("days", "seasons"),
    "quantities_words": ("number_words", "vague"),
}  # fmt: skip


def find_times(doc: Doc, sentences: Sequence[Sentence], published: str | None) -> tuple[TimeExpression, ...]:
    """The time expressions of an article in text order, ids "t0", "t1" ...; `published` is EDTF or None."""
    found: list[TimeExpression] = []
    spans = [sentence.span for sentence in sentences]
    for sentence, atoms in zip(sentences, read_atoms(doc, spans), strict=True):
        for start, reading in scan(atoms):
            first, last = atoms[start], atoms[reading.end - 1]
            value, anchor = _value(reading, published, tense_of(first.token))
            span = span_of(text_of(doc), first.start, last.end)
            when = reading.when
            found.append(
                TimeExpression(
                    f"t{len(found)}", span, value, anchor, sentence.id, when.kind, when.clock, offset_of(when)
                )
            )
    return tuple(found)


def scan(atoms: Atoms) -> list[tuple[int, Reading]]:
    """The readings of a sentence from left to right, with the place where each begins; none overlap."""
    found, i = [], 0
    while i < len(atoms):
        reading = (_range(atoms, i) or _moment(atoms, i)) if _may_begin(atoms[i]) else None
        if reading is None:
            i += 1
        else:
            found.append((i, reading))
            i = reading.end
    return found


def _may_begin(atom: Atom) -> bool:
    """Whether any rule can begin with this atom: most words can't, and need not be tried."""
    return atom.kind == "number" or atom.low in _openers()


@cache
def _openers() -> frozenset[str]:
    found = {"the", "that", "a", "an", "'", "‘"}
    for lexicon, keys in _OPENING.items():
        for key in keys:
            found |= {entry.split()[0] for entry in words(lexicon, key)}
    return frozenset(found)


def _longest(atoms: Atoms, i: int) -> Reading | None:
    """The longest reading at `i`; the first rule wins among equals."""
    best: Reading | None = None
    for rule in RULES:
        reading = rule(atoms, i)
        if reading is not None and (best is None or reading.end > best.end):
            best = reading
    return best


def _moment(atoms: Atoms, i: int) -> Reading | None:
    """A date, a time of day, or both ("at 3 p.m. on Friday", "Friday at 3 p.m.")."""
    date = _longest(atoms, i)
    if date is not None:
        clock = read_clock(atoms, skip(atoms, skip(atoms, date.end, {",", "at"}), {"about", "around", "at"}))
        return (join_clock(clock, date) if clock else None) or date
    clock = read_clock(atoms, i)
    if clock is None:
        return None
    date = _longest(atoms, skip(atoms, skip(atoms, clock.end, {","}), {"on"}))
    return (join_clock(clock, date) if date else None) or clock


def _range(atoms: Atoms, i: int) -> Reading | None:
    """ "3 to 5 May", "2014-2016", "May 3-5", "between 2014 and 2016", "from Monday to Friday"."""
    left = _left_end(atoms, i)
    if left is None:
        return None
    linked = at(atoms, left.end).low in words(_WORDS, "connectors")
    between = at(atoms, i - 1).low == "between" and at(atoms, left.end).low == "and"
    if not (linked or between):
        return None
    right = _right_end(atoms, left, left.end + 1)
    return Reading(right.end, left.when, right.when) if right is not None else None


def _left_end(atoms: Atoms, i: int) -> Reading | None:
    """A date, or a bare day or year that only its right end can make a date."""
    date = _longest(atoms, i)
    if date is not None and date.when.kind == "date":
        return date
    year, day = read_year(atoms, i), read_day(atoms, i)
    if at(atoms, i).kind != "number":
        return None
    if year is not None:
        return Reading(year[1], When(year=year[0], edtf=""))
    return Reading(day[1], When(day=day[0], edtf="")) if day is not None else None


def _right_end(atoms: Atoms, left: Reading, i: int) -> Reading | None:
    """The right end of a range, of the same kind as the left one."""
    right = _longest(atoms, skip(atoms, i, {"the"}))
    first = left.when
    if first.day is not None and first.month is not None and (right is None or right.when.month is None):
        return _last_day(atoms, i, first)
    if first.edtf == "" and first.day is not None:
        return right if right is not None and right.when.day is not None and right.when.month is not None else None
    if first.year is not None and first.month is None:
        return _last_year(atoms, i, first)
    if right is None or right.when.kind != "date":
        return None
    return right if _same_kind(first, right.when) else None


def _same_kind(left: When, right: When) -> bool:
    if left.weekday is not None and left.day is None:
        return right.weekday is not None and right.day is None
    if left.month is not None:
        return right.month is not None and (left.day is None) == (right.day is None)
    return left.edtf is not None and right.edtf is not None


def _last_day(atoms: Atoms, i: int, first: When) -> Reading | None:
    """The "5" of "May 3-5" and "May 3 to 5, 2018"."""
    day = read_day(atoms, i)
    if day is None or at(atoms, i).kind != "number" or day[0] <= (first.day or 0) or first.year is not None:
        return None
    year = read_year(atoms, skip(atoms, day[1], {","}))
    return Reading(
        year[1] if year else day[1], replace(first, day=day[0], year=year[0] if year else None, weekday=None)
    )


def _last_year(atoms: Atoms, i: int, first: When) -> Reading | None:
    """The right end of "2014 to 2016", "2014-16"."""
    year = read_year(atoms, i)
    if year is not None and year[0] > (first.year or 0):
        return Reading(year[1], When(year=year[0]))
    short = digits(at(atoms, i)) if len(at(atoms, i).text) == 2 and at(atoms, i).glued else None
    century = (first.year or 0) // 100 * 100
    if short is None or century + short <= (first.year or 0):
        return None
    return Reading(i + 1, When(year=century + short))


def _value(reading: Reading, published: str | None, tense: Tense) -> tuple[str | None, str]:
    if reading.until is None:
        return resolve_time(reading.when, published, tense)
    left, right = _completed(reading.when, reading.until)
    end, anchor = resolve_time(right, published, tense)
    start, _ = resolve_time(left, published, tense)
    if start is None or end is None:
        return None, anchor
    if "/" in start or "/" in end or (start > end and not start.startswith("X")):
        return None, AS_WRITTEN
    return (start if start == end else f"{start}/{end}"), anchor


def _completed(left: When, right: When) -> tuple[When, When]:
    """The two ends of a range with the month and year that they share."""
    if left.day is not None and left.month is None:
        left = replace(left, month=right.month, edtf=None)
    if left.edtf == "":
        left = replace(left, edtf=None)
    if left.month is not None and left.year is None and right.year is not None:
        earlier = (left.month, left.day or 0) <= (right.month or 0, right.day or 0)
        left = replace(left, year=right.year if earlier else right.year - 1)
    return left, right
