"""The neural network: one call a chunk, one thread, rounded scores, so that the answer depends on the chunk alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import onnxruntime

from generator.language.wordpiece import CLS, SEP, load_vocabulary, word_pieces

WEIGHTS = Path(__file__).parent / "weights"
MAX_PIECES = 8  # of one word
UNKNOWN_PIECES = (100,)
REMEMBERED_WORDS = 50_000
# Typographic marks are read as the plain ones, which the training corpora mostly have.
PLAIN_MARKS = str.maketrans("‘’‚‛′“”„‟″«»", "'" * 5 + '"' * 7)
DECIMALS = 3  # processor families differ in the last bits: decisions are taken on rounded scores

Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores for the n words of a chunk."""

    names: Array  # [n, name labels]
    tags: Array  # [n, tags]
    arcs: Array  # [n, n + 1]; column 0 is the root
    dependents: Array  # [n, relations, d]: already multiplied by the weights of the relations
    heads: Array  # [n + 1, d]; row 0 is the root


@dataclass(frozen=True, slots=True)
class Encoder:
    """The session with what its inputs and outputs mean."""

    session: Any
    vocabulary: Path
    features: tuple[str, ...]
    constant: tuple[str, ...]  # features that every word has
    name_labels: tuple[str, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]


@cache
def load_encoder(folder: Path = WEIGHTS) -> Encoder:
    """The encoder in `folder`, loaded once a process."""
    described = json.loads((folder / "english.json").read_text(encoding="utf-8"))
    return Encoder(
        session=open_session(folder / "english.onnx"),
        vocabulary=folder / "vocab.txt",
        features=tuple(described["features"]),
        constant=tuple(described["constant"]),
        name_labels=tuple(described["names"]),
        tags=tuple(described["tags"]),
        relations=tuple(described["relations"]),
    )


def open_session(path: Path) -> Any:
    """An inference session on one processor core."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])


@lru_cache(maxsize=REMEMBERED_WORDS)
def pieces_of(word: str, vocabulary: Path) -> tuple[int, ...]:
    """The piece ids of a word: at least one, at most `MAX_PIECES`."""
    plain = word.translate(PLAIN_MARKS)
    return tuple(word_pieces(plain, load_vocabulary(vocabulary))[:MAX_PIECES]) or UNKNOWN_PIECES


def score_chunk(encoder: Encoder, pieces: Sequence[Sequence[int]], vectors: Array) -> Scores:
    """The scores of n words, given the pieces of each and their features [n, features]."""
    sizes = [len(word) for word in pieces]
    ids = np.array([[CLS, *(piece for word in pieces for piece in word), SEP]], np.int64)
    features = np.zeros((1, ids.shape[1], vectors.shape[1]), np.float32)
    features[0, 1:-1] = np.repeat(vectors, sizes, axis=0)
    first = np.cumsum([1, *sizes[:-1]], dtype=np.int64)[None]
    features[0, 1:-1, [encoder.features.index(name) for name in encoder.constant]] = 1
    inputs = {"ids": ids, "features": features, "first": first}
    outputs = encoder.session.run(["names", "tags", "arcs", "dependents", "heads"], inputs)
    names, tags, arcs = (np.round(output[0], DECIMALS) for output in outputs[:3])
    return Scores(names, tags, arcs, outputs[3][0], outputs[4][0])


def score_relations(scores: Scores, heads: npt.NDArray[np.int64]) -> Array:
    """Scores [n, relations] of the arcs from each word to its head (0 is the root): the biaffine form d W h, d W being known.

    Sums over single words: a product of matrices would be cut up by the number of threads of the linear algebra library."""
    relations: Array = (scores.dependents * scores.heads[heads][:, None, :]).sum(-1)
    return np.round(relations, DECIMALS)
