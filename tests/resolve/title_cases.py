"""Reads clauses with marked participants into event mentions, for the golden titles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.model import Argument, EventMention
from generator.model.span import Span, span_of
from generator.resolve.titles_tail import Around

# "[agent:c0 Ms Berg] *signed* [patient the treaty] {on Friday}": participants, the verb, and days.
_MARKED = re.compile(
    r"\[(?P<role>\w+)(?::(?P<chain>\w+))? (?P<words>[^\]]+)\]|\*(?P<verb>[^*]+)\*|\{(?P<date>[^}]+)\}|<(?P<own>\w+):(?P<of>\w+)>"
)

NAMES = {
    "c0": ("Anna Berg", "person"),
    "c1": ("Oslo", "place"),
    "c2": ("Norway", "place"),
    "c3": ("Chile", "place"),
    "c4": ("Reds", "organization"),
    "c5": ("Karl Lund", "person"),
    "c6": ("Acme", "organization"),
    "c7": ("Harbor Council", "organization"),
}


@dataclass(frozen=True)
class Case:
    """A text with one event mention and what stands around it."""

    text: str
    mention: EventMention
    around: Around


def name_of(chain: str) -> tuple[str, str]:
    return NAMES.get(chain, ("", ""))


def read_case(marked: str, verb: str, **more: object) -> Case:
    """The text without its marks, its mention and its surroundings."""
    text, arguments, dates, chains = "", [], [], []
    predicate, place = Span(0, 0, ""), 0
    for found in _MARKED.finditer(marked):
        text += marked[place : found.start()]
        place, start = found.end(), len(text)
        words = found["words"] or found["verb"] or found["date"] or found["own"]
        text += words
        span = Span(start, len(text), words)
        if found["role"]:
            head = words.split()[-1].lower()
            plural = head.endswith("s") and not head.endswith("ss")
            arguments.append(Argument(found["role"], span, found["chain"], head, plural))
            first = words.split()[0]
            if first.lower() in ("his", "her", "its", "their") and more.get("own"):
                chains.append((start, str(more["own"])))
        elif found["verb"]:
            predicate = span
        elif found["date"]:
            dates.append(span)
        else:
            chains.append((start, found["of"]))
    text += marked[place:]
    clause = span_of(text, 0, len(text.rstrip('."')))
    return Case(text, _mention(predicate, verb, arguments, clause, more), Around(tuple(dates), tuple(chains)))


def _mention(
    predicate: Span, verb: str, arguments: list[Argument], clause: Span, more: dict[str, object]
) -> EventMention:
    passive = bool(more.get("passive"))
    return EventMention(
        "e0",
        predicate,
        verb,
        str(more.get("type", "visit")),
        tuple(arguments),
        None,
        None,
        "s0",
        clause,
        modality=str(more.get("modality", "asserted")),
        predicate=predicate,
        verb=verb,
        tag="VBN" if passive else str(more.get("tag", "VBD")),
        passive=passive,
    )
