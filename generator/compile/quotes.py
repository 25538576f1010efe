"""Quotations on pages: one utterance in all its wordings, with who passes it on."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from generator.compile.evidence import Citations
from generator.compile.markdown import escape, join
from generator.compile.prose import entity_link, linked
from generator.compile.site import Site
from generator.model import Entity, Evidence, Quote, Utterance

MAX_QUOTES = 40


def quotes_by(site: Site, page: str, entity: str, cites: Citations) -> list[dict[str, Any]]:
    """What this entity is quoted with, in the order of the articles' dates, newest first."""
    mine = [u for u in site.kb.utterances if u.speaker == entity]
    return [utterance(site, page, u, cites) for u in _newest_first(site, mine)[:MAX_QUOTES]]


def quotes_about(site: Site, page: str, entity: Entity, cites: Citations) -> list[dict[str, Any]]:
    """Quotations of others in whose words this entity is mentioned by name."""
    about = [u for u in site.kb.utterances if u.speaker != entity.id and _mentions(site, u, entity.id)]
    return [utterance(site, page, u, cites) for u in _newest_first(site, about)[:MAX_QUOTES]]


def utterance(site: Site, page: str, found: Utterance, cites: Citations) -> dict[str, Any]:
    """One utterance: the fullest wording first, then the others that differ from it."""
    wordings: dict[str, dict[str, Any]] = {}
    for article, key in found.quotes:
        quote = site.kb.quote(article, key)
        text = " ... ".join(span.text.strip() for span in quote.spans)
        entry = wordings.setdefault(text.casefold(), {"text": _wording(site, page, article, quote), "evidence": []})
        entry["evidence"].extend(quote_evidence(article, quote))
    shown = [
        {
            "text": entry["text"],
            "cite": cites.mark(*_first_sentences(entry["evidence"])),
            "by": _publishers(site, entry),
        }
        for entry in wordings.values()
    ]
    return {"first": shown[0], "others": shown[1:], "speaker": speaker_words(site, page, found)}


def quote_evidence(article: str, quote: Quote) -> list[Evidence]:
    """Evidence for each span of a quote."""
    return [Evidence(article, quote.sentences[0], span) for span in quote.spans[:1]]


def speaker_words(site: Site, page: str, found: Utterance) -> Markup:
    """Who speaks: a linked name, else the words of the article, else "a speaker whom the article does not name"."""
    entity = site.kb.entities.get(found.speaker or "")
    if entity is not None:
        return entity_link(site, page, entity)
    article, key = found.quotes[0]
    quote = site.kb.quote(article, key)
    return escape(quote.speaker_span.text if quote.speaker_span is not None else "Speaker not named")


def _wording(site: Site, page: str, article: str, quote: Quote) -> Markup:
    seen: set[str] = set()
    spans = join((_trimmed(linked(site, page, article, span, seen)) for span in quote.spans), " ... ")
    return join(("“", spans, "”")) if quote.kind != "indirect" else spans


def _trimmed(text: Markup) -> Markup:
    return Markup(str(text).strip())  # noqa: S704 - it was Markdown before


def _first_sentences(evidence: list[Evidence]) -> list[Evidence]:
    return sorted(set(evidence))


def _publishers(site: Site, entry: dict[str, Any]) -> str:
    return ", ".join(sorted({site.credit(e.article) for e in entry["evidence"]}))


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


def _newest_first(site: Site, found: list[Utterance]) -> list[Utterance]:
    return sorted(sorted(found, key=lambda u: u.id), key=lambda u: site.published_key(u.quotes[0][0]), reverse=True)
