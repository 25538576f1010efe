"""A quote before it is numbered, and the tokens that quotations cover."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract.quotes_cues import OBJECTS, Cue
from generator.extract.quotes_marks import Quotation
from generator.extract.quotes_speakers import Speaker, Speakers
from generator.model import QuoteForm, QuoteKind, Span

_CLOSING_PARTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "PUNCT"})
_WHEN = frozenset({"after", "as", "before", "since", "until", "when", "while"})
_MARKS = frozenset({"mark", "advmod"})
_BESIDE = frozenset({"parataxis", "ccomp", "conj", "dep"})


@dataclass(frozen=True, slots=True)
class Draft:
    """A quote without id; fields as in `Quote`."""

    spans: tuple[Span, ...]
    quoted: tuple[Span, ...]
    cue: Span | None
    speaker: Speaker | None
    kind: QuoteKind
    relayed_by: str | None = None
    form: QuoteForm = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A quotation with its tokens: `first` and `last` are the places of the first and last word inside the marks."""

    quotation: Quotation
    first: int
    last: int
    words: int


def segments_of(doc: Doc, quotations: Sequence[Quotation]) -> tuple[Segment, ...]:
    """The quotations with their tokens; those without a word are left out."""
    text, starts = doc.text, [token.idx for token in doc]
    found = []
    for item in quotations:
        first = max(0, bisect_left(starts, item.start + 1) - 1)
        last = bisect_left(starts, item.end) - 1
        words = len(text[item.start : item.end].split())
        if words and last >= first:
            found.append(Segment(item, first, last, words))
    return tuple(found)


class Cover:
    """Which characters of a text are taken; adding and asking cost the length of the span, not the number of spans."""

    def __init__(self, length: int) -> None:
        self._taken = bytearray(length)

    def add(self, start: int, end: int) -> None:
        """Take `[start, end)`."""
        self._taken[start:end] = b"\x01" * (end - start)

    def meets(self, start: int, end: int) -> bool:
        """Whether a character of `[start, end)` is taken."""
        return self._taken.find(1, start, end) >= 0

    def holds(self, start: int, end: int) -> bool:
        """Whether all of `[start, end)` is taken."""
        return self._taken.find(0, start, end) < 0


def inside_of(doc: Doc, segments: Sequence[Segment]) -> list[int]:
    """For each token the number of the segment whose marks enclose it, or -1; the marks themselves are inside."""
    inside = [-1] * len(doc)
    for number, segment in enumerate(segments):
        for place in range(segment.first, segment.last + 1):
            inside[place] = number
    return inside


def cue_span(text: str, cue: Cue) -> Span:
    """The words of the cue as a span."""
    start, end = cue.first.idx, cue.head.idx + len(cue.head.text)
    return Span(start, end, text[start:end])


def relay_of(cue: Cue, cues: dict[int, Cue], speakers: Speakers) -> str | None:
    """The chain of who passes the words on: "was quoted by Y", "told Y", "in an interview with Y", "..., Y reported",
    "according to Y"."""
    heads = [cue.relay] if cue.relay is not None else []
    for child in (child for child in cue.head.children if child.dep_ in OBJECTS):
        heads += [child, *_through_prepositions(child)]
    heads += list(_through_prepositions(cue.head))
    heads += [outer.speaker for outer in _outer_cues(cue, cues) if outer.speaker is not None]
    heads += list(_closing(cue, cues))
    phrased = {outer.speaker for outer in _outer_cues(cue, cues) if outer.kind == "preposition" and cue != outer}
    for head in heads:
        passes_on = head != cue.speaker and (speakers.relays(head) or head in phrased)
        chain = speakers.chain_of(head) if passes_on else None
        if chain is not None:
            return chain
    return None


def _through_prepositions(head: Token) -> Iterator[Token]:
    """The nouns of "on Y", "in an interview with Y"."""
    for prep in head.children:
        for noun in prep.children if prep.dep_ == "prep" else ():
            if noun.dep_ == "pobj":
                yield noun
                yield from _through_prepositions(noun)


def _closing(cue: Cue, cues: dict[int, Cue]) -> Iterator[Token]:
    """The subject of the clause that closes the sentence: '..., X told Z, Y reported.' Found by place: the tree often hangs
    such a clause on the nearest noun."""
    end = cue.head.sent.end - 1
    while end > cue.head.i and not cue.head.doc[end].is_alpha:
        end -= 1
    last = cues.get(end)
    if last is None or end == cue.head.i:
        return
    doc = cue.head.doc
    comma = max((i for i in range(cue.head.i, end) if doc[i].text == ","), default=None)
    if comma is not None and all(token.pos_ in _CLOSING_PARTS for token in doc[comma + 1 : end]):
        yield doc[end - 1]


def told_under(cue: Cue) -> Iterator[Token]:
    """The words above a cue, up to a clause of time: who said something "after Y announced that ..." does not pass on what Y
    announced."""
    step = cue.head
    for token in cue.head.ancestors:
        timed = step.dep_ == "advcl" and any(child.lower_ in _WHEN for child in step.children if child.dep_ in _MARKS)
        if timed or (step.dep_ == "prep" and step.lower_ in _WHEN):
            return
        yield token
        step = token


def _outer_cues(cue: Cue, cues: dict[int, Cue]) -> Iterator[Cue]:
    for token in told_under(cue):
        if token.i in cues:
            yield cues[token.i]
    for child in cue.head.children:
        if child.i in cues and child.dep_ in _BESIDE and child.i > cue.head.i:
            yield cues[child.i]
        for grand in child.children:
            if grand.i in cues and cues[grand.i].kind == "preposition":
                yield cues[grand.i]
