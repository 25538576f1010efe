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
BLOCK = 24  # words in one product of matrices: small enough for the linear algebra library to stay on one thread
DECIMALS = 3  # processor families differ in the last bits: decisions are taken on rounded scores

Array = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores for the n words of a chunk."""

    names: Array  # [n, name labels]
    tags: Array  # [n, tags]
    arcs: Array  # [n, n + 1]; column 0 is the root
    dependents: Array  # [n, d]
    heads: Array  # [n + 1, d]; row 0 is the root


@dataclass(frozen=True, slots=True)
class Encoder:
    """The session with what its inputs and outputs mean."""

    session: Any
    vocabulary: Path
    label_weights: Array  # [relation, dependent dimension, head dimension]
    features: tuple[str, ...]
    name_labels: tuple[str, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]


@cache
def load_encoder(folder: Path = WEIGHTS) -> Encoder:
    """The encoder in `folder`, loaded once a process."""
    described = json.loads((folder / "joint_io.json").read_text(encoding="utf-8"))
    labels = json.loads((folder / "joint_voc.json").read_text(encoding="utf-8"))
    return Encoder(
        session=open_session(folder / "joint_minilm.int8.onnx"),
        vocabulary=folder / "vocab.txt",
        label_weights=np.load(folder / "joint_W.npy", allow_pickle=False).astype(np.float32),
        features=tuple(described["features"]),
        name_labels=tuple(described["name_labels"]),
        tags=tuple(sorted(labels["tag"], key=labels["tag"].__getitem__)),
        relations=tuple(sorted(labels["rel"], key=labels["rel"].__getitem__)),
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
    return tuple(word_pieces(word, load_vocabulary(vocabulary))[:MAX_PIECES]) or UNKNOWN_PIECES


def score_chunk(encoder: Encoder, pieces: Sequence[Sequence[int]], vectors: Array) -> Scores:
    """The scores of n words, given the pieces of each and their features [n, features]."""
    sizes = [len(word) for word in pieces]
    ids = np.array([[CLS, *(piece for word in pieces for piece in word), SEP]], np.int64)
    features = np.zeros((1, ids.shape[1], vectors.shape[1]), np.float32)
    features[0, 1:-1] = np.repeat(vectors, sizes, axis=0)
    first = np.cumsum([1, *sizes[:-1]], dtype=np.int64)[None]
    inputs = {"ids": ids, "mask": np.ones_like(ids), "feats": features, "first": first}
    outputs = encoder.session.run(["logits", "tag", "arc", "rd", "rh"], inputs)
    names, tags, arcs, dependents, heads = (np.round(output[0], DECIMALS) for output in outputs)
    return Scores(names[first[0]], tags, arcs, dependents, heads)


def score_relations(encoder: Encoder, scores: Scores, heads: npt.NDArray[np.int64]) -> Array:
    """Scores [n, relations] of the arcs from each word to its head (0 is the root): the biaffine form d W h."""
    count, size = scores.dependents.shape
    blocks = -(-count // BLOCK)
    padded = np.zeros((2, blocks * BLOCK, size), np.float32)
    padded[0, :count], padded[1, :count] = scores.dependents, scores.heads[heads]
    dependents, governors = padded.reshape(2, blocks, 1, BLOCK, size)
    products = np.matmul(dependents, encoder.label_weights)  # [block, relation, word, size]
    relations: Array = (products * governors).sum(-1).transpose(0, 2, 1).reshape(blocks * BLOCK, -1)[:count]
    return np.round(relations, DECIMALS)
