"""Extraction of many articles: what the cache has is taken from it, the rest is read by all cores."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context, parent_process
from threading import Thread

from generator import cache
from generator.config import Config
from generator.errors import GeneratorError
from generator.model import Article, Extraction

# The language that the finders read.
LANGUAGE = "en"
# Below this many articles the start of worker processes costs more than it gains.
PARALLEL_FROM = 12
Progress = Callable[[str, int, int], None]


def extract(articles: Sequence[Article], config: Config, progress: Progress) -> tuple[Extraction, ...]:
    """The extractions of `articles`, in their order; that of an article in another language than English is empty.

    Raises ModelError when the language model can't be loaded.
    """
    readable = [article for article in articles if article.language.partition("-")[0] == LANGUAGE]
    keys = {article.id: cache.key_of(article, config.model) for article in readable}
    found: dict[str, Extraction | None] = {a.id: _nothing(a) for a in articles if a.id not in keys}
    found |= {article.id: cache.load(config.cache, keys[article.id]) for article in readable}
    missing = [article for article in articles if found[article.id] is None]
    progress("extract", len(articles) - len(missing), len(articles))
    for done, extraction in enumerate(_read(missing, config), 1):
        cache.store(config.cache, keys[extraction.article], extraction)
        found[extraction.article] = extraction
        progress("extract", len(articles) - len(missing) + done, len(articles))
    cache.prune(config.cache, set(keys.values()))
    return tuple(each for article in articles if (each := found[article.id]) is not None)


def _nothing(article: Article) -> Extraction:
    """The extraction of an article that is not read."""
    return Extraction(article.id, (), (), (), (), (), (), (), ())


def _read(articles: Sequence[Article], config: Config) -> Iterator[Extraction]:
    workers = min(config.workers or os.cpu_count() or 1, len(articles))
    if workers <= 1 or len(articles) < PARALLEL_FROM:
        yield from (_annotate(article, config.model) for article in articles)
        return
    # "spawn" on every platform: a forked copy of a process with native threads may hang.
    try:
        with ProcessPoolExecutor(workers, get_context("spawn"), _end_with_parent) as pool:
            yield from pool.map(_annotate, articles, [config.model] * len(articles), chunksize=2)
    except BrokenProcessPool as error:
        raise GeneratorError(
            "A process that reads articles was stopped, perhaps for lack of memory.", "Build with fewer workers."
        ) from error


def _end_with_parent() -> None:
    """Make this process end when the one that started it is killed: the pool's own queue would wait for ever."""
    Thread(target=_wait_for_parent, daemon=True).start()


def _wait_for_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _annotate(article: Article, model: str) -> Extraction:
    # Imported here: only a process that reads articles loads spaCy and the weights.
    from generator.extract.annotate import annotate
    from generator.extract.pipeline import load_pipeline

    return annotate(article, load_pipeline(model))
