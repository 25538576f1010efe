"""Quotations without a cue of their own: they go on from what the same speaker said just before, in the same paragraph."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Span as DocSpan
from spacy.tokens import Token

from generator.extract.quotes_cues import subject_of
from generator.extract.quotes_drafts import Draft
from generator.extract.quotes_frame import Frame
from generator.extract.quotes_marks import MARKS
from generator.extract.quotes_speakers import Speaker
from generator.extract.quotes_told_after import told_after

_ENDS = frozenset(".?!…")
_STOPS = _ENDS | MARKS
_ADDRESSED = frozenset({"dative", "dobj"})
_OWN_VOICE = frozenset({"i", "we"})
_MIN_WORDS = 5
_MAX_SENTENCES_BETWEEN = 1


def inherited(frame: Frame, number: int, spoken: Mapping[int, Draft]) -> Speaker | None:
    """The speaker of a quotation that is a sentence (or several) by itself: whom the next paragraph names for it ("So said X"), else
    whoever was quoted in the sentence before.

    Or, where the sentence before quotes nobody, whoever its main verb has say something. None when that is not clear.
    """
    if not _stands_alone(frame, number):
        return None
    named = told_after(frame, number) if _fills_paragraph(frame, number) else None
    if named is not None:
        return named
    before = _sentence_before(frame, frame.segments[number].first)
    if before is None and _fills_paragraph(frame, number):
        before = _paragraph_before(frame, frame.segments[number].first)
    asked = _asked(frame, before) if before is not None else None
    if asked is not None:
        return asked
    earlier = _quoted_before(frame, number, spoken, before)
    if earlier is not None:
        return earlier.speaker
    return _reported(frame, before) if before is not None else None


def _asked(frame: Frame, sentence: DocSpan) -> Speaker | None:
    """Whom the sentence asks something: "The Valley Post asked Ida Holm if it would rain", and her answer follows."""
    cue = frame.cues.get(sentence.root.i)
    if cue is None or cue.kind != "asked" or cue.speaker is None:
        return None
    whom = next((child for child in cue.head.children if child.dep_ in _ADDRESSED and child.i > cue.head.i), None)
    if whom is None or not frame.speakers.can_speak(whom):
        return None
    return frame.speakers.resolve(whom)


def _fills_paragraph(frame: Frame, number: int) -> bool:
    """Whether nothing but the quotation stands in its paragraph: whoever spoke in the one before goes on."""
    item = frame.segments[number].quotation
    start = frame.text.rfind("\n", 0, item.outer_start) + 1
    end = frame.text.find("\n", item.outer_end)
    around = frame.text[start : item.outer_start] + frame.text[item.outer_end : end if end >= 0 else None]
    return frame.segments[number].words >= _MIN_WORDS and not any(map(str.isalnum, around))


def _paragraph_before(frame: Frame, place: int) -> DocSpan | None:
    """The last sentence of the paragraph before the one at `place`."""
    start = frame.doc[place].sent.start
    while start > 0 and not frame.doc[start - 1].text.strip():
        start -= 1
    sentence = frame.doc[start - 1].sent if start > 0 else None
    return sentence if sentence is not None and sentence.text.rstrip()[-1:] in _STOPS else None


def _stands_alone(frame: Frame, number: int) -> bool:
    """Whether the quotation begins a sentence and ends one."""
    segment = frame.segments[number]
    item = segment.quotation
    first = frame.doc[segment.first]
    opens = all(token.is_punct or token.is_space for token in frame.doc[first.sent.start : first.i])
    after = frame.text[item.outer_end : item.outer_end + 1]
    written = frame.text[item.start : item.end].rstrip("".join(sorted(MARKS)))
    ends = written[-1:] in _ENDS or (after != "" and after in _ENDS)
    return opens and ends and first.text[:1] == first.text[:1].upper()


def _sentence_before(frame: Frame, place: int) -> DocSpan | None:
    """The sentence before the one at `place`, in the same paragraph."""
    start = frame.doc[place].sent.start
    if start == 0 or "\n" in frame.doc[start - 1].text:
        return None
    return frame.doc[start - 1].sent


def _quoted_before(frame: Frame, number: int, spoken: Mapping[int, Draft], before: DocSpan | None) -> Draft | None:
    """The quote whose sentence comes right before, or with one sentence of the article's own between that names nobody else."""
    nearest = next((place for place in range(number - 1, max(-1, number - 4), -1) if place in spoken), None)
    if nearest is None or before is None or not _has_voice(spoken[nearest].speaker):
        return None
    earlier, last = spoken[nearest], frame.segments[nearest].last
    for _ in range(_MAX_SENTENCES_BETWEEN + 1):
        if before.start <= last < before.end:
            return earlier
        if not _says_nothing_new(frame, before, earlier):
            return None
        following = _sentence_before(frame, before.start)
        if following is None:
            return None
        before = following
    return None


def _has_voice(speaker: Speaker | None) -> bool:
    """Whether it is somebody other than the article's writer."""
    return speaker is not None and speaker.span.text.casefold() not in _OWN_VOICE


def _says_nothing_new(frame: Frame, sentence: DocSpan, earlier: Draft) -> bool:
    subject = subject_of(sentence.root)
    if subject is None or earlier.speaker is None or not frame.speakers.can_speak(subject):
        return False
    chain = frame.speakers.resolve(subject).chain
    return subject.pos_ == "PRON" or (chain is not None and chain == earlier.speaker.chain)


def _reported(frame: Frame, sentence: DocSpan) -> Speaker | None:
    for token in _main_verbs(sentence.root):
        cue = frame.cues.get(token.i)
        speaker = cue.speaker if cue is not None else None
        if speaker is not None and frame.inside[speaker.i] < 0 and frame.speakers.can_speak(speaker):
            return frame.speakers.resolve(speaker)
    return None


def _main_verbs(root: Token) -> list[Token]:
    return [root, *(child for child in root.children if child.dep_ in ("conj", "parataxis", "ccomp"))]
