"""Figures: the words as they stand, who says so, and where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from generator.compile.credits import credit
from generator.compile.evidence import Citations
from generator.compile.markdown import escape
from generator.compile.prose import chain_words
from generator.compile.site import Site
from generator.compile.words import lexicon
from generator.model import Evidence, Quantity, Span

# What is counted stands close behind its number; further away the words between would say something else.
MAX_GAP = 30
MAX_MARKS = 3
# Larger counts say something even where they take up others.
SMALL = 12


def figures(
    site: Site, page: str, sentences: Sequence[tuple[str, str]], cites: Citations, without: Sequence[Evidence] = ()
) -> list[dict[str, Any]]:
    """The figures in these sentences: words, who says so, publisher; one line where an article repeats itself.

    Those of `without` are left out: the page shows them elsewhere.
    """
    alike: dict[tuple[str, Markup, str], list[Evidence]] = {}
    for item, quantity in figures_in(site, sentences):
        if any(item.article == other.article and item.span.overlaps(other.span) for other in without):
            continue
        row = (item.span.text, said_by(site, page, item.article, quantity), credit(site, item.article))
        alike.setdefault(row, []).append(item)
    return [
        {"words": words, "said_by": who, "publisher": publisher, "cite": cites.mark(*items[:MAX_MARKS])}
        for (words, who, publisher), items in alike.items()
    ]


def figures_in(site: Site, sentences: Sequence[tuple[str, str]]) -> list[tuple[Evidence, Quantity]]:
    """The figures of these sentences as evidence, each span once; parts of a sum and bare numbers are left out."""
    wanted = set(sentences)
    found: dict[Evidence, Quantity] = {}
    for article in dict.fromkeys(article for article, _ in sentences):
        quantities = site.kb.extractions[article].quantities
        parts = {part for quantity in quantities for part in quantity.parts}
        for quantity in quantities:
            told = quantity.unit is not None or (quantity.of is not None and not _takes_up(site, article, quantity))
            if told and (article, quantity.sentence) in wanted and quantity.id not in parts:
                span = figure_span(site, article, quantity)
                found.setdefault(Evidence(article, quantity.sentence, span), quantity)
    return list(found.items())


def _takes_up(site: Site, article: str, quantity: Quantity) -> bool:
    """Whether a small count only takes up what was said before: "the two leaders"; a toll counts however small it is."""
    if quantity.predicate in lexicon()["fates"] or (quantity.low or 0) > SMALL:
        return False
    before = site.kb.articles[article].text[: quantity.span.start].split()[-1:]
    return bool(before) and before[0].casefold() in lexicon()["taking_up"]


def figure_span(site: Site, article: str, quantity: Quantity) -> Span:
    """The figure with its hedge before it and what it counts behind it, where they stand close in its sentence."""
    text = site.kb.articles[article].text
    start, end = quantity.span.start, quantity.span.end
    if quantity.of_span is not None and _close_behind(site, article, quantity, quantity.of_span):
        end = quantity.of_span.end
    hedge = quantity.hedge or ""
    before = text[:start].rstrip()
    if hedge and before.casefold().endswith(hedge.casefold()):
        start = len(before) - len(hedge)
    return Span(start, end, text[start:end])


def _close_behind(site: Site, article: str, quantity: Quantity, counted: Span) -> bool:
    """Whether what is counted stands close behind the number, with no other figure between."""
    gap = range(quantity.span.end, counted.start)
    others = (other.span.start in gap for other in site.kb.extractions[article].quantities)
    return quantity.span.end <= counted.start and len(gap) <= MAX_GAP and not any(others)


def said_by(site: Site, page: str, article: str, quantity: Quantity) -> Markup:
    """Who gives the figure: linked names, the names in the article, or the article itself."""
    sayers = quantity.sayers or ((quantity.said_by,) if quantity.said_by is not None else ())
    if not sayers:
        return escape("The article itself")
    named = dict.fromkeys(words for chain in sayers if (words := chain_words(site, page, article, chain)))
    return _in_words(list(named)) or escape("A source without a name")


def _in_words(names: Sequence[Markup]) -> Markup:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return Markup("").join(names)
    return Markup(" and ").join([Markup(", ").join(names[:-1]), names[-1]])
