"""The home page: what this is, how much there is, where to begin."""

from __future__ import annotations

from typing import Any

from generator.compile.entity_summary import in_short
from generator.compile.indexes import event_line
from generator.compile.markdown import link
from generator.compile.prose import entity_link
from generator.compile.render import Head, compile_page
from generator.compile.site import ENTITIES, EVENTS, HOME, METHOD, PUBLISHERS, SOURCES, Site
from generator.compile.words import plural
from generator.model import Event, Page

MAX_LATEST = 12
MAX_DISPUTED = 8
MAX_CONNECTED = 16
PURPOSE = "What the news says, who says it, and where the accounts differ"


def compile_home(site: Site) -> Page:
    """The home page."""
    view = {
        "counts": _counts(site),
        "latest": [event_line(site, HOME, e) for e in site.events[:MAX_LATEST]],
        "more_events": link("All events", EVENTS) if len(site.events) > MAX_LATEST else "",
        "disputed": [event_line(site, HOME, e) for e in _disputed(site)],
        "connected": _connected(site),
        "seeds": site.config.seeds.name or "seeds",
        "method": link("How this site is made, and what it cannot do", METHOD),
    }
    lead = f"{PURPOSE}: {plural(len(site.articles), 'article')}, {plural(len(site.events), 'event')}, every statement with its source."
    return compile_page(Head(HOME, PURPOSE, lead), "home.md.j2", view)


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


def _disputed(site: Site) -> list[Event]:
    """The events with the most facts on which accounts differ."""
    weighed = [(sum(f.verdict == "differ" for f in e.facets), e) for e in site.events]
    ranked = sorted(((n, e) for n, e in weighed if n), key=lambda item: (-item[0], item[1].id))
    return [event for _, event in ranked[:MAX_DISPUTED]]


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
