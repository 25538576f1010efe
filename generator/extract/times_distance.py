"""Grammar of times that another time of the text gives: "two days later", "the night before the parade", "the same evening"."""

from __future__ import annotations

from generator.extract.times_amounts import read_amount
from generator.extract.times_atoms import Atoms, at, skip
from generator.extract.times_calendar import When
from generator.extract.times_dates import Reading, Rule
from generator.extract.times_lexicon import table

_WORDS = "times_words"
_RELATIVE = "relative"
# Units whose number leads to a certain day, and those that make a date of the same grain; the others name no day.
_HOURS = frozenset({"hour", "minute", "second"})


def read_distance(atoms: Atoms, i: int) -> Reading | None:
    """ "two days later", "a week earlier", "hours later": so long from a time that the text gives."""
    found = read_amount(atoms, i)
    if found is None:
        return _bare_hours(atoms, i)
    unit, amount, place = found
    way = _direction(atoms, place)
    if way is None:
        return None
    place = place + 1
    return Reading(place, When(kind=_RELATIVE, unit=unit, shift=None if amount is None else way * amount))


def _bare_hours(atoms: Atoms, i: int) -> Reading | None:
    """ "hours later", "minutes before": the same day, as far as one can say."""
    unit = table(_WORDS, "units").get(at(atoms, i).low)
    way = _direction(atoms, i + 1)
    if unit is None or way is None or not at(atoms, i).low.endswith("s"):
        return None
    return Reading(i + 2, When(kind=_RELATIVE, unit=str(unit), shift=way if unit in _HOURS else None))


def _direction(atoms: Atoms, i: int) -> int | None:
    """1 before "later" or "after", -1 before "earlier" or "before", None before other words."""
    way = table(_WORDS, "relative_after").get(at(atoms, i).low)
    return int(way) if way is not None and at(atoms, i + 1).low != "than" else None


def read_neighbor(atoms: Atoms, i: int) -> Reading | None:
    """ "the following day", "the next morning", "that evening", "the same year", "the night before"."""
    opener, place = at(atoms, i).low, i + 1
    if opener not in {"the", "that"}:
        return None
    found = _adjective(atoms, place) if opener == "the" else None
    shift, place = found if found is not None else (0, place)
    unit = table(_WORDS, "relative_units").get(at(atoms, place).low)
    if unit is None:
        return None
    if found is None and opener == "the":
        way = _direction(atoms, place + 1)
        return Reading(place + 2, When(kind=_RELATIVE, unit=str(unit), shift=way)) if way is not None else None
    return Reading(place + 1, When(kind=_RELATIVE, unit=str(unit), shift=shift))


def _adjective(atoms: Atoms, i: int) -> tuple[int, int] | None:
    """ "very next", "following", "previous": the units from the time in the text, and the place after."""
    place = skip(atoms, i, {"very"})
    shift = table(_WORDS, "relative_before").get(at(atoms, place).low)
    return (int(shift), place + 1) if shift is not None else None


DISTANCE_RULES: tuple[Rule, ...] = (read_distance, read_neighbor)
