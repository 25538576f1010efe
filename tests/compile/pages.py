"""Helpers for tests of pages."""

from __future__ import annotations

from dataclasses import replace

from generator.compile import compile_pages
from generator.config import Config
from generator.model import KnowledgeBase


def section(body: str, heading: str) -> str:
    """The part of a page under a heading, up to the next one."""
    start = body.index(f"## {heading} ")
    end = body.find("\n## ", start)
    return body[start:] if end < 0 else body[start:end]


def body_of(kb: KnowledgeBase, path: str) -> str:
    """The body of one page of a knowledge base."""
    return next(page.body for page in compile_pages(kb, Config()) if page.path == path)


def changed_entity(kb: KnowledgeBase, key: str, **changes: object) -> KnowledgeBase:
    """The knowledge base with one entity changed."""
    return replace(kb, entities={**kb.entities, key: replace(kb.entities[key], **changes)})


def changed_extraction(kb: KnowledgeBase, key: str, **changes: object) -> KnowledgeBase:
    """The knowledge base with one article's findings changed."""
    return replace(kb, extractions={**kb.extractions, key: replace(kb.extractions[key], **changes)})
