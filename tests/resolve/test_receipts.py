"""What readers are told: why names are one, and which near names are not."""

from __future__ import annotations

import pytest

from tests.resolve.chains import resolve, said

SCENE = [
    said("Ottokar Brandtmaier"),
    said("Long Quay Bridge", type="facility"),
    said("Harbor Council", type="organization"),
]


def reasons_of(entities, entity_of, key: str = "a/c0") -> dict[tuple[str, str], tuple[str, ...]]:
    article, chain = key.split("/")
    return {(item.left, item.right): item.reasons for item in entities[entity_of[article, chain]].receipt}


@pytest.mark.parametrize(
    ("left", "right", "kind", "reason"),
    [
        ("Britain", "United Kingdom", "place", "both are names of one country, according to the gazetteer"),
        ("Kiev", "Kyiv", "place", "both are names of one city, according to the gazetteer"),
        ("WHO", "World Health Organization", "organization", "both are names of one organization"),
        ("Kim Jong-un", "Kim Jong Un", "person", "only accents, hyphens, spaces or full stops differ"),
        ("Long Quay Docks", "LONG QUAY DOCKS", "facility", "only capital letters differ"),
        ("Larkfield Inc.", "Larkfield", "organization", "one name leaves out “Inc.”"),
        ("Dr. Mara Quill", "Mara Quill", "person", "one name leaves out “Dr.”"),
        ("LA Lantern", "Los Angeles Lantern", "organization", "“LA” stands for Los Angeles"),
        ("Heron V", "Heron 5", "product", "one has its number in Roman numerals"),
        ("Quay Theatre", "Quay Theater", "facility", "one has the British spelling, the other the American"),
    ],
)
def test_names_that_are_one_before_anything_is_compared(left: str, right: str, kind: str, reason: str) -> None:
    found = resolve(a=[said(left, type=kind)], b=[said(right, type=kind)])
    told = [reason for reasons in reasons_of(*found).values() for reason in reasons]
    assert any(reason in line for line in told), told


def test_forms_inside_an_article_keep_only_the_reasons_about_them() -> None:
    reasons = (
        "Quill takes up the surname of Mara Quill",
        "Ms. Quill takes up the surname of Mara Quill",
        "Mara Quill is the owner",
    )
    found = reasons_of(*resolve(a=[said("Mara Quill", "Quill", reasons=reasons)]))
    assert found["Quill", "Mara Quill"] == ("one article uses both names for one person", reasons[0])


def test_names_that_nobody_confuses_are_not_told() -> None:
    entities, _ = resolve(
        a=[said("Bank of Utah", type="organization")], b=[said("Boston University", type="organization")]
    )
    assert all(not entity.apart for entity in entities.values())
    entities, _ = resolve(a=[said("Leonard E. Burnside")], b=[said("Loretta E. Lynwood")])
    assert all(not entity.apart for entity in entities.values())


def test_a_dozen_short_names_are_one_doubt() -> None:
    shorts = {f"s{number}": [said("Quill"), *SCENE] for number in range(4)}
    entities, entity_of = resolve(a=[said("Mara Quill"), *SCENE], b=[said("Otto Quill"), *SCENE], **shorts)
    apart = entities[entity_of["a", "c0"]].apart
    assert sum(item.verdict == "unsure" for item in apart) == 1
    assert any(item.right == "otto-quill" for item in entities[entity_of["b", "c0"]].apart) is False


def test_alike_names_of_organizations_are_told() -> None:
    entities, entity_of = resolve(
        a=[said("Larkfield Distribution", type="organization")], b=[said("Larkfield Distributors", type="organization")]
    )
    apart = entities[entity_of["a", "c0"]].apart
    assert [item.reasons for item in apart] == [("the names look alike, but are not spellings of one name",)]
