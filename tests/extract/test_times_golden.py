"""Times as the whole pipeline reads them: golden sentences, half of them held out."""

from __future__ import annotations

from functools import cache

import pytest
import yaml

from generator.extract.annotate import annotate
from generator.extract.pipeline import load_pipeline
from generator.model import Article, Extraction

from .times_docs import FOLDER

CASES = yaml.safe_load((FOLDER / "times_golden.yaml").read_text(encoding="utf-8"))
# Of so many sentences that are read as expected; a fall below is a fault.
FLOORS = {"development": 44, "held_out": 42}


@cache
def read(text: str, published: str) -> Extraction:
    article = Article(
        "a", "a.md", None, None, None, "Test Post", (), published or None, None, None, "en", text, (), ""
    )  # fmt: skip
    return annotate(article, load_pipeline("embedded"))


def is_right(text, published, expected) -> bool:
    found = {time.span.text: time.value for time in read(text, str(published)).times if time.kind != "duration"}
    wanted = {words: None if value is None else str(value) for words, value in expected.items()}
    return found == wanted if not wanted else all(words in found and found[words] == wanted[words] for words in wanted)


@pytest.mark.parametrize("part", sorted(CASES))
def test_golden_sentences(part) -> None:
    wrong = [case[0] for case in CASES[part] if not is_right(*case)]
    assert len(CASES[part]) - len(wrong) >= FLOORS[part], wrong


def test_there_are_enough_of_each() -> None:
    assert all(len(cases) >= 40 for cases in CASES.values())


@pytest.mark.parametrize(
    ("text", "words", "clock"),
    [
        ("The police came shortly after 10pm.", "10pm", "22:00~"),
        ("The police came at 7:33 p.m. and left.", "7:33 p.m.", "19:33"),
        ("The police came at 1830 GMT.", "1830 GMT", "18:30Z"),
    ],
)
def test_a_time_of_day_is_kept_without_a_date(text, words, clock) -> None:
    assert [(time.span.text, time.clock) for time in read(text, "2029-09-19").times] == [(words, clock)]


def test_a_time_that_leans_on_another_keeps_its_distance() -> None:
    found = read("The plant burned on 3 May 2027. Two days later the mayor resigned.", "2029-09-19").times
    assert [(time.offset, time.kind) for time in found] == [("", "date"), ("P2D", "date")]
    assert found[1].anchor == "reckoned from 2027-05-03, “3 May 2027” before it"
