"""Tags, trees and sentences against a corpus of trees, on its own words and sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc, DocBin

from generator.language.component import annotate
from generator.language.encoder import Encoder
from generator.language.lemmas import make_lemmatizer
from generator.language.lexicons import Lexicons
from generator.language.scoring import Counts, agreement
from generator.language.sentences import set_sentences

COLUMNS = ("tags", "UAS", "LAS", "sentences")
RELATIONS = ("nsubj", "nsubjpass", "dobj", "relcl", "conj", "appos")
PUNCTUATION = "punct"


@dataclass(frozen=True, slots=True)
class SyntaxFigures:
    """What was counted on one corpus file: "tags", "UAS", "LAS" (without punctuation), "sentences", and by relation."""

    corpus: str
    words: int
    counts: Mapping[str, Counts]


def score_syntax(nlp: Language, encoder: Encoder, lexicons: Lexicons, path: Path) -> SyntaxFigures:
    """The figures of one file of annotated documents. Sentences are split from the plain text, all else is read from the
    corpus' own words and sentences."""
    counts = dict.fromkeys((*COLUMNS, *RELATIONS), Counts())
    lemmatizer = make_lemmatizer(nlp.vocab)
    for gold in DocBin().from_disk(path).get_docs(nlp.vocab):
        doc = annotate(_bare(gold), encoder, lexicons, lemmatizer)
        split = nlp.make_doc(gold.text)
        set_sentences(split)
        for name, one in [*_compare(doc, gold), ("sentences", agreement(_starts(split), _starts(gold)))]:
            counts[name] += one
    return SyntaxFigures(path.stem, counts["tags"].gold, counts)


def _bare(gold: Doc) -> Doc:
    return Doc(
        gold.vocab,
        words=[token.text for token in gold],
        spaces=[bool(token.whitespace_) for token in gold],
        sent_starts=[token.is_sent_start for token in gold],
    )


def _compare(doc: Doc, gold: Doc) -> Iterator[tuple[str, Counts]]:
    words = [token.i for token in gold if not token.is_space]
    yield "tags", agreement(((i, doc[i].tag_) for i in words), ((i, gold[i].tag_) for i in words))
    arcs = [i for i in words if gold[i].dep_ != PUNCTUATION]
    yield "UAS", agreement(((i, doc[i].head.i) for i in arcs), ((i, gold[i].head.i) for i in arcs))
    yield "LAS", agreement((_arc(doc, i) for i in arcs), (_arc(gold, i) for i in arcs))
    found, right = [_arc(doc, i) for i in words], [_arc(gold, i) for i in words]
    for relation in RELATIONS:
        own = (arc for arc in found if arc[2] == relation)
        yield relation, agreement(own, (arc for arc in right if arc[2] == relation))


def _arc(doc: Doc, number: int) -> tuple[int, int, str]:
    return number, doc[number].head.i, doc[number].dep_


def _starts(doc: Doc) -> set[int]:
    return {next((token.idx for token in sentence if not token.is_space), -1) for sentence in doc.sents}
