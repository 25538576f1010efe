"""Source pages: one article, what it reports, and its text as far as it may be shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from generator.compile.credits import article_title, credit
from generator.compile.dates import date_words, short_date
from generator.compile.entity import event_row
from generator.compile.evidence import Citations
from generator.compile.figures import figures
from generator.compile.markdown import escape, join, link, raw, web_address
from generator.compile.passages import passages
from generator.compile.prose import entity_link, linked, without_dateline
from generator.compile.quotes import quotes_in
from generator.compile.render import Head, compile_page
from generator.compile.site import Site
from generator.compile.words import capitalized, kind_word, language_name, lexicon, listing, plural
from generator.model import Article, Entity, Event, EventMention, Evidence, Page

# The language that the generator reads.
READ = "en"
# What it tells besides: so many lines open the list, so many follow one click away.
OPEN_BESIDES, MAX_BESIDES = 5, 30
MIN_BESIDES_WORDS = 4
Backlinks = Mapping[tuple[str, str], tuple[tuple[str, str], ...]]


def compile_source(site: Site, article: Article, backlinks: Backlinks) -> tuple[Page, Citations]:
    """The page of an article. `backlinks`: (article id, sentence id) -> (title, path) of the pages that cite it."""
    page = site.source_path(article.id)
    cites = Citations(site, page)
    sentences = [(article.id, s.id) for s in site.sentences_of(article.id)]
    view = {
        "facts": _facts(site, article),
        "lead": _lead(site, article),
        "main": [event_row(site, page, e, cites) for e in _events(site, article, main=True)],
        "background": [event_row(site, page, e, cites) for e in _events(site, article, main=False)],
        "besides": _besides(site, article, cites),
        "named": _named(site, page, article),
        "figures": figures(site, page, sentences, cites),
        "quotes": quotes_in(site, page, article.id, cites),
        "policy": site.text_policy(article.id),
        "passages": passages(site, page, article, set(cites.used), backlinks),
        "removed": article.removed,
        "removed_count": plural(len(article.removed), "passage"),
        "others": _others(site, page, article),
    }
    head = Head(page, article_title(site, article.id), _description(site, article), "Article")
    return compile_page(head, "source.md.j2", view, cites), cites


def _description(site: Site, article: Article) -> str:
    return f"{credit(site, article.id)}: {_lead(site, article)}"


def _lead(site: Site, article: Article) -> str:
    """What it holds, in one sentence; where nothing was found in it, that and why."""
    length = f"An article of {plural(len(article.text.split()), 'word')}"
    if article.language.partition("-")[0] != READ:
        language = language_name(article.language)
        return f"{length} in {language}: it is listed, but only {language_name(READ)} is read here, so nothing is taken from it."
    if not site.sentences_of(article.id):
        return "An article in which no sentence was found; nothing could be taken from it."
    events, entities = len(site.events_in.get(article.id, ())), len(_entities(site, article))
    named = plural(entities, "person, organization or place", "people, organizations and places")
    found = [f"tells of {plural(events, 'event')}"] * bool(events) + [f"mentions {named}"] * bool(entities)
    if not found:
        return f"{length}; nothing that it tells of has a page here."
    return f"{length}; it {listing(found)} with {'a page' if events + entities == 1 else 'pages'} here."


def _facts(site: Site, article: Article) -> list[tuple[str, Markup]]:
    page = site.source_path(article.id)
    publisher = article.publisher or ""
    rows: list[tuple[str, str | Markup]] = [
        ("Publisher", link(publisher, site.link_to(page, site.publishers.get(publisher)))),
        ("Agency", article.agency or ""),
        ("By", listing(list(article.authors))),
        ("Published", date_words(article.published) or "date not known"),
        ("Updated", date_words(article.updated)),
        ("Retrieved", date_words(article.retrieved)),
        ("Original", _original(article)),
        ("Language", capitalized(language_name(article.language))),
        ("Also published by", _copies(site, article)),
        ("Later version", _later(site, page, article)),
        ("File", article.path),
        ("Fingerprint", _fingerprint(article)),
    ]
    return [(label, join([value])) for label, value in rows if value]


def _original(article: Article) -> Markup:
    address = web_address(article.url)
    if not address:
        return raw("")
    host = address.partition("://")[2].partition("/")[0]
    return link(host, address)


def _copies(site: Site, article: Article) -> Markup:
    lines = []
    for copy in site.copies.get(article.id, ()):
        words = copy.publisher or copy.path
        lines.append(link(words, web_address(copy.url)))
    return join(lines, "<br>")


def _later(site: Site, page: str, article: Article) -> Markup:
    later = site.kb.articles.get(article.version_of or "")
    if later is None or later.id not in site.kb.extractions:
        return raw("")
    return link(article_title(site, later.id), site.link_to(page, site.source_path(later.id)))


def _fingerprint(article: Article) -> Markup:
    return join(
        (raw('<span class="digest">'), article.digest[:16], raw("</span>"), " (SHA-256 of the file, beginning)")
    )


def _events(site: Site, article: Article, main: bool) -> list[Event]:
    return [e for e in site.events_in.get(article.id, ()) if (article.id in e.main_of) == main]


def _besides(site: Site, article: Article, cites: Citations) -> dict[str, Any]:
    """What it tells besides, of which no page is made: its own clauses, each with its date where that is known."""
    found = []
    for mention in site.kb.extractions[article.id].events:
        event = site.kb.events.get(site.kb.event_of.get((article.id, mention.id), ""))
        if event is not None and not event.page and _reads_alone(site, article, mention):
            found.append((mention, event))
    ordered = sorted(found, key=lambda item: (item[0].clause, item[0].id))
    chosen = [item for item in ordered if not any(_is_part(item[0], other) for other, _ in ordered)]
    lines = [_beside(site, article, mention, event, cites) for mention, event in chosen[:MAX_BESIDES]]
    opened = OPEN_BESIDES if len(lines) > OPEN_BESIDES + 2 else len(lines)
    return {"open": lines[:opened], "folded": lines[opened:], "left": len(chosen) - len(lines)}


def _reads_alone(site: Site, article: Article, mention: EventMention) -> bool:
    """Whether its clause can stand in a list: outside the headline, of some words, and opened by one who takes part in it."""
    opening = [a for a in mention.arguments if a.span.start == mention.clause.start]
    pronouns = {m.span.start for m in site.mentions_in.get((article.id, mention.sentence), ()) if m.kind == "pronoun"}
    named = any(a.span.start not in pronouns for a in opening)
    headline = site.in_headline(article.id, mention.sentence)
    return (
        named and not headline and not _is_participle(mention) and len(mention.clause.text.split()) >= MIN_BESIDES_WORDS
    )


def _is_participle(mention: EventMention) -> bool:
    """Whether a participle alone tells it: "Berg walking along a carpet"."""
    before = mention.clause.text[: mention.trigger.start - mention.clause.start].lower().split()
    return mention.tag == "VBG" and not set(before).intersection(lexicon()["auxiliaries"])


def _is_part(mention: EventMention, other: EventMention) -> bool:
    """Whether the clause of the one stands in that of the other; of two equal ones the first counts."""
    if mention.clause == other.clause:
        return other.id < mention.id
    return other.clause.covers(mention.clause)


def _beside(
    site: Site, article: Article, mention: EventMention, event: Event, cites: Citations
) -> dict[str, Markup | str]:
    item = without_dateline(Evidence(article.id, mention.sentence, mention.clause))
    date = short_date(event.date)
    return {
        "text": join((linked(site, cites.page, item.article, item.span), cites.mark(item))),
        "when": capitalized(date) if date else "",
    }


def _entities(site: Site, article: Article) -> list[Entity]:
    return list(site.entities_of.get(article.id, ()))


def _named(site: Site, page: str, article: Article) -> list[tuple[str, Markup]]:
    """The entities with a page, by kind, the most mentioned first."""
    found = _entities(site, article)
    lines = []
    for kind in lexicon()["kind_order"]:
        mine = sorted((e for e in found if e.type == kind), key=lambda e: (-site.articles_of[e.id][article.id], e.name))
        if mine:
            lines.append(
                (capitalized(kind_word(kind, many=True)), join((entity_link(site, page, e) for e in mine), ", "))
            )
    return lines


def _others(site: Site, page: str, article: Article) -> list[Markup]:
    """Other articles on the event(s) that this one is about."""
    about = _events(site, article, main=True)
    keys = dict.fromkeys(a for e in about for a in site.event_articles[e.id] if a != article.id)
    return [
        join(
            (
                link(article_title(site, key), site.link_to(page, site.source_path(key))),
                escape(_behind_title(site, key)),
            )
        )
        for key in keys
    ]


def _behind_title(site: Site, key: str) -> str:
    article = site.kb.articles[key]
    return "".join(f", {part}" for part in (article.publisher, date_words(article.published)) if part)
