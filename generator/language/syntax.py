"""Tags and trees from the scores of a chunk."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from generator.language.chunks import Chunk
from generator.language.encoder import Encoder, Scores, score_relations
from generator.language.tree import best_tree

ROOT = "ROOT"
FORBIDDEN = -1e9


@dataclass(frozen=True, slots=True)
class Syntax:
    """For the words of a chunk, in order: tags, heads (places in the chunk; a root is its own head), relations."""

    tags: list[str]
    heads: list[int]
    relations: list[str]


def read_syntax(encoder: Encoder, scores: Scores, chunk: Chunk) -> Syntax:
    """The best tag of each word and the best tree of each sentence of the chunk."""
    heads = _heads(scores, chunk)
    labels = score_relations(scores, heads)
    root = encoder.relations.index(ROOT)
    labels[heads != 0, root] = FORBIDDEN
    labels[heads == 0, root] = -FORBIDDEN
    return Syntax(
        tags=[encoder.tags[tag] for tag in scores.tags.argmax(1)],
        heads=[int(head) - 1 if head else place for place, head in enumerate(heads)],
        relations=[encoder.relations[relation] for relation in labels.argmax(1)],
    )


def join_syntax(parts: Sequence[tuple[int, Syntax]]) -> Syntax:
    """The syntax of a whole article from (number of the first word, syntax) of its chunks; heads become word numbers."""
    return Syntax(
        tags=[tag for _, part in parts for tag in part.tags],
        heads=[start + head for start, part in parts for head in part.heads],
        relations=[relation for _, part in parts for relation in part.relations],
    )


def _heads(scores: Scores, chunk: Chunk) -> npt.NDArray[np.int64]:
    """Heads over the whole chunk, 0 for the root of each sentence."""
    heads = np.zeros(len(scores.arcs), np.int64)
    start = 0
    for part in chunk:
        end = start + len(part)
        arcs = scores.arcs[start:end, [0, *range(start + 1, end + 1)]].astype(np.float64)
        own = best_tree(arcs)
        heads[start:end] = np.where(own > 0, own + start, 0)
        start = end
    return heads
