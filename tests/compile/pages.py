"""Helpers for tests of pages."""

from __future__ import annotations

from dataclasses import replace

from generator.compile import compile_pages
from generator.config import Config
from generator.model import KnowledgeBase, MentionRef


def section(body: str, heading: str) -> str:
    """The part of a page under a heading, up to the next one."""
    start = body.index(f"## {heading} ")
    end = body.find("\n## ", start)
    return body[start:] if end < 0 else body[start:end]


def box_row(body: str, label: str) -> str:
    """The value of a row of the box at the top of a page; "" without such a row."""
    return body.partition(f"\n{label}\n:   ")[2].partition("\n")[0]


def body_of(kb: KnowledgeBase, path: str) -> str:
    """The body of one page of a knowledge base."""
    return next(page.body for page in compile_pages(kb, Config()) if page.path == path)


def changed_entity(kb: KnowledgeBase, key: str, **changes: object) -> KnowledgeBase:
    """The knowledge base with one entity changed."""
    return replace(kb, entities={**kb.entities, key: replace(kb.entities[key], **changes)})


def changed_extraction(kb: KnowledgeBase, key: str, **changes: object) -> KnowledgeBase:
    """The knowledge base with one article's findings changed."""
    return replace(kb, extractions={**kb.extractions, key: replace(kb.extractions[key], **changes)})


def governed(kb: KnowledgeBase, article: str, name: str, country: str) -> KnowledgeBase:
    """The knowledge base in which this name stands for the government of a country in one article."""
    found = kb.extractions[article]
    chain = next(key[1] for key, entity in kb.entity_of.items() if entity == country and key[0] == article)
    moved = {m.id for m in found.mentions if m.span.text == name}
    mentions = tuple(
        replace(m, via="metonym", kind="nominal", chain=chain) if m.id in moved else m for m in found.mentions
    )
    changed = changed_extraction(kb, article, mentions=mentions)
    for key, entity in kb.entities.items():
        refs = {ref for ref in entity.mentions if ref.article != article or ref.mention not in moved}
        if key == country:
            refs |= {MentionRef(article, mention) for mention in moved}
        changed = changed_entity(changed, key, mentions=tuple(sorted(refs)))
    return changed
