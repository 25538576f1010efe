"""Which articles tell an event, and in which sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.model import Article, Event, EventMention, EventRef, KnowledgeBase, Mention, Sentence
from generator.model.span import Span
from generator.resolve.accounts_sentences import following, main_sentences


@dataclass(frozen=True)
class Telling:
    """One article's account of one event: its event mentions and sentences, both in text order; `main`: the article is about it."""

    article: str
    main: bool
    mentions: tuple[EventMention, ...]
    sentences: tuple[Sentence, ...]

    @property
    def ids(self) -> frozenset[str]:
        """Ids of the sentences."""
        return frozenset(sentence.id for sentence in self.sentences)


def find_tellings(kb: KnowledgeBase, event: Event) -> tuple[Telling, ...]:
    """The accounts of an event by publication, then by id; copies and superseded versions of an article are no accounts."""
    by_article: dict[str, list[EventRef]] = {}
    for ref in event.mentions:
        by_article.setdefault(ref.article, []).append(ref)
    original = [article for article in sorted(by_article) if not _repeats(kb.articles[article], by_article)]
    tellings = [_telling(kb, event, article, by_article[article]) for article in original]
    return tuple(sorted(tellings, key=lambda item: (kb.articles[item.article].published or "9", item.article)))


def _repeats(article: Article, others: Mapping[str, object]) -> bool:
    return article.copy_of in others or article.version_of in others


def _telling(kb: KnowledgeBase, event: Event, article: str, refs: list[EventRef]) -> Telling:
    mentions = sorted(
        (kb.event_mention(article, ref.event) for ref in refs), key=lambda item: (item.trigger.start, item.id)
    )
    own = {mention.sentence for mention in mentions}
    main = article in event.main_of
    if main:
        own |= main_sentences(kb, event, article)
    elif event.page is not None:
        own |= following(kb, event, article, own)
    sentences = tuple(item for item in kb.extractions[article].sentences if item.id in own)
    return Telling(article, main, tuple(mentions), sentences)


def nearest_mention(kb: KnowledgeBase, article: str, chain: str | None, sentence: str, near: Span) -> Mention | None:
    """The mention of a chain in a sentence that stands nearest to `near`; a pronoun only when there is no other."""
    found = [item for item in kb.extractions[article].mentions if item.chain == chain and item.sentence == sentence]
    return min(
        found,
        key=lambda item: (item.kind == "pronoun", abs(item.span.start - near.start), item.span.start),
        default=None,
    )


def find_publisher(kb: KnowledgeBase, article: str) -> str:
    """How a reader knows the article: its publisher, else its title, else its path."""
    found = kb.articles[article]
    return found.publisher or found.title or found.path


def sentence_of(kb: KnowledgeBase, article: str, span: Span) -> str | None:
    """Id of the sentence in which `span` begins, or None."""
    for sentence in kb.extractions[article].sentences:
        if sentence.span.start <= span.start < sentence.span.end:
            return sentence.id
    return None
