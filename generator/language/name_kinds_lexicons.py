"""The word lists behind the kinds of names, read once. The lists are data: see `lexicons/kind*.tsv`."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from generator.language.lexicons import FOLDER, read_words

PLACES = ("last", "first", "of")


@dataclass(frozen=True, slots=True)
class Kind:
    """What a name can name: `group` is shared by kinds of one sort, `label` is that of an entity of spaCy's pipelines."""

    name: str
    group: str
    label: str


@dataclass(frozen=True, slots=True)
class Head:
    """The kind that a word in a name gives, and the labels of the model that are believed against it."""

    kind: str
    believed: frozenset[str]


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name known all over the world; `needs` is "", "cue" (a noun for such a thing beside it) or "place" (taken for a place)."""

    name: str
    kind: str
    needs: str


@dataclass(frozen=True, slots=True)
class Series:
    """Designations of one series: `numbers` is empty where any number will do; `joined`: also without a hyphen ("F35")."""

    name: str
    numbers: frozenset[str]
    kind: str
    joined: bool


@dataclass(frozen=True, slots=True)
class KindLexicons:
    """All of them.

    heads      place ("last", "first", "of") -> lower-case words -> what they say
    names      leading letters and digits of a name -> the names that begin so, the longest first
    series     what stands before the number -> series, those with a list of numbers first
    numbered, prefixes   words before a number, before a name -> kind
    cues       singular noun beside a name -> kind;  no_names: lower-case words that are no name behind a prefix
    quoted     cues that count beside quotation marks only;  whole: single words among the heads
    generic    lower-case words that with a head word alone are no name
    """

    kinds: Mapping[str, Kind]
    heads: Mapping[str, Mapping[str, Head]]
    names: Mapping[str, tuple[KnownName, ...]]
    series: Mapping[str, tuple[Series, ...]]
    numbered: Mapping[str, str]
    prefixes: Mapping[str, str]
    cues: Mapping[str, str]
    no_names: frozenset[str]
    quoted: frozenset[str]
    whole: frozenset[str]
    generic: frozenset[str]

    def group(self, kind: str) -> str:
        """The group of a kind, "" for no kind."""
        return self.kinds[kind].group if kind else ""


@cache
def kind_lexicons() -> KindLexicons:
    """All lists, read once."""
    return KindLexicons(
        kinds={row["kind"]: Kind(row["kind"], row["group"], row["label"]) for row in _rows("kinds")},
        heads={place: _heads(place) for place in PLACES},
        names=_names(),
        series=_series(),
        numbered={row["words"]: row["kind"] for row in _rows("kind_numbered")},
        prefixes={row["prefix"]: row["kind"] for row in _rows("kind_prefixes")},
        cues={row["noun"]: row["kind"] for row in _rows("kind_cues")},
        no_names=read_words("kind_no_names"),
        quoted=frozenset(row["noun"] for row in _rows("kind_cues") if row["where"] == "quoted"),
        generic=read_words("kind_generic"),
        whole=frozenset(word for row in _rows("kind_heads") for word in row["word"].split()),
    )


def _rows(name: str) -> Iterator[dict[str, str]]:
    text = (FOLDER / f"{name}.tsv").read_text(encoding="utf-8")
    lines = [line for line in text.split("\n") if line and not line.startswith("# ")]
    return csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _heads(place: str) -> dict[str, Head]:
    return {
        row["word"]: Head(row["kind"], frozenset(row["except"].split()))
        for row in _rows("kind_heads")
        if row["place"] == place
    }


def _names() -> dict[str, tuple[KnownName, ...]]:
    table: dict[str, list[KnownName]] = {}
    for row in _rows("kind_names"):
        table.setdefault(opening(row["name"]), []).append(KnownName(row["name"], row["kind"], row["needs"]))
    return {key: tuple(sorted(names, key=lambda item: -len(item.name))) for key, names in table.items()}


def opening(text: str) -> str:
    """The letters and digits that a text begins with."""
    end = next((at for at, sign in enumerate(text) if not sign.isalnum()), len(text))
    return text[:end]


def _series() -> dict[str, tuple[Series, ...]]:
    table: dict[str, list[Series]] = {}
    for row in _rows("kind_series"):
        numbers = frozenset() if row["numbers"] == "*" else frozenset(row["numbers"].split(","))
        table.setdefault(row["series"], []).append(Series(row["series"], numbers, row["kind"], row["joined"] == "yes"))
    return {key: tuple(sorted(found, key=lambda item: not item.numbers)) for key, found in table.items()}
