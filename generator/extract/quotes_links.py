"""Which cue belongs to which quotation: beside it (after, before), or above it in the tree."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract.quotes_cues import Cue, has_subject, subject_of
from generator.extract.quotes_drafts import Segment
from generator.extract.quotes_lexicon import load_words, takes_part, takes_quotation
from generator.extract.quotes_speakers import Speakers

CUT_MARKS = frozenset(",?!…-–—―.")
_JOINTS = frozenset({",", "-", "–", "—", "―", "--"})
_INTRODUCERS = frozenset({",", ":"})
MAX_NAMING_WORDS = 30
MAX_INTRODUCTION = 30


@dataclass(frozen=True, slots=True)
class Link:
    """`how`: "after", "before" (beside a whole quotation) or "part" (in the clause that the cue reports)."""

    cue: Cue
    how: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What the linking rules look at."""

    doc: Doc
    segments: tuple[Segment, ...]
    inside: list[int]
    cues: dict[int, Cue]
    speakers: Speakers


def link(frame: Frame, number: int) -> Link | None:
    """The cue of a segment by the first rule that finds one, or None."""
    for rule in (cue_after, cue_before, cue_above, cue_below):
        found = rule(frame, number)
        if found is not None:
            return found
    return None


def cue_after(frame: Frame, number: int) -> Link | None:
    """ "...," X said - or said X: the clause right after the closing mark is that of a cue with its speaker."""
    segment = frame.segments[number]
    start = _next_word(frame, segment.last + 1)
    if start is None or not _cut(frame, segment, start):
        return None
    for token in _run(frame, start, MAX_NAMING_WORDS):
        cue = frame.cues.get(token.i)
        if cue is not None and _begins_clause(frame, cue, start):
            return Link(cue, "after")
    return None


def cue_before(frame: Frame, number: int) -> Link | None:
    """X said: "..." - the nearest cue before the comma or colon that introduces the quotation."""
    segment = frame.segments[number]
    place = _previous(frame, segment.first - 1)
    if place is None or frame.doc[place].text not in _INTRODUCERS:
        return None
    colon = frame.doc[place].text == ":"
    for token in _back(frame, place - 1, colon):
        cue = frame.cues.get(token.i)
        if cue is not None and cue.kind != "preposition" and _can_introduce(cue, colon):
            return Link(cue, "before")
    return None


def cue_above(frame: Frame, number: int) -> Link | None:
    """The nearest governor that is a cue and whose speaker can speak."""
    for token in _tops(frame, number):
        for above in token.ancestors:
            cue = frame.cues.get(above.i)
            if cue is not None and takes_part(cue.kind) and _speaks(frame, cue):
                return Link(cue, "part")
    return None


def cue_below(frame: Frame, number: int) -> Link | None:
    """A cue that hangs below the quotation or beside its governors ("according to X", "X said" in the middle)."""
    for top in _tops(frame, number):
        for token in (top, *top.ancestors):
            for child in token.children:
                found = _parenthesis(frame, child)
                if found is not None:
                    return Link(found, "part")
    return None


def displayed(frame: Frame, number: int) -> bool:
    """Whether a sign, a banner or the like shows the words: they are nobody's quote."""
    signs = load_words().signs
    for top in _tops(frame, number):
        for above in top.ancestors:
            if above.lemma_.lower() in signs:
                return True
            if above.pos_ in ("VERB", "AUX"):
                subject = subject_of(above)
                return subject is not None and subject.lemma_.lower() in signs
    return False


def _parenthesis(frame: Frame, child: Token) -> Cue | None:
    for token in (child, *child.children):
        cue = frame.cues.get(token.i)
        if cue is not None and cue.kind == "preposition" and cue.first.i >= 0:
            return cue
    cue = frame.cues.get(child.i)
    return cue if cue is not None and child.dep_ == "parataxis" and _speaks(frame, cue) else None


def _speaks(frame: Frame, cue: Cue) -> bool:
    return cue.speaker is not None and frame.inside[cue.speaker.i] < 0 and frame.speakers.can_speak(cue.speaker)


def _tops(frame: Frame, number: int) -> Iterator[Token]:
    """The tokens of the segment that are governed from outside it."""
    segment = frame.segments[number]
    for token in frame.doc[segment.first : segment.last + 1]:
        if not token.is_punct and not token.is_space and (token.head is token or frame.inside[token.head.i] != number):
            yield token


def _next_word(frame: Frame, start: int) -> int | None:
    """The place of the next word in this paragraph, unless another quotation opens first."""
    for token in frame.doc[start:]:
        if "\n" in token.text or frame.inside[token.i] >= 0:
            return None
        if any(map(str.isalnum, token.text)):
            return token.i
    return None


def _previous(frame: Frame, start: int) -> int | None:
    """The place of the nearest token before the opening mark that is no quotation mark and no space."""
    for place in range(start, max(-1, start - 6), -1):
        token = frame.doc[place]
        if not token.is_quote and not token.is_space:
            return place
    return None


def _cut(frame: Frame, segment: Segment, start: int) -> bool:
    """Whether the quotation ends as one does that a cue follows: a comma, a question, a dash, inside the marks or after."""
    last = frame.doc.text[segment.quotation.end - 1]
    between = {token.text for token in frame.doc[segment.last + 1 : start]}
    if between & _JOINTS or last in "?!…,":
        return True
    return (
        last in CUT_MARKS
        and not frame.doc[start].is_sent_start
        and frame.doc[start].sent == frame.doc[segment.last].sent
    )


def _run(frame: Frame, start: int, most: int) -> Iterator[Token]:
    sentence = frame.doc[start].sent
    for token in frame.doc[start : min(start + most, sentence.end)]:
        if frame.inside[token.i] >= 0:
            return
        yield token


def _begins_clause(frame: Frame, cue: Cue, start: int) -> bool:
    if not takes_quotation(cue.kind) or cue.kind in ("noun",):
        return False
    if cue.kind == "preposition":
        return cue.first.i == start
    if cue.speaker is None or frame.inside[cue.speaker.i] >= 0:
        return False
    if cue.head.i == start:
        return has_subject(cue.head) or cue.speaker.i > cue.head.i
    first = min(cue.speaker.left_edge.i, cue.head.i)
    return first <= start <= cue.speaker.i < cue.head.i


def _back(frame: Frame, start: int, colon: bool) -> Iterator[Token]:
    sentence = frame.doc[start].sent
    for place in range(start, max(sentence.start, start - MAX_INTRODUCTION) - 1, -1):
        token = frame.doc[place]
        if frame.inside[place] >= 0 and not colon:
            return
        yield token


def _can_introduce(cue: Cue, colon: bool) -> bool:
    return colon or takes_quotation(cue.kind)
