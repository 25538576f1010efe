"""The year of a day that an article without a date names ("In November"): its story's other accounts tell when it was written."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from generator.model import Article
from generator.resolve.events_days import days_of
from generator.resolve.events_facts import NEWS_DAYS, Facts

_NO_YEAR = "XXXX-"
# Accounts of one story were published within so many days of each other.
NEAR_DAYS = timedelta(days=30)


def story_days(stories: Sequence[Sequence[str]], articles: Mapping[str, Article]) -> dict[str, str]:
    """Article without a day of publication -> the earliest one (ISO) of the articles of its story, where all are near each other."""
    found: dict[str, str] = {}
    for story in stories:
        known = sorted(day for key in story if (day := (articles[key].published or "").partition("T")[0]))
        spans = [days for day in known if (days := days_of(day)) is not None]
        if not known or len(spans) < len(known) or (spans[-1][1] - spans[0][0]).days > NEWS_DAYS:
            continue
        found.update({key: known[0] for key in story if not articles[key].published})
    return found


def with_year(value: str, near: str | None) -> str:
    """An EDTF date without a year ("XXXX-11") as the last one that began before, or soon after, the day `near`; else unchanged."""
    days = days_of(near or "")
    if days is None or not value.startswith(_NO_YEAR):
        return value
    last = days[1] + NEAR_DAYS
    for year in (last.year, last.year - 1):
        told = days_of(f"{year}-{value.removeprefix(_NO_YEAR)}")
        if told is not None and told[0] <= last:
            return f"{year}-{value.removeprefix(_NO_YEAR)}"
    return value


def dated(
    date: str | None, reasons: tuple[str, ...], members: Sequence[Facts], near: Mapping[str, str]
) -> tuple[str | None, tuple[str, ...]]:
    """The date of an event with the year that its mentions were given, and the reasons for it; unchanged where it has one."""
    if date is None or not date.startswith(_NO_YEAR):
        return date, reasons
    bare = date.removeprefix(_NO_YEAR)
    years = {
        item.date: near[item.ref.article]
        for item in members
        if item.date[len(_NO_YEAR) :] == bare and near.get(item.ref.article)
    }
    told = {value: day for value, day in years.items() if not value.startswith(_NO_YEAR)}
    if len(told) != 1:
        return date, reasons
    ((value, day),) = told.items()
    return value, tuple(f"{reason}; others told the story on {day}" for reason in reasons)
