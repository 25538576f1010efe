"""Pairs of real names: how many of one are joined, how many of two are kept apart."""

from __future__ import annotations

import pytest

from tests.resolve.name_pairs import HERE, measure, read_pairs, with_symbols_read_once


@pytest.mark.parametrize(
    ("file", "precision", "f1"), [("name_pairs.tsv", 0.99, 0.97), ("name_pairs_held_out.tsv", 0.99, 0.96)]
)
def test_pairs_of_real_names(monkeypatch, file: str, precision: float, f1: float) -> None:
    pairs = read_pairs(HERE / file)
    with_symbols_read_once(monkeypatch, pairs)
    found = measure(pairs)
    wrong = "\n".join(map(str, found[3]))
    assert found[0] >= precision, f"precision {found[0]:.3f}\n{wrong}"
    assert found[2] >= f1, f"F1 {found[2]:.3f}\n{wrong}"
    assert len(set(map(repr, pairs))) == len(pairs)
