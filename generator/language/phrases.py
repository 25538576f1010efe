"""Names from a list, found in a sentence: the longest one wins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.language.shapes import is_capitalized

LONGEST = 5  # words
ORGANIZATION = "ORG"
SHORTEST_ACRONYM = 4  # characters of one that may be written as a word: shorter ones are words
SHORTEST_IN_CAPITALS = 5  # characters: below that, capitals are an abbreviation and no headline


def find_label(phrase: str, phrases: Mapping[str, str]) -> str | None:
    """The label of a name, also when a headline writes it in capitals, or a house style an acronym as a word ("Nato")."""
    label = phrases.get(phrase)
    if label is None and len(phrase) >= SHORTEST_IN_CAPITALS and phrase.isupper():
        label = phrases.get(phrase.title())
    if label is None and len(phrase) >= SHORTEST_ACRONYM and phrase.isalpha() and phrase.istitle():
        label = ORGANIZATION if phrases.get(phrase.upper()) == ORGANIZATION else None
    return label


def find_phrases(words: Sequence[str], phrases: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """(first word, word after the last, label) of names that begin with a capital, left to right, without overlap."""
    found: list[tuple[int, int, str]] = []
    start = 0
    while start < len(words):
        end = start + 1
        if is_capitalized(words[start]):
            for stop in range(min(start + LONGEST, len(words)), start, -1):
                label = find_label(" ".join(words[start:stop]), phrases)
                if label:
                    found.append((start, stop, label))
                    end = stop
                    break
        start = end
    return found


def label_phrases(words: Sequence[str], phrases: Mapping[str, str]) -> list[str]:
    """O, B-LABEL or I-LABEL for every word."""
    labels = ["O"] * len(words)
    for start, stop, label in find_phrases(words, phrases):
        labels[start] = f"B-{label}"
        labels[start + 1 : stop] = [f"I-{label}"] * (stop - start - 1)
    return labels
