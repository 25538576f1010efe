"""Whether the clauses of several accounts tell the same happening."""

from __future__ import annotations

from collections.abc import Mapping

from generator.model import Event, EventMention, KnowledgeBase
from generator.resolve.accounts_actors import ROLES
from generator.resolve.utterances_words import content_words, split_words, stem

# (article id, the mention whose clause tells it)
Telling = tuple[str, EventMention]


def tell_the_same(kb: KnowledgeBase, event: Event, best: Mapping[str, EventMention]) -> bool:
    """Whether each of these mentions (article id -> mention) tells what another one tells, so that all hang together."""
    found = sorted(best.items())
    reached, waiting = {found[0][0]}, [found[0]]
    while waiting:
        one = waiting.pop()
        for other in found:
            if other[0] not in reached and _same(kb, event, one, other):
                reached.add(other[0])
                waiting.append(other)
    return len(reached) == len(found)


def _same(kb: KnowledgeBase, event: Event, one: Telling, other: Telling) -> bool:
    """Whether two clauses share somebody who takes part, or a word beside that for the happening, or their sentences are aligned."""
    if any(
        {(cell.article, cell.sentence) for cell in group.cells} >= {_place(one), _place(other)}
        for group in event.shared
    ):
        return True
    return bool(_people(kb, *one) & _people(kb, *other)) or bool(_things(one[1]) & _things(other[1]))


def _place(told: Telling) -> tuple[str, str]:
    article, mention = told
    return article, mention.sentence


def _people(kb: KnowledgeBase, article: str, mention: EventMention) -> set[str]:
    """The entities that take part, or that the clause names."""
    chains = {item.chain for item in mention.arguments if item.role in ROLES and item.chain}
    named = (item for item in kb.extractions[article].mentions if item.sentence == mention.sentence and not item.via)
    chains |= {item.chain for item in named if item.kind != "pronoun" and mention.clause.covers(item.span)}
    return {kb.entity_of[article, chain] for chain in chains if (article, chain) in kb.entity_of}


def _things(mention: EventMention) -> frozenset[str]:
    """The stems of the words that tell who and what takes part, and of the clause's other words that say something."""
    own = {stem(word) for word in split_words(mention.trigger.text)}
    heads = {stem(item.head) for item in mention.arguments if item.role in ROLES and item.head}
    return (content_words(split_words(mention.clause.text)) | heads) - own
