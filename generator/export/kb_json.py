"""The knowledge base as one JSON document: everything that was concluded, with the evidence.

Offsets are Unicode code points into `articles[].text`, end exclusive.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.model import (
    Article,
    Entity,
    Event,
    EventRef,
    Evidence,
    Facet,
    KnowledgeBase,
    MentionRef,
    Origin,
    Quantity,
    Quote,
    Span,
)

SCHEMA_VERSION = 2
MIN_SEGMENT_WORDS = 3
_Json = dict[str, Any]


def export_json(kb: KnowledgeBase) -> str:
    """The whole knowledge base as JSON text, ending in a newline; same knowledge base, same bytes."""
    same_as = _utterance_index(kb)
    document = {
        "schema": SCHEMA_VERSION,
        "articles": [_article(kb, article) for article in _sorted(kb.articles)],
        "entities": [_entity(kb, entity) for entity in _sorted(kb.entities)],
        "events": [_event(kb, event) for event in _sorted(kb.events)],
        "quotes": [
            record
            for found in _sorted(kb.extractions)
            for quote in found.quotes
            for record in _quote(kb, found.article, quote, same_as)
        ],
        "quantities": [
            _quantity(kb, found.article, item) for found in _sorted(kb.extractions) for item in found.quantities
        ],
        "problems": [
            {"path": item.path, "message": item.message, "remedy": item.remedy, "fatal": item.fatal}
            for item in kb.problems
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _sorted(table: Mapping[str, Any]) -> list[Any]:
    return [table[key] for key in sorted(table)]


def _article(kb: KnowledgeBase, article: Article) -> _Json:
    main = [event.id for event in _sorted(kb.events) if article.id in event.main_of]
    return {
        "id": article.id,
        "path": article.path,
        "title": article.title,
        "publisher": article.publisher,
        "authors": list(article.authors),
        "published": article.published,
        "url": article.url,
        "text": article.text,
        "removed": list(article.removed),
        "main_event": main[0] if main else None,
        "sentences": [
            {"id": sentence.id, "start": sentence.span.start, "end": sentence.span.end}
            for sentence in kb.extractions[article.id].sentences
        ],
        "copy_of": article.copy_of,
        "version_of": article.version_of,
    }


def _entity(kb: KnowledgeBase, entity: Entity) -> _Json:
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type,
        "aliases": [alias.form for alias in entity.aliases],
        "page": _site_path(entity.page),
        "country": entity.country,
        "mentions": [_entity_mention(kb, ref) for ref in entity.mentions],
    }


def _entity_mention(kb: KnowledgeBase, ref: MentionRef) -> _Json:
    mention = kb.mention(ref.article, ref.mention)
    return {
        "article": ref.article,
        "sentence": mention.sentence,
        **_span(mention.span),
        "kind": mention.kind,
        "via": mention.via,
    }


def _event(kb: KnowledgeBase, event: Event) -> _Json:
    return {
        "id": event.id,
        "title": event.title,
        "type": event.type,
        "date": event.date,
        "place": event.place,
        "page": _site_path(event.page),
        "participants": [{"entity": item.entity, "role": item.role} for item in event.participants],
        "mentions": [
            *(_event_mention(kb, ref) for ref in event.mentions),
            *(_event_mention(kb, ref) | {"loose": True} for ref in event.loose),
        ],
        "accounts": [_facet(part) for facet in event.facets for part in _comparable(facet)],
        "tellings": [
            {"article": item.article, "sentences": list(item.sentences), "alone": list(item.alone)}
            for item in event.accounts
        ],
        "shared": [[_evidence(cell) for cell in group.cells] for group in event.shared],
        "origins": [_origin(origin) for origin in event.origins],
    }


def _event_mention(kb: KnowledgeBase, ref: EventRef) -> _Json:
    mention = kb.event_mention(ref.article, ref.event)
    return {
        "article": ref.article,
        "sentence": mention.sentence,
        **_span(mention.trigger),
        "polarity": mention.polarity,
        "modality": mention.modality,
        "said_by": mention.sayer.text if mention.sayer is not None else None,
    }


def _origin(origin: Origin) -> _Json:
    return {
        "articles": list(origin.articles),
        "source": origin.source,
        "reasons": list(origin.reasons),
        "evidence": [_evidence(item) for item in origin.evidence],
        "partly": origin.partly,
    }


def _evidence(item: Evidence) -> _Json:
    return {"article": item.article, "sentence": item.sentence, **_span(item.span)}


def _comparable(facet: Facet) -> Iterator[Facet]:
    """The facet; what stands side by side without a verdict, article by article: the contract knows no fourth verdict."""
    if facet.verdict != "side by side":
        yield facet
        return
    for article in sorted({cell.article for cell in facet.cells}):
        cells = tuple(cell for cell in facet.cells if cell.article == article)
        yield replace(facet, verdict="only here", cells=cells)


def _facet(facet: Facet) -> _Json:
    cells = [
        {"article": cell.article, "start": cell.evidence.span.start, "end": cell.evidence.span.end, "value": cell.value}
        for cell in facet.cells
    ]
    return {
        "facet": facet.label,
        "kind": facet.kind,
        "verdict": facet.verdict,
        "note": facet.note,
        "cells": cells,
        "origins": facet.origins,
    }


def _quote(kb: KnowledgeBase, article: str, quote: Quote, same_as: Mapping[tuple[str, str], int]) -> list[_Json]:
    """One record; for direct speech that its cue breaks one record per stretch, all of the same utterance."""
    common = _quote_fields(kb, article, quote, same_as)
    stretches = [(span,) for span in quote.spans] if quote.kind == "direct" else [quote.spans]
    text = kb.articles[article].text
    return [
        {
            "article": article,
            "start": spans[0].start,
            "end": spans[-1].end,
            "text": text[spans[0].start : spans[-1].end],
            "spans": [[span.start, span.end] for span in spans],
            **common,
        }
        for spans in stretches
    ]


def _quote_fields(kb: KnowledgeBase, article: str, quote: Quote, same_as: Mapping[tuple[str, str], int]) -> _Json:
    speaker = quote.speaker_span
    return {
        "speaker": _entity_id(kb, article, quote.speaker),
        "speaker_span": {"start": speaker.start, "end": speaker.end} if speaker else None,
        "cue": quote.cue.text if quote.cue else None,
        "kind": quote.kind,
        "same_as": same_as.get((article, quote.id)),
        "quoted": [[span.start, span.end] for span in quote.quoted if _is_speech(quote, span)],
        "relayed_by": _entity_id(kb, article, quote.relayed_by),
    }


def _is_speech(quote: Quote, segment: Span) -> bool:
    # One or two words in quotation marks are a term that the reporter keeps at a distance, not somebody's sentence.
    return quote.kind == "mixed" and len(segment.text.split()) >= MIN_SEGMENT_WORDS


def _quantity(kb: KnowledgeBase, article: str, item: Quantity) -> _Json:
    return {
        "article": article,
        "start": item.span.start,
        "end": item.span.end,
        "low": item.low,
        "high": item.high,
        "unit": item.unit,
        "of": item.of,
        "hedge": item.hedge,
        "said_by": _entity_id(kb, article, item.said_by),
    }


def _utterance_index(kb: KnowledgeBase) -> dict[tuple[str, str], int]:
    return {key: index for index, utterance in enumerate(kb.utterances) for key in utterance.quotes}


def _entity_id(kb: KnowledgeBase, article: str, chain: str | None) -> str | None:
    return kb.entity_of.get((article, chain)) if chain else None


def _span(span: Span) -> _Json:
    return {"start": span.start, "end": span.end, "text": span.text}


def _site_path(page: str | None) -> str | None:
    return f"{page.removesuffix('.md')}/" if page else None
