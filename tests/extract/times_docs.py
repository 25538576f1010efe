"""Documents of the golden cases of times and figures, with their analysis as data: the cases hold whatever model is loaded."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import spacy
from spacy.tokens import Doc

from generator.model import Sentence
from generator.model.span import span_of

FOLDER = Path(__file__).parent
_NLP = spacy.blank("en")


@cache
def _parses():
    return json.loads((FOLDER / "times_parses.json").read_text(encoding="utf-8"))


def parsed(text: str) -> tuple[Doc, tuple[Sentence, ...]]:
    """The document of a case, one sentence."""
    rows = _parses()[text]
    doc = Doc(
        _NLP.vocab,
        words=[row[0].rstrip() for row in rows],
        spaces=[row[0].endswith(" ") for row in rows],
        tags=[row[1] for row in rows],
        pos=[row[2] for row in rows],
        deps=[row[3] for row in rows],
        heads=[row[4] for row in rows],
        lemmas=[row[5] for row in rows],
        ents=[f"B-{row[6]}" if row[6] and not row[6].startswith("I-") else row[6] or "O" for row in rows],
    )
    return doc, whole(doc)


def plain(text: str) -> tuple[Doc, tuple[Sentence, ...]]:
    """A document without any analysis, one sentence."""
    doc = _NLP(text)
    return doc, whole(doc)


def whole(doc: Doc) -> tuple[Sentence, ...]:
    """One sentence over all of the text."""
    return (Sentence("s0", span_of(doc.text, 0, len(doc.text)), 0),)
