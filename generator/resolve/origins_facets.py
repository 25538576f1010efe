"""From how many independent origins a statement comes: accounts of one origin count once, and so do those that credit one newsroom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.model import Cell, Facet, KnowledgeBase, Origin
from generator.resolve.origins_credits import credits_in, credits_of, newsroom_of
from generator.resolve.utterances_words import split_words


def count_origins(kb: KnowledgeBase, facets: Sequence[Facet], origins: Sequence[Origin]) -> tuple[Facet, ...]:
    """The facets with `origins` filled in."""
    return tuple(replace(facet, origins=_number(kb, facet.cells, origins)) for facet in facets)


def _number(kb: KnowledgeBase, cells: Sequence[Cell], origins: Sequence[Origin]) -> int:
    """Connected parts of the cells' articles: an article, its group, and whom its own words there credit are one.

    An article with a cell that credits nobody else is an origin of its own, whatever its other cells credit."""
    sources: dict[str, list[frozenset[str]]] = {}
    for cell in cells:
        sources.setdefault(cell.article, []).append(_sources(kb, cell) | _repeated(kb, cell, origins))
    credited = {key: frozenset().union(*found) if all(found) else frozenset() for key, found in sources.items()}
    parts: list[set[str]] = []
    for article, names in sorted(credited.items()):
        others = frozenset().union(*(found for key, found in credited.items() if key != article))
        mine = {article, *_group(article, origins), *names, *_own(kb, article, others)}
        near = [part for part in parts if part & mine]
        parts = [part for part in parts if not part & mine] + [mine.union(*near)]
    return len(parts)


def _group(article: str, origins: Sequence[Origin]) -> list[str]:
    return [key for origin in origins if article in origin.articles and not origin.partly for key in origin.articles]


def _own(kb: KnowledgeBase, article: str, credited: frozenset[str]) -> set[str]:
    """The agency that the article is from; its newsroom too, where another article credits that."""
    found = kb.articles[article]
    agencies = {credit.source for credit in credits_of(found) if credit.whole}
    newsroom = newsroom_of(found)
    return agencies or ({newsroom} & credited if newsroom else set())


def _sources(kb: KnowledgeBase, cell: Cell) -> frozenset[str]:
    sentence = kb.sentence(cell.evidence.article, cell.evidence.sentence)
    return frozenset(credit.source for credit in credits_in(sentence))


def _repeated(kb: KnowledgeBase, cell: Cell, origins: Sequence[Origin]) -> frozenset[str]:
    """Whom a cell is from whose sentence other articles of one origin in part have too: the source, or else the words."""
    found: set[str] = set()
    for origin in origins:
        if origin.partly and cell.article in origin.articles:
            own = _words(kb, cell.article, cell.evidence.sentence)
            others = (key for key in origin.articles if key != cell.article)
            shown = {(item.article, item.sentence) for item in origin.evidence}
            if (cell.article, cell.evidence.sentence) in shown or any(own in _texts(kb, key) for key in others):
                found.add(origin.source or " ".join(own))
    return frozenset(found)


def _words(kb: KnowledgeBase, article: str, sentence: str) -> tuple[str, ...]:
    return tuple(split_words(kb.sentence(article, sentence).span.text))


def _texts(kb: KnowledgeBase, article: str) -> set[tuple[str, ...]]:
    return {tuple(split_words(sentence.span.text)) for sentence in kb.extractions[article].sentences}
