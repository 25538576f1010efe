"""Who is mentioned together with whom, with the sentences that say so."""

from __future__ import annotations

from typing import Any

from generator.compile.evidence import Citations
from generator.compile.prose import entity_link
from generator.compile.site import Site
from generator.compile.words import capitalized, kind_word
from generator.model import Entity, Evidence

MAX_COMPANIONS = 25
MAX_SENTENCES = 5


def companions(site: Site, page: str, entity: Entity, cites: Citations) -> list[dict[str, Any]]:
    """The entities that share a sentence with this one, the most frequent first, with up to five of the sentences."""
    shared: dict[str, list[tuple[str, str]]] = {}
    for key in dict.fromkeys(
        (ref.article, site.kb.mention(ref.article, ref.mention).sentence) for ref in entity.mentions
    ):
        for other in site.entities_in.get(key, ()):
            if other != entity.id:
                shared.setdefault(other, []).append(key)
    ranked = sorted(shared.items(), key=lambda item: (-len(item[1]), item[0]))[:MAX_COMPANIONS]
    return [_row(site, page, site.kb.entities[other], keys, cites) for other, keys in ranked]


def _row(site: Site, page: str, other: Entity, keys: list[tuple[str, str]], cites: Citations) -> dict[str, Any]:
    evidence = [whole_sentence(site, article, sentence) for article, sentence in keys[:MAX_SENTENCES]]
    return {
        "name": entity_link(site, page, other),
        "kind": capitalized(kind_word(other.type)),
        "sentences": len(keys),
        "articles": len({site.original(article) for article, _ in keys}),
        "cite": cites.mark(*evidence),
    }


def whole_sentence(site: Site, article: str, sentence: str) -> Evidence:
    """A sentence as evidence of its own."""
    return Evidence(article, sentence, site.kb.sentence(article, sentence).span)
