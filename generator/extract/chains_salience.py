"""Who is in the reader's mind: subjects of the sentences just read."""

from __future__ import annotations

from collections.abc import Iterator

from generator.extract.chains_board import Board, Draft

SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def is_subject(board: Board, draft: Draft) -> bool:
    """Whether it is the subject of a clause."""
    token = board.doc[draft.head]
    while token.dep_ == "conj" and token.head.i < token.i:  # "Holm and Lund left": both are
        token = token.head
    return token.dep_ in SUBJECTS


def subjects_of(board: Board, draft: Draft) -> set[int]:
    """Clusters that are a subject in the nearest of the two sentences before this draft which has people as subjects."""
    for distance in (1, 2):
        found = {
            board.root(other)
            for other in _before(board, draft)
            if other.sentence == draft.sentence - distance
            and is_subject(board, other)
            and board.of(other).families == {"person"}
        }
        if found:
            return found
    return set()


def window(board: Board, draft: Draft, sentences: int) -> Iterator[Draft]:
    """The drafts before this one, the nearest first, as far back as so many sentences."""
    for index in range(draft.index - 1, -1, -1):
        other = board.drafts[index]
        if draft.sentence - other.sentence > sentences:
            return
        if other.end <= draft.start:
            yield other


def _before(board: Board, draft: Draft) -> list[Draft]:
    """The drafts of the two sentences before this one, without looking further back."""
    found = []
    for index in range(draft.index - 1, -1, -1):
        other = board.drafts[index]
        if draft.sentence - other.sentence > 2:
            break
        found.append(other)
    return found
