"""What the rules of quotes look at: an article's tokens, its quotations, its cues, and the tokens around a quotation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract.quotes_cues import Cue
from generator.extract.quotes_drafts import Segment
from generator.extract.quotes_speakers import Speakers

INTRODUCERS = frozenset({",", ":"})


@dataclass(frozen=True, slots=True)
class Frame:
    """What the linking rules look at; `inside` gives for each token the number of its segment, or -1; `phrases` the
    cues that are phrases ("according to") by their first token; `unspoken` the numbers of segments that are no speech."""

    doc: Doc
    text: str
    segments: tuple[Segment, ...]
    inside: list[int]
    cues: dict[int, Cue]
    speakers: Speakers
    phrases: dict[int, Cue]
    unspoken: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Link:
    """`how`: "after", "before" (beside a whole quotation) or "part" (in the clause that the cue reports)."""

    cue: Cue
    how: str


def tops(frame: Frame, number: int) -> Iterator[Token]:
    """The tokens of the segment that are governed from outside it."""
    segment = frame.segments[number]
    for token in frame.doc[segment.first : segment.last + 1]:
        if not token.is_punct and not token.is_space and (token.head == token or frame.inside[token.head.i] != number):
            yield token


def next_word(frame: Frame, start: int) -> int | None:
    """The place of the next word in this paragraph, unless another quotation opens first."""
    for place in range(start, len(frame.doc)):
        token = frame.doc[place]
        if "\n" in token.text or frame.inside[place] >= 0:
            return None
        if any(map(str.isalnum, token.text)):
            return place
    return None


def previous(frame: Frame, start: int) -> int | None:
    """The place of the nearest token before the opening mark that is no quotation mark and no space."""
    for place in range(start, max(-1, start - 6), -1):
        token = frame.doc[place]
        if not token.is_quote and not token.is_space:
            return place
    return None
