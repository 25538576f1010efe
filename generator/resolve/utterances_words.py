"""The words of quotes: content words, how rare they are, and how much two quotes share."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from generator.model import Extraction, Quote
from generator.resolve.lexicon import words as lexicon_words

_STOP_WORDS = "utterances_stop_words.txt"
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("es", ""), ("s", ""), ("ing", ""), ("ed", ""))
_SHORTEST_STEM = 4
_PLAIN_ENDS = ("ss", "us", "is")


@dataclass(frozen=True, slots=True)
class Wording:
    """One quote as it is compared.

    key       (article id, quote id);  speaker: entity id or None
    words     content words (stems) of the quotation, or of the reported clause when nothing stands in marks
    size      number of words as written;  verbatim: whether words stand in quotation marks
    vector    mean of the embeddings of its sentences, of length 1, or None
    """

    key: tuple[str, str]
    speaker: str | None
    words: frozenset[str]
    size: int
    verbatim: bool
    vector: np.ndarray | None


def wording_of(found: Extraction, quote: Quote, speaker: str | None, vectors: np.ndarray | None) -> Wording:
    """A quote of `found` as it is compared; `vectors` are the sentence embeddings of the article, a row for each."""
    spans = quote.quoted or quote.spans
    written = [word for span in spans for word in split_words(span.text)]
    rows = [number for number, sentence in enumerate(found.sentences) if sentence.id in quote.sentences]
    return Wording(
        key=(found.article, quote.id),
        speaker=speaker,
        words=content_words(written),
        size=len(written),
        verbatim=bool(quote.quoted),
        vector=_mean(vectors, rows),
    )


def sentence_vectors(found: Extraction) -> np.ndarray | None:
    """The sentence embeddings of an article as rows, or None when there are none."""
    if not found.vectors or not found.sentences:
        return None
    rows: np.ndarray = np.frombuffer(found.vectors, dtype="<f2").astype(np.float32).reshape(len(found.sentences), -1)
    return rows


def _mean(vectors: np.ndarray | None, rows: list[int]) -> np.ndarray | None:
    if vectors is None or not rows:
        return None
    mean = vectors[rows].mean(axis=0)
    length = float(np.linalg.norm(mean))
    return mean / length if length > 0 else None


def split_words(text: str) -> list[str]:
    """Lower-case words of a text: runs of letters and digits."""
    return "".join(char if char.isalnum() else " " for char in text.casefold()).split()


def content_words(written: Iterable[str]) -> frozenset[str]:
    """The stems of the words that are no function words."""
    stop = lexicon_words(_STOP_WORDS)
    return frozenset(_stem(word) for word in written if word not in stop)


def _stem(word: str) -> str:
    """The word without a plural or verb ending; the same rule for both sides matters, not the right stem."""
    for ending, instead in _ENDINGS:
        if (
            word.endswith(ending)
            and not word.endswith(_PLAIN_ENDS)
            and len(word) - len(ending) + len(instead) >= _SHORTEST_STEM
        ):
            return _single(word[: len(word) - len(ending)] + instead)
    return word


def _single(stem: str) -> str:
    """The stem with a doubled last consonant written once ("plann", "plan")."""
    doubled = len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2] and stem[-1] not in "aeiousl"
    return stem[:-1] if doubled else stem


def rarity(found: Iterable[Extraction]) -> dict[str, float]:
    """Inverse document frequency of every stem of the articles' sentences, in nats, at least a little above 0."""
    count: Counter[str] = Counter()
    articles = 0
    for extraction in found:
        articles += 1
        written = {word for sentence in extraction.sentences for word in split_words(sentence.span.text)}
        count.update(content_words(written))
    return {word: math.log(1 + (articles + 1) / number) for word, number in count.items()}


def weight(words: Iterable[str], rare: Mapping[str, float]) -> float:
    """Sum of the rarities."""
    return math.fsum(sorted(rare.get(word, 1.0) for word in words))


def containment(left: Wording, right: Wording) -> float:
    """Share of the content words of the shorter one that the other has too, in [0, 1]."""
    shorter = min(len(left.words), len(right.words))
    return len(left.words & right.words) / shorter if shorter else 0.0


def cosine(left: Wording, right: Wording, rare: Mapping[str, float]) -> float:
    """IDF-weighted cosine of the content words, in [0, 1]."""
    norm = math.sqrt(_square(left.words, rare) * _square(right.words, rare))
    return _square(left.words & right.words, rare) / norm if norm else 0.0


def _square(words: Iterable[str], rare: Mapping[str, float]) -> float:
    return math.fsum(sorted(rare.get(word, 1.0) ** 2 for word in words))


def likeness(left: Wording, right: Wording) -> float | None:
    """Cosine of the sentence embeddings in [-1, 1], or None when one has none."""
    if left.vector is None or right.vector is None:
        return None
    return round(float(left.vector @ right.vector), 3)
