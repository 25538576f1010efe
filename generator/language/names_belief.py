"""How sure the model is of a name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt
from spacy.tokens import Doc

from generator.language.viterbi import Entity

SURE_ENOUGH = 0.5  # mean probability of the label over the words of a name
LEAST = 0.01  # what is left of a label that the model never thought of
DIGITS = 3  # sums of rounded weights may differ in the last bits between processors
BELIEF = "name_belief"  # key in `Doc.user_data`

Scores = npt.NDArray[np.float32]


def drop_doubtful(entities: Sequence[Entity], scores: Scores, labels: Sequence[str]) -> list[Entity]:
    """The entities whose label has at least `SURE_ENOUGH` probability, as its first or a further word, in the mean over
    their words. `scores` [word, label] are those of the sentence, before the softmax."""
    shares = label_shares(scores, labels)
    return [
        (start, stop, name)
        for start, stop, name in entities
        if round(float(shares[name][start:stop].mean()), DIGITS) >= SURE_ENOUGH
    ]


def label_shares(scores: Scores, labels: Sequence[str]) -> dict[str, Scores]:
    """Label without "B-" and "I-" -> its probability for each word. `scores` [word, label] are those before the softmax."""
    weights = np.exp(scores - scores.max(1, keepdims=True))
    shares = weights / weights.sum(1, keepdims=True)
    names = sorted({label[2:] for label in labels if label[2:]})
    return {name: shares[:, [n for n, label in enumerate(labels) if label[2:] == name]].sum(1) for name in names}


def keep_belief(doc: Doc, tokens: Sequence[int], shares: Mapping[str, Scores]) -> None:
    """Keep the probabilities with the document; `tokens`: the token number of each word."""
    doc.user_data[BELIEF] = {
        name: {at: share for at, share in zip(tokens, column.tolist(), strict=True) if share >= LEAST}
        for name, column in shares.items()
    }


def belief_in(doc: Doc, start: int, end: int, labels: Iterable[str]) -> float:
    """How probable the model finds it that the tokens `[start, end)` belong to names of one of these labels: the mean over
    them, in (0, 1]; 1 where the document has no probabilities (another pipeline)."""
    kept: Mapping[str, Mapping[int, float]] | None = doc.user_data.get(BELIEF)
    if kept is None or end <= start:
        return 1.0
    total = sum(kept.get(label, {}).get(at, 0.0) for label in labels for at in range(start, end))
    return min(1.0, max(LEAST, round(total / (end - start), DIGITS)))
