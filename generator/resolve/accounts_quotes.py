"""Quotations compared: one utterance in several articles, and what one article alone has somebody say."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Cell, Event, Evidence, Facet, KnowledgeBase, Quote
from generator.model.span import Span
from generator.resolve.accounts_tellings import Telling, sentence_of
from generator.resolve.accounts_words import label

# Quotations of one article alone that are shown, at most.
MAX_ALONE = 3
# Shorter ones are phrases, and say little alone.
MIN_WORDS = 6


def compare_quotes(kb: KnowledgeBase, _event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """A row for each utterance that two of the articles have, then the longer ones of one article alone."""
    shared: list[Facet] = []
    alone: dict[str, list[Facet]] = {telling.article: [] for telling in tellings}
    for utterance in kb.utterances:
        cells = _cells(kb, utterance.quotes, utterance.speaker, tellings)
        articles = {cell.article for cell in cells}
        if len(articles) > 1:
            shared.append(Facet("quote", label("quote"), "agree", tuple(cells), _note(cells)))
        elif len(articles) == 1 and utterance.speaker and len(cells[0].evidence.span.text.split()) >= MIN_WORDS:
            alone[cells[0].article].append(Facet("quote", label("quote"), "only here", (cells[0],)))
    shared.sort(key=_place)
    kept = [facet for telling in tellings for facet in sorted(alone[telling.article], key=_place)[:MAX_ALONE]]
    return (*shared, *kept)


def _place(facet: Facet) -> tuple[str, int]:
    evidence = facet.cells[0].evidence
    return evidence.article, evidence.span.start


def _cells(
    kb: KnowledgeBase, quotes: Sequence[tuple[str, str]], speaker: str | None, tellings: Sequence[Telling]
) -> list[Cell]:
    """The wordings that stand in the accounts, in their order; one for each article."""
    cells: list[Cell] = []
    for telling in tellings:
        found = [kb.quote(article, key) for article, key in quotes if article == telling.article]
        told = [quote for quote in found if telling.main or telling.ids.intersection(quote.sentences)]
        cell = _cell(kb, telling.article, told[0], speaker) if told else None
        if cell is not None:
            cells.append(cell)
    return cells


def _cell(kb: KnowledgeBase, article: str, quote: Quote, speaker: str | None) -> Cell | None:
    span = _longest(quote.quoted or quote.spans)
    sentence = sentence_of(kb, article, span) if span is not None else None
    if span is None or sentence is None:
        return None
    known = kb.entities.get(speaker or "")
    return Cell(article, Evidence(article, sentence, span), speaker, known.name if known is not None else "")


def _longest(spans: Sequence[Span]) -> Span | None:
    return max(spans, key=lambda span: (len(span.text), -span.start), default=None)


def _note(cells: Sequence[Cell]) -> str:
    wordings = {_plain(cell.evidence.span.text) for cell in cells}
    contained = all(any(one in other or other in one for other in wordings - {one}) for one in wordings)
    if len(wordings) == 1:
        return ""
    return "cut to different lengths" if contained else "in different wordings"


def _plain(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.lower()).split())
