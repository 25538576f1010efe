"""Addresses: where a page stands, where it stood, and what it held."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Address:
    """An address that was published once, as the state file keeps it.

    title  of the page that stands there, or that last stood there
    holds  a sample of what that page held, as hashes (see `generator.history.holdings`), sorted
    to     path of the page that it leads to; None while it is a page itself
    """

    title: str
    holds: tuple[str, ...] = ()
    to: str | None = None


@dataclass(frozen=True, slots=True)
class Moved:
    """What to tell a reader who comes to an address where no page stands any more. Titles belong to paths, in pairs.

    to      path and title of the page that it leads to
    is_same whether that page is what stood here (merged, renamed, moved); else it is only the nearest page that is left
    others  further pages that hold some of what stood here, the one that holds most first
    """

    path: str
    title: str
    to: tuple[str, str]
    is_same: bool
    others: tuple[tuple[str, str], ...] = ()
