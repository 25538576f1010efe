"""Event pages: what happened, who says so, and where the accounts agree and differ."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from generator.compile.accounts import accounts_table, only_here, verdict_counts
from generator.compile.credits import told_by
from generator.compile.dates import date_key, date_words, readable_dates
from generator.compile.entity import event_row
from generator.compile.evidence import Citations, one_per_article
from generator.compile.figures import figures
from generator.compile.gaps import unknowns
from generator.compile.markdown import escape, join, link, raw
from generator.compile.prose import entity_link, linked, without_dateline
from generator.compile.quotes import utterances
from generator.compile.relations import whole_sentence
from generator.compile.render import Head, compile_page
from generator.compile.site import Site
from generator.compile.words import capitalized, event_type, lexicon, listing
from generator.model import Event, Evidence, Page, Utterance

MAX_WHO = 8
MAX_RELATED = 20
MAX_READ_FROM = 3
# Reasons for a date that need no words.
PLAIN = frozenset({"", "as written"})


def compile_event(site: Site, event: Event) -> tuple[Page, Citations]:
    """The page of an event, and the citations it makes."""
    page = event.page or ""
    cites = Citations(site, page)
    view = {
        "event": event,
        "summary": _summary(site, event, cites),
        "card": _card(site, event, cites),
        "counts": counts_line(site, event),
        "table": accounts_table(site, page, event, cites),
        "only": only_here(site, page, event, cites),
        "figures": figures(site, page, told_in(site, event), cites),
        "quotes": utterances(site, page, _utterances(site, event), cites, spoken=True),
        "reported": utterances(site, page, [u for u in _utterances(site, event) if u.speaker], cites, spoken=False),
        "related": _related(site, event, cites),
        "dated": _is_dated(site, event),
        "unknowns": unknowns(site, event, told_in(site, event), cites),
        "receipt": _receipt(event),
    }
    kicker = " · ".join(filter(None, ("Event", capitalized(event_type(event.type)))))
    head = Head(page, capitalized(event.title), _description(site, event), kicker)
    return compile_page(head, "event.md.j2", view, cites), cites


def event_link(site: Site, page: str, event: Event) -> Markup:
    """The headline, linked when the event has a page other than this one."""
    return link(capitalized(event.title), site.link_to(page, event.page))


def event_when(event: Event) -> str:
    """When it happened, in words; "a Friday" where only the weekday is known, "date not known" where nothing is."""
    known = date_words(event.date)
    if known:
        return known
    for item in event.date_words:
        weekday = item.span.text.split()[-1:]
        if weekday and weekday[0].capitalize() in lexicon()["weekdays"]:
            return f"a {weekday[0].capitalize()}"
    return "date not known"


def counts_line(site: Site, event: Event) -> str:
    """ "Told in 2 articles by 2 publishers. 3 facts agree, 1 differs and 2 stand in one account only." """
    told = f"Told in {told_by(site, site.event_articles[event.id])}."
    counts = verdict_counts(event)
    if not counts:
        return told
    first, *rest = counts
    noun = "fact" if first[0] == 1 else "facts"
    facts = [f"{first[0]} {noun} {first[1]}", *(f"{count} {words}" for count, words in rest)]
    return f"{told} {listing(facts)}."


def told_in(site: Site, event: Event) -> list[tuple[str, str]]:
    """The (article id, sentence id) pairs that tell this event, in the order of publication."""
    pairs = [(account.article, sentence) for account in event.accounts for sentence in account.sentences]
    if not pairs:
        pairs = [(ref.article, site.kb.event_mention(ref.article, ref.event).sentence) for ref in event.mentions]
    order = {article: number for number, article in enumerate(site.event_articles[event.id])}
    return sorted(
        dict.fromkeys(pairs),
        key=lambda p: (order.get(site.original(p[0]), len(order)), p[0], site.kb.sentence(*p).span.start),
    )


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


def _card(site: Site, event: Event, cites: Citations) -> list[tuple[str, Markup]]:
    rows = [
        ("Who", _who(site, event, cites)),
        ("What", _what(site, event, cites)),
        ("When", _when(site, event, cites)),
        ("Where", _where(site, event, cites)),
    ]
    return [(label, value) for label, value in rows if value]


def _who(site: Site, event: Event, cites: Citations) -> Markup:
    names = [
        join((entity_link(site, cites.page, site.kb.entities[p.entity]), cites.mark(*one_per_article(p.evidence, 3))))
        for p in event.participants
        if p.entity in site.kb.entities
    ]
    return join(raw(f'<span class="snippet">{name}</span>') for name in names[:MAX_WHO])


def _what(site: Site, event: Event, cites: Citations) -> Markup:
    """The clause that the headline was made of, unless the opening has it already; then the type."""
    told = without_dateline(event.title_evidence) if event.title_evidence is not None else None
    opening = summary_evidence(site, event)
    if told is None or any(told.article == item.article and item.span.covers(told.span) for item in opening):
        return escape(capitalized(event_type(event.type)))
    return join((f"“{told.span.text.strip()}”", cites.mark(told)))


def _when(site: Site, event: Event, cites: Citations) -> Markup:
    reasons = dict(zip(event.date_words, event.date_reasons, strict=False))
    alike: dict[tuple[str, str], list[Evidence]] = {}
    for item in one_per_article(_dating(site, event), MAX_READ_FROM):
        alike.setdefault((item.span.text.strip(), reasons.get(item, "")), []).append(item)
    read_from = [
        join((f"“{words}”", cites.mark(*items), f" ({readable_dates(reason)})" if reason not in PLAIN else ""))
        for (words, reason), items in alike.items()
    ]
    when = capitalized(event_when(event))
    return join((when, Markup("<br>"), join(("read from ", join(read_from, "; "))))) if read_from else escape(when)


def _dating(site: Site, event: Event) -> list[Evidence]:
    """The words that give the event's own date; other times near them are left out."""
    values = {(item.article, time.span): time.value for item in event.date_words for time in site.times(item.article)}
    return [item for item in event.date_words if _gives(values.get((item.article, item.span)), event.date)]


