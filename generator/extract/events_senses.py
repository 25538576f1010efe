"""Which of its senses a word has in a clause: the type of a trigger by what stands around it ("fired a coach", "fired a rocket")."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from spacy.tokens import Token

from generator.extract.events_kinds import forms, is_of
from generator.extract.events_lexicon import words_in
from generator.extract.events_slots import fillers
from generator.extract.lexicon import read_lines

NO_EVENT = "-"


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: a word in `slot` is one of `words`, or belongs to one of `classes`. Neither: the slot is filled."""

    slot: str
    words: frozenset[str]
    classes: tuple[str, ...]
    wanted: bool


@dataclass(frozen=True, slots=True)
class Sense:
    """`type` ("-": no event) holds where all `terms` do."""

    type: str
    terms: tuple[Term, ...]


def sense_of(token: Token, kind: str, lemma: str) -> str | None:
    """The type that the surroundings of `token` give it, "-" for no event, None where they say nothing.

    kind   "verb" or "noun";  lemma  under which `lexicons/events_senses.tsv` has its senses: the first whose terms hold counts."""
    for sense in senses().get((kind, lemma), ()):
        if all(_holds(term, token) for term in sense.terms):
            return sense.type
    return None


@cache
def senses() -> Mapping[tuple[str, str], tuple[Sense, ...]]:
    """(kind, lemma) -> its senses beside the listed one, in the order in which they are tried."""
    found: dict[tuple[str, str], tuple[Sense, ...]] = {}
    for line in read_lines("events_senses.tsv"):
        kind, lemmas, label, conditions = line.split("\t")
        sense = Sense(label, tuple(_term(part.strip()) for part in conditions.split(" & ")))
        for lemma in words_in(lemmas):
            found[kind, lemma] = (*found.get((kind, lemma), ()), sense)
    return MappingProxyType(found)


def _term(written: str) -> Term:
    slot, _, words = written.partition("=")
    listed = list(words_in(words))
    return Term(
        slot.removeprefix("!"),
        frozenset(word for word in listed if not word.startswith("@")),
        tuple(word[1:] for word in listed if word.startswith("@")),
        not slot.startswith("!"),
    )


def _holds(term: Term, token: Token) -> bool:
    if term.slot == "self":
        return (token.lower_ in term.words) == term.wanted
    if not term.words and not term.classes:
        return any(True for _ in fillers(term.slot, token)) == term.wanted
    return any(_fits(term, word) for word in fillers(term.slot, token)) == term.wanted


def _fits(term: Term, word: Token) -> bool:
    return not term.words.isdisjoint(forms(word)) or any(is_of(word, name) for name in term.classes)
