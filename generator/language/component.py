"""The whole embedded model behind one spaCy component, so that `nlp(text)` gives an ordinary document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.language import Language
from spacy.tokens import Doc, Span

from generator.language.chunks import Chunk, cut_sentences, pack_sentences
from generator.language.encoder import Array, Encoder, load_encoder, pieces_of, score_chunk
from generator.language.features import feature_vectors
from generator.language.layout import Layout, read_layout, set_tree
from generator.language.lemmas import make_lemmatizer, set_lemmas
from generator.language.lexicons import Lexicons, load_lexicons
from generator.language.morphology import set_morphology
from generator.language.name_kinds import set_name_kinds
from generator.language.names import improve_names
from generator.language.names_belief import drop_doubtful, keep_belief, label_shares
from generator.language.sentences import set_sentences
from generator.language.syntax import Syntax, join_syntax, read_syntax
from generator.language.viterbi import best_labels, read_entities, transition_scores

FACTORY = "concordance_english"
CHUNK_PIECES = 160
CUT_BEHIND = frozenset(",;:–—)")
ASSIGNED = ["tag", "pos", "dep", "head", "lemma", "morph", "is_sent_start"]


@Language.factory(FACTORY, assigns=[f"token.{name}" for name in ASSIGNED] + ["doc.ents"])
class EnglishModel:
    """Sentences, tags, trees, lemmas and names of English news text."""

    def __init__(self, nlp: Language, name: str = FACTORY) -> None:
        self.name = name
        self._encoder = load_encoder()
        self._lexicons = load_lexicons()
        self._lemmatizer = make_lemmatizer(nlp.vocab)

    def __call__(self, doc: Doc) -> Doc:
        set_sentences(doc)
        return self.annotate(doc)

    def annotate(self, doc: Doc) -> Doc:
        """Everything but the sentences, which are marked already."""
        return annotate(doc, self._encoder, self._lexicons, self._lemmatizer)


def annotate(doc: Doc, encoder: Encoder, lexicons: Lexicons, lemmatizer: EnglishLemmatizer) -> Doc:
    """Fill the annotations of a document whose sentences are marked."""
    layout = read_layout(doc)
    syntax, names, layout = _read(layout, encoder, lexicons)
    if len(doc):
        set_tree(doc, layout, syntax.tags, syntax.heads, syntax.relations)
    set_morphology(doc)
    set_lemmas(doc, lemmatizer)
    doc.ents = tuple(_entities(doc, layout, names, encoder.name_labels))
    if len(names):
        keep_belief(doc, layout.tokens, label_shares(names, encoder.name_labels))
    improve_names(doc, lexicons)
    set_name_kinds(doc, lexicons)
    return doc


def _read(layout: Layout, encoder: Encoder, lexicons: Lexicons) -> tuple[Syntax, Array, Layout]:
    """The syntax of all words, their name scores, and the layout as it was read: a sentence too long for one chunk is several."""
    pieces = [pieces_of(word, encoder.vocabulary) for word in layout.words]
    texts = [layout.words[sentence.start : sentence.stop] for sentence in layout.sentences]
    vectors = feature_vectors(texts, encoder.features, lexicons)
    breaks = {number for number, word in enumerate(layout.words) if word in CUT_BEHIND}
    sizes = [len(word) for word in pieces]
    parts = cut_sentences(layout.sentences, sizes, CHUNK_PIECES, breaks)
    syntax: list[tuple[int, Syntax]] = []
    names: list[Array] = [np.zeros((0, len(encoder.name_labels)), np.float32)]
    for chunk in pack_sentences(parts, sizes, CHUNK_PIECES):
        words = _words(chunk)
        scores = score_chunk(encoder, pieces[words.start : words.stop], vectors[words.start : words.stop])
        syntax.append((words.start, read_syntax(encoder, scores, chunk)))
        names.append(scores.names)
    return join_syntax(syntax), np.concatenate(names), replace(layout, sentences=parts)


def _words(chunk: Chunk) -> range:
    return range(chunk[0].start, chunk[-1].stop)


def _entities(doc: Doc, layout: Layout, scores: Array, labels: Sequence[str]) -> list[Span]:
    """The names that the model finds and is sure enough of; none crosses a sentence."""
    start, steps = transition_scores(labels)
    spans: list[Span] = []
    for sentence in layout.sentences:
        part = scores[sentence.start : sentence.stop]
        found = read_entities([labels[number] for number in best_labels(part, start, steps)])
        for first, stop, label in drop_doubtful(found, part, labels):
            tokens = layout.tokens[sentence.start + first], layout.tokens[sentence.start + stop - 1] + 1
            spans.append(Span(doc, *tokens, label=label))
    return spans
