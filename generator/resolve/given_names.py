"""Given names that are forms of one: pet names, languages that write one name differently, romanizations."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from generator.resolve.lexicon import rows, words

# Fewer consonants say too little when the vowels are left out.
MIN_CONSONANTS = 3

_REPEATED = re.compile(r"(.)\1+")
_VOWELS = re.compile("[aeiouy]+")
_FINAL_A = re.compile("(?:a|e)h?$")
_FINAL_I = re.compile("(?:i|y|ee|ie)$")


def are_nicknames(left: str, right: str) -> bool:
    """Whether one given name is a pet form of the other ("Bill", "William")."""
    return right in _together("nicknames.tsv").get(left, frozenset())


def are_language_forms(left: str, right: str) -> bool:
    """Whether two given names are one in two Slavic languages ("Volodymyr", "Vladimir")."""
    return right in _together("slavic_names.tsv").get(left, frozenset())


def arabic_verdict(left: str, right: str) -> bool | None:
    """Whether two listed Arabic names are one; None when the list lacks either."""
    one, other = _arabic().get(left), _arabic().get(right)
    return None if one is None or other is None else one == other


def is_arabic(parts: Iterable[str]) -> bool:
    """Whether a name is Arabic or Persian, by a listed given name or by a particle that doesn't stand first."""
    found = list(parts)
    return any(part in _arabic() for part in found) or any(part in words("arabic_particles.tsv") for part in found[1:])


@lru_cache(maxsize=50_000)
def arabic_skeleton(part: str) -> str:
    """The consonants of an Arabic name and how it ends, whatever the romanization: "haftar", "hifter" -> "hftr"; "" when too short."""
    for found, folded in rows("arabic.tsv"):
        part = part.replace(found, folded)
    end = "a" if _FINAL_A.search(part) else "i" if _FINAL_I.search(part) else ""
    bare = _REPEATED.sub(r"\1", _VOWELS.sub("", _FINAL_A.sub("", part)))
    return bare + end if len(bare) >= MIN_CONSONANTS else ""


@lru_cache(maxsize=50_000)
def name_roots(part: str) -> tuple[str, ...]:
    """The given names that `part` may stand for, itself included, sorted: what two forms of one name have in common."""
    roots = {row[0] for table in ("nicknames.tsv", "slavic_names.tsv") for row in _rows_with(table).get(part, ())}
    return tuple(sorted({part, *roots, _arabic().get(part, part)}))


@cache
def _arabic() -> dict[str, str]:
    return {spelling: row[0] for row in rows("arabic_names.tsv") for spelling in row}


@cache
def _rows_with(table: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for row in rows(table):
        for name in row:
            found[name] = (*found.get(name, ()), row)
    return found


@cache
def _together(table: str) -> dict[str, frozenset[str]]:
    """Name -> the others of its rows; in the list of pet names only the first of a row with each other."""
    return {
        name: frozenset(
            other
            for row in found
            for other in row
            if other != name and (table != "nicknames.tsv" or row[0] in (name, other))
        )
        for name, found in _rows_with(table).items()
    }
