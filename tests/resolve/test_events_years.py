"""The year of a day that an article without a date names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.resolve.events_years import story_days, with_year
from tests.resolve.test_events import article


@pytest.mark.parametrize(
    ("value", "near", "told"),
    [
        ("XXXX-11", "2031-12-13", "2031-11"),
        ("XXXX-12-14", "2031-12-13", "2031-12-14"),
        ("XXXX-11-19", "2031-02-03", "2030-11-19"),
        ("XXXX-11", None, "XXXX-11"),
        ("2029-11", "2031-12-13", "2029-11"),
    ],
)
def test_the_last_such_day_before_the_story_or_soon_after(value: str, near: str | None, told: str) -> None:
    assert with_year(value, near) == told


def test_a_story_lends_its_first_day_where_its_days_are_near_each_other() -> None:
    days = {"a": "2031-05-03", "b": "2031-05-02", "c": None, "d": "2033-01-01"}
    articles = {key: replace(article(key, "Text"), published=day) for key, day in days.items()}
    assert story_days([("a", "b", "c")], articles) == {"c": "2031-05-02"}
    assert story_days([("a", "c", "d")], articles) == {}
    assert story_days([("c",)], articles) == {}
