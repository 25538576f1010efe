"""Inflection for headlines: third person, agreement, and what a title may be made of."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_FOLDER = files("generator.resolve") / "lexicons"
_SIBILANTS = ("s", "x", "z", "ch", "sh", "o")
_VOWELS = frozenset("aeiou")


@cache
def words(name: str) -> frozenset[str]:
    """A word list of the titles: `name` is "pronouns", "determiners", "intransitive", "dangling" or "unclear"."""
    return frozenset(word for key, word in _rows("titles_words.tsv") if key == name)


@cache
def common_words() -> frozenset[str]:
    """Lemmas of content words that running text uses often, lower case; a few of them are names."""
    return frozenset(key for key, _ in _rows("events_document_frequencies.tsv"))


@cache
def _irregular() -> dict[str, str]:
    return dict(_rows("titles_irregular.tsv"))


def third_person(lemma: str) -> str:
    """The form of a verb after he, she or it: "visit" -> "visits", "carry" -> "carries", "go" -> "goes"."""
    if lemma in _irregular():
        return _irregular()[lemma]
    if lemma.endswith("y") and len(lemma) > 1 and lemma[-2] not in _VOWELS:
        return f"{lemma[:-1]}ies"
    return f"{lemma}es" if lemma.endswith(_SIBILANTS) else f"{lemma}s"


def present(lemma: str, plural: bool) -> str:
    """The present form that agrees with its subject."""
    if lemma == "be":
        return "are" if plural else "is"
    return lemma if plural else third_person(lemma)


def _rows(name: str) -> Iterator[tuple[str, str]]:
    for line in (_FOLDER / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            key, _, values = line.partition("\t")
            yield from ((key, value.strip()) for value in values.split(",") if value.strip())
