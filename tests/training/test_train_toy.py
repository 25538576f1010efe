"""The whole training on the toy corpus: needs torch and the base weights (make test-train)."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
import spacy

from generator.language.training.command import train
from generator.language.training.inputs import find_base
from generator.language.training.options import GOLD_NAMES, Options, Schedule
from generator.language.training.record import CARD, read_report, weight_files
from tests.training.toy_corpus import write_toy

pytestmark = pytest.mark.training

SEED = 5
VOCABULARY = Path("generator/language/weights/vocab.txt").resolve()
TEXT = "The mayor of Gorseport, Mara Fenwick, opened the bridge. Danish visitors crossed it first."


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    return write_toy(tmp_path_factory.mktemp("toy") / "data")


@pytest.fixture(scope="module")
def weights(data, tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("weights")
    train(data, out, None, seed=SEED, quick=True, evaluate_only=False, progress=lambda *_: None)
    return out


def test_the_run_time_reads_what_training_writes(weights) -> None:
    from generator.language.component import annotate
    from generator.language.encoder import load_encoder
    from generator.language.lemmas import make_lemmatizer
    from generator.language.lexicons import load_lexicons
    from generator.language.sentences import set_sentences

    nlp = spacy.blank("en")
    doc = nlp.make_doc(TEXT)
    set_sentences(doc)
    annotate(doc, load_encoder(weights), load_lexicons(), make_lemmatizer(nlp.vocab))
    assert len(list(doc.sents)) == 2
    assert all(sum(token.head.i == token.i for token in sentence) == 1 for sentence in doc.sents)
    assert all(token.tag_ and token.dep_ and token.lemma_ for token in doc)


def test_the_report_tells_of_the_run(weights, data) -> None:
    report = read_report(weights)
    assert report.files == weight_files(weights)
    assert report.training is not None
    assert (report.training.seed, report.training.quick) == (SEED, True)
    assert report.training.steps > 0
    assert report.training.inputs["model.safetensors"].startswith("53aa5117")
    assert {one.corpus for one in report.figures.names} == {"test_men"}
    assert "with the toy schedule" in (weights / CARD).read_text(encoding="utf-8")


def test_the_same_seed_gives_the_same_bytes_in_another_process(weights, data, tmp_path) -> None:
    again = tmp_path / "again"
    command = ["train", "--data", str(data), "--out", str(again), "--quick", "--seed", str(SEED)]
    subprocess.run([sys.executable, "-m", "generator", *command], check=True, capture_output=True)
    assert weight_files(again) == weight_files(weights)
    assert read_report(again).figures == read_report(weights).figures


def test_measuring_again_keeps_what_is_known_of_the_training(weights, data) -> None:
    before = read_report(weights)
    train(data, weights, None, seed=0, quick=False, evaluate_only=True, progress=lambda *_: None)
    after = read_report(weights)
    assert (after.training, after.figures) == (before.training, before.figures)


def test_the_losses_fall(data, monkeypatch) -> None:
    from generator.language.training import learning

    monkeypatch.setattr(learning, "REPORT_EVERY", 4)
    reports: list[dict[str, float]] = []
    schedule = Schedule(name_epochs=16, tree_epochs=8, batch_pieces=600)
    options = Options(data, find_base(None), Path(), VOCABULARY, schedule=schedule, gold=GOLD_NAMES[:2])
    learning.train_model(options, lambda step, steps, means: reports.append(dict(means)))
    first, last = reports[0], reports[-1]
    assert len(reports) > 1
    assert {"names", "tags", "arcs", "labels"} <= set(first)
    for name, loss in first.items():
        assert last[name] < 0.8 * loss, json.dumps(reports)
