"""Grammar of calendar dates: each rule reads atoms from a place on, and gives what it read or None."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.extract.times_atoms import Atoms, at, digits, skip
from generator.extract.times_calendar import When, valid
from generator.extract.times_lexicon import table, words

_WORDS = "times_words"
FIRST_YEAR, LAST_YEAR = 1000, 2100
_MONTH_DAYS = 31


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule read: the place after its last atom, the time, and the end of a range."""

    end: int
    when: When
    until: When | None = None


Rule = Callable[[Atoms, int], Reading | None]


def read_month(atoms: Atoms, i: int) -> tuple[int, int] | None:
    """Month number and the place after it (and after the dot of an abbreviation); capitalised words only."""
    atom = at(atoms, i)
    if not atom.capital:
        return None
    full = table(_WORDS, "months").get(atom.low)
    if full is not None:
        return int(full), i + 1
    short = table(_WORDS, "month_abbreviations").get(atom.low)
    if short is None:
        return None
    dot = at(atoms, i + 1).text == "." and at(atoms, i + 1).glued
    return int(short), i + 2 if dot else i + 1


def read_weekday(atoms: Atoms, i: int) -> tuple[int, int] | None:
    """Weekday (0 is Monday) and the place after it; an abbreviation needs its dot, or a comma and a date behind it
    ("Sun, fun and flowers" names no day)."""
    atom = at(atoms, i)
    if not atom.capital:
        return None
    full = table(_WORDS, "weekdays").get(atom.low)
    if full is not None:
        return int(full), i + 1
    short = table(_WORDS, "weekday_abbreviations").get(atom.low)
    following = at(atoms, i + 1)
    if short is None or following.text not in {".", ","} or not following.glued:
        return None
    if following.text == "," and read_day(atoms, i + 2) is None and read_month(atoms, i + 2) is None:
        return None
    return int(short), i + 2 if following.text == "." else i + 1


def read_day(atoms: Atoms, i: int) -> tuple[int, int] | None:
    """Day of the month ("29", "29th", "first") and the place after it."""
    atom = at(atoms, i)
    number = digits(atom) if len(atom.text) <= 2 else None
    if number is not None and 1 <= number <= _MONTH_DAYS:
        ending = at(atoms, i + 1)
        return number, i + 2 if ending.glued and ending.low in words(_WORDS, "ordinal_endings") else i + 1
    ordinal = table(_WORDS, "ordinals").get(atom.low)
    return (int(ordinal), i + 1) if ordinal is not None else None


def read_year(atoms: Atoms, i: int) -> tuple[int, int] | None:
    """A number of four digits that can be a year, and the place after it."""
    number = digits(at(atoms, i)) if len(at(atoms, i).text) == 4 else None
    if number is None or not FIRST_YEAR <= number <= LAST_YEAR:
        return None
    following = at(atoms, i + 1)
    return None if following.glued and (following.kind != "sign" or following.text in "%$€£°") else (number, i + 1)


def read_full_date(atoms: Atoms, i: int) -> Reading | None:
    """ "29 November 2024", "Friday, Nov. 29", "June 4th, 2018", "the 4th of July": a day and a month at least."""
    weekday = read_weekday(atoms, i)
    start = weekday[1] if weekday else i
    if weekday:
        start = skip(atoms, start, {","})
        start = skip(atoms, start, {"the"})
    found = _day_month(atoms, start) or _month_day(atoms, start)
    if found is None:
        return None
    when, end = found
    when, end = _with_year(atoms, end, when)
    if not valid(when.year, when.month or 1, when.day or 1):
        return None
    return Reading(end, replace(when, weekday=weekday[0] if weekday else None))


def _day_month(atoms: Atoms, i: int) -> tuple[When, int] | None:
    i = skip(atoms, i, {"the"})
    day = read_day(atoms, i)
    if day is None:
        return None
    place = skip(atoms, day[1], {"of", "-"})
    month = read_month(atoms, place)
    if month is None or (at(atoms, i).kind == "word" and at(atoms, day[1]).low != "of"):
        return None
    return When(month=month[0], day=day[0]), month[1]


def _month_day(atoms: Atoms, i: int) -> tuple[When, int] | None:
    month = read_month(atoms, i)
    if month is None:
        return None
    place = skip(atoms, month[1], {"the"})
    day = read_day(atoms, place)
    if day is None or (at(atoms, place).kind == "word" and place == month[1]):
        return None
    if at(atoms, day[1]).text in {":", "%"} and at(atoms, day[1]).glued and digits(at(atoms, day[1] + 1)) is not None:
        return None
    return When(month=month[0], day=day[0]), day[1]


