"""The best dependency tree with one root: maximum spanning arborescence (Chu and Liu 1965; Edmonds 1967; McDonald et al. 2005).

One root per sentence is had by a penalty on every arc from the root that is larger than any tree's score, so that the
best tree uses as few of them as possible: one (the graph of words is complete)."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float64]
Heads = npt.NDArray[np.int64]


def best_tree(scores: Scores) -> Heads:
    """Heads of n words from arc scores [n, n + 1] (dependent, head; head 0 is the root, head k is word k - 1).

    Returns n heads in 0..n with exactly one 0 and no cycle. Ties fall to the lower index."""
    count = len(scores)
    square = np.full((count + 1, count + 1), -np.inf)
    square[1:] = scores
    np.fill_diagonal(square, -np.inf)
    heads = _greedy(square)
    if _is_tree(heads):
        return heads[1:]
    finite = scores[np.isfinite(scores)]
    square[1:, 0] -= (finite.max() - finite.min() + 1) * (count + 1)
    return _arborescence(square)[1:]


def _greedy(square: Scores) -> Heads:
    heads: Heads = square.argmax(1)
    heads[0] = 0
    return heads


def _is_tree(heads: Heads) -> bool:
    return int((heads[1:] == 0).sum()) == 1 and not _find_cycle(heads)


def _find_cycle(heads: Heads) -> list[int]:
    """Some cycle among the arcs (0 is the root and never part of one), or nothing."""
    seen = np.zeros(len(heads), np.int64)
    for start in range(1, len(heads)):
        node = start
        while node and not seen[node]:
            seen[node] = start
            node = int(heads[node])
        if node and seen[node] == start:
            return _follow(heads, node)
    return []


def _follow(heads: Heads, start: int) -> list[int]:
    cycle = [start]
    while (node := int(heads[cycle[-1]])) != start:
        cycle.append(node)
    return sorted(cycle)


def _arborescence(square: Scores) -> Heads:
    """Contract cycles until the greedy choice is a tree, then open each cycle where the arc into it lands."""
    heads = _greedy(square)
    cycle = _find_cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.array([node for node in range(len(square)) if node not in set(cycle)])
    smaller, entry, leaving = _contract(square, heads, inside, outside)
    solved = _arborescence(smaller)
    return _expand(heads, solved, outside, entry, leaving)


def _contract(square: Scores, heads: Heads, inside: Heads, outside: Heads) -> tuple[Scores, Heads, Heads]:
    """The graph with `inside` as its last node; for every outside head the cycle word it enters, for every outside
    dependent the cycle word it hangs from."""
    into = square[np.ix_(inside, outside)] - square[inside, heads[inside]][:, None]
    out = square[np.ix_(outside, inside)]
    size = len(outside) + 1
    smaller = np.full((size, size), -np.inf)
    smaller[:-1, :-1] = square[np.ix_(outside, outside)]
    smaller[-1, :-1] = into.max(0)
    smaller[:-1, -1] = out.max(1)
    smaller[0] = -np.inf
    return smaller, inside[into.argmax(0)], inside[out.argmax(1)]


def _expand(heads: Heads, solved: Heads, outside: Heads, entry: Heads, leaving: Heads) -> Heads:
    result = heads.copy()
    contracted = len(outside)
    for position, node in enumerate(outside):
        head = int(solved[position])
        result[node] = leaving[position] if head == contracted else outside[head]
    head = int(solved[contracted])
    result[entry[head]] = outside[head]
    result[0] = 0
    return result
