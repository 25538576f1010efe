"""When an event happened: its own time expressions first, then a lone one of its sentence; never invented."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from generator.model import Article, Evidence, Extraction, TimeExpression
from generator.resolve.events_facts import Facts, dates_agree

NEWS_DAYS = 60
_DATING_KINDS = frozenset({"date", "time"})


def date_of(
    members: Sequence[Facts], extractions: Mapping[str, Extraction], articles: Mapping[str, Article], main: bool
) -> tuple[str | None, tuple[Evidence, ...], tuple[str, ...]]:
    """EDTF date or None, the words it was read from, and the reason for each of them (parallel tuples).

    A `main` event is news: a date far from an article's publication counts only where the mention itself is what the article is about.
    """
    told = [pair for item in members if (pair := _own(item, extractions)) is not None]
    if main:
        told = [
            pair
            for pair in told
            if pair[0].mention.main or _is_near(pair[1].value, articles[pair[0].ref.article].published)
        ]
    if not any(time.value for _, time in told):
        told += [pair for item in members if (pair := _neighbor(item, extractions)) is not None]
    values = Counter(_date(time.value) for _, time in told if time.value)
    if not values:
        words = [(item, time) for item, time in told if not time.value]
        return None, *_evidence(words)
    # Most often told, then most precise.
    best = min(values, key=lambda value: (-values[value], -len(value), value))
    best = max(
        (value for value in values if dates_agree(value, best)), key=lambda value: (len(value), values[value], value)
    )
    kept = [(item, time) for item, time in told if time.value and dates_agree(_date(time.value), best)]
    return best, *_evidence(kept)


def _is_near(value: str | None, published: str | None) -> bool:
    if not value or not published:
        return True
    try:
        told, known = date.fromisoformat(value[:10]), date.fromisoformat(published[:10])
    except ValueError:
        return published.startswith(value[:7])
    return abs((known - told).days) <= NEWS_DAYS


def _date(value: str | None) -> str:
    return (value or "").partition("T")[0]


def _own(item: Facts, extractions: Mapping[str, Extraction]) -> tuple[Facts, TimeExpression] | None:
    if item.mention.time is None:
        return None
    times = {time.id: time for time in extractions[item.ref.article].times}
    return item, times[item.mention.time]


def _neighbor(item: Facts, extractions: Mapping[str, Extraction]) -> tuple[Facts, TimeExpression] | None:
    """The lone time expression of the sentence, when the event is the first of the sentence and no other event has it."""
    found = extractions[item.ref.article]
    times = [time for time in found.times if time.sentence == item.mention.sentence and time.kind in _DATING_KINDS]
    taken = {event.time for event in found.events}
    first = next(event.id for event in found.events if event.sentence == item.mention.sentence)
    if len(times) != 1 or times[0].id in taken or first != item.mention.id:
        return None
    return item, times[0]


def _evidence(told: Sequence[tuple[Facts, TimeExpression]]) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
    pairs = sorted({(Evidence(item.ref.article, time.sentence, time.span), time.anchor) for item, time in told})
    return tuple(words for words, _ in pairs), tuple(reason for _, reason in pairs)
