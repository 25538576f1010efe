"""Who is mentioned together with whom, with the sentences that say so."""

from __future__ import annotations

from collections import Counter
from typing import Any

from markupsafe import Markup

from generator.compile.evidence import Citations
from generator.compile.prose import entity_link
from generator.compile.site import Site
from generator.compile.words import capitalized, kind_word
from generator.model import Entity, Evidence

# The table opens with the closest; the others are one click away, and what is left is counted.
OPEN_COMPANIONS, MAX_COMPANIONS = 12, 36
MAX_SENTENCES, MAX_FOLDED_SENTENCES = 5, 3


def companions(site: Site, page: str, entity: Entity, cites: Citations) -> dict[str, Any]:
    """The entities that share a sentence with this one, the most frequent first, with a few of the sentences.

    `open` and `folded` hold their rows; `left` counts those that are too many for one page.
    """
    shared: dict[str, list[tuple[str, str]]] = {}
    for key in dict.fromkeys(
        (ref.article, site.kb.mention(ref.article, ref.mention).sentence) for ref in entity.mentions
    ):
        for other in site.entities_in.get(key, ()):
            if other != entity.id:
                shared.setdefault(other, []).append(key)
    ranked = sorted(shared.items(), key=lambda item: _closeness(site, *item))
    shown = ranked[:MAX_COMPANIONS]
    opened = OPEN_COMPANIONS if len(shown) > OPEN_COMPANIONS + 1 else len(shown)
    limits = [MAX_SENTENCES if at < opened else MAX_FOLDED_SENTENCES for at in range(len(shown))]
    rows = [
        _row(site, page, site.kb.entities[other], keys, cites.mark(*_sentences(site, keys, limit)))
        for (other, keys), limit in zip(shown, limits, strict=True)
    ]
    return {"open": rows[:opened], "folded": rows[opened:], "left": len(ranked) - len(shown)}


def _closeness(site: Site, other: str, keys: list[tuple[str, str]]) -> tuple[int, int, str, str]:
    """Sorts by the sentences shared, then by their articles, then by name."""
    articles = {site.original(article) for article, _ in keys}
    return -len(keys), -len(articles), site.kb.entities[other].name.casefold(), other


def _sentences(site: Site, keys: list[tuple[str, str]], limit: int) -> list[Evidence]:
    """The first sentence of each article, then the second ones, and so on, at most `limit`."""
    seen: Counter[str] = Counter()
    turns = []
    for article, sentence in keys:
        turns.append((seen[article], article, sentence))
        seen[article] += 1
    chosen = sorted(turns, key=lambda turn: turn[0])[:limit]
    return [whole_sentence(site, article, sentence) for _, article, sentence in chosen]


def _row(site: Site, page: str, other: Entity, keys: list[tuple[str, str]], cite: Markup) -> dict[str, Any]:
    return {
        "name": entity_link(site, page, other),
        "kind": capitalized(kind_word(other.type)),
        "sentences": len(keys),
        "articles": len({site.original(article) for article, _ in keys}),
        "cite": cite,
    }


def whole_sentence(site: Site, article: str, sentence: str) -> Evidence:
    """A sentence as evidence of its own."""
    return Evidence(article, sentence, site.kb.sentence(article, sentence).span)
