"""Nouns that are no mentions, but that "it" and "they" may stand for: with one of them about as near, a mention is not believed."""

from __future__ import annotations

from spacy.tokens import Token

from generator.extract.chains_board import Board, Draft
from generator.extract.chains_salience import SUBJECTS

_SINGULAR, _PLURAL = frozenset({"NN", "NNP"}), frozenset({"NNS", "NNPS"})
_ROLES = SUBJECTS | {"dobj"}


def find_rivals(board: Board) -> dict[int, list[Token]]:
    """Sentence number -> the nouns in it that are subject or object and no head of a name or description of a single thing.

    Plural and coordinated nouns count even when they are mentions: several together are no one of them.
    """
    heads = {draft.head for draft in board.drafts if draft.mention.kind != "pronoun" and not draft.is_demonym}
    found: dict[int, list[Token]] = {}
    for number, sent in enumerate(board.doc.sents):
        rivals = [token for token in sent if token.dep_ in _ROLES and (token.i not in heads or is_several(token))]
        found[number] = [token for token in rivals if token.tag_ in _SINGULAR | _PLURAL]
    return found


def is_several(token: Token) -> bool:
    """Whether it is coordinated ("Holm and Lund")."""
    return any(child.dep_ == "conj" for child in token.children)


def rivals_of(rivals: dict[int, list[Token]], draft: Draft, plural: bool, sentences: int) -> list[tuple[Token, int]]:
    """The rivals before a pronoun that go with its number, and how many sentences back each stands."""
    return [
        (token, back)
        for back in range(sentences + 1)
        for token in rivals.get(draft.sentence - back, ())
        if token.i < draft.start and (token.tag_ in _PLURAL or is_several(token)) == plural
    ]
