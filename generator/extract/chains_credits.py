"""Captions: lines that end in the credit of a picture stand between the paragraphs, and nobody takes up what they say."""

from __future__ import annotations

from spacy.tokens import Doc

from generator.extract.chains_board import Board, Draft
from generator.extract.chains_lexicons import credit_words

_JOINTS = frozenset({":", "by"})


def find_credits(board: Board) -> frozenset[int]:
    """The numbers of the drafts in lines that end in a credit ("REUTERS/Ida Holm", "(Ida Holm/AP)", "Photo: Ida Holm"): captions."""
    lines = _lines(board.doc)
    outlets = {
        at
        for draft in board.drafts
        if draft.is_name and draft.mention.type == "organization"
        for at in range(draft.start, draft.end)
    }
    marked = {
        lines[draft.start]
        for draft in board.drafts
        if draft.is_name and draft.mention.type == "person" and _is_credit(board.doc, draft, outlets)
    }
    return frozenset(draft.index for draft in board.drafts if lines[draft.start] in marked)


def _lines(doc: Doc) -> list[int]:
    """The number of the line in which each token stands."""
    numbers, line = [], 0
    for token in doc:
        numbers.append(line)
        line += token.is_space and "\n" in token.text
    return numbers


def _is_credit(doc: Doc, draft: Draft, outlets: set[int]) -> bool:
    before, after = draft.start - 1, draft.end
    if after + 1 < len(doc) and doc[after].text == "/" and _is_source(doc, after + 1, outlets):
        return True
    if before < 1:
        return False
    if doc[before].text == "/":
        return _is_source(doc, before - 1, outlets)
    return doc[before].lower_ in _JOINTS and doc[before - 1].lower_ in credit_words()


def _is_source(doc: Doc, at: int, outlets: set[int]) -> bool:
    return at in outlets or (doc[at].text.isupper() and len(doc[at].text) > 1)
