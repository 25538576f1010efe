from __future__ import annotations

import pytest

from generator.resolve.canonical import is_shouted


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
