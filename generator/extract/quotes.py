"""Quotes: somebody's words, with the cue that reports them and who speaks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from generator.extract.quotes_blocks import find_blocks
from generator.extract.quotes_cues import find_cues
from generator.extract.quotes_direct import find_drafts
from generator.extract.quotes_drafts import Cover, Draft, inside_of, segments_of
from generator.extract.quotes_frame import Frame
from generator.extract.quotes_indirect import find_indirect
from generator.extract.quotes_interview import find_answers
from generator.extract.quotes_labels import find_turns
from generator.extract.quotes_marks import find_quotations
from generator.extract.quotes_posts import find_posts
from generator.extract.quotes_speakers import Speakers
from generator.extract.quotes_unspoken import find_unspoken
from generator.model import Chain, Mention, Quote, Sentence, Span


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
    turns = (*(find_turns(text, speakers) or find_answers(text, speakers)), *find_posts(doc, text, speakers))
    spoken = Cover(len(text))
    for span in (span for turn in turns for span in turn.spans):
        spoken.add(span.start, span.end)
    # A turn of a transcript and a post are quotes as a whole.
    quotations = [item for item in find_quotations(text) if not spoken.meets(item.outer_start, item.outer_end)]
    segments = segments_of(doc, quotations)
    inside = inside_of(doc, segments)
    cues = find_cues(doc, inside)
    phrases = {cue.first.i: cue for cue in cues.values() if cue.kind == "preposition"}
    frame = Frame(doc, text, segments, inside, cues, speakers, phrases)
    frame = replace(frame, unspoken=find_unspoken(frame))
    marked = [*turns, *find_blocks(frame, spoken), *find_drafts(frame)]
    drafts = sorted([*marked, *find_indirect(frame, marked)], key=lambda draft: draft.spans)
    return tuple(_quote(f"q{number}", draft, sentences) for number, draft in enumerate(drafts))


def _quote(key: str, draft: Draft, sentences: Sequence[Sentence]) -> Quote:
    touched = {number: None for span in draft.spans for number in _touched(span, sentences)}
    return Quote(
        id=key,
        spans=draft.spans,
        quoted=draft.quoted,
        cue=draft.cue,
        speaker=draft.speaker.chain if draft.speaker else None,
        speaker_span=draft.speaker.span if draft.speaker else None,
        kind=draft.kind,
        relayed_by=draft.relayed_by,
        sentences=tuple(sentences[number].id for number in sorted(touched)),
        form=draft.form,
        speakers=draft.speaker.together if draft.speaker else (),
    )


def _touched(span: Span, sentences: Sequence[Sentence]) -> Iterator[int]:
    """The places of the sentences that share a character with the span; sentences are in text order."""
    number = max(0, bisect_right(sentences, span.start, key=lambda item: item.span.start) - 1)
    while number < len(sentences) and sentences[number].span.start < span.end:
        if sentences[number].span.overlaps(span):
            yield number
        number += 1
