"""Quotations on pages: one utterance in all its wordings, with who passes it on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from markupsafe import Markup

from generator.compile.credits import article_title, credit
from generator.compile.evidence import Citations
from generator.compile.markdown import escape, join, link, raw
from generator.compile.prose import chain_words, linked, without_comma
from generator.compile.site import Site
from generator.compile.speakers import said_by, speaker_in, speaker_words, stands_as, told_spans
from generator.compile.wordings import Change, differences, kind_of, plain
from generator.compile.words import lexicon, plural
from generator.model import Entity, Evidence, Quote, Span, Utterance

MAX_WORDS_AGAIN = 2
# A page opens with the newest; the others are one click away, and the rest is on the pages of the articles, of which so many are named.
OPEN_QUOTES, MAX_QUOTES, MAX_ABOUT = 8, 24, 16
MAX_ARTICLES_NAMED = 6
# Wordings of one utterance that are shown beside the fullest.
MAX_WORDINGS = 6


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
    return utterances(site, page, about, cites, spoken=True, limit=MAX_ABOUT)


def utterances(
    site: Site, page: str, found: Sequence[Utterance], cites: Citations, spoken: bool, limit: int = MAX_QUOTES
) -> dict[str, Any]:
    """The quotations among these (`spoken`), or else what is reported without quotation marks, newest first.

    `open` and `folded` hold them; `left` counts those that are too many for one page, `left_in` says in which articles they are.
    """
    wanted = [u for u in found if is_spoken(site, u) == spoken]
    newest = sorted(sorted(wanted, key=lambda u: u.id), key=lambda u: site.published_key(u.quotes[0][0]), reverse=True)
    # A last one or two are shown: nobody is sent elsewhere for them.
    shown = newest if len(newest) <= limit + 2 else newest[:limit]
    rows = [utterance(site, page, u, cites) for u in shown]
    left = newest[len(shown) :]
    return {
        "open": rows[:OPEN_QUOTES],
        "folded": rows[OPEN_QUOTES:],
        "left": len(left),
        "left_in": _articles_of(site, page, left),
    }


def _articles_of(site: Site, page: str, left: Sequence[Utterance]) -> Markup:
    """The articles that have the most of these, linked: "[Bridge opens](...) and 3 other articles"."""
    counts = Counter(site.original(found.quotes[0][0]) for found in left)
    ranked = sorted(counts, key=lambda article: (-counts[article], article))
    shown = ranked if len(ranked) <= MAX_ARTICLES_NAMED + 1 else ranked[:MAX_ARTICLES_NAMED]
    links = [link(article_title(site, key), site.link_to(page, site.source_path(key))) for key in shown]
    others = [escape(plural(len(ranked) - len(shown), "other article"))] if len(ranked) > len(shown) else []
    return join([join(links, ", "), *others], " and ")


def is_spoken(site: Site, found: Utterance) -> bool:
    """Whether a wording of it stands in quotation marks."""
    return any(site.kb.quote(article, key).quoted for article, key in found.quotes)


def is_quoted(site: Site, item: Evidence) -> bool:
    """Whether these words stand in quotation marks in the article."""
    quoted = (span for quote in site.kb.extractions[item.article].quotes for span in quote.quoted)
    return any(span.covers(item.span) for span in quoted)


def utterance(site: Site, page: str, found: Utterance, cites: Citations) -> dict[str, Any]:
    """One utterance: the fullest wording first, where else the same words stand, then the other wordings with what differs.

    `first` and `others` have the words, their citation, credit and who passes them on; `first` what stands for the speaker there,
    `others` the kind of wording.
    """
    lead = found.quotes[0]
    base = site.kb.quote(*lead)
    rows: dict[tuple[tuple[str, ...], bool], list[tuple[str, str]]] = {}
    for key in _telling(site, found):
        rows.setdefault(_alike(base, site.kb.quote(*key)), []).append(key)
    (first, *same), *others = rows.values()
    return {
        "first": _row(site, page, found, [first], None, cites)
        | {"by": credit(site, lead[0]), "stands": stands_as(site, lead[0], base)},
        "same": [_row(site, page, found, keys, None, cites) for keys in _told_alike(site, page, found, same)],
        "others": [_row(site, page, found, keys, base, cites) for keys in others[:MAX_WORDINGS]],
        "left": max(0, len(others) - MAX_WORDINGS),
        "speaker": speaker_words(site, page, found),
    }


def _telling(site: Site, found: Utterance) -> list[tuple[str, str]]:
    """The wordings without those of a word or two that the same article has at length: they add nothing."""
    told = {key: plain(site.kb.quote(*key).quoted or site.kb.quote(*key).spans) for key in found.quotes}
    return [
        key
        for key, words in told.items()
        if len(words) > MAX_WORDS_AGAIN
        or not any(key[0] == other[0] and set(words) < set(more) for other, more in told.items())
    ]


def _alike(base: Quote, quote: Quote) -> tuple[tuple[str, ...], bool]:
    """What equal wordings share; what the fullest one has in quotation marks, and no more, adds nothing to it."""
    told = base if quote.quoted == quote.spans and plain(quote.spans) == plain(base.quoted) else quote
    return plain(told.spans), bool(told.quoted)


def _row(
    site: Site, page: str, found: Utterance, keys: Sequence[tuple[str, str]], base: Quote | None, cites: Citations
) -> dict[str, Any]:
    """One wording in all articles that have it; with what differs from `base`."""
    quote = site.kb.quote(*keys[0])
    kind = kind_of(base, quote) if base is not None else "same"
    evidence = [quote_evidence(site, article, site.kb.quote(article, key)) for article, key in keys]
    differ = differences(base, quote) if base is not None else ()
    return {
        "text": _wording(site, page, keys[0][0], quote, differ),
        "kind": kind if base is None or base.quoted or kind != "other" else "also",
        "cite": cites.mark(*evidence),
        "by": _credits(site, keys),
        "relay": _relay(site, page, keys),
        "stands": "",
        "said_by": said_by(site, page, found, keys),
    }


def _told_alike(
    site: Site, page: str, found: Utterance, keys: Sequence[tuple[str, str]]
) -> Iterable[list[tuple[str, str]]]:
    """The quotes, together where they name the same speaker and the same one who passes it on."""
    rows: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for key in keys:
        told = (str(_relay(site, page, [key])), str(said_by(site, page, found, [key])))
        rows.setdefault(told, []).append(key)
    return rows.values()


def _relay(site: Site, page: str, keys: Sequence[tuple[str, str]]) -> Markup:
    """Who passes the words on, where all these articles say so; else ""."""
    names = [chain_words(site, page, article, site.kb.quote(article, key).relayed_by) for article, key in keys]
    return names[0] if names and all(name == names[0] for name in names) else escape("")


def _words() -> dict[str, str]:
    found: dict[str, str] = lexicon()["wordings"]
    return found


def quotes_in(site: Site, page: str, article: str, cites: Citations) -> list[dict[str, Any]]:
    """The quotations of one article, in its own wordings and order."""
    speakers = {key: u for u in site.utterances_in.get(article, ()) for origin, key in u.quotes if origin == article}
    rows = []
    for quote in sorted(site.kb.extractions[article].quotes, key=lambda q: (q.spans[0].start, q.id)):
        if quote.quoted and quote.id in speakers:
            rows.append(
                {
                    "speaker": speaker_in(site, page, speakers[quote.id], (article, quote.id)),
                    "said_by": said_by(site, page, speakers[quote.id], [(article, quote.id)]),
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


def _wording(site: Site, page: str, article: str, quote: Quote, differ: Sequence[Change] = ()) -> Markup:
    """The words with links; in quotation marks when all of them stand in quotation marks in the article."""
    seen: set[str] = set()
    told = told_spans(site, article, quote)
    spans = [*told[:-1], without_comma(told[-1])]
    parts = [raw(str(_marked(site, page, article, span, differ, seen)).strip()) for span in spans]
    words = join(parts, " ... ")
    return join(("“", words, "”")) if quote.quoted and quote.quoted == quote.spans else words


def _marked(site: Site, page: str, article: str, span: Span, differ: Sequence[Change], seen: set[str]) -> Markup:
    """The words of a span; what another wording lacks is marked, and what it has instead is struck out behind it."""
    parts: list[Markup] = []
    at = span.start
    for change in (item for item in differ if span.start <= item.start and item.end <= span.end):
        parts.append(linked(site, page, article, _between(span, at, change.start), seen))
        own = linked(site, page, article, _between(span, change.start, change.end), seen)
        parts.append(_difference(own, change.instead))
        at = change.end
    return join([*parts, linked(site, page, article, _between(span, at, span.end), seen)])


def _difference(own: Markup, instead: str) -> Markup:
    """ "<mark>seven</mark> <del>(instead of: six)</del>": the words in brackets are read out, and hidden from view."""
    shown = join((raw("<mark>"), own, raw("</mark>"))) if own else raw("")
    if not instead:
        return shown
    hint = join((str(_words()["instead" if own else "left_out"]), " "))
    struck = join((raw('<del><span class="unseen">'), hint, raw("</span>"), instead, raw("</del>")))
    return join((shown, " ", struck)) if own else join((" ", struck))


def _between(span: Span, start: int, end: int) -> Span:
    return Span(start, end, span.text[start - span.start : end - span.start])


def _credits(site: Site, keys: Sequence[tuple[str, str]]) -> str:
    """The articles of a wording, each with the words that stand for the speaker there."""
    noted = ((credit(site, article), stands_as(site, article, site.kb.quote(article, key))) for article, key in keys)
    return "; ".join(dict.fromkeys(f"{name} ({stands})" if stands else name for name, stands in noted))


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
