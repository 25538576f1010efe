from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.vocab import Vocab

from generator.extract.pipeline import load_pipeline
from generator.language.tokenizer import make_tokenizer

CASES = (Path(__file__).parent / "tokens.txt").read_text(encoding="utf-8").splitlines()
TOKENIZER = make_tokenizer(spacy.blank("en").vocab)


@pytest.mark.parametrize("case", [line for line in CASES if not line.startswith("# ")])
def test_case(case: str) -> None:
    text, _, tokens = case.partition("\t")
    assert [token.text for token in TOKENIZER(text)] == tokens.split()


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(["$", "RM", "5", "bn", "-", "–", "—", "“", "”", '"', ".", ",", "a", "U.S.", "’s", " ", "\n"])
    )
)
def test_no_character_is_lost(parts: list[str]) -> None:
    assert TOKENIZER("".join(parts)).text == "".join(parts)


def test_the_embedded_pipeline_uses_it() -> None:
    assert [token.text for token in load_pipeline("embedded").make_doc("RM50")] == ["RM", "50"]


def test_two_vocabularies_do_not_meddle() -> None:
    assert [token.text for token in make_tokenizer(Vocab())("Lt. Alder")] == ["Lt.", "Alder"]
