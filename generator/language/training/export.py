"""From a trained network to the files of the run time: ONNX, weights in 8 bits for each column (dynamic quantization)."""

from __future__ import annotations

import json
import logging
import shutil
import warnings
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn.functional import normalize

from generator.language.features import hash_lists
from generator.language.lexicons import load_lexicons
from generator.language.training.examples import Labels
from generator.language.training.network import Batch, Dense, Encoder, Network, Sizes, load_base

ENGLISH, DESCRIPTION, EMBEDDING, VOCABULARY = "english.onnx", "english.json", "embedding.onnx", "vocab.txt"
OPSET = 17
TRACED_PIECES = 19
TRACED_WORDS = 11


@dataclass(frozen=True, slots=True)
class _Graph:
    """Names and dynamic axes of a graph's inputs and outputs."""

    inputs: dict[str, dict[int, str]]
    outputs: dict[str, dict[int, str]]


_READING = _Graph(
    {"ids": {1: "pieces"}, "features": {1: "pieces"}, "first": {1: "words"}},
    {
        "names": {1: "words"},
        "tags": {1: "words"},
        "arcs": {1: "words", 2: "candidates"},
        "dependents": {1: "words"},
        "heads": {1: "candidates"},
    },
)
_EMBEDDING = _Graph({"ids": {1: "pieces"}}, {"vector": {}})


class _Reading(nn.Module):
    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, features: Tensor, first: Tensor) -> tuple[Tensor, ...]:
        network = self.network
        words = network.words(network.encoder(Batch(ids, features, None)), first)
        dependents, heads = network.label_parts(words)
        return network.names(words[:, 1:]), network.tags(words), network.arcs(words), dependents, heads


class _Embedding(nn.Module):
    """The mean of the last layer over all pieces, scaled to length 1 (Reimers and Gurevych 2019)."""

    def __init__(self, encoder: Encoder) -> None:
        super().__init__()
        self.encoder = encoder

    def forward(self, ids: Tensor) -> Tensor:
        values: Tensor = self.encoder(Batch(ids, None, None))
        return normalize(values.mean(1), dim=-1)


def export_model(network: Network, labels: Labels, style: str, vocabulary: Path, out: Path) -> None:
    """Write the graph that reads text, what its numbers mean, and the vocabulary. style: the corpus whose habits the run time
    asks for; empty for none."""
    out.mkdir(parents=True, exist_ok=True)
    sample = (
        torch.arange(1000, 1000 + TRACED_PIECES)[None],
        torch.rand(1, TRACED_PIECES, len(labels.features)),
        torch.arange(1, 1 + TRACED_WORDS)[None],
    )
    _write(_Reading(network), sample, _READING, out / ENGLISH)
    described = {
        "names": labels.names,
        "tags": labels.tags,
        "relations": labels.relations,
        "features": labels.features,
        "constant": [f"from={style}"] if style else [],
        "lists": hash_lists(load_lexicons()),
    }
    (out / DESCRIPTION).write_text(json.dumps(described, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if not (out / VOCABULARY).exists() or not vocabulary.samefile(out / VOCABULARY):
        shutil.copyfile(vocabulary, out / VOCABULARY)


def export_embedding(base: Path, pieces: int, out: Path) -> None:
    """Write the graph of the sentence embeddings: the base weights as they are."""
    out.mkdir(parents=True, exist_ok=True)
    network = Network(Sizes(pieces=pieces, features=1, names=1, tags=1, relations=1))
    load_base(network, load_file(base))
    sample = (torch.arange(1000, 1000 + TRACED_PIECES)[None],)
    _write(_Embedding(network.encoder), sample, _EMBEDDING, out / EMBEDDING)


def _write(module: nn.Module, sample: tuple[Tensor, ...], graph: _Graph, path: Path) -> None:
    module.eval()
    for part in module.modules():
        if isinstance(part, Dense):
            part.is_rounded = False  # the quantizer rounds
    logging.getLogger().setLevel(logging.ERROR)  # the quantizer advises on steps that change nothing here
    with TemporaryDirectory() as folder, warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        whole = Path(folder) / "whole.onnx"
        torch.onnx.export(
            module,
            sample,
            str(whole),
            dynamo=False,
            opset_version=OPSET,
            input_names=list(graph.inputs),
            output_names=list(graph.outputs),
            dynamic_axes=graph.inputs | graph.outputs,
        )
        # 7 bits: processors without instructions for sums of 8-bit products cut larger ones off.
        quantize_dynamic(whole, path, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)
