"""Whether the figures of two articles agree: "23 pirates" in both, or "23 pirates" here and "26 pirates" there.

Two happenings of one kind share most of their words, and differ in their figures; two tellings of one happening may share few
words, and repeat its figures.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from generator.model import Extraction, Quantity

# What figures say of two articles, in log-odds, when most of those that count the same thing agree, or differ.
AGREE, DIFFER = 0.9, -1.7
# "One man" tells no happening from another.
LEAST_COUNT = 2

# What is counted -> exact numbers.
Figures = Mapping[str, frozenset[float]]


def read_figures(found: Extraction) -> dict[str, frozenset[float]]:
    """The exact counts of an article, by the lemma of what is counted; sums, measures and hedged numbers are left out."""
    counts: dict[str, set[float]] = defaultdict(set)
    for item in found.quantities:
        if item.of and item.low is not None and is_exact_count(item):
            counts[item.of].add(item.low)
    return {of: frozenset(values) for of, values in counts.items()}


def is_exact_count(item: Quantity) -> bool:
    """Whether a figure is an exact count of several."""
    return item.unit is None and item.hedge is None and item.low == item.high and (item.low or 0) >= LEAST_COUNT


def figures_evidence(left: Figures, right: Figures) -> float:
    """How much the figures of two articles speak for one event, in log-odds; 0.0 when nothing is counted in both."""
    shared = left.keys() & right.keys()
    agree = sum(bool(left[of] & right[of]) for of in shared)
    if not shared:
        return 0.0
    return AGREE if agree * 2 >= len(shared) else DIFFER
