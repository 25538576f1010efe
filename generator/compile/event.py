"""Event pages: what happened, who says so, and where the accounts agree and differ. Each section has a file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from generator.compile.accounts import accounts_table, shown_cells
from generator.compile.card import card
from generator.compile.credits import credit, told_by
from generator.compile.dates import short_date
from generator.compile.entity import event_row
from generator.compile.evidence import Citations
from generator.compile.figures import figures
from generator.compile.gaps import unknowns
from generator.compile.happening import NOT_KNOWN, dated_key, event_type_words, event_when, told_in
from generator.compile.markdown import join
from generator.compile.only import verdict_counts
from generator.compile.origins import origin_count, origins, others_line, repeats_line
from generator.compile.prose import entity_link, linked, without_dateline
from generator.compile.quotes import utterances
from generator.compile.relations import whole_sentence
from generator.compile.render import Head, compile_page
from generator.compile.site import Site
from generator.compile.tellings import only_cells, only_here, only_told, told_alike, told_further
from generator.compile.words import capitalized, kind_word, lexicon, listing, plural
from generator.model import Entity, Event, Evidence, Page, Utterance

MAX_RELATED = 20
OPEN_FIGURES = 8
MAX_NAMED = 12
MAX_CITED = 4
_INNER_QUOTES = str.maketrans("“”", "‘’")


def compile_event(site: Site, event: Event) -> tuple[Page, Citations]:
    """The page of an event, and the citations it makes."""
    page = event.page or ""
    cites = Citations(site, page)
    view = {
        "summary": _summary(site, event, cites),
        "card": card(site, event, cites),
        "counts": counts_line(site, event),
        "table": accounts_table(site, page, event, cites),
        "further": told_further(site, page, event, _shown_apart(site, event), cites),
        "alike": told_alike(site, page, event, cites),
        "only": only_here(site, page, event, cites),
        "origins": origins(site, page, event, cites),
        "others_line": others_line(site, event),
        "figures": _figures(site, event, cites),
        **_quotations(site, event, cites),
        "dated": _related(site, event, cites, dated=True),
        "undated": _related(site, event, cites, dated=False),
        "named": _named(site, page, event),
        "unknowns": unknowns(site, event, told_in(site, event), cites),
        "receipt": _receipt(event),
        "cite_as": _cite_as(site, event),
    }
    kicker = " · ".join(filter(None, ("Event", capitalized(event_type_words(event)))))
    head = Head(page, capitalized(event.title), _description(site, event), kicker)
    return compile_page(head, "event.md.j2", view, cites), cites


def counts_line(site: Site, event: Event) -> str:
    """ "Told in 3 articles by 3 publishers, from 2 independent origins. 3 facts agree, 1 differs and 2 stand in one account only." """
    articles = site.event_articles[event.id]
    origin = f", from {plural(origin_count(site, event), 'independent origin')}" if len(articles) > 1 else ""
    told = f"Told in {told_by(site, articles)}{origin}.{repeats_line(site, event)}"
    counts = verdict_counts(site, event)
    if not counts:
        return told
    first, *rest = counts
    noun = "fact" if first[0] == 1 else "facts"
    facts = [f"{first[0]} {noun} {first[1]}", *(f"{count} {words}" for count, words in rest)]
    return f"{told} {listing(facts)}."


def _description(site: Site, event: Event) -> str:
    return f"{capitalized(event_when(event))}. {counts_line(site, event)}"


def _summary(site: Site, event: Event, cites: Citations) -> list[Markup]:
    seen: set[str] = set()
    return [
        join((linked(site, cites.page, item.article, item.span, seen), cites.mark(item)))
        for item in summary_evidence(site, event)
    ]


def summary_evidence(site: Site, event: Event) -> list[Evidence]:
    """The sentence for the opening: of the summary, no headline; else the first sentence that tells the event."""
    chosen = [item for item in event.summary if not site.in_headline(item.article, item.sentence)]
    if chosen:
        return [without_dateline(chosen[0])]
    refs = [(ref.article, site.kb.event_mention(ref.article, ref.event).sentence) for ref in event.mentions]
    told = [key for key in refs if not site.in_headline(*key)]
    return [without_dateline(whole_sentence(site, *told[0]))] if told else list(event.summary[:1])


def _figures(site: Site, event: Event, cites: Citations) -> dict[str, Any]:
    """The figures that are not among the rows of the comparison."""
    shown = [cell.evidence for facet, cell in shown_cells(event) if facet.kind == "figure"]
    rows = figures(site, cites.page, told_in(site, event), cites, without=shown)
    opened = OPEN_FIGURES if len(rows) > OPEN_FIGURES + 2 else len(rows)
    compared = any(facet.kind == "figure" for facet, _ in shown_cells(event))
    return {"open": rows[:opened], "folded": rows[opened:], "compared": compared}


def _quotations(site: Site, event: Event, cites: Citations) -> dict[str, Any]:
    """The utterances that the page doesn't show yet.

    `quotes`: those in the words of several accounts, or all where there is one; `alone`: those of one account among several;
    `reported`: what is told without quotation marks.
    """
    shown = [cell.evidence for facet, cell in shown_cells(event) if facet.kind == "quote" and not facet.note]
    for article in site.event_articles[event.id] if len(event.accounts) > 1 else ():
        shown += [cell.evidence for _, cell in only_cells(site, event, article)]
        shown += [whole_sentence(site, *key) for key in only_told(site, event, article)]
    found = [u for u in _utterances(site, event) if not _is_shown(site, u, shown)]
    several = [u for u in found if len(event.accounts) < 2 or len(_tellers(site, u)) > 1]
    # What others tell alike is in no single account.
    alike = [item for pair in event.shared for item in pair.cells]
    alone = [u for u in found if u not in several and not _is_shown(site, u, alike)]
    named = [u for u in found if u.speaker]
    return {
        "quotes": utterances(site, cites.page, several, cites, spoken=True),
        "alone": utterances(site, cites.page, alone, cites, spoken=True),
        "reported": utterances(site, cites.page, named, cites, spoken=False),
    }


def _shown_apart(site: Site, event: Event) -> list[Evidence]:
    """What the opening of the page and its quotations hold."""
    keys = [key for found in _utterances(site, event) for key in found.quotes]
    spoken = [(article, site.kb.quote(article, key)) for article, key in keys]
    words = [Evidence(article, quote.sentences[0], span) for article, quote in spoken for span in quote.spans]
    return [*summary_evidence(site, event), *words]


def _tellers(site: Site, found: Utterance) -> set[str]:
    return {site.original(article) for article, _ in found.quotes}


def _is_shown(site: Site, found: Utterance, shown: Sequence[Evidence]) -> bool:
    """Whether the page has the words of this utterance already."""
    spans = [(article, span) for article, key in found.quotes for span in site.kb.quote(article, key).spans]
    return any(item.article == article and item.span.overlaps(span) for item in shown for article, span in spans)


def _utterances(site: Site, event: Event) -> list[Utterance]:
    """The utterances in the sentences that tell it; of the articles that are about it, all."""
    told = set(told_in(site, event))
    about = set(event.main_of)

    def belongs(found: Utterance) -> bool:
        return any(
            article in about or any((article, s) in told for s in site.kb.quote(article, key).sentences)
            for article, key in found.quotes
        )

    near = dict.fromkeys(a for a, _ in told) | dict.fromkeys(event.main_of)
    found = {u.id: u for article in sorted(near) for u in site.utterances_in.get(article, ())}
    return [u for u in found.values() if belongs(u)]


def _related(site: Site, event: Event, cites: Citations, dated: bool) -> list[dict[str, Any]]:
    """Other events that the same articles tell, by date, this one among them where it belongs; or those without a date."""
    near = {e.id: e for article in site.event_articles[event.id] for e in site.events_in.get(article, ())}
    others = [e for e in near.values() if e.id != event.id]
    if not others:
        return []
    chosen = sorted(others, key=lambda e: (not dated_key(e), -_shared(site, event, e), e.id))[:MAX_RELATED]
    ordered = sorted([*chosen, event], key=lambda e: (dated_key(e), e.id))
    wanted = [e for e in ordered if bool(dated_key(e)) == dated]
    return [event_row(site, cites.page, e, cites) | {"this": e.id == event.id, "when": _told_when(e)} for e in wanted]


def _told_when(event: Event) -> str:
    """Its date in words; "" where the heading of the list says that it is not known."""
    when = event_when(event)
    return "" if when == NOT_KNOWN else when


def _shared(site: Site, event: Event, other: Event) -> int:
    return len(set(site.event_articles[event.id]) & set(site.event_articles[other.id]))


def _named(site: Site, page: str, event: Event) -> list[tuple[str, Markup]]:
    """Whom and what else the sentences that tell it mention, by kind, the most mentioned first."""
    carded = {p.entity for p in event.participants} | set(site.scenes_of(event))
    counts: dict[str, int] = {}
    for key in told_in(site, event):
        for entity in site.entities_in.get(key, ()):
            counts[entity] = counts.get(entity, 0) + (entity not in carded)
    found = [site.kb.entities[key] for key, count in counts.items() if count]
    return [
        (capitalized(kind_word(kind, many=True)), _names(site, page, [e for e in found if e.type == kind], counts))
        for kind in lexicon()["kind_order"]
        if any(e.type == kind for e in found)
    ]


def _names(site: Site, page: str, entities: Sequence[Entity], counts: dict[str, int]) -> Markup:
    ranked = sorted(entities, key=lambda e: (-counts[e.id], e.name.casefold(), e.id))[:MAX_NAMED]
    return join((entity_link(site, page, entity) for entity in ranked), ", ")


def _receipt(event: Event) -> list[str]:
    """Why the accounts are one event, each reason once."""
    joined = ("; ".join(j.reasons) for j in event.receipt if j.verdict == "same" and j.reasons)
    return [f"{capitalized(reasons)}." for reasons in dict.fromkeys(joined)]


def _cite_as(site: Site, event: Event) -> str:
    """The page as a reference: headline, date of the event, what it compares, address."""
    articles = site.event_articles[event.id]
    credits = list(dict.fromkeys(credit(site, article) for article in articles))
    sources = "; ".join(credits) if len(credits) <= MAX_CITED else told_by(site, articles)
    kind = "Accounts compared" if len(articles) > 1 else "Account"
    date = f" ({short_date(event.date)})" if short_date(event.date) else ""
    title = capitalized(event.title).translate(_INNER_QUOTES)
    return f"“{title}”{date}. {kind}: {sources}. Page events/{event.id}."
