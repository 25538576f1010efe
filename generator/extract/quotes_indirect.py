"""Indirect quotes: clauses, infinitives and objects that a cue reports, without quotation marks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from generator.extract.quotes_acts import infinitive_of, noun_clause_of, object_of, puts_it, topic_of
from generator.extract.quotes_clauses import (
    beside_of,
    clause_of,
    interrupts,
    is_asked,
    lacks_a_part,
    range_after,
    without,
    without_range,
)
from generator.extract.quotes_content import Range, clause_range, trimmed
from generator.extract.quotes_cues import OBJECTS, Cue, has_subject
from generator.extract.quotes_drafts import Cover, Draft, cue_span, relay_of, told_under
from generator.extract.quotes_frame import Frame
from generator.extract.quotes_introduced import headline_label
from generator.extract.quotes_lexicon import load_words, takes_clause
from generator.model import QuoteForm, QuoteKind, Span

_OWN_VOICE = frozenset({"i", "we", "you", "one"})
_CONDITIONS = frozenset({"if", "whether", "unless"})
_SUBORDINATE = frozenset({"advcl", "acl", "relcl", "xcomp", "pcomp", "csubj", "aux", "auxpass"})
_ADVERBIAL = frozenset({"advmod", "prep", "npadvmod"})
_TO_SOMEBODY = frozenset({"to", "of", "about", "with", "for"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_RELATIVES = frozenset({"which", "who", "that", "whom", "whose", "where"})
_STOPS = ("", ",", ";", ":", "-", "–", "—", "(", "“", '"')
_REQUEST = "request"
_EMPTY = frozenset({"it", "there"})
_MIN_WORDS = 3


def find_indirect(frame: Frame, drafts: Sequence[Draft]) -> list[Draft]:
    """A draft for every stretch that is reported, whose speaker is found, and that no quote with quotation marks holds already.

    Of stretches inside each other the outermost counts, and one more inside it where another speaker is reported to speak.
    """
    taken, nested = Cover(len(frame.text)), Cover(len(frame.text))
    for span in (span for draft in drafts for span in draft.spans):
        taken.add(span.start, span.end)
        nested.add(span.start, span.end)
    cued = {draft.cue for draft in drafts}
    found: list[Draft] = []
    for cue, spans in _candidates(frame, cued):
        inner = all(taken.holds(span.start, span.end) for span in (*spans, cue_span(frame.text, cue)))
        cover = nested if inner else taken
        draft = _draft(frame, cue, spans, inner)
        if draft is None or any(cover.meets(span.start, span.end) for span in spans):
            continue
        found.append(draft)
        for span in spans:
            cover.add(span.start, span.end)
    return found


def _candidates(frame: Frame, cued: set[Span | None]) -> list[tuple[Cue, tuple[Span, ...]]]:
    """Cues with what they report, the longest first; phrases come last: "according to Y, X said" are X's words, which Y
    passes on."""
    found: list[tuple[Cue, tuple[Span, ...]]] = []
    headline = headline_label(frame)
    if headline is not None:
        found.append((headline[0], (trimmed(frame.text, *headline[1]),)))
    for cue in frame.cues.values():
        if cue.speaker is None or cue_span(frame.text, cue) in cued or not _reports(frame, cue, cue.speaker):
            continue
        spans = content_of(frame, cue)
        if form_of(frame, cue) and not frame.speakers.can_speak(cue.speaker):
            continue  # "a car that promises to ...": only a clause leaves no doubt that somebody speaks
        if sum(len(span.text.split()) for span in spans) >= _MIN_WORDS:
            found.append((cue, spans))
    return sorted(found, key=lambda item: (item[0].kind == "preposition", -_length(item[1]), item[0].head.i))


def _length(spans: Sequence[Span]) -> int:
    return sum(len(span.text) for span in spans)


def _draft(frame: Frame, cue: Cue, spans: tuple[Span, ...], inner: bool) -> Draft | None:
    if cue.speaker is None:
        return None
    speaker = frame.speakers.resolve(cue.speaker)
    relay = relay_of(cue, frame.cues, frame.speakers)
    if inner:
        outer = _outer_speaker(frame, cue)
        if speaker.chain is None or outer is None or outer == speaker.chain:
            return None
        relay = relay or outer
    # What somebody denies stands in the marks of another: "rejected claims that it was “unsafe”".
    quoted = _marked(frame, spans) if cue.kind != "denying" else ()
    kind: QuoteKind = "mixed" if quoted else "indirect"
    return Draft(spans, quoted, cue_span(frame.text, cue), speaker, kind, relay, form_of(frame, cue))


def _outer_speaker(frame: Frame, cue: Cue) -> str | None:
    """The chain of who says that somebody said so."""
    for above in told_under(cue):
        outer = frame.cues.get(above.i)
        if outer is not None and outer.speaker is not None and takes_clause(outer.kind):
            return frame.speakers.resolve(outer.speaker).chain
    return None


def _marked(frame: Frame, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The words in quotation marks inside these spans that no other rule has taken."""
    found = []
    for number in (number for span in spans for number in _segments_in(frame, span)):
        item = frame.segments[number].quotation
        if number not in frame.unspoken:
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
    if speaker.lower_ in _EMPTY and frame.speakers.resolve(speaker).chain is None:
        return False
    if cue.kind == "preposition":
        return frame.speakers.could_speak(speaker)
    if cue.kind in ("noun", "carrier"):
        lemma = cue.head.lemma_.lower()
        asks = lemma == _REQUEST and frame.speakers.relays(
            speaker
        )  # an outlet's "requests to speak with X" were no statement
        return lemma not in load_words().denials and not asks and frame.speakers.can_speak(speaker)
    if (
        lacks_a_part(cue)
        or not _asserted(cue.head)
        or (cue.head.dep_ == "acl" and not frame.speakers.can_speak(speaker))
    ):
        return False
    return frame.speakers.says(speaker, cue.kind)


