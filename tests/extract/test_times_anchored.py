"""Times reckoned from other times, and the days of holidays."""

from __future__ import annotations

from datetime import date

import pytest

from generator.extract.times_anchored import shifted
from generator.extract.times_feasts import easter, holiday_in


@pytest.mark.parametrize(
    ("value", "offset", "expected"),
    [
        ("2018-02-04", "P2D", "2018-02-06"),
        ("2018-02-04T15:00", "-P5D", "2018-01-30"),
        ("2018-02-04~", "P1D", "2018-02-05~"),
        ("2018-02-04", "P2W", "2018-02-18~"),
        ("2018-02-04", "PT3H", "2018-02-04~"),
        ("2018-02-04", "P1M", "2018-03~"),
        ("2017-12", "P3D", "2017-12~"),
        ("2017-12", "P1M", "2018-01"),
        ("2012-05", "P0Y", "2012"),
        ("2012", "-P2Y", "2010"),
        ("2012", "P3D", "2012~"),
        ("2012/2014", "P1Y", None),
        ("199X", "P1Y", None),
        ("2018-02-31", "P1D", None),
        ("9999-12-31", "P1D", None),
    ],
)
def test_a_reckoned_time_is_no_finer_than_its_anchor(value, offset, expected) -> None:
    assert shifted(value, offset) == expected


@pytest.mark.parametrize(
    ("year", "day"), [(2000, (4, 23)), (2008, (3, 23)), (2011, (4, 24)), (2024, (3, 31)), (2038, (4, 25))]
)
def test_easter(year, day) -> None:
    assert easter(year) == date(year, *day)


@pytest.mark.parametrize(
    ("rule", "day"),
    [
        ((12, 25), date(2024, 12, 25)),
        ((11, 3, 4), date(2024, 11, 28)),
        ((5, 0, -1), date(2024, 5, 27)),
        (("easter", -2), date(2024, 3, 29)),
    ],
)
def test_the_day_of_a_holiday(rule, day) -> None:
    assert holiday_in(2024, rule) == day
