"""EDTF dates as stretches of days."""

from __future__ import annotations

from datetime import date

import pytest

from generator.resolve.events_days import dates_agree, days_of, is_day, lies_inside


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016~", date(2015, 1, 1), date(2017, 12, 31)),
        ("2016-01~", date(2015, 12, 1), date(2016, 2, 29)),
        ("2016-01-02~", date(2015, 12, 30), date(2016, 1, 5)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016-01-02T22:00~", date(2016, 1, 2), date(2016, 1, 2)),
    ],
)
def test_what_is_told_as_about_reaches_into_its_neighbors(value, first, last) -> None:
    assert days_of(value) == (first, last)


def test_about_a_year_agrees_with_the_years_beside_it_alone() -> None:
    assert dates_agree("2016~", "2015")
    assert dates_agree("2017-05-03", "2016~")
    assert not dates_agree("2016~", "2014")
    assert not dates_agree("2016", "2015")
    assert lies_inside("2015", "2016~")
    assert not is_day("2016-01-02~")
