"""Transcripts and interviews: paragraphs that begin with who speaks ("BROM: ...", "Q: ...", "A: ...")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.extract.quotes_content import Range, trimmed
from generator.extract.quotes_drafts import Draft
from generator.extract.quotes_interview import speaks_of_self
from generator.extract.quotes_lexicon import load_words
from generator.extract.quotes_marks import MARKS
from generator.extract.quotes_speakers import Speaker, Speakers
from generator.model import Span

_MAX_LABEL_WORDS = 4
_MIN_TURNS = 3
_MIN_WORDS = 2


@dataclass(frozen=True, slots=True)
class Turn:
    """A labelled paragraph and those that continue it: offsets of the label's words, and of what is said in each paragraph.

    `marked` when the paragraph opens with a quotation mark, and others that do so continue it.
    """

    label: str
    start: int
    end: int
    said: tuple[Range, ...]
    marked: bool


def find_turns(text: str, speakers: Speakers) -> tuple[Draft, ...]:
    """A direct quote for every paragraph of a transcript whose label names somebody; none when this is no transcript.

    A transcript has at least three labelled paragraphs, two different labels, and one label at least twice.
    The answers of an interview are those of the one person named before it, if there is exactly one.
    """
    turns = _regular(text, list(_turns(text)))
    counts = Counter(turn.label for turn in turns)
    if len(turns) < _MIN_TURNS or len(counts) < 2:
        return ()
    who = {label: _speaker(label, turns, speakers) for label in sorted(counts)}
    if not any(who.values()):
        return ()
    return tuple(_draft(text, turn, chain) for turn in turns if (chain := who[turn.label]) is not None)


def _regular(text: str, turns: Sequence[Turn]) -> list[Turn]:
    """The turns without a label in ordinary letters that stands once only, as in a headline ("Brom: We will win"). Whoever asks
    need not be named elsewhere: "Valley Post: How was it?"."""
    counts = Counter(text[turn.start : turn.end] for turn in turns)
    plain = load_words().turns
    return [
        turn
        for turn in turns
        if turn.label in plain or text[turn.start : turn.end].isupper() or counts[text[turn.start : turn.end]] > 1
    ]


def _turns(text: str) -> Iterator[Turn]:
    start = 0
    last: Turn | None = None
    open_lines: list[tuple[str, int]] = []
    for line in text.split("\n"):
        turn = _turn(line, start)
        if turn is not None and last is not None:
            yield _closed(last, open_lines)
        if turn is not None:
            last, open_lines = turn, []
        elif last is not None and last.marked:
            last = _longer(last, line, start)
        elif line.strip():
            open_lines.append((line, start))
        start += len(line) + 1
    if last is not None:
        yield last


def _closed(turn: Turn, lines: Sequence[tuple[str, int]]) -> Turn:
    """The turn with the paragraphs between it and the next one, as long as they speak of themselves and have no marks."""
    for line, offset in lines:
        if not speaks_of_self(line) or not MARKS.isdisjoint(line.replace("’", "").replace("'", "")):
            break
        begin, stop = len(line) - len(line.lstrip(_LEADING)), len(line.rstrip(_LEADING))
        turn = replace(turn, said=(*turn.said, (offset + begin, offset + stop)))
    return turn


def _longer(turn: Turn, line: str, offset: int) -> Turn:
    """The turn with a paragraph that opens with a quotation mark as the turn did; a transcript in marks goes on so."""
    begin = len(line) - len(line.lstrip(_LEADING))
    stop = len(line.rstrip(_LEADING))
    if line.lstrip()[:1] not in MARKS or line[begin : begin + 1] in ("", "("):
        return turn
    return replace(turn, said=(*turn.said, (offset + begin, offset + stop)))


def _turn(line: str, offset: int) -> Turn | None:
    begin = len(line) - len(line.lstrip(_LEADING))
    head, colon, said = _parts(line[begin:])
    words = head.split()
    if not colon or not 1 <= len(words) <= _MAX_LABEL_WORDS or len(said.split()) < _MIN_WORDS or not said[:1].isspace():
        return None
    label = head.lower()
    if not all(word[:1].isupper() for word in words):
        return None
    stop = len(line.rstrip(_LEADING))
    end = offset + begin + len(head)
    begins = offset + stop - len(line[:stop][begin + len(head) + 1 :].lstrip(_LEADING))
    return Turn(label, offset + begin, end, ((begins, offset + stop),), line.lstrip()[:1] in MARKS)


def _parts(line: str) -> tuple[str, str, str]:
    """A label, its colon (or the full stop after the letter of "Q. ...") and what is said."""
    short, stop, rest = line.partition(".")
    if stop and short.lower() in load_words().turns:
        return short, stop, rest.lstrip(_EMPHASIS)
    head, colon, said = line.partition(":")
    return head.rstrip(_EMPHASIS), colon, said.lstrip(_EMPHASIS)


_EMPHASIS = "*_"
_LEADING = "".join(sorted(MARKS)) + _EMPHASIS + " \t"


def _speaker(label: str, turns: Sequence[Turn], speakers: Speakers) -> str | None:
    turn_words = load_words().turns
    if label not in turn_words:
        return speakers.named(label) or speakers.initialed(label)
    return speakers.only_person_before(turns[0].start) if turn_words[label] == "answer" else None


def _draft(text: str, turn: Turn, chain: str) -> Draft:
    spans = tuple(_whole(text, *part) for part in turn.said)
    label = Span(turn.start, turn.end, text[turn.start : turn.end])
    return Draft(spans, spans, None, Speaker(label, chain), "direct")


def _whole(text: str, start: int, end: int) -> Span:
    """The words of a paragraph, with the stop or dash at its end."""
    said = trimmed(text, start, end)
    stop = end if text[end - 1] in ".-–—" else said.end
    return Span(said.start, stop, text[said.start : stop])
