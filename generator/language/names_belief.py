"""How sure the model is of a name."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from generator.language.viterbi import Entity

SURE_ENOUGH = 0.5  # mean probability of the label over the words of a name

Scores = npt.NDArray[np.float32]


def drop_doubtful(entities: Sequence[Entity], scores: Scores, labels: Sequence[str]) -> list[Entity]:
    """The entities whose label has at least `SURE_ENOUGH` probability, as its first or a further word, in the mean over
    their words. `scores` [word, label] are those of the sentence, before the softmax."""
    weights = np.exp(scores - scores.max(1, keepdims=True))
    shares = weights / weights.sum(1, keepdims=True)
    columns = {name: [n for n, label in enumerate(labels) if label[2:] == name] for _, _, name in entities}
    return [
        (start, stop, name)
        for start, stop, name in entities
        if round(float(shares[start:stop][:, columns[name]].sum(1).mean()), 3) >= SURE_ENOUGH
    ]
