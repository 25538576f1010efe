"""A quotation that is a paragraph, and the next one says whose: "So said X", "Those were the words of X", "That was how X put it"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Span, Token

from generator.extract.quotes_acts import puts_it
from generator.extract.quotes_cues import OBJECTS
from generator.extract.quotes_frame import Frame
from generator.extract.quotes_lexicon import is_speech, load_words
from generator.extract.quotes_speakers import Speaker

_BACK = frozenset({"that", "those", "this", "these", "such"})
_SO = frozenset({"so", "thus"})
_HOW = frozenset({"how", "what"})


def told_after(frame: Frame, number: int) -> Speaker | None:
    """The speaker whom the first sentence after the paragraph of this quotation names for it; None when it does not."""
    sentence = _first_after(frame, frame.segments[number].last)
    if sentence is None:
        return None
    for head in _named(frame, sentence):
        if frame.inside[head.i] < 0 and frame.speakers.can_speak(head):
            return frame.speakers.resolve(head)
    return None


def _first_after(frame: Frame, last: int) -> Span | None:
    """The sentence that opens the next paragraph, if that is not a quotation itself."""
    at = last + 1
    while at < len(frame.doc) and "\n" not in frame.doc[at].text:
        at += 1
    while at < len(frame.doc) and frame.doc[at].is_space:
        at += 1
    return frame.doc[at].sent if at < len(frame.doc) and frame.inside[at] < 0 and frame.doc[at].is_alpha else None


def _named(frame: Frame, sentence: Span) -> Iterator[Token]:
    """The heads of who said so, as the sentence has it."""
    first = sentence[0]
    if first.is_space and len(sentence) > 1:
        first = sentence[1]
    if first.lower_ in _SO:
        cue = frame.cues.get(first.i + 1)
        if cue is not None and is_speech(cue.kind) and cue.speaker is not None and cue.speaker.i > cue.head.i:
            yield cue.speaker
    root = sentence.root
    if first.lower_ not in _BACK or first.dep_ != "nsubj" or root.lemma_ != "be":
        return
    for child in root.children:
        if child.i > root.i and child.lemma_.lower() in load_words().nouns:
            yield from _givers(child)
    if root.i + 1 < sentence.end and sentence.doc[root.i + 1].lower_ in _HOW:
        yield from _putting(frame, sentence, root.i + 2)


def _putting(frame: Frame, sentence: Span, start: int) -> Iterator[Token]:
    """X of "how X put it", "what X said"."""
    cues = (frame.cues[at] for at in range(start, sentence.end) if at in frame.cues)
    cue = next(cues, None)
    if cue is not None and (is_speech(cue.kind) or puts_it(cue.head)) and cue.speaker is not None:
        yield from (head for head in (cue.speaker,) if start <= head.i < cue.head.i)


def _givers(noun: Token) -> Iterator[Token]:
    """X of "the words of X", "X's words"."""
    yield from (child for child in noun.lefts if child.dep_ == "poss")
    for prep in noun.rights:
        if prep.lower_ in ("of", "by", "from"):
            yield from (child for child in prep.children if child.dep_ in OBJECTS)
