"""What a training run depends on besides its data: everything here goes into the report."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

GOLD_NAMES = (
    "gum",
    "wikigold",
    "crossner_politics",
    "crossner_literature",
    "crossner_science",
    "crossner_music",
    "uner_ewt_dev",
    "uner_ewt_test",
)
SILVER_NAMES = ("gmb_train",)
TREES = ("syn_clear_train", "syn_clear_dev")


@dataclass(frozen=True, slots=True)
class Schedule:
    """How long and how fast: epochs over each kind of corpus, piece budget of a batch, peak learning rates."""

    name_epochs: int = 4
    tree_epochs: int = 6
    silver_share: float = 0.0  # of the silver articles, read once, spread over the first half
    batch_pieces: int = 2048
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    weight_decay: float = 0.01
    warm_up: float = 0.06  # of all steps
    dropout: float = 0.1
    average: float = 0.995  # decay of the running average of the weights; 0 keeps the last ones
    rounded: float = 0.25  # of the steps, the last ones, are computed with weights and values rounded as they will be
    label_smoothing: float = 0.03
    drop_lists: float = 0.1  # of the chunks: their list features are blanked, so that lists do not lead
    drop_listed: float = 0.1  # of the words, likewise: there are names that no list knows
    drop_styles: float = 0.5  # of the chunks: they do not say from which corpus they are
    drop_pieces: float = 0.03  # of the pieces: masked, so that context is learned from


@dataclass(frozen=True, slots=True)
class Options:
    """data: folder with ner/ and syntax/; base: file with the weights of all-MiniLM-L6-v2; out: folder to write."""

    data: Path
    base: Path
    out: Path
    vocabulary: Path
    seed: int = 1
    threads: int = 2
    schedule: Schedule = field(default_factory=Schedule)
    gold: tuple[str, ...] = GOLD_NAMES
    silver: tuple[str, ...] = SILVER_NAMES
    trees: tuple[str, ...] = TREES
