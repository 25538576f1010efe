"""The report of a training run, and what is written from it: the model card, the notice and the figures in the README.

`python -m generator.language.training.report` writes them again, from report.json, their templates and experiments.yaml."""

from __future__ import annotations

from pathlib import Path

from generator.language.encoder import WEIGHTS
from generator.language.training.card import read_experiments, render_card, render_notice, render_summary
from generator.language.training.record import CARD, NOTICE, Report, read_report, write_record

README = WEIGHTS.parents[2] / "README.md"
BEGIN, END = "<!-- figures of the model: written by generator.language.training.report -->\n", "\n<!-- end -->"


def write_report(weights: Path, report: Report) -> None:
    """Write report.json, the card and the notice of the weights in a folder; for the shipped ones, the README's figures too."""
    write_record(weights, report)
    write_card(weights)


def write_card(weights: Path) -> None:
    """Write what is made of the report of the weights in a folder."""
    for path, text in render(weights).items():
        path.write_text(text, encoding="utf-8", newline="\n")


def render(weights: Path) -> dict[Path, str]:
    """The texts that are made of the report of the weights in a folder, by file."""
    report, folder = read_report(weights), card_folder(weights)
    texts = {folder / CARD: render_card(report, read_experiments()), folder / NOTICE: render_notice(report)}
    if folder == WEIGHTS.parent and README.is_file():
        texts[README] = put_figures(README.read_text(encoding="utf-8"), render_summary(report))
    return texts


def put_figures(text: str, figures: str) -> str:
    """The text with other figures between its two marks; without marks, the text as it is."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    return before + begin + figures + end + after if begin and end else text


def card_folder(weights: Path) -> Path:
    """Where the card of some weights stands: above the shipped ones, beside all others."""
    return WEIGHTS.parent if weights.resolve() == WEIGHTS.resolve() else weights


if __name__ == "__main__":
    write_card(WEIGHTS)
