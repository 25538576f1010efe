"""Times that lean on another time of the article: "the next day", "three days after she was filmed", "the night before the parade".

The anchor is the time of the happening that the words name, else the time that was told last. A distance in days from a month gives about
that month: nothing becomes finer than what it is reckoned from.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from spacy.tokens import Doc, Token

from generator.extract.events_lexicon import verbs
from generator.extract.times_lexicon import words
from generator.model import EventMention, Sentence, TimeExpression

_OFFSET = re.compile(r"(-?)P(T?)(\d+)([A-Z])")
_VALUE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
# "The next day" leans on a time of its own sentence or of so many sentences before.
SENTENCES_BACK = 2
_DATING = frozenset({"date", "time"})
_DAYS = {"D": 1, "W": 7}


def anchor_times(
    doc: Doc, sentences: Sequence[Sentence], times: Sequence[TimeExpression], events: Sequence[EventMention]
) -> tuple[tuple[TimeExpression, ...], tuple[EventMention, ...]]:
    """The times with what the relative ones come to, and the events without the times that come to nothing."""
    places = {sentence.id: place for place, sentence in enumerate(sentences)}
    known = {time.id: time for time in times}
    for time in times:
        if time.offset:
            known[time.id] = _anchored(doc, time, known, events, places)
    named = [(time, anchor) for time in times if time.offset and (anchor := named_anchor(doc, time)) is not None]
    told = {item.id: item for item in events}
    for time, anchor in named:
        here = _mention_at(anchor, events)
        back = _reckoned_back(time, known, events) if here is not None and here.time is None else None
        if here is not None and back is not None:
            known[time.id], told[here.id] = back, replace(here, time=time.id, nearby=None)
    return tuple(known.values()), tuple(_without_empty(event, known) for event in told.values())


def _reckoned_back(
    time: TimeExpression, known: Mapping[str, TimeExpression], events: Sequence[EventMention]
) -> TimeExpression | None:
    """ "Arrested on Friday, two days after the shooting": where the words date nothing else, the one dated happening of the
    sentence tells when the other was."""
    if known[time.id].value is not None or any(event.time == time.id for event in events):
        return None
    beside = {event.time for event in events if event.sentence == time.sentence and event.modality == "asserted"}
    dated = [item for key in sorted(key for key in beside if key) if (item := known[key]).kind in _DATING]
    if len(dated) != 1 or not dated[0].value:
        return None
    offset = time.offset.removeprefix("-") if time.offset.startswith("-") else f"-{time.offset}"
    value = shifted(dated[0].value, offset)
    source = f"reckoned from {dated[0].value.partition('T')[0]}, “{dated[0].span.text}” beside it"
    return replace(time, value=value, kind="date", anchor=source) if value else None


def _without_empty(event: EventMention, times: Mapping[str, TimeExpression]) -> EventMention:
    time = times.get(event.time or "")
    return replace(event, time=None) if time is not None and time.kind not in _DATING else event


def _anchored(
    doc: Doc,
    time: TimeExpression,
    known: Mapping[str, TimeExpression],
    events: Sequence[EventMention],
    places: Mapping[str, int],
) -> TimeExpression:
    named = named_anchor(doc, time)
    if named is not None:
        found = _of_happening(named, events, known) or _beside_noun(doc, named, time, known, places)
        source = f"the time of “{named.text}”"
    else:
        last = _told_last(doc, time, known, places)
        found, source = (last.value if last else None), (f"“{last.span.text}” before it" if last else "")
    value = shifted(found, time.offset) if found else None
    if value is None:
        return time
    day = (found or "").partition("T")[0]
    return replace(time, value=value, kind="date", anchor=f"reckoned from {day}, {source}")


def named_anchor(doc: Doc, time: TimeExpression) -> Token | None:
    """The head of what follows the "before" or "after" of a time: "parade", "filmed"; None where the words stand alone."""
    span = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    if span is None or span[-1].lower_ not in words("times_words", "leaning_on"):
        return None
    last = span[-1]
    below = [child for child in last.children if child.dep_ in {"pobj", "pcomp"} and child.i > last.i]
    if below:
        return below[0]
    return last.head if last.dep_ == "mark" and last.head.i > last.i else None


def _of_happening(anchor: Token, events: Sequence[EventMention], known: Mapping[str, TimeExpression]) -> str | None:
    """The one date that the article gives for the happening at `anchor`, or for the others of its words."""
    here = _mention_at(anchor, events)
    lemma = here.lemma if here is not None else anchor.lemma_.lower()
    own = _values([here] if here is not None else [], known)
    found = own or _values([item for item in events if item.lemma == lemma and item.modality == "asserted"], known)
    return next(iter(found)) if len(found) == 1 else None


def _beside_noun(
    doc: Doc, anchor: Token, time: TimeExpression, known: Mapping[str, TimeExpression], places: Mapping[str, int]
) -> str | None:
    """The one date of a sentence shortly before that has the same noun: "the wedding was on 7 July"."""
    last = _told_last(doc, time, known, places)
    if last is None or anchor.pos_ != "NOUN":
        return None
    alike = [item for item in known.values() if item.sentence == last.sentence and item.value and item.kind in _DATING]
    words = doc.char_span(last.span.start, last.span.end, alignment_mode="expand")
    there = words is not None and any(token.lemma_ == anchor.lemma_ for token in words.sent if token.i != anchor.i)
    return last.value if there and len(alike) == 1 else None


def _mention_at(anchor: Token, events: Sequence[EventMention]) -> EventMention | None:
    return next((item for item in events if item.trigger.start <= anchor.idx < item.trigger.end), None)


def _values(events: Sequence[EventMention], known: Mapping[str, TimeExpression]) -> set[str]:
    times = (known.get(event.time or "") for event in events)
    return {time.value for time in times if time is not None and time.value and time.kind in _DATING}


def _told_last(
    doc: Doc, time: TimeExpression, known: Mapping[str, TimeExpression], places: Mapping[str, int]
) -> TimeExpression | None:
    """The last time before this one in its own sentence or the few before; times of reports are passed over."""
    here = places[time.sentence]
    near = [item for item in known.values() if here - SENTENCES_BACK <= places[item.sentence] <= here]
    before = [item for item in near if item.span.end <= time.span.start]
    fit = [item for item in before if item.value and item.kind in _DATING and not _is_of_report(doc, item)]
    return fit[-1] if fit else None


def _is_of_report(doc: Doc, time: TimeExpression) -> bool:
    span = doc.char_span(time.span.start, time.span.end, alignment_mode="expand")
    verb = next((token for token in span.root.ancestors if token.tag_.startswith("VB")), None) if span else None
    return verb is not None and verb.lemma_.lower() in verbs("reporting")


def shifted(value: str, offset: str) -> str | None:
    """EDTF `value` moved by an ISO 8601 duration; no finer than `value`, None for stretches and open digits.

    "2018-02-04" and "P2D" give "2018-02-06", "2017-12" and "P3D" about "2017-12", "2012-05" and "P0Y" "2012".
    """
    plain, mark = value.partition("T")[0].rstrip("~?%"), "~" if value[-1:] in "~?%" else ""
    parts, move = _VALUE.fullmatch(plain), _OFFSET.fullmatch(offset)
    if parts is None or move is None:
        return None
    size = int(move[3]) * (-1 if move[1] else 1)
    unit = "H" if move[2] else move[4]
    try:
        return _moved(plain, tuple(int(part) for part in parts.groups() if part), size, unit, mark)
    except (ValueError, OverflowError):
        return None


def _moved(plain: str, parts: tuple[int, ...], size: int, unit: str, mark: str) -> str | None:
    if unit == "Y":
        year = f"{date(parts[0] + size, 1, 1).year:04d}"
        return f"{year}{mark or ('~' if abs(size) > 1 and len(parts) > 1 else '')}"
    if len(parts) == 1:
        return f"{plain}{'~' if size else mark}"
    if unit == "M":
        months = parts[0] * 12 + parts[1] - 1 + size
        return f"{months // 12:04d}-{months % 12 + 1:02d}{mark or ('~' if size and len(parts) > 2 else '')}"
    if len(parts) == len(("year", "month")):
        return f"{plain}{'~' if size else mark}"
    if unit == "H":
        return f"{plain}~" if size else f"{plain}{mark}"
    day = date(*parts[:3]) + timedelta(days=size * _DAYS[unit])
    return f"{day.isoformat()}{'~' if unit == 'W' and size else mark}"
