from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from generator.errors import ModelError
from generator.extract.pipeline import load_pipeline

WORDS = ["Alder", "left", "Gorse", "on", "Friday", "."]
HEADS = [1, 1, 1, 1, 3, 1]
RELATIONS = ["nsubj", "ROOT", "dobj", "prep", "pobj", "punct"]
LABELS = ["B-PERSON", "O", "B-GPE", "O", "B-DATE", "O"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline that has learnt one sentence."""
    nlp = spacy.blank("en")
    nlp.add_pipe("parser", config={"min_action_freq": 1})
    nlp.add_pipe("ner")
    gold = Doc(nlp.vocab, words=WORDS, heads=HEADS, deps=RELATIONS, ents=LABELS)
    examples = [Example(nlp.make_doc(gold.text), gold)] * 4
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(30):
        nlp.update(examples, sgd=optimizer)
    path = tmp_path_factory.mktemp("model") / "small"
    nlp.to_disk(path)
    return path


def save(nlp: Language, path: Path) -> str:
    nlp.to_disk(path)
    return str(path)


def test_another_pipeline_gets_our_labels(folder: Path) -> None:
    doc = load_pipeline(str(folder))("Alder left Gorse on Friday .")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Alder", "PERSON"), ("Gorse", "LOC")]
    assert doc[1].dep_ == "ROOT"


def test_another_pipeline_breaks_sentences_at_lines(folder: Path) -> None:
    doc = load_pipeline(str(folder))("Alder left\nGorse on Friday .")
    assert all("\n" not in sentence.text.rstrip() for sentence in doc.sents)
    assert doc[3].is_sent_start
    assert doc.text == "Alder left\nGorse on Friday ."


def test_a_missing_model_is_named_with_a_remedy() -> None:
    with pytest.raises(ModelError, match="no_such_model") as caught:
        load_pipeline("no_such_model")
    assert "embedded" in caught.value.remedy


@pytest.mark.parametrize(("has", "lacks"), [("parser", "ner"), ("ner", "parser")])
def test_a_model_without_a_needed_part_is_refused(tmp_path: Path, has: str, lacks: str) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(has)
    with pytest.raises(ModelError, match=f"no {lacks}"):
        load_pipeline(save(nlp, tmp_path / has))


def test_a_pipeline_is_loaded_once(nlp: Language) -> None:
    assert load_pipeline("embedded") is nlp


def test_labels_that_no_one_knows_are_dropped(folder: Path) -> None:
    nlp = load_pipeline(str(folder))
    doc = nlp.make_doc("Alder left")
    doc.ents = (Span(doc, 0, 1, label="MONEY"),)
    assert nlp.get_pipe("concordance_labels")(doc).ents == ()
