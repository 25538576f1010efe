"""Time expressions: a golden case each, and what holds for all."""

from __future__ import annotations

import itertools

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.extract.times import find_times

from .times_docs import FOLDER, parsed, plain

CASES = yaml.safe_load((FOLDER / "times_cases.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "published", "expected"), CASES, ids=[case[0] + " " + str(case[1]) for case in CASES])
def test_golden_case(text, published, expected) -> None:
    doc, sentences = parsed(text)
    found = find_times(doc, sentences, str(published) or None)
    assert [[time.span.text, time.value, time.kind] for time in found] == [
        [words, value if value is None else str(value), kind] for words, value, kind in expected
    ]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60


def test_anchor_says_why() -> None:
    doc, sentences = parsed("The team arrived on Friday.")
    assert find_times(doc, sentences, "2024-11-29")[0].anchor == "published 2024-11-29, a Friday"
    assert find_times(doc, sentences, None)[0].anchor == "no publication date"
    doc, sentences = parsed("The law passed in 2022.")
    assert find_times(doc, sentences, "2024-11-29")[0].anchor == "as written"


def test_without_analysis_past_is_assumed() -> None:
    doc, sentences = plain("The team arrived on Saturday.")
    assert [time.value for time in find_times(doc, sentences, "2024-11-29")] == ["2024-11-23"]


def test_broken_publication_date_resolves_nothing() -> None:
    doc, sentences = plain("The team arrived on Saturday.")
    assert [time.value for time in find_times(doc, sentences, "2024-13-45")] == [None]


WORDS = st.sampled_from(
    [
        "29",
        "2024",
        "3",
        "May",
        "May,",
        "June",
        "Friday",
        "last",
        "next",
        "to",
        "-",
        "5",
        "in",
        "the",
        "of",
        "ago",
        "two",
        "weeks",
        "1990s",
        "10:30",
        "p.m.",
        "from",
        "between",
        "and",
        "year",
        "½",
        "1/2",
        "%",
        "'",
    ]
)


@given(st.lists(WORDS, max_size=12).map(" ".join))
@settings(max_examples=150, deadline=None)
def test_spans_are_verbatim_and_do_not_overlap(text) -> None:
    doc, sentences = plain(text)
    found = find_times(doc, sentences, "2024-11-29")
    assert all(text[time.span.start : time.span.end] == time.span.text != "" for time in found)
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(found))
    assert [time.id for time in found] == [f"t{place}" for place in range(len(found))]
