"""Accounts compared: facets as rows; one column per article, or one line per wording where the columns would be too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from generator.compile.credits import article_title, credit, outlet
from generator.compile.dates import date_words, readable_dates
from generator.compile.evidence import Citations
from generator.compile.markdown import join, link, raw
from generator.compile.origins import origin_note
from generator.compile.prose import linked, without_comma, without_dateline
from generator.compile.quotes import is_quoted
from generator.compile.site import Site
from generator.compile.words import capitalized, lexicon
from generator.model import Cell, Event, Evidence, Facet

MAIN_KINDS = ("who", "what", "when", "where")
# More columns than these are too narrow to be read: then a row lists who says what.
MAX_COLUMNS = 4
# A table opens with these; the rows behind them are one click away.
OPEN_ROWS = 12
# So many quotations stand among the rows; where more are in several accounts, the section of quotations has them.
MAX_QUOTE_ROWS = 4
QUOTE, ONLY_HERE = "quote", "only here"


def compared(event: Event) -> list[Facet]:
    """The facets that are rows: who, what, when and where; then what differs; then what agrees, quotations last.

    What only one account has is no row: it is listed by account (see `only_here`).
    """
    if len(event.accounts) < 2:
        return []
    main = sorted((f for f in event.facets if f.kind in MAIN_KINDS), key=lambda f: MAIN_KINDS.index(f.kind))
    others = [f for f in event.facets if f.kind not in MAIN_KINDS and f.verdict != ONLY_HERE]
    ordered = sorted(others, key=lambda f: f.verdict != "differ")
    told = [f for f in ordered if f.kind != QUOTE or f.verdict == "differ"]
    quotes = [f for f in ordered if f.kind == QUOTE and f.verdict != "differ"]
    return [*main, *told, *quotes[:MAX_QUOTE_ROWS]]


def accounts_table(site: Site, page: str, event: Event, cites: Citations) -> dict[str, Any] | None:
    """The comparison as heads and rows; None when there is nothing to compare.

    `wide`: whether a row lists who says what, because the columns would be too many; `folded`: rows one click away;
    `quotes`: how many further quotations of several accounts stand in the section of quotations.
    """
    facets = compared(event)
    accounts = {site.original(account.article) for account in event.accounts}
    columns = [article for article in site.event_articles[event.id] if article in accounts]
    if sum(any(_cells(site, facet, article) for facet in event.facets) for article in columns) < 2 or not facets:
        return None
    wide = len(columns) > MAX_COLUMNS
    rows = [_row(site, page, event, facet, columns, cites, wide) for facet in facets]
    opened = OPEN_ROWS if len(rows) > OPEN_ROWS + 2 else len(rows)
    shared_quotes = sum(f.kind == QUOTE and f.verdict != ONLY_HERE for f in event.facets)
    return {
        "heads": [] if wide else [_column(site, page, article) for article in columns],
        "labels": _labels(site, columns),
        "rows": rows[:opened],
        "folded": rows[opened:],
        "wide": wide,
        "quotes": shared_quotes - sum(f.kind == QUOTE for f in facets),
    }


def shown_cells(event: Event) -> list[tuple[Facet, Cell]]:
    """The cells of the rows: what they have needs no second place on the page."""
    return [(facet, cell) for facet in compared(event) for cell in facet.cells]


def snippet(site: Site, page: str, facet: Facet, cells: Sequence[Cell], cites: Citations) -> Markup:
    """The words of cells that read alike, linked, in quotation marks where they are quoted; their citations; and the note."""
    item = without_dateline(cells[0].evidence)
    span = without_comma(item.span) if facet.kind == QUOTE else item.span
    text = linked(site, page, item.article, span)
    shown = join(("“", text, "”")) if facet.kind == QUOTE and is_quoted(site, item) else text
    marks = cites.mark(*(without_dateline(cell.evidence) for cell in cells))
    return join((shown, marks, _cell_note(cells[0])))


def _cell_note(cell: Cell) -> Markup:
    return join((raw(' <span class="aside">'), readable_dates(cell.note), raw("</span>"))) if cell.note else raw("")


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


def _row(
    site: Site, page: str, event: Event, facet: Facet, columns: list[str], cites: Citations, wide: bool
) -> dict[str, Any]:
    notes = ("" if _says_verdict(facet) else _note(site, facet, columns), origin_note(site, event, facet))
    return {
        "label": capitalized(facet.label),
        "cells": [] if wide else [_cell(site, page, facet, article, cites) for article in columns],
        "said": _said(site, page, facet, columns, cites) if wide else [],
        "verdict": _verdict(site, facet, columns),
        "state": facet.verdict.replace(" ", "-"),
        "note": "; ".join(filter(None, notes)),
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
    return capitalized(_note(site, facet, columns)) if _says_verdict(facet) else verdict_word(facet)


def verdict_word(facet: Facet) -> str:
    """ "Agree", "Differ" or "Only here"."""
    words: dict[str, str] = lexicon()["verdicts"]
    return words[facet.verdict]


def _cell(site: Site, page: str, facet: Facet, article: str, cites: Citations) -> Markup:
    snippets = [snippet(site, page, facet, [cell], cites) for cell in _cells(site, facet, article)]
    return join(raw(f'<span class="snippet">{words}</span>') for words in dict.fromkeys(snippets))


def _said(site: Site, page: str, facet: Facet, columns: list[str], cites: Citations) -> list[dict[str, Any]]:
    """The wordings of a row, each once, with all who have it; in the order of the columns."""
    labels = dict(zip(columns, _labels(site, columns), strict=True))
    alike: dict[tuple[str, str], list[Cell]] = {}
    for cell in (cell for article in columns for cell in _cells(site, facet, article)):
        alike.setdefault((_plain(cell.evidence), cell.note), []).append(cell)
    return [
        {
            "text": snippet(site, page, facet, cells, cites),
            "by": list(dict.fromkeys(labels[site.original(cell.article)] for cell in cells)),
        }
        for cells in alike.values()
    ]


def _plain(item: Evidence) -> str:
    return " ".join(item.span.text.casefold().replace("’", "'").split()).rstrip(".,")
