"""Names of two people that look like one's: of relatives, of people named after others, of the same parts in another order."""

from __future__ import annotations

import re
from functools import cache

from generator.resolve.lexicon import rows, words
from generator.resolve.names import fold, name_parts, person_parts

# All syllables of a Japanese name end in a vowel or in "n" (Hepburn romanization).
_JAPANESE = re.compile("(?>(?:[kgnhbpmr]y|sh|ch|ts|[kgsztdjnhbpfmyrw])?[aiueo]|n|[kstp](?=[kstp]))++")


def are_told_apart(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether two well-known people have these names."""
    return frozenset((_spoken(left), _spoken(right))) in _told_apart()


@cache
def _told_apart() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(_spoken(person_parts(name)) for name in row) for row in rows("told_apart.tsv"))


def _spoken(parts: tuple[str, ...]) -> str:
    return " ".join(fold(part) for part in parts)


def is_child_of(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether one name is the other's with "son of" before it: "Omar bin Tariq bin Said", "Tariq bin Said"."""
    shorter, longer = sorted((left, right), key=len)
    before = longer[: -len(shorter)]
    return len(before) > 1 and longer[-len(shorter) :] == shorter and before[-1] in words("child_of.tsv")


def may_be_turned_round(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Whether the press writes a name both ways, family name in front or behind: "Paul Ryan" and "Ryan Paul" are two people."""
    if min(len(left), len(right)) > 2 or {left[0], right[0]} & words("family_first.tsv"):
        return True
    return bool(set(left) & words("turned_round.tsv")) or all(map(_JAPANESE.fullmatch, left))


def has_given_name_of(name: str, parts: tuple[str, ...]) -> bool:
    """Whether a name starts with all these parts as one given name with a hyphen: "Jean-Paul Sartre" is no "Jean Paul"."""
    first, _, rest = name.partition(" ")
    return bool(rest) and "-" in first and name_parts(first) == parts
