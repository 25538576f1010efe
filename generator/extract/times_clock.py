"""Grammar of times of day, alone or with a date: "3 p.m.", "10:30 GMT", "noon on Friday"."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.times_atoms import Atoms, at, digits, match_phrase, skip
from generator.extract.times_calendar import When
from generator.extract.times_dates import Reading, read_weekday
from generator.extract.times_lexicon import table, words

_WORDS = "times_words"


def read_clock(atoms: Atoms, i: int) -> Reading | None:
    """A time of day; "10:30" alone needs a preposition before it, so that scores and verses are none."""
    noon = table(_WORDS, "noon").get(at(atoms, i).low)
    if noon is not None:
        return None if _names(atoms, i) else Reading(i + 1, When(clock=f"{noon}{_hedge(atoms, i)}", kind="time"))
    found = _hour_minute(atoms, i)
    if found is None:
        return None
    hour, minute, place, precise = found
    half, after_half = _half_of_day(atoms, place)
    if half and 1 <= hour <= 12:
        hour, place = hour % 12 + (12 if half == "p" else 0), after_half
    elif half:
        return None
    zone, end = _zone(atoms, place)
    prepared = at(atoms, i - 1).low in words(_WORDS, "clock_prepositions")
    if not (half or zone is not None or (precise and prepared)):
        return None
    return Reading(end, When(clock=f"{hour:02d}:{minute:02d}{zone or ''}{_hedge(atoms, i)}", kind="time"))


def _names(atoms: Atoms, i: int) -> bool:
    """Whether "Midnight" stands in a title or a name: with a capital, elsewhere than at the beginning or before a word other than "on"."""
    if not at(atoms, i).capital:
        return False
    following = at(atoms, i + 1)
    return i > 0 or (following.kind == "word" and following.low != "on" and read_weekday(atoms, i + 1) is None)


def _hedge(atoms: Atoms, i: int) -> str:
    """ "~" behind "about", "shortly after", "just before", else ""."""
    before = at(atoms, i - 1).low
    nearly = before in words(_WORDS, "clock_bounds") and at(atoms, i - 2).low in words(_WORDS, "clock_nearly")
    return "~" if nearly or before in words(_WORDS, "clock_hedges") else ""


def _hour_minute(atoms: Atoms, i: int) -> tuple[int, int, int, bool] | None:
    """Hour, minute, the place after, and whether minutes (or "o'clock") were written."""
    text = at(atoms, i).text
    if "." in text and at(atoms, i).kind == "number":
        hour, _, minute = text.partition(".")
        ok = len(minute) == 2 and hour.isdigit() and int(hour) < 24 and int(minute) < 60
        return (int(hour), int(minute), i + 1, False) if ok else None
    if len(text) == 4 and text.isdigit() and _zone(atoms, i + 1)[0] is not None:
        return (int(text[:2]), int(text[2:]), i + 1, True) if int(text[:2]) < 24 and int(text[2:]) < 60 else None
    hour_number = digits(at(atoms, i)) if len(text) <= 2 else None
    if hour_number is None or hour_number > 24:
        return None
    minutes = at(atoms, i + 2)
    if at(atoms, i + 1).text == ":" and at(atoms, i + 1).glued and minutes.glued and len(minutes.text) == 2:
        value = digits(minutes)
        return (hour_number, value, i + 3, True) if value is not None and value < 60 else None
    clock = match_phrase(atoms, i + 1, "o ' clock")
    return (hour_number, 0, clock, True) if clock is not None else (hour_number, 0, i + 1, False)


def _half_of_day(atoms: Atoms, i: int) -> tuple[str, int]:
    """ "a" or "p" with the place after "am", "p.m."; "" when there is none."""
    low = at(atoms, i).low
    if low in {"am", "pm"}:
        return low[0], i + 1
    dotted = low in {"a", "p"} and at(atoms, i + 1).text == "." and at(atoms, i + 2).low == "m"
    if not dotted or not (at(atoms, i + 1).glued and at(atoms, i + 2).glued):
        return "", i
    last = at(atoms, i + 3)
    return low, i + 4 if last.text == "." and last.glued else i + 3


def _zone(atoms: Atoms, i: int) -> tuple[str | None, int]:
    """ "Z" for GMT and UTC, "" for another zone or "local time", None when no zone is named; and the place after it."""
    local = match_phrase(atoms, i, "local time")
    if local is not None:
        return "", local
    place = skip(atoms, i, {"("})
    if at(atoms, place).text.isupper() and at(atoms, place).low in words(_WORDS, "zones"):
        end = place + 1 if place == i else skip(atoms, place + 1, {")"})
        return ("Z" if at(atoms, place).low in words(_WORDS, "zones_utc") else ""), end
    return None, i


def join_clock(clock: Reading, date: Reading) -> Reading | None:
    """A time of day and the date beside it as one reading, when the date is a single day."""
    when = date.when
    daily = when.day is not None or when.weekday is not None or when.unit == "day"
    if date.until is not None or not daily or when.kind != "date":
        return None
    return Reading(max(clock.end, date.end), replace(when, clock=clock.when.clock, kind="time"))
