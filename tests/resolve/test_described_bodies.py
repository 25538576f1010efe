"""Bodies of state in small letters: which descriptions name one, and that articles which call it differently mean one."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.resolve.described_bodies import body_alone, read_body
from generator.resolve.organizations import countries_in, organization_parts
from tests.resolve.chains import Said, resolve, said, same

_LINES = Path(__file__).with_name("described_bodies.tsv").read_text(encoding="utf-8").splitlines()
ROWS = [(*line.split("\t"), "", "", "")[:4] for line in _LINES if not line.startswith("#")]
NAMED = "Ministry of Defense of Norway"


def described(*forms: str, kind: str = "organization", **more) -> Said:
    return said(*forms, type=kind, kind="nominal", **more)


@pytest.mark.parametrize(("text", "behind", "code", "body"), ROWS)
def test_descriptions_of_bodies(text: str, behind: str, code: str, body: str) -> None:
    found = read_body(text, behind)
    assert ((found.code, found.body) if found else ("", "")) == (code, body)
    assert found is None or countries_in(organization_parts(found.name)) == {code}


def test_the_body_without_its_country() -> None:
    assert body_alone("Norway's defence ministry") == "Defence ministry"
    assert body_alone("Norwegian navy") == "Navy"


@pytest.mark.parametrize(
    "form", ["Norway's defence ministry", "the Norwegian defense ministry", "Oslo’s defence ministry"]
)
@pytest.mark.parametrize("name", [NAMED, "Norwegian Defense Ministry", "Norwegian Defence Ministry"])
def test_a_description_and_a_name_are_one_body(form: str, name: str) -> None:
    entities, entity_of = resolve(a=[described(form)], b=[said(name, type="organization")])
    assert same(entity_of, "a/c0", "b/c0")
    entity = entities[entity_of["a", "c0"]]
    assert (entity.name, [alias.form for alias in entity.aliases]) == (name, [name])
    assert entity.type == "organization"
    assert any(form.removeprefix("the ").split()[-1] in judgement.left for judgement in entity.receipt)


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Norway's central bank", "Central Bank of Norway"),
        ("the Norwegian central bank", "Norwegian Central Bank"),
        ("the Norwegian air force", "Norway's Air Force"),
        ("Norway's parliament", "Parliament of Norway"),
        ("the Norwegian ministry of defence", "Norwegian Defense Ministry"),
        ("Norway's parliament", "Parliament"),
    ],
)
def test_words_in_another_order(form: str, name: str) -> None:
    _, entity_of = resolve(a=[described(form)], b=[said(name, type="organization", country="no")])
    assert same(entity_of, "a/c0", "b/c0")


def test_the_receipt_says_that_the_text_gives_no_name() -> None:
    army = described("the Norwegian land army", "the Norwegian army")
    entities, entity_of = resolve(a=[army], b=[army], c=[said("Norwegian Army", type="organization")])
    reasons = {judgement.reasons[0]: judgement for judgement in entities[entity_of["a", "c0"]].receipt}
    judgement = reasons["the text describes it, and Norway has one such body"]
    assert (judgement.left, judgement.right) == ("Norwegian army", "Norwegian Army")


def test_a_body_without_a_name_is_called_by_its_country() -> None:
    entities, entity_of = resolve(a=[described("Norway's army")], b=[described("the Norwegian army", "it")])
    assert same(entity_of, "a/c0", "b/c0")
    entity = entities[entity_of["a", "c0"]]
    assert (entity.name, entity.id, entity.aliases) == ("Norwegian Army", "norwegian-army", ())
    assert entity.page


def test_the_military_and_the_police_are_bodies_not_groups() -> None:
    entities, entity_of = resolve(a=[described("the Norwegian military", kind="group", speaks=True)])
    entity = entities[entity_of["a", "c0"]]
    assert (entity.name, entity.type, bool(entity.page)) == ("Norwegian Military", "organization", True)


def test_one_silent_description_has_no_page() -> None:
    entities, entity_of = resolve(a=[described("Norway's central bank")])
    assert entities[entity_of["a", "c0"]].page is None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Norway's defence ministry", "Sweden's defence ministry"),
        ("Norway's defence ministry", "Norway's interior ministry"),
        ("Norway's army", "Norway's navy"),
    ],
)
def test_other_bodies_stay_apart(left: str, right: str) -> None:
    _, entity_of = resolve(a=[described(left)], b=[described(right)])
    assert not same(entity_of, "a/c0", "b/c0")


@pytest.mark.parametrize(
    "chain",
    [
        described("the army"),
        described("the Norwegian forces", kind="group"),
        described("the Norwegian government"),
        described("Norway's army", "Norway's navy"),
        described("the Norwegian army", "the Swedish army"),
        described("Norway's defence ministry", kind="person"),
    ],
)
def test_vague_or_divided_descriptions_are_no_entities(chain: Said) -> None:
    _, entity_of = resolve(a=[chain])
    assert ("a", "c0") not in entity_of
