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
