"""The best dependency tree with one root: maximum spanning arborescence (Chu and Liu 1965; Edmonds 1967; McDonald et al. 2005).

One root per sentence is had by a penalty on every arc from the root that is larger than any tree's score, so that the
best tree uses as few of them as possible: one (the graph of words is complete)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]
Heads = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Cycle:
    """A contracted cycle: its words (the first stands for it) with their heads, and for every word outside the one that an
    arc from there enters, and the one that an arc to there leaves."""

    words: Heads
    heads: list[int]
    entry: Heads
    leaving: Heads


def best_tree(scores: Scores) -> Heads:
    """Heads of n words from arc scores [n, n + 1] (dependent, head; head 0 is the root, head k is word k - 1).

    Returns n heads in 0..n with exactly one 0 and no cycle. Ties fall to the lower index."""
    count = len(scores)
    square = np.full((count + 1, count + 1), -np.inf)
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    heads: Heads = square.argmax(1)
    heads[0] = 0
    if int((heads[1:] == 0).sum()) != 1 or _has_cycle(heads.tolist()):
        finite = scores[np.isfinite(scores)]
        square[1:, 0] -= (finite.max() - finite.min() + 1) * (count + 1)
        heads = _arborescence(square)
    return heads[1:]


def _arborescence(square: Scores) -> Heads:
    """Contract cycles, in place, until the greedy choice is a tree, then open each cycle where the arc into it lands."""
    heads: Heads = square.argmax(1)
    heads[0] = 0
    chosen = heads.tolist()
    owner = list(range(len(chosen)))  # the word that stands for each word
    cycles: list[_Cycle] = []
    seen = [0] * len(chosen)
    for start in range(1, len(chosen)):
        node = owner[start]
        while node and not seen[node]:
            seen[node] = start
            node = owner[chosen[node]]
            if node and seen[node] == start:
                words = _follow(chosen, owner, node)
                cycles.append(_contract(square, chosen, owner, np.array(words)))
                owner = [words[0] if word in words else word for word in owner]
                node = words[0]
                seen[node] = 0
    for cycle in reversed(cycles):
        _open(chosen, cycle)
    return np.array(chosen)


def _follow(heads: list[int], owner: list[int], start: int) -> list[int]:
    cycle = [start]
    while (node := owner[heads[cycle[-1]]]) != start:
        cycle.append(node)
    return sorted(cycle)


def _has_cycle(heads: list[int]) -> bool:
    """Whether the arcs (0 is the root) run in a circle somewhere."""
    seen = [0] * len(heads)
    for first in range(1, len(heads)):
        node = first
        while node and not seen[node]:
            seen[node] = first
            node = heads[node]
        if node and seen[node] == first:
            return True
    return False


def _contract(square: Scores, heads: list[int], owner: list[int], words: Heads) -> _Cycle:
    """Let the first word of a cycle stand for all of it; the others leave the graph."""
    kept = [owner[heads[word]] for word in words]
    rows = square[words]
    into = rows - rows[np.arange(len(words)), kept][:, None]
    out = square[:, words]
    cycle = _Cycle(words, kept, words[into.argmax(0)], words[out.argmax(1)])
    square[words] = -np.inf
    square[:, words] = -np.inf
    arcs = into.max(0)
    arcs[words] = -np.inf
    gone = out.max(1)
    gone[words] = -np.inf
    square[words[0]], square[:, words[0]] = arcs, gone
    heads[words[0]] = int(arcs.argmax())
    return cycle


def _open(heads: list[int], cycle: _Cycle) -> None:
    """Give the words of a cycle their heads back, but for the one that the arc into the cycle enters."""
    first = int(cycle.words[0])
    head = heads[first]
    for word in [word for word, governor in enumerate(heads) if governor == first]:
        heads[word] = int(cycle.leaving[word])
    for word, kept in zip(cycle.words.tolist(), cycle.heads, strict=True):
        heads[word] = kept
    heads[int(cycle.entry[head])] = head
