"""`explain` tells in plain words which entity a name is, why its forms are one, and what was kept apart."""

from __future__ import annotations

from generator.model import KnowledgeBase
from generator.resolve.entities import resolve_entities
from generator.resolve.explain import explain
from tests.resolve.chains import make_corpus, said


def make_kb(**chains) -> KnowledgeBase:
    articles, extractions = make_corpus(**chains)
    entities, entity_of = resolve_entities(articles, extractions, 2)
    return KnowledgeBase(articles, extractions, entities, {}, (), entity_of, {})


SCENE = said("Harbor Council of Elmsport", type="organization")


def test_it_is_found_by_any_form_whatever_case_and_diacritics() -> None:
    kb = make_kb(a=[said("José Núñez", "Núñez"), SCENE])
    for name in ("José Núñez", "jose nunez", "NUNEZ", "jose-nunez"):
        assert explain(kb, name).startswith("José Núñez: person, 2 mentions in 1 article")


def test_forms_come_with_their_sentence_and_publisher() -> None:
    text = explain(make_kb(a=[said("Mara Quill", "Quill", role="Mayor")]), "quill")
    assert "Quill: 1 time in A Post" in text
    assert "| Mayor Mara Quill." in text


def test_merges_are_told_with_rule_and_score() -> None:
    kb = make_kb(a=[said("Andrei Belov"), SCENE], b=[said("Andrey Belov"), SCENE])
    text = explain(kb, "Andrei Belov")
    assert "Andrei Belov = Andrey Belov (score 1.00)" in text
    assert "“Andrei” and “Andrey” are spellings of one name" in " ".join(text.split())


def test_near_names_are_told_with_the_reason() -> None:
    kb = make_kb(a=[said("Kim Jong-un", "Kim Jong-un")], b=[said("Kim Jong-il", "Kim Jong-il")])
    assert "Kim Jong-il [kim-jong-il] (different): different given names (Jong Il, Jong Un)" in explain(
        kb, "kim jong un"
    )


def test_every_entity_of_the_name_is_described() -> None:
    kb = make_kb(a=[said("Austin", type="place")], b=[said("Austin", honorific="Mr", gender="m")])
    found = explain(kb, "austin").split("\n\n")
    assert sorted(text.split(",")[0] for text in found) == ["Austin: person", "Austin: place"]


def test_an_unknown_name_gets_the_nearest() -> None:
    kb = make_kb(a=[said("Mara Quill"), said("Otto Brandt")])
    assert explain(kb, "Mara Quil") == "No entity is called “Mara Quil”. Nearest names: Mara Quill."
    assert explain(kb, "???") == "No entity is called “???”."
