"""Reading the gazetteer's tables, and the form under which names are looked up."""

from __future__ import annotations

import csv
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
# Letters that Unicode does not take apart.
_LETTERS = {
    "ł": "l",
    "Ł": "L",
    "ø": "o",
    "Ø": "O",
    "đ": "d",
    "Đ": "D",
    "ı": "i",
    "ß": "ss",
    "æ": "ae",
    "Æ": "Ae",
    "œ": "oe",
    "Œ": "Oe",
}
_PLAIN = str.maketrans({"’": "'", "ʻ": "'", "‘": "'", "‐": "-", "‑": "-", "–": "-", "\u00a0": " "} | _LETTERS)


def read_table(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a tab-separated table with a header line (UTF-8, no quoting)."""
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def read_lines(path: Path) -> list[str]:
    """The lines of a list (UTF-8), without empty ones."""
    return [line.strip() for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The form under which a name is looked up: no diacritics, no "the" in front, no full stops, one kind of apostrophe, hyphen and space.

    Case stays: "US" is a country and "us" is not, "Turkey" lays no eggs.
    """
    words = _plain(name).replace(".", "").split()
    if len(words) > 1 and words[0] in ("the", "The"):
        words = words[1:]
    if len(words) > 1 and all(len(word) == 1 for word in words):
        return "".join(words)  # "U. S."
    return " ".join(words)


def _plain(name: str) -> str:
    if name.isascii():
        return name
    marks = unicodedata.normalize("NFKD", name.translate(_PLAIN))
    return "".join(sign for sign in marks if not unicodedata.combining(sign))
