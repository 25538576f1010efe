"""The words of events: triggers with their types, reporting and state verbs, light verbs, modality, roles of prepositions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from generator.extract.lexicon import read_lines


@cache
def triggers(kind: str) -> Mapping[str, str]:
    """Lemma (one word, or two separated by a space) -> type of event. `kind` is "verb", "noun", "adj" or "name"."""
    found = {
        lemma: label
        for row_kind, label, lemmas in _rows("events_triggers.tsv")
        if row_kind == kind
        for lemma in words_in(lemmas)
    }
    return MappingProxyType(found)


@cache
def types() -> Mapping[str, str]:
    """Type of event -> what it covers, in words."""
    return MappingProxyType({name: words for name, _, words in _rows("events_types.tsv")})


@cache
def verbs(name: str) -> frozenset[str]:
    """A list of words: `name` is "reporting", "states", "light", "weak" or another of the files "events_name.txt"."""
    return frozenset(word for (line,) in _rows(f"events_{name}.txt") for word in words_in(line))


@cache
def modality(how: str) -> Mapping[str, str]:
    """Lemma -> modality. `how` is "aux" (auxiliaries of the trigger), "adverb", "mark" or "head" (what governs its clause)."""
    found: dict[str, str] = {}
    for label, row_how, lemmas in _rows("events_modality.tsv"):
        if row_how == how:
            found.update({word: label for word in words_in(lemmas) if word not in found})
    return MappingProxyType(found)


@cache
def prepositions() -> Mapping[str, str]:
    """Preposition -> role of its object."""
    return MappingProxyType({row[0]: row[1] for row in _rows("events_roles.tsv")})


def _rows(name: str) -> Iterator[tuple[str, ...]]:
    return (tuple(line.split("\t")) for line in read_lines(name))


def words_in(line: str) -> Iterator[str]:
    """The words of a list that commas separate."""
    return (word.strip() for word in line.split(",") if word.strip())
