from __future__ import annotations

import numpy as np

from generator.language.names_belief import drop_doubtful

LABELS = ("O", "B-PERSON", "I-PERSON", "B-LOC")


def test_doubtful_names_are_dropped() -> None:
    scores = np.array([[0, 4, 0, 0], [0, 0, 1, 0], [2, 0, 0, 1.9]], np.float32)
    assert drop_doubtful([(0, 2, "PERSON"), (2, 3, "LOC")], scores, LABELS) == [(0, 2, "PERSON")]


def test_nothing_to_drop() -> None:
    assert drop_doubtful([], np.zeros((1, 4), np.float32), LABELS) == []
