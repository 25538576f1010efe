"""When and where an event happened, where the program could not tell: the days and places that its accounts name instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from generator.compile.evidence import Citations
from generator.compile.markdown import escape, join
from generator.compile.site import Site
from generator.compile.words import listing
from generator.model import Event, Evidence

MAX_NAMED = 6
_PLACES = frozenset({"place", "facility"})
_DATING = frozenset({"date", "time"})


def not_placed(site: Site, event: Event, sentences: Sequence[tuple[str, str]], cites: Citations) -> Markup:
    """The line for an event without a place; the places that its sentences name, each once, in their order."""
    return _line("where", _first(_places(site, event, sentences)), cites)


def not_dated(site: Site, sentences: Sequence[tuple[str, str]], cites: Citations) -> Markup:
    """The line for an event without a date; the days and times that its sentences name, each once, in their order."""
    return _line("when", _first(_times(site, sentences)), cites)


def _line(what: str, named: Sequence[Evidence], cites: Citations) -> Markup:
    told = f"The program could not tell {what} it happened."
    if not named:
        return escape(told)
    words = listing([f"“{_plain(item)}”" for item in named])
    return join((f"{told} Named in the accounts: {words}.", cites.mark(*named)))


def _places(site: Site, event: Event, sentences: Sequence[tuple[str, str]]) -> Iterator[Evidence]:
    """The names of places, without the countries and the like that take part."""
    taking_part = {person.entity for person in event.participants}
    for article, sentence in sentences:
        for mention in site.mentions_in.get((article, sentence), ()):
            entity = site.kb.entities.get(site.kb.entity_of.get((article, mention.chain), ""))
            kind = entity.type if entity is not None else mention.type
            is_name = mention.kind == "name" and not mention.via and kind in _PLACES
            if is_name and (entity is None or entity.id not in taking_part):
                yield Evidence(article, sentence, mention.span)


def _times(site: Site, sentences: Sequence[tuple[str, str]]) -> Iterator[Evidence]:
    for article, sentence in sentences:
        for time in site.times(article):
            if time.sentence == sentence and time.kind in _DATING:
                yield Evidence(article, sentence, time.span)


def _first(found: Iterator[Evidence]) -> list[Evidence]:
    alike: dict[str, Evidence] = {}
    for item in found:
        alike.setdefault(_plain(item).casefold(), item)
    return list(alike.values())[:MAX_NAMED]


def _plain(item: Evidence) -> str:
    return " ".join(item.span.text.split())
