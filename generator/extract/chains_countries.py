"""Which countries a text ties its people to: "the British minister" is nobody who is spoken of with Norway only."""

from __future__ import annotations

from dataclasses import dataclass

from generator.extract.chains_board import Board, Draft
from generator.extract.chains_descriptions import Description

Roles = dict[str, list[tuple[Draft, Description]]]  # head noun -> who has such a role, and its words


@dataclass(frozen=True, slots=True)
class Countries:
    """Cluster of a person -> the codes of the countries in the roles that the text attests, and of all those that stand in the
    sentences that name the person."""

    held: dict[int, frozenset[str]]
    beside: dict[int, frozenset[str]]

    def is_foreign(self, board: Board, said: Description, item: tuple[Draft, Description]) -> bool:
        """Whether a description names a country that is not this person's, though the role leaves its country open."""
        owner, role = item
        if not said.codes or said.codes & role.codes:
            return False
        root = board.root(owner)
        known = self.held.get(root) or self.beside.get(root)
        return bool(known) and not said.codes & (known or frozenset())


def find_countries(board: Board, roles: Roles) -> Countries:
    """The countries of all people of an article with attested roles."""
    spoken: dict[int, set[str]] = {}
    for draft in board.drafts:
        if draft.code:
            spoken.setdefault(draft.sentence, set()).add(draft.code)
    held: dict[int, frozenset[str]] = {}
    for owner, role in (item for same in roles.values() for item in same):
        root = board.root(owner)
        held[root] = held.get(root, frozenset()) | role.codes
    beside: dict[int, frozenset[str]] = {}
    for draft in board.drafts:
        if draft.is_name and board.root(draft) in held:
            root = board.root(draft)
            beside[root] = beside.get(root, frozenset()) | spoken.get(draft.sentence, set())
    return Countries(held, beside)
