from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from generator.language.viterbi import best_labels, read_entities, transition_scores

LABELS = ["O", "B-PERSON", "I-PERSON", "B-ORG", "I-ORG"]


def is_allowed(labels: list[str]) -> bool:
    pairs = zip(["O", *labels], labels, strict=False)
    return all(not right.startswith("I-") or left[2:] == right[2:] for left, right in pairs)


@pytest.mark.parametrize("seed", range(20))
def test_no_allowed_sequence_is_better(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(0, 2, (4, len(LABELS))).astype(np.float32)
    path = best_labels(scores, *transition_scores(LABELS))
    allowed = (p for p in product(range(len(LABELS)), repeat=4) if is_allowed([LABELS[label] for label in p]))
    best = max(sum(scores[word, label] for word, label in enumerate(p)) for p in allowed)
    assert is_allowed([LABELS[label] for label in path])
    assert sum(scores[word, label] for word, label in enumerate(path)) == pytest.approx(best, abs=1e-4)


def test_nothing() -> None:
    assert best_labels(np.zeros((0, 5), np.float32), *transition_scores(LABELS)) == []


def test_an_inner_label_never_comes_first() -> None:
    scores = np.array([[0, 0, 9, 0, 0]], np.float32)
    assert best_labels(scores, *transition_scores(LABELS)) != [2]


@pytest.mark.parametrize(
    ("labels", "entities"),
    [
        ("O O", []),
        ("B-ORG", [(0, 1, "ORG")]),
        ("B-ORG B-ORG I-ORG O", [(0, 1, "ORG"), (1, 3, "ORG")]),
        ("O B-PERSON I-PERSON", [(1, 3, "PERSON")]),
    ],
)
def test_read_entities(labels: str, entities: list[tuple[int, int, str]]) -> None:
    assert read_entities(labels.split()) == entities
