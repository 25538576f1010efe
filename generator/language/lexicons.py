"""The word lists of the model: one entry a line, `#` starts a comment line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "lexicons"


def read_words(name: str) -> frozenset[str]:
    """The entries of `lexicons/<name>.txt`."""
    return frozenset(_lines(f"{name}.txt"))


def read_table(name: str) -> Mapping[str, str]:
    """Key -> value from the two columns of `lexicons/<name>.tsv`; the value keeps further tabs."""
    rows = (line.partition("\t") for line in _lines(f"{name}.tsv"))
    return {key: value for key, _, value in rows}


def _lines(name: str) -> list[str]:
    text = (FOLDER / name).read_text(encoding="utf-8")
    return [line for line in text.split("\n") if line and not line.startswith("# ")]


@dataclass(frozen=True, slots=True)
class Lexicons:
    """What the features and the rules for names look words up in."""

    phrases: Mapping[str, str]  # a name of one to five words -> LOC, NORP, ORG or CITY
    countries: frozenset[str]
    demonyms: frozenset[str]
    given_names: frozenset[str]
    surnames: frozenset[str]
    titles: frozenset[str]  # lower case, without the final period
    honorifics: frozenset[str]  # titles that stand before a person's name only
    organization_heads: frozenset[str]
    place_heads: frozenset[str]
    place_prepositions: frozenset[str]
    speech_verbs: frozenset[str]
    particles: frozenset[str]  # lower-case words inside a person's name
    lower_share: Mapping[str, str]  # word -> how often it is written in lower case, in quarters: 0 never .. 4 always


@cache
def load_lexicons() -> Lexicons:
    """All lists, read once."""
    given, surnames = read_words("given_names"), read_words("surnames")
    countries, demonyms = read_words("countries"), read_words("demonyms")
    return Lexicons(
        phrases=_phrases(countries, demonyms, given | surnames),
        countries=countries,
        demonyms=demonyms,
        given_names=given,
        surnames=surnames,
        titles=read_words("titles"),
        honorifics=read_words("honorifics"),
        organization_heads=read_words("organization_heads"),
        place_heads=read_words("place_heads"),
        place_prepositions=read_words("place_prepositions"),
        speech_verbs=read_words("speech_verbs"),
        particles=read_words("name_particles"),
        lower_share=read_table("lower_share"),
    )


def _phrases(countries: frozenset[str], demonyms: frozenset[str], personal: frozenset[str]) -> Mapping[str, str]:
    """Later lists win: a town that is also a personal name or a common word is left out, a country is never a town."""
    ambiguous = read_words("ambiguous_names")
    places = countries.union(*(read_words(name) for name in ("capitals", "provinces", "regions")))
    phrases = dict.fromkeys(sorted(read_words("cities") - personal - ambiguous), "CITY")
    phrases |= dict.fromkeys(sorted(places - ambiguous), "LOC")
    phrases |= dict.fromkeys(sorted(demonyms - ambiguous), "NORP")
    phrases |= dict.fromkeys(sorted(read_words("organizations") - ambiguous), "ORG")
    return phrases
