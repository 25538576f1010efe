"""Accounts compared: what each article says of one event, facet by facet, without a verdict of our own on who is right.

Precision first: two cells "differ" only where they clearly speak of the same thing; a value and its absence do not differ.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.model import Account, Cell, Event, Facet, KnowledgeBase
from generator.resolve.accounts_clocks import compare_clocks
from generator.resolve.accounts_facts import compare_dates, compare_what
from generator.resolve.accounts_figures import compare_figures
from generator.resolve.accounts_labels import compare_labels
from generator.resolve.accounts_lines import Lines
from generator.resolve.accounts_people import compare_who
from generator.resolve.accounts_places import compare_places, settled_place
from generator.resolve.accounts_quotes import compare_quotes
from generator.resolve.accounts_shared import find_alone, find_shared
from generator.resolve.accounts_sources import compare_sources
from generator.resolve.accounts_tellings import Telling, find_tellings
from generator.resolve.origins import Wordings, find_origins
from generator.resolve.origins_facets import count_origins

Comparison = Callable[[KnowledgeBase, Event, Sequence[Telling]], tuple[Facet, ...]]

# In the order in which readers meet them; an event of one article has those of the first row alone.
WHO_WHAT_WHEN_WHERE: tuple[Comparison, ...] = (compare_who, compare_what, compare_dates, compare_places)
COMPARISONS: tuple[Comparison, ...] = (
    *WHO_WHAT_WHEN_WHERE,
    compare_clocks,
    compare_figures,
    compare_quotes,
    compare_labels,
    compare_sources,
)

# The reason of a date that needs none.
AS_WRITTEN = "as written"


def compare_accounts(kb: KnowledgeBase) -> KnowledgeBase:
    """`kb` with `Event.accounts` for every event, and `Event.facets` for those that two articles or more tell or that have a page.

    An event of one article has the facets of who, what, when and where, each "only here".
    """
    known, lines = Wordings(kb), Lines(kb)
    return replace(kb, events={key: _compared(kb, event, known, lines) for key, event in sorted(kb.events.items())})


def _compared(kb: KnowledgeBase, event: Event, known: Wordings, lines: Lines) -> Event:
    tellings = find_tellings(kb, event)
    alone = find_alone(kb, tellings, lines)
    accounts = tuple(
        Account(item.article, tuple(sentence.id for sentence in item.sentences), alone.get(item.article, ()))
        for item in tellings
    )
    event = replace(event, shared=find_shared(kb, tellings, lines))
    several = len(tellings) > 1
    told = COMPARISONS if several else WHO_WHAT_WHEN_WHERE if event.page is not None and tellings else ()
    facets = tuple(facet for compare in told for facet in compare(kb, event, tellings))
    event = _settled(kb, event, tellings, facets) if told else event
    origins = find_origins(kb, event, tellings, known)
    return replace(event, accounts=accounts, facets=count_origins(kb, facets, origins), origins=origins)


def _settled(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling], facets: Sequence[Facet]) -> Event:
    """`event` with the day that its accounts agree on, where its own mentions gave none, and with the place that they attest."""
    if not event.main_of:
        return event
    when, where = _cells(facets, "when"), _cells(facets, "where")
    days = {str(cell.value).partition("T")[0] for cell in when if cell.value is not None}
    if event.date is None and len(days) == 1:
        words, reasons = tuple(cell.evidence for cell in when), tuple(cell.note or AS_WRITTEN for cell in when)
        event = replace(event, date=min(days), date_words=words, date_reasons=reasons)
    return replace(event, place=settled_place(kb, event, tellings, where))


def _cells(facets: Sequence[Facet], kind: str) -> list[Cell]:
    return [cell for facet in facets if facet.kind == kind for cell in facet.cells]
