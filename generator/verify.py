"""The last look before anything is written: every span that was found or concluded is verbatim in its article."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, TypeVar

from generator.errors import EvidenceError
from generator.model import Evidence, Extraction, KnowledgeBase, Span

_Found = TypeVar("_Found")
_SHOWN = 60
_REMEDY = "This is a defect of the generator: nothing was written. Remove the file or report it, with the article."
# What can hold no span, by annotation: most fields are of this kind, and there are a million of them in a large collection.
_PLAIN = ("str", "bool", "int", "float", "bytes", "EntityType", "MentionKind", "QuoteKind", "QuoteForm", "Verdict")


def verify(kb: KnowledgeBase) -> None:
    """Check all spans of the extractions, and all evidence of entities and events: of their words and of their sentence.

    Raises EvidenceError for the first that is not verbatim, names no sentence, or stands outside the sentence that it names.
    """
    for _, found in sorted(kb.extractions.items()):
        for span in _inside(found, Span):
            _verbatim(kb, found, span)
    for table in (kb.entities, kb.events):
        for _, item in sorted(table.items()):
            for evidence in _inside(item, Evidence):
                check(kb, evidence)


def check(kb: KnowledgeBase, item: Evidence) -> None:
    """Raise EvidenceError unless the words of `item` are verbatim in its article, and begin or end in the sentence it names."""
    found = kb.extractions.get(item.article)
    if item.article not in kb.articles or found is None:
        raise EvidenceError(f"A statement cites an article that is not there ({item.article}).", _REMEDY)
    _verbatim(kb, found, item.span)
    path = kb.articles[item.article].path
    try:
        sentence = kb.sentence(item.article, item.sentence).span
    except KeyError as missing:
        message = f"{path}: there is no sentence {item.sentence}, but a statement cites it."
        raise EvidenceError(message, _REMEDY) from missing
    if not sentence.overlaps(item.span):
        message = f"{path}: “{item.span.text[:_SHOWN]}” does not stand in the sentence that a statement cites."
        raise EvidenceError(message, _REMEDY)


def _verbatim(kb: KnowledgeBase, found: Extraction, span: Span) -> None:
    article = kb.articles[found.article]
    words = article.text[span.start : span.end]
    if words != span.text or not words:
        raise EvidenceError(
            f"{article.path}: characters {span.start} to {span.end} read {words[:_SHOWN]!r}, "
            f"but a statement cites them as {span.text[:_SHOWN]!r}.",
            _REMEDY,
        )


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The fields of a noun in which a span can stand."""
    return tuple(item.name for item in dataclasses.fields(kind) if str(item.type).removesuffix(" | None") not in _PLAIN)


def _inside(item: Any, wanted: type[_Found]) -> Iterator[_Found]:
    """All instances of `wanted` in a noun, in the order of its fields."""
    if isinstance(item, wanted):
        yield item
    elif dataclasses.is_dataclass(item):
        for name in _fields(item.__class__):
            yield from _inside(getattr(item, name), wanted)
    elif isinstance(item, tuple | list):
        for part in item:
            yield from _inside(part, wanted)
    elif isinstance(item, Mapping):
        for part in item.values():
            yield from _inside(part, wanted)
