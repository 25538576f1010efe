"""Batches as tensors, and how far the network's answers are from the right ones: cross-entropy for each kind of answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import torch
from torch import Tensor
from torch.nn.functional import cross_entropy

from generator.language.training.examples import IGNORED, Example, Ints, Tree
from generator.language.training.network import Batch, Network

FORBIDDEN = -1e4


def collate(examples: list[Example]) -> tuple[Batch, Tensor]:
    """A padded batch, and the place of each word's first piece [b, w] (padding: 0)."""
    rows, longest = len(examples), max(len(example.ids) for example in examples)
    most = max(len(example.sizes) for example in examples)
    ids = np.zeros((rows, longest), np.int64)
    features = np.zeros((rows, longest, examples[0].features.shape[1]), np.float32)
    first = np.zeros((rows, most), np.int64)
    for row, example in enumerate(examples):
        ids[row, : len(example.ids)] = example.ids
        features[row, 1 : len(example.ids) - 1] = np.repeat(example.features, example.sizes, axis=0)
        first[row, : len(example.sizes)] = np.cumsum([1, *example.sizes[:-1]])
    mask = torch.from_numpy(ids > 0)
    whole = bool(mask.all())
    return Batch(torch.from_numpy(ids), torch.from_numpy(features), None if whole else mask), torch.from_numpy(first)


def losses(network: Network, examples: list[Example], smoothing: float) -> Iterator[tuple[str, Tensor]]:
    """(kind, mean loss) of the names of a batch and, where it has them, of its tags, arcs and labels of arcs.

    smoothing: the share of certainty that is spread over all labels of names (Szegedy et al. 2016)."""
    batch, first = collate(examples)
    words = network.words(network.encoder(batch), first)
    names = _padded([example.names for example in examples], first.shape[1])
    if bool((names != IGNORED).any()):
        scores = network.names(words[:, 1:])
        yield (
            "names",
            cross_entropy(scores.flatten(0, 1), names.flatten(), ignore_index=IGNORED, label_smoothing=smoothing),
        )
    if examples[0].tree is not None:
        yield from _tree_losses(network, examples, words)


def _tree_losses(network: Network, examples: list[Example], words: Tensor) -> Iterator[tuple[str, Tensor]]:
    width = words.shape[1] - 1
    trees = [example.tree for example in examples if example.tree is not None]
    heads, relations, tags = (
        _padded([getattr(tree, name) for tree in trees], width) for name in ("heads", "relations", "tags")
    )
    yield "tags", cross_entropy(network.tags(words).flatten(0, 1), tags.flatten(), ignore_index=IGNORED)
    arcs = network.arcs(words).masked_fill(~_same_sentence(trees, width), FORBIDDEN)
    yield "arcs", cross_entropy(arcs.flatten(0, 1), heads.flatten(), ignore_index=IGNORED)
    row, word = (heads != IGNORED).nonzero(as_tuple=True)
    dependents, candidates = network.label_parts(words)
    labels = torch.einsum("nrd,nd->nr", dependents[row, word], candidates[row, heads[row, word]])
    yield "labels", cross_entropy(labels, relations[row, word], ignore_index=IGNORED)


def _padded(rows: Sequence[Ints | None], width: int) -> Tensor:
    filled = np.full((len(rows), width), IGNORED, np.int64)
    for number, row in enumerate(rows):
        if row is not None:
            filled[number, : len(row)] = row
    return torch.from_numpy(filled)


def _same_sentence(trees: Sequence[Tree], width: int) -> Tensor:
    """[b, w, w + 1]: whether the second may be the head of the first: the root, or another word of its sentence."""
    allowed = np.zeros((len(trees), width, width + 1), bool)
    allowed[:, :, 0] = True
    for number, tree in enumerate(trees):
        count = len(tree.sentences)
        same = tree.sentences[:, None] == tree.sentences[None, :]
        np.fill_diagonal(same, val=False)
        allowed[number, :count, 1 : count + 1] = same
    return torch.from_numpy(allowed)
