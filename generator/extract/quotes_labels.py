"""Transcripts and interviews: paragraphs that begin with who speaks ("BROM: ...", "Q: ...", "A: ...")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.extract.quotes_content import trimmed
from generator.extract.quotes_drafts import Draft
from generator.extract.quotes_lexicon import load_words
from generator.extract.quotes_marks import MARKS
from generator.extract.quotes_speakers import Speaker, Speakers
from generator.model import Span

_MAX_LABEL_WORDS = 4
_MIN_TURNS = 3
_MIN_WORDS = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph with its label: offsets of the label's words, and of what is said."""

    label: str
    start: int
    end: int
    said_start: int
    said_end: int


def find_turns(text: str, speakers: Speakers) -> tuple[Draft, ...]:
    """A direct quote for every paragraph of a transcript whose label names somebody; none when this is no transcript.

    A transcript has at least three labelled paragraphs, two different labels, and one label at least twice.
    The answers of an interview are those of the one person named before it, if there is exactly one.
    """
    turns = list(_turns(text))
    counts = Counter(turn.label for turn in turns)
    if len(turns) < _MIN_TURNS or len(counts) < 2:
        return ()
    who = {label: _speaker(label, turns, speakers) for label in sorted(counts)}
    if not any(who.values()):
        return ()
    return tuple(_draft(text, turn, chain) for turn in turns if (chain := who[turn.label]) is not None)


def _turns(text: str) -> Iterator[Turn]:
    start = 0
    for line in text.split("\n"):
        turn = _turn(line, start)
        if turn is not None:
            yield turn
        start += len(line) + 1


def _turn(line: str, offset: int) -> Turn | None:
    begin = len(line) - len(line.lstrip(_LEADING))
    head, colon, said = line[begin:].partition(":")
    words = head.split()
    if not colon or not 1 <= len(words) <= _MAX_LABEL_WORDS or len(said.split()) < _MIN_WORDS or not said[:1].isspace():
        return None
    if not all(word[:1].isupper() for word in words) or not (head.isupper() or head.lower() in load_words().turns):
        return None
    stop = len(line.rstrip(_LEADING))
    return Turn(head.lower(), offset + begin, offset + begin + len(head), offset + begin + len(head) + 1, offset + stop)


_LEADING = "".join(sorted(MARKS)) + " \t"


def _speaker(label: str, turns: Sequence[Turn], speakers: Speakers) -> str | None:
    turn_words = load_words().turns
    if label not in turn_words:
        return speakers.named(label)
    return speakers.only_person_before(turns[0].start) if turn_words[label] == "answer" else None


def _draft(text: str, turn: Turn, chain: str) -> Draft:
    said = trimmed(text, turn.said_start, turn.said_end)
    end = turn.said_end if text[turn.said_end - 1] in ".-–—" else said.end
    span = Span(said.start, end, text[said.start : end])
    return Draft(
        (span,), (span,), None, Speaker(Span(turn.start, turn.end, text[turn.start : turn.end]), chain), "direct"
    )
