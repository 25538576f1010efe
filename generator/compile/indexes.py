"""The indexes: entities by kind, sources by publisher, publishers. Events by date are in `timeline`."""

from __future__ import annotations

from typing import Any

from generator.compile.credits import publisher_count
from generator.compile.entity_summary import attested
from generator.compile.markdown import link
from generator.compile.prose import entity_link
from generator.compile.publisher import article_row
from generator.compile.render import Head, compile_page
from generator.compile.site import ENTITIES, PUBLISHERS, SOURCES, Site
from generator.compile.words import capitalized, kind_word, lexicon, listing, plural
from generator.model import Entity, Page


def compile_indexes(site: Site) -> tuple[Page, ...]:
    """The three index pages."""
    return _entities(site), _sources(site), _publishers(site)


def _entities(site: Site) -> Page:
    groups = []
    for kind in lexicon()["kind_order"]:
        mine = [e for e in site.entities if e.type == kind]
        rare = sorted((e for e in site.kb.entities.values() if e.type == kind and not e.page), key=_by_name)
        if mine or rare:
            groups.append(
                {
                    "kind": kind,
                    "title": capitalized(kind_word(kind, many=True)),
                    "rows": [_entity_row(site, e) for e in mine],
                    "rare": listing([e.name for e in rare]),
                }
            )
    lead = f"{plural(len(site.entities), 'name')} with a page of their own, by kind."
    return compile_page(Head(ENTITIES, "Entities", lead), "entities.md.j2", {"groups": groups, "lead": lead})


def _by_name(entity: Entity) -> tuple[str, str]:
    return (entity.name.casefold(), entity.id)


def _entity_row(site: Site, entity: Entity) -> dict[str, Any]:
    articles = site.articles_of[entity.id]
    return {
        "name": entity_link(site, ENTITIES, entity),
        "role": attested(site, entity),
        "mentions": f"{len(entity.mentions):,}",
        "articles": len(articles),
        "publishers": publisher_count(site, articles) or "",
    }


def _sources(site: Site) -> Page:
    groups: dict[str, list[dict[str, Any]]] = {}
    for article in sorted(site.articles, key=lambda a: (a.publisher is None, (a.publisher or "").casefold())):
        groups.setdefault(article.publisher or "Publisher not known", []).append(article_row(site, SOURCES, article))
    lead = f"{plural(len(site.articles), 'article')}, by publisher, the latest first."
    return compile_page(Head(SOURCES, "Sources", lead), "sources.md.j2", {"groups": list(groups.items()), "lead": lead})


def _publishers(site: Site) -> Page:
    rows = []
    for name, path in site.publishers.items():
        mine = {a.id for a in site.articles_by.get(name, ())}
        told = {e.id for article in mine for e in site.events_in.get(article, ())}
        alone = sum(set(site.event_articles[key]) <= mine for key in told)
        rows.append(
            {
                "name": link(name, site.link_to(PUBLISHERS, path)),
                "articles": len(mine),
                "events": len(told),
                "alone": alone,
            }
        )
    lead = f"{plural(len(rows), 'publisher')}, by name."
    return compile_page(Head(PUBLISHERS, "Publishers", lead), "publishers.md.j2", {"rows": rows, "lead": lead})
