"""Block quotations: a paragraph without marks after a report that ends with a colon ("Holm added:"), in the speaker's own person."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from generator.extract.quotes_content import trimmed
from generator.extract.quotes_cues import Cue
from generator.extract.quotes_drafts import Cover, Draft, cue_span
from generator.extract.quotes_frame import Frame
from generator.extract.quotes_interview import speaks_of_self
from generator.extract.quotes_lexicon import is_speech
from generator.extract.quotes_marks import MARKS
from generator.model import Span

_APOSTROPHES = frozenset("'’")
_LISTED = frozenset("-–—*•·")
_MAX_FROM_CUE = 8  # tokens between the cue and the colon
_STOPS = frozenset(".!?…")


def find_blocks(frame: Frame, spoken: Cover) -> tuple[Draft, ...]:
    """A direct quote for each such paragraph that is no list and of which no character is `spoken` already."""
    found = []
    for colon, start, end in _introduced(frame):
        cue = _cue_before(frame, colon)
        if cue is None or cue.speaker is None or spoken.meets(start, end):
            continue
        said = _whole(frame.text, start, end)
        found.append(Draft((said,), (said,), cue_span(frame.text, cue), frame.speakers.resolve(cue.speaker), "direct"))
    return tuple(found)


def _introduced(frame: Frame) -> Iterator[tuple[Token, int, int]]:
    """The colon that ends a paragraph, and the offsets of the next paragraph where that speaks of itself and has no marks."""
    for token in frame.doc:
        if token.text != ":" or frame.text[token.idx + 1 : token.idx + 2] != "\n":
            continue
        start = next((at for at in range(token.idx + 1, len(frame.text)) if not frame.text[at].isspace()), None)
        if start is None:
            continue
        stop = frame.text.find("\n", start)
        end = stop if stop >= 0 else len(frame.text)
        block = frame.text[start:end].rstrip()
        plain = block[0] not in MARKS | _LISTED and block[-1] in _STOPS and (MARKS - _APOSTROPHES).isdisjoint(block)
        if plain and speaks_of_self(block):
            yield token, start, start + len(block)


def _cue_before(frame: Frame, colon: Token) -> Cue | None:
    """The nearest cue of speech before the colon in its sentence, whose speaker is somebody."""
    first = max(colon.sent.start, colon.i - _MAX_FROM_CUE)
    for place in range(colon.i - 1, first - 1, -1):
        cue = frame.cues.get(place)
        if cue is not None and is_speech(cue.kind) and cue.speaker is not None and frame.inside[place] < 0:
            return cue if frame.speakers.can_speak(cue.speaker) else None
    return None


def _whole(text: str, start: int, end: int) -> Span:
    said = trimmed(text, start, end)
    return Span(said.start, end, text[said.start : end])
