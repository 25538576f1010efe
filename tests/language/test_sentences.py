from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from generator.language.sentences import set_sentences
from generator.language.tokenizer import make_tokenizer

LINES = (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines()
CASES = [line for line in LINES if not line.startswith("#")]
TOKENIZER = make_tokenizer(spacy.blank("en").vocab)


def split(text: str) -> list[str]:
    doc = TOKENIZER(text)
    set_sentences(doc)
    return [sentence.text.strip() for sentence in doc.sents]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 150


@pytest.mark.parametrize("case", CASES)
def test_case(case: str) -> None:
    sentences = case.split(" | ")
    assert split(" ".join(sentences)) == sentences


def test_a_lost_space_ends_a_sentence() -> None:
    assert split("The bill passed.It is now law.") == ["The bill passed.", "It is now law."]


def test_no_sentence_crosses_a_line() -> None:
    assert split("Mayor wins vote\nThe mayor\nwon. She thanked all.") == [
        "Mayor wins vote",
        "The mayor",
        "won.",
        "She thanked all.",
    ]


def test_a_line_break_belongs_to_the_sentence_before_it() -> None:
    doc = TOKENIZER("One line\n\nAnother line\n")
    set_sentences(doc)
    assert [sentence.text for sentence in doc.sents] == ["One line\n\n", "Another line\n"]


def test_nothing_and_white_space() -> None:
    assert split("") == []
    assert split("\n\n\n") == [""]
