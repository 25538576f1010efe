"""The index of events: by date, the latest first, each under what is known of its date; long ones in pages by year."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from markupsafe import Markup

from generator.compile.chunks import UNDATED, Chunk, chunks, month_key, period_title, runs, year_key
from generator.compile.dates import short_date
from generator.compile.happening import (
    NOT_KNOWN,
    dated_key,
    differ_count,
    event_link,
    event_type_words,
    event_when,
    is_background,
)
from generator.compile.markdown import link
from generator.compile.render import Head, compile_page
from generator.compile.site import EVENTS, FIGURES, Site
from generator.compile.words import capitalized, plural
from generator.model import Event, Page

# A page with more events than these would be slow on a phone.
MAX_ON_A_PAGE = 300
LATEST = 60
TEMPLATE = "events.md.j2"


def compile_timeline(site: Site) -> tuple[Page, ...]:
    """The index of events and, where there are many, a page for each part of the timeline."""
    lead = _lead(site)
    if len(site.events) <= MAX_ON_A_PAGE:
        view = {"lead": lead, "parts_of_it": [], "years": _years(site, EVENTS, site.events), "latest": []}
        return (_index(site, view, lead),)
    cut = chunks(site.events, [1] * len(site.events), MAX_ON_A_PAGE)
    latest = [row(site, EVENTS, event) for event in site.events[:LATEST] if dated_key(event)]
    view = {"lead": lead, "parts_of_it": contents(site, EVENTS, cut, chunk_path), "years": [], "latest": latest}
    return (_index(site, view, lead), *(_part(site, cut, number) for number in range(len(cut))))


def _index(site: Site, view: dict[str, Any], lead: str) -> Page:
    ledger = link("The figures that the articles give", site.link_to(EVENTS, FIGURES))
    return compile_page(Head(EVENTS, "Events", lead), TEMPLATE, view | {"ledger": ledger, "around": []})


def _part(site: Site, cut: Sequence[Chunk], number: int) -> Page:
    chunk = cut[number]
    page = chunk_path(chunk)
    lead = f"{plural(len(chunk.events), 'event')}, the latest first."
    years = _years(site, page, chunk.events)
    links = around(site, cut, number, chunk_path, ("All events", EVENTS))
    view = {
        "lead": lead,
        "parts_of_it": [],
        "years": years,
        "latest": [],
        "ledger": "",
        "around": links,
    }
    return compile_page(Head(page, f"Events: {chunk.title}", lead), TEMPLATE, view)


def chunk_path(chunk: Chunk) -> str:
    """The address of a part of the timeline; it is in a folder of its own, where no event's page can be."""
    return f"events/by-date/{chunk.key}.md"


def around(
    site: Site, cut: Sequence[Chunk], number: int, path_of: Callable[[Chunk], str], whole: tuple[str, str]
) -> list[Markup]:
    """Links from a part to the later and the earlier one, and to `whole`: the words for all, and their address."""
    page = path_of(cut[number])
    found = [link(whole[0], site.link_to(page, whole[1]))]
    for near, words in ((number - 1, "Later"), (number + 1, "Earlier")):
        if 0 <= near < len(cut):
            title = cut[near].title if cut[near].key.startswith(UNDATED) else f"{words}: {cut[near].title}"
            found.append(link(title, site.link_to(page, path_of(cut[near]))))
    return found


def contents(site: Site, page: str, cut: Sequence[Chunk], path_of: Callable[[Chunk], str]) -> list[dict[str, Any]]:
    """One line per part: its name, linked, and how many events it has."""
    return [
        {"link": link(chunk.title, site.link_to(page, path_of(chunk))), "count": plural(len(chunk.events), "event")}
        for chunk in cut
    ]


def row(site: Site, page: str, event: Event, year: str = "") -> dict[str, Any]:
    """One line of the timeline; `year` is left out of its date, because it stands above it."""
    return {
        "when": capitalized((short_date(event.date) or event_when(event)).removesuffix(f" {year}")),
        "link": event_link(site, page, event),
        "about": _about(site, event),
    }


def _about(site: Site, event: Event) -> str:
    """ "Visit, Port Marin; told in the background of 2 articles; accounts differ on 1 point"."""
    place = site.kb.entities.get(event.place or "")
    what = ", ".join(filter(None, (event_type_words(event), place.name if place is not None else "")))
    told = plural(len(site.event_articles[event.id]), "article")
    points = differ_count(event)
    parts = [
        capitalized(what),
        f"told in the background of {told}" if is_background(event) else told,
        f"accounts differ on {plural(points, 'point')}" if points else "",
    ]
    return "; ".join(filter(None, parts))


def _lead(site: Site) -> str:
    total = len(site.events)
    if not total:
        return "There is no event yet."
    undated = sum(not dated_key(event) for event in site.events)
    tail = f"; the date of {undated:,} of them is not known" if undated else ""
    return f"{plural(total, 'event')}, the latest first{tail}."


def _years(site: Site, page: str, events: Sequence[Event]) -> list[dict[str, Any]]:
    """The events under their year, and there under their month."""
    return [
        {"title": period_title(year), "months": _months(site, page, year, mine)}
        for year, mine in runs(events, year_key)
    ]


def _months(site: Site, page: str, year: str, events: Sequence[Event]) -> list[dict[str, Any]]:
    groups = runs(events, _known if year == UNDATED else month_key)
    # Those of which nothing is known stand right below the heading that says so.
    ordered = sorted(groups, key=lambda group: bool(group[0])) if year == UNDATED else groups
    return [
        {
            "title": "" if len(groups) == 1 and key == year else _month_title(key, year),
            "rows": [row(site, page, event, year) for event in mine],
        }
        for key, mine in ordered
    ]


def _known(event: Event) -> str:
    """What is known of a date that no year is known of: "A Friday", "June"; "" for nothing."""
    words = event_when(event)
    return "" if words == NOT_KNOWN else capitalized(words)


def _month_title(key: str, year: str) -> str:
    if year == UNDATED:
        return f"{key}, date not known" if key else ""
    return f"{period_title(year)}, month not known" if key == year else period_title(key)
