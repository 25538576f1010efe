"""Sieves over precise constructs: apposition, "X is the chairman", "X was named as the host"."""

from __future__ import annotations

from generator.extract.chains_board import Board, Draft
from generator.extract.chains_descriptions import end_of_complement, named_as
from generator.extract.roles_phrases import find_phrases

_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_GAP = frozenset({",", "(", "–", "—", "-", ":"})


def join_appositions(board: Board) -> None:
    """Name and description side by side, one hangs on the other: "the minister, Ida Holm," and "Tass, the news agency,"."""
    by_head = {draft.head: draft for draft in board.drafts if draft.is_name or draft.is_nominal}
    by_end = {draft.end: draft for draft in board.drafts if draft.is_name}
    for right in board.drafts:
        token = board.doc[right.head]
        left = _explained(board, right, by_head, by_end) if token.dep_ == "appos" else None
        if (
            left is None
            or left.end > right.start
            or left.is_name == right.is_name
            or by_head.get(right.head) is not right
        ):
            continue
        first = left.end if left.is_name else end_of_complement(board.doc, left.end)
        between = [board.doc[at].text for at in range(first, right.start)]
        if between and all(text in _GAP for text in between) and not _is_subject(board, left, right):
            name, description = (left, right) if left.is_name else (right, left)
            board.join(left, right, f"{description.text} stands beside {name.text}")


def _is_subject(board: Board, left: Draft, right: Draft) -> bool:
    """Whether the right one rather opens the clause after a fronted phrase: "Like Ida Holm, the minister is ..."; an apposition
    there ends with a comma."""
    doc = board.doc
    opening = doc[left.start].sent.start
    while doc[opening].tag_ in ("CC", "RB"):
        opening += 1
    if doc[opening].tag_ != "IN" or doc[left.head].head.i != opening or doc[left.head].dep_ != "pobj":
        return False
    after = end_of_complement(doc, right.end)
    while after < len(doc) and doc[after].is_quote:
        after += 1
    return after < len(doc) and (doc[after].pos_ in ("VERB", "AUX") or doc[after].tag_ == "MD")


def _explained(board: Board, right: Draft, by_head: dict[int, Draft], by_end: dict[int, Draft]) -> Draft | None:
    """What an apposition explains: the phrase that it hangs on, or an organization right before it, where that phrase is somebody
    ("a founder of X, the law firm": the founder is no firm)."""
    left = by_head.get(board.doc[right.head].head.i)
    nearest = by_end.get(right.start - 1)
    if right.mention.type == "organization" and nearest is not None and nearest.mention.type == "organization":
        return nearest
    return left


def join_copulas(board: Board) -> None:
    """A definite description in "X is the chairman of Y", "X will be the host", "they named X as the host"."""
    by_head = {draft.head: draft for draft in board.drafts if draft.is_nominal}
    named = {draft.head: draft for draft in board.drafts if draft.is_name and draft.mention.type == "person"}
    for nominal in by_head.values():
        made = named_as(board.doc[nominal.head])
        if made is not None and made.i in named and nominal.mention.type == "person" and is_definite(board, nominal):
            board.join(named[made.i], nominal, f"{named[made.i].text} is said to be {nominal.text}")
    for phrase in find_phrases(board.doc, board.drafts):
        said = by_head.get(phrase.head)
        if said is not None and phrase.kind != "title" and is_definite(board, said):
            board.join(phrase.draft, said, f"{phrase.draft.text} is said to be {said.text}")


def is_definite(board: Board, draft: Draft) -> bool:
    """Whether the text takes it as known: "the minister", "Norway's minister"."""
    first = board.doc[draft.start]
    if first.lower_ in _DEFINITE:
        return True
    return any(child.dep_ == "poss" and child.tag_ != "PRP$" for child in board.doc[draft.head].lefts)
