"""What stands in one account only: the facts that no other account of the event has, as far as its sentences were compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

from generator.compile.accounts import MAIN_KINDS, ONLY_HERE, QUOTE
from generator.compile.quotes import is_quoted
from generator.compile.site import Site
from generator.compile.words import lexicon
from generator.model import Cell, Event, Facet

# So many words in a row are the same words.
SAME_WORDS = 4
_ATTRIBUTION = "attribution"
Key = tuple[str, str]


def only_facts(site: Site, event: Event) -> list[tuple[Facet, Cell]]:
    """The facts of one account and their cells; who, what, when and where are in the table.

    A quotation must stand in no other text and in no sentence that others tell, too; anything else in a sentence that its account
    has alone. Who says so is no fact by itself.
    """
    alone = {(account.article, sentence) for account in event.accounts for sentence in account.alone}
    shared = {(item.article, item.sentence) for pair in event.shared for item in pair.cells}
    found = (f for f in event.facets if f.verdict == ONLY_HERE and f.kind not in (*MAIN_KINDS, _ATTRIBUTION))
    return [
        (facet, cell) for facet in found for cell in facet.cells if _is_alone(site, event, facet, cell, alone, shared)
    ]


def _is_alone(site: Site, event: Event, facet: Facet, cell: Cell, alone: set[Key], shared: set[Key]) -> bool:
    key = (cell.article, cell.evidence.sentence)
    if facet.kind != QUOTE or not is_quoted(site, cell.evidence):
        return key in alone
    return key not in shared and not _has_words(site, event, cell)


def _has_words(site: Site, event: Event, cell: Cell) -> bool:
    """Whether another account has the beginning of a quotation, in quotation marks or without."""
    own = list(_words(cell.evidence.span.text))
    wanted = f" {' '.join(own[: max(SAME_WORDS, len(own) // 2)])} "
    others = {account.article for account in event.accounts} - {cell.article}
    return len(own) >= SAME_WORDS and any(wanted in _plain(site.kb.articles[key].text) for key in sorted(others))


@lru_cache(maxsize=1000)
def _plain(text: str) -> str:
    return f" {' '.join(_words(text))} "


def _words(text: str) -> Iterator[str]:
    """The words in lower case, without the marks around them."""
    for written in text.casefold().replace("’", "'").split():
        word = written.strip("\"'“”‘.,;:!?()[]…")
        if word:
            yield word


def verdict_counts(site: Site, event: Event) -> list[tuple[int, str]]:
    """How many facets agree, differ, and stand in one account only, each with its words; zeros are left out."""
    if len(event.accounts) < 2:
        return []
    counts = Counter(str(facet.verdict) for facet in event.facets if facet.verdict != ONLY_HERE)
    counts[ONLY_HERE] = len({id(facet) for facet, _ in only_facts(site, event)})
    counts[ONLY_HERE] += sum(facet.verdict == ONLY_HERE and facet.kind in MAIN_KINDS for facet in event.facets)
    words: dict[str, list[str]] = lexicon()["verdict_counts"]
    return [(counts[key], forms[counts[key] != 1]) for key, forms in words.items() if counts[key]]
