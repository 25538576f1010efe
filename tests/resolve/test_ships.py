"""Ships with and without the prefix of their names, across articles."""

from __future__ import annotations

import pytest

from tests.resolve.chains import Said, resolve, said, same

COMPANY = (said("Mara Quill"), said("Harbor Council of Elmsport", type="organization"), said("Ned Tarrow"))


def ship(*forms: str) -> Said:
    return said(*forms, type="product", subtype="ship")


def test_a_ship_without_its_prefix_is_the_one_of_the_same_company() -> None:
    entities, entity_of = resolve(a=[ship("MV Larkspur"), *COMPANY], b=[ship("Larkspur"), *COMPANY])
    assert same(entity_of, "a/c0", "b/c0")
    assert entities[entity_of["a", "c0"]].name == "MV Larkspur"


@pytest.mark.parametrize(
    "others",
    [
        {"a": [ship("MV Larkspur"), *COMPANY], "b": [ship("Larkspur")]},
        {
            "a": [ship("MV Larkspur"), *COMPANY],
            "b": [ship("Larkspur"), *COMPANY],
            "c": [ship("HMS Larkspur"), *COMPANY],
        },
        {"a": [ship("MV Larkspur Queen"), *COMPANY], "b": [ship("Larkspur"), *COMPANY]},
        {"a": [ship("MV Larkspur"), *COMPANY], "b": [said("Larkspur", type="product"), *COMPANY]},
        {"a": [said("Falcon Larkspur", type="product"), *COMPANY], "b": [said("Larkspur", type="product"), *COMPANY]},
    ],
    ids=["no company", "two ships", "another name", "no ship", "no prefix"],
)
def test_a_short_name_in_doubt_stays_apart(others: dict[str, list[Said]]) -> None:
    _, entity_of = resolve(**others)
    assert not same(entity_of, "a/c0", "b/c0")


def test_ships_without_a_prefix_anywhere_are_one_by_their_name() -> None:
    _, entity_of = resolve(a=[ship("Larkspur")], b=[ship("Larkspur")])
    assert same(entity_of, "a/c0", "b/c0")


def test_a_ship_with_the_name_of_a_town_stays_a_ship() -> None:
    entities, entity_of = resolve(a=[ship("Rotterdam")], b=[said("Rotterdam", "Rotterdam", type="place")])
    assert entities[entity_of["a", "c0"]].type == "product"
    assert entities[entity_of["b", "c0"]].type == "place"
