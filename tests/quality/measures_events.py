"""Measures of the demonstration's events: the rows of their comparisons, and what is told beside the main event. All in percent."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.model import Cell, Event, Facet, KnowledgeBase

Gold = dict[str, Any]


def rows_found(kb: KnowledgeBase, gold: Gold) -> float:
    """Rows that a careful reader would draw up: in the comparison, with all their cells and the right verdict."""
    return _share(
        any(_is_row(kb, facet, folder, *row) for facet in _main(kb, folder).facets)
        for folder, rows in gold["rows"].items()
        for row in rows
    )


def true_differences(kb: KnowledgeBase, gold: Gold) -> float:
    """Of the rows that differ, in the comparisons of the main events, how many are differences to a careful reader."""
    return _share(
        any(_is_row(kb, facet, folder, *row) for row in rows if row[0] in ("differ", "any"))
        for folder, rows in gold["rows"].items()
        for facet in _main(kb, folder).facets
        if facet.verdict == "differ" and facet.kind == "figure"
    )


def background_events(kb: KnowledgeBase, gold: Gold) -> float:
    """Events in the background that have a page, with the right title, date and articles."""
    return _share(
        any(_tells(kb, event, words, date, paths) for event in kb.events.values())
        for words, date, paths in gold["backgrounds"]
    )


def _tells(kb: KnowledgeBase, event: Event, words: list[str], date: str | None, paths: list[str]) -> bool:
    told = {kb.articles[ref.article].path for ref in event.mentions}
    named = any(word.casefold() in event.title.casefold() for word in words)
    return event.page is not None and named and event.date == date and told == set(paths)


def _is_row(kb: KnowledgeBase, facet: Facet, folder: str, verdict: str, cells: Mapping[str, str]) -> bool:
    paths = {kb.articles[cell.article].path.rpartition(".")[0] for cell in facet.cells}
    wanted = {f"{folder}/{outlet}" for outlet in cells}
    right = verdict in (facet.verdict, "any") and wanted <= paths
    return right and all(_has(kb, facet.cells, f"{folder}/{outlet}", words) for outlet, words in cells.items())


def _has(kb: KnowledgeBase, cells: Iterable[Cell], path: str, words: str) -> bool:
    """Whether a cell of this article (a path without its suffix) stands where the article has `words`."""
    for cell in cells:
        article = kb.articles[cell.article]
        if article.path.rpartition(".")[0] == path:
            at = article.text.find(words)
            while at >= 0:
                if cell.evidence.span.start < at + len(words) and at < cell.evidence.span.end:
                    return True
                at = article.text.find(words, at + 1)
    return False


def _main(kb: KnowledgeBase, folder: str) -> Event:
    """The event that most articles of the folder are about."""
    ids = {article.id for article in kb.articles.values() if article.path.split("/")[0] == folder}
    return min(kb.events.values(), key=lambda event: (-len(ids & set(event.main_of)), event.id))


def _share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return 100 * sum(found) / len(found) if found else 100.0
