"""Grammar of times that lean on the day of publication or on another time: weekdays, "last week", "two days ago"."""

from __future__ import annotations

from dataclasses import replace

from generator.extract.quantities_numbers import read_number
from generator.extract.times_amounts import read_amount
from generator.extract.times_atoms import Atoms, at, match_phrase, skip
from generator.extract.times_calendar import When
from generator.extract.times_dates import Reading, Rule, read_day, read_month, read_weekday
from generator.extract.times_lexicon import table, words

_WORDS = "times_words"
# So many words before "today" may say that it means these days.
_NEAR = 4


def direction(atoms: Atoms, i: int) -> tuple[int, int] | None:
    """ "last", "this", "next" ... as -1, 0, 1, and the place after it."""
    shift = table(_WORDS, "directions").get(at(atoms, i).low)
    return (int(shift), i + 1) if shift is not None else None


def read_named_weekday(atoms: Atoms, i: int) -> Reading | None:
    """ "Friday", "last Friday", "Friday night", "Friday last week", "late Friday"."""
    found = direction(atoms, i)
    weekday = read_weekday(atoms, found[1] if found else i)
    if weekday is None:
        return None
    end = _day_part(atoms, weekday[1])
    when = When(weekday=weekday[0], shift=found[0] if found else None, unit="week" if found and found[0] == 0 else "")
    outer = direction(atoms, end)
    if outer and at(atoms, outer[1]).low == "week":
        return Reading(outer[1] + 1, replace(when, unit="week", shift=outer[0]))
    return Reading(end, when)


def _day_part(atoms: Atoms, i: int) -> int:
    """The place after "morning", "night" ..., if one stands at `i`."""
    return skip(atoms, i, words(_WORDS, "day_parts"))


def read_deictic(atoms: Atoms, i: int) -> Reading | None:
    """ "today", "yesterday evening", "this morning", "last night", "the day before yesterday"."""
    for phrase, shift in (("the day before yesterday", -2), ("the day after tomorrow", 2)):
        end = match_phrase(atoms, i, phrase)
        if end is not None:
            return Reading(end, When(unit="day", shift=shift))
    named = table(_WORDS, "days").get(at(atoms, i).low)
    if named is not None:
        possessive = at(atoms, i + 1).text in {"'", "’"} and at(atoms, i + 1).glued and at(atoms, i + 2).low == "s"
        generic = possessive and at(atoms, i + 3).low in words(_WORDS, "generic_heads")
        title = at(atoms, i).capital and at(atoms, i - 1).capital and at(atoms, i - 1).kind == "word"
        idle = _means_these_days(atoms, i)
        return (
            None if generic or title or idle else Reading(_day_part(atoms, i + 1), When(unit="day", shift=int(named)))
        )
    found = direction(atoms, i)
    if found and at(atoms, found[1]).low in words(_WORDS, "day_parts"):
        night = found[0] == -1 and at(atoms, found[1]).low == "night"
        return Reading(found[1] + 1, When(unit="day", shift=-1 if night else 0)) if night or found[0] == 0 else None
    return None


def _means_these_days(atoms: Atoms, i: int) -> bool:
    """Whether "today" means these days: "the largest rocket flying today", "in service today", "larger than any today"."""
    atom, before = at(atoms, i), at(atoms, i - 1)
    if atom.low != "today" or atom.token is None or not atom.token.has_dep():
        return False
    participle = before.token
    reduced = before.tag == "VBG" and participle is not None and all(item.dep_ != "aux" for item in participle.children)
    compared = any(at(atoms, k - 1).low in {"than", "of"} and at(atoms, k).low == "any" for k in range(i - _NEAR, i))
    return reduced or compared or before.low in words(_WORDS, "these_days_before")


def read_month_of_shifted_year(atoms: Atoms, i: int) -> Reading | None:
    """ "November last year", "June this year", "14 May next year"."""
    day = read_day(atoms, i) if at(atoms, i).kind == "number" else None
    month = read_month(atoms, day[1] if day else i)
    if month is None:
        return None
    found = direction(atoms, skip(atoms, month[1], {"of", ","}))
    if found is None or at(atoms, found[1]).low != "year":
        return None
    return Reading(found[1] + 1, When(month=month[0], day=day[0] if day else None, unit="year", shift=found[0]))


