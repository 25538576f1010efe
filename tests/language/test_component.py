from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from generator.extract.pipeline import load_pipeline
from tests.language.annotations import annotations, article, digest

HERE = Path(__file__).parent
ARTICLE = (
    "Harbor town votes on bridge\n"
    'GORSEPORT, Norway — The mayor, Mara Fenwick, praised the plan on Friday. "We won\'t wait," she told Mr No.\n'
    "Fenwick's rivals, who had asked the U.S. company Alder Inc. for figures, were not convinced."
)
OTHER = "Prices rose. Danish farmers sold twice as much grain as in 2019, the ministry said.\nNobody complained."


def check(doc: Doc, text: str) -> None:
    assert doc.text == text
    for sentence in doc.sents:
        assert "\n" not in sentence.text.rstrip()
        assert sum(token.head is token or token.head.i == token.i for token in sentence) == 1
        assert all(token.head.sent.start == sentence.start for token in sentence)
    for ent in doc.ents:
        assert ent.text.strip() == ent.text
        assert ent.start >= ent.sent.start
        assert ent.end <= ent.sent.end


def test_an_article(nlp: Language) -> None:
    doc = nlp(ARTICLE)
    check(doc, ARTICLE)
    assert [(ent.text, ent.label_) for ent in doc.ents if ent.label_ == "PERSON"] == [
        ("Mara Fenwick", "PERSON"),
        ("No", "PERSON"),
        ("Fenwick", "PERSON"),
    ]
    assert len(list(doc.sents)) == 4
    assert "the plan" in [chunk.text for chunk in doc.noun_chunks]


def test_syntax_of_a_plain_sentence(nlp: Language) -> None:
    doc = nlp("The farmers, who were angry, sold grain.")
    assert [token.tag_ for token in doc] == ["DT", "NNS", ",", "WP", "VBD", "JJ", ",", "VBD", "NN", "."]
    assert [token.dep_ for token in doc] == [
        "det",
        "nsubj",
        "punct",
        "nsubj",
        "relcl",
        "acomp",
        "punct",
        "ROOT",
        "dobj",
        "punct",
    ]
    assert [token.pos_ for token in doc] == [
        "DET",
        "NOUN",
        "PUNCT",
        "PRON",
        "AUX",
        "ADJ",
        "PUNCT",
        "VERB",
        "NOUN",
        "PUNCT",
    ]
    assert [token.head.i for token in doc] == [1, 7, 1, 4, 1, 4, 1, 7, 7, 7]


@pytest.mark.parametrize("surname", ["No", "So", "May", "An", "Do", "Long", "Will"])
def test_a_surname_that_is_a_word_stays_a_name_after_a_form_of_address(nlp: Language, surname: str) -> None:
    doc = nlp(f"Mr {surname} praised the plan on Monday.")
    assert doc[1].tag_ == "NNP"
    assert (doc.ents[0].text, doc.ents[0].label_) == (surname, "PERSON")
    assert (doc[1].dep_, doc[1].head.text) == ("nsubj", "praised")


@pytest.mark.parametrize(
    ("sentence", "lemmas"),
    [
        ("She was reading books.", "she be read book ."),
        ("They've gone, haven't they?", "they have go , have not they ?"),
        ("He'll leave; I won't.", "he will leave ; I will not ."),
        ("The wives' stories were worse.", "the wife ' story be bad ."),
        ("Alder sells the biggest cars.", "Alder sell the big car ."),
        ("She said the children ran.", "she say the child run ."),
        ("It's Fenwick's.", "it be Fenwick 's ."),
    ],
)
def test_lemmas(nlp: Language, sentence: str, lemmas: str) -> None:
    assert " ".join(token.lemma_ for token in nlp(sentence)) == lemmas


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_comes_back(text: str) -> None:
    check(load_pipeline("embedded")(text), text)


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Mr",
                ".",
                "\n",
                " ",
                "  ",
                "\u2028",
                "é",
                "\u0301",
                "“",
                "”",
                "...",
                "-",
                "A",
                "it",
                "5",
                "(",
                ")",
                "\u200b",
                "😀",
            ]
        )
    )
)
def test_any_mixture_comes_back(parts: list[str]) -> None:
    text = "".join(parts)
    check(load_pipeline("embedded")(text), text)


@pytest.mark.parametrize(
    "text", ["The K-12 (K12) plan failed.", "(A)", "It met the G-20 (G20) group.", "A1B2 (A1B)", "() ( ) )("]
)
def test_short_forms_in_brackets(nlp: Language, text: str) -> None:
    check(nlp(text), text)


@pytest.mark.parametrize("text", ["", "\n", "\n\n\n", " ", " \n ", "\nA\n", "\t", "A"])
def test_white_space(nlp: Language, text: str) -> None:
    check(nlp(text), text)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 20_000,
        "word " * 10_000,
        "Name " * 3_000,
        "( " * 3_000,
        "\n" * 5_000,
        "." * 5_000,
        "“" * 3_000,
        "a-" * 3_000,
        "Mr " * 1_000,
    ],
    ids=["word", "words", "names", "brackets", "lines", "periods", "quotes", "hyphens", "titles"],
)
def test_a_hostile_text_does_not_stall(nlp: Language, text: str) -> None:
    began = time.process_time()
    assert nlp(text).text == text
    assert time.process_time() - began < 20


def test_the_same_text_gets_the_same_annotations(nlp: Language) -> None:
    first = annotations(nlp(ARTICLE))
    nlp(OTHER)
    assert annotations(nlp(ARTICLE)) == first
    with ThreadPoolExecutor(4) as pool:
        docs = list(pool.map(nlp, [OTHER, ARTICLE] * 4))
    assert all(annotations(doc) == first for doc in docs[1::2])
    assert [annotations(doc) for doc in nlp.pipe([OTHER, ARTICLE])][1] == first


def read_elsewhere(order: str, threads: int) -> subprocess.Popen[str]:
    """Another process that reads articles in an order, with so many threads for the libraries of linear algebra."""
    variables = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "OMP_THREAD_LIMIT")
    environment = {**os.environ, **dict.fromkeys(variables, str(threads)), "PYTHONHASHSEED": str(threads)}
    environment["PYTHONPATH"] = str(HERE.parent.parent)
    command = [sys.executable, str(HERE / "annotations.py"), *order.split()]
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def test_processes_order_and_threads_make_no_difference() -> None:
    """One process reads all articles, two others share them out, in another order and with another number of threads."""
    others = [read_elsewhere("2 0", 1), read_elsewhere("1", 4)]
    here = {str(number): digest(number) for number in range(3)}
    found = [json.loads(process.communicate(timeout=120)[0]) for process in others]
    assert len(set(here.values())) == 3
    assert {**found[0], **found[1]} == here


def test_other_articles_make_no_difference(nlp: Language) -> None:
    texts = [article(number) for number in range(3)]
    alone = [annotations(doc) for doc in map(nlp, texts)]
    assert [annotations(doc) for doc in nlp.pipe(reversed(texts))] == alone[::-1]
    assert [annotations(doc) for doc in nlp.pipe(texts, batch_size=1)] == alone


def test_importing_the_package_does_not_load_the_model() -> None:
    code = "import sys, generator, generator.language; print('spacy' in sys.modules or 'onnxruntime' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.strip() == "False"
