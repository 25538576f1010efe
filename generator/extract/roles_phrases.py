"""Where a text says what somebody is: a title before the name, an apposition, "X is the ...",
"in his role as". In tokens."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from generator.extract.chains_board import Draft
from generator.extract.roles_appositions import find_appositions
from generator.extract.roles_capacities import find_capacities
from generator.extract.roles_found import RolePhrase, is_office, people
from generator.extract.roles_predicates import find_predicates
from generator.extract.roles_titles import find_titles

__all__ = ["RolePhrase", "find_phrases", "is_office"]


def find_phrases(doc: Doc, drafts: Sequence[Draft]) -> list[RolePhrase]:
    """All role phrases of people's names, name by name in text order."""
    taken = {at for draft in drafts if draft.is_name for at in range(draft.start, draft.end)}
    names_at = {draft.start: draft for draft in drafts if draft.is_name}
    found: list[RolePhrase] = []
    for draft in people(drafts):
        found.extend(find_titles(doc, draft, taken))
        found.extend(find_appositions(doc, draft, names_at))
        found.extend(find_predicates(doc, draft))
        found.extend(find_capacities(doc, draft))
    return found
