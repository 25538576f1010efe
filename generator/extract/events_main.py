"""Which event an article is about: a sum of named weights over where and how its mentions tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from generator.extract.events_lexicon import verbs
from generator.extract.events_news import News
from generator.model import EventMention, Mention, Sentence

# Weights of the signs of a main event; the sum decides, ties go to the earlier mention.
IN_HEADLINE = 4.0
HEADLINE_WORD = 4.5
# In the headline, but behind "after", "who" or "to": "X is charged after the crash" is about the charge.
SIDE_OF_HEADLINE = -1.5
LEAD, NEXT_SENTENCE = 2.5, 1.0
# Of a headline that plays on words or gives an order (see News.plain), so much of its weight remains.
NOT_PLAIN = 0.4
# The root of the headline or of the lead, and what stands near to it (see News.tops).
TOP = 2.5
TYPED = 1.0
REPEATED = 0.5
REPEATED_MAX = 4
# Told in the headline and in the lead, by the same word or the same kind of happening.
RETOLD = 1.0
PARTICIPANT = 0.6
PARTICIPANTS_MAX = 3
TIMED = 0.3
VERBAL = 0.5
NOT_A_FACT = -1.5
ATTRIBUTED = -0.3
# Saying is the news where nothing else is; being and having hardly ever are.
REPORTING = -2.0
STATE = -3.0


def find_main(
    events: Sequence[EventMention],
    news: News,
    tops: Mapping[str, float],
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    title: str | None,
) -> str | None:
    """Id of the main event among `events` (text order), or None when there is none.

    `tops` gives, by the event's id, how much it is at the top of the headline or the lead, in [0, 1].
    """
    if not events:
        return None
    shared = _Article(events, news, sentences, mentions, title)
    scored = [(shared.score(event, tops.get(event.id, 0.0)), -number, event.id) for number, event in enumerate(events)]
    return max(scored)[2]


class _Article:
    """What the mentions of an article are weighed by."""

    def __init__(
        self,
        events: Sequence[EventMention],
        news: News,
        sentences: Sequence[Sentence],
        mentions: Sequence[Mention],
        title: str | None,
    ) -> None:
        self.frequency = Counter(event.lemma for event in events)
        self.central = Counter(mention.chain for mention in mentions)
        self.opening = _opening(news, sentences)
        self.aside = _beside_the_news(events, sentences, news)
        self.words = {word.strip(".,:;!?\"'“”‘’()").lower() for word in (title or "").split()}
        self.retold = _retold(events, news)
        self.headline, self.trust = news.headline, 1.0 if news.plain else NOT_PLAIN

    def score(self, event: EventMention, top: float) -> float:
        """The sum of the weights of one mention."""
        forms = {event.trigger.text.lower(), event.lemma, event.lemma + "s", event.lemma + "es"}
        chains = (item.chain for item in event.arguments if item.chain)
        named = sorted((self.central[chain] for chain in chains), reverse=True)[:PARTICIPANTS_MAX]
        untyped = event.type == "other"
        place = self.opening.get(event.sentence, 0.0) + HEADLINE_WORD * bool(forms & self.words) + TOP * top
        return round(
            place * (self.trust if event.sentence in self.headline else 1.0)
            + SIDE_OF_HEADLINE * (event.id in self.aside)
            + TYPED * (not untyped)
            + RETOLD * bool({event.lemma, event.type} & self.retold)
            + REPEATED * min(self.frequency[event.lemma], REPEATED_MAX)
            + PARTICIPANT * sum(min(count, 3) / 3 for count in named)
            + TIMED * (event.time is not None)
            + VERBAL * (event.predicate is not None)
            + NOT_A_FACT * (not event.polarity or event.modality in ("denied", "possible"))
            + ATTRIBUTED * (event.attribution is not None)
            + REPORTING * (untyped and event.lemma in verbs("reporting"))
            + STATE * (untyped and event.lemma in verbs("states")),
            6,
        )


def _opening(news: News, sentences: Sequence[Sentence]) -> dict[str, float]:
    weights = dict.fromkeys(news.headline, IN_HEADLINE)
    order = [item.id for item in sentences]
    if news.lead is not None:
        place = order.index(news.lead)
        weights.update(zip(order[place : place + 2], (LEAD, NEXT_SENTENCE), strict=False))
    return weights


def _beside_the_news(events: Sequence[EventMention], sentences: Sequence[Sentence], news: News) -> set[str]:
    """Ids of the events of the headline that stand behind a subordinating word, which is not its first."""
    spans = {item.id: item.span for item in sentences if item.id in news.headline}
    found: set[str] = set()
    for event in events:
        span = spans.get(event.sentence)
        before = span.text[: event.trigger.start - span.start].lower().split()[1:] if span is not None else []
        if verbs("subordinators").intersection(before):
            found.add(event.id)
    return found


def _retold(events: Sequence[EventMention], news: News) -> set[str]:
    """The lemmas and the types of events that both the headline and the lead tell."""
    sides = [
        {word for event in events if event.sentence in side for word in (event.lemma, event.type)}
        for side in (news.headline, {news.lead})
    ]
    return (sides[0] & sides[1]) - {"other"}
