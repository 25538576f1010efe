"""What every page needs to know of the whole: the knowledge base, its addresses, and look-ups made once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from generator.compile.dates import date_key, date_words
from generator.compile.words import listing, plural
from generator.config import Config
from generator.model import Article, Entity, Event, KnowledgeBase, Mention, Sentence
from generator.slugs import page_path, relative_link, unique_slugs

HOME, METHOD = "index.md", "method.md"
ENTITIES, EVENTS = "entities/index.md", "events/index.md"
SOURCES, PUBLISHERS = "sources/index.md", "publishers/index.md"
UNTITLED_WORDS, OUTLET_WORDS = 9, 6


@dataclass(frozen=True)
class Site:
    """A knowledge base with the addresses of its pages. Never changed after it was made."""

    kb: KnowledgeBase
    config: Config

    @cached_property
    def articles(self) -> tuple[Article, ...]:
        """The articles that have a page: copies share the page of their original. Newest first, undated last."""
        with_page = [a for a in self.kb.articles.values() if a.copy_of is None and a.id in self.kb.extractions]
        return tuple(sorted(with_page, key=lambda a: (_newest(a.published), a.id)))

    @cached_property
    def publishers(self) -> dict[str, str]:
        """Publisher's name -> path of its page, by name."""
        names = sorted({a.publisher for a in self.kb.articles.values() if a.publisher}, key=str.casefold)
        slugs = unique_slugs({name: name for name in names})
        return {name: page_path("publishers", slugs[name]) for name in names}

    @cached_property
    def entities(self) -> tuple[Entity, ...]:
        """The entities that have a page, by name."""
        return tuple(sorted((e for e in self.kb.entities.values() if e.page), key=lambda e: (e.name.casefold(), e.id)))

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events that have a page, newest first, undated last."""
        return tuple(sorted((e for e in self.kb.events.values() if e.page), key=lambda e: (_newest(e.date), e.id)))

    @cached_property
    def copies(self) -> dict[str, tuple[Article, ...]]:
        """Article id -> articles that repeat it word for word."""
        found: dict[str, list[Article]] = {}
        for article in sorted(self.kb.articles.values(), key=lambda a: a.id):
            if article.copy_of is not None:
                found.setdefault(article.copy_of, []).append(article)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def events_of(self) -> dict[str, tuple[Event, ...]]:
        """Entity id -> the events with a page in which it takes part or which it is the place of, newest first."""
        found: dict[str, list[Event]] = {}
        for event in self.events:
            for entity in dict.fromkeys(
                [*(p.entity for p in event.participants), *([event.place] if event.place else [])]
            ):
                found.setdefault(entity, []).append(event)
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def mentions_in(self) -> dict[tuple[str, str], tuple[Mention, ...]]:
        """(article id, sentence id) -> the mentions that start in it, in text order."""
        found: dict[tuple[str, str], list[Mention]] = {}
        for key, extraction in self.kb.extractions.items():
            for mention in extraction.mentions:
                found.setdefault((key, mention.sentence), []).append(mention)
        return {key: tuple(sorted(value, key=lambda m: (m.span, m.id))) for key, value in found.items()}

    @cached_property
    def entities_in(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """(article id, sentence id) -> the entities with a page that are mentioned in it."""
        found: dict[tuple[str, str], dict[str, None]] = {}
        for (article, sentence), mentions in sorted(self.mentions_in.items()):
            for mention in mentions:
                entity = self.entity_with_page(article, mention.chain)
                if entity is not None:
                    found.setdefault((article, sentence), {})[entity.id] = None
        return {key: tuple(value) for key, value in found.items()}

    @cached_property
    def event_articles(self) -> dict[str, tuple[str, ...]]:
        """Event id -> ids of the articles that tell it (originals), oldest first."""
        return {
            event.id: tuple(
                sorted({self.original(ref.article) for ref in event.mentions}, key=lambda a: (self.published_key(a), a))
            )
            for event in self.kb.events.values()
        }

    def entity_with_page(self, article: str, chain: str) -> Entity | None:
        """The entity that this chain refers to, if it has a page."""
        entity = self.kb.entities.get(self.kb.entity_of.get((article, chain), ""))
        return entity if entity is not None and entity.page else None

    def original(self, article: str) -> str:
        """The id of the article whose page shows this one: itself, or the article that it repeats."""
        found = self.kb.articles[article]
        return found.copy_of if found.copy_of is not None and found.copy_of in self.kb.articles else article

    def source_path(self, article: str) -> str:
        """Path of an article's page."""
        return page_path("sources", self.original(article))

    def sentence_link(self, page: str, article: str, sentence: str) -> str:
        """Link target from `page` to a sentence on its article's page."""
        return relative_link(page, self.source_path(article), sentence)

    def link_to(self, page: str, target: str | None, anchor: str = "") -> str:
        """Link target from `page` to `target`; "" when the target has no page or is this very page."""
        if not target or (target == page and not anchor):
            return ""
        return relative_link(page, target, anchor)

    def published_key(self, article: str) -> str:
        """A key that sorts articles by their publication."""
        return date_key(self.kb.articles[article].published)

    def outlet(self, article: str) -> str:
        """The publisher's name; the beginning of the article's title where the publisher isn't known."""
        return self.kb.articles[article].publisher or f"“{_beginning(self.title(article).strip('“”'), OUTLET_WORDS)}”"

    def title(self, article: str) -> str:
        """The article's title, or its first words."""
        found = self.kb.articles[article]
        if found.title and found.title.strip():
            return found.title.strip()
        opening = _beginning(found.text, UNTITLED_WORDS)
        return f"“{opening}”" if opening else "Untitled article"

    def credit(self, article: str) -> str:
        """Publisher and date: "Northern Wire, 30 November 2024"; the title stands in for an unknown publisher."""
        return f"{self.outlet(article)}, {date_words(self.kb.articles[article].published) or 'undated'}"

    def text_policy(self, article: str) -> str:
        """How much of the text may be shown: the article's own rights, else the configuration."""
        rights = self.kb.articles[self.original(article)].rights
        return rights if rights in {"full", "evidence", "none"} else self.config.source_text

    def publisher_count(self, articles: Iterable[str]) -> int:
        """How many named publishers stand behind these articles."""
        return len({name for article in articles if (name := self.kb.articles[article].publisher)})

    def one_publisher(self, articles: Iterable[str]) -> bool:
        """Whether all these articles are known to be of one publisher."""
        return len({self.kb.articles[article].publisher or article for article in articles}) == 1

    def told_by(self, articles: Iterable[str]) -> str:
        """ "3 articles by 2 publishers"; articles of unknown publishers are said to be so."""
        keys = sorted(set(articles))
        told, named = plural(len(keys), "article"), self.publisher_count(keys)
        unknown = sum(not self.kb.articles[key].publisher for key in keys)
        if not named:
            return told
        by = f"{told} by {plural(named, 'publisher')}"
        return f"{by} and {plural(unknown, 'unknown one')}" if unknown else by

    def by_whom(self, articles: Iterable[str], limit: int = 3) -> str:
        """The publishers of these articles by name; "2 articles" where one of them isn't known."""
        keys = list(dict.fromkeys(self.original(article) for article in articles))
        names = [self.kb.articles[key].publisher for key in keys]
        if not all(names):
            return plural(len(keys), "article")
        return listing(list(dict.fromkeys(filter(None, names))), limit=limit)

    def in_headline(self, article: str, sentence: str) -> bool:
        """Whether this sentence is (part of) the article's headline, which stands as its first paragraph."""
        found = self.kb.articles[article]
        return found.headline is not None and self.kb.sentence(article, sentence).paragraph == 0

    def articles_of(self, entity: Entity) -> Counter[str]:
        """Article id (original) -> number of mentions of the entity."""
        return Counter(self.original(ref.article) for ref in entity.mentions)

    def sentences_of(self, article: str) -> tuple[Sentence, ...]:
        """The article's sentences, in order."""
        return self.kb.extractions[article].sentences


def _beginning(text: str, count: int) -> str:
    """The first `count` words, with " ..." where there are more."""
    words = text.split(None, count)
    return " ".join(words) if len(words) <= count else " ".join(words[:count]).rstrip(".,;: ") + " ..."


def _newest(date: str | None) -> tuple[int, ...]:
    """A key that sorts dates newest first and unknown ones last."""
    key = date_key(date)
    return tuple(-int(part) if part.isdigit() else 0 for part in key.split("-")) if key else (1,)
