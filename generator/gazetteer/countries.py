"""Countries: names and their variants, demonyms, capitals. Codes are ISO 3166-1 alpha-2, lower case.

States that are no more have their ISO 3166-3 code ("suhh"), the countries of the United Kingdom ISO 3166-2 ("gb-sct").
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from generator.gazetteer.tables import DATA, fold, read_lines, read_table


@dataclass(frozen=True, slots=True)
class Country:
    """A country or territory: `names` has the usual name first; `adjectives`, `person` and `people` are its demonyms."""

    code: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    person: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]

    @property
    def name(self) -> str:
        """The usual name."""
        return self.names[0]


def find_country(code: str) -> Country | None:
    """The country with this code (any case), or None."""
    return _countries().get(code.lower())


def with_article(name: str) -> str:
    """The usual name of a country as it stands in a sentence: "the Netherlands", "Russia"; any other name as it is."""
    return f"the {name}" if name in _with_article() else name


@cache
def _with_article() -> frozenset[str]:
    return frozenset(read_lines(DATA / "with_article.txt"))


def country_of_name(name: str) -> str | None:
    """Code of the country of this name or variant ("U.S.", "the Netherlands", "Burma"), or None. Case matters, except in ALL CAPS."""
    table = _by_name()
    key = fold(name)
    return table.get(key) or (_by_upper_name().get(key) if key.isupper() and len(key) > 3 else None)


def country_of_demonym(word: str) -> str | None:
    """Code of the country of an adjective or a people's name ("Russian", "Danes", "North Korean"), or None.

    A word that two countries share gives the larger one ("Congolese", "Dominican").
    """
    key = fold(word)
    return _by_demonym().get(key) or (_by_demonym().get(key.title()) if key.isupper() and len(key) > 3 else None)


def capital_of(name: str) -> str | None:
    """Code of the country whose capital has this name ("Kiev" -> "ua"), or None."""
    return _by_capital().get(fold(name))


def is_capital_of(name: str, code: str) -> bool:
    """Whether `name` is a capital of this country."""
    return capital_of(name) == code


@cache
def _countries() -> dict[str, Country]:
    return {row["code"]: _country(row) for row in read_table(DATA / "countries.tsv")}


def _country(row: dict[str, str]) -> Country:
    return Country(
        code=row["code"],
        names=(row["name"], *_several(row["other names"])),
        adjectives=_several(row["adjectives"]),
        person=_several(row["person"]),
        people=_several(row["people"]),
        capitals=_several(row["capital"]),
    )


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


@cache
def _by_name() -> dict[str, str]:
    return _index((country.code, country.names) for country in _countries().values())


@cache
def _by_upper_name() -> dict[str, str]:
    return {name.upper(): code for name, code in _by_name().items()}


@cache
def _by_demonym() -> dict[str, str]:
    table = _index((c.code, (*c.adjectives, *c.person, *c.people)) for c in _countries().values())
    return table | {"Congolese": "cd"}


@cache
def _by_capital() -> dict[str, str]:
    return _index((country.code, country.capitals) for country in _countries().values())


def _index(pairs: Iterable[tuple[str, tuple[str, ...]]]) -> dict[str, str]:
    table: dict[str, str] = {}
    for code, names in pairs:
        for name in names:
            table.setdefault(fold(name), code)
    return table
