"""Surnames that are also a month, titles that are no organization, and what a name names."""

from __future__ import annotations

import pytest

from tests.extract.docs import doc_of
from tests.extract.test_mentions import names

FULL = "Ida/NNP/compound/2/PERSON May/NNP/nsubj/3/PERSON left/VBD/ROOT/0/-/leave"
SAID = "May/NNP/nsubj/2/PERSON said/VBD/ROOT/0/-/say so/RB/advmod/2"


def test_a_surname_like_a_month_after_the_full_name() -> None:
    assert names(doc_of(FULL, SAID)) == [("Ida May", "person"), ("May", "person")]


def test_a_surname_like_a_month_after_an_honorific() -> None:
    assert ("May", "person") in names(doc_of("Mrs/NNP/compound/2 May/NNP/nsubj/3/PERSON left/VBD/ROOT/0/-/leave"))


def test_a_surname_like_a_month_that_speaks() -> None:
    assert names(doc_of(SAID)) == [("May", "person")]


@pytest.mark.parametrize("before", ["in/IN/prep/1", "last/JJ/amod/3", "of/IN/prep/1"])
def test_a_month_is_nobody_even_where_somebody_is_called_so(before: str) -> None:
    doc = doc_of(FULL, f"Work/NN/nsubj/4 {before} May/NNP/pobj/2/PERSON began/VBD/ROOT/0/-/begin")
    assert names(doc) == [("Ida May", "person")]


def test_a_month_with_a_day() -> None:
    doc = doc_of(FULL, "May/NNP/nsubj/3/PERSON 5/CD/nummod/1 came/VBD/ROOT/0/-/come")
    assert names(doc) == [("Ida May", "person")]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("North/ORG Korean/ORG Defense/ORG Minister", []),
        ("Justice/ORG Secretary", []),
        ("US/ORG State/ORG Secretary", [("US", "place")]),
        ("Elmsport/ORG Police/ORG Chief", [("Elmsport Police", "organization")]),
        ("Lark/ORG Ministry/ORG Spokesman", [("Lark Ministry", "organization")]),
        ("Lark/ORG Energy/ORG Company/ORG President", [("Lark Energy Company", "organization")]),
    ],
)
def test_words_of_a_title_are_no_organization(words: str, left: list[tuple[str, str]]) -> None:
    cells = [word.split("/") for word in words.split()]
    count = len(cells) + 1
    rows = [f"{word}/NNP/compound/{count}/{(label or ['-'])[0]}" for word, *label in cells]
    doc = doc_of(" ".join([*rows, f"Holm/NNP/nsubj/{count + 1}/PERSON", "left/VBD/ROOT/0/-/leave"]))
    assert names(doc) == [*left, ("Holm", "person")]


def test_two_names_around_an_ampersand_are_one_firm() -> None:
    doc = doc_of("Holm/NNP/nsubj/4/PERSON &/CC/cc/1 Brandt/NNP/conj/1/PERSON sued/VBD/ROOT/0/-/sue")
    assert names(doc) == [("Holm & Brandt", "organization")]


def test_new_year_is_nothing_new() -> None:
    doc = doc_of("New/NNP/compound/2/MISC Year_/NNP/poss/4 's/POS/case/2 Eve/NNP/nsubj/5 came/VBD/ROOT/0/-/come")
    assert names(doc) == []


def test_a_region_goes_before_the_head_word_of_its_name() -> None:
    doc = doc_of("The/DT/det/3 West/NNP/compound/3/ORG Bank/NNP/nsubj/4/ORG grew/VBD/ROOT/0/-/grow")
    assert names(doc) == [("West Bank", "place")]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Zorblat/NNP/nsubj/2/LOC rose/VBD/ROOT/0/-/rise", "other"),
        ("Zorblat/NNP/nsubj/2/LOC said/VBD/ROOT/0/-/say so/RB/advmod/2", "organization"),
        ("Rain/NN/nsubj/4 in/IN/prep/1 Zorblat/NNP/pobj/2/LOC fell/VBD/ROOT/0/-/fall", "place"),
        ("Oslo/NNP/nsubj/2/LOC rose/VBD/ROOT/0/-/rise", "place"),
    ],
)
def test_a_place_that_no_gazetteer_knows_must_stand_where_places_do(sentence: str, kind: str) -> None:
    assert [found for _, found in names(doc_of(sentence))] == [kind]


def test_a_newspaper_by_its_last_word_and_one_that_everybody_knows() -> None:
    doc = doc_of(
        "The/DT/det/2 Gazette/NNP/nsubj/3/PERSON closed/VBD/ROOT/0/-/close", "HuffPost/NNP/nsubj/2/PERSON closed/VBD/ROOT/0/-/close"
    )  # fmt: skip
    assert names(doc) == [("Gazette", "organization"), ("HuffPost", "organization")]
