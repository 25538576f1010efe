"""Bodies that every country has: which names are so, and whose they are."""

from __future__ import annotations

import pytest

from generator.resolve.bodies import in_a_sentence, is_bare_body, is_telling_body, named_with_country, says_whose
from tests.resolve.chains import resolve, said


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Defense Ministry", True),
        ("Ministry of Foreign Affairs", True),
        ("Supreme Court", True),
        ("parliament", True),
        ("Norwegian Defense Ministry", False),
        ("Federal Bureau of Investigation", False),
        ("Central Coast Council", False),
        ("Elmsport City Council", False),
        ("Larkfield Group", False),
    ],
)
def test_bare_bodies(name: str, *, bare: bool) -> None:
    assert is_bare_body(name) is bare


def test_names_with_and_without_a_country() -> None:
    assert says_whose("Norwegian Parliament")
    assert says_whose("Larkfield Group")
    assert not says_whose("Parliament")
    assert is_telling_body("Parliament")
    assert is_telling_body("Supreme Court")
    assert not is_telling_body("Office")
    assert named_with_country("Parliament", "no") == "Parliament (Norway)"
    assert named_with_country("Parliament", "xx") == "Parliament"


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("Norway’s", "Defense Ministry (Norway)"),
        ("the Norwegian", "Defense Ministry (Norway)"),
        ("Oslo's", "Defense Ministry (Norway)"),
        ("South Korea's", "Defense Ministry (South Korea)"),
        ("in Norway the", "Defense Ministry"),
        ("yesterday the", "Defense Ministry"),
    ],
)
def test_the_words_before_a_body_tell_whose_it_is(before: str, expected: str) -> None:
    entities, entity_of = resolve(a=[said("Defense Ministry", type="organization", role=before)])
    assert entities[entity_of["a", "c0"]].name == expected


def test_bodies_of_two_countries_are_told_apart_with_the_reason() -> None:
    entities, entity_of = resolve(
        a=[said("Norwegian Defense Ministry", type="organization")],
        b=[said("Defense Ministry", "Defense Ministry", type="organization", country="pt")],
        c=[said("Defense Ministry", "Defense Ministry", type="organization", country="no")],
    )
    assert entity_of["a", "c0"] == entity_of["c", "c0"] != entity_of["b", "c0"]
    reasons = [judgement.reasons for judgement in entities[entity_of["a", "c0"]].receipt]
    assert ("it stands in an article about Norway",) in reasons


def test_a_body_without_a_country_joins_only_the_one_of_its_own_article() -> None:
    scene = [said("Mara Quill"), said("Otto Brandt"), said("Long Quay Bridge", type="facility")]
    full, bare = said("Norwegian Navy", type="organization"), said("Navy", type="organization")
    _, entity_of = resolve(a=[full, *scene], b=[bare, *scene], c=[full, bare])
    assert entity_of["c", "c0"] == entity_of["c", "c1"] == entity_of["a", "c0"]
    assert entity_of["b", "c0"] != entity_of["a", "c0"]


def test_parties_of_two_countries_are_two() -> None:
    entities, entity_of = resolve(
        a=[said("Labour Party", type="organization", country="gb")],
        b=[said("Labor Party", type="organization", country="au")],
        c=[said("Labour Party", type="organization")],
    )
    assert entity_of["a", "c0"] != entity_of["b", "c0"]
    assert entity_of["c", "c0"] == entity_of["a", "c0"]
    reason = entities[entity_of["b", "c0"]].apart[0].reasons[0]
    assert "one is tied to the United Kingdom, the other to Australia" in reason


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Defense Ministry (Norway)", "Norwegian Defense Ministry"),
        ("Navy (Norway)", "Norwegian Navy"),
        ("Central bank (South Korea)", "South Korean central bank"),
        ("Larkfield Group (Norway)", "Larkfield Group (Norway)"),
        ("Parliament (Elmsport)", "Parliament (Elmsport)"),
        ("Parliament", "Parliament"),
    ],
)
def test_a_body_in_a_sentence(name: str, expected: str) -> None:
    assert in_a_sentence(name) == expected
