from __future__ import annotations

import pytest

from generator.compile.dates import date_key, date_words, readable_dates, short_date, year_of


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-11-29", "29 November 2024"),
        ("2024-11-09T08:30:00Z", "9 November 2024"),
        ("2024-06", "June 2024"),
        ("2024", "2024"),
        ("2021~", "about 2021"),
        ("2024-06?", "about June 2024"),
        ("XXXX-06", "June"),
        ("XXXX-06-12", "12 June"),
        ("201X", "the 2010s"),
        ("2024-22", "summer 2024"),
        ("2024-05-03/2024-05-05", "3 to 5 May 2024"),
        ("2024-05-30/2024-06-02", "30 May to 2 June 2024"),
        ("2023-12-30/2024-01-02", "30 December 2023 to 2 January 2024"),
        ("2024-05/2024-06", "May to June 2024"),
        ("2024-05-03~/2024-05-05", "about 3 May 2024 to 5 May 2024"),
        ("2022-02/..", "since February 2022"),
        ("../2019", "until 2019"),
        ("2024/2024", "2024"),
        ("2024-XX-XX", "2024"),
        ("2024-13-45", "2024"),
        ("nonsense", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_date_words(edtf, words) -> None:
    assert date_words(edtf) == words


def test_short_date_cuts_the_month_of_a_day_only() -> None:
    assert short_date("2024-11-29") == "29 Nov 2024"
    assert short_date("2024-11") == "November 2024"


def test_keys_sort_by_beginning_and_unknown_first() -> None:
    dates = ["2024-11-29", "2024-06", None, "2022-02/..", "2024"]
    assert sorted(dates, key=date_key) == [None, "2022-02/..", "2024", "2024-06", "2024-11-29"]


def test_year_of() -> None:
    assert [year_of(d) for d in ("2024-11-29", "2022-02/..", "201X", None)] == ["2024", "2022", "", ""]


def test_readable_dates() -> None:
    assert readable_dates("published 2024-11-29, a Friday") == "published 29 November 2024, a Friday"
    assert readable_dates("as written") == "as written"
