"""The sieve over second names: "Ida Holm, also known as Storm"."""

from __future__ import annotations

from spacy.tokens import Token

from generator.extract.chains_board import Board, Draft

_CALLED = frozenset({"known", "nicknamed", "dubbed", "aka", "a.k.a.", "a.k.a"})
_BEFORE_NAME = frozenset({"det", "compound", "punct"})
_AS, _MAX_BACK = "as", 4


def join_aliases(board: Board) -> None:
    """A person's second name to the first, where the text says that it is one; all other mentions of it go along."""
    named = {draft.head: draft for draft in board.drafts if draft.is_name and draft.mention.type == "person"}
    for alias in list(named.values()):
        calling = _calling(board, alias)
        owner = named.get(calling.head.i) if calling is not None and calling.dep_ in ("acl", "appos") else None
        if owner is None or owner.end > alias.start or " " in alias.text:
            continue
        board.of(alias).names.clear()  # the text itself says that the names differ
        board.join(owner, alias, f"{owner.text} is said to be known as {alias.text}")


def _calling(board: Board, alias: Draft) -> Token | None:
    """The word right before a name that says that it is a second one; past titles, articles and opening marks."""
    at = alias.start - 1
    while at > max(0, alias.start - _MAX_BACK) and board.doc[at].dep_ in _BEFORE_NAME:
        at -= 1
    if at > 0 and board.doc[at].lower_ == _AS:
        at -= 1
    word = board.doc[max(0, at)]
    return word if word.lower_ in _CALLED and word.sent == board.doc[alias.start].sent else None
