"""Any place: country, region, water, continent or city, with country, coordinates and how sure the name is one place."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.gazetteer.countries import capital_of, country_of_name, find_country
from generator.gazetteer.tables import DATA, fold, read_table

CITIES = DATA / "cities.tsv"
# The largest city of a name is meant when it is this many times larger than the next one in another country.
_CLEARLY_LARGER = 4.0
_LARGER, _METROPOLIS = 2.0, 1_000_000  # a metropolis needs less of a lead
_LONGEST_ACRONYM = 3


@dataclass(frozen=True, slots=True)
class PlaceFacts:
    """What is known of a place.

    kind      "country", "city", "region", "water" or "continent"
    country   code, or "" for what lies in no single country
    capital   code of the country whose capital it is, or ""
    certain   False when places in several countries share the name and none is clearly the largest
    """

    name: str
    kind: str
    country: str
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    capital: str = ""
    certain: bool = True


def find_place(name: str) -> PlaceFacts | None:
    """The best-known place of this name, or None: countries first, then regions and waters, capitals, the most populous city."""
    key = fold(name)
    code = country_of_name(name)
    if code is not None:
        return _country_facts(code)
    if key.isupper() and len(key) > _LONGEST_ACRONYM:
        key = key.title()
    region = _regions().get(key)
    if region is not None:
        return region
    return _city(key) or _capital_facts(key)


def _capital_facts(key: str) -> PlaceFacts | None:
    """A capital under a former or foreign name ("Kiev")."""
    country = find_country(capital_of(key) or "")
    found = [_city(fold(name)) for name in country.capitals] if country is not None else []
    return (
        next((city for city in found if city is not None and city.country == country.code), None) if country else None
    )


def _country_facts(code: str) -> PlaceFacts | None:
    country = find_country(code)
    if country is None:
        return None
    return PlaceFacts(country.name, "country", code)


@cache
def _regions() -> dict[str, PlaceFacts]:
    table: dict[str, PlaceFacts] = {}
    for row in read_table(DATA / "regions.tsv"):
        facts = PlaceFacts(row["name"], row["kind"], row["country"])
        for name in (row["name"], *filter(None, row["other names"].split(";"))):
            table[fold(name)] = facts
    return table


@cache
def _cities() -> dict[str, str]:
    """Name as it is looked up -> the rest of its line in the table: read in one piece, for the few names that are asked for."""
    lines = CITIES.read_text(encoding="utf-8").splitlines()[1:]
    return {key: rest for key, _, rest in (line.partition("\t") for line in lines)}


@cache
def _city(key: str) -> PlaceFacts | None:
    line = _cities().get(key)
    if line is None:
        return None
    name, country, latitude, longitude, population, rival = line.split("\t")
    capital = capital_of(key) or ""
    return PlaceFacts(
        name=name or key,
        kind="city",
        country=country,
        latitude=float(latitude),
        longitude=float(longitude),
        population=int(population),
        capital=capital if capital == country else "",
        certain=bool(capital) or _is_clear(int(population), int(rival)),
    )


def _is_clear(population: int, other: int) -> bool:
    return population >= _CLEARLY_LARGER * other or (population >= _METROPOLIS and population >= _LARGER * other)
