"""Sentence embeddings: all-MiniLM-L6-v2 (Reimers and Gurevych 2019; Wang et al. 2020), quantized to 8 bits."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from generator.language.encoder import UNKNOWN_PIECES, WEIGHTS, open_session
from generator.language.wordpiece import CLS, SEP, load_vocabulary, word_pieces

DIMENSION = 384
MAX_PIECES = 254  # the model was trained on no more than 256, the two marks included


def embed(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """One row of length 1 for each text, [n, 384]. Each text is a call of its own, so that its row depends on it alone."""
    rows = [_embed_one(text) for text in texts]
    return np.stack(rows) if rows else np.zeros((0, DIMENSION), np.float32)


def _embed_one(text: str) -> npt.NDArray[np.float32]:
    pieces = word_pieces(text, load_vocabulary(WEIGHTS / "vocab.txt"))[:MAX_PIECES] or list(UNKNOWN_PIECES)
    ids = np.array([[CLS, *pieces, SEP]], np.int64)
    row = _session().run(["vector"], {"ids": ids})[0][0].astype(np.float32)
    length: np.float32 = np.linalg.norm(row)
    result: npt.NDArray[np.float32] = row / length
    return result


@cache
def _session() -> Any:
    return open_session(WEIGHTS / "embedding.onnx")
