"""Quotations on pages: one utterance in all its wordings, with who passes it on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from generator.compile.credits import credit
from generator.compile.evidence import Citations
from generator.compile.markdown import escape, join
from generator.compile.prose import chain_words, entity_link, linked, without_comma
from generator.compile.site import Site
from generator.model import Entity, Evidence, Quote, Utterance

# A page opens with the newest; the others are one click away, and the rest is on the pages of the articles.
OPEN_QUOTES, MAX_QUOTES = 8, 60


def quotes_by(site: Site, page: str, entity: str, cites: Citations) -> dict[str, Any]:
    """What this entity is quoted with, newest first."""
    return utterances(site, page, site.utterances_by.get(entity, ()), cites, spoken=True)


def statements_by(site: Site, page: str, entity: str, cites: Citations) -> dict[str, Any]:
    """What this entity is reported to have said, in the reporters' words, newest first."""
    return utterances(site, page, site.utterances_by.get(entity, ()), cites, spoken=False)


def quotes_about(site: Site, page: str, entity: Entity, cites: Citations) -> dict[str, Any]:
    """Quotations of others in whose words this entity is mentioned, not by a pronoun."""
    near = {u.id: u for article in site.articles_of[entity.id] for u in site.utterances_in.get(article, ())}
    about = [u for u in near.values() if u.speaker != entity.id and _mentions(site, u, entity.id)]
    return utterances(site, page, about, cites, spoken=True)


def utterances(site: Site, page: str, found: Sequence[Utterance], cites: Citations, spoken: bool) -> dict[str, Any]:
    """The quotations among these (`spoken`), or else what is reported without quotation marks, newest first.

    `open` and `folded` hold them; `left` counts those that are too many for one page.
    """
    wanted = [u for u in found if is_spoken(site, u) == spoken]
    newest = sorted(sorted(wanted, key=lambda u: u.id), key=lambda u: site.published_key(u.quotes[0][0]), reverse=True)
    shown = [utterance(site, page, u, cites) for u in newest[:MAX_QUOTES]]
    return {"open": shown[:OPEN_QUOTES], "folded": shown[OPEN_QUOTES:], "left": max(0, len(newest) - MAX_QUOTES)}


def is_spoken(site: Site, found: Utterance) -> bool:
    """Whether a wording of it stands in quotation marks."""
    return any(site.kb.quote(article, key).quoted for article, key in found.quotes)


def is_quoted(site: Site, item: Evidence) -> bool:
    """Whether these words stand in quotation marks in the article."""
    quoted = (span for quote in site.kb.extractions[item.article].quotes for span in quote.quoted)
    return any(span.covers(item.span) for span in quoted)


def utterance(site: Site, page: str, found: Utterance, cites: Citations) -> dict[str, Any]:
    """One utterance: the fullest wording first, then the others that differ from it."""
    wordings: dict[str, tuple[Markup, list[Evidence]]] = {}
    for article, key in found.quotes:
        quote = site.kb.quote(article, key)
        wording = wordings.setdefault(_plain(quote), (_wording(site, page, article, quote), []))
        wording[1].append(quote_evidence(site, article, quote))
    shown = [
        {"text": text, "cite": cites.mark(*evidence), "by": _credits(site, evidence)}
        for text, evidence in wordings.values()
    ]
    return {"first": shown[0], "others": shown[1:], "speaker": speaker_words(site, page, found)}


def quotes_in(site: Site, page: str, article: str, cites: Citations) -> list[dict[str, Any]]:
    """The quotations of one article, in its own wordings and order."""
    speakers = {key: u for u in site.utterances_in.get(article, ()) for origin, key in u.quotes if origin == article}
    rows = []
    for quote in sorted(site.kb.extractions[article].quotes, key=lambda q: (q.spans[0].start, q.id)):
        if quote.quoted and quote.id in speakers:
            rows.append(
                {
                    "speaker": speaker_words(site, page, speakers[quote.id]),
                    "text": _wording(site, page, article, quote),
                    "cite": cites.mark(quote_evidence(site, article, quote)),
                }
            )
    return rows


def quote_evidence(site: Site, article: str, quote: Quote) -> Evidence:
    """Where a quote begins: its first span, in the sentence in which that starts."""
    span = quote.spans[0]
    holding = (key for key in quote.sentences if site.kb.sentence(article, key).span.overlaps(span))
    return Evidence(article, next(holding, quote.sentences[0]), span)


def speaker_words(site: Site, page: str, found: Utterance) -> Markup:
    """Who speaks: a linked name, else the words of the article, else that it names nobody."""
    entity = site.kb.entities.get(found.speaker or "")
    if entity is not None:
        return entity_link(site, page, entity)
    named = (chain_words(site, page, article, site.kb.quote(article, key).speaker) for article, key in found.quotes)
    return next(filter(None, named), escape("Speaker not named"))


def _plain(quote: Quote) -> str:
    """The words alone, to tell different wordings from equal ones."""
    words = " ".join(span.text for span in quote.spans).casefold().split()
    return " ".join(filter(None, (word.strip(".,;:!?\"'“”‘’") for word in words)))


def _wording(site: Site, page: str, article: str, quote: Quote) -> Markup:
    """The words with links; in quotation marks when all of them stand in quotation marks in the article."""
    seen: set[str] = set()
    spans = [*quote.spans[:-1], without_comma(quote.spans[-1])]
    parts = [Markup(str(linked(site, page, article, span, seen)).strip()) for span in spans]  # noqa: S704
    words = join(parts, " ... ")
    return join(("“", words, "”")) if quote.quoted and quote.quoted == quote.spans else words


def _credits(site: Site, evidence: Sequence[Evidence]) -> str:
    return "; ".join(dict.fromkeys(credit(site, item.article) for item in evidence))


def _mentions(site: Site, found: Utterance, entity: str) -> bool:
    return any(_quote_mentions(site, article, site.kb.quote(article, key), entity) for article, key in found.quotes)


def _quote_mentions(site: Site, article: str, quote: Quote, entity: str) -> bool:
    return any(
        mention.kind != "pronoun"
        and site.kb.entity_of.get((article, mention.chain)) == entity
        and any(span.covers(mention.span) for span in quote.spans)
        for sentence in quote.sentences
        for mention in site.mentions_in.get((article, sentence), ())
    )
