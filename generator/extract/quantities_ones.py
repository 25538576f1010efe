"""Counts of one that an article makes: "a worker was hurt". Only of people, and only where it is told what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Token

from generator.extract.lexicon import read_table
from generator.extract.quantities_none import fate_of, is_fact
from generator.extract.times_atoms import Atoms
from generator.extract.times_lexicon import table, words

_NONE = "quantities_none"
_NUMBERS = "quantities_words"
_PERSON_NOUNS = "mentions_person_nouns.tsv"


@dataclass(frozen=True, slots=True)
class OneFound:
    """The article, the noun behind it, and what became of that one ("injured")."""

    article: Token
    noun: Token
    predicate: str


def find_ones(atoms: Atoms) -> list[OneFound]:
    """The counts of one in a sentence, in text order; none where the sentence has no parse or asks."""
    tokens = list(dict.fromkeys(atom.token for atom in atoms if atom.token is not None))
    if not tokens or not tokens[0].doc.has_annotation("DEP") or tokens[-1].text == "?":
        return []
    return [found for token in tokens if (found := _read(token)) is not None]


def _read(token: Token) -> OneFound | None:
    noun, verb = token.head, token.head.head
    if token.lower_ not in {"a", "an"} or token.dep_ != "det" or noun.tag_ != "NN" or not _is_person(noun):
        return None
    if noun.dep_ not in {"nsubj", "nsubjpass"} or verb.i < noun.i or not is_fact(verb):
        return None
    if any(child.dep_ in {"conj", "cc"} for child in noun.children):
        return None
    fate = fate_of(verb, noun.dep_ == "nsubjpass")
    name = fate[1] if fate is not None else _state_behind(verb)
    return OneFound(token, noun, name) if name is not None else None


def _state_behind(verb: Token) -> str | None:
    """The state right behind a "was", whatever the parse hangs it under: "was [hurt]"."""
    if verb.lemma_ != "be" or verb.i + 1 >= len(verb.doc):
        return None
    state = table(_NONE, "states").get(verb.nbor(1).lower_)
    return str(state) if state is not None else None


def _is_person(noun: Token) -> bool:
    """Whether the noun names somebody: a listed noun, or one with the ending of a profession ("pyrotechnician")."""
    lemma = noun.lemma_.lower()
    return lemma in _person_nouns() or lemma.endswith(tuple(sorted(words(_NUMBERS, "person_endings"))))


@cache
def _person_nouns() -> frozenset[str]:
    return frozenset(row["noun"] for row in read_table(_PERSON_NOUNS))
