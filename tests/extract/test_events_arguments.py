"""Who takes part in an event: control, gerunds, nouns, headlines."""

from __future__ import annotations

import pytest

from generator.extract.events_arguments import find_arguments
from generator.extract.events_triggers import Trigger
from tests.extract.docs import doc_of


def roles(rows: str, word: str, label: str = "other", timed: tuple[int, ...] = ()) -> set[tuple[str, str]]:
    doc = doc_of(rows)
    token = next(token for token in doc if token.text == word)
    verb = token if token.tag_.startswith("VB") else None
    trigger = Trigger(token, token.i, token.i + 1, token.lemma_.lower(), label, verb)
    return {(item.role, item.span.text) for item in find_arguments(trigger, {}, timed) if item.role != "complement"}


@pytest.mark.parametrize(
    ("rows", "word", "expected"),
    [
        # Who is accused of it did it, not who accuses.
        (
            "Lund/NNP/nsubj/2 accused/VBD/ROOT/0/-/accuse Berg/NNP/dobj/2 of/IN/prep/2 stealing/VBG/pcomp/4/-/steal cars/NNS/dobj/5 ././punct/2",
            "stealing",
            {("agent", "Berg"), ("patient", "cars")},
        ),
        # "to" behind a passive tells an aim of those who did it.
        (
            "Gorilla/NN/nsubjpass/2 killed/VBN/ROOT/0/-/kill to/TO/aux/4 save/VB/advcl/2 boy/NN/dobj/4",
            "save",
            {("patient", "boy")},
        ),
        ("Gorilla/NN/nsubj/2 killed/VBD/ROOT/0/-/kill", "killed", {("patient", "Gorilla")}),
        ("Guards/NNS/nsubj/2/-/guard fled/VBD/ROOT/0/-/flee", "fled", {("agent", "Guards")}),
        (
            "Investors/NNS/nsubj/2 are/VBP/ROOT/0/-/be poised/JJ/acomp/2 to/TO/aux/5 sell/VB/xcomp/3 shares/NNS/dobj/5 ././punct/2",
            "sell",
            {("agent", "Investors"), ("patient", "shares")},
        ),
        (
            "Quake/NN/nsubj/2 hits/VBZ/ROOT/0/-/hit Peru/NNP/dobj/2 ,/,/punct/2 kills/VBZ/parataxis/2/-/kill 30/CD/dobj/5",
            "kills",
            {("agent", "Quake"), ("patient", "30")},
        ),
        (
            "Norway/NNP/nsubj/4 ,/,/punct/4 Chile/NNP/nsubj/4 agree/VBP/ROOT/0",
            "agree",
            {("agent", "Norway"), ("agent", "Chile")},
        ),
        (
            "Guards/NNS/nsubj/2 shot/VBD/ROOT/0/-/shoot and/CC/cc/2 wounded/VBD/conj/2/-/wound Berg/NNP/dobj/4 ././punct/2",
            "shot",
            {("agent", "Guards"), ("patient", "Berg")},
        ),
    ],
)
def test_roles_of_a_verb(rows: str, word: str, expected: set[tuple[str, str]]) -> None:
    assert roles(rows, word) == expected


def test_a_possessive_relative_word_is_no_part_of_a_participant() -> None:
    rows = "Berg/NNP/ROOT/0 ,/,/punct/1 whose/WP$/poss/4 friend/NN/nsubj/5 robbed/VBD/relcl/1/-/rob banks/NNS/dobj/5 ././punct/1"
    assert roles(rows, "robbed") == {("agent", "friend"), ("patient", "banks")}


def test_the_possessor_of_an_arrest_is_arrested_and_that_of_a_visit_visits() -> None:
    rows = "Berg/NNP/poss/3 's/POS/case/1 {}/NN/nsubj/4 ended/VBD/ROOT/0/-/end ././punct/4"
    assert roles(rows.format("arrest"), "arrest", "coerce") == {("patient", "Berg")}
    assert roles(rows.format("visit"), "visit", "visit") == {("agent", "Berg")}


def test_an_attack_on_something_is_aimed_at_it_and_talks_on_something_are_about_it() -> None:
    rows = "The/DT/det/2 {}/NN/nsubj/5 on/IN/prep/2 trade/NN/pobj/3 ended/VBD/ROOT/0/-/end ././punct/5"
    assert roles(rows.format("attack"), "attack", "assault") == {("target", "trade")}
    assert roles(rows.format("talks"), "talks", "consult") == {("topic", "trade")}


def test_the_one_who_did_it_may_hang_on_the_object() -> None:
    rows = "The/DT/det/2 release/NN/nsubj/7 of/IN/prep/2 captives/NNS/pobj/3 by/IN/prep/4 rebels/NNS/pobj/5 ended/VBD/ROOT/0/-/end ././punct/7"
    assert roles(rows, "release", "yield") == {("patient", "captives"), ("agent", "rebels")}


def test_a_time_and_an_occasion_are_no_places() -> None:
    rows = "Berg/NNP/nsubj/2 fled/VBD/ROOT/0/-/flee in/IN/prep/2 {}/NN/pobj/3 ././punct/2"
    assert roles(rows.format("1998"), "fled", timed=(3,)) == {("agent", "Berg"), ("time", "1998")}
    assert roles(rows.format("confusion"), "fled") == {("agent", "Berg"), ("circumstance", "confusion")}
    assert roles(rows.format("tunnel"), "fled") == {("agent", "Berg"), ("place", "tunnel")}


def test_due_to_and_according_to_name_no_recipient() -> None:
    rows = "Berg/NNP/nsubj/2 fled/VBD/ROOT/0/-/flee {}/IN/prep/2 to/IN/prep/3 rain/NN/pobj/4 ././punct/2"
    assert roles(rows.format("due"), "fled") == {("agent", "Berg"), ("circumstance", "rain")}
    assert roles(rows.format("according"), "fled") == {("agent", "Berg")}


def test_an_adjective_behind_an_object_tells_of_the_object() -> None:
    rows = "Courts/NNS/nsubj/2/-/court found/VBD/ROOT/0/-/find Berg/NNP/dobj/2 guilty/JJ/oprd/2 ././punct/2"
    doc = doc_of(rows)
    trigger = Trigger(doc[3], 3, 4, "guilty", "trial", doc[1])
    assert {(item.role, item.span.text) for item in find_arguments(trigger, {})} == {("patient", "Berg")}


def test_an_age_is_no_subject_and_a_dateline_is_no_participant() -> None:
    aged = "Berg/NNP/nsubj/5 ,/,/punct/1 47/CD/nsubj/5 ,/,/punct/1 resigned/VBD/ROOT/0/-/resign ././punct/5"
    assert roles(aged, "resigned") == {("agent", "Berg")}
    dated = "OSLO/NNP/dative/4 —/:/punct/1 Guards/NNS/nsubj/4/-/guard fled/VBD/ROOT/0/-/flee ././punct/4"
    assert roles(dated, "fled") == {("agent", "Guards")}


def test_a_verb_that_the_parse_of_a_headline_takes_for_a_noun_has_its_roles() -> None:
    rows = "Police/NNS/compound/2/-/police Arrest/NN/ROOT/0/-/arrest Men/NNS/dobj/2/-/man"
    assert roles(rows, "Arrest", "coerce") == {("agent", "Police"), ("patient", "Men")}
