"""The best label sequence under the constraints of the BIO scheme (Viterbi 1967; Ramshaw and Marcus 1995)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

FORBIDDEN = -1e4

Scores = npt.NDArray[np.float32]
Entity = tuple[int, int, str]  # first word, word after the last, label


def transition_scores(labels: Sequence[str]) -> tuple[Scores, Scores]:
    """What a label may follow: (scores of the first label, scores [from, to]); `I-X` only follows `B-X` and `I-X`."""
    start = np.array([FORBIDDEN if label.startswith("I-") else 0 for label in labels], np.float32)
    steps = [[0 if _may_follow(left, right) else FORBIDDEN for right in labels] for left in labels]
    return start, np.array(steps, np.float32)


def _may_follow(left: str, right: str) -> bool:
    return not right.startswith("I-") or (left != "O" and left[2:] == right[2:])


def best_labels(scores: Scores, start: Scores, steps: Scores) -> list[int]:
    """The indices of the best allowed sequence for `scores` [word, label]."""
    if not len(scores):
        return []
    likely = scores.argmax(1)
    if not start[likely[0]] and not steps[likely[:-1], likely[1:]].any():
        return [int(label) for label in likely]  # allowed as it is, and nothing can be better
    best = scores[0] + start
    back = np.zeros(scores.shape, np.int64)
    for word in range(1, len(scores)):
        paths = best[:, None] + steps
        back[word] = paths.argmax(0)
        best = paths.max(0) + scores[word]
    path = [int(best.argmax())]
    for word in range(len(scores) - 1, 0, -1):
        path.append(int(back[word, path[-1]]))
    return path[::-1]


def read_entities(labels: Sequence[str]) -> list[Entity]:
    """The entities that a valid BIO sequence spells."""
    entities: list[Entity] = []
    start = 0
    for word, label in enumerate([*labels, "O"]):
        before = labels[word - 1] if word else "O"
        if before != "O" and not label.startswith("I-"):
            entities.append((start, word, before[2:]))
        if label.startswith("B-"):
            start = word
    return entities
