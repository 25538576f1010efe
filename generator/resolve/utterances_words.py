"""The words of quotes: content words in their order, how rare they are, and how much two quotes share."""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import numpy as np

from generator.model import Extraction, Quote, Span
from generator.resolve.lexicon import mapping
from generator.resolve.lexicon import words as lexicon_words

NEGATION = "not"
_STOP_WORDS = "utterances_stop_words.txt"
_NEGATIONS = "utterances_negations.txt"
_NUMBERS = "utterances_numbers.tsv"
_SPELLING = "spelling.tsv"
_ENDINGS = (("ies", "y"), ("sses", "ss"), ("es", ""), ("s", ""), ("ing", ""), ("ed", ""), ("e", ""))
_SHORTEST_STEM = 4
_PLAIN_ENDS = ("ss", "us", "is")
# Letters and digits: what `str.isalnum` holds true of.
_RUN = re.compile(r"[^\W_]+")
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")
# A word of a name says who or what is spoken of, not what is said of it.
WEIGHT_OF_NAMES = 0.5
# A negation so many content words before a stretch may belong to it; a figure so many before or after it does.
_NEAR_NEGATION, _NEAR_NUMBER = 2, 1


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one form of a quote.

    stems    stems of the content words in their order;  content: the set of them
    negated  how many content words precede each negation, in order
    named    stems that stand in a name
    size     number of words as written
    written  all of them in their order, in lower case
    """

    stems: tuple[str, ...]
    content: frozenset[str]
    negated: tuple[int, ...]
    named: frozenset[str]
    size: int
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """One quote as it is compared.

    key       (article id, quote id);  start, end: from its first character to its last, in the article
    speaker   entity id or None;  relay: entity id of who passes it on, or None
    called    content words of what the speaker is called here ("the airline")
    forms     the words in quotation marks, or of the reported clause when nothing stands in marks; then, where they
              differ, those of the whole clause ("called the bridge “a disgrace”": "a disgrace", and all of it)
    verbatim  whether words stand in quotation marks
    day       day of publication, or None
    vector    mean of the embeddings of its sentences, of length 1, or None
    """

    key: tuple[str, str]
    start: int
    end: int
    speaker: str | None
    relay: str | None
    called: frozenset[str]
    forms: tuple[Words, ...]
    verbatim: bool
    day: date | None
    vector: np.ndarray | None

    @property
    def words(self) -> Words:
        """What is quoted, or else reported."""
        return self.forms[0]


def forms_of(found: Extraction, quote: Quote) -> tuple[Words, ...]:
    """The words in quotation marks and those of the whole clause; one form where they are the same."""
    names = [
        mention.span for mention in found.mentions if mention.kind == "name" and mention.sentence in quote.sentences
    ]
    spans = (quote.quoted, quote.spans) if quote.quoted and quote.quoted != quote.spans else (quote.spans,)
    return tuple(words_of(form, names) for form in spans)


def words_of(spans: Sequence[Span], names: Sequence[Span] = ()) -> Words:
    """The words of these stretches of a text; `names` are the stretches in which names stand."""
    stems: list[str] = []
    negated: list[int] = []
    for word in (word for span in spans for word in split_words(span.text)):
        if word in lexicon_words(_NEGATIONS):
            negated.append(len(stems))
        elif word not in lexicon_words(_STOP_WORDS):
            stems.append(stem(word))
    inside = (name for name in names if any(span.covers(name) for span in spans))
    named = content_words(word for name in inside for word in split_words(name.text))
    size = sum(len(span.text.split()) for span in spans)
    written = tuple(word for span in spans for word in split_words(span.text))
    return Words(tuple(stems), frozenset(stems), tuple(negated), named, size, written)


def sentence_vectors(found: Extraction) -> np.ndarray | None:
    """The sentence embeddings of an article as rows, or None when there are none."""
    if not found.vectors or not found.sentences:
        return None
    rows: np.ndarray = np.frombuffer(found.vectors, dtype="<f2").astype(np.float32).reshape(len(found.sentences), -1)
    return rows


def mean_vector(vectors: np.ndarray | None, rows: list[int]) -> np.ndarray | None:
    """The mean of these rows with length 1; None when there are none."""
    if vectors is None or not rows:
        return None
    mean = vectors[rows].mean(axis=0)
    length = float(np.linalg.norm(mean))
    return mean / length if length > 0 else None


def split_words(text: str) -> list[str]:
    """Lower-case words of a text: runs of letters and digits; "don't" is "do not"."""
    plain = text.casefold().translate(_APOSTROPHES).replace("n't", " not")
    return _RUN.findall(plain)


def content_words(written: Iterable[str]) -> frozenset[str]:
    """The stems of the words that are no function words."""
    stop = lexicon_words(_STOP_WORDS)
    return frozenset(stem(word) for word in written if word not in stop)


@cache
def stem(word: str) -> str:
    """The word without a plural or verb ending, in American spelling, a number word in digits.

    That both sides obey the same rule matters, not that the stem is right.
    """
    digits = mapping(_NUMBERS).get(word)
    if digits is not None:
        return digits
    word = mapping(_SPELLING).get(word, word)
    for ending, instead in _ENDINGS:
        if (
            word.endswith(ending)
            and not word.endswith(_PLAIN_ENDS)
            and len(word) - len(ending) + len(instead) >= _SHORTEST_STEM
        ):
            return _single(word[: len(word) - len(ending)] + instead)
    return word


def _single(found: str) -> str:
    """The stem with a doubled last consonant written once ("plann", "plan")."""
    doubled = len(found) > _SHORTEST_STEM and found[-1] == found[-2] and found[-1] not in "aeiousl"
    return found[:-1] if doubled else found


def rarity(found: Iterable[Extraction]) -> dict[str, float]:
    """Inverse document frequency of every stem of the articles' sentences, in nats, at least a little above 0."""
    count: Counter[str] = Counter()
    articles = 0
    for extraction in found:
        articles += 1
        written = {word for sentence in extraction.sentences for word in split_words(sentence.span.text)}
        count.update(content_words(written))
    return {word: math.log(1 + (articles + 1) / number) for word, number in count.items()}


