from __future__ import annotations

import pytest

from generator.resolve.accounts_labels import _take_sides


@pytest.mark.parametrize(
    ("one", "other", "sides"),
    [
        ({"riot", "protest"}, {"demonstration"}, True),
        ({"march"}, {"demonstration"}, False),
        ({"massacre"}, {"clash"}, True),
        ({"riot"}, {"riot", "protest"}, False),
        ({"visit"}, {"trip"}, False),
    ],
)
def test_a_noun_that_takes_sides_differs_from_plainer_ones(one, other, sides) -> None:
    assert _take_sides([one, other]) is sides
    assert _take_sides([other, one]) is sides
