"""The Method page: how the site is made, what it cannot do, and the figures of this very build."""

from __future__ import annotations

from collections.abc import Mapping

from generator.compile.markdown import link
from generator.compile.render import Head, compile_page
from generator.compile.site import ENTITIES, METHOD, SOURCES, Site
from generator.compile.source import READ
from generator.compile.words import plural
from generator.model import Page

EMBEDDED = "embedded"


def compile_method(site: Site, cited: Mapping[tuple[str, str], tuple[tuple[str, str], ...]], marks: int) -> Page:
    """The Method page. `cited`: the sentences that pages cite; `marks`: the number of citations that were checked."""
    sentences = sum(len(site.sentences_of(a.id)) for a in site.articles)
    view = {
        "articles": plural(len(site.articles), "article") if site.articles else "",
        "publishers": plural(len(site.publishers), "publisher"),
        "sentences": f"{sentences:,}",
        "cited": f"{len(cited):,}",
        "marks": f"{marks:,}",
        "copies": sum(a.copy_of is not None for a in site.kb.articles.values()),
        "undated": sum(a.published is None for a in site.articles),
        "aside": [(p.path, p.message) for p in site.kb.problems if p.fatal],
        "noted": sum(not p.fatal for p in site.kb.problems),
        "foreign": sum(a.language.partition("-")[0] != READ for a in site.articles),
        "removed": sum(len(a.removed) for a in site.articles),
        "model": "" if site.config.model == EMBEDDED else site.config.model,
        "rare": sum(e.page is None for e in site.kb.entities.values()),
        "policy": site.config.source_text,
        "sources": link("sources", SOURCES),
        "index": link("index of names", ENTITIES),
    }
    lead = "How this site is made, what it cannot do, and how to check it."
    return compile_page(Head(METHOD, "Method", lead), "method.md.j2", view)
