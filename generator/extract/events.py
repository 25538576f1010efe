"""Happenings in an article: triggers, who takes part, when, where, whether it is a fact, and who says so."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from generator.extract.events_arguments import find_arguments
from generator.extract.events_attribution import find_attribution, find_sayer
from generator.extract.events_clause import find_clause
from generator.extract.events_factuality import find_modality, is_asserted
from generator.extract.events_lexicon import prepositions, verbs
from generator.extract.events_main import find_main
from generator.extract.events_news import News, is_word_of_news, news_triggers, opening_triggers, read_news
from generator.extract.events_phrases import char_span
from generator.extract.events_retold import tell_news
from generator.extract.events_subjects import is_passive
from generator.extract.events_times import attach_times, times_nearby
from generator.extract.events_triggers import Trigger, find_triggers
from generator.model import Argument, Chain, EventMention, Mention, Quote, Sentence, TimeExpression

# "as part of", "during", "on", "for a visit": what stands beside the verb holds for the noun too; "after a visit" does not.
_IN_THE_COURSE = frozenset({"as", "of", "during", "on", "for", "in", "amid"})
_PARTS = frozenset({"part", "course"})
_PLACE_TYPES = frozenset({"place", "facility"})
_GOAL_TYPES = frozenset({"visit"})
_CORE_ROLES = frozenset({"agent", "patient", "recipient", "with"})
_PLACE_ROLES = ("place", "recipient", "patient", "target", "topic")


def find_events(
    doc: Doc,
    sentences: Sequence[Sentence],
    mentions: Sequence[Mention],
    chains: Sequence[Chain],
    times: Sequence[TimeExpression],
    quotes: Sequence[Quote],
    title: str | None,
) -> tuple[EventMention, ...]:
    """The event mentions of an article in text order, with ids "e0", "e1" ...; exactly one is `main` if there is any.

    `sentences` are the whole article's; `title` is its headline or None.
    """
    names, news = mention_index(doc, mentions), read_news(doc, sentences, title)
    found = news_triggers(doc, find_triggers(doc), news) or opening_triggers(doc, sentences)
    dated, nearby = attach_times(doc, found, times), times_nearby(doc, times)
    starts = [sentence.span.start for sentence in sentences] or [0]
    types = {chain.id: chain.type for chain in chains}
    kept, doubtful = _kept(doc, found, names, quotes, _timed(doc, times), news, starts[0])
    events = []
    for number, (trigger, arguments) in enumerate(kept):
        event = _event(trigger, arguments, names, quotes, types)
        sentence = sentences[bisect_right(starts, doc[trigger.start].idx) - 1].id
        time = dated.get(trigger.head.i)
        near = None if time else nearby.get(sentence)
        events.append(replace(event, id=f"e{number}", sentence=sentence, time=time, nearby=near))
    tops = {event.id: news.top(trigger) for event, (trigger, _) in zip(events, kept, strict=True)}
    main = find_main(events, news, tops, sentences, mentions, title)
    told = tell_news(events, main, news, tops, sentences, doc, names)
    left = [event for number, event in enumerate(told) if event.news or number not in doubtful]
    return tuple(replace(event, id=f"e{number}") for number, event in enumerate(left))


def _kept(
    doc: Doc,
    found: Sequence[Trigger],
    names: Mapping[int, Mention],
    quotes: Sequence[Quote],
    timed: frozenset[int],
    news: News,
    start: int,
) -> tuple[list[tuple[Trigger, tuple[Argument, ...]]], set[int]]:
    """The triggers from offset `start` on that may tell an event, with their arguments, and the places of the doubtful ones.

    What stands at the top of the headline or of the lead may be the news, whatever it is; where it is not, it is no event.
    """
    told = [(trigger, find_arguments(trigger, names, timed)) for trigger in found if doc[trigger.start].idx >= start]
    sure = [_worth_telling(*pair, quotes) and not is_word_of_news(pair[0]) for pair in told]
    kept = [(pair, well) for pair, well in zip(told, sure, strict=True) if well or news.leads(pair[0]) or not any(sure)]
    return [pair for pair, _ in kept], {place for place, (_, well) in enumerate(kept) if not well}


def mention_index(doc: Doc, mentions: Sequence[Mention]) -> dict[int, Mention]:
    """Token index -> the mention that covers the token (a name before a description, the longer before the shorter)."""
    index: dict[int, Mention] = {}
    rank = {"name": 0, "nominal": 1, "pronoun": 1}
    for mention in sorted(
        mentions, key=lambda item: (rank[item.kind], item.span.start - item.span.end, item.span.start)
    ):
        words = doc.char_span(mention.span.start, mention.span.end, alignment_mode="expand")
        for token in words or ():
            index.setdefault(token.i, mention)
    return index


def _timed(doc: Doc, times: Sequence[TimeExpression]) -> frozenset[int]:
    """Indexes of the tokens of time expressions."""
    spans = (doc.char_span(time.span.start, time.span.end, alignment_mode="expand") for time in times)
    return frozenset(token.i for words in spans for token in words or ())


def _worth_telling(trigger: Trigger, arguments: Sequence[Argument], quotes: Sequence[Quote]) -> bool:
    if trigger.nominal or (trigger.type != "other" and trigger.lemma not in verbs("weak")):
        return True
    core = [item for item in arguments if item.role in _CORE_ROLES]
    named = any(item.chain for item in core if item.role in ("agent", "patient"))
    if trigger.type != "other":
        return named and len(arguments) > 1
    start = trigger.head.idx
    return named and not any(span.start <= start < span.end for quote in quotes for span in quote.quoted)


def _event(
    trigger: Trigger,
    arguments: tuple[Argument, ...],
    names: Mapping[int, Mention],
    quotes: Sequence[Quote],
    types: Mapping[str, str],
) -> EventMention:
    doc = trigger.head.doc
    span = char_span(doc, trigger.start, trigger.end)
    verb = trigger.verb
    return EventMention(
        id="",
        trigger=span,
        lemma=trigger.lemma,
        type=trigger.type,
        arguments=arguments,
        time=None,
        place=_place(trigger.type, arguments, types) or _place_nearby(trigger, names),
        sentence="",
        clause=find_clause(trigger),
        polarity=is_asserted(trigger),
        modality=find_modality(trigger),
        attribution=find_attribution(trigger, names, quotes, span.start),
        predicate=char_span(doc, verb.i, verb.i + 1) if verb is not None else None,
        verb=verb.lemma_.lower() if verb is not None else "",
        tag=verb.tag_ if verb is not None else trigger.head.tag_,
        passive=verb is not None and is_passive(verb),
        sayer=find_sayer(trigger, names, quotes, span.start),
    )


def _place(label: str, arguments: Sequence[Argument], types: Mapping[str, str]) -> str | None:
    roles = _PLACE_ROLES if label in _GOAL_TYPES else _PLACE_ROLES[:1]
    for role in roles:
        for item in arguments:
            if item.role == role and item.chain and types.get(item.chain) in _PLACE_TYPES:
                return item.chain
    return None


def _setting(noun: Token) -> Token:
    """The verb in whose course a nominal happening stands ("was in Portville as part of a visit"), else the noun itself."""
    token = noun
    while token.dep_ == "pobj" or (token.dep_ == "prep" and token.lower_ in _IN_THE_COURSE) or token.lower_ in _PARTS:
        token = token.head
    return token if token.pos_ in ("VERB", "AUX") else noun


def _is_other_time(token: Token) -> bool:
    """Whether a phrase tells of something before or after: "left the pact after an attack in Portville"."""
    return token.dep_ == "prep" and prepositions().get(token.lower_) == "after"


def _place_nearby(trigger: Trigger, names: Mapping[int, Mention]) -> str | None:
    """A place in a locative phrase inside the clause ("was received at an airport in Portville")."""
    waiting = list((trigger.verb or _setting(trigger.head)).rights)
    while waiting:
        token = waiting.pop(0)
        if token.tag_.startswith("VB") or token.dep_ in ("conj", "appos", "advcl", "relcl") or _is_other_time(token):
            continue
        if token.dep_ == "pobj" and prepositions().get(token.head.lower_) == "place":
            mention = names.get(token.i)
            if mention is not None and mention.type in _PLACE_TYPES:
                return mention.chain
        waiting.extend(token.rights)
    return None
