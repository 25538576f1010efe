"""Quotations compared: one utterance in several articles, and what one article alone has somebody say."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

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
# Letters of a word that carries content.
LONG = 4


def compare_quotes(kb: KnowledgeBase, _event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """A row for each stretch of an utterance that two of the articles have, then the longer ones of one article alone."""
    shared: list[Facet] = []
    alone: dict[str, list[Facet]] = {telling.article: [] for telling in tellings}
    near = {item.id: item for telling in tellings for item in kb.utterances_in.get(telling.article, ())}
    for utterance in (near[key] for key in sorted(near)):
        rows = _rows(kb, utterance, tellings)
        shared += [
            Facet("quote", _label(kb, cells), "agree", tuple(cells), _note(cells)) for cells in rows if len(cells) > 1
        ]
        if len(rows) == 1 and len(rows[0]) == 1 and _says_something(utterance, rows[0][0]):
            alone[rows[0][0].article].append(Facet("quote", _label(kb, rows[0]), "only here", (rows[0][0],)))
    shared.sort(key=_place)
    kept = [facet for telling in tellings for facet in sorted(alone[telling.article], key=_place)[:MAX_ALONE]]
    return (*shared, *kept)


def _says_something(utterance: Utterance, cell: Cell) -> bool:
    return utterance.speaker is not None and len(cell.evidence.span.text.split()) >= MIN_WORDS


def _label(kb: KnowledgeBase, cells: Sequence[Cell]) -> str:
    """ "Quotation" where an account has the words in quotation marks; what all report in their own words is a "Statement"."""
    marked = (span for cell in cells for quote in kb.extractions[cell.article].quotes for span in quote.quoted)
    shown = {cell.evidence.span for cell in cells}
    return label("quote" if any(span in shown for span in marked) else "statement")


def _place(facet: Facet) -> tuple[str, int]:
    evidence = facet.cells[0].evidence
    return evidence.article, evidence.span.start


def _rows(kb: KnowledgeBase, utterance: Utterance, tellings: Sequence[Telling]) -> list[list[Cell]]:
    """The stretches of an utterance, the fullest first, each with the wordings of the accounts that have it."""
    left = {telling.article: _wordings(kb, utterance, telling) for telling in tellings}
    rows: list[list[Cell]] = []
    while any(left.values()):
        fullest = max(
            (span for found in left.values() for span in found), key=lambda span: (len(span.text), -span.start)
        )
        chosen = {article: _best(found, fullest) for article, found in left.items()}
        cells = [_cell(kb, utterance, article, span) for article, span in chosen.items() if span is not None]
        rows.append([cell for cell in cells if cell is not None])
        left = {
            article: [span for span in found if _shared(span, fullest) < MIN_SHARED] for article, found in left.items()
        }
    return rows


def _best(found: Sequence[Span], fullest: Span) -> Span | None:
    """The wording that says most of the fullest one: a word of it that stands alone elsewhere in the article says less."""
    alike = [span for span in found if _shared(span, fullest) >= MIN_SHARED]
    words = _content(fullest.text)
    return max(alike, key=lambda span: (len(_content(span.text) & words), len(span.text), -span.start), default=None)


def _cell(kb: KnowledgeBase, utterance: Utterance, article: str, span: Span) -> Cell | None:
    sentence = sentence_of(kb, article, span)
    if sentence is None:
        return None
    return Cell(article, Evidence(article, sentence, span), utterance.speaker, _speaker(kb, utterance))


def _wordings(kb: KnowledgeBase, utterance: Utterance, telling: Telling) -> list[Span]:
    found = [kb.quote(article, key) for article, key in utterance.quotes if article == telling.article]
    told = [quote for quote in found if telling.main or telling.ids.intersection(quote.sentences)]
    return [span for quote in told for span in (quote.quoted or quote.spans)]


def _shared(left: Span, right: Span) -> float:
    """Share of the shorter text's longer words that the other has; of all words, where a text has no longer ones."""
    first, second = _content(left.text), _content(right.text)
    return len(first & second) / max(1, min(len(first), len(second)))


@lru_cache(maxsize=4096)
def _content(text: str) -> frozenset[str]:
    found = frozenset(_plain(text).split())
    return frozenset(word for word in found if len(word) >= LONG) or found


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
