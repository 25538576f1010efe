"""What the encoder can't see in uncased pieces: shape, word lists and what the rest of the article says about a word."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from generator.language.lexicons import Lexicons
from generator.language.phrases import label_phrases
from generator.language.shapes import is_capitalized, word_shape

Words = Sequence[str]
Vectors = npt.NDArray[np.float32]
FAR_RIGHT_JOINERS = frozenset({"-", "of", "al"})
OPENING = "\"“'‘(:"
LONGEST_RUN = 2  # further words: longer runs have the same feature
CAPITALS_SHARE = 0.6  # of a sentence's words: more than that is a headline in capitals
SHAPES = ("lower", "Title", "UPPER", "CAP1", "Mixed", "innerCap", "digit", "hasdigit", "punct", "dots")
PHRASES = ("O", "B-LOC", "I-LOC", "B-NORP", "I-NORP", "B-ORG", "I-ORG", "B-CITY", "I-CITY")
# What the word lists say: training blanks these now and then, so that the text leads and not the lists.
LISTED = (*(f"g={label}" for label in PHRASES), "given", "sur", "ttl", "oh", "lh")
FEATURES = (
    *(f"sh={shape}" for shape in SHAPES),
    "s0",
    "ALLC",
    *LISTED,
    *("dm", "dlow", "dh", "dl", "din", "dsay", "dorg"),
    *(f"lr={share}" for share in range(-1, 5)),
    *("len=1+", "len=2+"),
)


def feature_vectors(sentences: Sequence[Words], names: Sequence[str], lexicons: Lexicons) -> Vectors:
    """One 0/1 row [word, feature] for every word of the sentences of one article, in the order of `names`."""
    position = {name: column for column, name in enumerate(names)}
    counts = _ArticleCounts(sentences, lexicons)
    rows = [np.zeros((0, len(names)), np.float32)]
    rows += [_sentence_vectors(words, counts, position, lexicons) for words in sentences]
    return np.concatenate(rows)


def hash_lists(lexicons: Lexicons) -> str:
    """SHA-256 of all that the features look up: weights read rightly only with the lists that they were trained with."""
    sets = (
        lexicons.given_names,
        lexicons.surnames,
        lexicons.titles,
        lexicons.organization_heads,
        lexicons.place_heads,
        lexicons.place_prepositions,
        lexicons.speech_verbs,
    )
    looked_up = [sorted(words) for words in sets] + [sorted(lexicons.phrases.items())]
    looked_up.append(sorted(lexicons.lower_share.items()))
    return hashlib.sha256(json.dumps(looked_up).encode()).hexdigest()


def _sentence_vectors(words: Words, counts: _ArticleCounts, position: dict[str, int], lexicons: Lexicons) -> Vectors:
    vectors = np.zeros((len(words), len(position)), np.float32)
    phrases = label_phrases(words, lexicons.phrases)
    runs = _run_lengths(words)
    in_capitals = sum(word.isupper() for word in words) > CAPITALS_SHARE * len(words)
    for number, word in enumerate(words):
        found = [f"sh={word_shape(word)}", f"g={phrases[number]}", *_word_features(word, lexicons)]
        if word[:1].isupper():
            found += [f"lr={lexicons.lower_share.get(word.lower(), -1)}", *counts.features(word, number == 0)]
            found += [f"len={length}+" for length in (1, 2) if runs[number] >= length]
        found += ["s0"] * (number == 0) + ["ALLC"] * in_capitals
        vectors[number, [position[name] for name in found]] = 1
    return vectors


def _word_features(word: str, lexicons: Lexicons) -> Iterator[str]:
    if word in lexicons.given_names:
        yield "given"
    if word in lexicons.surnames:
        yield "sur"
    if word.lower().rstrip(".") in lexicons.titles:
        yield "ttl"
    if word in lexicons.organization_heads:
        yield "oh"
    if word in lexicons.place_heads:
        yield "lh"


def _run_lengths(words: Words) -> list[int]:
    """For every capitalized word the number of further words in its run of capitalized words, up to `LONGEST_RUN`
    ("Bank of Japan": 2)."""
    lengths = [0] * len(words)
    start = 0
    while start < len(words):
        end = _right_end(words, start)
        for word in range(start, end + 1):
            lengths[word] = end - _left_end(words, word, end - LONGEST_RUN)
        start = end + 1
    return lengths


def _right_end(words: Words, start: int) -> int:
    end = start
    while end + 1 < len(words) and _continues(words, end + 1):
        end += 1
    return end


def _continues(words: Words, number: int) -> bool:
    if is_capitalized(words[number]):
        return True
    return words[number] in FAR_RIGHT_JOINERS and number + 1 < len(words) and is_capitalized(words[number + 1])


def _left_end(words: Words, number: int, far_enough: int) -> int:
    while number > max(far_enough, 0) and (
        is_capitalized(words[number - 1]) or (words[number - 1] == "-" and number > 1)
    ):
        number -= 1
    return number


class _ArticleCounts:
    """How the article writes and uses each word, counted over all its sentences."""

    def __init__(self, sentences: Sequence[Words], lexicons: Lexicons) -> None:
        self._inside: Counter[str] = Counter()
        self._seen: set[tuple[str, str]] = set()
        for words in sentences:
            for number, word in enumerate(words):
                self._count(words, number, word, lexicons)

    def _count(self, words: Words, number: int, word: str, lexicons: Lexicons) -> None:
        if word[:1].islower():
            self._seen.add(("dlow", word))
        if not is_capitalized(word):
            return
        before = words[number - 1] if number else ""
        after = words[number + 1] if number + 1 < len(words) else ""
        if number and before not in OPENING:
            self._inside[word] += 1
        self._seen.update((name, word) for name in _uses(before, after, lexicons))

    def features(self, word: str, is_first: bool) -> Iterator[str]:
        """`dm`: capitalized elsewhere inside a sentence; `dlow`: written in lower case elsewhere; the rest: see `_uses`."""
        if self._inside[word] > (0 if is_first else 1):
            yield "dm"
        if ("dlow", word.lower()) in self._seen:
            yield "dlow"
        yield from (name for name in ("dh", "dl", "din", "dsay", "dorg") if (name, word) in self._seen)


def _uses(before: str, after: str, lexicons: Lexicons) -> Iterator[str]:
    """`dh` after a title, `dl` last name after a given name, `din` after a preposition of place, `dsay` beside a verb
    of speech, `dorg` before a head word of organizations."""
    is_last = not is_capitalized(after)
    if before.lower().rstrip(".") in lexicons.titles:
        yield "dh"
    if is_capitalized(before) and before in lexicons.given_names and is_last:
        yield "dl"
    if before.lower() in lexicons.place_prepositions and is_last:
        yield "din"
    if after in lexicons.speech_verbs or before in lexicons.speech_verbs:
        yield "dsay"
    if after in lexicons.organization_heads:
        yield "dorg"
