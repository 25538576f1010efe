"""EDTF dates as stretches of days: which can be the same, and which lies inside which."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from functools import lru_cache

_UNKNOWN = "X"
# "About two weeks ago" is a day, give or take; "about 2016" may be the year before or after, "about May" the month before or after.
ROUGH_DAYS = timedelta(days=3)
_MARKS = "?~%"


@lru_cache(maxsize=4096)
def days_of(value: str) -> tuple[date, date] | None:
    """First and last day of an EDTF date ("2024-06", "2024-06-05", "2024-06-01/2024-06-07"); None when it names no year."""
    first, _, last = value.partition("/")
    start, end = _stretch(first), _stretch(last or first)
    return (start[0], end[1]) if start and end else None


def _stretch(value: str) -> tuple[date, date] | None:
    written = value.partition("T")[0]
    bare = written.rstrip(_MARKS)
    parts = bare.split("-")
    if not all(part.isdigit() for part in parts):
        return None
    rough = 1 if bare != written else 0
    try:
        year, month, day = (int(part) for part in (*parts, "1", "1")[:3])
        first = date(year, month, day)
        if len(parts) == 1:
            return date(year - rough, 1, 1), date(year + rough, 12, 31)
        if len(parts) == 2:
            return _month(year, month, -rough)[0], _month(year, month, rough)[1]
    except ValueError:
        return None
    return first - rough * ROUGH_DAYS, first + rough * ROUGH_DAYS


def _month(year: int, month: int, shift: int) -> tuple[date, date]:
    months = year * 12 + month - 1 + shift
    year, month = months // 12, months % 12 + 1
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def dates_agree(left: str, right: str) -> bool:
    """Whether two EDTF dates can be the same day: an unknown one agrees with all, "2024-06" with "2024-06-05"."""
    if not left or not right:
        return True
    one, other = days_of(left), days_of(right)
    if one and other:
        return one[0] <= other[1] and other[0] <= one[1]
    if "/" in left or "/" in right:
        return True
    return all(
        _UNKNOWN in first or _UNKNOWN in second or first == second
        for first, second in zip(_parts(left), _parts(right), strict=False)
    )


def lies_inside(inner: str, outer: str) -> bool:
    """Whether every day of `inner` is one of `outer`, which has more."""
    one, other = days_of(inner), days_of(outer)
    if one is None or other is None:
        return False
    return other[0] <= one[0] and one[1] <= other[1] and one != other


def is_day(value: str) -> bool:
    """Whether the date is one certain day."""
    found = days_of(value)
    return found is not None and found[0] == found[1]


def _parts(value: str) -> list[str]:
    return value.partition("T")[0].rstrip(_MARKS).split("-")
