"""Figures that two articles share, or do not."""

from __future__ import annotations

import pytest

from generator.model import Extraction, Quantity
from generator.model.span import span_of
from generator.resolve.events_figures import AGREE, DIFFER, figures_evidence, read_figures


def quantity(number: int, low: float, of: str | None, **more: object) -> Quantity:
    values: dict[str, object] = {"high": low, "unit": None, "of_span": None, "hedge": None, "said_by": None, **more}
    return Quantity(f"q{number}", span_of("12 sailors", 0, 10), low, of=of, sentence="s0", **values)  # type: ignore[arg-type]


def test_only_exact_counts_of_something_are_read() -> None:
    items = (
        quantity(0, 12, "sailor"),
        quantity(1, 14, "sailor"),
        quantity(2, 300, "boat", hedge="about"),
        quantity(3, 5, "price", unit="US$"),
        quantity(4, 1, "man"),
        quantity(5, 3, None),
        quantity(6, 3, "crate", high=None),
    )
    found = Extraction("a", (), (), (), (), (), items, (), ())
    assert read_figures(found) == {"sailor": frozenset({12, 14})}


@pytest.mark.parametrize(
    ("left", "right", "evidence"),
    [
        ({"sailor": {12}}, {"sailor": {12, 14}}, AGREE),
        ({"sailor": {12}}, {"sailor": {15}}, DIFFER),
        ({"sailor": {12}, "boat": {2}}, {"sailor": {12}, "boat": {3}}, AGREE),
        ({"sailor": {12}, "boat": {2}, "crate": {9}}, {"sailor": {12}, "boat": {3}, "crate": {8}}, DIFFER),
        ({"sailor": {12}}, {"boat": {12}}, 0.0),
        ({}, {"boat": {12}}, 0.0),
    ],
)
def test_agreeing_figures_bring_articles_together(
    left: dict[str, set[float]], right: dict[str, set[float]], evidence: float
) -> None:
    ours, theirs = ({of: frozenset(values) for of, values in side.items()} for side in (left, right))
    assert figures_evidence(ours, theirs) == figures_evidence(theirs, ours) == evidence
