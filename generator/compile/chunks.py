"""Long lists by date, cut into pages: one page when it is short, else one per year; a crowded year by month, a crowded month in parts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.compile.dates import MONTHS, year_of
from generator.compile.happening import dated_key
from generator.model import Event

UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Chunk:
    """Events of one page of a list: `key` ends its address ("2024", "2024-06", "2024-06-2", "undated"), `title` names it."""

    key: str
    title: str
    events: tuple[Event, ...]


def chunks(events: Sequence[Event], weights: Sequence[int], limit: int) -> tuple[Chunk, ...]:
    """The events in their order, in pages of at most `limit` rows as far as whole events allow; `weights` are their rows."""
    rows = dict(zip((event.id for event in events), weights, strict=True))
    found: list[Chunk] = []
    for year, mine in runs(events, year_key):
        if year == UNDATED or sum(rows[e.id] for e in mine) <= limit:
            found += _parts(year, period_title(year), mine, rows, limit)
        else:
            for month, these in runs(mine, month_key):
                found += _parts(month, period_title(month), these, rows, limit)
    return tuple(found)


def _parts(key: str, title: str, events: Sequence[Event], rows: dict[str, int], limit: int) -> list[Chunk]:
    """One page, or several with a number behind the key."""
    cut: list[list[Event]] = [[]]
    filled = 0
    for event in events:
        if cut[-1] and filled + rows[event.id] > limit:
            cut.append([])
            filled = 0
        cut[-1].append(event)
        filled += rows[event.id]
    if len(cut) == 1:
        return [Chunk(key, title, tuple(cut[0]))]
    return [
        Chunk(f"{key}-part-{n}", f"{title}, part {n} of {len(cut)}", tuple(part)) for n, part in enumerate(cut, start=1)
    ]


def runs(events: Sequence[Event], key_of: Callable[[Event], str]) -> list[tuple[str, list[Event]]]:
    """The events of each key, in the order in which the keys come first."""
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(key_of(event), []).append(event)
    return list(found.items())


def year_key(event: Event) -> str:
    """ "2024"; "2010s" where only the decade is known; "undated" where no year is."""
    key = dated_key(event)[:4]
    return (key if year_of(event.date) else f"{key}s") if key else UNDATED


def month_key(event: Event) -> str:
    """ "2024-06"; the year alone where the month is not known."""
    month = dated_key(event)[5:7]
    known = month.isdigit() and 1 <= int(month) <= len(MONTHS)
    return f"{year_key(event)}-{month}" if known else year_key(event)


def period_title(key: str) -> str:
    """A key in words: "June 2024", "2024", "The 2010s", "Date not known"."""
    year, _, month = key.partition("-")
    if key == UNDATED:
        return "Date not known"
    if year.endswith("s"):
        return f"The {year}"
    return f"{MONTHS[int(month) - 1]} {year}" if month else year
