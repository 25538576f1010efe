from __future__ import annotations

from dataclasses import replace

import pytest

from generator.errors import ConfigError
from generator.language.encoder import WEIGHTS
from generator.language.evaluate import Figures
from generator.language.score_names import NameFigures
from generator.language.score_syntax import SyntaxFigures
from generator.language.scoring import Counts
from generator.language.training.card import (
    Experiment,
    read_experiments,
    render_card,
    render_notice,
    render_summary,
)
from generator.language.training.inputs import BASE_SHA256
from generator.language.training.record import File, Machine, Report, Training, read_report, weight_files, write_record
from generator.language.training.report import BEGIN, END, put_figures, render, write_report

MACHINE = Machine("A processor", 2, "Linux x86_64", "3.11.7", {"torch": "2.13.0"})
WAYS = ("rules", "encoder", "tokens")


def names(corpus: str, right: int) -> NameFigures:
    labels = {label: Counts(right, 10, 10) for label in ("PERSON", "ORG", "LOC", "NORP", "EVENT", "MISC")}
    return NameFigures(corpus, 1, 100, dict.fromkeys(WAYS, labels))


TRAINING = Training(
    seed=7,
    threads=2,
    quick=False,
    silver=False,
    schedule={"name_epochs": 5, "head_rate": 0.001},
    words={"gold": 1234, "silver": 0, "trees": 99},
    steps=1000,
    losses={"names": 0.25},
    seconds=1234.0,
    machine=MACHINE,
    inputs={"ner/gum.iob2": "ab12"},
)
REPORT = Report(
    training=TRAINING,
    files={"embedding.onnx": File(22_000_000, "cd34"), "english.onnx": File(23_500_000, "ef56")},
    figures=Figures(
        names=(names("test_men", 8), names("test_re3d_uk", 6), names("test_re3d_us", 4)),
        syntax=(SyntaxFigures("syn_clear_pudnews", 500, {"tags": Counts(480, 500, 500), "LAS": Counts(9, 10, 10)}),),
    ),
    tests={},
    words_per_second=7654.3,
    measured_on=MACHINE,
)
TRIED = Experiment("More | names", kept=False, men="76.1 -> 76.0", note="No help")


def test_the_card_and_the_notice_of_the_shipped_weights_are_up_to_date() -> None:
    texts = render(WEIGHTS)
    assert [path.name for path in texts] == ["MODEL_CARD.md", "NOTICE", "README.md"]
    for path, text in texts.items():
        assert path.read_text(encoding="utf-8") == text, f"{path}: run `python -m generator.language.training.report`"
        assert path.name != "README.md" or "| names: MEN" in text


def test_the_shipped_weights_are_those_of_the_report() -> None:
    report = read_report(WEIGHTS)
    assert report.files == weight_files(WEIGHTS), "train or measure again: python -m generator train --data DIR"
    assert sum(file.bytes for file in report.files.values()) < 50_000_000
    assert report.training is None or not report.training.quick


def test_the_shipped_experiments_can_be_read() -> None:
    assert all(one.tried for one in read_experiments())


def test_the_card_tells_what_the_report_tells() -> None:
    card = render_card(REPORT, [TRIED])
    for words in (
        "| MEN, Malaysian news | with rules | 80.0 | 80.0 | 80.0 | 80.0 | 80.0 | **80.0** |",
        "| re3d, reports | without rules | 50.0 |",
        "| re3d_uk | own tokens | 60.0 |",
        "| re3d, reports | LOC | 20 | 50.0 | 50.0 | 50.0 |",
        "| PUD, news | 500 | 96.0 | 0.0 | 90.0 |",
        "| `weights/english.onnx` | 23,500,000 | `ef56` |",
        "| together | 45,500,000 |",
        "7,654 words a second",
        "seed 7",
        "| words | 1,234 (gold), 99 (trees) |",
        "| `head_rate` | 0.001 |",
        "| time | 21 minutes, 2 threads |",
        "| `ner/gum.iob2` | `ab12` |",
        "| More \\| names | 76.1 -> 76.0 |  |  | no | No help |",
        BASE_SHA256,
    ):
        assert words in card
    assert "$" not in card
    assert "Groningen" not in card + render_notice(REPORT)


def test_silver_data_and_toys_and_unknown_weights_are_named() -> None:
    silver = replace(REPORT, training=replace(TRAINING, silver=True))
    assert "Groningen Meaning Bank" in render_card(silver, [])
    assert "ODbL" in render_notice(silver)
    assert "not for use" in render_card(replace(REPORT, training=replace(TRAINING, quick=True)), [])
    assert "not trained by this repository" in render_card(replace(REPORT, training=None), [])


def test_the_notice_names_the_files() -> None:
    notice = render_notice(REPORT)
    assert "weights/embedding.onnx is a conversion" in notice
    assert "weights/english.onnx was further trained" in notice


def test_figures_take_the_place_of_older_ones_and_of_nothing_else() -> None:
    assert put_figures(f"a\n{BEGIN}old{END}\nb", "new") == f"a\n{BEGIN}new{END}\nb"
    assert put_figures("a\nb", "new") == "a\nb"
    summary = render_summary(REPORT)
    assert "| names: re3d, reports | 50.0 | 50.0 |" in summary
    assert "| LAS: PUD, news |  | 90.0 |" in summary


def test_a_report_comes_back_as_it_was_written(tmp_path) -> None:
    write_report(tmp_path, REPORT)
    assert read_report(tmp_path) == REPORT
    assert sorted(path.name for path in tmp_path.iterdir()) == ["MODEL_CARD.md", "NOTICE", "report.json"]
    first = (tmp_path / "report.json").read_bytes()
    write_record(tmp_path, read_report(tmp_path))
    assert (tmp_path / "report.json").read_bytes() == first
    assert weight_files(tmp_path) == {}


def test_a_missing_report_says_how_to_make_it(tmp_path) -> None:
    with pytest.raises(ConfigError, match="generator train"):
        read_report(tmp_path)


@pytest.mark.parametrize("text", ["- kept: true", "tried: x", "- {tried: x, kept: perhaps}", "- [", ""])
def test_broken_experiments_are_refused(tmp_path, text: str) -> None:
    path = tmp_path / "experiments.yaml"
    path.write_text(text)
    with pytest.raises(ConfigError, match=r"experiments\.yaml is broken"):
        read_experiments(path)
