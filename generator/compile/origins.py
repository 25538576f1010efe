"""Where accounts come from: which of them repeat one agency or each other, and count as one origin."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from generator.compile.credits import article_title, credit, outlet
from generator.compile.evidence import Citations
from generator.compile.markdown import escape, join, link
from generator.compile.site import Site
from generator.compile.words import capitalized, listing, plural, spelled
from generator.model import Event, Facet, Origin

MAX_EVIDENCE = 6


def origin_count(site: Site, event: Event) -> int:
    """How many independent origins the articles that tell it have: those that share one count once."""
    return len(_groups(site, event))


def origin_of(site: Site, event: Event, articles: set[str]) -> Origin | None:
    """The origin that all these articles share, if there is one."""
    held = ((origin, {site.original(key) for key in origin.articles}) for origin in event.origins)
    return min(
        (origin for origin, members in held if articles <= members), key=lambda origin: origin.partly, default=None
    )


def origin_note(site: Site, event: Event, facet: Facet) -> str:
    """ "one origin: both repeat Reuters" for a row that several articles carry and all have from one place; else ""."""
    articles = {site.original(cell.article) for cell in facet.cells}
    if facet.verdict == "only here":
        return ""
    if facet.origins != 1 or len(articles) < 2:
        return ""
    all_of_them = "both" if len(articles) == 2 else f"all {spelled(len(articles))}"
    origin = origin_of(site, event, articles)
    source = origin.source if origin is not None else ""
    names = [outlet(site, key) for key in sorted(articles, key=lambda key: (site.published_key(key), key))]
    if len(set(names)) == 1:
        return f"one origin: {all_of_them} are of {names[0]}"
    if not source:
        return "one origin: they repeat each other"
    if source not in names:
        return f"one origin: {all_of_them} repeat {source}"
    others = [name for name in dict.fromkeys(names) if name != source]
    return f"one origin: {listing(others, limit=3)} {'repeats' if len(others) == 1 else 'repeat'} {source}"


def repeats_line(site: Site, event: Event) -> str:
    """What is to be said of the articles that are not counted: " 1 copy of one of them, in Valley Post, is not counted."; else ""."""
    counted = set(site.event_articles[event.id])
    left = sorted({ref.article for ref in event.mentions} - counted)
    if not left:
        return ""
    names = listing(list(dict.fromkeys(outlet(site, key) for key in left)), limit=3)
    is_are = "is" if len(left) == 1 else "are"
    return f" {plural(len(left), 'copy or version', 'copies or versions')} of these in {names} {is_are} not counted."


def origins(site: Site, page: str, event: Event, cites: Citations) -> list[dict[str, Any]]:
    """Each group of articles that count as one origin: who they are, whom they have it from, and how that shows."""
    found = []
    for origin in event.origins:
        articles = list(dict.fromkeys(site.original(key) for key in origin.articles))
        if len(articles) > 1:
            found.append(
                {
                    "articles": join((_article(site, page, key) for key in _by_date(site, articles)), ", "),
                    "says": _says(site, origin, articles),
                    "reasons": [capitalized(reason.rstrip(".")) for reason in origin.reasons],
                    "cite": cites.mark(*origin.evidence[:MAX_EVIDENCE]),
                }
            )
    return found


def others_line(site: Site, event: Event) -> str:
    """What is to be said of the articles outside the groups; "" when all are inside one."""
    grouped = {site.original(key) for origin in event.origins for key in origin.articles}
    alone = [key for key in site.event_articles[event.id] if key not in grouped]
    if not alone:
        return ""
    if len(alone) == 1:
        return f"The other article, of {credit(site, alone[0])}, is an origin of its own as far as its text shows."
    return f"Each of the other {plural(len(alone), 'article')} is an origin of its own as far as its text shows."


def _says(site: Site, origin: Origin, articles: list[str]) -> str:
    names = {outlet(site, key) for key in articles}
    count = "Both" if len(articles) == 2 else f"All {spelled(len(articles))}"
    if origin.partly:
        source = f" from {origin.source}" if origin.source else ""
        return f"{count} are one origin in part: what they share or have{source} counts once, and the rest of each is its own."
    if len(names) == 1:
        return f"{count} are of {names.pop()} and share their words: they count as one origin."
    if not origin.source:
        return f"{count} count as one origin: they share their words, and none of them says from whom they are."
    if origin.source in names:
        return f"{count} count as one origin: {origin.source}, which the {'other repeats' if len(articles) == 2 else 'others repeat'}."
    return f"{count} count as one origin: {origin.source}."


def _article(site: Site, page: str, key: str) -> Markup:
    return link(credit(site, key), site.link_to(page, site.source_path(key)), article_title(site, key)) or escape("")


def _by_date(site: Site, articles: list[str]) -> list[str]:
    return sorted(articles, key=lambda key: (site.published_key(key), key))


def _groups(site: Site, event: Event) -> list[set[str]]:
    """The articles of an event, together where they share an origin."""
    groups = [{key} for key in site.event_articles[event.id]]
    for origin in event.origins:
        members = {site.original(key) for key in origin.articles}
        joined = [group for group in groups if group & members]
        groups = [group for group in groups if not group & members]
        groups += [set().union(*joined)] if joined else []
    return groups
