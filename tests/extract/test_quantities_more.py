"""Counts of none, numbers inside names, and what a sum or a measure is of: a golden case each."""

from __future__ import annotations

import pytest
import yaml

from generator.extract.quantities import find_quantities
from generator.extract.times import find_times

from .times_docs import FOLDER, parsed, plain

CASES = yaml.safe_load((FOLDER / "quantities_more_cases.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[case[0] for case in CASES])
def test_golden_case(text, expected) -> None:
    doc, sentences = parsed(text)
    found = find_quantities(doc, sentences, find_times(doc, sentences, "2024-11-29"))
    told = [[item.span.text, item.low, item.of, item.predicate, item.measured, item.change] for item in found]
    assert told == expected


def test_all_words_are_verbatim() -> None:
    for text, _ in CASES:
        doc, sentences = parsed(text)
        for item in find_quantities(doc, sentences, ()):
            for span in (item.span, item.of_span, item.measured_span):
                assert span is None or text[span.start : span.end] == span.text != ""


def test_without_a_parse_nothing_is_denied() -> None:
    doc, sentences = plain("No one was injured.")
    assert find_quantities(doc, sentences, ()) == ()
