"""What a name names more exactly, and names that are no places."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from generator.extract.chains import find_chains
from generator.extract.mentions import find_mentions
from tests.extract.docs import doc_of, make_sentences


def subtypes(doc: Doc) -> list[tuple[str, str, str]]:
    return [(m.span.text, m.type, m.subtype) for m in find_mentions(doc, make_sentences(doc)) if m.kind == "name"]


def grew(name: str, label: str) -> Doc:
    words = name.split()
    size = len(words)
    rows = [
        f"{word}/NNP/{'nsubj' if n == size else 'compound'}/{size + 1 if n == size else size}/{label}"
        for n, word in enumerate(words, 1)
    ]
    return doc_of(" ".join([*rows, "grew/VBD/ROOT/0/-/grow"]))


@pytest.mark.parametrize(
    ("name", "label", "expected"),
    [
        ("Norway", "LOC", ("place", "country")),
        ("Norway", "GPE", ("place", "country")),
        ("Gorse River", "LOC", ("place", "river")),
        ("Elm Airport", "ORG", ("facility", "airport")),
        ("Gorse Act", "MISC", ("law", "law")),
        ("Gorse University", "LOC", ("organization", "organization")),
        ("Mara Fenwick", "PERSON", ("person", "")),
    ],
)
def test_type_and_subtype(name: str, label: str, expected: tuple[str, str]) -> None:
    assert subtypes(grew(name, label)) == [(name, *expected)]


def test_one_name_one_subtype() -> None:
    doc = doc_of(
        "The/DT/det/2 tanker/NN/compound/3 Gorse/NNP/nsubj/4/MISC sank/VBD/ROOT/0/-/sink",
        "Gorse/NNP/nsubj/2/MISC burned/VBD/ROOT/0/-/burn",
    )
    assert subtypes(doc) == [("Gorse", "product", "ship"), ("Gorse", "product", "ship")]


@pytest.mark.parametrize(
    ("noun", "expected"), [("prices/NNS", "other"), ("residents/NNS", "place"), ("airport/NN", "place")]
)
def test_a_word_that_no_gazetteer_knows_is_a_place_only_where_places_stand(noun: str, expected: str) -> None:
    lemma = {"prices/NNS": "price", "residents/NNS": "resident", "airport/NN": "airport"}[noun]
    doc = doc_of(f"Gorsecoin/NNP/compound/2/LOC {noun}/nsubj/3/-/{lemma} grew/VBD/ROOT/0/-/grow")
    assert [kind for _, kind, _ in subtypes(doc)] == [expected]


def test_a_hyphenated_word_that_no_gazetteer_knows_is_no_place() -> None:
    doc = doc_of("Gorse-Q/NNP/nsubj/2/LOC began/VBD/ROOT/0/-/begin")
    assert [kind for _, kind, _ in subtypes(doc)] == ["other"]


def test_a_chain_has_the_subtype_of_most_of_its_names() -> None:
    doc = doc_of(
        "The/DT/det/3 Gorse/NNP/compound/3/LOC River/NNP/nsubj/4/LOC rose/VBD/ROOT/0/-/rise",
        "The/DT/det/3 Gorse/NNP/compound/3/LOC River/NNP/nsubj/4/LOC fell/VBD/ROOT/0/-/fall",
    )
    _, chains = find_chains(doc, find_mentions(doc, make_sentences(doc)))
    assert [(chain.name, chain.subtype) for chain in chains] == [("Gorse River", "river")]


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("The/DT/det/2 Gerda/NNP/nsubj/3/ORG burned/VBD/ROOT/0/-/burn", ["MV Gerda", "Gerda"]),
        ("The/DT/det/2 Gerda/NNP/nsubj/3/LOC burned/VBD/ROOT/0/-/burn", ["MV Gerda", "Gerda"]),
        ("Gerda/NNP/nsubj/2/PERSON burned/VBD/ROOT/0/-/burn", ["MV Gerda", "Gerda"]),
        ("Gerda/NNP/nsubj/2/PERSON said/VBD/ROOT/0/-/say so/RB/advmod/2", ["MV Gerda"]),
        ("Mrs/NNP/compound/2 Gerda/NNP/nsubj/3/PERSON left/VBD/ROOT/0/-/leave", ["MV Gerda"]),
        ("It/PRP/nsubj/2 burned/VBD/ROOT/0/-/burn in/IN/prep/2 Gerda/NNP/pobj/3/LOC", ["MV Gerda"]),
    ],
)
def test_a_ship_goes_by_its_name_alone_unless_somebody_or_a_place_has_it(rest: str, expected: list[str]) -> None:
    doc = doc_of(
        "The/DT/det/4 tanker/NN/compound/4 MV/NNP/compound/4/MISC Gerda/NNP/nsubj/5/MISC sank/VBD/ROOT/0/-/sink", rest
    )
    mentions, chains = find_chains(doc, find_mentions(doc, make_sentences(doc)))
    texts = {mention.id: mention.span.text for mention in mentions}
    ship = next(chain for chain in chains if chain.name == "MV Gerda")
    assert (ship.type, ship.subtype) == ("product", "ship")
    assert [texts[number] for number in ship.mentions if texts[number] != "It"] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The/DT/det/3 vessel/NN/compound/3 Gorsala/NNP/nsubj/4/PERSON fired/VBD/ROOT/0/-/fire", ("Gorsala", "product", "ship")),
        ("A/DT/det/2 dhow/NN/nsubj/5 named/VBN/acl/2 Gorsala/NNP/oprd/3/PERSON fired/VBD/ROOT/0/-/fire", ("Gorsala", "product", "ship")),
        ("The/DT/det/3 owner/NN/compound/3 Gorsala/NNP/nsubj/4/PERSON fired/VBD/ROOT/0/-/fire", ("Gorsala", "person", "")),
    ],
)  # fmt: skip
def test_a_ship_by_the_noun_before_it(sentence: str, expected: tuple[str, str, str]) -> None:
    assert subtypes(doc_of(sentence)) == [expected]


def test_what_the_text_calls_a_ship_once_is_one_throughout() -> None:
    doc = doc_of(
        "The/DT/det/3 warship/NN/compound/3 Gorsala/NNP/nsubj/4/LOC sailed/VBD/ROOT/0/-/sail",
        "The/DT/det/2 Gorsala/NNP/nsubj/3/PERSON fired/VBD/ROOT/0/-/fire",
        "The/DT/det/2 Gorsala/NNP/nsubj/3/PERSON left/VBD/ROOT/0/-/leave",
    )
    assert {kind for _, kind, _ in subtypes(doc)} == {"product"}


def test_the_words_before_a_ship_are_no_name() -> None:
    doc = doc_of(
        "Gorse/NNP/compound/3/ORG Naval/NNP/compound/3/ORG Ship/NNP/compound/4/ORG Gorsala/NNP/nsubj/5/LOC sailed/VBD/ROOT/0/-/sail"
    )
    assert [name for name, _, _ in subtypes(doc)] == ["Gorsala"]


ROCKET = "The/DT/det/3 Falcon/NNP/compound/3/MISC Heavy/NNP/nsubj/4/MISC rose/VBD/ROOT/0/-/rise"
MISSION = "The/DT/det/2 Apollo/NNP/nsubj/4/MISC 11/CD/nummod/2/MISC landed/VBD/ROOT/0/-/land"
PRISON = "They/PRP/nsubj/2 left/VBD/ROOT/0/-/leave Gorse/NNP/compound/4/LOC Prison/NNP/dobj/2/LOC"


@pytest.mark.parametrize(
    ("full", "bare", "expected"),
    [
        (ROCKET, "The/DT/det/2 Heavy/NNP/nsubj/3/ORG rose/VBD/ROOT/0/-/rise", ("Heavy", "product", "rocket")),
        (ROCKET, "Heavy/NNP/nsubj/2/ORG said/VBD/ROOT/0/-/say so/RB/advmod/2", ("Heavy", "organization", "")),
        (MISSION, "It/PRP/nsubj/2 recalls/VBZ/ROOT/0/-/recall Apollo/NNP/dobj/2/PERSON", ("Apollo", "other", "space mission")),
        (PRISON, "She/PRP/nsubj/2 saw/VBD/ROOT/0/-/see Gorse/NNP/dobj/2/LOC", ("Gorse", "facility", "prison")),
        (PRISON, "She/PRP/nsubj/2 lives/VBZ/ROOT/0/-/live in/IN/prep/2 Gorse/NNP/pobj/3/LOC", ("Gorse", "place", "")),
        (PRISON, "They/PRP/nsubj/2 sued/VBD/ROOT/0/-/sue Gorse/NNP/dobj/2/ORG", ("Gorse", "organization", "")),
    ],
)  # fmt: skip
def test_bare_names_of_things(full: str, bare: str, expected: tuple[str, str, str]) -> None:
    assert subtypes(doc_of(full, bare))[-1] == expected


def test_somebodys_surname_is_no_bare_name() -> None:
    doc = doc_of(
        ROCKET,
        "Ida/NNP/compound/2/PERSON Heavy/NNP/nsubj/3/PERSON left/VBD/ROOT/0/-/leave",
        "Heavy/NNP/nsubj/2/PERSON wept/VBD/ROOT/0/-/weep",
    )
    assert subtypes(doc)[-1] == ("Heavy", "person", "")


def test_a_nations_ship_is_no_name() -> None:
    doc = doc_of("Italian/JJ/amod/3/ORG Naval/NNP/compound/3/ORG Ship/NNP/nsubj/4/ORG sailed/VBD/ROOT/0/-/sail")
    assert subtypes(doc) == []
