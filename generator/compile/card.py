"""The card of an event: who, what, when and where, each in the words of the articles with their citation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from markupsafe import Markup

from generator.compile.card_unnamed import unnamed_groups
from generator.compile.dates import date_key, date_words, readable_dates
from generator.compile.entity_roles import ranked_roles, role_words
from generator.compile.evidence import Citations, one_per_article
from generator.compile.happening import event_type_words, event_when, told_in
from generator.compile.markdown import escape, join, raw
from generator.compile.prose import entity_link, without_dateline
from generator.compile.site import Site
from generator.compile.words import capitalized, role_word
from generator.model import Event, Evidence, Participant, Span

MAX_WHO = 8
MAX_READ_FROM = 3
MAX_ROLE, MAX_CLAUSE = 60, 180
# Reasons for a date that need no words.
PLAIN = frozenset({"", "as written"})


def card(site: Site, event: Event, cites: Citations) -> list[tuple[str, Markup]]:
    """The rows of the card; without those of which nothing is known."""
    rows = [
        ("Who", _who(site, event, cites)),
        ("What", _what(site, event, cites)),
        ("When", _when(site, event, cites)),
        ("Where", _where(site, event, cites)),
    ]
    return [(label, value) for label, value in rows if value]


def _who(site: Site, event: Event, cites: Citations) -> Markup:
    """Those with a name first, then those whom the articles only describe ("two brothers")."""
    named = [_participant(site, p, cites) for p in event.participants if p.entity in site.kb.entities]
    return _lines([*named, *_unnamed(site, event, cites)][:MAX_WHO])


def _participant(site: Site, found: Participant, cites: Citations) -> Markup:
    """The name, its citation, and its best-attested role or its part in the event."""
    entity = site.kb.entities[found.entity]
    evidence = one_per_article(found.evidence, 3)
    roles = [role for role in ranked_roles(site, entity) if role.evidence and len(role_words(role)) <= MAX_ROLE]
    parts = [role_words(role) for role in roles[:1]] + [role_word(found.role)]
    aside = ", ".join(filter(None, parts))
    marks = cites.mark(*evidence, *(role.evidence[0] for role in roles[:1]))
    return join((entity_link(site, cites.page, entity), marks, _aside(aside)))


def _unnamed(site: Site, event: Event, cites: Citations) -> list[Markup]:
    """Participants without a name, in the words of the articles, each once."""
    return [
        join((capitalized(items[0].span.text.strip()), cites.mark(*one_per_article(items, 3))))
        for items in unnamed_groups(site, event)
    ]


def _what(site: Site, event: Event, cites: Citations) -> Markup:
    """The clause that tells it, and its type as a tag."""
    kind = capitalized(event_type_words(event))
    tag = join((raw('<span class="tag">'), kind, raw("</span>"))) if kind else raw("")
    told = _telling(site, event)
    if told is None:
        return tag
    words = told.span.text.strip()
    more = " ..." if len(words) < len(_clause(site, event).span.text.strip()) else ""
    return _lines(filter(None, (join((f"“{words}{more}”", cites.mark(told))), tag)))


def _telling(site: Site, event: Event) -> Evidence | None:
    """The clause without a dateline, cut behind a word where it is long."""
    if event.title_evidence is None and not event.mentions:
        return None
    item = without_dateline(_clause(site, event))
    text = item.span.text
    if len(text) <= MAX_CLAUSE:
        return item
    kept = text[:MAX_CLAUSE].rsplit(None, 1)[0].rstrip(",;:-–— ")
    return Evidence(item.article, item.sentence, Span(item.span.start, item.span.start + len(kept), kept))


def _clause(site: Site, event: Event) -> Evidence:
    if event.title_evidence is not None:
        return event.title_evidence
    ref = event.mentions[0]
    found = site.kb.event_mention(ref.article, ref.event)
    return Evidence(ref.article, found.sentence, found.clause)


def _when(site: Site, event: Event, cites: Citations) -> Markup:
    """When it happened, with the words it was read from; when it was published; when the articles were fetched."""
    return _lines([_happened(site, event, cites), *map(_aside, _clocks(site, event))])


def _happened(site: Site, event: Event, cites: Citations) -> Markup:
    when = capitalized(event_when(event))
    reasons = dict(zip(event.date_words, event.date_reasons, strict=False))
    chosen = one_per_article(_dating(site, event), MAX_READ_FROM)
    # Where the same words were read for several reasons, the first one stands for them.
    first = {item.span.text.strip(): reasons.get(item, "") for item in reversed(chosen)}
    alike: dict[str, dict[str, list[Evidence]]] = {}
    for item in chosen:
        words = item.span.text.strip()
        alike.setdefault(first[words], {}).setdefault(words, []).append(item)
    read_from = [join((_dating_words(items, cites), _reason(reason))) for reason, items in alike.items()]
    return join((when, Markup("<br>"), "read from ", join(read_from, "; "))) if read_from else escape(when)


def _dating_words(items: Mapping[str, list[Evidence]], cites: Citations) -> Markup:
    """ "“on Friday” and “29 November”", each with its citations."""
    words = [join((f"“{text}”", cites.mark(*evidence))) for text, evidence in items.items()]
    return join((join(words[:-1], ", "), " and ", words[-1])) if len(words) > 1 else words[0]


def _reason(reason: str) -> str:
    return f" ({readable_dates(reason)})" if reason not in PLAIN else ""


def _clocks(site: Site, event: Event) -> list[str]:
    """When the articles were published, and when they were fetched, where that is known."""
    articles = [site.kb.articles[key] for key in site.event_articles[event.id]]
    return [
        f"{verb} {period}"
        for verb, dates in (
            ("Published", [a.published for a in articles]),
            ("Retrieved", [a.retrieved for a in articles]),
        )
        if (period := _period(dates))
    ]


def _period(dates: Iterable[str | None]) -> str:
    known = sorted({date.partition("T")[0] for date in dates if date and date_key(date)}, key=date_key)
    if not known:
        return ""
    return date_words(known[0]) if len(known) == 1 else f"from {date_words(f'{known[0]}/{known[-1]}')}"


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


def _lines(parts: Iterable[Markup]) -> Markup:
    return join(raw(f'<span class="snippet">{part}</span>') for part in parts)


def _aside(words: str) -> Markup:
    return join((raw(' <span class="aside">'), words, raw("</span>"))) if words else raw("")
