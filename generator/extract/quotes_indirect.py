"""Indirect quotes: clauses that a cue reports, without quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from generator.extract.quotes_content import Range, clause_range, trimmed
from generator.extract.quotes_cues import PASSIVE_SUBJECTS, SUBJECTS, Cue, has_subject
from generator.extract.quotes_drafts import Cover, Draft, cue_span, relay_of
from generator.extract.quotes_frame import Frame
from generator.extract.quotes_lexicon import takes_clause
from generator.extract.quotes_unspoken import displayed, entitled
from generator.model import QuoteKind, Span

_CLAUSES = frozenset({"ccomp", "xcomp"})
_OWN_VOICE = frozenset({"i", "we", "you", "one"})
_INTRODUCING = frozenset({"that", "if", "whether"})
_CONDITIONS = frozenset({"if", "whether", "unless"})
_SUBORDINATE = frozenset({"advcl", "acl", "relcl", "xcomp", "pcomp", "csubj", "aux", "auxpass"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_MIN_WORDS = 3


def find_indirect(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """A draft for every reported clause whose speaker is found and that no quote with quotation marks holds already.

    Of clauses inside each other the outermost counts.
    """
    taken = Cover(len(frame.text))
    for span in (span for draft in drafts for span in draft.spans):
        taken.add(span.start, span.end)
    cued = {draft.cue for draft in drafts}
    found: list[Draft] = []
    # Phrases come last: "according to Y, X said" are X's words, which Y passes on.
    for cue in sorted(frame.cues.values(), key=lambda item: (item.kind == "preposition", item.head.i)):
        if cue.speaker is None or cue_span(frame.text, cue) in cued or not _reports(frame, cue, cue.speaker):
            continue
        spans = _content(frame, cue)
        if spans and not any(taken.meets(span.start, span.end) for span in spans):
            speaker = frame.speakers.resolve(cue.speaker)
            relay = relay_of(cue, frame.cues, frame.speakers)
            quoted = _marked(frame, spans)
            kind: QuoteKind = "mixed" if quoted else "indirect"
            found.append(Draft(spans, quoted, cue_span(frame.text, cue), speaker, kind, relay))
            for span in spans:
                taken.add(span.start, span.end)
    return found


def _marked(frame: Frame, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The words in quotation marks inside these spans that no other rule has taken."""
    found = []
    for number in (number for span in spans for number in _segments_in(frame, span)):
        item = frame.segments[number].quotation
        if not displayed(frame, number) and not entitled(frame, number):
            found.append(Span(item.start, item.end, frame.text[item.start : item.end]))
    return tuple(found)


def _segments_in(frame: Frame, span: Span) -> Iterator[int]:
    """The numbers of the segments that lie inside the span with their marks."""
    number = bisect_left(frame.segments, span.start, key=lambda segment: segment.quotation.outer_start)
    while number < len(frame.segments) and frame.segments[number].quotation.outer_end <= span.end:
        yield number
        number += 1


def _reports(frame: Frame, cue: Cue, speaker: Token) -> bool:
    if frame.inside[speaker.i] >= 0 or speaker.lower_ in _OWN_VOICE:
        return False
    if cue.kind == "preposition":
        return True
    if not takes_clause(cue.kind) or cue.kind == "noun" or not _asserted(cue.head):
        return False
    return frame.speakers.is_text(speaker) if cue.kind == "document" else frame.speakers.can_speak(speaker)


def _asserted(verb: Token) -> bool:
    """Whether the reporting happened: not "did not say", "may say", "if he says"."""
    return not any(
        child.dep_ == "neg" or child.tag_ == "MD" or (child.dep_ == "mark" and child.lower_ in _CONDITIONS)
        for child in verb.children
    )


def _content(frame: Frame, cue: Cue) -> tuple[Span, ...]:
    if cue.kind == "preposition":
        ranges = _around_phrase(frame, cue)
    else:
        clause = _clause(cue)
        ranges = _of_clause(frame, cue, clause) if clause is not None else _around_parenthesis(frame, cue)
    spans = tuple(span for part in ranges if (span := trimmed(frame.text, *part)).text)
    return spans if sum(len(span.text.split()) for span in spans) >= _MIN_WORDS else ()


