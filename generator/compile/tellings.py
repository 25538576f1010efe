"""What the accounts of an event tell alike, sentence by sentence, and what only one of them tells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup

from generator.compile.accounts import ONLY_HERE, QUOTE, snippet
from generator.compile.credits import article_title, credit, outlet
from generator.compile.evidence import Citations
from generator.compile.markdown import join, link
from generator.compile.only import only_facts
from generator.compile.prose import linked, without_dateline
from generator.compile.quotes import is_quoted
from generator.compile.relations import whole_sentence
from generator.compile.site import Site
from generator.compile.words import capitalized
from generator.model import Aligned, Cell, Event, Evidence, Facet

# Sentences that open a section; those that follow one click away; the rest is on the page of the article.
OPEN_ALIKE, MAX_ALIKE = 5, 15
MIN_LINES, OPEN_LINES, MAX_LINES = 2, 5, 20
# Of an event that one article tells: its owner keeps the rest.
MAX_TOLD = 6
# Where many articles tell an event, each has fewer lines.
MAX_ALL_LINES = 100


def told_alike(site: Site, page: str, event: Event, cites: Citations) -> dict[str, Any]:
    """Sentences of different accounts that tell the same, side by side: `open`, `folded`, and how many are `left`."""
    pairs = [pair for pair in event.shared if len({site.original(cell.article) for cell in pair.cells}) > 1]
    opened = OPEN_ALIKE if len(pairs) > OPEN_ALIKE + 1 else len(pairs)
    shown = [_pair(site, page, pair, cites) for pair in pairs[:MAX_ALIKE]]
    return {"open": shown[:opened], "folded": shown[opened:], "left": len(pairs) - len(shown)}


def told_further(site: Site, page: str, event: Event, shown: Sequence[Evidence], cites: Citations) -> dict[str, Any]:
    """What the one article that tells an event says of it besides the words in `shown`: `open` lines, and how many are `left`."""
    if len(event.accounts) != 1:
        return {"open": [], "left": 0}
    (account,) = event.accounts
    done = [item.span for item in shown if item.article == account.article]
    keys = [(account.article, sentence) for sentence in account.sentences]
    keys = [key for key in keys if not site.in_headline(*key)]
    keys = [key for key in keys if not any(site.kb.sentence(*key).span.overlaps(span) for span in done)]
    return {
        "open": [_sentence(site, page, key, cites) for key in keys[:MAX_TOLD]],
        "left": max(0, len(keys) - MAX_TOLD),
    }


def _pair(site: Site, page: str, pair: Aligned, cites: Citations) -> list[dict[str, Any]]:
    """Each wording once, with all who have it."""
    alike: dict[str, list[int]] = {}
    for number, cell in enumerate(pair.cells):
        alike.setdefault(" ".join(cell.span.text.split()), []).append(number)
    rows = []
    for numbers in alike.values():
        items = [without_dateline(pair.cells[number]) for number in numbers]
        rows.append(
            {
                "by": list(dict.fromkeys(outlet(site, item.article) for item in items)),
                "text": join((linked(site, page, items[0].article, items[0].span), cites.mark(*items))),
            }
        )
    return rows


def only_here(site: Site, page: str, event: Event, cites: Citations) -> list[dict[str, Any]]:
    """For each article what no other account has: first its facts, figures and quotations, then its other sentences.

    `open` and `folded` hold lines; `left` counts the sentences that are too many for one page.
    """
    if len(event.accounts) < 2:
        return []
    found = []
    for article in site.event_articles[event.id]:
        facets = _facets(site, page, event, article, cites)
        rest = only_told(site, event, article)
        limit = max(OPEN_LINES, min(MAX_LINES, MAX_ALL_LINES // len(event.accounts)))
        room = max(0, limit - len(facets))
        sentences = [(key, _sentence(site, page, key, cites)) for key in rest[:room]]
        lines = [words for _, words in (*facets, *sentences)][:limit]
        if lines:
            # What is only told and nowhere counted is one click away where there is something else to show.
            opened = min(len(facets), OPEN_LINES) if len(facets) >= MIN_LINES else MIN_LINES
            opened = len(lines) if len(lines) <= opened + 1 else opened
            left = len(facets) + len(rest) - len(lines)
            source = _head(site, page, article)
            found.append({"source": source, "open": lines[:opened], "folded": lines[opened:], "left": left})
    return found


def only_cells(site: Site, event: Event, article: str) -> list[tuple[Facet, Cell]]:
    """The cells of what only this article has, in the order of its text; who, what, when and where are in the table."""
    cells = [(facet, cell) for facet, cell in only_facts(site, event) if site.original(cell.article) == article]
    return sorted(cells, key=lambda item: (item[1].article, item[1].evidence.span.start))


def _facets(
    site: Site, page: str, event: Event, article: str, cites: Citations
) -> list[tuple[tuple[str, str], Markup]]:
    """Quotations in their words; everything else in its whole sentence, or with its label where others tell the sentence too."""
    common = _common(event)
    lines: dict[tuple[str, str], Markup] = {}
    labelled: list[tuple[tuple[str, str], Markup]] = []
    for facet, cell in only_cells(site, event, article):
        key = (cell.article, cell.evidence.sentence)
        quoted = facet.kind == QUOTE and is_quoted(site, cell.evidence)
        if key in common and not quoted:
            words = snippet(site, page, facet, [cell], cites)
            labelled.append((key, join((f"{capitalized(facet.label)}: ", words))))
        elif quoted:
            lines.setdefault(key, snippet(site, page, facet, [cell], cites))
        else:
            lines[key] = _sentence(site, page, key, cites)
    return [*lines.items(), *labelled]


def _common(event: Event) -> set[tuple[str, str]]:
    """The sentences of which something stands in other accounts, too."""
    shared = {(cell.article, cell.sentence) for pair in event.shared for cell in pair.cells}
    several = (facet for facet in event.facets if facet.verdict != ONLY_HERE)
    return shared | {(cell.article, cell.evidence.sentence) for facet in several for cell in facet.cells}


def only_told(site: Site, event: Event, article: str) -> list[tuple[str, str]]:
    """The other sentences of this account that no other account has in any words, as far as the comparison of sentences tells."""
    done = {(cell.article, cell.sentence) for pair in event.shared for cell in pair.cells}
    done |= {(cell.article, cell.evidence.sentence) for facet in event.facets for cell in facet.cells}
    keys = [(a.article, s) for a in event.accounts if site.original(a.article) == article for s in a.alone]
    told = {" ".join(site.kb.sentence(*key).span.text.split()): key for key in reversed(dict.fromkeys(keys))}
    return [
        key for key in dict.fromkeys(keys) if key not in done and key in told.values() and not site.in_headline(*key)
    ]


def _sentence(site: Site, page: str, key: tuple[str, str], cites: Citations) -> Markup:
    item = without_dateline(whole_sentence(site, *key))
    return join((linked(site, page, item.article, item.span), cites.mark(item)))


def _head(site: Site, page: str, article: str) -> Markup:
    return link(credit(site, article), site.link_to(page, site.source_path(article)), article_title(site, article))
