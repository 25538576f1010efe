"""Pairs of accounts with the verdict that a reader gives: half of them were looked at while the rules were made, half were not."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .figure_pairs import figure_rows, judge, rows

DEV, HELD = rows("dev"), rows("held")
BOTH = [*DEV, *HELD]
AGREEING = [row for row in BOTH if figure_rows(*row[2:]) and {told for _, told in figure_rows(*row[2:])} == {"agree"}]
# The parse of the sentence hides what is counted.
MISSED = {"To reach the miners 100 excavators are digging at the well near Tarn."}


def test_there_are_enough_pairs() -> None:
    assert len(DEV) >= 60
    assert len(HELD) >= 60


@pytest.mark.parametrize("row", DEV, ids=[f"{row[0]}: {row[2]}" for row in DEV])
def test_pair(row) -> None:
    assert judge(*row) == ("missed" if row[3] in MISSED else "right")


def test_held_out_pairs() -> None:
    found = Counter(judge(*row) for row in HELD)
    assert found["wrong"] <= 1
    assert found["right"] >= 56


@pytest.mark.parametrize("row", BOTH, ids=[f"{row[0]}: {row[2]}" for row in BOTH])
def test_the_order_of_the_articles_changes_no_verdict(row) -> None:
    _, _, left, right = row
    assert sorted(verdict for _, verdict in figure_rows(left, right)) == sorted(
        verdict for _, verdict in figure_rows(right, left)
    )


@settings(max_examples=60, deadline=None)
@given(row=st.sampled_from(AGREEING), again=st.integers(0, 1), place=st.integers(0, 2))
def test_a_third_account_that_agrees_makes_no_difference(row, again, place) -> None:
    texts = [row[2], row[3]]
    texts.insert(place, row[2 + again])
    assert {verdict for _, verdict in figure_rows(*texts)} == {"agree"}


@settings(max_examples=60, deadline=None)
@given(first=st.sampled_from(BOTH), second=st.sampled_from(BOTH))
def test_accounts_of_different_things_never_differ(first, second) -> None:
    left, right = first[2], second[3]
    if first is second or set(left.lower().split()) & set(right.lower().split()) & TOPICS:
        return
    assert "differ" not in {verdict for _, verdict in figure_rows(left, right)}


# What the pairs are about: accounts that share one of these may be of one thing.
TOPICS = {
    word.strip(".,()").lower()
    for row in BOTH
    for text in row[2:]
    for word in text.split()
    if len(word.strip(".,()")) > 3
}
