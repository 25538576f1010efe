"""Other places and peoples for those of an article, each by its own sort: a country by a country, a town by a town."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from random import Random

from generator.gazetteer.countries import country_of_demonym, country_of_name
from generator.gazetteer.tables import DATA, read_table
from generator.language.training.variation_lexicons import entries, fill, name_parts, organization_words, read_rows

SMALLEST_CITY = 40_000  # people
SMALLEST_WITH_MARKS = 300_000  # people; news print few of the others with all their diacritics
TOWN_SHARE = 0.7  # of the towns and regions are replaced by towns, the others by regions
MOST_WORDS = 3


def new_place(name: str, random: Random) -> str | None:
    """Another place of the same sort, or None where the sort isn't known."""
    if country_of_name(name):
        return random.choice(place_parts()["country"])
    if name in _known_places():
        return random.choice(place_parts()["city" if random.random() < TOWN_SHARE else "region"])
    words = name.split()
    patterns = _forms().get(words[-1]) or _forms().get(words[0]) if len(words) > 1 else None
    return fill(random.choice(patterns), place_parts(), random) if patterns else None


def new_people(name: str, random: Random) -> str | None:
    """Another country's adjective for an adjective, its people for a people; None for a word that is no country's."""
    if not country_of_demonym(name):
        return None
    return random.choice(place_parts()["people" if name in _plurals() else "adjective"])


@cache
def place_parts() -> dict[str, tuple[str, ...]]:
    """Lists for patterns: city, region, country, place (any of them, countries and towns as often), adjective, people,
    the people's names of `name_parts` and `organization_words`."""
    countries = [row for row in read_table(DATA / "countries.tsv") if row["adjectives"]]
    cities = [name for row in read_table(DATA / "cities.tsv") for name in _spellings(row)]
    regions = [row["name"] for row in read_table(DATA / "regions.tsv") if row["kind"] == "region"]
    return {
        **organization_words(),
        **name_parts(),
        "city": tuple(_short(cities)),
        "region": tuple(_short(regions)),
        "country": tuple(row["name"] for row in countries),
        "place": ("{country}", "{city}", "{region}"),
        "adjective": tuple(row["adjectives"].split(";")[0] for row in countries),
        "people": tuple(row["people"].split(";")[0] for row in countries if row["people"]),
    }


def _spellings(city: dict[str, str]) -> list[str]:
    """The plain spelling of a city that is large enough, and of a very large one also that with diacritics."""
    population = int(city["population"])
    return [city["key"]] * (population >= SMALLEST_CITY) + [city["name"]] * (population >= SMALLEST_WITH_MARKS)


def _short(names: Sequence[str]) -> list[str]:
    return [name for name in names if len(name.split()) <= MOST_WORDS and name.replace(" ", "").isalpha()]


@cache
def _known_places() -> frozenset[str]:
    return frozenset((*place_parts()["city"], *place_parts()["region"]))


@cache
def _plurals() -> frozenset[str]:
    return frozenset(place_parts()["people"]) - frozenset(place_parts()["adjective"])


@cache
def _forms() -> dict[str, tuple[str, ...]]:
    return {head: entries(patterns) for heads, patterns in read_rows("place_forms.tsv") for head in entries(heads)}
