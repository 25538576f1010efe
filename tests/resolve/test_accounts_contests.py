"""Contests of figures: what changes in an event, turnouts, tolls that are bounds, other names for what happened."""

from __future__ import annotations

from generator.resolve.accounts_values import same_measure, wider_class

from .test_accounts import count, facets
from .test_accounts_rows import built


def toll(text, words, number, **more):
    return {
        "text": text,
        "figures": [{"words": words, "number": number, "of": "people", "nouns": "people", "predicate": "dead", **more}],
    }


def test_a_bound_is_named() -> None:
    low = toll("In the crash at least four people died.", "four", 4, low=4, high=None, hedge="at least")
    (row,) = facets(built([low, toll("In the crash ten people died.", "ten", 10)]), "figure")
    assert (row.verdict, row.note) == ("differ", "“at least” in one account")


def test_a_bound_that_the_other_fills_agrees_and_is_named() -> None:
    low = toll("In the crash at least 30 people died.", "30", 30, low=30, high=None, hedge="at least")
    (row,) = facets(built([low, toll("In the crash 34 people died.", "34", 34)]), "figure")
    assert (row.verdict, row.note) == ("agree", "“at least” in one account")


def test_a_far_bound_does_not_agree() -> None:
    low = toll("In the crash at least 30 people died.", "30", 30, low=30, high=None, hedge="at least")
    (row,) = facets(built([low, toll("In the crash 50 people died.", "50", 50)]), "figure")
    assert row.verdict == "differ"


def test_two_precise_values_are_two_though_one_is_a_bound() -> None:
    text = "It fell to $5,967.34, then to $5,995.58, below $6,000."
    low = count(text, "5,967.34", 5967.34, None, high=None, hedge="as low as", unit="US$")
    exact = count(text, "5,995.58", 5995.58, None, unit="US$")
    round_one = count(text, "6,000", 6000, None, low=None, hedge="below", unit="US$")
    assert not same_measure(low, exact)
    assert same_measure(round_one, exact)


def test_professions_are_people() -> None:
    assert wider_class("pyrotechnician") == wider_class("brother") == "person" != wider_class("guillotine")
