from __future__ import annotations

import pytest

from generator.resolve.canonical import canonical_name, is_shouted
from generator.resolve.profiles import Profile


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("ANNA BERG", True),
        ("NATO", False),
        ("AK-47", False),
        ("Anna Berg", False),
        ("S-400", False),
        ("OSLO HARBOR 2", True),
    ],
)
def test_names_of_several_words_in_capitals_are_shouted(name: str, *, expected: bool) -> None:
    assert is_shouted(name) is expected


def profiles_of(*counts: tuple[str, int]) -> list[Profile]:
    """So many articles with each form, a year each, in this order."""
    names = [name for name, count in counts for _ in range(count)]
    return [
        Profile(f"a{year}", "c0", "", "person", name, ((name, 1),), 1, "", "", frozenset(), published=str(2000 + year))
        for year, name in enumerate(names)
    ]


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ((("Andrei Belov", 3), ("Andrey Belov", 2)), "Andrei Belov"),
        ((("Andrei Belov", 3), ("Andrey Belov", 4)), "Andrei Belov"),
        ((("Andrei Belov", 3), ("Andrey Belov", 6)), "Andrey Belov"),
        ((("Belov", 9), ("Andrei Belov", 1)), "Andrei Belov"),
        ((("A. Belov", 9), ("Andrei Belov", 1)), "Andrei Belov"),
        ((("ANDREI BELOV", 9), ("Andrei Belov", 1)), "Andrei Belov"),
        ((("George Hale", 3), ("George W. Hale", 2)), "George W. Hale"),
        ((("George Hale", 4), ("George W. Hale", 2)), "George Hale"),
    ],
)
def test_a_name_changes_only_when_another_is_clearly_commoner(counts, expected: str) -> None:
    assert canonical_name(profiles_of(*counts)) == expected
