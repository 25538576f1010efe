"""What stands around the event mentions of an article, for their headlines."""

from __future__ import annotations

from generator.model import Extraction
from generator.resolve.titles_tail import Around

_DATES = frozenset({"date", "time"})


def read_around(found: Extraction) -> Around:
    """Days, pronouns, verbs and quoted words and names of one article."""
    return Around(
        tuple(item.span for item in found.times if item.kind in _DATES),
        tuple((item.span.start, item.chain) for item in found.mentions if item.kind == "pronoun"),
        frozenset(item.predicate.start for item in found.events if item.predicate is not None),
        tuple(span for item in found.quotes if item.kind == "direct" for span in item.quoted),
        tuple(item.span for item in found.mentions if item.kind == "name" and item.chain),
    )
