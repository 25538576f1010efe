"""Sieves over descriptions with other words: a headline's and the body's, and nouns for the same people ("the boy", "the child")."""

from __future__ import annotations

from generator.extract.chains_board import Board, Draft
from generator.extract.chains_descriptions import Description, country_tokens, describe, is_told_apart, plain_word
from generator.extract.chains_lexicons import like_nouns
from generator.extract.chains_salience import window

# Sentences at the beginning of the body in which a headline's people are introduced; in which a like noun is taken up.
_LEAD, _WINDOW = 4, 4
_DEFINITE = frozenset({"the", "this", "that"})


def join_headline(board: Board) -> None:
    """Somebody in the headline to the first one at the beginning of the body whose description holds all that the headline says:
    "Danish Girl" and "a 16-year-old Danish girl"."""
    end = end_of_headline(board)
    codes_at = country_tokens(board.drafts)
    described = [
        (draft, describe(board.doc, draft.start, draft.end, draft.head, codes_at))
        for draft in board.drafts
        if draft.sentence <= _LEAD and draft.is_nominal and draft.mention.type == "person"
    ]
    above = [item for item in described if item[0].start < end]
    below = [item for item in described if item[0].start >= end]
    for draft, said in above:
        fitting = [other for other, role in below if _tells(said, role)]
        rivals = [other for other, role in above if role.head == said.head]
        if fitting and len(rivals) == 1 and len({board.root(other) for other in fitting}) == 1:
            board.join(fitting[0], draft, f"the headline speaks of {fitting[0].text}")


def _tells(said: Description, role: Description) -> bool:
    return said.fits(role) and said.codes <= role.codes


def end_of_headline(board: Board) -> int:
    """The token after the first line, when that is no whole sentence; else 0."""
    for token in board.doc:
        if token.is_space and "\n" in token.text:
            return token.i if token.i and board.doc[token.i - 1].text not in (".", "”", '"') else 0
    return 0


def join_likes(board: Board) -> None:
    """ "The child" to the only boy, girl, child of the sentences before, if no other noun for a child stands there for another one."""
    for draft in board.drafts:
        noun = plain_word(board.doc[draft.head])
        if noun not in like_nouns() or not _is_plain(board, draft) or board.of(draft).names:
            continue
        likes = [other for other in window(board, draft, _WINDOW) if _is_like(board, other, noun)]
        if likes and len({board.root(other) for other in likes}) == 1 and board.of(likes[0]) is not board.of(draft):
            board.join(likes[0], draft, f"{draft.text} is another word for {likes[0].text}")


def _is_plain(board: Board, draft: Draft) -> bool:
    if not draft.is_nominal or draft.mention.type != "person" or draft.end - draft.start != 2:
        return False
    return board.doc[draft.start].lower_ in _DEFINITE and not is_told_apart(board.doc, draft.head)


def _is_like(board: Board, other: Draft, noun: str) -> bool:
    if not other.is_nominal or other.mention.type != "person":
        return False
    like = plain_word(board.doc[other.head])
    return like == noun or like in like_nouns()[noun]
