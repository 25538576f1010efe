"""Articles as numbers: chunks of word pieces with features and the answers that are to be learned."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt

from generator.language.chunks import Chunk, pack_sentences
from generator.language.encoder import pieces_of
from generator.language.features import FEATURES, feature_vectors
from generator.language.lexicons import Lexicons
from generator.language.training.corpus import NamedArticle, ParsedArticle
from generator.language.wordpiece import CLS, SEP

IGNORED = -100  # an answer that counts for nothing
# Word pieces in a chunk: short ones too, so that a lone sentence is read as well as a page.
CHUNK_SIZES = (40, 120, 200, 200, 250)
NAME_LABELS = (
    "O",
    *(f"{place}-{kind}" for kind in ("PERSON", "ORG", "LOC", "NORP", "EVENT", "MISC") for place in "BI"),
)

Ints = npt.NDArray[np.int64]
Bits = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Labels:
    """The names of the answers, in the order of their numbers; styles: corpora whose habits the network tells apart."""

    names: tuple[str, ...]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    styles: tuple[str, ...]

    @property
    def features(self) -> tuple[str, ...]:
        """The columns of a feature vector."""
        return (*FEATURES, *(f"from={style}" for style in self.styles))


@dataclass(frozen=True, slots=True)
class Tree:
    """heads: 0 for the root, else 1 + the place of the head in the chunk; sentences: the number of each word's sentence."""

    heads: Ints
    relations: Ints
    tags: Ints
    sentences: Ints


@dataclass(frozen=True, slots=True)
class Example:
    """One chunk of w words and n pieces, the marks at both ends included.

    ids [n]; sizes [w], pieces of each word; features [w, f], 0 or 1; names [w] or nothing; tree or nothing."""

    ids: Ints
    sizes: Ints
    features: Bits
    names: Ints | None
    tree: Tree | None


@dataclass(frozen=True, slots=True)
class Reader:
    """What is needed to turn articles into examples."""

    labels: Labels
    lexicons: Lexicons
    vocabulary: Path

    def read_names(self, article: NamedArticle, random: Random) -> list[Example]:
        """Examples for the names of an article."""
        numbers = {label: number for number, label in enumerate(self.labels.names)}
        answers = [[numbers.get(label, IGNORED) for label in sentence.labels] for sentence in article.sentences]
        names = np.array([answer for sentence in answers for answer in sentence], np.int64)
        texts = [sentence.words for sentence in article.sentences]
        return [
            Example(ids, sizes, features, names[words.start : words.stop], None)
            for words, _, ids, sizes, features in self._chunks(texts, article.corpus, random)
        ]

    def read_trees(
        self, article: ParsedArticle, named: Mapping[tuple[str, ...], tuple[str, ...]], random: Random
    ) -> list[Example]:
        """Examples for the trees of an article, and for its names where `named` has labels for the same sentence."""
        texts = [sentence.words for sentence in article.sentences]
        numbers = {label: number for number, label in enumerate(self.labels.names)}
        unknown = ("?",)
        labels = [label for text in texts for label in named.get(text, unknown * len(text))]
        names = np.array([numbers.get(label, IGNORED) for label in labels], np.int64)
        starts = np.cumsum([0, *map(len, texts)])
        return [
            Example(ids, sizes, features, names[words.start : words.stop], self._tree(article, starts, words, chunk))
            for words, chunk, ids, sizes, features in self._chunks(texts, article.corpus, random)
        ]

    def _chunks(
        self, texts: Sequence[Sequence[str]], corpus: str, random: Random
    ) -> Iterator[tuple[range, Chunk, Ints, Ints, Bits]]:
        columns = self.labels.features
        vectors = feature_vectors(texts, columns, self.lexicons).astype(np.uint8)
        style = f"from={style_of(corpus)}"
        if style in columns:
            vectors[:, columns.index(style)] = 1
        pieces = [pieces_of(word, self.vocabulary) for text in texts for word in text]
        starts = np.cumsum([0, *map(len, texts)])
        sentences = [range(start, stop) for start, stop in pairwise(starts.tolist())]
        sizes = [len(word) for word in pieces]
        for chunk in pack_sentences(sentences, sizes, random.choice(CHUNK_SIZES)):
            words = range(chunk[0].start, chunk[-1].stop)
            ids = [CLS, *(piece for word in words for piece in pieces[word]), SEP]
            own = np.array(sizes[words.start : words.stop], np.int64)
            yield words, chunk, np.array(ids, np.int64), own, vectors[words.start : words.stop]

    def _tree(self, article: ParsedArticle, starts: Ints, words: range, chunk: Chunk) -> Tree:
        tags = {tag: number for number, tag in enumerate(self.labels.tags)}
        relations = {relation: number for number, relation in enumerate(self.labels.relations)}
        rows: list[tuple[int, int, int, int]] = []
        for part in chunk:
            number = int(np.searchsorted(starts, part.start, side="right")) - 1
            sentence, offset = article.sentences[number], int(starts[number])
            for word in part:
                own = word - offset
                head = sentence.heads[own] + offset
                is_known = head in part
                place = 0 if head == word else head - words.start + 1
                rows.append(
                    (
                        place if is_known else IGNORED,
                        relations.get(sentence.relations[own], IGNORED) if is_known else IGNORED,
                        tags.get(sentence.tags[own], IGNORED),
                        number,
                    )
                )
        columns = np.array(rows, np.int64).reshape(-1, 4)
        return Tree(columns[:, 0], columns[:, 1], columns[:, 2], columns[:, 3])


def style_of(corpus: str) -> str:
    """The corpus family whose habits of annotation a file shares: "crossner" for "crossner_music"."""
    return corpus.partition("_")[0]


def make_labels(named: Sequence[NamedArticle], parsed: Sequence[ParsedArticle]) -> Labels:
    """All labels that occur, sorted."""
    sentences = [sentence for article in parsed for sentence in article.sentences]
    return Labels(
        names=NAME_LABELS,
        tags=tuple(sorted({tag for sentence in sentences for tag in sentence.tags})),
        relations=tuple(sorted({relation for sentence in sentences for relation in sentence.relations})),
        styles=tuple(sorted({style_of(article.corpus) for article in named})),
    )
