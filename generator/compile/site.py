"""What every page needs to know of the whole: the knowledge base, its addresses, and look-ups made once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from generator.compile.dates import date_key
from generator.compile.words import form_key
from generator.config import Config
from generator.model import (
    Article,
    Entity,
    Event,
    KnowledgeBase,
    Mention,
    MentionRef,
    Sentence,
    TimeExpression,
    Utterance,
)
from generator.slugs import page_path, publisher_paths, relative_link

HOME, METHOD = "index.md", "method.md"
ENTITIES, EVENTS, FIGURES = "entities/index.md", "events/index.md", "figures/index.md"
K = TypeVar("K")
V = TypeVar("V")
SOURCES, PUBLISHERS = "sources/index.md", "publishers/index.md"


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
        return publisher_paths(a.publisher for a in self.kb.articles.values() if a.publisher)

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
        articles = sorted(self.kb.articles.values(), key=lambda a: a.id)
        return grouped((a.copy_of, a) for a in articles if a.copy_of is not None)

    @cached_property
    def articles_by(self) -> dict[str | None, tuple[Article, ...]]:
        """Publisher's name (None where it isn't known) -> its articles, newest first."""
        return grouped((a.publisher, a) for a in self.articles)

    @cached_property
    def events_of(self) -> dict[str, tuple[Event, ...]]:
        """Entity id -> the events with a page in which it takes part, or whose place it is or has in it, newest first."""
        return grouped((key, event) for event in self.events for key in self._takes_part(event))

    def _takes_part(self, event: Event) -> list[str]:
        return list(
            dict.fromkeys([*(participant.entity for participant in event.participants), *self.scenes_of(event)])
        )

    def scenes_of(self, event: Event) -> list[str]:
        """The place of an event, and the country that it is in, as far as they are known."""
        place = self.kb.entities.get(event.place or "")
        found = (place.id, place.country) if place is not None else ()
        return [key for key in found if key is not None and key in self.kb.entities]

    @cached_property
    def events_in(self) -> dict[str, tuple[Event, ...]]:
        """Article id -> the events with a page that it tells, newest first."""
        return grouped((article, event) for event in self.events for article in self.event_articles[event.id])

    @cached_property
    def event_articles(self) -> dict[str, tuple[str, ...]]:
        """Event id -> ids of the articles that tell it, oldest first; no copies, and no version that a later one of these replaces."""
        return {event.id: self._counted({ref.article for ref in event.mentions}) for event in self.kb.events.values()}

    def _counted(self, articles: set[str]) -> tuple[str, ...]:
        found = {self.original(key) for key in articles}
        kept = (key for key in found if self.kb.articles[key].version_of not in found)
        return tuple(sorted(kept, key=lambda key: (self.published_key(key), key)))

    @cached_property
    def articles_of(self) -> dict[str, Counter[str]]:
        """Entity id -> article id (original) -> number of mentions of the entity."""
        return {e.id: Counter(self.original(ref.article) for ref in e.mentions) for e in self.kb.entities.values()}

    @cached_property
    def entities_of(self) -> dict[str, tuple[Entity, ...]]:
        """Article id -> the entities with a page that it mentions, by name."""
        return grouped((article, entity) for entity in self.entities for article in self.articles_of[entity.id])

    @cached_property
    def mentions_in(self) -> dict[tuple[str, str], tuple[Mention, ...]]:
        """(article id, sentence id) -> the mentions that start in it, in text order."""
        return grouped(
            ((key, mention.sentence), mention)
            for key, extraction in self.kb.extractions.items()
            for mention in sorted(extraction.mentions, key=lambda m: (m.span, m.id))
        )

    @cached_property
    def entities_in(self) -> dict[tuple[str, str], tuple[str, ...]]:
        """(article id, sentence id) -> the entities with a page that are mentioned in it, in text order."""
        found = grouped(
            (key, entity.id)
            for key, mentions in sorted(self.mentions_in.items())
            for mention in mentions
            if (entity := self.entity_with_page(key[0], mention.chain)) is not None
        )
        return {key: tuple(dict.fromkeys(value)) for key, value in found.items()}

    @cached_property
    def called(self) -> dict[str, tuple[str, ...]]:
        """A name as `form_key` compares it -> ids of the entities that are called so, by id."""
        forms = sorted(
            {
                (form_key(form), e.id)
                for e in self.kb.entities.values()
                for form in (e.name, *(a.form for a in e.aliases))
            }
        )
        return grouped(forms)

    @cached_property
    def standing(self) -> dict[str, tuple[tuple[str, MentionRef], ...]]:
        """A name as `form_key` compares it -> (entity id of a country, mention) where it stands for that country's government."""
        return grouped(
            (form_key(mention.span.text), (e.id, ref))
            for _, e in sorted(self.kb.entities.items())
            for ref in e.mentions
            if (mention := self.kb.mention(ref.article, ref.mention)).via == "metonym"
        )

    @cached_property
    def utterances_by(self) -> dict[str | None, tuple[Utterance, ...]]:
        """Entity id of the speaker -> the utterances."""
        return grouped((u.speaker, u) for u in self.kb.utterances)

    @cached_property
    def utterances_in(self) -> dict[str, tuple[Utterance, ...]]:
        """Article id -> the utterances that have a wording in it."""
        return grouped(
            (key, u) for u in self.kb.utterances for key in dict.fromkeys(article for article, _ in u.quotes)
        )

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
        """Link target from `page` to a sentence on its article's page; to the page alone where it does not show the sentence."""
        shown, anchor = self.place_of(article, sentence)
        return relative_link(page, self.source_path(article), anchor if shown == self.original(article) else "")

    def place_of(self, article: str, sentence: str) -> tuple[str, str]:
        """(article id, sentence id) of the sentence on the page that shows this article: of a copy the same words in the
        original, whose numbers may differ; words that only the copy has keep their place in the copy."""
        original = self.original(article)
        if original == article:
            return article, sentence
        found = self.kb.extractions.get(article)
        here = next((s for s in found.sentences if s.id == sentence), None) if found is not None else None
        if here is None:
            return original, sentence
        same = self._by_words[original].get(here.span.text)
        return (article, sentence) if same is None else (original, same)

    @cached_property
    def _by_words(self) -> dict[str, dict[str, str]]:
        """Article id of an original -> its sentence's words -> the first sentence with them."""
        return {
            key: {s.span.text: s.id for s in reversed(self.sentences_of(key))}
            for key in self.copies
            if key in self.kb.extractions
        }

    def link_to(self, page: str, target: str | None, anchor: str = "") -> str:
        """Link target from `page` to `target`; "" when the target has no page or is this very page."""
        if not target or (target == page and not anchor):
            return ""
        return relative_link(page, target, anchor)

    def published_key(self, article: str) -> str:
        """A key that sorts articles by their publication."""
        return date_key(self.kb.articles[article].published)

    def text_policy(self, article: str) -> str:
        """How much of the text may be shown: the article's own rights, else the configuration."""
        rights = self.kb.articles[self.original(article)].rights
        return rights if rights in {"full", "evidence", "none"} else self.config.source_text

    def times(self, article: str) -> tuple[TimeExpression, ...]:
        """The article's time expressions."""
        return self.kb.extractions[article].times

    def in_headline(self, article: str, sentence: str) -> bool:
        """Whether this sentence is (part of) the article's headline, which stands as its first paragraph."""
        found = self.kb.articles[article]
        return found.headline is not None and self.kb.sentence(article, sentence).paragraph == 0

    def sentences_of(self, article: str) -> tuple[Sentence, ...]:
        """The article's sentences, in order."""
        return self.kb.extractions[article].sentences


def grouped(pairs: Iterable[tuple[K, V]]) -> dict[K, tuple[V, ...]]:
    """Key -> its values, both in the order in which they came."""
    found: dict[K, list[V]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return {key: tuple(values) for key, values in found.items()}


def _newest(date: str | None) -> tuple[int, ...]:
    """A key that sorts dates newest first and unknown ones last."""
    key = date_key(date)
    return tuple(-int(part) if part.isdigit() else 0 for part in key.split("-")) if key else (1,)
