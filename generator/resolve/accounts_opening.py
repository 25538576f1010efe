"""What the opening of an article says of the when and the where of its news, for want of words that stand with the event itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import KnowledgeBase, Mention, Sentence, Span, TimeExpression
from generator.resolve.accounts_tellings import Telling
from generator.resolve.accounts_values import days_apart
from generator.resolve.lexicon import words

# The opening: the sentences from the headline to so many after those of the news.
AFTER = 2
# So many sentences, with the headline, are the lead; so many characters before a name are read.
LEAD, _BEFORE = 3, 40
# News is as old as this, or lies as far ahead; an opening names older and later days in passing.
NEAR_DAYS = 8
_DAY = len("2024-11-29")
_DATING = frozenset({"date", "time"})
_PLACES = frozenset({"place", "facility"})


def opening_times(kb: KnowledgeBase, telling: Telling) -> tuple[TimeExpression, ...]:
    """The days near the publication that the opening names, the first sentence of the news before the others, in text order."""
    rank = {sentence.id: place for place, sentence in enumerate(_opening(kb, telling))}
    times = [item for item in kb.extractions[telling.article].times if item.sentence in rank and item.kind in _DATING]
    published = kb.articles[telling.article].published
    news = {item.sentence for item in kb.extractions[telling.article].events if item.news}
    near = [item for item in times if _is_near(item, published) and (item.sentence in news or not _is_vague(item))]
    return tuple(sorted(near, key=lambda item: (rank[item.sentence], item.span.start)))


def _opening(kb: KnowledgeBase, telling: Telling) -> Sequence[Sentence]:
    found = kb.extractions[telling.article]
    news = {item.sentence for item in found.events if item.news}
    places = [place for place, sentence in enumerate(found.sentences) if sentence.id in news]
    return found.sentences[: places[-1] + AFTER + 1] if places and places[-1] <= len(places) + 2 * AFTER else ()


def _is_near(time: TimeExpression, published: str | None) -> bool:
    if time.value is None:
        return published is None and time.span.text.lower().split()[-1] in words("accounts_weekdays.txt")
    day = time.value.partition("T")[0]
    if len(day) != _DAY or "X" in day or not published or day == time.span.text:
        return False
    apart = days_apart(day, published)
    return apart is not None and apart <= NEAR_DAYS


def _is_vague(time: TimeExpression) -> bool:
    """Whether the words may mean these days as well as this day: "today"."""
    return time.span.text.lower() in words("accounts_these_days.txt")


def opening_places(kb: KnowledgeBase, telling: Telling) -> tuple[Mention, ...]:
    """The names of places in the opening behind a word of place ("in", "at", "near"), in text order."""
    found = kb.extractions[telling.article]
    text = kb.articles[telling.article].text
    return tuple(_located(found.mentions, {item.id for item in _opening(kb, telling)}, text))


def _located(mentions: Sequence[Mention], opening: set[str], text: str) -> Iterator[Mention]:
    for mention in mentions:
        is_name = mention.type in _PLACES and mention.kind == "name" and not mention.via
        if mention.sentence in opening and is_name and is_located(text, mention):
            yield mention


def is_located(text: str, mention: Mention) -> bool:
    """Whether the words stand behind a word of place."""
    return is_behind(text, mention.span, "accounts_locating.txt")


def is_behind(text: str, span: Span, lexicon: str) -> bool:
    """Whether the word before a span, "the" aside, is one of a lexicon."""
    before = [word for word in text[max(0, span.start - _BEFORE) : span.start].lower().split()[-2:] if word != "the"]
    return bool(before) and before[-1] in words(lexicon)


def lead_sentences(kb: KnowledgeBase, telling: Telling) -> frozenset[str]:
    """The ids of the sentences that open an article: its headline and the first ones behind it."""
    return frozenset(item.id for item in kb.extractions[telling.article].sentences[:LEAD])
