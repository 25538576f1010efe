"""The report of a training run, and the model card and the notice that are written from it.

`python -m generator.language.training.report` writes both again, from report.json, their templates and experiments.yaml."""

from __future__ import annotations

from pathlib import Path

from generator.language.encoder import WEIGHTS
from generator.language.training.card import read_experiments, render_card, render_notice
from generator.language.training.record import CARD, NOTICE, Report, read_report, write_record


def write_report(weights: Path, report: Report) -> None:
    """Write report.json, the card and the notice of the weights in a folder."""
    write_record(weights, report)
    write_card(weights)


def write_card(weights: Path) -> None:
    """Write the card and the notice of the weights in a folder from its report."""
    folder = card_folder(weights)
    for name, text in render(weights).items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")


def render(weights: Path) -> dict[str, str]:
    """The texts of the card and of the notice, by the names of their files."""
    report = read_report(weights)
    return {CARD: render_card(report, read_experiments()), NOTICE: render_notice(report)}


def card_folder(weights: Path) -> Path:
    """Where the card of some weights stands: above the shipped ones, beside all others."""
    return WEIGHTS.parent if weights.resolve() == WEIGHTS.resolve() else weights


if __name__ == "__main__":
    write_card(WEIGHTS)
