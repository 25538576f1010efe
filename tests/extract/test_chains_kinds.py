"""Descriptions that say no more than a kind: which organization they take up, and which they never do."""

from __future__ import annotations

import pytest

from generator.extract.chains_kinds import is_outlet, kinds_of_name
from generator.extract.mentions_lexicons import kind_nouns, kind_words, known_kinds
from tests.extract.docs import doc_of
from tests.extract.test_chains import groups

TOLD = "Ida/NNP/compound/2/PERSON Holm/NNP/nsubj/3/PERSON told/VBD/ROOT/0/-/tell Reuters/NNP/dobj/3/ORG the/DT/det/6 {noun}/NN/nsubj/7 lost/VBD/ccomp/3"
SAID = "The/DT/det/2 {noun}/NN/nsubj/3 apologized/VBD/ROOT/0/-/apologize"


def subject(name: str) -> str:
    first, last = name.split()
    return f"{first}/NNP/compound/2/ORG {last}/NNP/nsubj/3/ORG failed/VBD/ROOT/0/-/fail"


def test_a_firm_is_never_the_agency_that_was_told() -> None:
    assert ["Reuters"] in groups(doc_of(TOLD.format(noun="firm")))


def test_an_apposition_makes_a_firm_of_a_name_and_later_mentions_take_it_up() -> None:
    doc = doc_of(
        "Elm/NNP/compound/2/PERSON Brandt/NNP/nsubj/8/PERSON ,/,/punct/2 the/DT/det/6 law/NN/compound/6 firm/NN/appos/2 ,/,/punct/2 "
        "sued/VBD/ROOT/0/-/sue",
        TOLD.format(noun="firm"),
    )
    assert groups(doc)[0] == ["Elm Brandt", "the law firm", "the firm"]


def test_a_firm_that_the_text_names_as_one_long_before() -> None:
    doc = doc_of(
        "The/DT/det/3 law/NN/compound/3 firm/NN/compound/5 Elm/NNP/compound/5/ORG Brandt/NNP/nsubj/6/ORG sued/VBD/ROOT/0/-/sue",
        *["Rain/NN/nsubj/2 fell/VBD/ROOT/0"] * 5,
        TOLD.format(noun="firm"),
    )
    assert groups(doc)[0] == ["Elm Brandt", "the firm"]


@pytest.mark.parametrize(
    ("name", "noun"),
    [("Elmsport Airways", "airline"), ("Harbor Gazette", "newspaper"), ("Elmsport Bank", "lender"), ("Lark Motors", "carmaker")],
)  # fmt: skip
def test_a_kind_from_the_head_word_of_the_name(name: str, noun: str) -> None:
    assert groups(doc_of(subject(name), SAID.format(noun=noun))) == [[name, f"The {noun}"]]


def test_a_kind_that_the_name_does_not_have() -> None:
    assert groups(doc_of(subject("Harbor Gazette"), SAID.format(noun="airline"))) == [
        ["Harbor Gazette"],
        ["The airline"],
    ]


def test_one_of_two_airlines_is_nobody() -> None:
    doc = doc_of(subject("Elmsport Airways"), subject("Larkfield Airlines"), SAID.format(noun="airline"))
    assert ["The airline"] in groups(doc)


def test_the_company_that_an_article_is_about() -> None:
    doc = doc_of("Brightwave/NNP/nsubj/2/ORG failed/VBD/ROOT/0/-/fail", TOLD.format(noun="company"))
    assert ["Brightwave", "the company"] in groups(doc)


def test_no_company_where_the_first_sentence_is_about_two() -> None:
    doc = doc_of(
        "Brightwave/NNP/nsubj/4/ORG and/CC/cc/1 Larkfield/NNP/conj/1/ORG failed/VBD/ROOT/0/-/fail", TOLD.format(noun="company")
    )  # fmt: skip
    assert ["the company"] in groups(doc)


def test_no_description_makes_one_of_two_names() -> None:
    doc = doc_of(
        subject("Elmsport Bank"),
        SAID.format(noun="bank"),
        "Larkfield/NNP/compound/2/ORG Holdings/NNP/nsubj/8/ORG ,/,/punct/2 the/DT/det/5 bank/NN/appos/2 ,/,/punct/2 also/RB/advmod/8 failed/VBD/ROOT/0/-/fail",
    )
    found = groups(doc)
    assert not any("Elmsport Bank" in group and "Larkfield Holdings" in group for group in found)


def test_every_kind_is_a_kind_of_the_table() -> None:
    kinds = set(known_kinds().values()) | set(kind_words("first").values()) | set(kind_words("last").values())
    assert kinds <= kind_nouns().keys()


def test_outlets() -> None:
    assert kinds_of_name("Elmsport Airways") == {"airline"}
    assert is_outlet("Reuters")
    assert is_outlet("Harbor Gazette")
    assert not is_outlet("Elmsport Airways")


def test_a_team_without_its_place_and_an_academy_without_its_arts() -> None:
    doc = doc_of(
        subject("Oslo Larks"),
        "Larks/NNP/nsubj/2/ORG won/VBD/ROOT/0/-/win",
        "The/DT/det/2 Academy/NNP/nsubj/5/ORG of/IN/prep/2/ORG Arts/NNP/pobj/3/ORG met/VBD/ROOT/0/-/meet",
        "The/DT/det/2 Academy/NNP/nsubj/3/ORG agreed/VBD/ROOT/0/-/agree",
    )
    assert groups(doc) == [["Oslo Larks", "Larks"], ["Academy of Arts", "Academy"]]


def test_a_team_of_two_places_is_neither() -> None:
    doc = doc_of(subject("Oslo Larks"), subject("Boston Larks"), "Larks/NNP/nsubj/2/ORG won/VBD/ROOT/0/-/win")
    assert ["Larks"] in groups(doc)