def _with_year(atoms: Atoms, i: int, when: When) -> tuple[When, int]:
    """Adds the year that follows, after a comma or "of"."""
    for place in (i, skip(atoms, i, {",", "of"})):
        year = read_year(atoms, place)
        if year is not None:
            return replace(when, year=year[0]), year[1]
    return when, i


def read_iso_date(atoms: Atoms, i: int) -> Reading | None:
    """ "2018-06-04", "2018/06/04", and "29/11/2024" where only one order is possible (else the year alone)."""
    parts = [at(atoms, i + k) for k in range(5)]
    if not all(part.glued for part in parts[1:]) or parts[1].text != parts[3].text or parts[1].text not in {"-", "/"}:
        return None
    numbers = [digits(parts[k]) for k in (0, 2, 4)]
    if (at(atoms, i + 5).glued and at(atoms, i + 5).text in {"-", "/"}) or None in numbers:
        return None
    first, middle, last = (number or 0 for number in numbers)
    if len(parts[0].text) == 4:
        return Reading(i + 5, When(first, middle, last)) if valid_month_day(first, middle, last) else None
    if len(parts[4].text) != 4 or not FIRST_YEAR <= last <= LAST_YEAR:
        return None
    orders = [(m, d) for m, d in ((first, middle), (middle, first)) if valid_month_day(last, m, d)]
    if len(set(orders)) != 1:
        return Reading(i + 5, When(last)) if orders else None
    return Reading(i + 5, When(last, *orders[0]))


def valid_month_day(year: int, month: int, day: int) -> bool:
    """Whether the numbers are a day of the calendar."""
    return FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12 and valid(year, month, day)


def read_month_alone(atoms: Atoms, i: int) -> Reading | None:
    """ "June 2018", "in June", "early June", "June of last year": a month without a day."""
    month = read_month(atoms, i)
    if month is None:
        return None
    when, end = _with_year(atoms, month[1], When(month=month[0]))
    if when.year is not None:
        return Reading(end, when)
    shared = _year_of_coordination(atoms, end)
    if shared is not None:
        return Reading(end, replace(when, year=shared))
    return Reading(month[1], when) if _is_month(atoms, i, month[1]) else None


def _year_of_coordination(atoms: Atoms, i: int) -> int | None:
    """The year that "June" has in "June and July 2018" or "May, June and July 2018"."""
    while at(atoms, i).low in {",", "and", "or", "to", "-", "–"}:
        month = read_month(atoms, i + 1)
        if month is None:
            return None
        year = read_year(atoms, skip(atoms, month[1], {"of", ","}))
        if year is not None:
            return year[0]
        i = month[1]
    return None


def _is_month(atoms: Atoms, i: int, end: int) -> bool:
    """Whether a capitalised month's name, alone, is a month and not a verb or somebody's name."""
    atom, before = at(atoms, i), at(atoms, i - 1)
    if atom.token is not None and atom.token.ent_type_ in {"PERSON", "ORG"}:
        return False
    if read_day(atoms, i - 1) or read_day(atoms, end):  # no day of the calendar: "31 February"
        return False
    if atom.tag in {"MD", "VB", "VBP", "VBD", "VBZ"} or (before.kind == "word" and before.capital and i > 1):
        return False
    prepared = before.low in words(_WORDS, "month_prepositions") or (
        before.text == "-" and at(atoms, i - 2).low in words(_WORDS, "within")
    )
    plain = atom.low not in words(_WORDS, "months_ambiguous") and atom.low in table(_WORDS, "months")
    following = at(atoms, end)
    if following.kind == "word" and following.capital and not prepared:
        return False
    return prepared or plain


def read_season(atoms: Atoms, i: int) -> Reading | None:
    """ "spring 2024", "the summer of 2023", "winter 2023-24"."""
    season = table(_WORDS, "seasons").get(at(atoms, i).low)
    if season is None:
        return None
    when, end = _with_year(atoms, i + 1, When(month=int(season)))
    return Reading(end, when) if when.year is not None else None


DATE_RULES: tuple[Rule, ...] = (
    read_full_date,
    read_iso_date,
    read_month_alone,
    read_season,
)
