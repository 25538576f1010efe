"""When an event happened: its own time expressions first, then those that stand near it; never invented.

Every account votes for the days that it gives. A day counts its own words and, by half, coarser words that it lies in ("last
week"), so that the finest date that most accounts support wins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from generator.model import Article, EventMention, Evidence, Extraction, TimeExpression
from generator.resolve.events_days import days_of, is_day, lies_inside
from generator.resolve.events_facts import NEWS_DAYS, Facts

# Weights of the words of an account: of the mention that the article is about, of another mention, of a lone time in the
# sentence of a mention, and of the day of another happening of the lead (more when several times of the lead give that day and
# no other). A date needs LEAST of them in all.
OWN_MAIN, OWN, NEARBY, AGREED_LEAD, LEAD = 3.0, 2.0, 1.5, 1.5, 1.0
COARSER = 0.5
LEAST = 1.5
LEAD_SENTENCES = 5
# Vaguer words than "this month" are never made finer by a day that another happening has.
MAX_VAGUE_DAYS = 31


@dataclass(frozen=True)
class _Told:
    source: str
    article: str
    time: TimeExpression
    weight: float
    age: tuple[str, int]

    @property
    def value(self) -> str:
        return _date(self.time.value)


def date_of(
    members: Sequence[Facts], extractions: Mapping[str, Extraction], articles: Mapping[str, Article], main: bool
) -> tuple[str | None, tuple[Evidence, ...], tuple[str, ...]]:
    """EDTF date or None, the words it was read from, and the reason for each of them (parallel tuples).

    A `main` event is news: a date far from an article's publication counts only where the mention itself is what the article is
    about. Words that give another day than most accounts stay among the words.
    """
    told = [item for member in members for item in _of_mention(member, extractions, articles, main)]
    if main:
        about = sorted({member.ref.article for member in members})
        told += [item for key in about for item in _of_lead(extractions[key], articles[key])]
    dated = [item for item in told if item.value]
    best = _best(dated)
    if best is None:
        return None, *_evidence([item for item in told if not item.value])
    kept = [item for item in dated if item.value == best or (item.weight > LEAD and days_of(item.value))]
    return best, *_evidence(kept)


def _of_mention(
    member: Facts, extractions: Mapping[str, Extraction], articles: Mapping[str, Article], main: bool
) -> list[_Told]:
    mention, article = member.mention, articles[member.ref.article]
    weight = (OWN_MAIN if mention.main else OWN) if mention.time else NEARBY
    found = extractions[article.id]
    told = _told(mention, found, article, weight)
    if not (main or mention.time or _has_first_claim(mention, found)):
        return []
    if not mention.time and mention.modality == "asserted":
        told = [item for item in told if not _is_later(item.value, article.published)]
    if main and not (mention.main and mention.time and mention.sentence in _lead(found)):
        return [item for item in told if _is_near(item.value, article.published)]
    return told


def _has_first_claim(mention: EventMention, found: Extraction) -> bool:
    """Whether the lone time of the sentence is no other event's, and the mention the sentence's first."""
    first = next(event.id for event in found.events if event.sentence == mention.sentence)
    return first == mention.id and all(event.time != mention.nearby for event in found.events)


def _of_lead(found: Extraction, article: Article) -> list[_Told]:
    """The days of all happenings of the lead that are news."""
    lead = _lead(found)
    told = [item for event in found.events if event.sentence in lead for item in _told(event, found, article, LEAD)]
    news = [item for item in told if is_day(item.value) and _is_near(item.value, article.published)]
    agreed = len({item.time.id for item in news}) > 1 and len({item.value for item in news}) == 1
    return [replace(item, weight=AGREED_LEAD) for item in news] if agreed else news


def _lead(found: Extraction) -> frozenset[str]:
    return frozenset(sentence.id for sentence in found.sentences[:LEAD_SENTENCES])


def _told(mention: EventMention, found: Extraction, article: Article, weight: float) -> list[_Told]:
    key = mention.time or mention.nearby
    source = article.copy_of or article.id
    age = (article.published or "9999", mention.trigger.start)
    return [_Told(source, article.id, time, weight, age) for time in found.times if time.id == key]


def _best(told: Sequence[_Told]) -> str | None:
    values = {item.value for item in told}
    scores = {value: _support(value, told) for value in values}
    ages = {value: min(item.age for item in told if item.value == value) for value in values}
    order = sorted(values, key=lambda value: (-scores[value], -len(value), ages[value], value))
    if not order or scores[order[0]] < LEAST:
        return None
    best = order[0]
    return next((value for value in order if _refines(value, best, told)), best)


def _support(value: str, told: Sequence[_Told]) -> float:
    """The strongest words of each source, summed over the sources."""
    votes: dict[str, float] = {}
    for item in told:
        weight = item.weight if item.value == value else COARSER * item.weight * lies_inside(value, item.value)
        votes[item.source] = max(votes.get(item.source, 0.0), weight)
    return sum(votes.values())


def _refines(value: str, best: str, told: Sequence[_Told]) -> bool:
    days = days_of(best)
    if days is None or not is_day(value) or not lies_inside(value, best):
        return False
    own = any(item.value == value and item.weight > LEAD for item in told)
    return own or (days[1] - days[0]).days <= MAX_VAGUE_DAYS


def _is_near(value: str, published: str | None) -> bool:
    if not value or not published:
        return True
    try:
        told, known = date.fromisoformat(value[:10]), date.fromisoformat(published[:10])
    except ValueError:
        return published.startswith(value[:7])
    return abs((known - told).days) <= NEWS_DAYS


def _is_later(value: str, published: str | None) -> bool:
    """Whether it begins after the day of publication: what is told as a fact did not happen then."""
    return bool(value and published) and value[: len(published or "")] > (published or "")[: len(value)]


def _date(value: str | None) -> str:
    return (value or "").partition("T")[0]


def _evidence(told: Sequence[_Told]) -> tuple[tuple[Evidence, ...], tuple[str, ...]]:
    pairs = sorted({(Evidence(item.article, item.time.sentence, item.time.span), item.time.anchor) for item in told})
    return tuple(words for words, _ in pairs), tuple(reason for _, reason in pairs)
