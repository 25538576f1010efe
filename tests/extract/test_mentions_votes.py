"""Names with words too many, and one type for one name by a weighted vote."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from generator.extract.mentions import find_mentions
from generator.language.names_belief import BELIEF
from tests.extract.docs import doc_of, make_sentences


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(m.span.text, m.type) for m in find_mentions(doc, make_sentences(doc)) if m.kind == "name"]


def believing(doc: Doc, **shares: dict[int, float]) -> Doc:
    doc.user_data[BELIEF] = shares
    return doc


def test_a_sure_mention_outweighs_two_unsure_ones() -> None:
    doc = doc_of(
        "Elmsport/NNP/nsubj/2/ORG grew/VBD/ROOT/0/-/grow",
        "Elmsport/NNP/nsubj/2/ORG shrank/VBD/ROOT/0/-/shrink",
        "He/PRP/nsubj/2 lives/VBZ/ROOT/0/-/live in/IN/prep/2 Elmsport/NNP/pobj/3/LOC",
    )
    believing(doc, ORG={0: 0.55, 2: 0.55}, LOC={0: 0.4, 2: 0.4, 7: 0.99})
    found = [m for m in find_mentions(doc, make_sentences(doc)) if m.kind == "name"]
    assert [(m.type, m.confidence) for m in found] == [("place", 0.4), ("place", 0.4), ("place", 0.99)]


def test_without_probabilities_every_mention_counts_one() -> None:
    doc = doc_of(
        "Elmsport/NNP/nsubj/2/ORG grew/VBD/ROOT/0/-/grow",
        "Elmsport/NNP/nsubj/2/ORG shrank/VBD/ROOT/0/-/shrink",
        "Ida/NNP/nsubj/2/PERSON left/VBD/ROOT/0/-/leave Elmsport/NNP/dobj/2/LOC",
    )
    assert {kind for text, kind in names(doc) if text == "Elmsport"} == {"organization"}


def test_one_word_in_capitals_is_an_acronym() -> None:
    doc = doc_of("MNQ/NNP/nsubj/2/PERSON rejected/VBD/ROOT/0/-/reject it/PRP/dobj/2")
    believing(doc, PERSON={0: 0.55}, ORG={0: 0.4})
    assert names(doc) == [("MNQ", "organization")]


def test_the_words_of_a_title_before_at_are_cut() -> None:
    doc = doc_of(
        "Policy/NNP/nsubj/7/ORG and/CC/cc/1/ORG Research/NNP/conj/1/ORG at/IN/prep/1/ORG Gorse/NNP/compound/6/ORG "
        "Relief/NNP/pobj/4/ORG grew/VBD/ROOT/0/-/grow"
    )
    assert names(doc) == [("Gorse Relief", "organization")]


def test_a_university_at_a_place_is_one_name() -> None:
    doc = doc_of(
        "University/NNP/nsubj/6/ORG of/IN/prep/1/ORG Gorse/NNP/pobj/2/ORG at/IN/prep/1/ORG Elm/NNP/pobj/4/ORG grew/VBD/ROOT/0/-/grow"
    )
    assert names(doc)[0][0] == "University of Gorse at Elm"


def test_a_common_noun_behind_a_person_is_cut() -> None:
    doc = doc_of("The/DT/det/3 Brandt/NNP/compound/3/PERSON campaign/NN/nsubj/4/PERSON grew/VBD/ROOT/0/-/grow")
    assert names(doc) == [("Brandt", "person")]


def test_a_headline_verb_is_no_part_of_a_name() -> None:
    doc = doc_of(
        "Ida/NNP/compound/3/PERSON Lund/NNP/compound/3/PERSON Hammers/NNP/nsubj/4/PERSON Bankers/NNP/ROOT/0",
        "¶",
        "Ida/NNP/compound/2/PERSON Lund/NNP/nsubj/3/PERSON spoke/VBD/ROOT/0/-/speak",
    )
    assert names(doc) == [("Ida Lund", "person"), ("Ida Lund", "person")]


def test_a_speaker_between_quotations_is_no_title_of_a_work() -> None:
    doc = doc_of("Lund/NNP/nsubj/2/WORK_OF_ART said/VBD/ROOT/0/WORK_OF_ART/say")
    assert names(doc) == []


@pytest.mark.parametrize("word", ["PhD", "DUI", "Thurs.", "Datuk"])
def test_degrees_offenses_days_and_bare_titles_are_no_names(word: str) -> None:
    assert names(doc_of(f"{word}/NNP/nsubj/2/ORG came/VBD/ROOT/0/-/come")) == []


@pytest.mark.parametrize(("name", "kind"), [("Tony Awards", "other"), ("Tony Hill", "person")])
def test_a_head_that_is_nobodys_surname(name: str, kind: str) -> None:
    first, last = name.split()
    doc = doc_of(f"{first}/NNP/compound/2/PERSON {last}/NNPS/nsubj/3/PERSON grew/VBD/ROOT/0/-/grow")
    assert names(doc) == [(name, kind)]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("Next/JJ/amod/2 Year/NN/poss/5 's/POS/case/2 Gorse/NNP/compound/5 Awards/NNPS/nsubj/6", "Gorse Awards"),
        ("May/NNP/poss/4 's/POS/case/1 Gorse/NNP/compound/4 Awards/NNPS/nsubj/5", "Gorse Awards"),
        ("Ida/NNP/poss/4 's/POS/case/1 Gorse/NNP/compound/4 Awards/NNPS/nsubj/5", "Ida's Gorse Awards"),
    ],
)
def test_a_time_is_no_part_of_what_happens_then(words: str, left: str) -> None:
    cells = [f"{word}/ORG" for word in words.split()]
    doc = doc_of(" ".join([*cells, "came/VBD/ROOT/0/-/come"]))
    assert [name.replace(" 's", "'s") for name, _ in names(doc)] == [left]


def test_a_word_with_an_owner_is_nobody() -> None:
    doc = doc_of("He/PRP/nsubj/2 drove/VBD/ROOT/0/-/drive his/PRP$/poss/4 Gorse/NNP/dobj/2/PERSON")
    assert names(believing(doc, PERSON={3: 0.6}, MISC={3: 0.2})) == [("Gorse", "other")]
    doc = doc_of("He/PRP/nsubj/2 drove/VBD/ROOT/0/-/drive with/IN/prep/2 Gorse/NNP/pobj/3/PERSON")
    assert names(believing(doc, PERSON={3: 0.6}, MISC={3: 0.2})) == [("Gorse", "person")]


def test_the_first_word_of_somebodys_name_is_no_unknown_place() -> None:
    doc = doc_of(
        "Gorsa/NNP/compound/2/PERSON Lund/NNP/nsubj/3/PERSON left/VBD/ROOT/0/-/leave",
        "And/CC/cc/3 Gorsa/NNP/npadvmod/3/LOC left/VBD/ROOT/0/-/leave",
    )
    assert names(doc)[-1] == ("Gorsa", "person")


def test_what_a_government_is_called_after_needs_some_belief() -> None:
    words = "The/DT/det/3 Gorse/NNP/compound/3/ORG administration/NN/nsubj/4 said/VBD/ROOT/0/-/say so/RB/advmod/4"
    assert names(believing(doc_of(words), PERSON={1: 0.2}, ORG={1: 0.7})) == [("Gorse", "person")]
    assert names(believing(doc_of(words), PERSON={1: 0.01}, ORG={1: 0.9})) == [("Gorse", "organization")]


@pytest.mark.parametrize("word", ["Crosstalk", "Applause", "God", "Fifth"])
def test_marks_of_transcripts_and_numbers_are_no_names(word: str) -> None:
    assert names(doc_of(f"{word}/NNP/nsubj/2/ORG came/VBD/ROOT/0/-/come")) == []
