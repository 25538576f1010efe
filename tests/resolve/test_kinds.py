"""What a name names: what the gazetteer and the name itself say against the model."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.resolve.kinds import settle_types, tally_types, vote_type
from generator.resolve.profiles import Profile


def profile(name: str, kind: str, times: int = 1) -> Profile:
    return Profile("a", "c0", "", kind, name, ((name, times),), times, "", "", frozenset())


@pytest.mark.parametrize(
    ("name", "modelled", "kind"),
    [
        ("Kim", "place", "person"), ("Oslo", "person", "place"), ("West Bank", "organization", "place"),
        ("MT Ida", "place", "product"), ("Mt Ida Ridge", "place", "place"), ("Larkfield University", "place", "organization"),
        ("Larkfield", "organization", "organization"),
    ],
)  # fmt: skip
def test_types(name: str, modelled: str, kind: str) -> None:
    assert settle_types((profile(name, modelled),))[0].type == kind


def test_a_small_town_says_nothing_against_the_texts() -> None:
    assert settle_types((profile("Time", "organization"),))[0].type == "organization"


def test_the_word_before_of_is_the_head() -> None:
    assert settle_types((profile("Department of State", "place"),))[0].type == "organization"
    assert settle_types((profile("Gulf of Gorse", "organization"),))[0].type == "place"


def test_mentions_weigh_as_much_as_the_model_is_sure() -> None:
    unsure = replace(profile("Gorse", "organization", 3), confidence=0.3)
    settled = settle_types((unsure, replace(profile("Gorse", "person", 2), article="b", confidence=0.95)))
    assert [item.type for item in settled] == ["person", "person"]
    assert [item.read for item in settled] == ["organization", ""]
    assert tally_types(settled) == (("person", 1.9), ("organization", 0.9))
    assert vote_type(settled) == "person"


def test_a_surname_borne_in_other_articles() -> None:
    people = [replace(profile("Ida Lund", "person"), article=key) for key in "bcd"]
    assert settle_types((profile("Lund", "organization"), *people))[0].type == "person"
    assert settle_types((profile("Lund", "organization"), *people[:2]))[0].type == "organization"


def test_a_known_organization_is_none_of_the_places_that_its_last_word_says() -> None:
    assert settle_types((profile("Islamic State", "place"),))[0].type == "organization"
