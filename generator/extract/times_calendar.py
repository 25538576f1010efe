"""From the parts of a time expression to its EDTF value, given the day of publication and the tense of the clause.

EDTF is ISO 8601-2:2019, level 1 plus unspecified digits. Nothing is invented: what can't be known stays open ("XXXX-06") or None.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal

from generator.extract.times_feasts import Feast, holiday_in

_FULL = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
Tense = Literal["past", "present", "future"]
AS_WRITTEN = "as written"
NO_DATE = "no publication date"
RELATIVE = "relative to another time in the text"


@dataclass(frozen=True, slots=True)
class When:
    """The parts of a time, as written.

    year, month, day    numbers, or None;  month 21 to 24 are seasons
    weekday             0 is Monday
    edtf                a value that needs no resolving ("199X")
    unit, shift         "two days ago" is ("day", -2), "this week" ("week", 0), "last June" has shift -1 and a month
    loose               "two weeks ago" names no day
    clock               "15:00", "15:00Z", "15:00~" for "about 3 p.m."
    holiday, rough      the rule of a holiday, and whether the days around it are meant ("over Christmas")
    kind                of the TimeExpression
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    edtf: str | None = None
    unit: str = ""
    shift: int | None = None
    loose: bool = False
    clock: str = ""
    kind: str = "date"
    holiday: Feast = ()
    rough: bool = False


ROUND_YEARS = 5
SATURDAY = 5
_DESIGNATORS = {"day": "D", "weekend": "W", "week": "W", "fortnight": "W", "month": "M", "year": "Y", "decade": "Y"}
_TIMES = {"fortnight": 2, "decade": 10}


def publication_day(published: str | None) -> date | None:
    """The day of publication, when EDTF `published` gives a full and valid one."""
    match = _FULL.match(published or "")
    try:
        return date(*map(int, match.groups())) if match else None
    except ValueError:
        return None


def publication_year(published: str | None) -> int | None:
    """The year of publication, when EDTF `published` gives one."""
    head = (published or "")[:4]
    return int(head) if head.isascii() and head.isdigit() and len(head) == 4 else None


def resolve_time(when: When, published: str | None, tense: Tense) -> tuple[str | None, str]:
    """EDTF value (or None) and anchor in plain words; `tense` is that of the clause."""
    value, anchor = _resolve(when, published, tense)
    if value and when.clock and _FULL.fullmatch(value):
        value = f"{value}T{when.clock}"
    return value, anchor


def _resolve(when: When, published: str | None, tense: Tense) -> tuple[str | None, str]:
    if when.edtf is not None or when.year is not None:
        return when.edtf or _written(when), AS_WRITTEN
    if when.kind not in {"date", "time"}:
        return None, RELATIVE if when.kind == "relative" else AS_WRITTEN
    day = publication_day(published)
    if day is None:
        return _without_day(when, published, tense)
    value = _relative(when, day, tense)
    return value, f"published {day.isoformat()}, a {_WEEKDAYS[day.weekday()]}" if value else AS_WRITTEN


def _written(when: When) -> str:
    parts = [f"{when.year:04d}"]
    if when.month is not None:
        parts.append(f"{when.month:02d}")
        if when.day is not None:
            parts.append(f"{when.day:02d}")
    return "-".join(parts)


def _without_day(when: When, published: str | None, tense: Tense) -> tuple[str | None, str]:
    """What can be said without a full date of publication."""
    year = publication_year(published)
    if year is not None and when.unit == "year" and when.shift is not None and not when.month:
        return f"{year + when.shift:04d}", f"published {published}"
    month = _publication_month(published)
    if month is not None and when.month is not None and when.month <= 12 and when.day is None:
        value = _relative(when, date(*month, 1), tense)
        return value, f"published {published}"
    if len(when.holiday) == len(("month", "day")) and isinstance(when.holiday[0], int):
        return f"XXXX-{when.holiday[0]:02d}-{when.holiday[1]:02d}", NO_DATE
    if when.month is not None and when.month <= 12:
        return "XXXX-" + _written(replace(when, year=0))[5:], NO_DATE
    return None, NO_DATE


def _publication_month(published: str | None) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d{4})-(\d\d)", published or "")
    return (int(match[1]), int(match[2])) if match and 1 <= int(match[2]) <= 12 else None


def _relative(when: When, day: date, tense: Tense) -> str | None:
    if when.holiday:
        return _holiday_near(when, day, tense)
    if when.month is not None:
        return _month_near(when, day, tense)
    if when.weekday is not None:
        return _weekday_near(when, day, tense).isoformat()
    if when.unit == "weekend" and when.shift is None:
        # On a Saturday or Sunday "the weekend" is this one.
        return _shifted(replace(when, shift=0 if tense == "future" or day.weekday() >= SATURDAY else -1), day)
    if when.unit and when.shift is not None:
        return _shifted(when, day)
    return None


