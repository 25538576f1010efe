"""When was a text published? From the lines of metadata at its top, and from its address; only where they leave no doubt."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.ingest.dates import AmbiguousDateError, read_date
from generator.ingest.lexicon import load_data

# A line of metadata is short: a label, a date with its time, a byline.
MAX_WORDS = 20
_SPACED = str.maketrans(dict.fromkeys(",|·•()[]", " "))
_ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_FIGURES = re.compile(r"\d{4}-\d\d-\d\d(?:T\S*)?|\d{1,2}[/.]\d{1,2}[/.]\d{4}")
_CLOCK = re.compile(r"@?\d{1,2}(?:[:.]\d\d){0,2}(?:am|pm|[ap]\.m\.?|h|z)?", re.IGNORECASE)
_PATH = re.compile(r"https?://\S{1,500}?/((?:19|20)\d\d)/(\d\d)/(\d\d)(?:/\S*)?")


def find_published(top: Sequence[str], url: str | None) -> str | None:
    """The day of publication (EDTF) that lines of metadata agree on, else that in the path of the address, or None.

    `top` are the lines around the headline that are not of the article. A line counts when it is nothing but a date with a
    label of publication, a time or a byline; a date labeled as an update never counts. Labeled dates go before bare ones.
    """
    found = [pair for line in top for pair in read_line(line)]
    for label in ("published", ""):
        days = sorted({day for kind, day in found if kind == label})
        if days:
            return days[0] if len(days) == 1 else None
    addresses = [line for line in top if " " not in line] + ([url] if url else [])
    days = sorted({day for address in addresses if (day := _day_of(address)) is not None})
    return days[0] if len(days) == 1 else None


def read_line(line: str) -> list[tuple[str, str]]:
    """(label, day) of the dates in a line of metadata: the label is "published", "updated" or ""; [] when it is no such line."""
    words = line.translate(_SPACED).split()
    if len(words) > MAX_WORDS:
        return []
    label, names, found = "", False, list[tuple[str, str]]()
    index = 0
    while index < len(words):
        word = words[index].lower().strip(":.-–—")
        try:
            day, length = _date_at(words, index)
        except AmbiguousDateError:
            return []
        if day is not None:
            found.append((label, day))
            names = False
        elif word in _words("labels"):
            label, names = _words("labels")[word], False
        elif word == "by":
            names = True
        elif not (word in _words("fillers") or _CLOCK.fullmatch(word) or (names and words[index][0].isupper())):
            return []
        index += length
    return found


def _date_at(words: Sequence[str], index: int) -> tuple[str | None, int]:
    """The day that starts at a word, with the number of its words; (None, 1) when none does."""
    if _FIGURES.fullmatch(words[index]):
        return read_date(words[index]), 1
    for day, month in _orders(words[index : index + 3]):
        number = _ORDINAL.fullmatch(day)
        if number and month.lower().strip(".") in _words("months"):
            return read_date(f"{number[1]} {month.strip('.')} {words[index + 2]}"), 3
    return None, 1


def _orders(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(day, month) of three words that end in a year, in both orders."""
    if len(words) == 3 and _YEAR.fullmatch(words[2]):
        yield words[0], words[1]
        yield words[1], words[0]


def _day_of(address: str) -> str | None:
    match = _PATH.fullmatch(address)
    return read_date("-".join(match.groups())) if match else None


@cache
def _words(name: str) -> dict[str, str]:
    """Word -> label, for the lists of the lexicon of dates."""
    data = load_data("dates.yaml")
    if name == "labels":
        return {word: label for label, listed in data["labels"].items() for word in listed}
    listed = [*data["words"], *data["fillers"]] if name == "fillers" else data[name]
    return dict.fromkeys(listed, "")
