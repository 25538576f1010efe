from __future__ import annotations

import numpy as np
from spacy.tokens import Doc
from spacy.vocab import Vocab

from generator.language.names_belief import LEAST, belief_in, drop_doubtful, keep_belief, label_shares

LABELS = ("O", "B-PERSON", "I-PERSON", "B-LOC")


def test_doubtful_names_are_dropped() -> None:
    scores = np.array([[0, 4, 0, 0], [0, 0, 1, 0], [2, 0, 0, 1.9]], np.float32)
    assert drop_doubtful([(0, 2, "PERSON"), (2, 3, "LOC")], scores, LABELS) == [(0, 2, "PERSON")]


def test_nothing_to_drop() -> None:
    assert drop_doubtful([], np.zeros((1, 4), np.float32), LABELS) == []


def test_belief_is_the_mean_over_the_words_of_a_name() -> None:
    doc = Doc(Vocab(), ["Mara", "\n", "Quill", "left"])
    scores = np.log(
        np.array([[0.1, 0.8, 0.05, 0.05], [0.3, 0.05, 0.6, 0.05], [0.997, 0.001, 0.001, 0.001]], np.float32)
    )
    keep_belief(doc, [0, 2, 3], label_shares(scores, LABELS))
    assert belief_in(doc, 2, 3, ("PERSON",)) == 0.65
    assert belief_in(doc, 2, 4, ("PERSON", "LOC")) == 0.35
    assert belief_in(doc, 3, 4, ("ORG",)) == LEAST


def test_another_pipeline_is_believed() -> None:
    assert belief_in(Doc(Vocab(), ["Mara"]), 0, 1, ("PERSON",)) == 1.0
