"""Findings of all articles by chain, made once: (article id, chain id) -> what is found of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.model import EventMention, Extraction, Mention, Role

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tables:
    """Mentions and roles stand in text order.

    acting  chains that speak or pass words on, tell of an event, take part in the main event, have a role, or give somebody one
    """

    mentions: Mapping[Key, tuple[Mention, ...]]
    roles: Mapping[Key, tuple[Role, ...]]
    acting: frozenset[Key]


def make_tables(extractions: Mapping[str, Extraction]) -> Tables:
    """The tables of all articles."""
    mentions: dict[Key, list[Mention]] = defaultdict(list)
    roles: dict[Key, list[Role]] = defaultdict(list)
    acting: set[Key] = set()
    for article, found in extractions.items():
        for mention in sorted(found.mentions, key=lambda item: (item.span.start, item.span.end, item.id)):
            mentions[article, mention.chain].append(mention)
        for role in sorted(found.roles, key=lambda item: (item.span.start, item.span.end)):
            roles[article, role.chain].append(role)
            if role.kind != "kin":
                acting |= {(article, role.chain), (article, role.org)}
        acting |= {(article, chain) for quote in found.quotes for chain in (quote.speaker, quote.relayed_by) if chain}
        acting |= {(article, chain) for event in found.events for chain in _acting_in(event)}
    return Tables(
        {key: tuple(items) for key, items in mentions.items()},
        {key: tuple(items) for key, items in roles.items()},
        frozenset(key for key in acting if key[1]),
    )


def _acting_in(event: EventMention) -> Iterator[str]:
    if event.attribution:
        yield event.attribution
    if event.main:
        yield from (argument.chain for argument in event.arguments if argument.chain)