def _asserted(verb: Token) -> bool:
    """Whether the reporting happened: not "did not say", "may say", "if he says", "refused to say", "without saying"."""
    for child in verb.children:
        if child.dep_ == "neg" or child.tag_ == "MD" or (child.dep_ == "mark" and child.lower_ in _CONDITIONS):
            return False
        if child.dep_ == "aux" and child.tag_ == "TO" and verb.dep_ == "conj":
            return _asserted(verb.head)
        if child.dep_ == "aux" and child.tag_ == "TO" and verb.dep_ in ("xcomp", "ccomp", "acl"):
            return verb.head.lemma_.lower() in load_words().happened
    return not (verb.dep_ == "pcomp" and verb.head.lower_ in load_words().unsaid)


def content_of(frame: Frame, cue: Cue) -> tuple[Span, ...]:
    """The stretches that this cue reports, by the first rule that finds some; empty when none does."""
    if cue.kind == "preposition":
        ranges = _around_phrase(frame, cue)
    elif cue.kind in ("noun", "carrier"):
        ranges = _of_tokens(frame, noun_clause_of(cue))
    else:
        ranges = _of_verb(frame, cue)
    spans = (trimmed(frame.text, *_before_phrase(frame, part)) for part in ranges)
    return tuple(span for span in spans if span.text and span.text.lower() not in _RELATIVES)


def _before_phrase(frame: Frame, part: Range) -> Range:
    """The stretch without "..., according to X" at its end: X passes it on."""
    start = bisect_left(frame.doc, part[0], key=lambda token: token.idx)
    end = bisect_left(frame.doc, part[1], key=lambda token: token.idx)
    for token in frame.doc[start + 1 : end]:
        phrase = frame.phrases.get(token.i)
        if phrase is not None and _phrase_range(phrase)[1] >= part[1]:
            return part[0], token.idx
    return part


def form_of(frame: Frame, cue: Cue) -> QuoteForm:
    """What the cue reports: a clause, an infinitive or object that says little without the cue, or what the words are about."""
    if cue.kind in ("preposition", "label"):
        return ""
    if cue.kind in ("noun", "carrier"):
        tokens = noun_clause_of(cue)
        return "act" if tokens is not None and frame.doc[tokens[0]].tag_ == "TO" else ""
    clause = clause_of(cue)
    if clause is not None:
        return "act" if is_asked(cue, clause) else ""
    if infinitive_of(cue) is not None:
        return "act"
    if beside_of(frame.doc, cue) is not None:
        return ""
    return "act" if object_of(cue) is not None else "about" if topic_of(cue) is not None else ""


