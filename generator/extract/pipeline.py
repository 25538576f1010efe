"""The language pipeline: the embedded English model, or any installed spaCy pipeline with its labels."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span

from generator.errors import ModelError
from generator.language.component import FACTORY
from generator.language.lemmas import make_lemmatizer, set_lemmas
from generator.language.morphology import set_morphology
from generator.language.name_kinds import set_name_kinds
from generator.language.sentences import is_line_break
from generator.language.tokenizer import CONFIG as TOKENIZER

EMBEDDED = "embedded"
MAX_LENGTH = (
    50_000_000  # characters; the embedded model works in chunks, so its memory does not grow with the text's square
)
LABELS = {"GPE": "LOC", "PER": "PERSON", "EVT": "EVENT", "PROD": "PRODUCT", "WOA": "WORK_OF_ART"}
NAMES_ONLY = frozenset({"PERSON", "ORG", "LOC", "NORP", "FAC", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "MISC"})
PENN_TAGS = frozenset(
    {"NNP", "VBD", "IN"}
)  # every Penn Treebank tagger has them; universal ones say "PROPN", "VERB", "ADP"
NEEDED_PARTS = ("tagger", "parser", "ner")
CLEAR_RELATIONS = frozenset(
    {"nsubj", "dobj", "pobj"}
)  # every ClearNLP parser has them; Universal Dependencies say "obj", "obl"
LEMMATIZERS = frozenset({"lemmatizer", "trainable_lemmatizer"})
REMEDY = "Install it (python -m spacy download NAME), name another one, or set language.model to 'embedded'."


@cache
def load_pipeline(model: str) -> Language:
    """`embedded`, or the name or path of an installed English spaCy pipeline. Loaded once a process.

    Raises ModelError if it is missing, or lacks a tagger (Penn Treebank tags), a parser (ClearNLP labels) or an entity
    recognizer. Base forms are made from the tags where the pipeline has none."""
    nlp = _embedded() if model == EMBEDDED else _installed(model)
    nlp.max_length = MAX_LENGTH
    return nlp


def _embedded() -> Language:
    nlp = spacy.blank("en", config=TOKENIZER)
    nlp.add_pipe(FACTORY)
    return nlp


def _installed(model: str) -> Language:
    try:
        nlp = spacy.load(model)
    except (OSError, ValueError, ImportError) as error:
        raise ModelError(
            f"The language model {model!r} can't be loaded: {str(error).splitlines()[0]}", REMEDY
        ) from error
    _check(model, nlp)
    nlp.add_pipe(LINES, before="parser")
    if LEMMATIZERS.isdisjoint(nlp.pipe_names):
        nlp.add_pipe(FORMS, last=True)
    nlp.add_pipe(NAMES, last=True)
    return nlp


def _check(model: str, nlp: Language) -> None:
    missing = [part for part in NEEDED_PARTS if part not in nlp.pipe_names]
    if missing:
        raise ModelError(f"The language model {model!r} has no {' and no '.join(missing)}.", REMEDY)
    if not PENN_TAGS.issubset(_labels(nlp, "tagger")):
        raise ModelError(f"The language model {model!r} has other tags than the Penn Treebank's.", REMEDY)
    if not CLEAR_RELATIONS.issubset(_labels(nlp, "parser")):
        raise ModelError(f"The parser of the language model {model!r} has other labels than ClearNLP's.", REMEDY)


def _labels(nlp: Language, part: str) -> Iterable[str]:
    return tuple(nlp.pipe_labels.get(part, ()))


LINES, FORMS, NAMES = "concordance_lines", "concordance_forms", "concordance_labels"


@Language.component(LINES)
def cut_at_lines(doc: Doc) -> Doc:
    """No sentence crosses a line: the parser keeps the starts that are set before it."""
    for token in doc[1:]:
        if is_line_break(doc[token.i - 1]):
            token.is_sent_start = True
    return doc


@Language.factory(FORMS)
class Forms:
    """Parts of speech, features and base forms from the tags, for a pipeline that gives none."""

    def __init__(self, nlp: Language, name: str = FORMS) -> None:
        self.name = name
        self._lemmatizer = make_lemmatizer(nlp.vocab)

    def __call__(self, doc: Doc) -> Doc:
        set_morphology(doc)
        set_lemmas(doc, self._lemmatizer)
        return doc


@Language.component(NAMES)
def map_labels(doc: Doc) -> Doc:
    """Entity labels and kinds as the rest of the generator knows them; figures and dates are found by other means."""
    spans = [Span(doc, ent.start, ent.end, label=LABELS.get(ent.label_, ent.label_)) for ent in doc.ents]
    doc.ents = tuple(span for span in spans if span.label_ in NAMES_ONLY)
    set_name_kinds(doc)
    return doc
