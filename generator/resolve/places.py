"""Names of places: what the gazetteer makes of them."""

from __future__ import annotations

from generator.gazetteer import PlaceFacts, find_country, find_place
from generator.model import Place
from generator.resolve.lexicon import mapping
from generator.resolve.names import fold, name_parts


def place_key(name: str) -> str:
    """What makes two place names one place: the country's code, the city's name and country, else the folded name."""
    facts = find_place(name)
    if facts is None:
        full = mapping("place_words.tsv")
        return " ".join(fold(full.get(part, part)) for part in name_parts(name) if part != "the")
    if facts.kind == "country":
        return f"country {facts.country}"
    return f"{facts.kind} {facts.country} {facts.name}".lower()


def place_facts(names: list[str]) -> PlaceFacts | None:
    """What the gazetteer knows of the first of these names that it has, or None."""
    return next((facts for name in names if (facts := find_place(name)) is not None), None)


def to_place(facts: PlaceFacts) -> Place:
    """The facts in the form that pages show. Where several places share the name and none is clearly meant, no coordinates."""
    if not facts.certain:
        return Place(facts.kind, "")
    return Place(facts.kind, facts.country, facts.latitude, facts.longitude)


def country_name(code: str) -> str:
    """The usual name of a country, or ""."""
    country = find_country(code)
    return country.name if country else ""
