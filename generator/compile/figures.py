"""Figures: the words as they stand, who says so, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from generator.compile.evidence import Citations
from generator.compile.markdown import escape
from generator.compile.prose import entity_link
from generator.compile.site import Site
from generator.model import Evidence, Quantity, Span

# What is counted stands close behind its number; further away the words between would say something else.
MAX_GAP = 30


def figures(site: Site, page: str, sentences: Sequence[tuple[str, str]], cites: Citations) -> list[dict[str, Any]]:
    """The figures in these sentences: words, who says so, publisher."""
    return [
        {
            "words": item.span.text,
            "said_by": said_by(site, page, item.article, quantity),
            "publisher": site.credit(item.article),
            "cite": cites.mark(item),
        }
        for item, quantity in figures_in(site, sentences)
    ]


def figures_in(site: Site, sentences: Sequence[tuple[str, str]]) -> list[tuple[Evidence, Quantity]]:
    """The figures of these sentences as evidence; sums are left out where their parts are shown."""
    wanted = set(sentences)
    return [
        (Evidence(article, quantity.sentence, figure_span(site, article, quantity)), quantity)
        for article in dict.fromkeys(article for article, _ in sentences)
        for quantity in site.kb.extractions[article].quantities
        if (article, quantity.sentence) in wanted
    ]


def figure_span(site: Site, article: str, quantity: Quantity) -> Span:
    """The figure with its hedge before it and what it counts behind it, where they stand close in its sentence."""
    text = site.kb.articles[article].text
    start, end = quantity.span.start, quantity.span.end
    if quantity.of_span is not None and 0 <= quantity.of_span.start - end <= MAX_GAP:
        end = quantity.of_span.end
    hedge = quantity.hedge or ""
    before = text[:start].rstrip()
    if hedge and before.casefold().endswith(hedge.casefold()):
        start = len(before) - len(hedge)
    return Span(start, end, text[start:end])


def said_by(site: Site, page: str, article: str, quantity: Quantity) -> Markup:
    """Who gives the figure: a linked name, the name in the article, or the article itself."""
    if quantity.said_by is None:
        return escape("the article itself")
    entity = site.kb.entities.get(site.kb.entity_of.get((article, quantity.said_by), ""))
    if entity is not None:
        return entity_link(site, page, entity)
    return escape(site.kb.chain(article, quantity.said_by).name or "a source without a name")
