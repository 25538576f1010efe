"""KnowledgeBase -> pages. `compile_pages` is the door; one kind of page per file."""

from __future__ import annotations

from generator.compile.entity import compile_entity
from generator.compile.event import compile_event
from generator.compile.evidence import Citations
from generator.compile.frontmatter import render_page
from generator.compile.home import compile_home
from generator.compile.indexes import compile_indexes
from generator.compile.ledger import compile_ledger
from generator.compile.method import compile_method
from generator.compile.moved import compile_moved
from generator.compile.publisher import compile_publisher
from generator.compile.site import Site
from generator.compile.source import compile_source
from generator.compile.timeline import compile_timeline
from generator.config import Config
from generator.model import KnowledgeBase, Page

__all__ = ["compile_moved", "compile_pages", "render_page"]


def compile_pages(kb: KnowledgeBase, config: Config) -> tuple[Page, ...]:
    """All pages of the site, sorted by path.

    Raises EvidenceError when a statement's words are not verbatim in the article that it cites.
    """
    site = Site(kb, config)
    concluded = [*(compile_event(site, e) for e in site.events), *(compile_entity(site, e) for e in site.entities)]
    backlinks = _backlinks(concluded, site)
    sources = [compile_source(site, article, backlinks) for article in site.articles]
    marks = sum(len(cites.used) for _, cites in [*concluded, *sources])
    pages = [page for page, _ in [*concluded, *sources]]
    pages += [compile_publisher(site, name, path) for name, path in site.publishers.items()]
    pages += [compile_home(site), *compile_timeline(site), *compile_ledger(site), *compile_indexes(site)]
    pages += [compile_method(site, backlinks, marks)]
    return tuple(sorted(pages, key=lambda page: page.path))


def _backlinks(
    compiled: list[tuple[Page, Citations]], site: Site
) -> dict[tuple[str, str], tuple[tuple[str, str], ...]]:
    """(article id, sentence id) -> (title, path) of the pages that cite it: events first, then entities."""
    titles = {e.page: e.title[:1].upper() + e.title[1:] for e in site.events} | {e.page: e.name for e in site.entities}
    found: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for page, cites in compiled:
        for key in cites.used:
            found.setdefault(key, []).append((titles[page.path], page.path))
    return {key: tuple(value) for key, value in found.items()}
