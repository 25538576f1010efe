"""The words of reporting, read from the data files beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

# What a class of reporting verb can take (see quotes_cues.yaml).
_NO_WHOLE_QUOTATION = frozenset({"naming", "naming_as", "attitude"})
_NO_CLAUSE = frozenset({"naming", "naming_as", "judging", "denying", "attitude", "manner", "relay", "loose"})
_NO_PART = frozenset({"manner", "loose"})


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon of reporting.

    verbs         lemma -> class;  prepositions: word sequences, longest first;  nouns: that carry words
    documents     texts that speak; signs: things that show words; showing: verbs for what they do
    agencies      (lower case), relays: who passes words on
    turns         label of a turn in an interview -> "question" or "answer"
    not_speakers  nouns that name no speaker after "according to"
    """

    verbs: dict[str, str]
    prepositions: tuple[tuple[str, ...], ...]
    nouns: frozenset[str]
    documents: frozenset[str]
    signs: frozenset[str]
    showing: frozenset[str]
    agencies: frozenset[str]
    relays: frozenset[str]
    turns: dict[str, str]
    not_speakers: frozenset[str]


@cache
def load_words() -> Words:
    """The lexicon of reporting; read once. Raises OSError when a data file is missing."""
    cues, relays = _read("quotes_cues.yaml"), _read("quotes_relays.yaml")
    phrases = sorted((tuple(phrase) for phrase in cues["prepositions"]), key=lambda phrase: (-len(phrase), phrase))
    return Words(
        verbs={lemma: name for name, lemmas in cues["verbs"].items() for lemma in lemmas},
        prepositions=tuple(phrases),
        nouns=frozenset(cues["nouns"]),
        documents=frozenset(cues["documents"]),
        signs=frozenset(cues["signs"]),
        showing=frozenset(cues["showing"]),
        agencies=frozenset(name.lower() for name in relays["agencies"]),
        relays=frozenset(relays["nouns"]),
        not_speakers=frozenset(cues["not_speakers"]),
        turns={label: kind for kind, labels in cues["turns"].items() for label in labels},
    )


def takes_quotation(kind: str) -> bool:
    """Whether a verb of this class can stand beside a whole quotation ("...," he smiled)."""
    return kind not in _NO_WHOLE_QUOTATION


def takes_clause(kind: str) -> bool:
    """Whether a verb of this class reports a clause without quotation marks (he said that ...)."""
    return kind not in _NO_CLAUSE


def takes_part(kind: str) -> bool:
    """Whether words in quotation marks inside its object or clause are its subject's (he praised the "...")."""
    return kind not in _NO_PART


def _read(name: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(files("generator.extract").joinpath("lexicons", name).read_text("utf-8"))
    return found
