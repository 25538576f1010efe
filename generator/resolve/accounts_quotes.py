"""Quotations compared: one utterance in several articles, and what one article alone has somebody say."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Cell, Event, Evidence, Facet, KnowledgeBase, Utterance
from generator.model.span import Span
from generator.resolve.accounts_tellings import Telling, sentence_of
from generator.resolve.accounts_words import label

# Quotations of one article alone that are shown, at most.
MAX_ALONE = 3
# Shorter ones are phrases, and say little alone.
MIN_WORDS = 6
# Two wordings of one utterance share at least this part of the shorter one's words.
MIN_SHARED = 0.5


def compare_quotes(kb: KnowledgeBase, _event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """A row for each utterance that two of the articles have, then the longer ones of one article alone."""
    shared: list[Facet] = []
    alone: dict[str, list[Facet]] = {telling.article: [] for telling in tellings}
    for utterance in kb.utterances:
        cells = _cells(kb, utterance, tellings)
        if len(cells) > 1:
            shared.append(Facet("quote", label("quote"), "agree", tuple(cells), _note(cells)))
        elif cells and utterance.speaker and len(cells[0].evidence.span.text.split()) >= MIN_WORDS:
            alone[cells[0].article].append(Facet("quote", label("quote"), "only here", (cells[0],)))
    shared.sort(key=_place)
    kept = [facet for telling in tellings for facet in sorted(alone[telling.article], key=_place)[:MAX_ALONE]]
    return (*shared, *kept)


def _place(facet: Facet) -> tuple[str, int]:
    evidence = facet.cells[0].evidence
    return evidence.article, evidence.span.start


def _cells(kb: KnowledgeBase, utterance: Utterance, tellings: Sequence[Telling]) -> list[Cell]:
    """The wordings that stand in the accounts, in their order: one for each article, those that say the same stretch."""
    wordings = {telling.article: _wordings(kb, utterance, telling) for telling in tellings}
    spans = [span for found in wordings.values() for span in found]
    if not spans:
        return []
    fullest = max(spans, key=lambda span: len(span.text))
    cells: list[Cell] = []
    for article, found in wordings.items():
        best = max(found, key=lambda span: (_shared(span, fullest), len(span.text), -span.start), default=None)
        sentence = sentence_of(kb, article, best) if best is not None else None
        if best is not None and sentence is not None and _shared(best, fullest) >= MIN_SHARED:
            cells.append(Cell(article, Evidence(article, sentence, best), utterance.speaker, _speaker(kb, utterance)))
    return cells


def _wordings(kb: KnowledgeBase, utterance: Utterance, telling: Telling) -> list[Span]:
    found = [kb.quote(article, key) for article, key in utterance.quotes if article == telling.article]
    told = [quote for quote in found if telling.main or telling.ids.intersection(quote.sentences)]
    return [span for quote in told for span in (quote.quoted or quote.spans)]


def _shared(left: Span, right: Span) -> float:
    """Share of the shorter text's words that the other has."""
    first, second = set(_plain(left.text).split()), set(_plain(right.text).split())
    return len(first & second) / max(1, min(len(first), len(second)))


def _speaker(kb: KnowledgeBase, utterance: Utterance) -> str:
    known = kb.entities.get(utterance.speaker or "")
    return known.name if known is not None else ""


def _note(cells: Sequence[Cell]) -> str:
    wordings = sorted({_plain(cell.evidence.span.text) for cell in cells}, key=len)
    if len(wordings) == 1:
        return ""
    cut = all(any(one in other for other in wordings[place + 1 :]) for place, one in enumerate(wordings[:-1]))
    return "cut to different lengths" if cut else "in different wordings"


def _plain(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.lower()).split())
