"""Golden sentences through the embedded pipeline: which names stand in them, and of which type."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.extract.mentions import find_mentions
from generator.extract.pipeline import load_pipeline
from generator.extract.sentences import find_sentences

CASES = yaml.safe_load(Path(__file__).with_name("mentions_golden.yaml").read_text("utf-8"))


def names(text: str) -> list[list[str]]:
    doc = load_pipeline("embedded")(text)
    return [[m.span.text, m.type] for m in find_mentions(doc, find_sentences(doc)) if m.kind == "name"]


@pytest.mark.parametrize("text", sorted(CASES))
def test_names(text: str) -> None:
    assert names(text) == CASES[text]


def test_a_surname_keeps_the_given_name_that_is_a_place_too() -> None:
    found = names("It was a loss for all. Brittany Gorsely, a visitor, saw the gorilla. Gorsely told the newspaper so.")
    assert ["Brittany Gorsely", "person"] in found


@pytest.mark.parametrize("credit", ["(Ida Gorse/The Harbor Post)", "(Ida Gorse, File/Harbor Press)"])
def test_who_took_the_picture_is_nobody_in_the_news(credit: str) -> None:
    found = names(f"Leaders met in Oslo on Monday. {credit}\n\nThe talks lasted two days, said Karl Lund.")
    assert [name for name, _ in found if name in ("Ida Gorse", "Karl Lund")] == ["Karl Lund"]


def test_somebody_in_brackets_is_no_credit() -> None:
    assert ["Ida Gorse", "person"] in names("The mayor (Ida Gorse, who was elected in May) came.")
