"""The training corpora: names in IOB2 files, trees in spaCy's binary format."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, Span

from generator.language.tokenizer import make_tokenizer

UNKNOWN = "?"  # a label that was not annotated: nothing is learned from it
OUTSIDE = "O"
NEW_ARTICLE = "# newdoc"
GLUED = "SpaceAfter=No"
APOSTROPHES = ("'", "’")  # in front of "m" or "ll": cut off already, and not to be cut again


@dataclass(frozen=True, slots=True)
class NamedSentence:
    """words; spaces: whether one follows a word; labels: BIO over the types of names, or `UNKNOWN`."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NamedArticle:
    """corpus: the file's name without its ending."""

    corpus: str
    sentences: tuple[NamedSentence, ...]


@dataclass(frozen=True, slots=True)
class ParsedSentence:
    """tags: Penn Treebank; heads: word numbers in the sentence, a root is its own head; relations: ClearNLP."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ParsedArticle:
    """corpus: the file's name without its ending."""

    corpus: str
    sentences: tuple[ParsedSentence, ...]


def read_names(path: Path) -> list[NamedArticle]:
    """The articles of an IOB2 file: token, label and, where known, `SpaceAfter=No`, separated by tabs; an empty line after a
    sentence, `# newdoc` before an article. Words are cut again as the run time cuts them, so that training sees what it sees."""
    articles: list[NamedArticle] = []
    sentences: list[NamedSentence] = []
    rows: list[list[str]] = []
    for line in [*path.read_text(encoding="utf-8").split("\n"), "", NEW_ARTICLE]:
        if line.startswith(NEW_ARTICLE):
            if sentences:
                articles.append(NamedArticle(path.stem, tuple(sentences)))
            sentences = []
        elif line.strip():
            rows.append(line.split("\t"))
        elif rows:
            sentences.append(_sentence(rows))
            rows = []
    return articles


_tokenizer = make_tokenizer(spacy.blank("en").vocab)


def _sentence(rows: Sequence[Sequence[str]]) -> NamedSentence:
    parts = [part for row in rows for part in _parts(row)]
    words, spaces, labels = zip(*parts, strict=True)
    return NamedSentence(words, spaces, labels)


def _parts(row: Sequence[str]) -> Iterator[tuple[str, bool, str]]:
    """(word, space, label) for the tokens that the run time makes of one token of a corpus."""
    is_clitic = row[0][:1] in APOSTROPHES and row[0][1:].isalpha()
    words = [row[0]] if is_clitic else [token.text for token in _tokenizer(row[0])]
    inner = "I" + row[1][1:] if row[1].startswith("B-") else row[1]
    for number, word in enumerate(words):
        is_last = number == len(words) - 1
        yield word, is_last and GLUED not in row[2:], inner if number else row[1]


def read_trees(path: Path) -> list[ParsedArticle]:
    """The articles of a file of annotated documents; white space that is a token of its own is left out."""
    vocab = spacy.blank("en").vocab
    return [_parsed(path.stem, doc) for doc in DocBin().from_disk(path).get_docs(vocab)]


def _parsed(corpus: str, doc: Doc) -> ParsedArticle:
    return ParsedArticle(corpus, tuple(_tree(sentence) for sentence in doc.sents))


def _tree(sentence: Span) -> ParsedSentence:
    tokens = [token for token in sentence if not token.is_space]
    place = {token.i: number for number, token in enumerate(tokens)}
    return ParsedSentence(
        words=tuple(token.text for token in tokens),
        spaces=tuple(bool(token.whitespace_) for token in tokens),
        tags=tuple(token.tag_ for token in tokens),
        heads=tuple(place.get(token.head.i, number) for number, token in enumerate(tokens)),
        relations=tuple(token.dep_ for token in tokens),
    )
