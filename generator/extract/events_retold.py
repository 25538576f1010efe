"""The main event told again: the headline and the lead say the same in other words, and each may say what the other leaves out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from generator.extract.events_lexicon import prepositions, verbs
from generator.extract.events_news import News
from generator.model import EventMention, Mention, Sentence

# What speaks for two mentions telling the same: one word, one kind of happening, the same person or thing in it, and words that
# both sentences share; a mention at the top of its sentence needs LEAST of it, together with TOP.
SAME_LEMMA, SAME_TYPE, SAME_PARTICIPANT, SHARED_WORD, SHARED_MAX = 2.0, 1.0, 1.0, 0.5, 3
TOP = 1.0
LEAST = 2.0
_PLACE_TYPES = frozenset({"place", "facility"})
# What is done to a country from afar does not happen there.
_FROM_AFAR = frozenset(
    {
        "sanction",
        "accuse",
        "threaten",
        "reject",
        "support",
        "request",
        "consult",
        "agree",
        "cooperate",
        "deal",
        "aid",
        "trial",
    }
)
_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_CORE_ROLES = frozenset({"agent", "patient", "recipient", "with", "target"})
MIN_DATELINE, MAX_DATELINE_WORDS = 3, 12
_DASHES = frozenset({"—", "–", "--", "-"})


def tell_news(
    events: Sequence[EventMention],
    main: str | None,
    news: News,
    tops: Mapping[str, float],
    sentences: Sequence[Sentence],
    doc: Doc,
    names: Mapping[int, Mention],
) -> tuple[EventMention, ...]:
    """`events` with `main` and `news` set; the main one has the time and the place of its retelling where it has none of its own.

    A place is read from the mention, its retelling, the headline and the lead, and the dateline, in this order.
    """
    chosen = next((event for event in events if event.id == main), None)
    if chosen is None:
        return tuple(events)
    again = _retelling(chosen, events, news, tops, sentences, doc)
    told = [chosen, *([again] if again is not None else [])]
    time = next((item.time for item in told if item.time), None)
    nearby = None if time else next((item.nearby for item in told if item.nearby), None)
    place = next((item.place for item in told if item.place), None)
    place = place or next((chain for item in told if (chain := _stricken(item, names)) is not None), None)
    if place is None and (again is not None or chosen.sentence in news.sentences):
        places = {item.id: item for item in sentences}
        texts = [places[item.sentence] for item in told]
        place = _located(texts, doc, names) or _dateline(places[news.lead] if news.lead else texts[-1], doc, names)
    found = {event.id: event for event in events} | {item.id: replace(item, news=True) for item in told}
    found[chosen.id] = replace(found[chosen.id], main=True, time=time, nearby=nearby, place=place)
    return tuple(found.values())


def _stricken(event: EventMention, names: Mapping[int, Mention]) -> str | None:
    """The chain of the place that a happening befalls: "an earthquake shook Erewhon"."""
    if event.type in _FROM_AFAR or event.lemma in verbs("reporting"):
        return None
    types = {mention.chain: mention.type for mention in names.values()}
    hit = (item.chain for item in event.arguments if item.role in ("patient", "target") and item.chain)
    return next((chain for chain in hit if types.get(chain) in _PLACE_TYPES), None)


def _retelling(
    main: EventMention,
    events: Sequence[EventMention],
    news: News,
    tops: Mapping[str, float],
    sentences: Sequence[Sentence],
    doc: Doc,
) -> EventMention | None:
    """The mention in the lead (or in the headline, when the lead has the main event) that tells the same."""
    there = {news.lead} if main.sentence in news.headline else news.headline
    texts = {item.id: _content(doc, item) for item in sentences if item.id in news.sentences}
    if main.sentence not in texts:
        return None
    scored = [
        (_same(main, event, texts) + TOP * tops.get(event.id, 0.0), -event.trigger.start, event)
        for event in events
        if event.sentence in there and event.polarity == main.polarity
    ]
    best = max(scored, key=lambda item: item[:2], default=None)
    return best[2] if best is not None and best[0] >= LEAST else None


def _content(doc: Doc, sentence: Sentence) -> frozenset[str]:
    words = doc.char_span(sentence.span.start, sentence.span.end, alignment_mode="expand")
    return frozenset(token.lemma_.lower() for token in words or () if token.pos_ in _CONTENT)


def _same(left: EventMention, right: EventMention, texts: Mapping[str, frozenset[str]]) -> float:
    shared = texts[left.sentence] & texts.get(right.sentence, frozenset())
    return (
        SAME_LEMMA * (left.lemma == right.lemma)
        + SAME_TYPE * (left.type == right.type != "other")
        + SAME_PARTICIPANT * bool(_participants(left) & _participants(right))
        + SHARED_WORD * min(len(shared), SHARED_MAX)
    )


def _participants(event: EventMention) -> set[str]:
    core = [item for item in event.arguments if item.role in _CORE_ROLES]
    return {item.chain or item.head for item in core}


def _located(texts: Sequence[Sentence], doc: Doc, names: Mapping[int, Mention]) -> str | None:
    """The chain of the first place behind a preposition of place that is not in a relative clause or in what came before or after."""
    for text in texts:
        for token in doc.char_span(text.span.start, text.span.end, alignment_mode="expand") or ():
            mention = names.get(token.i)
            if mention is not None and mention.type in _PLACE_TYPES and _is_where(token):
                return mention.chain
    return None


def _is_where(token: Token) -> bool:
    if token.dep_ != "pobj" or prepositions().get(token.head.lower_) != "place":
        return False
    return not any(_is_other(above) for above in token.head.ancestors)


def _is_other(above: Token) -> bool:
    return above.dep_ in ("relcl", "acl") or (above.dep_ == "prep" and prepositions().get(above.lower_) == "after")


def _dateline(lead: Sentence, doc: Doc, names: Mapping[int, Mention]) -> str | None:
    """The chain of the first place of a dateline ("PORTVILLE, Erewhon (Reuters) — "), or None."""
    words = list(doc.char_span(lead.span.start, lead.span.end, alignment_mode="expand") or ())
    found = [names[token.i] for token in _before_dash(words) if token.i in names]
    return next((mention.chain for mention in found if mention.type in _PLACE_TYPES), None)


def _before_dash(words: Sequence[Token]) -> Iterator[Token]:
    if not words or not words[0].text.isupper() or len(words[0].text) < MIN_DATELINE:
        return
    opening = words[:MAX_DATELINE_WORDS]
    end = next((place for place, token in enumerate(opening) if token.text in _DASHES), None)
    if end is not None:
        yield from opening[:end]
