"""Words to word pieces: the uncased WordPiece tokenization of BERT (Wu et al. 2016; Devlin et al. 2019)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

CLS, SEP, UNKNOWN = 101, 102, 100
CONTINUATION = "##"
MAX_CHARACTERS = 100  # of one run of letters; a longer one is unknown, as in the reference implementation
IDEOGRAPHS = ((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF))


@cache
def load_vocabulary(path: Path) -> Mapping[str, int]:
    """Piece -> id, from a file with one piece per line (the line number is the id)."""
    with path.open(encoding="utf-8", newline="\n") as file:
        return {line.rstrip("\n"): number for number, line in enumerate(file)}


def word_pieces(word: str, vocabulary: Mapping[str, int]) -> list[int]:
    """The ids of the pieces of `word`: lower case, without accents, longest match first. May be empty (control characters)."""
    return [piece for run in _runs(word) for piece in _longest_matches(run, vocabulary)]


def _runs(word: str) -> Iterator[str]:
    """Runs of letters and digits; every punctuation mark and every ideograph by itself."""
    run = ""
    for character in unicodedata.normalize("NFD", word.lower()):
        if _is_dropped(character):
            continue
        if character.isspace() or _stands_alone(character):
            if run:
                yield run
            run = ""
            if not character.isspace():
                yield character
        else:
            run += character
    if run:
        yield run


def _is_dropped(character: str) -> bool:
    category = unicodedata.category(character)
    return category == "Mn" or character == "\ufffd" or (category in ("Cc", "Cf") and character not in "\t\n\r")


def _stands_alone(character: str) -> bool:
    if character.isascii():
        return not character.isalnum() and character.isprintable() and character != " "
    code = ord(character)
    return unicodedata.category(character).startswith("P") or any(low <= code <= high for low, high in IDEOGRAPHS)


def _longest_matches(run: str, vocabulary: Mapping[str, int]) -> list[int]:
    if len(run) > MAX_CHARACTERS:
        return [UNKNOWN]
    pieces: list[int] = []
    start = 0
    while start < len(run):
        prefix = CONTINUATION if start else ""
        ends = range(len(run), start, -1)
        end = next((end for end in ends if prefix + run[start:end] in vocabulary), None)
        if end is None:
            return [UNKNOWN]
        pieces.append(vocabulary[prefix + run[start:end]])
        start = end
    return pieces
