"""Verbatim text with links: each mention of something that has a page links to it, the first time in a paragraph."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from generator.compile.markdown import escape, join, link
from generator.compile.site import Site
from generator.compile.words import capitalized, kind_word, plural
from generator.model import Entity, Evidence, Mention, Span

DASHES = frozenset("-–—")
MAX_DATELINE, MIN_CAPITALS = 8, 3


class _Anchor(NamedTuple):
    """Words of a text that become a link: `key` names the target, so that it is linked once."""

    span: Span
    key: str
    path: str
    title: str


def linked(
    site: Site, page: str, article: str, span: Span, seen: set[str] | None = None, events: bool = False
) -> Markup:
    """The words of `span` as Markdown, with links from `page`.

    `seen` holds the targets that this paragraph has linked already, and is added to; `events` links triggers of events too.
    """
    done = set() if seen is None else seen
    parts: list[Markup] = []
    position = span.start
    for anchor in _chosen(site, page, article, span, events):
        if anchor.key in done:
            continue
        done.add(anchor.key)
        parts.append(_slice(span, position, anchor.span.start))
        parts.append(link(anchor.span.text, site.link_to(page, anchor.path), anchor.title))
        position = anchor.span.end
    parts.append(_slice(span, position, span.end))
    return join(parts)


def entity_link(site: Site, page: str, entity: Entity, words: str = "") -> Markup:
    """A link to an entity, or its name alone when it has no page."""
    return link(words or entity.name, site.link_to(page, entity.page), entity_hint(site, entity))


def chain_words(site: Site, page: str, article: str, chain: str | None) -> Markup:
    """Who a chain is: a linked entity, else its name or its first description in the article, never a pronoun; else ""."""
    if chain is None:
        return escape("")
    entity = site.kb.entities.get(site.kb.entity_of.get((article, chain), ""))
    if entity is not None:
        return entity_link(site, page, entity)
    found = site.kb.chain(article, chain)
    mentions = (site.kb.mention(article, key) for key in found.mentions)
    described = (mention.span.text for mention in mentions if mention.kind != "pronoun")
    return escape(capitalized(found.name or next(described, "")))


def entity_hint(site: Site, entity: Entity) -> str:
    """What a link says of its target before it is opened: "Mara Ilves, person: 2 articles"."""
    return f"{entity.name}, {kind_word(entity.type)}: {plural(len(site.articles_of[entity.id]), 'article')}"


def without_dateline(item: Evidence) -> Evidence:
    """The evidence without a dateline before it ("LONDON, Jan. 5 (Reuters) - "): a word in capitals, then a dash."""
    words = item.span.text.split(None, MAX_DATELINE)
    dash = next((index for index, word in enumerate(words[:MAX_DATELINE]) if word in DASHES), 0)
    first = words[0].strip(",.()/") if words else ""
    if not dash or len(first) < MIN_CAPITALS or not first.isupper():
        return item
    kept = item.span.text.partition(f" {words[dash]} ")[2].lstrip()
    if not kept:
        return item
    begin = item.span.end - len(kept)
    return Evidence(item.article, item.sentence, Span(begin, item.span.end, kept))


def without_comma(span: Span) -> Span:
    """The span without a comma at its end, which belongs to the sentence around a quotation."""
    words = span.text.rstrip().removesuffix(",")
    return Span(span.start, span.start + len(words), words) if words else span


def _slice(span: Span, start: int, end: int) -> Markup:
    return escape(span.text[start - span.start : end - span.start])


def _chosen(site: Site, page: str, article: str, span: Span, events: bool) -> list[_Anchor]:
    """The anchors inside `span` that don't overlap, in text order: names first, then longer words before shorter ones."""
    chosen: list[_Anchor] = []
    candidates = [*_entity_anchors(site, article, span), *(_event_anchors(site, article, span) if events else ())]
    for anchor in candidates:
        if anchor.path != page and span.covers(anchor.span) and not any(anchor.span.overlaps(c.span) for c in chosen):
            chosen.append(anchor)
    return sorted(chosen)


def _entity_anchors(site: Site, article: str, span: Span) -> Iterator[_Anchor]:
    touched = [s.id for s in site.sentences_of(article) if s.span.overlaps(span)]
    mentions = [m for sentence in touched for m in site.mentions_in.get((article, sentence), ()) if m.kind != "pronoun"]
    for mention in sorted(mentions, key=_preference):
        entity = site.entity_with_page(article, mention.chain)
        if entity is not None and entity.page:
            yield _Anchor(mention.span, f"entity {entity.id}", entity.page, entity_hint(site, entity))


def _preference(mention: Mention) -> tuple[bool, int, int]:
    return (mention.kind != "name", mention.span.start - mention.span.end, mention.span.start)


def _event_anchors(site: Site, article: str, span: Span) -> Iterator[_Anchor]:
    for found in site.kb.extractions[article].events:
        event = site.kb.events.get(site.kb.event_of.get((article, found.id), ""))
        if event is not None and event.page and span.covers(found.trigger):
            yield _Anchor(found.trigger, f"event {event.id}", event.page, f"Event: {capitalized(event.title)}")
