"""The lexicons of `ingest`, loaded once, and the matching of word patterns against a line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

_EDGES = "\"'“”‘’«»()[]{}<>.,:;!?…|•·*#@/\\–—_+=»›→►▶-"
MAX_LABEL = 40
# How long a credit behind a picture's caption may be, in words.
MAX_CREDIT = 8
# Two letters of Chinese or Japanese, four of Thai, Lao, Burmese or Khmer make about a word.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]{2}|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]{4}")
_MODES = ("line", "start", "end", "label", "any", "tail")


@dataclass(frozen=True, slots=True)
class Hit:
    """A pattern of the boilerplate lexicon that matched: its kind ("credit", ...) and its mode ("line", "start", ...)."""

    kind: str
    mode: str
    sure: bool


def words_of(line: str) -> list[str]:
    """The words of a line in lower case, without the punctuation around them; numbers are "#", a hyphen parts words.

    In scripts without spaces between words, a run of letters counts as a word for every few of them.
    """
    folded = line.lower().replace("’", "'").replace("-", " ").replace("/", " ")
    if not line.isascii():
        folded = _UNSPACED.sub(r"\g<0> ", folded)
    words = (word if word == "©" else word.strip(_EDGES) for word in folded.split())
    return ["#" if word[0].isdigit() else word for word in words if word]


@cache
def function_words() -> frozenset[str]:
    """Function words of English."""
    lines = _read("function_words.txt").split("\n")
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


@cache
def load_data(name: str) -> Mapping[str, Any]:
    """A YAML file of the lexicons folder."""
    data: Mapping[str, Any] = yaml.safe_load(_read(name))
    return data


def match_line(text: str, words: Sequence[str] | None = None) -> tuple[Hit, ...]:
    """All patterns of the boilerplate lexicon that match a line; `words` are its `words_of`, where they are known."""
    patterns, words = _patterns(), words_of(text) if words is None else words
    hits = [*_at(patterns["line"], words, 0, whole=True), *_at(patterns["start"], words, 0)]
    label, colon, _ = text[:MAX_LABEL].partition(":")
    if colon:
        hits.extend(_at(patterns["label"], words_of(label), 0, whole=True))
    for index in (index for index, word in enumerate(words) if word in patterns["any"] or word in patterns["end"]):
        hits.extend(_at(patterns["any"], words, index))
        hits.extend(_at(patterns["end"], words, index, whole=True))
    hits.extend(_credit(text, words))
    return tuple(hits)


def _credit(text: str, words: Sequence[str]) -> Iterator[Hit]:
    """The credit behind a caption: "... in 2018. Photograph: Ilse Brandt", "... in 2018. (AP Photo/Ilse Brandt)"."""
    if text.endswith((".", "?", "!", '"', "”", "’")):
        return
    tail = words[-MAX_CREDIT:]
    for index in range(len(tail)):
        yield from _at(_patterns()["tail"], tail, index)
    before, colon, _ = text.rpartition(": ")
    if colon and len(words_of(text[len(before) :])) <= MAX_CREDIT:
        yield from _at(_patterns()["label"], words_of(before)[-1:], 0, whole=True) if ". " in before else ()


def is_dated(words: Sequence[str]) -> bool:
    """Whether a line is little more than a date or a time: at least half of its words are of dates, and a figure is in it."""
    dates = date_words()
    return "#" in words and sum(word in dates or word == "#" for word in words) * 2 >= len(words)


@cache
def date_words() -> frozenset[str]:
    """Words of dates and clock times."""
    return frozenset(load_data("dates.yaml")["words"])


@cache
def day_words() -> frozenset[str]:
    """Words of dates without those of clock times: of months, and "ago"."""
    data = load_data("dates.yaml")
    return frozenset(data["months"]) | {data["ago"]}


def _at(
    table: Mapping[str, list[tuple[tuple[str, ...], Hit]]], words: Sequence[str], index: int, whole: bool = False
) -> Iterable[Hit]:
    if index >= len(words):
        return
    for key in (words[index], "*"):
        for pattern, hit in table.get(key, ()):
            end = index + len(pattern)
            if (end == len(words) if whole else end <= len(words)) and all(
                want in ("*", word) for want, word in zip(pattern, words[index:end], strict=True)
            ):
                yield hit


@cache
def _patterns() -> Mapping[str, Mapping[str, list[tuple[tuple[str, ...], Hit]]]]:
    """mode -> first word -> patterns that start with it."""
    data = load_data("boilerplate.yaml")
    sure = frozenset(data["sure"])
    tables: dict[str, dict[str, list[tuple[tuple[str, ...], Hit]]]] = {mode: {} for mode in _MODES}
    for kind, modes in data.items():
        if kind == "sure":
            continue
        for mode, phrases in modes.items():
            for phrase in phrases:
                pattern = tuple(str(phrase).replace("-", " ").split())
                tables[mode].setdefault(pattern[0], []).append((pattern, Hit(kind, mode, kind in sure)))
    return tables


def _read(name: str) -> str:
    return resources.files(__package__).joinpath("lexicons", name).read_text("utf-8")