def _month_near(when: When, day: date, tense: Tense) -> str:
    """The nearest such month (or day of a month) not after the day of publication; not before it in the future tense."""
    month = when.month or 1
    if when.unit == "year":
        return _written(replace(when, year=day.year + (when.shift or 0)))
    if month > 12:
        return f"{day.year + (when.shift or 0):04d}" if when.shift is not None else "XXXX"
    ahead = _is_ahead(when, day, tense) if when.shift is None else when.shift > 0
    this = (month, when.day or 0)
    now = (day.month, day.day if when.day else 0)
    year = day.year
    if ahead and this < now:
        year += 1
    elif not ahead and this > now and when.shift != 0:
        year -= 1
    if when.shift in (-1, 1) and month == day.month and when.day is None:
        year += when.shift
    return _written(replace(when, year=year))


def _holiday_near(when: When, day: date, tense: Tense) -> str:
    """The latest such holiday not after the day of publication, the next one in the future tense, the nearer in the present."""
    days = [holiday_in(year, when.holiday) for year in range(day.year - 1, day.year + 2)]
    before, after = max(found for found in days if found <= day), min(found for found in days if found >= day)
    ahead = tense == "future" or (tense == "present" and after - day < day - before)
    return (after if ahead else before).isoformat() + ("~" if when.rough else "")


def _is_ahead(when: When, day: date, tense: Tense) -> bool:
    """Whether a month without a year lies ahead; in the present tense the nearer one is meant."""
    if tense != "present":
        return tense == "future"
    return 0 <= ((when.month or 1) - day.month) % 12 < 6


def _weekday_near(when: When, day: date, tense: Tense) -> date:
    """The rule of news: the latest such day on or before publication, the next one in the future tense.

    The present tense is used of both ("X visits Y on Friday"): the nearer day is meant.
    """
    weekday = when.weekday or 0
    if when.unit == "week" and when.shift is not None:
        return day + timedelta(days=7 * when.shift - day.weekday() + weekday)
    behind = (day.weekday() - weekday) % 7
    ahead = (weekday - day.weekday()) % 7
    if when.shift == -1:
        return day - timedelta(days=behind or 7)
    if when.shift == 1:
        return day + timedelta(days=ahead or 7)
    if tense == "future" or (tense == "present" and ahead < behind):
        return day + timedelta(days=ahead)
    return day - timedelta(days=behind)


def _shifted(when: When, day: date) -> str | None:
    unit, shift = when.unit, when.shift or 0
    if unit in {"second", "minute", "hour"}:
        return day.isoformat() if (abs(shift) < 12 and unit == "hour") or unit != "hour" else None
    try:
        return _shifted_calendar(unit, shift, day, when.loose)
    except (ValueError, OverflowError):
        return None


def _shifted_calendar(unit: str, shift: int, day: date, loose: bool) -> str | None:
    if unit == "day":
        return (day + timedelta(days=shift)).isoformat()
    if unit in {"week", "fortnight"}:
        return _week(day + timedelta(days=shift * (14 if unit == "fortnight" else 7)), loose)
    if unit == "weekend":
        saturday = day + timedelta(days=5 - day.weekday() + 7 * shift)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    if unit in {"month", "quarter"}:
        months = day.year * 12 + day.month - 1 + shift * (3 if unit == "quarter" else 1)
        about = "~" if loose else ""
        return f"{months // 12:04d}-{months % 12 + 1:02d}{about}" if unit == "month" else f"{months // 12:04d}"
    if unit == "year":
        # "15 years ago" is counted from some day of some year: about that year.
        return f"{date(day.year + shift, 1, 1).year:04d}{'~' if loose or abs(shift) >= ROUND_YEARS else ''}"
    if unit == "decade":
        return f"{date(day.year + 10 * shift, 1, 1).year:04d}"[:3] + "X"
    if unit == "century":
        return f"{date(day.year + 100 * shift, 1, 1).year:04d}"[:2] + "XX"
    return None


def _week(day: date, loose: bool) -> str:
    """The week of `day`, Monday to Sunday; "two weeks ago" is about that day."""
    if loose:
        return f"{day.isoformat()}~"
    monday = day - timedelta(days=day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def offset_of(when: When) -> str:
    """The distance of a relative time from the one that it leans on, as an ISO 8601 duration, or ""; hours are "PT1H" and the like."""
    if when.kind != "relative" or when.shift is None:
        return ""
    sign, size = "-" if when.shift < 0 else "", abs(when.shift) * _TIMES.get(when.unit, 1)
    if when.unit in _DESIGNATORS:
        return f"{sign}P{size}{_DESIGNATORS[when.unit]}"
    return f"{sign}PT{size}{when.unit[:1].upper()}" if when.unit in {"hour", "minute", "second"} else ""


def valid(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day (in a leap year, when the year is not known)."""
    try:
        date(year if year is not None else 2000, month, day)
    except ValueError:
        return False
    return True
