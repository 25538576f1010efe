"""The ledger of figures: event by event what the accounts count, who says so, and whether they agree."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from generator.compile.accounts import verdict_word
from generator.compile.chunks import Chunk, chunks, period_title, runs, year_key
from generator.compile.credits import credit
from generator.compile.evidence import Citations
from generator.compile.figures import figures_in, said_by
from generator.compile.happening import event_link, event_when, told_in
from generator.compile.markdown import escape, link
from generator.compile.render import Head, compile_page
from generator.compile.site import FIGURES, Site
from generator.compile.timeline import around, contents
from generator.compile.words import capitalized, lexicon, listing, plural
from generator.model import Cell, Event, Evidence, Facet, Page, Quantity

MAX_OF_AN_EVENT = 20
MAX_ON_A_PAGE = 240
MAX_MARKS = 3
TITLE, TEMPLATE = "Figures", "figures.md.j2"
MILLION = 1_000_000


def compile_ledger(site: Site) -> tuple[Page, ...]:
    """The ledger and, where it is long, its pages by date. Only of events with a page."""
    found = {event.id: figure_rows(site, event) for event in site.events}
    events = [event for event in site.events if found[event.id]]
    total = sum(map(len, found.values()))
    lead = _lead(total, len(events))
    shown = [min(len(found[event.id]), MAX_OF_AN_EVENT) for event in events]
    if sum(shown) <= MAX_ON_A_PAGE:
        return (_page(site, FIGURES, TITLE, lead, events, found),)
    cut = chunks(events, shown, MAX_ON_A_PAGE)
    view = {"lead": lead, "parts_of_it": contents(site, FIGURES, cut, _path), "years": [], "around": []}
    index = compile_page(Head(FIGURES, TITLE, lead), TEMPLATE, view)
    return (index, *(_part(site, cut, number, found) for number in range(len(cut))))


def figure_rows(site: Site, event: Event) -> list[tuple[str, Facet | None, list[tuple[Evidence, Quantity]]]]:
    """(what is counted, the row of the comparison or None, the wordings with their quantities) for each figure, those that
    differ first, then those that agree, then those of one account."""
    quantities = figures_in(site, told_in(site, event))
    rows: list[tuple[str, Facet | None, list[tuple[Evidence, Quantity]]]] = []
    done: set[Evidence] = set()
    order = list(lexicon()["verdict_order"])
    facets = sorted((f for f in event.facets if f.kind == "figure"), key=lambda f: order.index(f.verdict))
    for facet in facets:
        cells = [found for cell in facet.cells for found in _quantities(site, cell)]
        if cells and not any(item in done for item, _ in cells):
            done |= {item for item, _ in cells}
            rows.append((capitalized(facet.label), facet, cells))
    alike: dict[tuple[str, str], list[tuple[Evidence, Quantity]]] = {}
    for item, quantity in quantities:
        if item not in done:
            alike.setdefault((item.article, item.span.text.casefold()), []).append((item, quantity))
    return rows + [(_counted(same[0][1]), None, same) for same in alike.values()]


def value_words(quantity: Quantity) -> str:
    """The value as a number: "6", "at least 10,000", "20 to 25", "11.5 million"; "" where the words give none."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        return ""
    if low is None or high is None:
        return f"at least {_number(low)}" if low is not None else f"at most {_number(high or 0)}"
    return _number(low) if low == high else f"{_number(low)} to {_number(high)}"


def _number(value: float) -> str:
    if abs(value) >= MILLION:
        return f"{value / MILLION:,.3f}".rstrip("0").rstrip(".") + " million"
    return f"{value:,.0f}" if value == int(value) else f"{value:,.3f}".rstrip("0")


def _quantities(site: Site, cell: Cell) -> list[tuple[Evidence, Quantity]]:
    """The figures in the words of a cell."""
    near = figures_in(site, [(cell.article, cell.evidence.sentence)])
    return [(item, quantity) for item, quantity in near if cell.evidence.span.overlaps(item.span)]


def _counted(quantity: Quantity) -> str:
    """What is counted, in the article's word; else its unit."""
    span = quantity.measured_span or quantity.of_span
    words = (span.text if span is not None else quantity.unit or "").strip()
    return capitalized(words.split()[-1]) if words else "Figure"


def _lead(total: int, events: int) -> str:
    if not total:
        return "There is no figure yet."
    return f"{plural(total, 'figure')} that the articles give of {plural(events, 'event')}, with who says so; the latest events first."


def _page(
    site: Site,
    page: str,
    title: str,
    lead: str,
    events: Sequence[Event],
    found: dict[str, Any],
    links: Sequence[Any] = (),
) -> Page:
    cites = Citations(site, page)
    years = [
        {"title": period_title(year), "events": [_event(site, page, e, found[e.id], cites) for e in mine]}
        for year, mine in runs(events, year_key)
    ]
    view = {"lead": lead, "parts_of_it": [], "years": years, "around": list(links)}
    return compile_page(Head(page, title, lead), TEMPLATE, view, cites)


def _part(site: Site, cut: Sequence[Chunk], number: int, found: dict[str, Any]) -> Page:
    chunk, page = cut[number], _path(cut[number])
    links = around(site, cut, number, _path, ("All figures", FIGURES))
    total = sum(len(found[event.id]) for event in chunk.events)
    lead = _lead(total, len(chunk.events))
    return _page(site, page, f"{TITLE}: {chunk.title}", lead, chunk.events, found, links)


def _path(chunk: Chunk) -> str:
    return f"figures/{chunk.key}.md"


def _event(site: Site, page: str, event: Event, rows: Sequence[Any], cites: Citations) -> dict[str, Any]:
    left = len(rows) - MAX_OF_AN_EVENT
    more = link(plural(left, "more figure"), site.link_to(page, event.page)) if left > 0 else ""
    return {
        "link": event_link(site, page, event),
        "when": capitalized(event_when(event)),
        "rows": [_row(site, page, row, cites) for row in rows[:MAX_OF_AN_EVENT]],
        "label": f"Figures: {capitalized(event.title)}",
        "more": more,
    }


def _row(
    site: Site, page: str, row: tuple[str, Facet | None, list[tuple[Evidence, Quantity]]], cites: Citations
) -> dict[str, Any]:
    """One line per wording and sayer: the words with their value, who says so, and the articles that have it."""
    label, facet, cells = row
    alike: dict[tuple[str, Markup], list[tuple[Evidence, Quantity]]] = {}
    for item, quantity in cells:
        who = said_by(site, page, item.article, quantity)
        alike.setdefault((" ".join(item.span.text.casefold().split()), who), []).append((item, quantity))
    return {
        "label": label,
        "said": [
            {
                "words": escape(same[0][0].span.text),
                "value": _value(same[0][1], same[0][0].span.text),
                "cite": cites.mark(*(item for item, _ in same[:MAX_MARKS])),
                "who": who,
                "by": listing(list(dict.fromkeys(credit(site, item.article) for item, _ in same)), limit=2),
            }
            for (_, who), same in alike.items()
        ],
        "verdict": verdict_word(facet) if facet is not None else "",
        "state": facet.verdict.replace(" ", "-") if facet is not None else "",
    }


def _value(quantity: Quantity, words: str) -> str:
    """The number, where the words have it in letters or with a hedge."""
    value = value_words(quantity)
    return "" if value in words else value
