"""The whole of `python -m generator train`: check, train, export, measure, report."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, replace
from pathlib import Path

from generator.errors import ConfigError, GeneratorError, unwritable
from generator.language.encoder import WEIGHTS
from generator.language.evaluate import evaluate, words_per_second
from generator.language.training.inputs import (
    BASE_FILE,
    check_data,
    check_packages,
    code_hash,
    corpus_files,
    find_base,
    measured_files,
    sha256_of,
)
from generator.language.training.machine import describe_machine
from generator.language.training.options import Options, Schedule
from generator.language.training.record import REPORT, Report, Training, read_report, weight_files
from generator.language.training.report import write_report

VOCABULARY = WEIGHTS / "vocab.txt"
STYLE = ""  # of annotation that the run time asks for: none was as good as any single corpus
QUICK = Schedule(name_epochs=1, tree_epochs=1)
QUICK_GOLD, QUICK_TREES = ("uner_ewt_dev",), ("syn_clear_dev",)

Progress = Callable[[str, int, int], None]


def train(
    data: Path, out: Path, base: Path | None, seed: int, quick: bool, evaluate_only: bool, progress: Progress
) -> None:
    """Train all heads on the corpora in `data`, write the weights to `out`, measure them and write the report and the card.

    quick: a toy schedule, refused for the shipped weights; evaluate_only: measure the weights in `out` and keep what the
    report says of their training. Raises ConfigError, before anything is read, where packages, corpora or the pinned base
    weights are missing, and GeneratorError where `out` can't be written."""
    if quick and out.resolve() == WEIGHTS.resolve():
        raise ConfigError("--quick would overwrite the shipped weights with a toy.", "Name another folder with --out.")
    check_data(data)
    training = _remembered(out) if evaluate_only else _train(_options(data, out, base, seed, quick), quick, progress)
    write_report(out, _measure(data, out, training, progress))


def _options(data: Path, out: Path, base: Path | None, seed: int, quick: bool) -> Options:
    """The options of a run, all that it needs being there."""
    options = Options(data=data, out=out, base=base or Path(), vocabulary=VOCABULARY, seed=seed)
    if quick:
        options = replace(options, schedule=QUICK, gold=QUICK_GOLD, trees=QUICK_TREES)
    check_data(data, corpus_files(options))
    check_packages()
    _make_folder(out)
    return replace(options, base=find_base(base))


def _make_folder(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise unwritable(out, error) from error
    if not os.access(out, os.W_OK):
        raise GeneratorError(f"Can't write to {out}.", "Check its permissions, or name another folder with --out.")


def _train(options: Options, quick: bool, progress: Progress) -> Training:
    """Train and export; what there is to tell of it."""
    # Imported here, because only these need torch.
    from generator.language.training.export import export_embedding, export_model
    from generator.language.training.learning import train_model
    from generator.language.wordpiece import load_vocabulary

    losses: dict[str, float] = {}

    def report(step: int, steps: int, means: dict[str, float]) -> None:
        losses.update(means)
        told = ", ".join(f"{name} {loss:.3f}" for name, loss in means.items())
        progress(f"Training: step {step} of {steps}, losses {told}", 0, 0)

    code, began = code_hash(), time.monotonic()
    progress("Training", 0, 0)
    trained = train_model(options, report)
    progress("Exporting", 0, 0)
    export_model(trained.network, trained.labels, STYLE, options.vocabulary, options.out)
    export_embedding(options.base, len(load_vocabulary(options.vocabulary)), options.out)
    return Training(
        seed=options.seed,
        threads=options.threads,
        quick=quick,
        silver=options.schedule.silver_share > 0,
        schedule=asdict(options.schedule),
        words=trained.words,
        steps=trained.steps,
        losses=losses,
        seconds=round(time.monotonic() - began, 1),
        machine=describe_machine(),
        inputs={**_hashes(options.data, corpus_files(options)), BASE_FILE.name: sha256_of(options.base), "code": code},
    )


def _remembered(weights: Path) -> Training | None:
    """What the report in a folder says of the training of its weights; nothing where there is no report."""
    if not (weights / REPORT).exists():
        return None
    report = read_report(weights)
    if report.files != weight_files(weights):
        raise ConfigError(
            f"The weights in {weights} are not those that {weights / REPORT} tells of.",
            "Train again, or delete the report to measure weights of unknown origin.",
        )
    return report.training


def _measure(data: Path, out: Path, training: Training | None, progress: Progress) -> Report:
    return Report(
        training=training,
        files=weight_files(out),
        figures=evaluate(data, out, progress),
        tests=_hashes(data, measured_files(data)),
        words_per_second=round(words_per_second(data, out)),
        measured_on=describe_machine(),
    )


def _hashes(data: Path, paths: Iterable[Path]) -> dict[str, str]:
    return {path.relative_to(data).as_posix(): sha256_of(path) for path in paths}
