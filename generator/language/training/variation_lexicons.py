"""The lists from which names for training are drawn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

LEXICONS = Path(__file__).parent / "lexicons"
SHARED = "any"  # parts under this name belong to every tradition
_SLOT = re.compile(r"\{(\w+)\}")
_REPEATED = re.compile(r"^(\d+)\*(.+)$")


@dataclass(frozen=True, slots=True)
class Forms:
    """One kind of name: how often it is drawn, its patterns with {slots}, and the words for each slot."""

    name: str
    weight: float
    patterns: tuple[str, ...]
    parts: Mapping[str, tuple[str, ...]]


def read_rows(file_name: str) -> Iterator[list[str]]:
    """Tab-separated cells of a list, without empty lines and lines that begin with "#"."""
    for line in (LEXICONS / file_name).read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")


def entries(cell: str) -> tuple[str, ...]:
    """Entries of a cell, between commas; "3*x" is x three times."""
    found: list[str] = []
    for entry in cell.split(","):
        repeated = _REPEATED.match(entry.strip())
        found += [repeated[2]] * int(repeated[1]) if repeated else [entry.strip()]
    return tuple(found)


@cache
def traditions() -> tuple[Forms, ...]:
    """Name traditions of the world, in the order of the file. In a pattern, [ ] holds what a later mention repeats (the
    family name in most traditions), < > the given name."""
    parts = _parts("person_names.tsv")
    return tuple(
        Forms(name, float(weight), entries(patterns), {**parts[SHARED], **parts[name]})
        for name, weight, patterns in read_rows("traditions.tsv")
    )


@cache
def name_parts() -> dict[str, tuple[str, ...]]:
    """Lists of people's names over all traditions, for the names of other things: family, given, people_name and
    given_family (both)."""
    families = sorted({name for kind in traditions() for name in kind.parts.get("family", ())})
    given = sorted({name for kind in traditions() for name in kind.parts.get("given", ())})
    return {
        "family": tuple(families),
        "given": tuple(given),
        "people_name": ("{family}", "{given}"),
        "given_family": ("{given} {family}",),
    }


@cache
def organization_words() -> dict[str, tuple[str, ...]]:
    """Lists for the forms of organizations' names."""
    return {name: entries(cell) for name, cell in read_rows("organization_words.tsv")}


def _parts(file_name: str) -> dict[str, dict[str, tuple[str, ...]]]:
    parts: dict[str, dict[str, tuple[str, ...]]] = {}
    for owner, part, cell in read_rows(file_name):
        slots = parts.setdefault(owner, {})
        slots[part] = slots.get(part, ()) + entries(cell)
    return parts


def draw(kinds: Sequence[Forms], random: Random) -> Forms:
    """One of the kinds, by weight."""
    return random.choices(kinds, [kind.weight for kind in kinds])[0]


def fill(pattern: str, parts: Mapping[str, Sequence[str]], random: Random) -> str:
    """A pattern with a random word in every slot; a word may hold slots itself.

    Raises KeyError when a slot has no list.
    """
    while "{" in pattern:
        pattern = _SLOT.sub(lambda slot: random.choice(parts[slot[1]]), pattern)
    return pattern


def draw_word(slot: str, parts: Mapping[str, Sequence[str]], random: Random) -> str:
    """A random word of one list."""
    return fill(f"{{{slot}}}", parts, random)
