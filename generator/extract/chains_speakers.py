"""Who speaks in each quotation, as far as a subject of a verb of speech beside it tells."""

from __future__ import annotations

from spacy.tokens import Token

from generator.extract.chains_binding import subject_of
from generator.extract.chains_board import Board, Draft
from generator.extract.chains_quotation import OUTSIDE, find_regions
from generator.extract.mentions_lexicons import speech_verbs


def speakers_of(board: Board) -> dict[int, Draft]:
    """Number of a quotation -> the mention of its speaker: who does the nearest verb of speech outside it, in a sentence it touches."""
    regions = find_regions(board.doc)
    by_head = {draft.head: draft for draft in board.drafts if not draft.is_demonym}
    found: dict[int, Draft] = {}
    for sent in board.doc.sents:
        inside = sorted({regions[token.i] for token in sent} - {OUTSIDE})
        verbs = [token for token in sent if regions[token.i] == OUTSIDE and _is_speech(token)] if inside else []
        for region in inside:
            at = [token.i for token in sent if regions[token.i] == region]
            speaker = _nearest_speaker(by_head, verbs, at[0], at[-1])
            if speaker is not None:
                found.setdefault(region, speaker)
    for region in range(1, max(regions, default=OUTSIDE) + 1):
        # Words that go on after "he said." in the same paragraph are still his.
        if region not in found and region - 1 in found and _in_one_paragraph(board, regions, region):
            found[region] = found[region - 1]
    return found


def _is_speech(token: Token) -> bool:
    return token.tag_.startswith("VB") and token.lemma_.lower() in speech_verbs()


def _nearest_speaker(by_head: dict[int, Draft], verbs: list[Token], first: int, last: int) -> Draft | None:
    """The subject of the verb of speech nearest to the quotation in tokens `[first, last]`, if that is a mention."""
    for verb in sorted(verbs, key=lambda verb: (min(abs(verb.i - first), abs(verb.i - last)), verb.i)):
        subject = subject_of(verb)
        if subject is not None:
            return by_head.get(subject.i)
    return None


def _in_one_paragraph(board: Board, regions: list[int], region: int) -> bool:
    """Whether no line break stands between a quotation and the one before it."""
    start = regions.index(region)
    for at in range(start - 1, -1, -1):
        if regions[at] == region - 1:
            return True
        if board.doc[at].is_space:
            return False
    return False
