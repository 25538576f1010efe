"""How a word is written."""

from __future__ import annotations


def is_capitalized(word: str) -> bool:
    """Whether the first character is an upper-case letter."""
    return word[:1].isupper()


def word_shape(word: str) -> str:
    """One of ten shapes: digit punct hasdigit lower CAP1 dots UPPER Title Mixed innerCap."""
    if word.isdigit():
        return "digit"
    if not any(character.isalnum() for character in word):
        return "punct"
    if any(character.isdigit() for character in word):
        return "hasdigit"
    return _letter_shape(word)


def _letter_shape(word: str) -> str:
    if word.islower():
        return "lower"
    if word.isupper():
        return "CAP1" if len(word) == 1 else "dots" if "." in word else "UPPER"
    if is_capitalized(word):
        return "Title" if word[1:].islower() else "Mixed"
    return "innerCap"
