"""The five stages in order. Read this first.

seeds/ --ingest--> articles --extract--> extractions --resolve--> knowledge base --compile--> pages --write--> content/

Beside the articles, one thing from earlier builds counts: which addresses there were (`generator.history`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import cache
from generator.config import Config
from generator.errors import ArticleError, ConfigError, unwritable
from generator.history import HISTORY, read_history, settle, write_history
from generator.ingest import read_articles, read_decisions
from generator.model import Article, KnowledgeBase, Moved, Problem
from generator.verify import verify
from generator.write import Written, foreign_paths, is_current, manifest_digest, update_files

# (stage, done, total): called by the stages, shown by the doors.
Progress = Callable[[str, int, int], None]
_STAMP = "build.stamp"


@dataclass(frozen=True, slots=True)
class Built:
    """The outcome of a build: what was written, and what an operator should know.

    moved, ended  number of pages whose addresses lead on since this build: to where the page is now; and to what is left
    """

    written: Written
    problems: tuple[Problem, ...]
    articles: int
    skipped: bool = False
    moved: int = 0
    ended: int = 0


def addresses_line(built: Built) -> str:
    """ "3 pages moved; their old addresses lead on. 1 page was removed; its address says so."; empty when there is nothing to say."""
    moved, ended = built.moved, built.ended
    led = (
        "1 page moved; its old address leads on."
        if moved == 1
        else f"{moved} pages moved; their old addresses lead on."
    )
    gone = "1 page was removed; its address says so."
    gone = gone if ended == 1 else f"{ended} pages were removed; their addresses say so."
    return " ".join([led] * bool(moved) + [gone] * bool(ended))


def silent(stage: str, done: int, total: int) -> None:
    """A Progress that shows nothing."""


def build(config: Config, progress: Progress = silent) -> Built:
    """Bring `config.content` up to date with `config.seeds`.

    Raises GeneratorError (with a remedy) when the run can't go on; with `config.strict` also for an article that can't be read.
    """
    _check_folders(config)
    articles, problems = ingest(config, progress)
    stamp = _stamp(articles, problems, config)
    if _unchanged(config, stamp):
        return Built(Written((), (), 0), problems, len(articles), skipped=True)
    read_history(config.content)  # a damaged one stops the run before the long work
    kb = conclude(articles, problems, config, progress)
    _stop_if_strict(kb.problems, config)
    written, news = _write(kb, config, progress)
    if kb.problems == problems:  # a decision that names nobody is told again until it is mended
        _keep(config, stamp)
    moved = sum(each.is_same for each in news)
    return Built(written, kb.problems, len(articles), moved=moved, ended=len(news) - moved)


def ingest(config: Config, progress: Progress = silent) -> tuple[tuple[Article, ...], tuple[Problem, ...]]:
    """The articles of `config.seeds`, sorted by path, and what is to be said of files that could not be used."""
    progress("ingest", 0, 0)
    if not config.seeds.is_dir():
        raise ConfigError(f"There is no folder of articles at {config.seeds}.", "Create it, or name another (--seeds).")
    articles, problems = read_articles(config.seeds, config.max_bytes)
    problems += read_decisions(config.seeds, config.max_bytes)[1]
    _stop_if_strict(problems, config)
    return articles, problems


def _stop_if_strict(problems: Sequence[Problem], config: Config) -> None:
    fatal = [problem for problem in problems if problem.fatal]
    if config.strict and fatal:
        first = fatal[0]
        raise ArticleError(f"{first.path}: {first.message}", first.remedy)


def conclude(
    articles: tuple[Article, ...], problems: tuple[Problem, ...], config: Config, progress: Progress = silent
) -> KnowledgeBase:
    """Articles -> knowledge base: extract (from the cache where nothing changed), then resolve, as people's decisions ask for.

    Its problems are those given and the names in decisions that no article has.
    Raises EvidenceError when words that it rests on are not verbatim in their article.
    """
    # Imported here so that a build with nothing to do loads neither numpy nor the resolver's name data.
    from generator.annotating import extract
    from generator.resolve import resolve

    extractions = extract(articles, config, progress)
    progress("resolve", 0, 0)
    decisions, _ = read_decisions(config.seeds, config.max_bytes)
    kb = resolve(articles, extractions, problems, config, decisions)
    verify(kb)
    return kb


def _write(kb: KnowledgeBase, config: Config, progress: Progress) -> tuple[Written, list[Moved]]:
    """Write the pages, the pages at addresses that lead on, and the history; gives what leads on since now."""
    pages = _compiled(kb, config, progress)
    news: list[Moved] = []

    def files() -> dict[str, str]:
        # Read here, when no other build can write: what it published counts too.
        past = read_history(config.content)
        now = settle(past, kb)
        news.extend(each for each in now.moved if past[each.path].to is None)
        return {**_led_on(now.moved, config.content), **pages, HISTORY: write_history(now.addresses)}

    return update_files(files, config.content, first=HISTORY), news


def _led_on(moved: Sequence[Moved], content: Path) -> dict[str, str]:
    """The pages at old addresses, except where somebody put a page of their own."""
    from generator.compile import compile_moved, render_page

    foreign = foreign_paths((each.path for each in moved), content)
    return {each.path: render_page(compile_moved(each)) for each in moved if each.path not in foreign}


def _compiled(kb: KnowledgeBase, config: Config, progress: Progress) -> dict[str, str]:
    from generator.compile import compile_pages, render_page

    progress("compile", 0, 0)
    return {page.path: render_page(page) for page in compile_pages(kb, config)}


def _stamp(articles: tuple[Article, ...], problems: tuple[Problem, ...], config: Config) -> str:
    """Hash of everything that the pages are made from."""
    code = cache.fingerprint(
        ("", "ingest", "extract", "language", "gazetteer", "resolve", "compile", "export", "history", "model")
    )
    options = (config.model, config.source_text, config.min_mentions, config.repo_url)
    decisions, _ = read_decisions(config.seeds, config.max_bytes)
    parts = (code, options, [(article.path, article.digest) for article in articles], decisions, problems)
    return hashlib.sha256(repr(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _unchanged(config: Config, stamp: str) -> bool:
    try:
        last = (config.cache / _STAMP).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return False
    return last == _line(config, stamp) and is_current(config.content)


def _keep(config: Config, stamp: str) -> None:
    try:
        config.cache.mkdir(parents=True, exist_ok=True)
        (config.cache / _STAMP).write_text(_line(config, stamp), encoding="utf-8")
    except OSError as error:
        raise unwritable(config.cache, error) from error


def _line(config: Config, stamp: str) -> str:
    # With the pages that came of it: another build may have written to this folder since, or used this cache for another one.
    return f"{stamp} {manifest_digest(config.content)}"


def _check_folders(config: Config) -> None:
    """Raise ConfigError when pages would be read as articles, or articles be published as pages."""
    seeds, content = config.seeds.resolve(), config.content.resolve()
    if seeds == content or seeds in content.parents or content in seeds.parents:
        raise ConfigError(
            f"The articles ({config.seeds}) and the pages ({config.content}) stand in one folder.",
            "Give them folders beside each other.",
        )
