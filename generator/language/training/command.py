"""The whole of `python -m generator train`: check, train, export, measure, report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.language.training.inputs import check_data, check_packages, find_base

Progress = Callable[[str, int, int], None]


def train(
    data: Path, out: Path, base: Path | None, seed: int, quick: bool, evaluate_only: bool, progress: Progress
) -> None:
    """Train all heads on the corpora in `data` and write the weights to `out`.

    Raises ConfigError, before anything is read, where packages, corpora or the pinned base weights are missing."""
    check_packages()
    check_data(data)
    weights = find_base(base)
    # Imported here, because only these two need torch.
    from generator.language.training.export import export_model
    from generator.language.training.learning import train_model
    from generator.language.training.options import Options

    options = Options(data=data, out=out, base=weights, seed=seed)
    export_model(train_model(options, progress), out)
