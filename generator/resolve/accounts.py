"""Accounts compared: what each article says of one event, facet by facet, without a verdict of our own on who is right.

Precision first: two cells "differ" only where they clearly speak of the same thing; a value and its absence do not differ.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.model import Account, Event, Facet, KnowledgeBase
from generator.resolve.accounts_facts import compare_dates, compare_what
from generator.resolve.accounts_figures import compare_figures
from generator.resolve.accounts_labels import compare_labels
from generator.resolve.accounts_people import compare_sources, compare_who
from generator.resolve.accounts_places import compare_places
from generator.resolve.accounts_quotes import compare_quotes
from generator.resolve.accounts_tellings import Telling, find_tellings

Comparison = Callable[[KnowledgeBase, Event, Sequence[Telling]], tuple[Facet, ...]]

# In the order in which readers meet them.
COMPARISONS: tuple[Comparison, ...] = (
    compare_who,
    compare_what,
    compare_dates,
    compare_places,
    compare_figures,
    compare_quotes,
    compare_labels,
    compare_sources,
)


def compare_accounts(kb: KnowledgeBase) -> KnowledgeBase:
    """`kb` with `Event.accounts` for every event, and `Event.facets` for those that two articles or more tell."""
    return replace(kb, events={key: _compared(kb, event) for key, event in sorted(kb.events.items())})


def _compared(kb: KnowledgeBase, event: Event) -> Event:
    tellings = find_tellings(kb, event)
    accounts = tuple(Account(item.article, tuple(sentence.id for sentence in item.sentences)) for item in tellings)
    facets: tuple[Facet, ...] = ()
    if len(tellings) > 1:
        facets = tuple(facet for compare in COMPARISONS for facet in compare(kb, event, tellings))
    return replace(event, accounts=accounts, facets=facets)
