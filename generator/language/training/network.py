"""The network: a MiniLM encoder (Wang et al. 2020) that also reads features, with heads for names, tags and trees.

The tree head is the biaffine parser of Dozat and Manning (2017). Dropout keeps one mask for all places of a chunk (Gal and
Ghahramani 2016): as good for the encoder as a mask a place, and drawing random numbers for every place costs a third of the time."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import gelu, linear, relu, scaled_dot_product_attention

WIDTH = 384
HEADS = 12
INNER = 1536
LAYERS = 6
PLACES = 512
FEATURE_WIDTH = 64
NAME_WIDTH = 256
ARC_WIDTH = 256
LABEL_WIDTH = 96
EPSILON = 1e-12


@dataclass(frozen=True, slots=True)
class Sizes:
    """Numbers of word pieces, features and labels."""

    pieces: int
    features: int
    names: int
    tags: int
    relations: int


@dataclass(frozen=True, slots=True)
class Batch:
    """Chunks of word pieces, padded: ids [b, n]; features [b, n, f] or none; mask [b, n], true where a piece stands (none:
    everywhere)."""

    ids: Tensor
    features: Tensor | None
    mask: Tensor | None


class SharedDropout(nn.Module):
    """Zeroes the same dimensions at all places of a chunk."""

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, values: Tensor) -> Tensor:
        """values [b, n, d]."""
        if not self.training or not self.rate:
            return values
        kept = torch.empty((values.shape[0], 1, values.shape[2])).bernoulli_(1 - self.rate)
        return values * (kept / (1 - self.rate))


class Dense(nn.Linear):
    """A linear layer that can compute as its 8-bit copy will: weights rounded for each output to 7 bits, inputs to 8 bits over
    their range; gradients pass as if nothing was rounded (Jacob et al. 2018)."""

    is_rounded = False

    def forward(self, values: Tensor) -> Tensor:
        """values [.., inputs]."""
        if not self.is_rounded:
            return linear(values, self.weight, self.bias)
        return linear(_round_values(values), _round_weights(self.weight), self.bias)


def _round_values(values: Tensor) -> Tensor:
    low, high = torch.aminmax(values.detach())
    low, high = low.clamp(max=0.0), high.clamp(min=0.0)
    scale = ((high - low) / 255).clamp(min=EPSILON)
    zero = (-low / scale).round().to(torch.int32)
    return torch.fake_quantize_per_tensor_affine(values, scale, zero, 0, 255)


def _round_weights(weights: Tensor) -> Tensor:
    largest = weights.detach().abs().amax(1).clamp(min=EPSILON)
    zeros = torch.zeros(len(weights), dtype=torch.int32)
    return torch.fake_quantize_per_channel_affine(weights, largest / 64, zeros, 0, -64, 63)


class Layer(nn.Module):
    """One layer of BERT: attention and a feed-forward network, each added to its input and normalized."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.attention = Dense(WIDTH, 3 * WIDTH)
        self.attended = Dense(WIDTH, WIDTH)
        self.norm_attended = nn.LayerNorm(WIDTH, EPSILON)
        self.widen = Dense(WIDTH, INNER)
        self.narrow = Dense(INNER, WIDTH)
        self.norm_narrowed = nn.LayerNorm(WIDTH, EPSILON)
        self.drop = SharedDropout(dropout)

    def forward(self, values: Tensor, mask: Tensor | None) -> Tensor:
        """values [b, n, WIDTH]; mask [b, 1, 1, n], true where attention may look."""
        shape = (values.shape[0], values.shape[1], HEADS, WIDTH // HEADS)
        query, key, value = (part.reshape(shape).transpose(1, 2) for part in self.attention(values).chunk(3, -1))
        seen = scaled_dot_product_attention(query, key, value, attn_mask=mask)
        seen = self.attended(seen.transpose(1, 2).reshape(values.shape))
        values = self.norm_attended(values + self.drop(seen))
        inner = self.narrow(gelu(self.widen(values)))
        result: Tensor = self.norm_narrowed(values + self.drop(inner))
        return result


class Encoder(nn.Module):
    """Word pieces and their features to one vector a piece, [b, n, WIDTH + FEATURE_WIDTH] ([b, n, WIDTH] without features)."""

    def __init__(self, sizes: Sizes, dropout: float) -> None:
        super().__init__()
        self.pieces = nn.Embedding(sizes.pieces, WIDTH)
        self.places = nn.Embedding(PLACES, WIDTH)
        self.kind = nn.Parameter(torch.zeros(WIDTH))
        self.norm = nn.LayerNorm(WIDTH, EPSILON)
        self.inject = nn.Linear(sizes.features, WIDTH, bias=False)
        nn.init.zeros_(self.inject.weight)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))
        self.beside = nn.Linear(sizes.features, FEATURE_WIDTH)
        self.drop = SharedDropout(dropout)

    def forward(self, batch: Batch) -> Tensor:
        """The encoder's last layer, with the features beside it."""
        places = torch.arange(batch.ids.shape[1], device=batch.ids.device)
        values = self.pieces(batch.ids) + self.places(places) + self.kind
        if batch.features is None:
            return self.contextualize(values, batch.mask)
        values = self.contextualize(values + self.inject(batch.features), batch.mask)
        return torch.cat([values, relu(self.beside(batch.features))], -1)

    def contextualize(self, values: Tensor, mask: Tensor | None) -> Tensor:
        """The layers over embedded pieces [b, n, WIDTH]."""
        values = self.drop(self.norm(values))
        allowed = None if mask is None else mask[:, None, None, :]
        for layer in self.layers:
            values = layer(values, allowed)
        return values


