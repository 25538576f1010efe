"""Interviews without labels: paragraphs that ask somebody ("... you ...?"), and the paragraphs that answer them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.extract.quotes_content import trimmed
from generator.extract.quotes_drafts import Draft
from generator.extract.quotes_lexicon import load_words
from generator.extract.quotes_marks import MARKS
from generator.extract.quotes_speakers import Speaker, Speakers
from generator.model import Span

_MIN_QUESTIONS = 3
_MIN_SHARE = 0.5  # of the answers in which somebody speaks of herself
_MAX_QUESTION_WORDS = 60
_EMPHASIS = "*_"


@dataclass(frozen=True, slots=True)
class _Paragraph:
    text: str
    start: int
    asks: bool


def find_answers(text: str, speakers: Speakers) -> tuple[Draft, ...]:
    """A direct quote for each answer in an interview whose questions are paragraphs of their own.

    There must be three paragraphs that ask somebody addressed as "you", answers without quotation marks of which most speak of
    themselves ("I", "our"), and exactly one person named before the first question: that one answers.
    """
    paragraphs = list(_paragraphs(text))
    asked = [number for number, item in enumerate(paragraphs) if item.asks]
    addressed = [number for number in asked if _has(paragraphs[number].text, load_words().second_person)]
    if len(addressed) < _MIN_QUESTIONS:
        return ()
    answers = [item for item in _answers(paragraphs, asked) if item]
    own = [item for item in answers if speaks_of_self(" ".join(part.text for part in item))]
    first = paragraphs[asked[0]].start
    chain = speakers.only_person_before(first)
    marked = any(part.text[:1] in MARKS for item in answers for part in item)
    if chain is None or marked or len(own) < _MIN_SHARE * len(answers) or len(answers) < _MIN_QUESTIONS:
        return ()
    speaker = Speaker(speakers.last_name_of(chain, first), chain)
    return tuple(_draft(text, item, speaker) for item in answers)


def speaks_of_self(text: str) -> bool:
    """Whether somebody speaks of herself or of her own: "I", "our"."""
    return _has(text, load_words().first_person)


def _has(text: str, words: frozenset[str]) -> bool:
    return any(
        part.strip('.,;:!?"()*_“”') in words for part in text.lower().replace("’", " ").replace("'", " ").split()
    )


def _paragraphs(text: str) -> Iterator[_Paragraph]:
    start = 0
    for line in text.split("\n"):
        bare = line.strip().strip(_EMPHASIS).strip()
        if bare:
            asks = bare.endswith("?") and bare[:1] not in MARKS and len(bare.split()) <= _MAX_QUESTION_WORDS
            yield _Paragraph(bare, start + line.index(bare), asks)
        start += len(line) + 1


def _answers(paragraphs: Sequence[_Paragraph], asked: Sequence[int]) -> Iterator[list[_Paragraph]]:
    """The paragraphs between two questions; after the last one those that still speak of themselves."""
    for number, following in pairwise(asked):
        yield list(paragraphs[number + 1 : following])
    last = []
    for item in paragraphs[asked[-1] + 1 :]:
        if not speaks_of_self(item.text):
            break
        last.append(item)
    yield last


def _draft(text: str, parts: Sequence[_Paragraph], speaker: Speaker) -> Draft:
    spans = tuple(_whole(text, part) for part in parts)
    return Draft(spans, spans, None, speaker, "direct")


def _whole(text: str, part: _Paragraph) -> Span:
    said = trimmed(text, part.start, part.start + len(part.text))
    stop = said.end + 1 if text[said.end : said.end + 1] == "." else said.end
    return Span(said.start, stop, text[said.start : stop])
