"""Exact agreement of what was found with what is right, and the three figures that are made of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Counts:
    """How many were found, how many there are (gold), and how many of the found ones are right."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Self) -> Counts:
        return Counts(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Percent of the found ones that are right; 0 where nothing was found."""
        return 100 * self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Percent of the gold ones that were found; 0 without gold."""
        return 100 * self.right / self.gold if self.gold else 0.0

    @property
    def f_score(self) -> float:
        """The harmonic mean of precision and recall, in percent (where found equals gold, the accuracy)."""
        total = self.found + self.gold
        return 200 * self.right / total if total else 0.0


def agreement(found: Iterable[object], gold: Iterable[object]) -> Counts:
    """The counts of two collections, each read as a set."""
    found, gold = set(found), set(gold)
    return Counts(len(found & gold), len(found), len(gold))


def total(counts: Iterable[Counts]) -> Counts:
    """The sum; zeros for none."""
    return sum(counts, Counts())
