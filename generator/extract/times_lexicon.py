"""The words of times and figures, read from the data files beside this module."""

from __future__ import annotations

from functools import cache
from typing import Any

from generator.extract.lexicon import read_yaml


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The lexicon `name` (a YAML mapping): "times_words" -> lexicons/times_words.yaml. Raises OSError when it is missing."""
    return read_yaml(f"{name}.yaml")


def words(lexicon: str, key: str) -> frozenset[str]:
    """The entries under `key`, as a set."""
    return _words(lexicon, key)


@cache
def _words(lexicon: str, key: str) -> frozenset[str]:
    return frozenset(load_lexicon(lexicon)[key])


@cache
def table(lexicon: str, key: str) -> dict[str, Any]:
    """The mapping under `key`."""
    return dict(load_lexicon(lexicon)[key])


@cache
def phrases(lexicon: str, key: str) -> tuple[str, ...]:
    """The phrases under `key` (a list or the keys of a mapping), longest first, then in alphabetical order."""
    return tuple(sorted(load_lexicon(lexicon)[key], key=lambda item: (-len(item), item)))
