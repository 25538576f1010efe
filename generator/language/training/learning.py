"""The training loop: one pass over batches of names and of trees with AdamW (Loshchilov and Hutter 2019), a rate that rises and
falls linearly, and a running average of the weights (Polyak and Juditsky 1992)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from random import Random

import torch
from safetensors.torch import load_file

from generator.language.lexicons import load_lexicons
from generator.language.training.examples import Labels, Reader, make_labels
from generator.language.training.hiding import hide
from generator.language.training.losses import losses
from generator.language.training.network import Network, Sizes, load_base
from generator.language.training.options import Options, Schedule
from generator.language.training.planning import Batches, count_words, plan_batches, read_corpora
from generator.language.wordpiece import load_vocabulary

SLOWEST = 0.02  # of the peak rate, at the end
LARGEST_GRADIENT = 1.0
REPORT_EVERY = 50  # steps

Report = Callable[[int, int, dict[str, float]], None]
"""Called with (step, steps, mean losses since the last call)."""


@dataclass(frozen=True, slots=True)
class Trained:
    """The network with averaged weights, the meaning of its numbers, and what it was trained on."""

    network: Network
    labels: Labels
    words: dict[str, int]
    steps: int


def train_model(options: Options, report: Report) -> Trained:
    """Train from the base weights. The same options and data give the same weights on the same machine."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(True)
    torch.set_flush_denormal(True)
    corpora = read_corpora(options)
    labels = make_labels([*corpora.gold, *corpora.silver], corpora.trees)
    network = make_network(labels, options)
    batches = plan_batches(corpora, Reader(labels, load_lexicons(), options.vocabulary), options)
    _learn(network, batches, labels, options, report)
    words = {
        "gold": count_words(corpora.gold),
        "silver": count_words(corpora.silver),
        "trees": count_words(corpora.trees),
    }
    return Trained(network.eval(), labels, words, len(batches))


def make_network(labels: Labels, options: Options) -> Network:
    """A network that begins with the base weights; its embeddings of pieces and places stay as they are."""
    sizes = Sizes(
        pieces=len(load_vocabulary(options.vocabulary)),
        features=len(labels.features),
        names=len(labels.names),
        tags=len(labels.tags),
        relations=len(labels.relations),
    )
    network = Network(sizes, options.schedule.dropout)
    load_base(network, load_file(options.base))
    for part in (network.encoder.pieces, network.encoder.places):
        part.requires_grad_(False)
    return network


def _learn(network: Network, batches: Batches, labels: Labels, options: Options, report: Report) -> None:
    schedule = options.schedule
    optimizer = _optimizer(network, schedule)
    average = _Average(network, schedule.average)
    random = Random(options.seed + 1)
    sums: dict[str, list[float]] = {}
    network.train()
    for step, examples in enumerate(batches):
        if step == round((1 - schedule.rounded) * len(batches)):
            network.compute_rounded()
        _set_rates(optimizer, schedule, step, len(batches))
        parts = dict(losses(network, hide(examples, labels, schedule, random), schedule.label_smoothing))
        torch.stack(list(parts.values())).sum().backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), LARGEST_GRADIENT)
        optimizer.step()
        optimizer.zero_grad(set_to_none=True)
        average.add(step)
        for name, loss in parts.items():
            sums.setdefault(name, []).append(loss.item())
        if (step + 1) % REPORT_EVERY == 0 or step + 1 == len(batches):
            report(step + 1, len(batches), {name: sum(values) / len(values) for name, values in sums.items()})
            sums = {}
    average.copy_back()


def _optimizer(network: Network, schedule: Schedule) -> torch.optim.Optimizer:
    """Two groups: the encoder that knows English already, and what is new."""
    old = [*network.encoder.layers.parameters(), *network.encoder.norm.parameters(), network.encoder.kind]
    known = {id(parameter) for parameter in old}
    new = [p for p in network.parameters() if p.requires_grad and id(p) not in known]
    groups = [
        {"params": old, "peak": schedule.encoder_rate, "weight_decay": schedule.weight_decay},
        {"params": new, "peak": schedule.head_rate, "weight_decay": 0.0},
    ]
    return torch.optim.AdamW(groups, lr=schedule.encoder_rate, fused=True)


def _set_rates(optimizer: torch.optim.Optimizer, schedule: Schedule, step: int, steps: int) -> None:
    factor = min(1.0, (step + 1) / (schedule.warm_up * steps)) * max(SLOWEST, 1 - step / steps)
    for group in optimizer.param_groups:
        group["lr"] = group["peak"] * factor


class _Average:
    """A running average of the weights that are learned; in the first steps it follows them closely."""

    def __init__(self, network: Network, decay: float) -> None:
        self._decay = decay
        self._own = [parameter for parameter in network.parameters() if parameter.requires_grad]
        self._mean = [parameter.detach().clone() for parameter in self._own]

    @torch.no_grad()
    def add(self, step: int) -> None:
        share = 1 - min(self._decay, (step + 1) / (step + 10))
        torch._foreach_lerp_(self._mean, self._own, share)

    @torch.no_grad()
    def copy_back(self) -> None:
        for parameter, mean in zip(self._own, self._mean, strict=True):
            parameter.copy_(mean)
