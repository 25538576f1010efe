"""EDTF (ISO 8601-2) dates as people write them: "29 November 2024", "June 2024", "about 2021", "from 3 to 5 May 2024"."""

from __future__ import annotations

from typing import NamedTuple

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = {"21": "spring", "22": "summer", "23": "autumn", "24": "winter"}
HEDGES = frozenset("~?%")
_OPEN = {"", ".."}


class _Parts(NamedTuple):
    year: str
    month: str
    day: str


def date_words(edtf: str | None) -> str:
    """The date in words, or "" for None or for something that is no date."""
    if not edtf:
        return ""
    if "/" in edtf:
        start, _, end = edtf.partition("/")
        return _interval(start.strip(), end.strip())
    return _single(edtf)


def short_date(edtf: str | None) -> str:
    """The date in words with the month cut to three letters where it has a day: "29 Nov 2024"."""
    words = date_words(edtf)
    for month in MONTHS:
        if len(month) > 4 and words[:1].isdigit():
            words = words.replace(month, month[:3])
    return words


def date_key(edtf: str | None) -> str:
    """A string that sorts dates by their beginning; unknown dates come first."""
    first = (edtf or "").partition("/")[0]
    if not first or first in _OPEN:
        return ""
    parts = _parts(first)
    return "-".join((parts.year.zfill(4), parts.month or "00", parts.day or "00")).replace("X", "0")


def year_of(edtf: str | None) -> str:
    """The year, four digits, or ""."""
    year = _parts((edtf or "").partition("/")[0]).year
    return year if len(year) == 4 and year.isdigit() else ""


def _interval(start: str, end: str) -> str:
    if start in _OPEN:
        return f"until {_single(end)}" if end not in _OPEN else ""
    if end in _OPEN:
        return f"since {_single(start)}"
    if start == end:
        return _single(start)
    return f"{_beginning(start, end)} to {_single(end)}"


def _beginning(start: str, end: str) -> str:
    """The start of an interval without what its end says too: "3" of 3 to 5 May 2024."""
    first, last = _parts(start), _parts(end)
    if first.year != last.year or not (first.month.isdigit() and last.month.isdigit()) or start[-1:] in HEDGES:
        return _single(start)
    if first.month == last.month and first.day.isdigit() and last.day.isdigit():
        return str(int(first.day))
    return _words(first._replace(year=""))


def _single(edtf: str) -> str:
    hedged = edtf[-1:] in HEDGES
    parts = _parts(edtf)
    words = _words(parts)
    return f"about {words}" if hedged and words else words


def _parts(edtf: str) -> _Parts:
    plain = edtf.strip().rstrip("~?%").partition("T")[0].partition(" ")[0]
    year, _, rest = plain.partition("-")
    month, _, day = rest.partition("-")
    return _Parts(year, month, day)


def _words(parts: _Parts) -> str:
    year = _year(parts.year)
    if parts.month in SEASONS:
        return f"{SEASONS[parts.month]} {year}".strip()
    if not parts.month.isdigit() or not 1 <= int(parts.month) <= 12:
        return year
    month = MONTHS[int(parts.month) - 1]
    if parts.day.isdigit() and 1 <= int(parts.day) <= 31:
        return f"{int(parts.day)} {month} {year}".strip()
    return f"{month} {year}".strip()


def _year(year: str) -> str:
    if year.isdigit():
        return year
    known = year.rstrip("X")
    if len(year) == 4 and len(known) == 3 and known.isdigit():
        return f"the {known}0s"
    return ""


def readable_dates(text: str) -> str:
    """`text` with each ISO date in it as people write it: "published 2024-11-29" -> "published 29 November 2024"."""
    return " ".join(_readable_word(word) for word in text.split(" "))


def _readable_word(word: str) -> str:
    core = word.rstrip(",.;:)")
    if len(core) == 10 and core[4] == core[7] == "-" and core.replace("-", "").isdigit():
        return _single(core) + word[len(core) :]
    return word
