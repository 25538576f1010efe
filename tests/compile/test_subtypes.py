"""A page says what its entity is more exactly."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compile import compile_pages
from generator.config import Config
from generator.model import Place


def lead(kb, key: str, **changes: object) -> str:
    """The first sentence below the heading of an entity's page, changed so."""
    entities = dict(kb.entities)
    entities[key] = replace(entities[key], roles=(), **changes)
    body = next(
        page.body
        for page in compile_pages(replace(kb, entities=entities), Config())
        if page.path == f"entities/{key}.md"
    )
    return body.split('markdown="span">')[1].split("<")[0].split(". ")[0]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"subtype": "seaport"}, "A seaport in Veldia"),
        ({"subtype": ""}, "A city in Veldia"),
        ({"subtype": "water", "place": None}, "A body of water in Veldia"),
        ({"subtype": "airport", "type": "facility", "place": None}, "An airport in Veldia"),
        ({"subtype": "ship", "type": "product", "place": None}, "A ship"),
        ({"subtype": "", "type": "product", "place": None}, "A product"),
        ({"subtype": "software", "type": "product", "place": None}, "A piece of software"),
        ({"subtype": "country", "place": Place("country", "hk"), "country": None}, "A territory"),
        ({"subtype": "country", "place": Place("country", "fr"), "country": None}, "A country"),
    ],
)
def test_the_lead_names_the_subtype(kb, changes: dict[str, object], expected: str) -> None:
    assert lead(kb, "port-marin", **changes) == expected