def _gives(value: str | None, date: str | None) -> bool:
    """Whether a time's value is the date or a part of it, coarser or finer; values that nobody could read pass."""
    return value is None or date is None or value.startswith(date) or date.startswith(value)


def _where(site: Site, event: Event, cites: Citations) -> Markup:
    place = site.kb.entities.get(event.place or "")
    if place is None:
        return Markup("")
    country = site.kb.entities.get(place.country or "")
    parts = [entity_link(site, cites.page, place)]
    if country is not None and country.id != place.id:
        parts.append(entity_link(site, cites.page, country))
    return join((join(parts, ", "), cites.mark(*one_per_article(_where_evidence(site, event), 3))))


def _where_evidence(site: Site, event: Event) -> list[Evidence]:
    """The words that name the place in the sentences that tell the event."""
    return [
        Evidence(article, sentence, mention.span)
        for article, sentence in told_in(site, event)
        for mention in site.mentions_in.get((article, sentence), ())
        if site.kb.entity_of.get((article, mention.chain)) == event.place
    ]


def _receipt(event: Event) -> list[str]:
    """Why the accounts are one event, each reason once."""
    joined = ("; ".join(j.reasons) for j in event.receipt if j.verdict == "same" and j.reasons)
    return [f"{capitalized(reasons)}." for reasons in dict.fromkeys(joined)]


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


def _is_dated(site: Site, event: Event) -> bool:
    """Whether the list of other events says what came before or after: two of them have a date."""
    told = {e.id: e.date for article in site.event_articles[event.id] for e in site.events_in.get(article, ())}
    return sum(bool(date_key(date)) for date in told.values()) > 1


def _related(site: Site, event: Event, cites: Citations) -> list[dict[str, Any]]:
    """Other events that the same articles tell, by date, this one among them; undated ones last."""
    near = {e.id: e for article in site.event_articles[event.id] for e in site.events_in.get(article, ())}
    others = [e for e in near.values() if e.id != event.id][:MAX_RELATED]
    if not others:
        return []
    ordered = sorted([*others, event], key=lambda e: (not date_key(e.date), date_key(e.date), e.id))
    return [event_row(site, cites.page, e, cites) | {"this": e.id == event.id} for e in ordered]
