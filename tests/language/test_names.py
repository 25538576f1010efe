from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from generator.language import names
from generator.language.lexicons import load_lexicons

VOCAB = spacy.blank("en").vocab


def make(text: str, *entities: tuple[int, int, str]) -> Doc:
    """Words are separated by a space, `~` joins two tokens without one, `|` begins a sentence."""
    words, spaces, starts = [], [], []
    for sentence in text.split(" | "):
        for number, chunk in enumerate(sentence.split(" ")):
            parts = chunk.split("~")
            words += parts
            spaces += [False] * (len(parts) - 1) + [True]
            starts += [number == 0] + [False] * (len(parts) - 1)
    doc = Doc(VOCAB, words=words, spaces=spaces, sent_starts=starts)
    doc.ents = tuple(Span(doc, start, end, label=label) for start, end, label in entities)
    return doc


def improved(text: str, *entities: tuple[int, int, str]) -> list[tuple[str, str]]:
    doc = make(text, *entities)
    names.improve_names(doc, load_lexicons())
    return [(ent.text, ent.label_) for ent in doc.ents]


@pytest.mark.parametrize(
    ("text", "entities", "expected"),
    [
        ("a Danish ship sank", [], [("Danish", "NORP")]),
        ("a Danish ship sank", [(1, 2, "LOC")], [("Danish", "NORP")]),
        ("the Danish Sailing Club met", [(1, 4, "ORG")], [("Danish Sailing Club", "ORG")]),
        ("a ship left Norway today", [], [("Norway", "LOC")]),
        ("he beat Norway today", [(2, 3, "ORG")], [("Norway", "ORG")]),
        ("then Mr Fenwick left", [], [("Fenwick", "PERSON")]),
        ("then Mr. Fenwick left", [(2, 3, "ORG")], [("Fenwick", "PERSON")]),
        ("then Mr No left", [], [("No", "PERSON")]),
        ("then Dr van der Fenwick left", [], [("van der Fenwick", "PERSON")]),
        ("then Ms Ha Ji~-~won left", [], [("Ha Ji-won", "PERSON")]),
        ("then Ha Ji~-~won left", [(1, 3, "PERSON")], [("Ha Ji-won", "PERSON")]),
        ("then Ann~-~Lee Fenwick left", [(3, 5, "PERSON")], [("Ann-Lee Fenwick", "PERSON")]),
        ("then Fenwick~'s dog left", [(1, 3, "PERSON")], [("Fenwick", "PERSON")]),
        (
            "Mara Fenwick spoke | then Fenwick left",
            [(0, 2, "PERSON"), (4, 5, "ORG")],
            [("Mara Fenwick", "PERSON"), ("Fenwick", "PERSON")],
        ),
        (
            "Mara Fenwick spoke | then Fenwick left",
            [(0, 2, "PERSON")],
            [("Mara Fenwick", "PERSON"), ("Fenwick", "PERSON")],
        ),
        (
            "then No Kwang Chol spoke | No Kwang Chol left",
            [(1, 4, "PERSON"), (6, 8, "PERSON")],
            [("No Kwang Chol", "PERSON"), ("No Kwang Chol", "PERSON")],
        ),
        (
            "then No Kwang Chol spoke | then Kwang Chol left",
            [(1, 4, "PERSON"), (6, 8, "PERSON")],
            [("No Kwang Chol", "PERSON"), ("Kwang Chol", "PERSON")],
        ),
        (
            "the Harbor Trust met | the Harbor Trust left",
            [(1, 3, "ORG")],
            [("Harbor Trust", "ORG"), ("Harbor Trust", "ORG")],
        ),
        (
            "at Gorse | at Gorse | at Gorse",
            [(1, 2, "LOC"), (3, 4, "LOC"), (5, 6, "ORG")],
            [("Gorse", "LOC"), ("Gorse", "LOC"), ("Gorse", "LOC")],
        ),
        ("Budget cuts | the budget grew", [(0, 1, "ORG")], []),
        ("NORWAY WINS", [], [("NORWAY", "LOC")]),
        ("then Mr said so", [], []),
        ("then Mr Mr Mr Fenwick left", [], [("Fenwick", "PERSON")]),
        ("then Ana~-~Bo~-~Cy left", [(1, 2, "PERSON"), (5, 6, "PERSON")], [("Ana-Bo", "PERSON"), ("Cy", "PERSON")]),
        ("the agency Unicef said", [(2, 3, "PERSON")], [("Unicef", "ORG")]),
        ("then Ms Harvard left", [(2, 3, "PERSON")], [("Harvard", "PERSON")]),
    ],
)
def test_rules(text: str, entities: list, expected: list) -> None:
    assert improved(text, *entities) == expected


def test_a_person_never_crosses_a_sentence() -> None:
    assert improved("then Mr Fenwick | Norway left") == [("Fenwick", "PERSON"), ("Norway", "LOC")]
