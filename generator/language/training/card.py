"""The text of the model card and of the notice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from string import Template

import msgspec
import yaml

from generator.errors import ConfigError
from generator.language.evaluate import SCORED, WAYS, group_names, sum_names
from generator.language.score_names import NameFigures
from generator.language.score_syntax import COLUMNS, RELATIONS
from generator.language.scoring import Counts
from generator.language.training.inputs import BASE_SHA256
from generator.language.training.record import Machine, Report, Training

FOLDER = Path(__file__).parent
EXPERIMENTS = FOLDER / "experiments.yaml"
TITLES = {  # of corpora; others go by the names of their files
    "men": "MEN, Malaysian news",
    "re3d": "re3d, reports",
    "syn_clear_pudnews": "PUD, news",
}
MINUTE = 60
SILVER_CARD = ", and at first from the silver labels of the Groningen Meaning Bank"
SILVER_NOTICE = """  Groningen Meaning Bank, an extract with automatically made labels of names (Bos et al. 2017, Handbook of Linguistic
    Annotation), which is made available under the Open Database License 1.0 (ODbL).
"""


@dataclass(frozen=True, slots=True)
class Experiment:
    """Something that was tried. men, re3d, las: "before -> after", empty where not measured."""

    tried: str
    kept: bool
    men: str = ""
    re3d: str = ""
    las: str = ""
    note: str = ""


def read_experiments(path: Path = EXPERIMENTS) -> list[Experiment]:
    """The experiments in their order. Raises ConfigError, with the place, where an entry is not one."""
    try:
        return msgspec.convert(yaml.safe_load(path.read_text(encoding="utf-8")), list[Experiment])
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise ConfigError(f"{path} is broken: {error}.", "Its first lines say what an entry holds.") from error


def render_card(report: Report, experiments: Sequence[Experiment]) -> str:
    """MODEL_CARD.md."""
    training = report.training
    return _fill(
        "card.md",
        origin=_origin(training),
        files=_files(report),
        names=_names(report),
        types=_types(report),
        syntax=_syntax(report),
        speed=_speed(report),
        training=_training(training) if training else "Not recorded.",
        silver=SILVER_CARD if training and training.silver else "",
        base=BASE_SHA256,
        experiments=_experiments(experiments),
    )


def render_notice(report: Report) -> str:
    """NOTICE: whose work is in the model."""
    embedding = next((name for name in report.files if name.startswith("emb") and name.endswith(".onnx")), "")
    english = next((name for name in report.files if name != embedding and name.endswith(".onnx")), "")
    silver = SILVER_NOTICE if report.training and report.training.silver else ""
    return _fill("notice.txt", embedding=embedding, english=english, silver=silver)


def render_summary(report: Report) -> str:
    """The figures in one table, for the README: names over all types with and without rules, and the tree."""
    rows = [
        (f"names: {_title(corpus)}", *(_percent(sum_names(own, way).f_score) for way in ("rules", "encoder")))
        for corpus, own in group_names(report.figures.names).items()
    ]
    for one in report.figures.syntax:
        rows += [(f"{name}: {_title(one.corpus)}", "", _percent(one.counts[name].f_score)) for name in ("tags", "LAS")]
    return table(("", "with rules", "without"), rows)


def _fill(template: str, **texts: str) -> str:
    return Template((FOLDER / template).read_text(encoding="utf-8")).substitute(texts)


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table in Markdown; a bar inside a cell is escaped."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _origin(training: Training | None) -> str:
    if training is None:
        return "These weights were **not trained by this repository's command**; it only measured them."
    toy = " **with the toy schedule, to try the command: not for use**" if training.quick else ""
    return f"The weights were trained by `python -m generator train`{toy}, seed {training.seed}."


def _files(report: Report) -> str:
    rows = [(f"`weights/{name}`", f"{file.bytes:,}", f"`{file.sha256}`") for name, file in report.files.items()]
    whole = sum(file.bytes for file in report.files.values())
    return table(("file", "bytes", "SHA-256"), [*rows, ("together", f"{whole:,}", "")])


def _groups(report: Report) -> list[tuple[str, list[NameFigures]]]:
    """Corpora in their order; where one has several files, each file too."""
    groups: list[tuple[str, list[NameFigures]]] = []
    for corpus, own in group_names(report.figures.names).items():
        groups.append((_title(corpus), own))
        groups += [(one.corpus.removeprefix("test_"), [one]) for one in own if len(own) > 1]
    return groups


def _names(report: Report) -> str:
    rows = []
    for corpus, own in _groups(report):
        for way, words in WAYS.items():
            by_label = [_percent(sum_names(own, way, [label]).f_score) for label in SCORED]
            three, whole = sum_names(own, way, SCORED[:3]), sum_names(own, way)
            rows.append((corpus, words, *by_label, _percent(three.f_score), f"**{_percent(whole.f_score)}**"))
    return table(("corpus", "", *SCORED, "without NORP", "all"), rows)


def _types(report: Report) -> str:
    rows = []
    for corpus, own in group_names(report.figures.names).items():
        for label in SCORED:
            counts = sum_names(own, "rules", [label])
            figures = (counts.precision, counts.recall, counts.f_score)
            rows.append((_title(corpus), label, f"{counts.gold:,}", *map(_percent, figures)))
    return table(("corpus", "type", "names", "precision", "recall", "F1"), rows)


def _syntax(report: Report) -> str:
    syntax = report.figures.syntax
    head = (*COLUMNS, *RELATIONS)
    rows = [
        (_title(one.corpus), f"{one.words:,}", *(_percent(one.counts.get(name, Counts()).f_score) for name in head))
        for one in syntax
    ]
    return table(("corpus", "words", *head), rows)


def _speed(report: Report) -> str:
    return f"{report.words_per_second:,.0f} words a second of processor time, text to document ({_machine(report.measured_on)})."


def _training(training: Training) -> str:
    words = ", ".join(f"{count:,} ({kind})" for kind, count in training.words.items() if count)
    losses = ", ".join(f"{name} {loss:.3f}" for name, loss in training.losses.items())
    facts = [
        ("seed", str(training.seed)),
        ("words", words),
        ("steps", f"{training.steps:,}"),
        ("last losses", losses),
        ("time", f"{training.seconds / MINUTE:.0f} minutes, {training.threads} threads"),
        ("machine", _machine(training.machine)),
        ("packages", ", ".join(f"{name} {version}" for name, version in training.machine.packages.items())),
    ]
    schedule = [(f"`{name}`", f"{value:g}") for name, value in training.schedule.items()]
    inputs = [(f"`{name}`", f"`{digest}`") for name, digest in training.inputs.items()]
    tables = (("", ""), facts), (("setting (`training/options.py`)", ""), schedule), (("read", "SHA-256"), inputs)
    return "\n\n".join(table(head, rows) for head, rows in tables)


def _machine(machine: Machine) -> str:
    return f"{machine.processor}, {machine.cores} cores, {machine.system}, Python {machine.python}"


def _experiments(experiments: Sequence[Experiment]) -> str:
    if not experiments:
        return "Nothing is recorded yet."
    rows = [(one.tried, one.men, one.re3d, one.las, "yes" if one.kept else "no", one.note) for one in experiments]
    head = ("tried", "names, MEN", "names, re3d", "LAS, PUD", "kept", "what was learned")
    return "F1 and LAS before and after.\n\n" + table(head, rows)


def _title(corpus: str) -> str:
    return TITLES.get(corpus, corpus)


def _percent(value: float) -> str:
    return f"{value:.1f}"
