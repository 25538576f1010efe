"""Dates as written -> EDTF (ISO 8601-2) of day, month or year precision. Nothing is guessed."""

from __future__ import annotations

import datetime
import re

from dateutil import parser

MAX_CHARACTERS = 80
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)(?:[T ].*)?", re.DOTALL)
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T?\d{6}Z?)?")
_YEAR = re.compile(r"(?<!\d)(1[5-9]|20|21)\d\d(?!\d)")
# Two moments that differ in every part: what dateutil filled in from them differs, what was written does not.
_FILLERS = (datetime.datetime(1904, 1, 1), datetime.datetime(2000, 10, 28))


class AmbiguousDateError(ValueError):
    """Day and month can't be told apart: "03/04/2024"."""


def read_date(written: str) -> str | None:
    """EDTF of a date as written, or None when it holds no date with a year.

    "2024-11-29T10:05:00Z" -> "2024-11-29", "Nov. 29, 2024" -> "2024-11-29", "November 2024" -> "2024-11". The day is the
    one written, in the writer's time zone. Raises AmbiguousDateError when the order of day and month is open.
    """
    written = " ".join(written.split())
    if not written or len(written) > MAX_CHARACTERS:
        return None
    match = _ISO.fullmatch(written) or _COMPACT.fullmatch(written)
    if match:
        groups = match.groups()
        return _checked(groups[:3], groups[3] if len(groups) > 3 else "")
    return _read_words(written) if _YEAR.search(written) else None


def _checked(parts: tuple[str | None, ...], qualifier: str | None) -> str | None:
    """The parts as EDTF, or None when the calendar has no such day."""
    year, month, day = (int(part) if part else None for part in parts)
    try:
        datetime.date(year or 1, month or 1, day or 1)
    except ValueError:
        return None
    return "-".join(part for part in parts if part) + (qualifier or "")


def _read_words(written: str) -> str | None:
    """A date in words or with slashes, by dateutil: a part counts only when it does not come from the filler."""
    readings = {
        (dayfirst, filler): _parse(written, dayfirst, filler) for dayfirst in (False, True) for filler in _FILLERS
    }
    month_first = _agreed(readings[False, _FILLERS[0]], readings[False, _FILLERS[1]])
    day_first = _agreed(readings[True, _FILLERS[0]], readings[True, _FILLERS[1]])
    if month_first is not None and day_first is not None and month_first != day_first:
        raise AmbiguousDateError(written)
    return month_first or day_first


def _parse(written: str, dayfirst: bool, filler: datetime.datetime) -> datetime.datetime | None:
    try:
        return parser.parse(written, default=filler, dayfirst=dayfirst, ignoretz=True)
    except (ValueError, OverflowError, TypeError, AttributeError, IndexError, ArithmeticError):
        # dateutil lets most of these through on text that is no date at all.
        return None


def _agreed(one: datetime.datetime | None, other: datetime.datetime | None) -> str | None:
    """What two readings with different fillers agree on, from the year down."""
    if one is None or other is None or one.year != other.year:
        return None
    if one.month != other.month:
        return f"{one.year:04}"
    return f"{one:%Y-%m}" if one.day != other.day else f"{one:%Y-%m-%d}"
