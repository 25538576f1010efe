from __future__ import annotations

import numpy as np
import pytest

from generator.language.embedding import DIMENSION, embed

TEXTS = ["The mayor opened the bridge.", "The bridge was opened by the mayor.", "Grain prices fell in spring."]


def test_rows_have_length_one() -> None:
    rows = embed(TEXTS)
    assert rows.shape == (3, DIMENSION)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_alike_sentences_are_near() -> None:
    rows = embed(TEXTS)
    assert rows[0] @ rows[1] > 0.8
    assert rows[0] @ rows[2] < 0.4


def test_a_row_depends_on_its_text_alone() -> None:
    assert np.array_equal(embed(TEXTS)[1], embed([TEXTS[1]])[0])


def test_nothing_and_odd_texts() -> None:
    assert embed([]).shape == (0, DIMENSION)
    assert np.isfinite(embed(["", "\x00", "word " * 3000])).all()


@pytest.mark.parametrize(
    ("one", "alike", "other"),
    [
        ("The minister resigned on Monday.", "On Monday the minister stepped down.", "The minister praised the choir on Monday."),
        ("Two people died in the fire.", "The blaze killed two.", "Two people won the lottery."),
        ("The bank raised its rate.", "Interest rates were increased by the bank.", "The river burst its banks."),
        ("Fenland beat Gorse 3-1.", "Gorse lost 3-1 to Fenland.", "Gorse opened a museum in Fenland."),
    ],
)  # fmt: skip
def test_the_same_fact_is_nearer_than_the_same_words(one: str, alike: str, other: str) -> None:
    rows = embed([one, alike, other])
    assert rows[0] @ rows[1] > rows[0] @ rows[2]


def test_rows_come_in_the_order_of_the_texts() -> None:
    assert np.array_equal(embed(TEXTS[::-1]), embed(TEXTS)[::-1])
    assert np.array_equal(embed([TEXTS[0]] * 3), embed(TEXTS[:1]).repeat(3, axis=0))
