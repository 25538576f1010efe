"""Direct and mixed quotes: words in quotation marks, joined with the cue that reports them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.extract.quotes_content import content_around, trimmed
from generator.extract.quotes_cues import Cue
from generator.extract.quotes_drafts import Draft, Segment, cue_span, relay_of
from generator.extract.quotes_frame import Frame, Link, previous
from generator.extract.quotes_going_on import inherited
from generator.extract.quotes_indirect import content_of, form_of
from generator.extract.quotes_links import link
from generator.extract.quotes_speakers import Speaker
from generator.model import QuoteKind, Span

MIN_WORDS = 3
WHOLE_SHARE = 0.85


def find_drafts(frame: Frame) -> list[Draft]:
    """A draft for every cue that reports words in quotation marks, and for quotations that go on without one."""
    links = _links(frame)
    drafts: list[Draft] = []
    spoken: dict[int, Draft] = {}
    for numbers in _together(frame, links):
        draft = _draft(frame, numbers, links)
        if draft.speaker is None and max(frame.segments[number].words for number in numbers) < MIN_WORDS:
            continue
        drafts.append(draft)
        spoken.update(dict.fromkeys(numbers, draft))
    for number in range(len(frame.segments)):
        if number not in spoken and number not in frame.unspoken:
            speaker = inherited(frame, number, spoken)
            if speaker is not None and frame.segments[number].words >= MIN_WORDS:
                numbers = _over_paragraphs(frame, number, spoken)
                drafts.append(_going_on(frame, numbers, speaker))
                spoken.update(dict.fromkeys(numbers, drafts[-1]))
    return drafts


def _over_paragraphs(frame: Frame, number: int, spoken: Mapping[int, Draft]) -> list[int]:
    """The number of a segment and of those that continue it in the next paragraphs."""
    stop = number + 1
    while stop < len(frame.segments) and stop not in spoken and _continues(frame, stop):
        stop += 1
    return list(range(number, stop))


def _links(frame: Frame) -> list[Link | None]:
    """The link of every segment; a quotation over several paragraphs has one, wherever its cue stands."""
    links = [None if number in frame.unspoken else link(frame, number) for number in range(len(frame.segments))]
    for number in range(1, len(links)):
        if _continues(frame, number) and links[number] is None:
            links[number] = links[number - 1]
    for number in range(len(links) - 1, 0, -1):
        if _continues(frame, number) and links[number - 1] is None:
            links[number - 1] = links[number]
    return links


def _continues(frame: Frame, number: int) -> bool:
    """Whether the segment goes on from the one before, in the paragraph right before."""
    before, item = frame.segments[number - 1].quotation, frame.segments[number].quotation
    return item.continues and not frame.text[before.outer_end : item.outer_start].strip()


def _together(frame: Frame, links: Sequence[Link | None]) -> list[list[int]]:
    """Numbers of the segments that one cue reports; separate sentences after a cue stay quotes of their own."""
    groups: dict[int, list[int]] = {}
    for number, item in enumerate(links):
        if item is not None:
            groups.setdefault(item.cue.head.i, []).append(number)
    return [_whole(frame, group, links) for group in groups.values()]


def _whole(frame: Frame, group: list[int], links: Sequence[Link | None]) -> list[int]:
    """The group; beside a whole quotation, without marks around a word or a short title elsewhere in the sentence."""
    parts = [number for number in group if (item := links[number]) is not None and item.how == "part"]
    if len(parts) == len(group):
        return group
    return [number for number in group if number not in parts or frame.segments[number].words >= MIN_WORDS]


def _draft(frame: Frame, numbers: Sequence[int], links: Sequence[Link | None]) -> Draft:
    segments = [frame.segments[number] for number in numbers]
    found = [item for number in numbers if (item := links[number]) is not None]
    cue = found[0].cue
    quoted = tuple(_inner(frame, segment) for segment in segments)
    kind, spans = _content(frame, cue, found, segments, quoted)
    speaker = frame.speakers.resolve(cue.speaker) if cue.speaker is not None else None
    form = form_of(frame, cue) if kind == "mixed" else ""
    relay = relay_of(cue, frame.cues, frame.speakers)
    return Draft(spans, quoted, cue_span(frame.text, cue), speaker, kind, relay, form)


def _content(
    frame: Frame, cue: Cue, links: Sequence[Link], segments: Sequence[Segment], quoted: tuple[Span, ...]
) -> tuple[QuoteKind, tuple[Span, ...]]:
    spans = _reported(frame, cue, links, segments)
    inside = sum(span.end - span.start for span in quoted)
    whole = inside >= WHOLE_SHARE * sum(span.end - span.start for span in spans)
    if all(item.how != "part" for item in links):
        return ("direct", quoted) if whole else ("mixed", spans)
    if whole and any(segment.words >= MIN_WORDS for segment in segments):
        return "direct", quoted
    return "mixed", spans


def _reported(frame: Frame, cue: Cue, links: Sequence[Link], segments: Sequence[Segment]) -> tuple[Span, ...]:
    """What the cue reports with these segments in it."""
    if all(item.how != "part" for item in links) and cue.kind != "preposition":
        return _from_beginning(frame, links, segments)
    spans = tuple(_with_marks(frame, span, segments) for span in content_of(frame, cue))
    if all(any(_covers(span, segment) for span in spans) for segment in segments):
        return spans
    return content_around(frame.doc, frame.text, cue, segments, frame.cues)


def _from_beginning(frame: Frame, links: Sequence[Link], segments: Sequence[Segment]) -> tuple[Span, ...]:
    """The segments alone; with the beginning of the sentence where the first one only ends it: 'The law “is dead,” X said.'"""
    quoted = tuple(_inner(frame, segment) for segment in segments)
    first = frame.doc[segments[0].first]
    before = previous(frame, first.i - 1)
    starts = before is None or before < first.sent.start or frame.doc[before].is_punct
    if links[0].how != "after" or starts or not first.text[:1].islower():
        return quoted
    if any(
        frame.inside[place] >= 0 or place in frame.cues
        for place in range(first.sent.start, before + 1 if before else 0)
    ):
        return quoted
    span = trimmed(frame.text, frame.doc[first.sent.start].idx, segments[0].quotation.outer_end)
    return (span, *quoted[1:])


def _with_marks(frame: Frame, span: Span, segments: Sequence[Segment]) -> Span:
    """The span with the quotation marks of the segments that begin or end it."""
    start, end = span.start, span.end
    for item in (segment.quotation for segment in segments):
        if item.start == start or item.outer_start < start < item.end:
            start = item.outer_start
        if item.end == end or item.start < end < item.outer_end:
            end = item.outer_end
    return Span(start, end, frame.text[start:end])


def _covers(span: Span, segment: Segment) -> bool:
    return span.start <= segment.quotation.outer_start and segment.quotation.outer_end <= span.end


def _going_on(frame: Frame, numbers: Sequence[int], speaker: Speaker) -> Draft:
    spans = tuple(_inner(frame, frame.segments[number]) for number in numbers)
    return Draft(spans, spans, None, speaker, "direct")


def _inner(frame: Frame, segment: Segment) -> Span:
    item = segment.quotation
    return Span(item.start, item.end, frame.text[item.start : item.end])
