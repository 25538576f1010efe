from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from generator.errors import ModelError
from generator.extract.pipeline import NAMES_ONLY, load_pipeline

WORDS = ["Alder", "left", "Gorse", "Hall", "in", "Fenland", "on", "Friday", "."]
TAGS = ["NNP", "VBD", "NNP", "NNP", "IN", "NNP", "IN", "NNP", "."]
HEADS = [1, 1, 3, 1, 1, 4, 1, 6, 1]
RELATIONS = ["nsubj", "ROOT", "compound", "dobj", "prep", "pobj", "prep", "pobj", "punct"]
LABELS = ["B-PERSON", "O", "B-FAC", "I-FAC", "O", "B-GPE", "O", "B-DATE", "O"]
UNIVERSAL = {"dobj": "obj", "pobj": "obl", "prep": "case"}
TEXT = "Alder left Gorse Hall in Fenland on Friday ."


def teach() -> Language:
    """A small pipeline that knows one sentence."""
    nlp = spacy.blank("en")
    for part in ("tagger", "parser", "ner"):
        nlp.add_pipe(part, config={"min_action_freq": 1} if part == "parser" else {})
    gold = Doc(nlp.vocab, words=WORDS, tags=TAGS, heads=HEADS, deps=RELATIONS, ents=LABELS)
    examples = [Example(nlp.make_doc(gold.text), gold)] * 2
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(25):
        nlp.update(examples, sgd=optimizer)
    return nlp


def with_labels(path: Path, tags: Iterable[str], relations: Iterable[str]) -> str:
    """A pipeline that knows its labels and nothing else, saved."""
    nlp = spacy.blank("en")
    for part, labels in (("tagger", tags), ("parser", relations), ("ner", ["PERSON"])):
        pipe = nlp.add_pipe(part)
        for label in sorted(set(labels)):
            pipe.add_label(label)
    return save(nlp, path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("model") / "small"
    teach().to_disk(path)
    return path


def save(nlp: Language, path: Path) -> str:
    nlp.to_disk(path)
    return str(path)


def test_another_pipeline_gets_our_labels(folder: Path) -> None:
    doc = load_pipeline(str(folder))(TEXT)
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Alder", "PERSON"),
        ("Gorse Hall", "FAC"),
        ("Fenland", "LOC"),
    ]
    assert {ent.label_ for ent in doc.ents} <= NAMES_ONLY
    assert [token.dep_ for token in doc] == RELATIONS


def test_another_pipeline_gets_base_forms_where_it_has_none(folder: Path) -> None:
    doc = load_pipeline(str(folder))(TEXT)
    assert [token.tag_ for token in doc] == TAGS
    assert (doc[1].lemma_, doc[1].pos_, doc[1].morph.get("Tense")) == ("leave", "VERB", ["Past"])


def test_another_pipeline_keeps_its_own_base_forms(folder: Path, tmp_path: Path) -> None:
    nlp = spacy.load(folder)
    nlp.add_pipe("trainable_lemmatizer")
    assert "concordance_forms" not in load_pipeline(save(nlp, tmp_path / "own")).pipe_names


def test_another_pipeline_breaks_sentences_at_lines(folder: Path) -> None:
    text = "Alder left\nGorse Hall on Friday ."
    doc = load_pipeline(str(folder))(text)
    assert all("\n" not in sentence.text.rstrip() for sentence in doc.sents)
    assert doc[3].is_sent_start
    assert doc.text == text


def test_a_missing_model_is_named_with_a_remedy() -> None:
    with pytest.raises(ModelError, match="no_such_model") as caught:
        load_pipeline("no_such_model")
    assert "embedded" in caught.value.remedy


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="can't be loaded"):
        load_pipeline(str(tmp_path))


@pytest.mark.parametrize("lacks", ["tagger", "parser", "ner"])
def test_a_model_without_a_needed_part_is_refused(tmp_path: Path, lacks: str) -> None:
    nlp = spacy.blank("en")
    for part in {"tagger", "parser", "ner"} - {lacks}:
        nlp.add_pipe(part)
    with pytest.raises(ModelError, match=f"no {lacks}") as caught:
        load_pipeline(save(nlp, tmp_path / lacks))
    assert "embedded" in caught.value.remedy


def test_a_model_with_other_labels_is_refused(tmp_path: Path) -> None:
    universal = [UNIVERSAL.get(name, name) for name in RELATIONS]
    with pytest.raises(ModelError, match="ClearNLP"):
        load_pipeline(with_labels(tmp_path / "universal", TAGS, universal))
    assert load_pipeline(with_labels(tmp_path / "clear", TAGS, RELATIONS)).pipe_names[-1] == "concordance_labels"


def test_a_model_with_other_tags_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Penn Treebank"):
        load_pipeline(with_labels(tmp_path / "other", ["PROPN", "VERB", "ADP"], RELATIONS))


def test_a_pipeline_is_loaded_once(nlp: Language) -> None:
    assert load_pipeline("embedded") is nlp


def test_labels_that_no_one_knows_are_dropped(folder: Path) -> None:
    nlp = load_pipeline(str(folder))
    doc = nlp.make_doc("Alder left")
    doc.ents = (Span(doc, 0, 1, label="MONEY"),)
    assert nlp.get_pipe("concordance_labels")(doc).ents == ()
