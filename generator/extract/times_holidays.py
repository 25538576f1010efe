"""Grammar of holidays: "on Christmas Day", "over Easter", "Good Friday 2018"."""

from __future__ import annotations

from generator.extract.times_atoms import Atoms, at, longest_phrase
from generator.extract.times_calendar import When
from generator.extract.times_dates import Reading, Rule, read_year
from generator.extract.times_feasts import holiday_in
from generator.extract.times_lexicon import table, words

_WORDS = "times_holidays"


def read_holiday(atoms: Atoms, i: int) -> Reading | None:
    """ "Christmas Day", "New Year's Eve 2023", "Good Friday", "over Christmas", "the Easter weekend"."""
    if not at(atoms, i).capital:
        return None
    found = longest_phrase(atoms, i, _WORDS, "days")
    if found is not None:
        return _dated(atoms, found[1], table(_WORDS, "days")[found[0]], False)
    season = longest_phrase(atoms, i, _WORDS, "seasons")
    if season is None or not _is_season(atoms, i, season[1]):
        return None
    return _dated(atoms, season[1], table(_WORDS, "seasons")[season[0]], True)


def _is_season(atoms: Atoms, i: int, end: int) -> bool:
    """Whether "Christmas" is the days around it, and neither a part of a name nor a kind of thing ("a Christmas tree")."""
    place = i - 1 if at(atoms, i - 1).low not in words(_WORDS, "directions") else i - 2
    following = at(atoms, end)
    prepared = at(atoms, place).low in words(_WORDS, "season_prepositions") or place != i - 1
    return prepared and (following.kind != "word" or following.tag in words(_WORDS, "season_ends"))


def _dated(atoms: Atoms, end: int, rule: list[int | str], rough: bool) -> Reading:
    year = read_year(atoms, end)
    when = When(holiday=tuple(rule), rough=rough)
    if year is None:
        return Reading(end, when)
    return Reading(year[1], When(edtf=holiday_in(year[0], tuple(rule)).isoformat() + ("~" if rough else "")))


HOLIDAY_RULES: tuple[Rule, ...] = (read_holiday,)