def _of_verb(frame: Frame, cue: Cue) -> tuple[Range, ...]:
    clause = clause_of(cue)
    if clause is not None and any(token.text == ";" for token in frame.doc[clause.i : cue.head.i]):
        clause = None  # "it was over; she announced her return": the first clause is nobody's
    if clause is not None and clause.i > cue.head.i and not interrupts(cue, clause):
        return _of_tokens(frame, range_after(frame.doc, cue, clause))
    if clause is not None:
        return _without_time(
            frame, without(frame.text, (clause.left_edge.idx, _end(clause.right_edge)), cue), cue, clause
        )
    tokens = infinitive_of(cue) or beside_of(frame.doc, cue) or object_of(cue) or topic_of(cue)
    return _of_tokens(frame, tokens) or _around_parenthesis(frame, cue)


def _without_time(frame: Frame, parts: tuple[Range, ...], cue: Cue, clause: Token) -> tuple[Range, ...]:
    """Without what follows the report of a whole clause with no comma between: it tells when that was said ("..., X said this year
    after Y left")."""
    told = clause_range(cue)
    if clause.i > cue.head.i or frame.text[told[1] :].lstrip()[:1] in _STOPS:
        return parts
    return tuple(part for part in parts if part[0] < told[0]) or parts


def _of_tokens(frame: Frame, tokens: tuple[int, int] | None) -> tuple[Range, ...]:
    return ((frame.doc[tokens[0]].idx, _end(frame.doc[tokens[1]])),) if tokens is not None else ()


def _around_parenthesis(frame: Frame, cue: Cue) -> tuple[Range, ...]:
    """The sentence around "..., X said on Monday, ..." or "As X put it, ...": commas, or the sentence's end, on both sides."""
    if not _has_speaker(cue) or not (takes_clause(cue.kind) or puts_it(cue.head)):
        return ()
    sentence, hole = cue.head.sent, _parenthesis(cue)
    first = bisect_left(frame.doc, hole[0], key=lambda token: token.idx)
    last = bisect_left(frame.doc, hole[1], key=lambda token: token.idx) - 1
    before, after = _neighbour(frame, first - 1), _neighbour(frame, last + 1)
    opens = first == sentence.start and frame.doc[first].lower_ == "as" and after == ","
    if not opens and (before != "," or after not in (",", ".", "")):
        return ()
    if not any(token.tag_ in _FINITE for token in sentence if not first <= token.i <= last):
        return ()
    return without_range(frame.text, (sentence.start_char, sentence.end_char), hole)


def _parenthesis(cue: Cue) -> Range:
    """The offsets of the report with "as" before it and its adverbs of time and place after it."""
    start, end = clause_range(cue)
    for child in cue.head.children:
        if child.lower_ == "as" and child.dep_ in ("mark", "advmod") and child.i < cue.head.i:
            start = min(start, child.idx)
        elif _is_beside(cue.head, child):
            edge = child.right_edge
            if child.i > cue.head.i and not any(token.is_punct for token in child.doc[cue.head.i : edge.i + 1]):
                end = max(end, _end(edge))
    return start, end


def _has_speaker(cue: Cue) -> bool:
    """Whether the speaker stands in the report itself, and is not one that it shares with another verb."""
    beside = cue.speaker is not None and cue.speaker.i == cue.head.i - 1
    return beside or has_subject(cue.head)


def _is_beside(verb: Token, child: Token) -> bool:
    """Whether this belongs to a report in commas: "X said on Monday", "X told Y", "as X put it"."""
    if child.dep_ in OBJECTS:
        return child.lower_ == "it" or verb.lemma_.lower() in load_words().telling
    return child.dep_ in _ADVERBIAL and child.lower_ not in _TO_SOMEBODY


def _neighbour(frame: Frame, place: int) -> str:
    return frame.doc[place].text.strip() if 0 <= place < len(frame.doc) else ""


def _around_phrase(frame: Frame, cue: Cue) -> tuple[Range, ...]:
    """The clause that "according to X" belongs to, with those coordinated to it that nobody else is reported to say."""
    verb = cue.first.head
    for above in (verb, *verb.ancestors):
        if above.pos_ not in ("VERB", "AUX") or above.dep_ in _SUBORDINATE:
            continue
        if above.dep_ == "conj" and above.head.i not in frame.cues:
            continue
        whole = (above.left_edge.idx, _end(above.right_edge))
        return without_range(frame.text, whole, _phrase_range(cue))
    return ()


def _phrase_range(cue: Cue) -> Range:
    last = cue.speaker.right_edge if cue.speaker is not None else cue.head
    return cue.first.idx, _end(last)


def _end(token: Token) -> int:
    return token.idx + len(token.text)