@dataclass(frozen=True, slots=True)
class Overlap:
    """What the shorter of two wordings shares with the stretch of the longer one that has most of it.

    shared   content words of both;  telling: how many of them stand in no name
    held     share of the shorter one's weight that is shared, in [0, 1]
    contrary whether one of the two is negated and the other is not
    numbers  whether the figures of the two contradict each other
    strangers  whether each has names in it and they share none
    run      whether the shorter one's content words follow each other in the longer one
    """

    shared: frozenset[str]
    telling: int
    held: float
    contrary: bool
    numbers: bool
    strangers: bool
    run: bool


def overlap(one: Words, other: Words, rare: Mapping[str, float]) -> Overlap:
    """Compare two wordings, the shorter one with a stretch of the longer that is hardly longer than twice its length."""
    short, long = sorted((one, other), key=lambda form: (len(form.stems), form.stems))
    start, end = _stretch(short, long)
    stretch = long.stems[start:end]
    mine = [place for place, word in enumerate(short.stems) if word in stretch] or [0]
    within = frozenset(stretch)
    shared = short.content & within
    named = one.named | other.named
    whole = _weight(short.content, named, rare)
    return Overlap(
        shared=shared,
        telling=sum(word not in named for word in shared),
        held=_weight(shared, named, rare) / whole if whole else 0.0,
        contrary=_contrary((short.negated, mine[0], mine[-1] + 1), (long.negated, start, end)),
        numbers=_contradict(short.content, long.stems[max(0, start - _NEAR_NUMBER) : end + _NEAR_NUMBER]),
        strangers=bool(short.named) and bool(long.named & within) and shared.isdisjoint(named),
        run=_follows(short.stems, stretch),
    )


def _stretch(short: Words, long: Words) -> tuple[int, int]:
    """The first stretch of the longer one's content words with the most words of the shorter one, cut to these."""
    hits = [place for place, word in enumerate(long.stems) if word in short.content]
    if not hits:
        return 0, 0
    width = 2 * len(short.stems) + 4
    best, chosen = 0, 0
    for number, start in enumerate(hits):
        last = bisect_left(hits, start + width)
        count = len({long.stems[place] for place in hits[number:last]})
        if count > best:
            best, chosen = count, number
    return _closest(hits[chosen:], long.stems, best)


def _closest(hits: Sequence[int], stems: Sequence[str], count: int) -> tuple[int, int]:
    """From the first place on, the stretch that ends as soon as it has so many words, and begins as late as it still has them."""
    end = _reached(hits, stems, count)
    return _reached([place for place in reversed(hits) if place <= end], stems, count), end + 1


def _reached(hits: Iterable[int], stems: Sequence[str], count: int) -> int:
    """The place at which so many different words have been met."""
    seen: set[str] = set()
    for place in hits:
        seen.add(stems[place])
        if len(seen) == count:
            return place
    raise ValueError(f"there are no {count} different words")


def _contrary(one: tuple[Sequence[int], int, int], other: tuple[Sequence[int], int, int]) -> bool:
    """Whether a negation stands in one stretch (or right before it), and none in or near the other."""
    return (_negates(*one) and not _negates(*other, near=_NEAR_NEGATION)) or (
        _negates(*other) and not _negates(*one, near=_NEAR_NEGATION)
    )


def _negates(negated: Sequence[int], start: int, end: int, near: int = 0) -> bool:
    return any(start - near <= place < end for place in negated)


def _contradict(one: Collection[str], other: Collection[str]) -> bool:
    left = {word for word in one if word[0].isdigit()}
    right = {word for word in other if word[0].isdigit()}
    return bool(left - right) and bool(right - left)


def _follows(short: Sequence[str], stretch: Sequence[str]) -> bool:
    size = len(short)
    return any(tuple(stretch[at : at + size]) == tuple(short) for at in range(len(stretch) - size + 1))


def _weight(words: Iterable[str], named: Collection[str], rare: Mapping[str, float]) -> float:
    return math.fsum(sorted(rare.get(word, 1.0) * (WEIGHT_OF_NAMES if word in named else 1.0) for word in words))


def cosine(one: Words, other: Words, rare: Mapping[str, float]) -> float:
    """IDF-weighted cosine of the content words, in [0, 1]."""
    norm = math.sqrt(_square(one.content, rare) * _square(other.content, rare))
    return _square(one.content & other.content, rare) / norm if norm else 0.0


def _square(words: Iterable[str], rare: Mapping[str, float]) -> float:
    return math.fsum(sorted(rare.get(word, 1.0) ** 2 for word in words))


def likeness(left: Wording, right: Wording) -> float | None:
    """Cosine of the sentence embeddings in [-1, 1], or None when one has none."""
    if left.vector is None or right.vector is None:
        return None
    return round(float(left.vector @ right.vector), 3)
