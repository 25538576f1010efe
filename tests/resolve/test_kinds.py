"""What a name names: what the gazetteer and the name itself say against the model."""

from __future__ import annotations

import pytest

from generator.resolve.kinds import settle_types
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
