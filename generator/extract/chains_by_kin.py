"""The sieve over relatives: "his daughter" again, "Holm's wife" and "his wife", "his wife Ida" and "his wife"."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Token

from generator.extract.chains_board import Board, Draft
from generator.extract.chains_descriptions import plain_word
from generator.extract.mentions_lexicons import kin_nouns


def join_relatives(board: Board) -> None:
    """The same kin of the same person. Runs after the pronouns, which say whose kin it is."""
    seen: dict[tuple[int, str], Draft] = {}
    heads = {draft.head: draft for draft in board.drafts if draft.mention.type == "person"}
    starts = {draft.start: draft for draft in board.drafts if draft.mention.kind == "pronoun"}
    for draft in board.drafts:
        noun = _kin_noun(board, draft)
        owner = _owner(board, draft, noun, heads, starts) if noun is not None else None
        if noun is None or owner is None or board.of(owner).families != {"person"}:
            continue
        word = plain_word(noun)
        first = seen.setdefault((board.root(owner), word), draft)
        if board.root(owner) not in (board.root(first), board.root(draft)):
            board.join(first, draft, f"{draft.text} is the {word} of the same person")


def _kin_noun(board: Board, draft: Draft) -> Token | None:
    """The noun that says whose kin it is: its head, or a title before a name ("her father Bent")."""
    token = board.doc[draft.head]
    if draft.is_name and draft.start and draft.mention.type == "person":
        token = board.doc[draft.start - 1]
    elif not draft.is_nominal:
        return None
    return token if token.tag_ == "NN" and plain_word(token) in kin_nouns() else None


def _owner(
    board: Board, draft: Draft, noun: Token, heads: Mapping[int, Draft], starts: Mapping[int, Draft]
) -> Draft | None:
    holders = (noun, board.doc[draft.head])  # "her" hangs on the kin noun, or on the name after it
    owners = (child for holder in holders for child in holder.lefts if child.dep_ == "poss" and child.i < noun.i)
    first = next(owners, None)
    return None if first is None else starts.get(first.i) or heads.get(first.i)
