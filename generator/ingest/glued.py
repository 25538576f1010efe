"""Sentences glued together without a space: "... all the difference.The minister arrived ..."."""

from __future__ import annotations

import re

# A lower-case word of three letters or more, the end of a sentence, and a capitalized word right behind it: neither an
# abbreviation ("U.S.Army") nor an address ("example.Com/x") looks so.
_SEAM = re.compile(r"(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]*[ ’'-])|(?<=[a-z]{3}[.!?][”\"’')])(?=[“\"‘']?[A-Z][a-z]*[ ’'-])")
MIN_WORDS = 3


def unglue(paragraph: str) -> list[str]:
    """The parts of a paragraph between glued sentences; [paragraph] when there are none. Joined, they give the paragraph."""
    parts: list[list[str]] = []
    count = 0
    for piece in _SEAM.split(paragraph):
        words = len(piece.split())
        if parts and (words < MIN_WORDS or count < MIN_WORDS):
            parts[-1].append(piece)
            count += words - 1  # the words at the seam are one to a reader of spaces
        else:
            parts.append([piece])
            count = words
    return ["".join(part) for part in parts]
