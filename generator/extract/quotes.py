"""Quotes: somebody's words, with the cue that reports them and who speaks."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from generator.extract.quotes_cues import find_cues
from generator.extract.quotes_direct import find_drafts
from generator.extract.quotes_drafts import Draft, inside_of, segments_of
from generator.extract.quotes_indirect import find_indirect
from generator.extract.quotes_labels import find_turns
from generator.extract.quotes_links import Frame
from generator.extract.quotes_marks import Quotation, find_quotations
from generator.extract.quotes_speakers import Speakers
from generator.model import Chain, Mention, Quote, Sentence


def find_quotes(
    doc: Doc, sentences: Sequence[Sentence], mentions: Sequence[Mention], chains: Sequence[Chain]
) -> tuple[Quote, ...]:
    """The quotes of an article in text order, ids "q0", "q1" ...

    Direct (words in quotation marks), mixed (a reported clause with some words in quotation marks) and indirect (a
    reported clause without marks). Words in quotation marks that nobody is found to say (scare quotes, titles, banners)
    are none.
    """
    text = doc.text  # spaCy builds it anew at each call
    speakers = Speakers(doc, mentions, chains)
    turns = find_turns(text, speakers)
    quotations = [item for item in find_quotations(text) if not _within(item, turns)]
    segments = segments_of(doc, quotations)
    inside = inside_of(doc, segments)
    cues = find_cues(doc, inside)
    phrases = {cue.first.i: cue for cue in cues.values() if cue.kind == "preposition"}
    frame = Frame(doc, text, segments, inside, cues, speakers, phrases)
    marked = [*turns, *find_drafts(frame)]
    drafts = sorted([*marked, *find_indirect(frame, marked)], key=lambda draft: draft.spans)
    return tuple(_quote(f"q{number}", draft, sentences) for number, draft in enumerate(drafts))


def _within(item: Quotation, turns: Sequence[Draft]) -> bool:
    """Whether a quotation overlaps a turn of a transcript, which is a quote as a whole."""
    return any(span.start < item.outer_end and item.outer_start < span.end for turn in turns for span in turn.spans)


def _quote(key: str, draft: Draft, sentences: Sequence[Sentence]) -> Quote:
    touched = tuple(item.id for item in sentences if any(item.span.overlaps(span) for span in draft.spans))
    return Quote(
        id=key,
        spans=draft.spans,
        quoted=draft.quoted,
        cue=draft.cue,
        speaker=draft.speaker.chain if draft.speaker else None,
        speaker_span=draft.speaker.span if draft.speaker else None,
        kind=draft.kind,
        relayed_by=draft.relayed_by,
        sentences=touched,
    )
