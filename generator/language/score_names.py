"""Names against the gold names of a corpus file, exact span and label, in three ways:

- "rules": the whole component on plain text, as a build reads it;
- "encoder": the same without the rules for names;
- "tokens": the encoder alone on the corpus' own tokens, an article without sentence breaks as one sentence: the way in
  which the prototype's published figures were counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain, pairwise
from pathlib import Path

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from generator.language.chunks import cut_sentences, pack_sentences
from generator.language.component import CHUNK_PIECES, annotate
from generator.language.encoder import Encoder, pieces_of, score_chunk
from generator.language.features import feature_vectors
from generator.language.layout import read_layout
from generator.language.lemmas import make_lemmatizer
from generator.language.lexicons import Lexicons
from generator.language.scoring import Counts, agreement
from generator.language.sentences import set_sentences
from generator.language.viterbi import Entity, best_labels, read_entities, transition_scores

LABELS = ("PERSON", "ORG", "LOC", "NORP", "EVENT", "MISC")
LINE_MARK = "_"  # a line break, in a corpus file
NEW_ARTICLE = "# newdoc"
GLUED = "SpaceAfter=No"


@dataclass(frozen=True, slots=True)
class GoldWord:
    """A token of a corpus with its BIO label."""

    text: str
    label: str
    has_space: bool


@dataclass(frozen=True, slots=True)
class NameFigures:
    """What was counted on one corpus file: way of reading -> label -> counts."""

    corpus: str
    articles: int
    words: int
    counts: Mapping[str, Mapping[str, Counts]]


GoldArticle = list[list[GoldWord]]  # sentence by sentence


def read_articles(path: Path) -> Iterator[GoldArticle]:
    """The articles of a file: word, label and, where known, `SpaceAfter=No` between tabs; an empty line after a sentence,
    `# newdoc` before an article."""
    article: GoldArticle = []
    is_new = True
    for line in [*path.read_text(encoding="utf-8").split("\n"), NEW_ARTICLE]:
        if line.startswith(NEW_ARTICLE):
            if article:
                yield article
            article, is_new = [], True
        elif not line.strip():
            is_new = True
        else:
            if is_new:
                article.append([])
            word, label, *rest = line.split("\t")
            article[-1].append(GoldWord(word, label, GLUED not in rest))
            is_new = False


def plain_text(article: GoldArticle) -> tuple[str, list[Entity]]:
    """The text of an article and its names as (first character, character behind the last, label)."""
    words = list(chain.from_iterable(article))
    texts = ["\n" if word.text == LINE_MARK else word.text for word in words]
    gaps = ["" if text == "\n" or not word.has_space else " " for text, word in zip(texts, words, strict=True)]
    starts = list(accumulate((len(text) + len(gap) for text, gap in zip(texts, gaps, strict=True)), initial=0))
    names = read_entities([word.label for word in words])
    spans = [(starts[first], starts[stop - 1] + len(texts[stop - 1]), label) for first, stop, label in names]
    return "".join(text + gap for text, gap in zip(texts, gaps, strict=True)), spans


def score_names(nlp: Language, encoder: Encoder, lexicons: Lexicons, path: Path) -> NameFigures:
    """The figures of one corpus file. nlp: gives the tokens of a text."""
    counts = {way: dict.fromkeys(LABELS, Counts()) for way in ("rules", "encoder", "tokens")}
    articles = list(read_articles(path))
    lemmatizer = make_lemmatizer(nlp.vocab)
    for article in articles:
        text, gold = plain_text(article)
        doc = nlp.make_doc(text)
        set_sentences(doc)
        _count(counts["encoder"], _names_of_doc(doc, encoder, lexicons), gold)
        annotate(doc, encoder, lexicons, lemmatizer)
        _count(counts["rules"], [(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents], gold)
        _count(counts["tokens"], *_names_of_tokens(article, encoder, lexicons))
    words = sum(len(sentence) for article in articles for sentence in article)
    return NameFigures(path.stem, len(articles), words, counts)


def _count(counts: dict[str, Counts], found: Sequence[Entity], gold: Sequence[Entity]) -> None:
    for label in counts:
        counts[label] += agreement(_of(label, found), _of(label, gold))


def _of(label: str, entities: Sequence[Entity]) -> list[Entity]:
    return [entity for entity in entities if entity[2] == label]


def _names_of_tokens(article: GoldArticle, encoder: Encoder, lexicons: Lexicons) -> tuple[list[Entity], list[Entity]]:
    """Found and gold names as numbers of tokens."""
    words = [word.text for sentence in article for word in sentence]
    bounds = accumulate(map(len, article), initial=0)
    found = read_names(words, [range(*pair) for pair in pairwise(bounds)], encoder, lexicons)
    return found, read_entities([word.label for sentence in article for word in sentence])


def _names_of_doc(doc: Doc, encoder: Encoder, lexicons: Lexicons) -> list[Entity]:
    """Found names as numbers of characters, without the rules."""
    layout = read_layout(doc)
    tokens = [doc[number] for number in layout.tokens]
    return [
        (tokens[first].idx, tokens[stop - 1].idx + len(tokens[stop - 1]), label)
        for first, stop, label in read_names(layout.words, layout.sentences, encoder, lexicons)
    ]


def read_names(words: Sequence[str], sentences: Sequence[range], encoder: Encoder, lexicons: Lexicons) -> list[Entity]:
    """The names that the encoder alone finds, as numbers of words: (first, behind the last, label)."""
    pieces = [pieces_of(word, encoder.vocabulary) for word in words]
    sizes = [len(word) for word in pieces]
    texts = [words[sentence.start : sentence.stop] for sentence in sentences]
    vectors = feature_vectors(texts, encoder.features, lexicons)
    parts = cut_sentences(sentences, sizes, CHUNK_PIECES, ())
    scores = [np.zeros((0, len(encoder.name_labels)), np.float32)]
    for chunk in pack_sentences(parts, sizes, CHUNK_PIECES):
        own = slice(chunk[0].start, chunk[-1].stop)
        scores.append(score_chunk(encoder, pieces[own], vectors[own]).names)
    rows = np.concatenate(scores)
    transitions = transition_scores(encoder.name_labels)
    paths = (best_labels(rows[sentence.start : sentence.stop], *transitions) for sentence in sentences)
    return read_entities([encoder.name_labels[number] for path in paths for number in path])
