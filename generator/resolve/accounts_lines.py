"""The sentences of accounts as they are compared: their words, meaning and utterances, read once per article."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import numpy as np

from generator.model import Evidence, KnowledgeBase, Sentence, Span
from generator.resolve.lexicon import mapping
from generator.resolve.lexicon import words as lexicon_words
from generator.resolve.utterances_words import Words, sentence_vectors, split_words, stem, words_of

# So many words that stand in no name a sentence must have to be compared at all.
LEAST_WORDS = 3
# Articles that are kept as they were read: enough for the events of a story, and no more memory in a larger collection.
KEPT = 1000
_QUESTION = "?"
_NEGATIONS = "utterances_negations.txt"
_FREQUENCIES = "events_document_frequencies.tsv"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as it is compared: `utterances` are those that it holds most of."""

    article: str
    sentence: Sentence
    words: Words
    vector: np.ndarray | None
    utterances: frozenset[str]

    @property
    def evidence(self) -> Evidence:
        """The sentence as evidence."""
        return Evidence(self.article, self.sentence.id, self.sentence.span)


class Lines:
    """The sentences of articles that say enough to be compared, each article read once (while it is among the last ones)."""

    def __init__(self, kb: KnowledgeBase) -> None:
        self.of = lru_cache(maxsize=KEPT)(lambda article: tuple(_lines(kb, article)))


def _lines(kb: KnowledgeBase, article: str) -> Iterator[Line]:
    found = kb.extractions[article]
    vectors = sentence_vectors(found)
    names = sorted(mention.span for mention in found.mentions if mention.kind == "name")
    starts = [name.start for name in names]
    spoken = _utterances(kb, article)
    for row, sentence in enumerate(found.sentences):
        span = sentence.span
        near = names[bisect_left(starts, span.start) : bisect_left(starts, span.end)]
        words = _words(sentence, [name for name in near if span.covers(name)])
        if _tells(sentence, words):
            vector = None if vectors is None else vectors[row]
            yield Line(article, sentence, words, vector, spoken.get(sentence.id, frozenset()))


def _tells(sentence: Sentence, words: Words) -> bool:
    """Whether it has words enough that stand in no name, and is no question."""
    return len(words.content - words.named) >= LEAST_WORDS and not sentence.span.text.endswith(_QUESTION)


def _words(sentence: Sentence, names: Sequence[Span]) -> Words:
    """The words of a sentence; a name that looks like a negation ("Mr No") negates nothing."""
    found = words_of([sentence.span], names)
    if not found.negated:
        return found
    negations = lexicon_words(_NEGATIONS)
    in_names = sum(word in negations for name in names for word in split_words(name.text))
    return replace(found, negated=()) if in_names and len(found.negated) <= in_names else found


def _utterances(kb: KnowledgeBase, article: str) -> dict[str, frozenset[str]]:
    """Sentence id -> the utterances with a wording that fills most of it; of one in several sentences, nobody knows which is which."""
    found: dict[str, set[str]] = {}
    for utterance in kb.utterances_in.get(article, ()):
        for quote in (kb.quote(article, key) for origin, key in utterance.quotes if origin == article):
            if len(quote.sentences) == 1:
                span = kb.sentence(article, quote.sentences[0]).span
                if 2 * sum(part.end - part.start for part in quote.spans) > span.end - span.start:
                    found.setdefault(quote.sentences[0], set()).add(utterance.id)
    return {key: frozenset(value) for key, value in found.items()}


class Rarity(dict[str, float]):
    """Stem -> weight: inverse document frequency in text at large, damped by the share of the event's sentences that have it."""

    def __init__(self, lines: Sequence[Line]) -> None:
        own = Counter(word for line in lines for word in line.words.content)
        size = math.log(2 + len(lines))
        damped = {count: math.log((2 + len(lines)) / count) for count in set(own.values())}
        super().__init__({word: _at_large(word) * damped[count] / size for word, count in own.items()})


@cache
def _at_large(word: str) -> float:
    total, counts = _background()
    return math.log((2 + total) / (1 + counts.get(word, 0)))


@cache
def _background() -> tuple[int, dict[str, int]]:
    """Number of documents, and in how many of them a stem occurs at least."""
    counts: dict[str, int] = {}
    for term, number in mapping(_FREQUENCIES).items():
        counts[stem(term)] = max(counts.get(stem(term), 0), int(number))
    return int(mapping(_FREQUENCIES)["*"]), counts
