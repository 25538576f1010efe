from __future__ import annotations

from collections.abc import Sequence

import pytest
import spacy
from spacy.tokens import Doc, Span

from generator.language import names
from generator.language.lexicons import load_lexicons
from generator.language.names_acronyms import find_definitions

VOCAB = spacy.blank("en").vocab
Names = list[tuple[str, str]]


def make(text: str, heads: dict[int, int] | None = None) -> Doc:
    """Words are separated by a space, `~` joins two without one, `|` begins a sentence, `¶` a line; words with a capital
    inside a sentence are proper nouns, and every word is its own head unless `heads` says otherwise."""
    words: list[str] = []
    spaces: list[bool] = []
    starts: list[bool] = []
    for part in text.split(" | "):
        for number, chunk in enumerate(part.split(" ")):
            pieces = chunk.split("~")
            words += ["\n" if piece == "¶" else piece for piece in pieces]
            spaces += [False] * (len(pieces) - 1) + [chunk != "¶"]
            starts += [number == 0] + [False] * (len(pieces) - 1)
    tags = [
        "NNP" if word[:1].isupper() else "CC" if word == "and" else "IN" if word in ("of", "in") else "NN"
        for word in words
    ]
    governors = [(heads or {}).get(number, number) for number in range(len(words))]
    if heads:
        doc = Doc(VOCAB, words=words, spaces=spaces, tags=tags, heads=governors, deps=["dep"] * len(words))
    else:
        doc = Doc(VOCAB, words=words, spaces=spaces, tags=tags, sent_starts=starts)
    return doc


def improved(doc: Doc, *entities: tuple[int, int, str]) -> Names:
    doc.ents = tuple(Span(doc, start, end, label=label) for start, end, label in entities)
    names.improve_names(doc, load_lexicons())
    return [(ent.text, ent.label_) for ent in doc.ents]


@pytest.mark.parametrize(
    ("text", "entities", "expected"),
    [
        ("then Datuk Seri Fenwick left", [(1, 4, "PERSON")], [("Fenwick", "PERSON")]),
        ("then Rear Admiral Fenwick left", [(2, 4, "PERSON")], [("Fenwick", "PERSON")]),
        ("then Madam Speaker left", [(1, 3, "PERSON")], []),
        ("saw Mara Orsted Monday at noon", [(1, 4, "PERSON")], [("Mara Orsted", "PERSON")]),
        ("it rained Monday at noon", [(2, 3, "ORG")], []),
        ("the Harbor Trust of met", [(1, 4, "ORG")], [("Harbor Trust", "ORG")]),
        ("a Gorse~-~bound train", [(1, 3, "LOC")], [("Gorse", "LOC")]),
        ("near Gorse province today", [(1, 3, "LOC")], [("Gorse", "LOC")]),
        ("then Halbeck ( Gorse ) Sdn Bhd paid", [(1, 2, "PERSON")], [("Halbeck ( Gorse ) Sdn Bhd", "ORG")]),
        ("then Halbeck , Inc. paid", [(1, 2, "ORG")], [("Halbeck , Inc.", "ORG")]),
        ("near Jebel Ordun they met", [(1, 3, "PERSON")], [("Jebel Ordun", "LOC")]),
        ("then HLXQ said so in the note", [(1, 2, "PERSON")], [("HLXQ", "ORG")]),
        (
            "the Red Cross and the Red Crescent , the International Committee of the Red Cross said",
            [(9, 11, "ORG")],
            [("International Committee of the Red Cross", "ORG")],
        ),
    ],
)
def test_rules(text: str, entities: Sequence[tuple[int, int, str]], expected: Names) -> None:
    assert improved(make(text), *entities) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ORDUNVIK , May 4 ( Ordpress ) — The river rose", [("ORDUNVIK", "LOC")]),
        ("ORDUNVIK~: The river rose", [("ORDUNVIK", "LOC")]),
        ("WARNING : The river rose", []),
        ("FENWICK : The river rose ¶ ORSTED : It fell", []),
        ("SECRETARY FENWICK : The river rose", []),
    ],
)
def test_datelines(text: str, expected: Names) -> None:
    assert [name for name in improved(make(text)) if name[1] == "LOC"] == expected


def test_a_short_form_means_what_its_long_form_means() -> None:
    text = "the Harbor Development Bureau ( HDB ) met | then HDB left"
    assert improved(make(text), (1, 4, "ORG"), (9, 10, "PERSON")) == [
        ("Harbor Development Bureau", "ORG"),
        ("HDB", "ORG"),
        ("HDB", "ORG"),
    ]


def test_a_short_form_of_common_words_is_no_name() -> None:
    text = "a standard boating procedure ( SBP ) holds | then SBP left"
    assert improved(make(text), (5, 6, "ORG"), (9, 10, "ORG")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Harbor Development Bureau ( HDB ) met", ["Harbor Development Bureau"]),
        ("many small boats ( SBs ) met", ["small boats"]),
        ("the river ( HDB ) rose", []),
        ("the river ( 4 ) rose", []),
    ],
)
def test_definitions(text: str, expected: list[str]) -> None:
    doc = make(text)
    assert [doc[start:stop].text for start, stop, _ in find_definitions(doc)] == expected


def test_pieces_of_a_person_are_joined() -> None:
    doc = make("then Mara Fenwick left", heads={0: 3, 1: 2, 2: 3})
    assert improved(doc, (1, 2, "PERSON"), (2, 3, "PERSON")) == [("Mara Fenwick", "PERSON")]


def test_a_field_with_and_is_one_name() -> None:
    doc = make("the Ministry of Industry and Culture met", heads={0: 1, 1: 6, 2: 1, 3: 2, 4: 3, 5: 3})
    assert improved(doc, (1, 4, "ORG")) == [("Ministry of Industry and Culture", "ORG")]


def test_two_names_with_and_stay_two() -> None:
    doc = make("the Ministry of Industry and Halbeck met", heads={0: 1, 1: 6, 2: 1, 3: 2, 4: 1, 5: 1})
    assert improved(doc, (1, 4, "ORG"), (5, 6, "ORG")) == [("Ministry of Industry", "ORG"), ("Halbeck", "ORG")]


def test_the_body_decides_in_a_headline() -> None:
    text = "Flooding Reaches Halbeck Streets Quickly | the flooding reaches the streets of Halbeck quickly"
    assert improved(make(text), (0, 2, "ORG"), (11, 12, "LOC")) == [("Halbeck", "LOC"), ("Halbeck", "LOC")]


@pytest.mark.parametrize("sentence", ["a Fenwick left", "the Fenwick left", "Fenwick 4 left"])
def test_a_word_that_is_not_used_as_a_name_is_not_repeated(sentence: str) -> None:
    doc = make(f"then Mara Fenwick spoke | so {sentence}")
    for token in doc:
        if token.lower_ == "the":
            token.tag_ = "DT"
    assert improved(doc, (1, 3, "PERSON")) == [("Mara Fenwick", "PERSON")]
