"""Accounts compared: facets as rows, one column per article."""

from __future__ import annotations

from collections import Counter
from typing import Any

from markupsafe import Markup

from generator.compile.credits import article_title, credit, outlet
from generator.compile.dates import date_words, readable_dates
from generator.compile.evidence import Citations
from generator.compile.markdown import escape, join, link, raw
from generator.compile.prose import linked, without_comma, without_dateline
from generator.compile.quotes import is_quoted
from generator.compile.relations import whole_sentence
from generator.compile.site import Site
from generator.compile.words import capitalized, lexicon
from generator.model import Cell, Event, Facet

# A longer table leaves what only one account has to the list below it, except who, what, when and where.
MAX_ROWS = 10
MAIN_KINDS = frozenset({"who", "what", "when", "where"})


def verdict_counts(event: Event) -> list[tuple[int, str]]:
    """How many facets agree, differ, and stand in one account only, each with its words; zeros are left out."""
    if len(event.accounts) < 2:
        return []
    counts = Counter(str(facet.verdict) for facet in event.facets)
    words: dict[str, list[str]] = lexicon()["verdict_counts"]
    return [(counts[key], forms[counts[key] != 1]) for key, forms in words.items() if counts[key]]


def accounts_table(site: Site, page: str, event: Event, cites: Citations) -> dict[str, Any] | None:
    """The comparison as heads and rows; None when there is nothing to compare."""
    columns = [a for a in site.event_articles[event.id] if any(_cells(site, f, a) for f in event.facets)]
    if len(columns) < 2:
        return None
    facets = [f for f in event.facets if len(event.facets) <= MAX_ROWS or _compared(f)]
    return {
        "heads": [_column(site, page, article) for article in columns],
        "labels": _labels(site, columns),
        "rows": [_row(site, page, facet, columns, cites) for facet in facets],
        "more": len(event.facets) - len(facets),
    }


def _compared(facet: Facet) -> bool:
    """Whether a long table keeps this row: figures and quotations of one account alone are listed below it."""
    return facet.verdict != "only here" or facet.kind in MAIN_KINDS


def only_here(site: Site, page: str, event: Event, cites: Citations) -> list[dict[str, Any]]:
    """For each article, the whole sentences of what no other account has."""
    if len(event.accounts) < 2:
        return []
    found = []
    for article in site.event_articles[event.id]:
        facets = [f for f in event.facets if f.verdict == "only here"]
        keys = dict.fromkeys((c.article, c.evidence.sentence) for f in facets for c in _cells(site, f, article))
        lines = [_sentence_line(site, page, key, cites) for key in keys]
        if lines:
            found.append({"source": _head(site, page, article), "lines": lines})
    return found


def _sentence_line(site: Site, page: str, key: tuple[str, str], cites: Citations) -> Markup:
    item = without_dateline(whole_sentence(site, *key))
    return join((linked(site, page, item.article, item.span), cites.mark(item)))


def _head(site: Site, page: str, article: str) -> Markup:
    return link(credit(site, article), site.link_to(page, site.source_path(article)), article_title(site, article))


def _column(site: Site, page: str, article: str) -> Markup:
    """The head of a column: the publisher, linked to the article, and below it the date."""
    name = link(outlet(site, article), site.link_to(page, site.source_path(article)), article_title(site, article))
    published = date_words(site.kb.articles[article].published) or "undated"
    return join((name, raw("<br>"), published))


def _labels(site: Site, columns: list[str]) -> list[str]:
    """What each cell of a column is called where rows are stacked: the publisher, with the date where two share it."""
    names = [outlet(site, article) for article in columns]
    shared = {name for name, count in Counter(names).items() if count > 1}
    return [credit(site, article) if name in shared else name for name, article in zip(names, columns, strict=True)]


def _cells(site: Site, facet: Facet, article: str) -> list[Cell]:
    return [cell for cell in facet.cells if site.original(cell.article) == article]


def _row(site: Site, page: str, facet: Facet, columns: list[str], cites: Citations) -> dict[str, Any]:
    return {
        "label": capitalized(facet.label),
        "cells": [_cell(site, page, facet, article, cites) for article in columns],
        "verdict": _verdict(site, facet, columns),
        "state": facet.verdict.replace(" ", "-"),
        "note": "" if _says_verdict(facet) else _note(site, facet, columns),
    }


def _note(site: Site, facet: Facet, columns: list[str]) -> str:
    """The facet's note, in which an article without a publisher is called as in its column."""
    note = facet.note
    for article in (site.kb.articles[key] for key in columns):
        for name in filter(None, (article.path, article.title if not article.publisher else "")):
            note = note.replace(name, outlet(site, article.id))
    return note


def _says_verdict(facet: Facet) -> bool:
    """Whether the note repeats the verdict's own word ("differ in extent")."""
    return facet.note.casefold().startswith(facet.verdict)


def _verdict(site: Site, facet: Facet, columns: list[str]) -> str:
    words: dict[str, str] = lexicon()["verdicts"]
    return capitalized(_note(site, facet, columns)) if _says_verdict(facet) else words[facet.verdict]


def _cell(site: Site, page: str, facet: Facet, article: str, cites: Citations) -> Markup:
    snippets = [_snippet(site, page, facet, cell, cites) for cell in _cells(site, facet, article)]
    return join(raw(f'<span class="snippet">{snippet}</span>') for snippet in dict.fromkeys(snippets))


def _snippet(site: Site, page: str, facet: Facet, cell: Cell, cites: Citations) -> Markup:
    item = without_dateline(cell.evidence)
    span = without_comma(item.span) if facet.kind == "quote" else item.span
    text = linked(site, page, cell.article, span)
    shown = join(("“", text, "”")) if facet.kind == "quote" and is_quoted(site, item) else text
    return join((shown, cites.mark(item), escape(f" ({readable_dates(cell.note)})") if cell.note else ""))
