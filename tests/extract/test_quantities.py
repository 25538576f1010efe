"""Figures: a golden case each, sums, what became of the counted, and who gives them."""

from __future__ import annotations

import pytest
import yaml

from generator.extract.quantities import attribute_quantities, find_quantities
from generator.extract.times import find_times
from generator.model import EventMention, Quote
from generator.model.span import span_of

from .times_docs import FOLDER, parsed, plain

CASES = yaml.safe_load((FOLDER / "quantities_cases.yaml").read_text(encoding="utf-8"))


def found_in(text):
    doc, sentences = parsed(text)
    return find_quantities(doc, sentences, find_times(doc, sentences, "2024-11-29"))


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_golden_case(text, expected) -> None:
    found = found_in(text)
    assert [[item.span.text, item.low, item.high, item.unit, item.of, item.hedge] for item in found] == expected


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 60


def test_a_sum_names_its_parts() -> None:
    six, five, eleven = found_in("They saw six Danish and five Swedish ferries.")
    assert eleven.parts == (six.id, five.id)
    assert eleven.low == eleven.high == 11


def test_what_became_of_the_counted() -> None:
    assert [item.predicate for item in found_in("At least 34 people were killed.")] == ["dead"]
    assert [item.predicate for item in found_in("The death toll rose to 34.")] == ["dead"]
    assert [item.predicate for item in found_in("Nearly 300 houses burned.")] == ["burn"]


def test_said_by_the_speaker_of_the_quote_then_by_the_attribution_of_the_clause() -> None:
    text = "They saw six Danish and five Swedish ferries."
    everything, tail = span_of(text, 0, len(text)), span_of(text, 24, len(text))
    quote = Quote("q0", (tail,), (), None, "c1", None, "indirect", None, ("s0",))
    event = EventMention("e0", span_of(text, 5, 8), "see", "other", (), None, None, "s0", everything, attribution="c2")
    six, five, _ = attribute_quantities(found_in(text), (quote,), (event,))
    assert (six.said_by, five.said_by) == ("c2", "c1")
    assert [item.said_by for item in attribute_quantities(found_in(text), (), ())] == [None, None, None]


def test_without_analysis_units_are_still_read() -> None:
    doc, sentences = plain("The club paid $3 million and 20 euros.")
    assert [(item.low, item.unit) for item in find_quantities(doc, sentences, ())] == [(3_000_000, "$"), (20, "€")]
