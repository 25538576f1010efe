"""Places of one name in two countries: which is meant."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Sentence, Span
from generator.resolve.entities import resolve_entities
from generator.resolve.places import code_of_region, look_up, other_places, place_key
from tests.resolve.chains import make_article, resolve, said

US = said("Ohio", "Ohio", "Ohio", type="place", country="us")
RUSSIA = said("Russia", "Russia", "Russia", type="place", country="ru")


def named(*chains) -> str:
    entities, entity_of = resolve(a=list(chains))
    return entities[entity_of["a", "c0"]].name


@pytest.mark.parametrize(
    ("name", "before", "others", "expected"),
    [
        ("Georgia", "", [], "Georgia"),
        ("Georgia", "", [US], "Georgia (U.S. state)"),
        ("Georgia", "", [US, RUSSIA], "Georgia"),
        ("Georgia", "", [RUSSIA], "Georgia"),
        ("Georgia", "Atlanta,", [], "Georgia (U.S. state)"),
        ("Georgia", "Tbilisi,", [US], "Georgia"),
        ("Georgia", "Elmsport,", [], "Georgia"),
        ("Birmingham", "", [US], "Birmingham (Alabama)"),
        ("Paris", "", [US], "Paris"),
        ("Ga.", "", [], "Georgia (U.S. state)"),
    ],
)
def test_the_article_tells_which_place_is_meant(name: str, before: str, others: list, expected: str) -> None:
    assert named(said(name, type="place", role=before), *others) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Paris, Texas", "Paris (Texas)"),
        ("Athens, Ga", "Athens (Georgia)"),
        ("Oslo, Sweden", "Oslo"),
        ("Paris, France", "Paris"),
        ("Cambridge, Mass", "Cambridge (Massachusetts)"),
        ("Tbilisi, Georgia", "Tbilisi"),
        ("Vancouver, B.C", "Vancouver"),
        ("Houston, Texas", "Houston"),
    ],
)
def test_the_region_behind_a_city_tells_which_is_meant(text: str, expected: str) -> None:
    city, _, region = text.partition(", ")
    article = said(city, type="place", country="fr")
    entities, entity_of = resolve_text(article, f"{city}, {region}.")
    assert entities[entity_of["a", "c0"]].name == expected


def resolve_text(chain, text: str):
    """One article whose text is `text`, and which opens with the name of the chain."""
    article, extraction = make_article("a", [chain])
    article = replace(article, text=text)
    extraction = replace(extraction, sentences=(Sentence("s0", Span(0, len(text), text), 0),))
    return resolve_entities({"a": article}, {"a": extraction}, 1)


def test_places_of_one_name_are_told_apart_on_their_pages() -> None:
    entities, entity_of = resolve(a=[said("Georgia", type="place"), US], b=[said("Georgia", type="place"), RUSSIA])
    assert (entity_of["a", "c0"], entity_of["b", "c0"]) == ("georgia-u-s-state", "georgia")
    assert [(item.right, item.reasons) for item in entities["georgia"].apart] == [
        ("georgia-u-s-state", ("two places have this name",))
    ]


def test_places_with_their_region_are_looked_up() -> None:
    assert (look_up("Georgia (U.S. state)").kind, look_up("Georgia (U.S. state)").country) == ("region", "us")
    assert look_up("Paris (Texas)").country == "us"
    assert place_key("Georgia") != place_key("Georgia (U.S. state)") == place_key("Ga.")
    assert code_of_region("Oslo") == ""
    assert other_places("Oslo") == {}
