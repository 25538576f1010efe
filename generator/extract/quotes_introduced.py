"""Quotations that no verb of reporting introduces: signed ones, those after a name and a colon, or after a noun and a colon."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Token

from generator.extract.quotes_cues import Cue, subject_of
from generator.extract.quotes_frame import Frame, Link, previous
from generator.extract.quotes_lexicon import load_words
from generator.extract.quotes_marks import MARKS
from generator.extract.quotes_speakers import run_head

_BESIDE = "".join(sorted(MARKS)) + " .\u00a0"
_DASHES = frozenset({"-", "–", "—", "―", "--"})
_MAX_SIGNATURE = 15
_MAX_HEADLINE = 40
_DOERS = frozenset({"nsubj", "dobj"})  # "reported these shops advertise": the tree may make the shops an object
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def signature(frame: Frame, number: int) -> Link | None:
    """ "..." - X, to the end of the paragraph: the dash is the cue."""
    segment = frame.segments[number]
    if not _begins_paragraph(frame, number):
        return None
    start = segment.last + 1
    while start < len(frame.doc) and not frame.doc[start].text.strip(_BESIDE):
        start += 1
    if start + 1 >= len(frame.doc) or frame.doc[start].text.strip(_BESIDE) not in _DASHES:
        return None
    named, dash = run_head(frame.doc, start + 1), frame.doc[start]
    if (
        named is None
        or named.pos_ != "PROPN"
        or not frame.speakers.can_speak(named)
        or not _ends_paragraph(frame, named)
    ):
        return None
    return Link(Cue(dash, dash, "signature", named), "after")


def _begins_paragraph(frame: Frame, number: int) -> bool:
    """Whether nothing but other quotations stands before this one in its paragraph."""
    place = frame.segments[number].first - 1
    while place >= 0 and "\n" not in frame.doc[place].text:
        if frame.inside[place] < 0 and frame.doc[place].is_alpha:
            return False
        place -= 1
    return True


def _ends_paragraph(frame: Frame, named: Token) -> bool:
    """Whether only a description in commas or nothing follows in this paragraph."""
    for token in frame.doc[named.i + 1 :]:
        if "\n" in token.text:
            return True
        if token.i > named.i + _MAX_SIGNATURE or token.pos_ in ("VERB", "AUX") or frame.inside[token.i] >= 0:
            return False
    return True


def label_before(frame: Frame, number: int) -> Link | None:
    """X: "..." - as headlines have it: the sentence before the colon is a name, perhaps with where it was said."""
    place = previous(frame, frame.segments[number].first - 1)
    if place is None or frame.doc[place].text != ":":
        return None
    colon = frame.doc[place]
    named = run_head(frame.doc, colon.sent.start)
    if (
        named is None
        or named.pos_ != "PROPN"
        or not frame.speakers.can_speak(named)
        or not _to_colon(frame, named, colon)
    ):
        return None
    return Link(Cue(colon, colon, "label", named), "before")


def _to_colon(frame: Frame, named: Token, colon: Token) -> bool:
    """Whether nothing stands between the name and the colon, or where it was said: "X, in a statement: ..."."""
    between = frame.doc[named.i + 1 : colon.i]
    if len(between) == 0:
        return named.i < colon.i
    words = load_words()
    said = any(token.lemma_.lower() in words.nouns | words.documents for token in between)
    placed = any(token.pos_ == "ADP" for token in between[:2])
    return named.i < colon.i and said and placed and all(token.pos_ not in ("VERB", "AUX") for token in between)


def message_before(frame: Frame, number: int) -> Link | None:
    """X has a simple message: "..." - a noun that carries words right before the colon; whoever has, sends or makes it speaks."""
    place = previous(frame, frame.segments[number].first - 1)
    if place is None or place == 0 or frame.doc[place].text != ":":
        return None
    noun = frame.doc[place - 1]
    if noun.pos_ != "NOUN" or noun.lemma_.lower() not in load_words().nouns or noun.head.pos_ not in ("VERB", "AUX"):
        return None
    speaker = subject_of(noun.head) if noun.dep_ in ("dobj", "pobj") else None
    if speaker is None or frame.inside[speaker.i] >= 0 or not frame.speakers.can_speak(speaker):
        return None
    return Link(Cue(noun, noun, "noun", speaker), "before")


def headline_label(frame: Frame) -> tuple[Cue, tuple[int, int]] | None:
    """X: We will win - a headline that gives a person's words without marks: the colon as cue, the offsets of the words."""
    end = frame.text.find("\n")
    colon = next((token for token in frame.doc[:_MAX_SIGNATURE] if token.text == ":" and token.idx < end), None)
    named = run_head(frame.doc, 0) if colon is not None else None
    if colon is None or named is None or named.i != colon.i - 1:
        return None
    mention = frame.speakers.mention(named)
    if mention is None or mention.kind != "name" or mention.type != "person":
        return None
    said = [token for token in frame.doc[colon.i + 1 : colon.i + 1 + _MAX_HEADLINE] if token.idx < end]
    if not said or said[0].tag_.startswith("W") or not any(token.tag_ in _FINITE for token in said):
        return None
    return Cue(colon, colon, "label", named), (colon.idx + 1, end)


def nearest(frame: Frame, cue: Cue, colon: int) -> Cue:
    """The cue; where a clause below it says who shows the words ("X reported that the shops advertise a cure: ..."), they are
    those of who shows them."""
    for verb in reversed(frame.doc[cue.head.i + 1 : colon]):
        if frame.inside[verb.i] >= 0 or verb.pos_ != "VERB" or verb.lemma_.lower() not in load_words().advertising:
            continue
        parts = (child for child in (*verb.children, *cue.head.children) if child.dep_ in _DOERS)
        doer = next((part for part in parts if cue.head.i < part.i < verb.i), None)
        if doer is None or doer.pos_ == "PRON" or not cue.head.is_ancestor(verb):
            return cue
        return replace(cue, speaker=doer if frame.speakers.can_speak(doer) else None)
    return cue
