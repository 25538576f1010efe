"""Polarity and modality: what stands beside an event and what governs it."""

from __future__ import annotations

import pytest

from generator.extract.events_factuality import find_modality, is_asserted
from generator.extract.events_triggers import Trigger
from tests.extract.docs import doc_of


def told(rows: str, word: str) -> tuple[bool, str]:
    doc = doc_of(rows)
    token = next(token for token in doc if token.text == word)
    verb = token if token.tag_.startswith("VB") else None
    trigger = Trigger(token, token.i, token.i + 1, token.lemma_.lower(), "other", verb)
    return is_asserted(trigger), find_modality(trigger)


@pytest.mark.parametrize(
    "rows",
    [
        "No/DT/det/2 guests/NNS/nsubjpass/4/-/guest were/VBD/auxpass/4/-/be hurt/VBN/ROOT/0 ././punct/4",
        "Nobody/NN/nsubj/2 hurt/VBD/ROOT/0 it/PRP/dobj/2 ././punct/2",
        "Berg/NNP/nsubj/2/PERSON left/VBD/ROOT/0/-/leave without/IN/prep/2 hurt/VBG/pcomp/3 ././punct/2",
        "Berg/NNP/nsubj/2/PERSON has/VBZ/ROOT/0/-/have yet/RB/advmod/2 to/TO/aux/6 be/VB/auxpass/6 hurt/VBN/xcomp/2 ././punct/2",
        "Berg/NNP/nsubjpass/4/PERSON was/VBD/auxpass/4/-/be not/RB/neg/4 forced/VBN/ROOT/0/-/force to/TO/aux/6 hurt/VB/xcomp/4 ././punct/4",
    ],
)
def test_what_did_not_happen_is_told_so(rows: str) -> None:
    assert told(rows, "hurt")[0] is False


@pytest.mark.parametrize(
    ("rows", "word", "modality"),
    [
        (
            "Berg/NNP/nsubjpass/3/PERSON was/VBD/auxpass/3/-/be forced/VBN/ROOT/0/-/force to/TO/aux/5 resign/VB/xcomp/3 ././punct/3",
            "resign",
            "asserted",
        ),
        (
            "Berg/NNP/nsubj/2/PERSON appears/VBZ/ROOT/0/-/appear to/TO/aux/5 have/VB/aux/5 fled/VBN/xcomp/2/-/flee ././punct/2",
            "fled",
            "possible",
        ),
        (
            "Berg/NNP/nsubj/2/PERSON averted/VBD/ROOT/0/-/avert a/DT/det/4 strike/NN/dobj/2 ././punct/2",
            "strike",
            "denied",
        ),
        (
            "Berg/NNP/nsubj/2/PERSON feared/VBD/ROOT/0/-/fear a/DT/det/4 strike/NN/dobj/2 ././punct/2",
            "strike",
            "possible",
        ),
        (
            "Berg/NNP/nsubj/2/PERSON called/VBD/ROOT/0/-/call for/IN/prep/2 a/DT/det/5 strike/NN/pobj/3 ././punct/2",
            "strike",
            "planned",
        ),
        (
            "The/DT/det/3 alleged/JJ/amod/3 strike/NN/nsubj/4 hurt/VBD/ROOT/0 it/PRP/dobj/4 ././punct/4",
            "strike",
            "possible",
        ),
        ("The/DT/det/2 strike/NN/nsubj/4 will/MD/aux/4 resume/VB/ROOT/0 ././punct/4", "strike", "future"),
        ("Minister/NN/ROOT/0/-/minister to/TO/aux/3 resign/VB/acl/1", "resign", "future"),
        ("Plan/NN/ROOT/0/-/plan to/TO/aux/3 strike/VB/acl/1", "strike", "planned"),
        ("Did/VBD/aux/3/-/do Berg/NNP/nsubj/3/PERSON resign/VB/ROOT/0 ?/./punct/3", "resign", "possible"),
        (
            "Why/WRB/advmod/4 did/VBD/aux/4/-/do Berg/NNP/nsubj/4/PERSON resign/VB/ROOT/0 ?/./punct/4",
            "resign",
            "asserted",
        ),
        (
            "He/PRP/nsubj/2 was/VBD/ROOT/0/-/be the/DT/det/5 first/JJ/amod/5 man/NN/attr/2 to/TO/aux/7 resign/VB/relcl/5 ././punct/2",
            "resign",
            "asserted",
        ),
        (
            "Berg/NNP/nsubj/3/PERSON allegedly/RB/advmod/3 robbed/VBD/ROOT/0/-/rob and/CC/cc/3 hurt/VBD/conj/3 Lund/NNP/dobj/5 ././punct/3",
            "hurt",
            "possible",
        ),
    ],
)
def test_what_governs_an_event_decides_its_modality(rows: str, word: str, modality: str) -> None:
    assert told(rows, word) == (True, modality)


@pytest.mark.parametrize(
    ("hedge", "modality"), [("purportedly", "possible"), ("allegedly", "possible"), ("also", "asserted")]
)
def test_what_something_is_said_to_show_is_open(hedge: str, modality: str) -> None:
    rows = (
        f"Files/NNS/nsubj/3/-/file {hedge}/RB/advmod/3 showed/VBD/ROOT/0/-/show that/IN/mark/6 "
        "Berg/NNP/nsubj/6/PERSON bought/VBD/ccomp/3/-/buy it/PRP/dobj/6 ././punct/3"
    )
    assert told(rows, "bought") == (True, modality)


def test_what_something_purports_to_show_is_open() -> None:
    rows = (
        "Files/NNS/nsubj/2/-/file purport/VBP/ROOT/0 to/TO/aux/4 show/VB/xcomp/2 that/IN/mark/7 "
        "Berg/NNP/nsubj/7/PERSON bought/VBD/ccomp/4/-/buy it/PRP/dobj/7 ././punct/2"
    )
    assert told(rows, "bought") == (True, "possible")


@pytest.mark.parametrize("noun", ["accusation", "allegation", "claim"])
def test_what_an_accusation_says_is_open(noun: str) -> None:
    rows = (
        f"Berg/NNP/nsubj/2/PERSON heard/VBD/ROOT/0/-/hear the/DT/det/4 {noun}/NN/dobj/2 that/IN/mark/7 "
        "Lund/NNP/nsubj/7/PERSON fled/VBD/acl/4/-/flee ././punct/2"
    )
    assert told(rows, "fled") == (True, "possible")
