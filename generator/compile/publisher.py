"""Publisher pages: its articles, whom it quotes, and what it alone reports."""

from __future__ import annotations

from collections import Counter
from typing import Any

from generator.compile.credits import article_title
from generator.compile.dates import date_key, date_words, short_date
from generator.compile.happening import event_link, event_when
from generator.compile.markdown import link
from generator.compile.only import only_facts
from generator.compile.prose import entity_link
from generator.compile.render import Head, compile_page
from generator.compile.site import Site
from generator.compile.words import capitalized, listing, plural
from generator.model import Article, Facet, Page

MAX_QUOTED = 20
MAX_ALONE = 20
# Events of which it has what no other publisher has.
MAX_POINTS = 12


def compile_publisher(site: Site, name: str, page: str) -> Page:
    """The page of a publisher."""
    articles = list(site.articles_by.get(name, ()))
    copies = [a for a in site.kb.articles.values() if a.publisher == name and a.copy_of is not None]
    view = {
        "lead": _lead(articles, len(copies)),
        "articles": [article_row(site, page, a) for a in articles],
        "quoted": _quoted(site, page, {a.id for a in articles}),
        "alone": _alone(site, page, {a.id for a in articles}),
        "points": _points(site, page, {a.id for a in articles}),
        "copies": [
            link(article_title(site, a.id), site.link_to(page, site.source_path(a.id)))
            for a in sorted(copies, key=lambda a: a.id)
        ],
    }
    return compile_page(Head(page, name, f"{name}: {view['lead']}", "Publisher"), "publisher.md.j2", view)


def article_row(site: Site, page: str, article: Article) -> dict[str, Any]:
    """One line of a list of articles."""
    return {
        "when": short_date(article.published) or "date not known",
        "title": link(article_title(site, article.id), site.link_to(page, site.source_path(article.id))),
        "words": f"{len(article.text.split()):,}",
        "events": len(site.events_in.get(article.id, ())),
    }


def _lead(articles: list[Article], copies: int) -> str:
    dates = sorted(filter(None, (a.published for a in articles)), key=date_key)
    period = ""
    if dates:
        first, last = date_words(dates[0]), date_words(dates[-1])
        period = f", published {first}" if first == last else f", published from {first} to {last}"
    told = f"{plural(len(articles), 'article')}{period}." if articles else ""
    verb = "repeats" if copies == 1 else "repeat"
    repeated = f"{plural(copies, 'article')} of this publisher {verb} another word for word." if copies else ""
    return " ".join(filter(None, (told, repeated)))


def _quoted(site: Site, page: str, articles: set[str]) -> list[tuple[Any, int]]:
    counts: Counter[str] = Counter()
    for article in sorted(articles):
        for utterance in site.utterances_in.get(article, ()):
            if utterance.speaker is not None and utterance.speaker in site.kb.entities:
                counts[utterance.speaker] += sum(key == article for key, _ in utterance.quotes)
    ranked = sorted(((n, key) for key, n in counts.items() if n), key=lambda item: (-item[0], item[1]))
    return [(entity_link(site, page, site.kb.entities[key]), n) for n, key in ranked[:MAX_QUOTED]]


def _alone(site: Site, page: str, articles: set[str]) -> list[tuple[str, Any]]:
    told = {e.id: e for article in sorted(articles) for e in site.events_in.get(article, ())}
    alone = (e for e in told.values() if set(site.event_articles[e.id]) <= articles)
    mine = sorted(alone, key=lambda e: (date_key(e.date), e.id), reverse=True)
    return [(event_when(e), event_link(site, page, e)) for e in mine[:MAX_ALONE]]


def _points(site: Site, page: str, articles: set[str]) -> list[dict[str, Any]]:
    """Events that others tell too, and what only this publisher has of them: how many points, and the first ones."""
    told = {e.id: e for article in sorted(articles) for e in site.events_in.get(article, ())}
    rows = []
    for event in told.values():
        only = list({id(f): f for f, _ in only_facts(site, event)}.values())
        mine = [f for f in only if {site.original(cell.article) for cell in f.cells} <= articles]
        if mine and len(event.accounts) > 1 and not set(site.event_articles[event.id]) <= articles:
            rows.append((len(mine), event, mine))
    ranked = sorted(rows, key=lambda item: (-item[0], item[1].id))[:MAX_POINTS]
    return [
        {
            "event": link(capitalized(event.title), site.link_to(page, event.page, "only")),
            "count": _kinds(mine),
        }
        for _, event, mine in ranked
    ]


def _kinds(facets: list[Facet]) -> str:
    """ "4 figures and 1 statement"."""
    counts = Counter({"figure": "figure", "quote": "statement"}.get(facet.kind, "point") for facet in facets)
    return listing([plural(counts[kind], kind) for kind in ("figure", "statement", "point") if counts[kind]])
