"""Who is who and what is what, across all articles."""

from __future__ import annotations

from collections.abc import Sequence

from generator.config import Config
from generator.model import Article, Decision, Extraction, KnowledgeBase, Problem
from generator.resolve.accounts import compare_accounts
from generator.resolve.collector import collector_paused
from generator.resolve.decisions import Rulings, find_rulings
from generator.resolve.entities import resolve_entities
from generator.resolve.events import resolve_events
from generator.resolve.profiles import make_profiles
from generator.resolve.utterances import resolve_utterances


def resolve(
    articles: Sequence[Article],
    extractions: Sequence[Extraction],
    problems: Sequence[Problem],
    config: Config,
    decisions: Sequence[Decision] = (),
) -> KnowledgeBase:
    """The knowledge base of `articles`, whose extractions stand in the same order. The order itself changes nothing.

    `decisions` of people stand above the machine's; its problems are the given ones and those of the decisions.
    """
    by_id = {article.id: article for article in sorted(articles, key=lambda item: item.id)}
    found = {extraction.article: extraction for extraction in sorted(extractions, key=lambda item: item.article)}
    with collector_paused():
        rulings = find_rulings(decisions, make_profiles(by_id, found), by_id) if decisions else Rulings()
        entities, entity_of = resolve_entities(by_id, found, config.min_mentions, rulings)
        events, event_of = resolve_events(by_id, found, entities, entity_of)
        utterances = resolve_utterances(by_id, found, entity_of)
        told = (*problems, *rulings.problems)
        merged = KnowledgeBase(by_id, found, entities, events, utterances, entity_of, event_of, told)
        return compare_accounts(merged)
