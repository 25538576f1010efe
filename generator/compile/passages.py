"""The text of an article on its page: paragraphs of sentences that can be cited, with gaps marked where text is left out."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby

from markupsafe import Markup

from generator.compile.markdown import join, link, raw
from generator.compile.prose import linked
from generator.compile.site import Site
from generator.compile.words import plural
from generator.model import Article, Sentence

GAP = raw('<span class="gap">[...]</span>')
MAX_BACKLINKS = 12


def passages(
    site: Site,
    page: str,
    article: Article,
    cited_here: set[tuple[str, str]],
    backlinks: Mapping[tuple[str, str], tuple[tuple[str, str], ...]],
) -> list[Markup]:
    """The paragraphs to show. Each shown sentence is an anchor with its own id and lists the pages that cite it.

    With the policy "none" the sentences are anchors without their words.
    """
    policy = site.text_policy(article.id)
    cited = cited_here | {key for key in backlinks if key[0] == article.id}
    cited |= _rest_of_quotes(site, article.id, cited)
    sentences = [
        s
        for s in site.sentences_of(article.id)
        if not site.in_headline(article.id, s.id) or (article.id, s.id) in cited
    ]
    if policy != "full" and not cited:
        return []
    shown = [s if policy == "full" or (article.id, s.id) in cited else None for s in sentences]
    return _with_gaps(site, page, article, list(zip(sentences, shown, strict=True)), backlinks, policy)


def _rest_of_quotes(site: Site, article: str, cited: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The other sentences of quotations that are cited where they begin: pages show all their words."""
    quotes = site.kb.extractions[article].quotes if article in site.kb.extractions else ()
    begun = [quote for quote in quotes if quote.quoted and any((article, key) in cited for key in quote.sentences)]
    return {(article, key) for quote in begun for key in quote.sentences}


def _with_gaps(
    site: Site,
    page: str,
    article: Article,
    pairs: list[tuple[Sentence, Sentence | None]],
    backlinks: Mapping[tuple[str, str], tuple[tuple[str, str], ...]],
    policy: str,
) -> list[Markup]:
    paragraphs: list[Markup] = []
    gap_open = False
    for _, group in groupby(pairs, key=lambda pair: pair[0].paragraph):
        seen: set[str] = set()
        parts: list[Markup] = []
        for _, sentence in group:
            if sentence is None:
                parts += [] if gap_open else [GAP]
                gap_open = True
            else:
                cited_by = backlinks.get((article.id, sentence.id), ())
                parts.append(_sentence(site, page, article, sentence, seen, cited_by, policy))
                gap_open = False
        if parts:
            paragraphs.append(join(parts, " "))
    return paragraphs


def _sentence(
    site: Site,
    page: str,
    article: Article,
    sentence: Sentence,
    seen: set[str],
    cited_by: tuple[tuple[str, str], ...],
    policy: str,
) -> Markup:
    number = int(sentence.id.lstrip("s") or 0) + 1 if sentence.id.lstrip("s").isdigit() else 0
    words = linked(site, page, article.id, sentence.span, seen, events=True)
    text = join((f"Sentence {number}",)) if policy == "none" else words
    marked = "sentence cited" if cited_by else "sentence"
    links = join((_backlink(site, page, title, path) for title, path in cited_by[:MAX_BACKLINKS]), ", ")
    shown = raw(f'<span class="{marked}" id="{sentence.id}">{text}</span>')
    if not cited_by:
        return shown
    count = plural(len(cited_by), "page")
    more = "" if len(cited_by) <= MAX_BACKLINKS else f" and {len(cited_by) - MAX_BACKLINKS} more"
    return join(
        (
            shown,
            raw(
                f' <details class="back"><summary aria-label="Cited on {count}">↩ {len(cited_by)}</summary> {links}{more}</details>'
            ),
        )
    )


def _backlink(site: Site, page: str, title: str, path: str) -> Markup:
    return link(title, site.link_to(page, path), "This sentence is cited there")
