"""Who speaks in each quotation, as far as a subject of a verb of speech beside it tells."""

from __future__ import annotations

from spacy.tokens import Token

from generator.extract.chains_board import Board, Draft
from generator.extract.chains_quotation import OUTSIDE, find_regions
from generator.extract.chains_salience import SUBJECTS
from generator.extract.mentions_lexicons import speech_verbs


def speakers_of(board: Board) -> dict[int, Draft]:
    """Number of a quotation -> the mention of its speaker: the subject of a verb of speech outside it, in a sentence it touches."""
    regions = find_regions(board.doc)
    by_head = {draft.head: draft for draft in board.drafts if not draft.is_demonym}
    found: dict[int, Draft] = {}
    for sent in board.doc.sents:
        inside = sorted({regions[token.i] for token in sent} - {OUTSIDE})
        if not inside:
            continue
        speaker = _subject_of_speech(by_head, [token for token in sent if regions[token.i] == OUTSIDE])
        for region in inside:
            if speaker is not None:
                found.setdefault(region, speaker)
    for region in range(1, max(regions, default=OUTSIDE) + 1):
        # Words that go on after "he said." in the same paragraph are still his.
        if region not in found and region - 1 in found and _in_one_paragraph(board, regions, region):
            found[region] = found[region - 1]
    return found


def _in_one_paragraph(board: Board, regions: list[int], region: int) -> bool:
    """Whether no line break stands between a quotation and the one before it."""
    start = regions.index(region)
    for at in range(start - 1, -1, -1):
        if regions[at] == region - 1:
            return True
        if board.doc[at].is_space:
            return False
    return False


def _subject_of_speech(by_head: dict[int, Draft], tokens: list[Token]) -> Draft | None:
    for token in tokens:
        if token.dep_ in SUBJECTS and token.head.lemma_.lower() in speech_verbs() and token.i in by_head:
            return by_head[token.i]
    return None
