"""Coreference inside an article: which mentions are one, and why.

A sieve of deterministic passes, the most precise first (Lee et al. 2013, "Deterministic coreference resolution based on
entity-centric, precision-ranked rules"). Each pass sees the clusters that the passes before it made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from generator.extract.chains_board import Board, make_board
from generator.extract.chains_by_age import join_ages
from generator.extract.chains_by_alias import join_aliases
from generator.extract.chains_by_construct import join_appositions, join_copulas
from generator.extract.chains_by_going_on import join_going_on
from generator.extract.chains_by_kin import join_relatives
from generator.extract.chains_by_kind import join_generic
from generator.extract.chains_by_lead import join_leads
from generator.extract.chains_by_likeness import join_headline, join_likes
from generator.extract.chains_by_name import (
    join_acronyms,
    join_countries,
    join_equal_names,
    join_full_names,
    join_head_names,
    join_places,
    join_ships,
    join_short_names,
    join_surnames,
)
from generator.extract.chains_by_pronoun import join_pronouns
from generator.extract.chains_by_role import (
    join_epithets,
    join_equal_heads,
    join_name_heads,
    join_roles,
)
from generator.extract.chains_drafts import make_drafts
from generator.extract.chains_finish import finish
from generator.model import Chain, Mention

_BY_NAME: tuple[Callable[[Board], None], ...] = (
    join_equal_names,
    join_countries,
    join_places,
    join_acronyms,
    join_full_names,
    join_surnames,
    join_short_names,
    join_ships,
    join_head_names,
)
_BY_DESCRIPTION: tuple[Callable[[Board], None], ...] = (
    join_aliases,
    join_appositions,
    join_copulas,
    join_ages,
    join_roles,
    join_leads,
    join_going_on,
    join_headline,
    join_name_heads,
    join_equal_heads,
    join_likes,
    join_generic,
    join_epithets,
    join_pronouns,
    join_relatives,
)


def find_chains(doc: Doc, mentions: Sequence[Mention]) -> tuple[tuple[Mention, ...], tuple[Chain, ...]]:
    """The mentions with their chain and its type, and the chains "c0", "c1" ... in the order of their first mentions.

    Every mention that comes back has a chain. Pronouns and places that stay unresolved are left out; so the ids of the mentions
    may have gaps. A chain without a name has the name "".
    """
    board = make_board(doc, make_drafts(doc, mentions))
    for sieve in _BY_NAME:
        sieve(board)
    board.names_settled = True
    for sieve in _BY_DESCRIPTION:
        sieve(board)
    chains = finish(board)
    owner = {key: chain for chain in chains for key in chain.mentions}
    kept = tuple(
        replace(mention, chain=owner[mention.id].id, type=owner[mention.id].type)
        for mention in mentions
        if mention.id in owner
    )
    return kept, chains
