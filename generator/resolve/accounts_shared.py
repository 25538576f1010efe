"""Sentences of different accounts that tell the same, and sentences that one account alone has.

Two sentences are compared by their content words (weighted by how rare they are in text at large, damped where the whole story
is full of them), by what they mean (sentence embeddings, where the model has them), by their figures, and by quotes that are one
utterance. The cost grows with the sentences of one event, never with the collection.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from generator.model import Aligned, Evidence, KnowledgeBase, Sentence, Span
from generator.resolve.accounts_tellings import Telling
from generator.resolve.lexicon import mapping
from generator.resolve.lexicon import words as lexicon_words
from generator.resolve.utterances_words import (
    Overlap,
    Words,
    cosine,
    overlap,
    sentence_vectors,
    split_words,
    stem,
    words_of,
)

# Likeness is a weighted mean of the words that two sentences share, of the shorter one's part in the longer, and of the meaning.
WORDS, HELD, MEANING = 0.35, 0.25, 0.4
TOLD_ALIKE = 0.5
# With so few shared words that stand in no name, more is asked: a person's office is in every sentence about them. So it is where
# the figures of the two are others.
FEW_TELLING, LESS = 2, 0.04
# Nothing tells the same that means something else; what means nearly the same needs fewer words.
LEAST_MEANING, LEAST_MEANING_OF_FEW, NEARLY_THE_SAME = 0.4, 0.65, 0.85
# A sentence is told by one account alone when it is less like, and less near in meaning to, every sentence of the others; between
# that and the above the machine is not sure, and says neither.
TOLD_BY_ANOTHER, NEAR_IN_MEANING = 0.36, 0.6
# Without embeddings the words alone decide.
TOLD_ALIKE_IN_WORDS = 0.6
# So many words that say something must be shared, and so many a sentence must have to be compared at all.
LEAST_SHARED, LEAST_TELLING, LEAST_WORDS = 3, 2, 3
ROWS = 512
_QUESTION = "?"
_NEGATIONS = "utterances_negations.txt"
_FREQUENCIES = "events_document_frequencies.tsv"


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence as it is compared: `account` is the place of its account, `quotes` the utterances that it holds most of."""

    account: int
    article: str
    sentence: Sentence
    words: Words
    vector: np.ndarray | None
    utterances: frozenset[str]

    @property
    def evidence(self) -> Evidence:
        """The sentence as evidence."""
        return Evidence(self.article, self.sentence.id, self.sentence.span)


def find_shared(kb: KnowledgeBase, tellings: Sequence[Telling]) -> tuple[Aligned, ...]:
    """Groups of sentences that tell the same in two accounts or more, in the order of the first account's text."""
    if len(tellings) < 2:
        return ()
    lines = [line for place, telling in enumerate(tellings) for line in _lines(kb, place, telling)]
    rare = Rarity(lines)
    scores = {
        (one, other): score
        for one, other in _pairs(lines)
        if (score := likeness(lines[one], lines[other], rare)) >= TOLD_ALIKE
    }
    return tuple(Aligned(tuple(lines[place].evidence for place in group)) for group in _groups(lines, scores))


def find_alone(kb: KnowledgeBase, tellings: Sequence[Telling]) -> dict[str, tuple[str, ...]]:
    """Article id -> the sentences of its account that no other of these articles has in any words, wherever in its text."""
    if len(tellings) < 2:
        return {}
    whole = [replace(telling, sentences=kb.extractions[telling.article].sentences) for telling in tellings]
    lines = [line for place, telling in enumerate(whole) for line in _lines(kb, place, telling)]
    rare = Rarity(lines)
    told = _near_in_meaning(lines)
    for one, other in _pairs(lines, LEAST_SHARED - 2):
        if one not in told or other not in told:
            score = blend(lines[one], lines[other], overlap(lines[one].words, lines[other].words, rare), rare)
            if score >= TOLD_BY_ANOTHER or lines[one].utterances & lines[other].utterances:
                told.update((one, other))
    alone = {(line.article, line.sentence.id) for place, line in enumerate(lines) if place not in told}
    return {
        telling.article: tuple(item.id for item in telling.sentences if (telling.article, item.id) in alone)
        for telling in tellings
    }


def _near_in_meaning(lines: Sequence[Line]) -> set[int]:
    """Places of the sentences that mean nearly what one of another account means."""
    places = [place for place, line in enumerate(lines) if line.vector is not None]
    if not places:
        return set()
    rows = np.stack([line.vector for line in lines if line.vector is not None])
    accounts = np.array([lines[place].account for place in places])
    found: set[int] = set()
    for start in range(0, len(places), ROWS):
        near = rows[start : start + ROWS] @ rows.T >= NEAR_IN_MEANING
        near &= accounts[start : start + ROWS, None] != accounts[None, :]
        found.update(places[start + row] for row in np.flatnonzero(near.any(axis=1)))
    return found