class Network(nn.Module):
    """The encoder with its heads."""

    def __init__(self, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        width = WIDTH + FEATURE_WIDTH
        self.encoder = Encoder(sizes, dropout)
        self.drop = SharedDropout(dropout)
        self.name_inner = nn.Linear(width, NAME_WIDTH)
        self.name = nn.Linear(NAME_WIDTH, sizes.names)
        self.tag = nn.Linear(width, sizes.tags)
        self.root = nn.Parameter(torch.randn(width) * 0.02)
        self.arc_head, self.arc_dependent = nn.Linear(width, ARC_WIDTH), nn.Linear(width, ARC_WIDTH)
        self.arc = nn.Parameter(torch.empty(ARC_WIDTH, ARC_WIDTH))
        nn.init.xavier_uniform_(self.arc)
        self.arc_prior = nn.Linear(ARC_WIDTH, 1, bias=False)
        self.label_head, self.label_dependent = nn.Linear(width, LABEL_WIDTH), nn.Linear(width, LABEL_WIDTH)
        self.label = nn.Parameter(torch.randn(LABEL_WIDTH + 1, sizes.relations * (LABEL_WIDTH + 1)) * 0.02)

    def compute_rounded(self) -> None:
        """From now on, compute the encoder's layers as their 8-bit copies will."""
        for part in self.modules():
            if isinstance(part, Dense):
                part.is_rounded = True

    def names(self, values: Tensor) -> Tensor:
        """Scores [.., names] of the labels of names."""
        result: Tensor = self.name(self.drop(gelu(self.name_inner(self.drop(values)))))
        return result

    def words(self, values: Tensor, first: Tensor) -> Tensor:
        """The first pieces of words [b, w + 1, d], the root in front. first: [b, w], places of the pieces."""
        picked = torch.gather(values, 1, first[:, :, None].expand(-1, -1, values.shape[-1]))
        root = self.root.expand(values.shape[0], 1, -1)
        result: Tensor = self.drop(torch.cat([root, picked], 1))
        return result

    def tags(self, words: Tensor) -> Tensor:
        """Scores [b, w, tags]."""
        result: Tensor = self.tag(words[:, 1:])
        return result

    def arcs(self, words: Tensor) -> Tensor:
        """Scores [b, w, w + 1] of each word hanging on the root or on each word."""
        heads = gelu(self.arc_head(words))
        dependents = gelu(self.arc_dependent(words[:, 1:]))
        pairs = torch.matmul(torch.matmul(dependents, self.arc), heads.transpose(1, 2)) / math.sqrt(LABEL_WIDTH)
        result: Tensor = pairs + self.arc_prior(heads).transpose(1, 2)
        return result

    def label_parts(self, words: Tensor) -> tuple[Tensor, Tensor]:
        """What the labels of arcs are the product of: dependents [b, w, relations, d], heads [b, w + 1, d]."""
        heads = _with_one(gelu(self.label_head(words)))
        dependents = _with_one(gelu(self.label_dependent(words[:, 1:])))
        shape = (*dependents.shape[:2], -1, LABEL_WIDTH + 1)
        return torch.matmul(dependents, self.label).reshape(shape), heads


def _with_one(values: Tensor) -> Tensor:
    return torch.cat([values, torch.ones_like(values[..., :1])], -1)


def load_base(network: Network, weights: dict[str, Any]) -> None:
    """Copy the weights of all-MiniLM-L6-v2, in the names of the file of its authors, into the encoder."""
    own: dict[str, Tensor] = {
        "pieces.weight": weights["embeddings.word_embeddings.weight"],
        "places.weight": weights["embeddings.position_embeddings.weight"],
        "kind": weights["embeddings.token_type_embeddings.weight"][0],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for number in range(LAYERS):
        own |= {f"layers.{number}.{name}": value for name, value in _layer(weights, number)}
    missing, unexpected = network.encoder.load_state_dict(own, strict=False)
    if unexpected or any(not name.startswith(("inject", "beside")) for name in missing):
        raise ValueError(f"The base weights are not those of all-MiniLM-L6-v2: {missing} {unexpected}")


def _layer(weights: dict[str, Any], number: int) -> list[tuple[str, Tensor]]:
    prefix = f"encoder.layer.{number}."
    own = {
        "attended": "attention.output.dense",
        "norm_attended": "attention.output.LayerNorm",
        "widen": "intermediate.dense",
        "narrow": "output.dense",
        "norm_narrowed": "output.LayerNorm",
    }
    found = []
    for kind in ("weight", "bias"):
        parts = [weights[f"{prefix}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
        found.append((f"attention.{kind}", torch.cat(parts)))
        found += [(f"{name}.{kind}", weights[f"{prefix}{theirs}.{kind}"]) for name, theirs in own.items()]
    return found
