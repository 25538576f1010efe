"""The ids of events, which are their addresses: made so that articles that come later seldom change them.

Where articles are about the event, its id is the headline of the one that was published first: the page's title may find better
words later, and the address keeps the old ones. Else it is the title. Where several events have the same words, the one that was told first
keeps them, and the others get a hash of their first account behind them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.slugs import short_hash, slugify

_HASHED_WORDS = 70


@dataclass(frozen=True, slots=True)
class FirstAccount:
    """The account of an event that was published first. `key`: article id and offset of the trigger; unique. `words`: of the id."""

    published: str
    key: str
    words: str
    has_page: bool


def event_ids(events: Iterable[FirstAccount]) -> dict[str, str]:
    """Key -> id, unique. The ids of events with a page do not depend on those without; the order of `events` changes nothing."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for event in sorted(events, key=lambda each: (not each.has_page, each.published, each.key)):
        slug = slugify(event.words)
        if slug in taken or not event.has_page:
            slug = f"{slug[:_HASHED_WORDS].strip('-')}-{short_hash(event.key)}"
        ids[event.key] = slug
        taken.add(slug)
    return ids
