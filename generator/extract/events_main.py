"""Which event an article is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.extract.events_lexicon import verbs
from generator.model import EventMention, Mention, Sentence

# Weights of the signs of a main event; the sum decides, ties go to the earlier mention.
IN_HEADLINE = 4.0
HEADLINE_WORD = 3.0
# In the headline, but behind "after", "who" or "to": "X is charged after the crash" is about the charge.
SIDE_OF_HEADLINE = -1.5
FIRST_SENTENCE, SECOND_SENTENCE = 2.5, 1.0
TYPED = 1.0
REPEATED = 0.5
REPEATED_MAX = 4
PARTICIPANT = 0.6
PARTICIPANTS_MAX = 3
TIMED = 0.3
VERBAL = 0.5
NOT_A_FACT = -1.5
ATTRIBUTED = -0.3


def find_main(
    events: Sequence[EventMention], sentences: Sequence[Sentence], mentions: Sequence[Mention], title: str | None
) -> str | None:
    """Id of the main event among `events` (text order), or None when there is none."""
    if not events:
        return None
    frequency = Counter(event.lemma for event in events)
    central = Counter(mention.chain for mention in mentions)
    opening = _opening(sentences, title)
    aside = _beside_the_news(events, sentences, opening)
    words = {word.strip(".,:;!?\"'“”‘’()").lower() for word in (title or "").split()}
    scored = [
        (
            _score(event, opening, words, frequency, central) + SIDE_OF_HEADLINE * (event.id in aside),
            -number,
            event.id,
        )
        for number, event in enumerate(events)
    ]
    return max(scored)[2]


def _opening(sentences: Sequence[Sentence], title: str | None) -> dict[str, float]:
    weights: dict[str, float] = {}
    order = [sentence for sentence in sentences if sentence.span.text.strip()]
    if order and title and order[0].span.text.strip()[:40] == title.strip()[:40]:
        weights[order[0].id] = IN_HEADLINE
        order = order[1:]
    for sentence, weight in zip(order, (FIRST_SENTENCE, SECOND_SENTENCE), strict=False):
        weights[sentence.id] = weight
    return weights


def _beside_the_news(
    events: Sequence[EventMention], sentences: Sequence[Sentence], opening: dict[str, float]
) -> set[str]:
    """Ids of the events of the headline that stand behind a subordinating word, which is not its first."""
    spans = {item.id: item.span for item in sentences if opening.get(item.id) == IN_HEADLINE}
    found: set[str] = set()
    for event in events:
        span = spans.get(event.sentence)
        before = span.text[: event.trigger.start - span.start].lower().split()[1:] if span is not None else []
        if verbs("subordinators").intersection(before):
            found.add(event.id)
    return found


def _score(
    event: EventMention, opening: dict[str, float], words: set[str], frequency: Counter[str], central: Counter[str]
) -> float:
    forms = {event.trigger.text.lower(), event.lemma, event.lemma + "s", event.lemma + "es"}
    named = sorted((central[item.chain] for item in event.arguments if item.chain), reverse=True)[:PARTICIPANTS_MAX]
    return round(
        opening.get(event.sentence, 0.0)
        + HEADLINE_WORD * bool(forms & words)
        + TYPED * (event.type != "other")
        + REPEATED * min(frequency[event.lemma], REPEATED_MAX)
        + PARTICIPANT * sum(min(count, 3) / 3 for count in named)
        + TIMED * (event.time is not None)
        + VERBAL * (event.predicate is not None)
        + NOT_A_FACT * (not event.polarity or event.modality in ("denied", "possible"))
        + ATTRIBUTED * (event.attribution is not None),
        6,
    )
