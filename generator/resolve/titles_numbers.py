"""What the texts show of words for headlines: which names take a plural verb, and which words are verbs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from generator.model import Article, EventMention, Extraction
from generator.resolve.titles_words import third_person, words

_SUBJECTS = frozenset({"agent", "patient"})
_VERB_TAG = "VB"
_TAGS = {"VBZ": -1, "VBP": 1}


def plural_names(
    articles: Mapping[str, Article], extractions: Mapping[str, Extraction], entity_of: Mapping[tuple[str, str], str]
) -> dict[str, bool]:
    """Entity id -> whether its name takes a plural verb ("the Reds have won"), by the verb forms that most clauses give it."""
    votes: dict[str, int] = defaultdict(int)
    for key in sorted(extractions):
        for mention in extractions[key].events:
            subjects = _subjects(mention)
            if len(subjects) == 1 and (entity := entity_of.get((key, subjects[0]))) is not None:
                votes[entity] += _number(mention, articles[key].text)
    return {entity: vote > 0 for entity, vote in votes.items() if vote}


def _subjects(mention: EventMention) -> list[str]:
    """Chains of what stands before the predicate in the role of its subject; "" for one without a chain."""
    role, verb = "patient" if mention.passive else "agent", mention.predicate
    return [
        item.chain or "" for item in mention.arguments if item.role == role and verb and item.span.end <= verb.start
    ]


def _number(mention: EventMention, text: str) -> int:
    if mention.tag in _TAGS:
        return _TAGS[mention.tag]
    before = (
        text[max(0, mention.predicate.start - 20) : mention.predicate.start].rsplit(None, 1)[-1:]
        if mention.predicate
        else []
    )
    word = before[0].lower() if before else ""
    return (word in words("plural_auxiliaries")) - (word in words("singular_auxiliaries"))


def is_told_in_past(mention: EventMention) -> bool | None:
    """Whether the subject is a plural, of a clause in the past tense that is no participle for sure; None of any other clause.

    In a headline "staff busted" may mean that they were: only a verb with an object or one that needs none counts.
    """
    verb = mention.predicate
    if verb is None or mention.passive or mention.tag != "VBD" or mention.modality != "asserted":
        return None
    agents = [item for item in mention.arguments if item.role in _SUBJECTS and item.span.end <= verb.start]
    whole = mention.verb in words("intransitive") or any(
        item.role == "patient" and item.span.start >= verb.end for item in mention.arguments
    )
    return agents[0].plural or len(agents) > 1 if agents and whole else None


def verb_forms(extractions: Mapping[str, Extraction]) -> frozenset[str]:
    """All words that the texts use as verbs of events, and the present forms of their verbs, lower case.

    The plain form is left out where it tells events as a noun too: "deal" makes no sentence of "a big deal".
    """
    mentions = [mention for item in extractions.values() for mention in item.events]
    nouns = {mention.lemma for mention in mentions if mention.predicate != mention.trigger}
    verbal = [mention for mention in mentions if mention.predicate is not None and mention.tag.startswith(_VERB_TAG)]
    used = {mention.predicate.text.lower() for mention in verbal if mention.predicate is not None}
    verbs = {mention.verb for mention in verbal}
    return frozenset((used | verbs) - nouns | {third_person(verb) for verb in verbs})
