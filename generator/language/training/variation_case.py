"""Sentences as headlines and in capitals: the encoder sees no case, and the features must not rely on one case alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from random import Random

from generator.language.training.variation_lexicons import entries, read_rows

HEADLINE_SHARE = 0.03  # of the sentences
CAPITALS_SHARE = 0.015
FEWEST_WORDS = 4
MOST_WORDS = 25  # no headline is longer


def vary_case(words: Sequence[str], random: Random) -> tuple[str, ...]:
    """The words of a sentence: mostly as they are, at times as a headline or in capitals. One word for one word."""
    chance = random.random()
    if not FEWEST_WORDS <= len(words) <= MOST_WORDS:
        return tuple(words)
    if chance < HEADLINE_SHARE:
        return headline_case(words)
    if chance < HEADLINE_SHARE + CAPITALS_SHARE:
        return tuple(capitals(word) for word in words)
    return tuple(words)


def headline_case(words: Sequence[str]) -> tuple[str, ...]:
    """Every word with a capital, as English headlines have it; small words stay small except the first and the last."""
    last = max((number for number, word in enumerate(words) if word[:1].isalpha()), default=0)
    return tuple(
        word if not word[:1].islower() or (word in _small_words() and number not in (0, last)) else _raise(word)
        for number, word in enumerate(words)
    )


def _raise(word: str) -> str:
    return word if word in _endings() else capitals(word[0]) + word[1:]


def capitals(word: str) -> str:
    """The word in capitals, unless that would change its number of letters (ß)."""
    upper = word.upper()
    return upper if len(upper) == len(word) else word


@cache
def _small_words() -> frozenset[str]:
    return _headline_words("small")


@cache
def _endings() -> frozenset[str]:
    return _headline_words("ending")


def _headline_words(kind: str) -> frozenset[str]:
    return frozenset(word for row in read_rows("headline_words.tsv") if row[0] == kind for word in entries(row[1]))
