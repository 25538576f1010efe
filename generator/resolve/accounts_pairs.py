"""Which sentences of different accounts may be alike at all: upper bounds of their likeness, as sums over shared words.

Only pairs that share words are met (an inverted index, joined with itself), many at once; what is left is compared one by one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.resolve.accounts_lines import Line
from generator.resolve.utterances_words import WEIGHT_OF_NAMES

# Pairs of words that are joined at once, and sentences that are multiplied at once: a bound on memory.
JOINED, ROWS = 2_000_000, 512
# A bound is no bound without room for rounding.
ROOM = 1e-3


@dataclass(frozen=True)
class Bounds:
    """Pairs of places of sentences (`left` < `right`) of different accounts, at least one of them wanted.

    shared   number of content words of both
    cosine   of the weighted content words, in [0, 1]
    held     upper bound of the shorter one's part in the longer one, in [0, 1]
    meaning  cosine of the embeddings; NaN where one has none
    """

    left: np.ndarray
    right: np.ndarray
    shared: np.ndarray
    cosine: np.ndarray
    held: np.ndarray
    meaning: np.ndarray


def bounds(lines: Sequence[Line], rare: Mapping[str, float], wanted: Collection[int] | None = None) -> Iterator[Bounds]:
    """Bounds for all pairs that share a word; of pairs without a `wanted` place (all by default) none."""
    if len(lines) < 2:
        return
    index = _Index(lines, rare)
    asked = np.ones(len(lines), dtype=bool)
    if wanted is not None:
        asked[:] = False
        asked[list(wanted)] = True
    for start, end in index.blocks():
        yield _bounded(index, start, end, asked)


class _Index:
    """The words of the sentences: entries by word, then by place, each with what the word weighs in that sentence."""

    def __init__(self, lines: Sequence[Line], rare: Mapping[str, float]) -> None:
        ids: dict[str, int] = {}
        words = [ids.setdefault(word, len(ids)) for line in lines for word in line.words.content]
        named = [word in line.words.named for line in lines for word in line.words.content]
        weights = np.array([rare[word] for word in ids])
        word, self.size = np.array(words, dtype=np.int64), len(lines)
        place = np.repeat(np.arange(self.size), [len(line.words.content) for line in lines])
        weight = weights[word]
        own = np.where(np.array(named, dtype=bool), WEIGHT_OF_NAMES, 1.0) * weight
        self.whole = np.bincount(place, own, self.size)
        self.square = np.bincount(place, weight**2, self.size)
        order = np.argsort(word, kind="stable")
        self.place, self.own, self.weight = place[order], own[order], weight[order]
        ends = np.cumsum(np.bincount(word))[word[order]]
        # An entry is joined with the later ones of its word.
        self.later = ends - np.arange(len(word)) - 1
        self.by_place = np.argsort(self.place, kind="stable")
        self.account = _numbered([line.article for line in lines])
        ranked = sorted(range(self.size), key=lambda at: (len(lines[at].words.stems), lines[at].words.stems))
        self.rank = np.argsort(np.array(ranked))
        # A name's word that is not in the sentence itself may halve the weight of any word of the other.
        self.stray = np.array([not line.words.named <= line.words.content for line in lines])
        self.vectors = _stacked(lines)

    def blocks(self) -> Iterator[tuple[int, int]]:
        """Ranges of places whose words are joined at once."""
        joined = np.cumsum(np.bincount(self.place, self.later, self.size))
        start = 0
        while start < self.size:
            before = joined[start - 1] if start else 0
            end = int(np.searchsorted(joined, before + JOINED, side="right"))
            end = min(max(end, start + 1), start + ROWS, self.size)
            yield start, end
            start = end


def _numbered(keys: Sequence[str]) -> np.ndarray:
    ids: dict[str, int] = {}
    return np.array([ids.setdefault(key, len(ids)) for key in keys])


def _stacked(lines: Sequence[Line]) -> np.ndarray | None:
    """The embeddings as rows, NaN where a sentence has none; None when there are none at all."""
    size = next((len(line.vector) for line in lines if line.vector is not None), 0)
    if not size:
        return None
    none = np.full(size, np.nan, dtype=np.float32)
    return np.stack([none if line.vector is None else line.vector for line in lines])


def _bounded(index: _Index, start: int, end: int, asked: np.ndarray) -> Bounds:
    first, second = _joined(index, start, end, asked)
    left, right = index.place[first], index.place[second]
    cells, size = (left - start) * index.size + right, (end - start) * index.size
    shorter = np.where(index.rank[left] < index.rank[right], first, second)
    shared = np.bincount(cells, minlength=size)
    met = np.flatnonzero(shared)
    square = np.bincount(cells, index.weight[first] ** 2, size)[met]
    held = np.bincount(cells, index.own[shorter], size)[met]
    left, right = met // index.size + start, met % index.size
    is_left = index.rank[left] < index.rank[right]
    short, long = np.where(is_left, left, right), np.where(is_left, right, left)
    rest = (index.whole[short] - held) * np.where(index.stray[long], WEIGHT_OF_NAMES, 1.0)
    cosine = _part(square, np.sqrt(index.square[left] * index.square[right]))
    meaning = _meaning(index.vectors, start, end, left, right)
    return Bounds(left, right, shared[met], cosine, _part(held, held + rest), meaning)


def _joined(index: _Index, start: int, end: int, asked: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Entries of these places and the later entries of the same words, in sentences of different accounts."""
    low, high = np.searchsorted(index.place[index.by_place], (start, end))
    mine = index.by_place[low:high]
    counts = index.later[mine]
    first = np.repeat(mine, counts)
    second = first + 1 + np.arange(len(first)) - np.repeat(np.cumsum(counts) - counts, counts)
    left, right = index.place[first], index.place[second]
    kept = (index.account[left] != index.account[right]) & (asked[left] | asked[right])
    return first[kept], second[kept]


def _part(some: np.ndarray, whole: np.ndarray) -> np.ndarray:
    """The quotient; 1 of what weighs nothing, so that it stays a bound."""
    return np.asarray(np.divide(some, whole, out=np.ones(len(whole)), where=whole > 0))


def _meaning(vectors: np.ndarray | None, start: int, end: int, left: np.ndarray, right: np.ndarray) -> np.ndarray:
    if vectors is None:
        return np.full(len(left), np.nan)
    return np.asarray((vectors[start:end] @ vectors.T)[left - start, right])