def _lines(kb: KnowledgeBase, place: int, telling: Telling) -> Iterator[Line]:
    found = kb.extractions[telling.article]
    vectors = sentence_vectors(found)
    rows = {sentence.id: row for row, sentence in enumerate(found.sentences)}
    names = [mention.span for mention in found.mentions if mention.kind == "name"]
    spoken = _utterances(kb, telling.article)
    for sentence in telling.sentences:
        words = _words(sentence, [name for name in names if sentence.span.covers(name)])
        if _tells(sentence, words):
            vector = None if vectors is None else vectors[rows[sentence.id]]
            yield Line(place, telling.article, sentence, words, vector, spoken.get(sentence.id, frozenset()))


def _tells(sentence: Sentence, words: Words) -> bool:
    """Whether it has words enough that stand in no name, and is no question."""
    return len(words.content - words.named) >= LEAST_WORDS and not sentence.span.text.endswith(_QUESTION)


def _words(sentence: Sentence, names: Sequence[Span]) -> Words:
    """The words of a sentence; a name that looks like a negation ("Mr No") negates nothing."""
    found = words_of([sentence.span], names)
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
        total, counts = _background()
        own = Counter(word for line in lines for word in line.words.content)
        size = math.log(2 + len(lines))
        super().__init__(
            {
                word: math.log((2 + total) / (1 + counts.get(word, 0))) * math.log((2 + len(lines)) / count) / size
                for word, count in sorted(own.items())
            }
        )


@cache
def _background() -> tuple[int, dict[str, int]]:
    """Number of documents, and in how many of them a stem occurs at least."""
    counts: dict[str, int] = {}
    for term, number in mapping(_FREQUENCIES).items():
        counts[stem(term)] = max(counts.get(stem(term), 0), int(number))
    return int(mapping(_FREQUENCIES)["*"]), counts


def _pairs(lines: Sequence[Line], least: int = LEAST_SHARED - 1) -> Iterator[tuple[int, int]]:
    """Places of sentences of different accounts that share words enough, or an utterance."""
    index: dict[str, list[int]] = {}
    spoken: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        met: Counter[int] = Counter(other for word in line.words.content for other in index.get(word, ()))
        told = {other for utterance in line.utterances for other in spoken.get(utterance, ())}
        for other in sorted(told.union(met)):
            if lines[other].account != line.account and (other in told or met[other] >= least):
                yield other, place
        for word in line.words.content:
            index.setdefault(word, []).append(place)
        for utterance in line.utterances:
            spoken.setdefault(utterance, []).append(place)


def likeness(one: Line, other: Line, rare: Mapping[str, float]) -> float:
    """How surely two sentences tell the same, in [0, 1]."""
    if one.utterances & other.utterances:
        return 1.0
    found = overlap(one.words, other.words, rare)
    if found.contrary or found.telling < LEAST_TELLING or len(found.shared) < LEAST_SHARED - (found.held >= 0.99):
        return 0.0
    meaning = None if one.vector is None or other.vector is None else float(one.vector @ other.vector)
    few = found.telling <= FEW_TELLING
    if meaning is not None and meaning < (LEAST_MEANING_OF_FEW if few else LEAST_MEANING):
        return 0.0
    less = LESS * (few + found.numbers - (meaning is not None and meaning >= NEARLY_THE_SAME))
    return max(0.0, round(blend(one, other, found, rare) - less, 4))


def blend(one: Line, other: Line, found: Overlap, rare: Mapping[str, float]) -> float:
    """Words, part and meaning as one figure, in [0, 1]; without embeddings the words alone, brought to the same scale."""
    words = cosine(one.words, other.words, rare)
    if one.vector is None or other.vector is None:
        return max(0.0, (words + found.held) / 2 - TOLD_ALIKE_IN_WORDS + TOLD_ALIKE)
    return WORDS * words + HELD * found.held + MEANING * max(0.0, float(one.vector @ other.vector))


def _groups(lines: Sequence[Line], scores: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Groups of places, each in order; a sentence joins where it is like most of what other accounts have there."""
    group_of = {place: [place] for place in range(len(lines))}
    for (one, other), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        left, right = group_of[one], group_of[other]
        if left is right or not _fits(lines, left, right, scores):
            continue
        left.extend(right)
        for place in right:
            group_of[place] = left
    found = {id(group): sorted(group) for group in group_of.values() if len(group) > 1}
    return sorted(found.values())


def _fits(lines: Sequence[Line], left: list[int], right: list[int], scores: Mapping[tuple[int, int], float]) -> bool:
    across = [(one, other) for one in left for other in right if lines[one].account != lines[other].account]
    alike = sum((min(pair), max(pair)) in scores for pair in across)
    return 2 * alike > len(across)