def _clause(cue: Cue) -> Token | None:
    """The finite clause that the verb reports, or None."""
    for child in cue.head.children:
        if child.dep_ in _CLAUSES and child.i != cue.head.i and _finite(child):
            return child
    return None


def _finite(clause: Token) -> bool:
    inner = list(clause.children)
    if any(child.dep_ == "mark" and child.lower_ in _INTRODUCING for child in inner):
        return True
    tensed = clause.tag_ in _FINITE or any(
        child.tag_ in _FINITE or child.tag_ == "MD" for child in inner if child.dep_ in ("aux", "auxpass")
    )
    return tensed and has_subject(clause)


def _of_clause(frame: Frame, cue: Cue, clause: Token) -> tuple[Range, ...]:
    left, right = clause.left_edge.i, clause.right_edge.i
    if clause.i > cue.head.i and not _interrupts(cue, clause):
        left, right = max(left, cue.head.i + 1), min([right, *(place - 1 for place in _next_reports(frame, clause))])
        while left < right and (frame.doc[left].lower_ in _INTRODUCING or frame.doc[left].is_punct):
            left += 1
        while left < right and (frame.doc[right].dep_ == "cc" or frame.doc[right].is_punct):
            right -= 1
        return ((frame.doc[left].idx, _end(frame.doc[right])),)
    return _without(frame, (frame.doc[left].idx, _end(frame.doc[right])), clause_range(cue))


def _interrupts(cue: Cue, clause: Token) -> bool:
    """Whether the report stands between the subject of what is said and its verb: "The bridge, X said, will be closed"."""
    return any(child.dep_ in SUBJECTS | PASSIVE_SUBJECTS and child.i < cue.first.i for child in clause.children)


def _next_reports(frame: Frame, clause: Token) -> list[int]:
    """Where a second report begins that the tree hangs below the first ("... and added that ...")."""
    return [
        _coordination(child)
        for child in clause.children
        if child.dep_ in ("conj", "advcl") and child.i in frame.cues and not has_subject(child) and child.i > clause.i
    ]


def _coordination(token: Token) -> int:
    before = token.left_edge.i
    while before > 0 and token.doc[before - 1].dep_ in ("cc", "punct"):
        before -= 1
    return before


def _around_parenthesis(frame: Frame, cue: Cue) -> tuple[Range, ...]:
    """The sentence around "..., X said, ...": commas, or the sentence's end, on both sides."""
    hole = clause_range(cue)
    tokens = [token for token in cue.head.sent if hole[0] <= token.idx < hole[1]]
    if not has_subject(cue.head) or not tokens:
        return ()
    before, after = _neighbour(frame, tokens[0].i - 1), _neighbour(frame, tokens[-1].i + 1)
    if before != "," or after not in (",", ".", ""):
        return ()
    sentence = cue.head.sent
    return _without(frame, (sentence.start_char, sentence.end_char), hole)


def _neighbour(frame: Frame, place: int) -> str:
    return frame.doc[place].text.strip() if 0 <= place < len(frame.doc) else ""


def _around_phrase(frame: Frame, cue: Cue) -> tuple[Range, ...]:
    """The clause that "according to X" belongs to."""
    verb = cue.first.head
    for above in (verb, *verb.ancestors):
        if above.pos_ in ("VERB", "AUX") and above.dep_ not in _SUBORDINATE:
            whole = (above.left_edge.idx, _end(above.right_edge))
            return _without(frame, whole, _phrase_range(cue))
    return ()


def _phrase_range(cue: Cue) -> Range:
    last = cue.speaker.right_edge if cue.speaker is not None else cue.head
    return cue.first.idx, _end(last)


def _without(frame: Frame, whole: Range, hole: Range) -> tuple[Range, ...]:
    """What remains of a stretch without the cue's clause; only the part beside it when that clause is at an end."""
    parts = ((whole[0], min(whole[1], hole[0])), (max(whole[0], hole[1]), whole[1]))
    return tuple(part for part in parts if part[0] < part[1] and any(map(str.isalnum, frame.text[part[0] : part[1]])))


def _end(token: Token) -> int:
    return token.idx + len(token.text)
