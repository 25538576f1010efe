"""The home page: what this is, how much there is, where to begin."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from markupsafe import Markup

from generator.compile.accounts import snippet
from generator.compile.credits import outlet
from generator.compile.dates import date_words, short_date
from generator.compile.entity_summary import in_short
from generator.compile.evidence import Citations
from generator.compile.happening import differ_count, event_link, event_type_words, event_when
from generator.compile.markdown import join, link
from generator.compile.prose import entity_link
from generator.compile.render import Head, compile_page
from generator.compile.site import ENTITIES, EVENTS, FIGURES, HOME, METHOD, PUBLISHERS, SOURCES, Site
from generator.compile.words import capitalized, plural
from generator.model import Cell, Event, Facet, Page

MAX_LATEST = 12
MAX_DISPUTED = 8
# Of a dispute the home page shows so many points, and of a point so many wordings.
MAX_POINTS, MAX_WORDINGS = 2, 3
MAX_CONNECTED = 16
PURPOSE = "What the news says, who says it, and where the accounts differ"


def compile_home(site: Site) -> Page:
    """The home page."""
    cites = Citations(site, HOME)
    view = {
        "counts": _counts(site),
        "latest": [event_line(site, HOME, e) for e in site.events[:MAX_LATEST]],
        "more_events": link("All events", EVENTS) if len(site.events) > MAX_LATEST else "",
        "disputed": [_dispute(site, e, cites) for e in _disputed(site)],
        "figures": link("All figures that the articles give", FIGURES) if site.events else "",
        "connected": _connected(site),
        "seeds": site.config.seeds.name or "seeds",
        "method": link("How this site is made, and what it cannot do", METHOD),
    }
    lead = f"{PURPOSE}: {plural(len(site.articles), 'article')}, {plural(len(site.events), 'event')}, every statement with its source."
    return compile_page(Head(HOME, PURPOSE, lead), "home.md.j2", view, cites)


def _counts(site: Site) -> list[dict[str, Any]]:
    rows = [
        (len(site.events), "event", "events", EVENTS),
        (len(site.entities), "name", "people, organizations and places", ENTITIES),
        (len(site.articles), "article", "articles", SOURCES),
        (len(site.publishers), "publisher", "publishers", PUBLISHERS),
    ]
    return [
        {"number": f"{count:,}", "link": link(one if count == 1 else many, path)}
        for count, one, many, path in rows
        if count
    ]


def event_line(site: Site, page: str, event: Event) -> dict[str, Any]:
    """One row of a table of events."""
    place = site.kb.entities.get(event.place or "")
    return {
        "when": capitalized(short_date(event.date) or event_when(event)),
        "link": event_link(site, page, event),
        "type": capitalized(event_type_words(event)),
        "where": entity_link(site, page, place) if place is not None else "",
        "articles": len(site.event_articles[event.id]),
        "differ": differ_count(event) or "",
    }


def _disputed(site: Site) -> list[Event]:
    """The events with the most facts on which accounts differ, then with the most articles."""
    weighed = [(differ_count(e), len(site.event_articles[e.id]), e) for e in site.events]
    ranked = sorted((item for item in weighed if item[0]), key=lambda item: (-item[0], -item[1], item[2].id))
    return [event for _, _, event in ranked[:MAX_DISPUTED]]


def _dispute(site: Site, event: Event, cites: Citations) -> dict[str, Any]:
    """The event, and the first points on which its accounts differ, in their words."""
    points = [facet for facet in event.facets if facet.verdict == "differ"]
    left = len(points) - MAX_POINTS
    return {
        "when": capitalized(short_date(event.date) or event_when(event)),
        "link": event_link(site, HOME, event),
        "articles": plural(len(site.event_articles[event.id]), "article"),
        "points": [_point(site, facet, cites) for facet in points[:MAX_POINTS]],
        "more": plural(left, "more point") if left > 0 else "",
    }


def _point(site: Site, facet: Facet, cites: Citations) -> dict[str, Any]:
    """What is counted or told, and the different values with who has each."""
    alike: dict[str, list[Cell]] = {}
    for cell in facet.cells:
        alike.setdefault(str(cell.value) if cell.value is not None else cell.evidence.span.text, []).append(cell)
    said = [
        {
            "text": _wording(site, facet, cells[0], cites),
            "by": list(dict.fromkeys(outlet(site, cell.article) for cell in cells)),
        }
        for cells in list(alike.values())[:MAX_WORDINGS]
    ]
    return {"label": capitalized(facet.label), "said": said}


def _wording(site: Site, facet: Facet, cell: Cell, cites: Citations) -> Markup:
    """The words of a cell; of a time the date that they mean, too."""
    date = date_words(str(cell.value)) if facet.kind == "when" and cell.value is not None else ""
    if not date:
        return snippet(site, HOME, facet, [replace(cell, note="")], cites)
    return join((f"{date} (“{cell.evidence.span.text.strip()}”)", cites.mark(cell.evidence)))


def _connected(site: Site) -> list[dict[str, Any]]:
    """The entities that are mentioned with the most others in one sentence."""
    partners: dict[str, set[str]] = {}
    for together in site.entities_in.values():
        for one in together:
            partners.setdefault(one, set()).update(other for other in together if other != one)
    ranked = sorted(
        partners.items(), key=lambda item: (-len(item[1]), -len(site.kb.entities[item[0]].mentions), item[0])
    )
    rows = []
    for key, others in ranked[:MAX_CONNECTED]:
        entity = site.kb.entities[key]
        rows.append(
            {
                "name": entity_link(site, HOME, entity),
                "about": in_short(site, entity),
                "others": plural(len(others), "other"),
            }
        )
    return rows
