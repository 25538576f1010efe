"""People counted as a crowd: "a crowd of 3,000 walked to the market"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from generator.extract.quantities_counted import Counted, find_predicate
from generator.extract.quantities_figures import Figure
from generator.extract.times_atoms import Atoms, at
from generator.extract.times_lexicon import words

_NUMBERS = "quantities_words"


@dataclass(frozen=True, slots=True)
class Crowd:
    """The noun for the crowd, and what it did or what became of it, or None."""

    noun: Token
    predicate: str | None


def find_crowd(atoms: Atoms, figure: Figure) -> Crowd | None:
    """The crowd that a bare figure gives the number of; None where the figure has a unit or counts something else."""
    noun = at(atoms, figure.hedge_start - 2).token if figure.hedge_start > 1 else None
    if figure.unit is not None or noun is None or at(atoms, figure.hedge_start - 1).low != "of":
        return None
    if noun.lemma_.lower() not in words(_NUMBERS, "crowds"):
        return None
    place = figure.hedge_start - 2
    return Crowd(noun, find_predicate(atoms, figure.end, Counted(noun.lemma_.lower(), place, place + 1, noun)))
