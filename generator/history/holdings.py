"""What each page holds: the findings of the articles that stand on it, named so that they outlast edits and renames.

Offsets would not do: one word inserted into an article would move all that follows.

- an entity holds (article, form of its name); an event holds (article, trigger, which of its kind) and the main events of articles;
- a publisher holds its articles;
- a source holds its text, piece by piece, and its web address.

Findings are compared as hashes of 32 bits. The state file keeps the smallest hashes of each page only: a bottom-k sample (Cohen
and Kaplan 2007), whose share found on another page estimates the share of the whole, and which a new article rarely changes.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from generator.model import Article, Entity, Event, KnowledgeBase
from generator.slugs import page_path, publisher_paths

# Findings: what was found in an article (by id), as words that are the same in the next build.
Finding = tuple[str, ...]
SAMPLE = 12
URL, TEXT = "url", "text"
# Shorter pieces of text ("He said.") stand in many articles.
LEAST_PIECE = 20
# An article without a title is called by its first words.
UNTITLED_WORDS = 9
_PIECES = re.compile(r"[.!?\n]+")
_HASH_BYTES = 4


@dataclass(frozen=True, slots=True)
class Holding:
    """What a page holds now. The first word of a finding is the id of its article; of a source's own findings it says their kind."""

    title: str
    findings: frozenset[Finding]


def hold(kb: KnowledgeBase) -> dict[str, Holding]:
    """Path -> what the page holds, for every page of an entity, event, source or publisher."""
    triggers = _triggers(kb)
    events = (
        (event.page, Holding(_capital(event.title), _of_event(event, triggers)))
        for event in kb.events.values()
        if event.page
    )
    entities = ((each.page, Holding(each.name, _of_entity(kb, each))) for each in kb.entities.values() if each.page)
    return dict(sorted(chain(entities, events, _publishers(kb), _sources(kb))))


def findings_of(kb: KnowledgeBase) -> dict[str, frozenset[Finding]]:
    """Path of a source -> what entities and events hold of its article, those without a page included."""
    found: dict[str, set[Finding]] = {}
    triggers = _triggers(kb)
    events = (_of_event(event, triggers) for event in kb.events.values())
    for finding in chain.from_iterable(chain(events, (_of_entity(kb, entity) for entity in kb.entities.values()))):
        found.setdefault(_source_path(kb.articles[finding[0]], kb), set()).add(finding)
    return {path: frozenset(findings) for path, findings in found.items()}


def sample(findings: Iterable[Finding]) -> tuple[str, ...]:
    """The smallest hashes of the findings and those of web addresses, sorted."""
    hashes = {hash_of(finding): finding[0] == URL for finding in findings}
    return tuple(sorted(sorted(hashes, key=lambda each: (not hashes[each], each))[:SAMPLE]))


def hash_of(finding: Finding) -> str:
    """The hash of a finding: 8 hexadecimal digits."""
    data = "\x1f".join(finding).encode("utf-8", "surrogatepass")
    return hashlib.blake2b(data, digest_size=_HASH_BYTES).hexdigest()


def _source_path(article: Article, kb: KnowledgeBase) -> str:
    shown = article.copy_of if article.copy_of in kb.articles else None
    return page_path("sources", shown or article.id)


def _sources(kb: KnowledgeBase) -> Iterator[tuple[str, Holding]]:
    """The sources; a copy is held by the page of the article that it repeats."""
    found: dict[str, set[Finding]] = {}
    for article in kb.articles.values():
        found.setdefault(_source_path(article, kb), set()).update(_of_article(article))
    for key, article in kb.articles.items():
        path = page_path("sources", key)
        if article.copy_of is None and key in kb.extractions:
            yield path, Holding(_title(article), frozenset(found[path]))


def _title(article: Article) -> str:
    return article.title or " ".join(article.text.split()[:UNTITLED_WORDS]) or article.path


def _capital(title: str) -> str:
    return title[:1].upper() + title[1:]


def _of_article(article: Article) -> Iterator[Finding]:
    pieces = (" ".join(piece.split()) for piece in _PIECES.split(article.text))
    yield from ((TEXT, piece) for piece in pieces if len(piece) >= LEAST_PIECE)
    yield from ((URL, url) for url in (article.url,) if url)


def _publishers(kb: KnowledgeBase) -> Iterator[tuple[str, Holding]]:
    articles: dict[str, set[Finding]] = {}
    for article in kb.articles.values():
        if article.publisher:
            articles.setdefault(article.publisher, set()).add((article.id, "article"))
    for name, path in publisher_paths(articles).items():
        yield path, Holding(name, frozenset(articles[name]))


def _of_entity(kb: KnowledgeBase, entity: Entity) -> frozenset[Finding]:
    """Names only: descriptions and pronouns change their chains too easily. Of a country that is only named as "Russian", that."""
    found: dict[str, set[Finding]] = {}
    for ref in entity.mentions:
        mention = kb.mention(ref.article, ref.mention)
        found.setdefault(mention.kind, set()).add((ref.article, "name", mention.span.text.casefold()))
    return frozenset(found.get("name") or found.get("nominal") or found.get("pronoun") or ())


def _of_event(event: Event, triggers: Mapping[tuple[str, str], Finding]) -> frozenset[Finding]:
    mains: Iterator[Finding] = ((article, "main") for article in event.main_of)
    return frozenset(chain(mains, (triggers[ref.article, ref.event] for ref in event.mentions)))


def _triggers(kb: KnowledgeBase) -> dict[tuple[str, str], Finding]:
    """(article id, event mention id) -> the trigger's word, and which of the article's triggers with this word it is."""
    found: dict[tuple[str, str], Finding] = {}
    for key, extraction in kb.extractions.items():
        seen: Counter[str] = Counter()
        for event in sorted(extraction.events, key=lambda item: (item.trigger, item.id)):
            word = event.trigger.text.casefold()
            seen[word] += 1
            found[key, event.id] = (key, "trigger", word, str(seen[word]))
    return found
