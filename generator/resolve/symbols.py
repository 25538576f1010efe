"""Given and family names that are spellings of one name, from the name lists of rigour (after Wikidata)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from rigour.names import load_person_names

from generator.resolve.names import fold

Symbols = Mapping[str, frozenset[str]]
NO_SYMBOLS: Symbols = {}


def load_symbols(pairs: Iterable[tuple[tuple[str, ...], tuple[str, ...]]]) -> Symbols:
    """Name part -> ids of the names that it spells, for the parts in which the two names of a pair differ.

    The list has a million spellings: it is read once, only when there is a difference to explain, and nothing else is kept.
    """
    wanted: set[str] = set()
    for left, right in pairs:
        one, other = _telling(left) - _telling(right), _telling(right) - _telling(left)
        if one and other:
            wanted |= {part for part in (*left, *right) if fold(part) in one | other}
    return _load(frozenset(wanted)) if wanted else NO_SYMBOLS


def _telling(parts: tuple[str, ...]) -> set[str]:
    return {fold(part) for part in parts if len(part) > 1}


@lru_cache(maxsize=8)
def _load(wanted: frozenset[str]) -> Symbols:
    found: dict[str, set[str]] = {}
    for symbol, spellings in load_person_names():
        if not wanted.isdisjoint(spellings):
            for spelling in wanted.intersection(spellings):
                found.setdefault(spelling, set()).add(symbol)
    return {part: frozenset(ids) for part, ids in found.items()}
