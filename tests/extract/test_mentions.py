"""Mentions: names cleaned and typed, descriptions, pronouns."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from generator.extract.mentions import find_mentions
from generator.model import Mention
from tests.extract.docs import doc_of, make_sentences


def mentions_of(doc: Doc) -> list[Mention]:
    return list(find_mentions(doc, make_sentences(doc)))


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(m.span.text, m.type) for m in mentions_of(doc) if m.kind == "name"]


def test_determiner_and_possessive_are_no_part_of_a_name() -> None:
    doc = doc_of(
        "The/DT/det/3/LOC United/NNP/compound/3/LOC States_/NNP/poss/5/LOC 's/POS/case/3/LOC navy/NN/nsubj/6 sailed/VBD/ROOT/0"
    )
    assert names(doc) == [("United States", "place")]


def test_honorific_is_kept_apart() -> None:
    doc = doc_of(
        "Mr/NNP/compound/2 Brandt/NNP/nsubj/3/PERSON left/VBD/ROOT/0",
        "President/NNP/compound/2/PERSON Lund/NNP/nsubj/3/PERSON left/VBD/ROOT/0",
    )
    found = [m for m in mentions_of(doc) if m.kind == "name"]
    assert [(m.honorific, m.span.text) for m in found] == [("Mr", "Brandt"), ("President", "Lund")]


def test_abbreviated_honorific_with_its_full_stop() -> None:
    doc = doc_of("Dr_/NNP/compound/3 ././punct/3 Brandt/NNP/nsubj/4/PERSON left/VBD/ROOT/0")
    assert [m.honorific for m in mentions_of(doc)] == ["Dr."]


def test_a_demonym_stands_for_its_country() -> None:
    doc = doc_of("Danish/JJ/amod/2/NORP ships/NNS/nsubj/3 sailed/VBD/ROOT/0")
    found = mentions_of(doc)[0]
    assert (found.kind, found.type, found.via, found.span.text) == ("nominal", "place", "demonym", "Danish")


def test_demonyms_joined_by_a_hyphen_are_two() -> None:
    doc = doc_of(
        "Danish_/JJ/amod/4/NORP -_/HYPH/punct/1/NORP Swedish/JJ/amod/4/NORP talks/NNS/nsubj/5 began/VBD/ROOT/0"
    )
    assert [m.span.text for m in mentions_of(doc) if m.via == "demonym"] == ["Danish", "Swedish"]


def test_halves_of_a_demonym_are_one() -> None:
    doc = doc_of("South/JJ/amod/3/NORP Sudanese/JJ/amod/3/NORP+ troops/NNS/nsubj/4 left/VBD/ROOT/0")
    assert [m.span.text for m in mentions_of(doc) if m.via == "demonym"] == ["South Sudanese"]


def test_other_peoples_are_groups() -> None:
    assert names(doc_of("Muslims/NNPS/nsubj/2/NORP prayed/VBD/ROOT/0")) == [("Muslims", "group")]


@pytest.mark.parametrize(
    ("words", "label", "kind"),
    [
        ("Barrow University", "PERSON", "organization"),
        ("Barrow Sea", "ORG", "place"),
        ("Barrow Airport", "ORG", "facility"),
        ("University of Barrow", "LOC", "organization"),
        ("Lake Barrow", "PERSON", "place"),
        ("Oliver Park", "PERSON", "person"),
        ("Norway", "PERSON", "place"),
        ("Hong Kong", "PERSON", "place"),
        ("Mediterranean", "PERSON", "place"),
        ("Barrow Accord", "MISC", "law"),
        ("Barrow", "PERSON", "person"),
    ],
)
def test_types(words: str, label: str, kind: str) -> None:
    tokens = words.split()
    last = len(tokens)
    rows = " ".join(
        f"{word}/{'IN' if word == 'of' else 'NNP'}/{'nsubj' if n == last else 'compound'}/{last + 1 if n == last else last}/{label}"
        for n, word in enumerate(tokens, 1)
    )
    assert names(doc_of(f"{rows} grew/VBD/ROOT/0")) == [(words, kind)]


def test_one_name_has_one_type() -> None:
    left = "left/VBD/ROOT/0"
    doc = doc_of(
        f"Vostrel/NNP/nsubj/2/ORG {left}", f"Vostrel/NNP/nsubj/2/ORG {left}", f"Vostrel/NNP/nsubj/2/LOC {left}"
    )
    assert {kind for _, kind in names(doc)} == {"organization"}


def test_a_surname_of_a_person_is_a_person() -> None:
    doc = doc_of(
        "Ida/NNP/compound/2/PERSON Holm/NNP/nsubj/3/PERSON left/VBD/ROOT/0", "Holm/NNP/nsubj/2/LOC left/VBD/ROOT/0"
    )
    assert names(doc) == [("Ida Holm", "person"), ("Holm", "person")]


def test_what_the_text_calls_an_agency_is_an_organization() -> None:
    doc = doc_of("News/NN/compound/2 agency/NN/compound/3 Vostrel/NNP/nsubj/4/PERSON reported/VBD/ROOT/0")
    assert names(doc) == [("Vostrel", "organization")]


@pytest.mark.parametrize("word", ["Mr", "Friday", "Photos", "—", "2024", "oslo"])
def test_what_is_no_name(word: str) -> None:
    assert names(doc_of(f"{word}/NNP/nsubj/2/PERSON came/VBD/ROOT/0")) == []


def test_descriptions_from_determiner_to_head() -> None:
    doc = doc_of(
        "The/DT/det/3 Danish/JJ/amod/3/NORP minister/NN/nsubj/4 met/VBD/ROOT/0 his/PRP$/poss/7 Swedish/JJ/amod/7/NORP counterpart/NN/dobj/4"
    )
    found = [(m.span.text, m.kind, m.type) for m in mentions_of(doc) if m.via == ""]
    assert found == [
        ("The Danish minister", "nominal", "person"),
        ("his Swedish counterpart", "nominal", "person"),
        ("his", "pronoun", "person"),
    ]


def test_a_title_before_a_name_is_no_description() -> None:
    doc = doc_of(
        "Prime/NNP/compound/4 Minister/NNP/compound/4 Ida/NNP/compound/4/PERSON Holm/NNP/nsubj/5/PERSON left/VBD/ROOT/0"
    )
    assert [m.kind for m in mentions_of(doc)] == ["name"]


def test_organizations_only_when_definite() -> None:
    doc = doc_of("The/DT/det/2 company/NN/nsubj/3 bought/VBD/ROOT/0 a/DT/det/5 bank/NN/dobj/3")
    assert [(m.span.text, m.type) for m in mentions_of(doc)] == [("The company", "organization")]


def test_a_head_of_two_words_is_an_organization() -> None:
    doc = doc_of("The/DT/det/3 coast/NN/compound/3 guard/NN/nsubj/4 met/VBD/ROOT/0 the/DT/det/6 guard/NN/dobj/4")
    assert [(m.span.text, m.type) for m in mentions_of(doc)] == [
        ("The coast guard", "organization"),
        ("the guard", "person"),
    ]


def test_plural_people_are_a_group() -> None:
    doc = doc_of("The/DT/det/2 ministers/NNS/nsubj/3/-/minister left/VBD/ROOT/0")
    assert [(m.span.text, m.type) for m in mentions_of(doc)] == [("The ministers", "group")]


def test_an_empty_it_is_no_mention() -> None:
    doc = doc_of("It/PRP/nsubj/2 is/VBZ/ROOT/0/-/be clear/JJ/acomp/2 that/IN/mark/6 she/PRP/nsubj/6 won/VBD/ccomp/2")
    assert [m.span.text for m in mentions_of(doc)] == ["she"]


def test_us_in_capitals_is_no_pronoun() -> None:
    doc = doc_of("US/PRP/nsubj/2 told/VBD/ROOT/0 us/PRP/dobj/2")
    assert [m.span.text for m in mentions_of(doc)] == ["us"]


def test_order_ids_and_verbatim_spans() -> None:
    doc = doc_of("Ida/NNP/nsubj/2/PERSON left/VBD/ROOT/0", "¶", "She/PRP/nsubj/2 left/VBD/ROOT/0 Oslo/NNP/dobj/2/LOC")
    found = mentions_of(doc)
    assert [m.id for m in found] == ["m0", "m1", "m2"]
    assert [m.sentence for m in found] == ["s0", "s1", "s1"]
    assert all(doc.text[m.span.start : m.span.end] == m.span.text for m in found)


def test_a_name_goes_on_to_the_noun_that_it_hangs_on() -> None:
    doc = doc_of(
        "Vostrel/NNP/compound/2/ORG Store/NNP/nsubj/3 opened/VBD/ROOT/0 near/IN/prep/3 the/DT/det/7 old/JJ/amod/7 market/NN/pobj/4"
    )
    assert names(doc)[0] == ("Vostrel Store", "organization")


def test_a_capital_that_speaks_is_a_government() -> None:
    doc = doc_of(
        "Oslo/NNP/nsubj/4/LOC and/CC/cc/1 Stockholm/NNP/conj/1/LOC said/VBD/ROOT/0/-/say so/RB/advmod/4",
        "Ida/NNP/nsubj/2/PERSON left/VBD/ROOT/0/-/leave Oslo/NNP/dobj/2/LOC",
        "Bergen/NNP/nsubj/2/LOC said/VBD/ROOT/0/-/say so/RB/advmod/2",
    )
    assert [(m.span.text, m.via) for m in mentions_of(doc) if m.type == "place"] == [
        ("Oslo", "metonym"),
        ("Stockholm", "metonym"),
        ("Oslo", ""),
        ("Bergen", ""),
    ]


def test_an_accused_capital_is_a_government() -> None:
    doc = doc_of("They/PRP/nsubj/2 accused/VBD/ROOT/0/-/accuse Oslo/NNP/dobj/2/LOC")
    assert [m.via for m in mentions_of(doc) if m.type == "place"] == ["metonym"]


def test_a_country_that_is_a_given_name() -> None:
    alone = doc_of("Jordan/NNP/nsubj/2/PERSON left/VBD/ROOT/0/-/leave")
    borne = doc_of(
        "Jordan/NNP/nsubj/2/PERSON left/VBD/ROOT/0/-/leave",
        "Jordan/NNP/compound/2/PERSON Holm/NNP/nsubj/3/PERSON left/VBD/ROOT/0/-/leave",
    )
    assert names(alone) == [("Jordan", "place")]
    assert names(borne) == [("Jordan", "person"), ("Jordan Holm", "person")]
