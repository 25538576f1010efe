"""What lists and pages say of an event alike: its headline, its date in words, its type, which sentences tell it."""

from __future__ import annotations

from markupsafe import Markup

from generator.compile.dates import date_key, date_words
from generator.compile.markdown import link
from generator.compile.site import Site
from generator.compile.words import capitalized, event_type, lexicon
from generator.model import Event

# `date_key` gives it to a date whose year is not known ("in June").
NO_YEAR = "0000"
NOT_KNOWN = "date not known"


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
    return NOT_KNOWN


def event_type_words(event: Event) -> str:
    """Its type in words, or ""."""
    return event_type(event.type)


def dated_key(event: Event) -> str:
    """A key that sorts events by date; "" for one whose year is not known, which no timeline can place."""
    key = date_key(event.date)
    return "" if key.startswith(NO_YEAR) else key


def is_background(event: Event) -> bool:
    """Whether no article is about it: it is told on the way."""
    return not event.main_of


def differ_count(event: Event) -> int:
    """On how many facts its accounts differ."""
    return sum(facet.verdict == "differ" for facet in event.facets)


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