def read_shifted_unit(atoms: Atoms, i: int) -> Reading | None:
    """ "last week", "this month", "next year", "last June", "last summer", "earlier this year"."""
    i = skip(atoms, i, words(_WORDS, "within"))
    i = skip(atoms, i, {"the"}) if direction(atoms, i + 1) and direction(atoms, i + 1) != (0, i + 2) else i
    found = direction(atoms, i)
    if found is None:
        return None
    turn, place = found
    month = read_month(atoms, place)
    if month is not None:
        return None if read_day(atoms, month[1]) else Reading(month[1], When(month=month[0], shift=turn))
    season = table(_WORDS, "seasons").get(at(atoms, place).low)
    if season is not None:
        return Reading(place + 1, When(month=int(season), shift=turn))
    unit = table(_WORDS, "units").get(at(atoms, place).low)
    if unit is None or at(atoms, place).low.endswith("s") or unit not in words(_WORDS, "calendar_units"):
        return None
    # "the past year", "the next decade" name a stretch up to or from now and not a year of the calendar.
    if at(atoms, i).low in words(_WORDS, "rolling"):
        return Reading(place + 1, When(kind="duration"))
    if at(atoms, i - 1).low in words(_WORDS, "determiners"):
        anaphoric = at(atoms, i).low in words(_WORDS, "anaphoric")
        return Reading(place + 1, When(kind="relative" if anaphoric else "duration"))
    return Reading(place + 1, When(unit=str(unit), shift=turn))


def read_weekend(atoms: Atoms, i: int) -> Reading | None:
    """ "over the weekend", "at the weekend": the one that is past or ahead, by the tense."""
    if at(atoms, i).low != "the" or at(atoms, i + 1).low != "weekend":
        return None
    prepared = at(atoms, i - 1).low in words(_WORDS, "weekend_prepositions")
    free = at(atoms, i + 2).low not in words(_WORDS, "relative_after") and at(atoms, i + 2).low != "of"
    return Reading(i + 2, When(unit="weekend")) if prepared and free else None


def read_ago(atoms: Atoms, i: int) -> Reading | None:
    """ "two days ago", "a year ago", "more than three decades ago"."""
    unit = read_amount(atoms, i)
    if unit is None:
        return None
    name, amount, end = unit
    if at(atoms, end).low not in words(_WORDS, "ago"):
        return None
    if amount is None:
        return Reading(end + 1, When(kind="relative"))
    loose = name not in {"day", "hour", "minute", "second", "night"}
    return Reading(end + 1, When(unit="day" if name == "night" else name, shift=-amount, loose=loose))


def read_duration(atoms: Atoms, i: int) -> Reading | None:
    """ "four hours", "a two-day", "several months", "for a week": how long; ages ("34 years old") are none."""
    if at(atoms, i).low in {"a", "an"} and at(atoms, i - 1).low not in words(_WORDS, "duration_openers"):
        return None
    unit = read_amount(atoms, i)
    if unit is None or (at(atoms, i - 1).glued and at(atoms, i - 1).text in {"$", "€", "£"}):
        return None
    end = unit[2]
    if at(atoms, skip(atoms, end, {"-"})).low in {"old", "olds"} or (at(atoms, i).low, unit[0]) == ("one", "day"):
        return None
    return Reading(end, When(kind="duration"))


def read_set(atoms: Atoms, i: int) -> Reading | None:
    """ "every Friday", "each year", "Mondays", "every two weeks", "daily": when it happens again and again."""
    atom = at(atoms, i)
    if atom.low in words(_WORDS, "weekday_plurals") and (atom.capital or at(atoms, i - 1).low in {"on", "at"}):
        return Reading(i + 1, When(kind="set"))
    if atom.text in words(_WORDS, "set_adverbs") and atom.tag in words(_WORDS, "set_adverb_tags"):
        return Reading(i + 1, When(kind="set"))
    if atom.low not in words(_WORDS, "set_words"):
        return None
    place = skip(atoms, i + 1, {"other", "single", "second", "few"})
    number = read_number(atoms, place)
    place = number.end if number else place
    weekday, month = read_weekday(atoms, place), read_month(atoms, place)
    known = at(atoms, place).low in table(_WORDS, "units") or at(atoms, place).low in words(_WORDS, "day_parts")
    known = known or at(atoms, place).low in table(_WORDS, "seasons")
    end = (weekday or month or (0, place + 1 if known else 0))[1]
    return Reading(_day_part(atoms, end), When(kind="set")) if end else None


RELATIVE_RULES: tuple[Rule, ...] = (
    read_set,
    read_named_weekday,
    read_deictic,
    read_month_of_shifted_year,
    read_shifted_unit,
    read_weekend,
    read_ago,
    read_duration,
)
