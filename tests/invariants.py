"""What holds for every knowledge base and every set of pages, whatever the articles were."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urldefrag

import frontmatter
import markdown
import yaml

from generator.compile import compile_pages
from generator.config import Config
from generator.history import HISTORY
from generator.model import Evidence, Extraction, KnowledgeBase, Span
from generator.write import MANIFEST

SITE = yaml.safe_load((Path(__file__).parents[1] / "mkdocs.yml").read_text(encoding="utf-8"))
EXTENSIONS = [next(iter(item)) if isinstance(item, dict) else item for item in SITE["markdown_extensions"]]


class Links(HTMLParser):
    """The ids of a page and where its links lead."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.ids += [value for name, value in attrs if name == "id" and value]
        self.targets += [value for name, value in attrs if name == "href" and value]


def spans_of(found: Extraction) -> Iterator[tuple[Span, str | None]]:
    """Every span of an extraction, with the id of the sentence that it must lie in (None: several are possible)."""
    yield from ((item.span, item.id) for item in found.sentences)
    yield from ((item.span, item.sentence) for item in found.mentions)
    yield from ((item.span, item.sentence) for item in found.roles)
    yield from ((item.span, item.sentence) for item in found.times)
    for figure in found.quantities:
        yield figure.span, figure.sentence
        yield from ((span, figure.sentence) for span in (figure.of_span, figure.measured_span) if span)
    for quote in found.quotes:
        yield from ((span, None) for span in (*quote.spans, *quote.quoted))
        yield from ((span, None) for span in (quote.cue, quote.speaker_span) if span)
    for event in found.events:
        yield event.trigger, event.sentence
        yield from ((span, event.sentence) for span in (event.clause, event.predicate) if span)
        yield from ((argument.span, None) for argument in event.arguments)


def check_extraction(found: Extraction, text: str) -> None:
    """Spans are verbatim and lie in their sentence, ids are unique, references lead to something."""
    sentences = {item.id: item.span for item in found.sentences}
    for span, sentence in spans_of(found):
        assert span.text, (found.article, span)
        assert text[span.start : span.end] == span.text, (found.article, span)
        if sentence is not None:
            around = sentences[sentence]
            assert around.start <= span.start < span.end <= around.end, (found.article, span, around)
    tables = (found.sentences, found.mentions, found.chains, found.times, found.quantities, found.quotes, found.events)
    for table in tables:
        assert len({item.id for item in table}) == len(table), (found.article, table)
    ordered = [item.span for item in found.sentences]
    assert all(left.end <= right.start for left, right in pairwise(ordered)), found.article
    _check_references(found)


def _check_references(found: Extraction) -> None:
    chains, times = {item.id for item in found.chains}, {item.id for item in found.times}
    mentions = {item.id: item for item in found.mentions}
    for chain in found.chains:
        assert chain.mentions
        assert all(mentions[key].chain == chain.id for key in chain.mentions), (found.article, chain)
    assert {item.chain for item in found.mentions} <= chains, found.article
    assert {item.chain for item in found.roles} <= chains, found.article
    assert {item.said_by for item in found.quantities} - {None} <= chains, found.article
    for quote in found.quotes:
        assert {quote.speaker, quote.relayed_by} - {None} <= chains, (found.article, quote)
        assert quote.sentences
        assert set(quote.sentences) <= {item.id for item in found.sentences}
    for event in found.events:
        assert {event.place, event.attribution, *(item.chain for item in event.arguments)} - {None} <= chains
        assert {event.time} - {None} <= times, (found.article, event)
    assert sum(event.main for event in found.events) == bool(found.events), found.article


def check_knowledge(kb: KnowledgeBase) -> None:
    """Every extraction holds, and everything concluded leads to evidence that is there."""
    assert set(kb.articles) == set(kb.extractions)
    for key, found in kb.extractions.items():
        check_extraction(found, kb.articles[key].text)
    assert set(kb.entity_of.values()) <= set(kb.entities)
    assert set(kb.event_of.values()) <= set(kb.events)
    for entity in kb.entities.values():
        assert entity.name.strip(), entity.id
        assert entity.mentions, entity.id
        assert {kb.entity_of[ref.article, kb.mention(ref.article, ref.mention).chain] for ref in entity.mentions} == {
            entity.id
        }
    for event in kb.events.values():
        assert event.title.strip(), event.id
        assert event.mentions, event.id
        assert {item.entity for item in event.participants} | ({event.place} - {None}) <= set(kb.entities), event.id
    for proof in _evidence(kb):
        text = kb.articles[proof.article].text
        assert text[proof.span.start : proof.span.end] == proof.span.text != "", proof
        assert kb.sentence(proof.article, proof.sentence).span.start <= proof.span.start, proof


def _evidence(kb: KnowledgeBase) -> Iterator[Evidence]:
    for entity in kb.entities.values():
        yield from (proof for role in entity.roles for proof in role.evidence)
    for event in kb.events.values():
        yield from (*event.summary, *event.date_words, *(item for part in event.participants for item in part.evidence))
        yield from (cell.evidence for facet in event.facets for cell in facet.cells)
        yield from (proof for proof in (event.title_evidence,) if proof is not None)


def check_pages(content: Path, kb: KnowledgeBase, config: Config) -> None:
    """The files are the pages of the knowledge base, read back equal, and every link leads to a page and an id of it."""
    compiled = {page.path: page for page in compile_pages(kb, config)}
    files = {path.relative_to(content).as_posix(): path for path in sorted(content.rglob("*")) if path.is_file()}
    assert set(files) == set(compiled) | {MANIFEST, HISTORY}
    assert len({path.casefold() for path in files}) == len(files)
    links: dict[str, Links] = {}
    for path, page in compiled.items():
        post = frontmatter.loads(files[path].read_text(encoding="utf-8"))
        assert post.metadata == dict(page.meta), path
        links[path] = Links(markdown.markdown(post.content, extensions=EXTENSIONS))
        assert len(set(links[path].ids)) == len(links[path].ids), path
    for path, found in links.items():
        for link in found.targets:
            target, anchor = urldefrag(link)
            if target.startswith(("http://", "https://")):
                continue
            place = normpath(join(dirname(path), target)) if target else path
            assert place in links, (path, link)
            assert not anchor or unquote(anchor) in links[place].ids, (path, link)
