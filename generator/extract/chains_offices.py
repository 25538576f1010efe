"""Whom an office before a bare surname can mean: "President Holm" beside Senator Ida Holm is another Holm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.extract.chains_board import Board, Draft
from generator.extract.chains_lexicons import distinct_offices
from generator.extract.chains_names import units_of
from generator.extract.roles_phrases import find_phrases


@dataclass(frozen=True, slots=True)
class Offices:
    """Cluster of a full name -> the offices that the text gives it beside the full name, and the surnames with an office that stand
    in one sentence with it, as (office, surname): nobody is named twice so."""

    held: dict[int, frozenset[str]]
    beside: dict[int, frozenset[tuple[str, str]]]

    def select(self, board: Board, draft: Draft, owners: Sequence[Draft]) -> list[Draft]:
        """The owners of a surname that a bare surname may mean, by the office before it; of several, those who hold that office."""
        office = office_of(draft)
        if not office:
            return list(owners)
        kept = [owner for owner in owners if self._may_be(draft, office, board.root(owner))]
        return [owner for owner in kept if office in self.held.get(board.root(owner), frozenset())] or kept

    def _may_be(self, draft: Draft, office: str, root: int) -> bool:
        held = self.held.get(root, frozenset())
        if office in held:
            return True
        named_so = (office, units_of(draft.text)[0]) in self.beside.get(root, frozenset())
        return not held and not named_so


def office_of(draft: Draft) -> str:
    """The office before a name, where nobody holds another one of this list as well ("president"); or ""."""
    words = draft.mention.honorific.lower().split()
    return words[-1] if words and words[-1] in distinct_offices() else ""


def find_offices(board: Board) -> Offices:
    """The offices of all full names. Runs after the full names are joined."""
    held: dict[int, set[str]] = {}
    for phrase in find_phrases(board.doc, board.drafts):
        noun = board.doc[phrase.head].lower_
        if len(units_of(phrase.draft.text)) > 1 and noun in distinct_offices():
            held.setdefault(board.root(phrase.draft), set()).add(noun)
    frozen = {root: frozenset(offices) for root, offices in held.items()}
    return Offices(frozen, _beside(board))


def _beside(board: Board) -> dict[int, frozenset[tuple[str, str]]]:
    people = [draft for draft in board.drafts if draft.is_name and draft.mention.type == "person"]
    titled: dict[int, set[tuple[str, str]]] = {}
    for draft in people:
        words = units_of(draft.text)
        if len(words) == 1 and office_of(draft):
            titled.setdefault(draft.sentence, set()).add((office_of(draft), words[0]))
    found: dict[int, frozenset[tuple[str, str]]] = {}
    for draft in people:
        if len(units_of(draft.text)) > 1 and draft.sentence in titled:
            root = board.root(draft)
            found[root] = found.get(root, frozenset()) | titled[draft.sentence]
    return found
