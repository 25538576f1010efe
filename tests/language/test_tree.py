from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from generator.language.tree import best_tree


def is_tree(heads: tuple[int, ...]) -> bool:
    if sum(head == 0 for head in heads) != 1:
        return False
    for start in range(1, len(heads) + 1):
        node, steps = start, 0
        while node and steps <= len(heads):
            node, steps = heads[node - 1], steps + 1
        if node:
            return False
    return True


def best_by_trying_all(scores: np.ndarray) -> float:
    count = len(scores)
    trees = (heads for heads in product(range(count + 1), repeat=count) if is_tree(heads))
    return max(sum(scores[word, head] for word, head in enumerate(heads)) for heads in trees)


@pytest.mark.parametrize("seed", range(40))
def test_no_tree_is_better(seed: int) -> None:
    count = 1 + seed % 5
    scores = np.random.default_rng(seed).normal(0, 3, (count, count + 1))
    for word in range(count):
        scores[word, word + 1] = -1e4
    heads = best_tree(scores)
    assert is_tree(tuple(heads))
    assert sum(scores[word, head] for word, head in enumerate(heads)) == pytest.approx(best_by_trying_all(scores))


def test_one_root_where_the_greedy_choice_has_two() -> None:
    heads = best_tree(np.array([[9.0, -99, 1], [8.0, 7, -99]]))
    assert list(heads) == [0, 1]


def test_a_cycle_is_opened_where_it_costs_least() -> None:
    heads = best_tree(np.array([[1.0, -99, 9, 0], [5.0, 9, -99, 0], [0.0, 3, 2, -99]]))
    assert list(heads) == [2, 0, 1]


def test_a_large_random_sentence_is_a_tree() -> None:
    scores = np.random.default_rng(7).normal(0, 1, (160, 161))
    assert is_tree(tuple(best_tree(scores)))


def test_equal_scores_give_a_tree() -> None:
    assert is_tree(tuple(best_tree(np.zeros((30, 31)))))
