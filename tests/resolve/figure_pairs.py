"""Pairs of accounts as knowledge bases: the texts of `figure_pairs.tsv` with their analysis as data, read by the real finders."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import spacy
from spacy.tokens import Doc

from generator.extract.quantities import find_quantities
from generator.extract.sentences import find_sentences
from generator.extract.times import find_times
from generator.model import Chain, Entity, Event, EventMention, EventRef, Extraction, KnowledgeBase, Mention
from generator.model.span import span_of
from generator.resolve.accounts import compare_accounts

from .test_accounts import article

FOLDER = Path(__file__).parent
_NLP = spacy.blank("en")
_TYPES = {"PERSON": "person", "ORG": "organization", "GPE": "place"}


def rows(part):
    """The pairs of a part ("dev", "held"): verdict, label, two texts."""
    lines = (FOLDER / "figure_pairs.tsv").read_text(encoding="utf-8").splitlines()
    cells = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [tuple(row[1:]) for row in cells if row[0] == part]


@cache
def _parses():
    return json.loads((FOLDER / "figure_parses.json").read_text(encoding="utf-8"))


@cache
def extracted(key, text):
    """What is found in a text: its figures by the real finder, its names from the analysis, and one event per text."""
    tokens = _parses()[text]
    doc = Doc(
        _NLP.vocab,
        words=[token[0].rstrip() for token in tokens],
        spaces=[token[0].endswith(" ") for token in tokens],
        tags=[token[1] for token in tokens],
        pos=[token[2] for token in tokens],
        deps=[token[3] for token in tokens],
        heads=[token[4] for token in tokens],
        lemmas=[token[5] for token in tokens],
        ents=[token[6] or "O" for token in tokens],
    )
    sentences = find_sentences(doc)
    times = find_times(doc, sentences, "2024-11-29")
    known = [ent for ent in doc.ents if ent.label_ in _TYPES]
    mentions = tuple(
        Mention(f"m{n}", span_of(text, ent.start_char, ent.end_char), _TYPES[ent.label_], "name", ent.text,
                next(s.id for s in sentences if s.span.start <= ent.start_char < s.span.end))
        for n, ent in enumerate(known)
    )  # fmt: skip
    whole = sentences[0].span
    event = EventMention("e0", span_of(text, 0, 3), "crash", "accident", (), None, None, "s0", whole, main=True)
    return Extraction(
        key, sentences, mentions, tuple(Chain(m.chain, m.type, m.chain, (m.id,)) for m in mentions), (), times,
        find_quantities(doc, sentences, times), (), (event,),
    )  # fmt: skip


def base(*texts):
    """A knowledge base of one event that all the texts are about."""
    found = {f"a{n}": extracted(f"a{n}", text) for n, text in enumerate(texts)}
    names = {(key, chain.id): chain.id for key, item in found.items() for chain in item.chains}
    kinds = {chain.id: chain.type for item in found.values() for chain in item.chains}
    entities = {name: Entity(name, name, kinds[name], (), (), None) for name in names.values()}
    refs = tuple(EventRef(key, "e0") for key in found)
    event = Event("x", "X", "accident", None, None, (), refs, "events/x.md", main_of=tuple(found))
    return KnowledgeBase(
        {key: article(key, text) for key, text in zip(found, texts, strict=True)},
        found, entities, {"x": event}, (), names, {(key, "e0"): "x" for key in found},
    )  # fmt: skip


def figure_rows(*texts):
    """The rows of figures that several of the texts stand in: label and verdict."""
    facets = compare_accounts(base(*texts)).events["x"].facets
    figures = [facet for facet in facets if facet.kind == "figure"]
    return [(facet.label, facet.verdict) for facet in figures if len({cell.article for cell in facet.cells}) > 1]


def judge(verdict, label, left, right):
    """ "right", "missed" (no row with both), "wrong" (another verdict, or a row where none should be) or "label"."""
    found = figure_rows(left, right)
    if verdict == "apart":
        return "wrong" if found else "right"
    if not found:
        return "missed"
    if not any(told == verdict for _, told in found):
        return "wrong"
    return "right" if (label, verdict) in found else "label"
