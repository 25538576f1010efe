"""Direct and mixed quotes: words in quotation marks, joined with the cue that reports them."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from generator.extract.quotes_content import content_around
from generator.extract.quotes_cues import Cue
from generator.extract.quotes_drafts import Draft, Segment, cue_span, relay_of
from generator.extract.quotes_links import Frame, Link, displayed, link
from generator.model import QuoteKind, Span

MIN_WORDS_WITHOUT_CUE = 3
WHOLE_SHARE = 0.85
_TERMINAL = frozenset(".?!…")


def find_drafts(frame: Frame) -> list[Draft]:
    """A draft for every cue that reports words in quotation marks, and for quotations that go on without one."""
    links = [None if displayed(frame, number) else link(frame, number) for number in range(len(frame.segments))]
    drafts: list[Draft] = []
    for numbers in _together(frame, links):
        drafts.append(_draft(frame, numbers, links))
    return drafts


def _together(frame: Frame, links: Sequence[Link | None]) -> list[list[int]]:
    """Numbers of the segments that one cue reports in one sentence, with the paragraphs that continue them."""
    groups: dict[int, list[int]] = {}
    found: list[list[int]] = []
    for number, item in enumerate(links):
        if item is None:
            continue
        key = item.cue.head.i
        if key not in groups:
            groups[key] = []
            found.append(groups[key])
        groups[key].append(number)
    return found


def _draft(frame: Frame, numbers: Sequence[int], links: Sequence[Link | None]) -> Draft:
    segments = [frame.segments[number] for number in numbers]
    found = [item for number in numbers if (item := links[number]) is not None]
    cue = found[0].cue
    quoted = tuple(_inner(frame.doc, segment) for segment in segments)
    kind, spans = _content(frame.doc, cue, found, segments, quoted)
    speaker = frame.speakers.resolve(cue.speaker) if cue.speaker is not None else None
    return Draft(spans, quoted, cue_span(frame.doc, cue), speaker, kind, relay_of(cue, frame.cues, frame.speakers))


def _content(
    doc: Doc, cue: Cue, links: Sequence[Link], segments: Sequence[Segment], quoted: tuple[Span, ...]
) -> tuple[QuoteKind, tuple[Span, ...]]:
    if all(item.how != "part" for item in links):
        return "direct", quoted
    spans = content_around(doc, cue, segments)
    inside = sum(span.end - span.start for span in quoted)
    if inside >= WHOLE_SHARE * sum(span.end - span.start for span in spans):
        return "direct", quoted
    return "mixed", spans


def _inner(doc: Doc, segment: Segment) -> Span:
    item = segment.quotation
    return Span(item.start, item.end, doc.text[item.start : item.end])
