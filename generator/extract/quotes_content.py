"""What a cue reports: the clause or noun phrase around words in quotation marks, and clauses without marks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from generator.extract.quotes_cues import Cue
from generator.extract.quotes_drafts import Segment
from generator.extract.quotes_speakers import noun_phrase
from generator.model import Span

_LEADING = frozenset({"that", "as", "for", "to", "of", "with", "about", "on", "if", "whether", "by", "because"})
_EDGE = frozenset(",;:.-–—―")
_OPENED_BY = {"”": "“", '"': '"', "»": "«"}
Range = tuple[int, int]


def content_around(
    doc: Doc, text: str, cue: Cue, segments: Sequence[Segment], cues: Mapping[int, Cue]
) -> tuple[Span, ...]:
    """The stretch that `cue` reports around these segments: the complement that holds them, without the cue's own clause,
    and up to the next of `cues` (by the place of its head) that opens a participle ("called it “a sham”, saying ...")."""
    first, last = segments[0].first, segments[-1].last
    for segment in segments:
        root = _complement(doc, cue, segment)
        if root is not None:
            left, right = _beside(root, cue)
            first, last = min(first, left), max(last, min(right, _next_report(doc, cues, last, right)))
    return _spans(doc, text, cue, first, last, segments)


def _next_report(doc: Doc, cues: Mapping[int, Cue], last: int, right: int) -> int:
    """The token before the next report inside the complement, or its end."""
    found = (place for place in range(last + 1, right + 1) if place in cues and doc[place].tag_ == "VBG")
    return next((place - 1 for place in found if doc[place].dep_ in ("acl", "advcl")), right)


def _complement(doc: Doc, cue: Cue, segment: Segment) -> Token | None:
    """The child of the cue on the way down to the segment, or None when the segment is not below it."""
    for token in doc[segment.first : segment.last + 1]:
        above = token
        while above.head != above and above.head != cue.head:
            above = above.head
        if above.head == cue.head and above != cue.head and not token.is_punct:
            return above
    return None


def _beside(root: Token, cue: Cue) -> tuple[int, int]:
    """First and last token of a complement, on its own side of the cue."""
    left, right = root.left_edge.i, root.right_edge.i
    if root.i > cue.head.i:
        return max(left, cue.head.i + 1), right
    return left, min(right, _first(cue) - 1)


def _first(cue: Cue) -> int:
    """The place of the first token of the cue's own clause."""
    if cue.speaker is not None and cue.speaker.i < cue.head.i:
        return min(cue.first.i, cue.speaker.left_edge.i)
    return cue.first.i


def _spans(doc: Doc, text: str, cue: Cue, first: int, last: int, segments: Sequence[Segment]) -> tuple[Span, ...]:
    start = doc[_skip(doc, first, segments[0].first)].idx
    end = doc[last].idx + len(doc[last].text)
    start = min(start, segments[0].quotation.outer_start)
    end = max(end, segments[-1].quotation.outer_end)
    hole = clause_range(cue)
    if start < hole[0] and hole[1] < end:
        return tuple(trimmed(text, *part) for part in ((start, hole[0]), (hole[1], end)))
    return (trimmed(text, start, end),)


def clause_range(cue: Cue) -> Range:
    """Code-point offsets of the cue with its speaker."""
    tokens = [cue.first, cue.head]
    if cue.speaker is not None:
        tokens += (
            [_phrase_start(cue.speaker), cue.speaker]
            if cue.speaker.i < cue.head.i
            else [cue.speaker, cue.speaker.right_edge]
        )
    return min(token.idx for token in tokens), max(token.idx + len(token.text) for token in tokens)


def _phrase_start(speaker: Token) -> Token:
    """The first token of who speaks; where the tree hangs a clause or more below it, of the noun phrase alone."""
    left = speaker.left_edge
    if any(token.is_punct or token.pos_ in ("VERB", "AUX") for token in speaker.doc[left.i : speaker.i]):
        start = noun_phrase(speaker)[0]
        left = next(token for token in speaker.doc[left.i : speaker.i + 1] if token.idx >= start)
    return left


def _skip(doc: Doc, first: int, stop: int) -> int:
    """Past "that", "as" and punctuation at the beginning of a clause, not beyond `stop`."""
    if doc[first].pos_ == "ADP":  # "in a statement that ..."
        first = next((token.i for token in doc[first:stop] if token.lower_ == "that" and token.dep_ == "mark"), first)
    while first < stop and (doc[first].lower_ in _LEADING or doc[first].is_punct or doc[first].is_space):
        first += 1
    return first


def trimmed(text: str, start: int, end: int) -> Span:
    """`[start, end)` without spaces and joining punctuation at its ends."""
    while start < end and (text[start].isspace() or text[start] in _EDGE):
        start += 1
    if text[start:end].startswith("(") and ")" not in text[start:end]:
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in _EDGE or _stray(text, start, end)):
        end -= 1
    return Span(start, end, text[start:end])


def _stray(text: str, start: int, end: int) -> bool:
    """Whether a closing mark ends the stretch whose opening mark is not in it."""
    mark = text[end - 1]
    opening = _OPENED_BY.get(mark)
    if opening is None:
        return False
    return text.count(mark, start, end) % 2 == 1 if mark == opening else text.count(opening, start, end) == 0
