"""Statements: what several articles say of somebody, merged, ordered and with evidence."""

from __future__ import annotations

import pytest

from generator.model import Article, Entity, Extraction, Role, RoleKind, RoleTense, Sentence, Span, Statement
from generator.resolve.statements import add_statements
from generator.resolve.statements_words import head_of, key_of, may_fold, role_words

PERSON, ORG, COUNTRY = "c0", "c1", "c2"


def role(
    text: str,
    kind: RoleKind = "role",
    tense: RoleTense = "",
    org: str = "",
    country: str = "",
    words: str = "",
    at: int = 0,
) -> Role:
    return Role(PERSON, Span(at, at + len(text), text), "s0", org, country, kind, tense, words)


def article(key: str, publisher: str, published: str | None = None, copy_of: str | None = None) -> Article:
    return Article(
        key, f"{key}.md", None, None, None, publisher, (), published, None, None, "en", "", (), "0", copy_of=copy_of
    )


def extraction(key: str, *roles: Role) -> Extraction:
    return Extraction(key, (Sentence("s0", Span(0, 1, "x"), 0),), (), (), roles, (), (), (), ())


def entity(key: str, name: str, kind: str) -> Entity:
    return Entity(key, name, kind, (), (), None)  # type: ignore[arg-type]


ENTITIES = {
    "ida-holm": entity("ida-holm", "Ida Holm", "person"),
    "elmsport-university": entity("elmsport-university", "Elmsport University", "organization"),
    "norway": entity("norway", "Norway", "place"),
}


def statements(*told: tuple[Article, tuple[Role, ...]]) -> tuple[Statement, ...]:
    articles = {item.id: item for item, _ in told}
    extractions = {item.id: extraction(item.id, *roles) for item, roles in told}
    chains = {PERSON: "ida-holm", ORG: "elmsport-university", COUNTRY: "norway"}
    entity_of = {(key, chain): name for key in articles for chain, name in chains.items()}
    return add_statements(ENTITIES, entity_of, articles, extractions)["ida-holm"].roles


def values(found: tuple[Statement, ...]) -> list[tuple[str, str, int]]:
    return [(item.kind, item.value, len(item.evidence)) for item in found]


def test_spellings_of_one_role_are_one_statement() -> None:
    found = statements(
        (article("a", "One"), (role("Norwegian Defense Minister", words="Norwegian defense minister"),)),
        (article("b", "Two"), (role("Norwegian defence minister", words="Norwegian defence minister"),)),
        (article("c", "Three"), (role("Norwegian defence minister", words="Norwegian defence minister"),)),
    )
    assert values(found) == [("role", "Norwegian defence minister", 3)]


def test_the_country_of_a_role_may_stand_anywhere() -> None:
    found = statements(
        (article("a", "One"), (role("president of Norway"),)),
        (article("b", "Two"), (role("Norwegian president"), role("Norway’s president", at=40))),
    )
    assert len(found) == 1
    assert len(found[0].evidence) == 3


def test_other_words_stay_apart() -> None:
    found = statements((article("a", "One"), (role("minister of defense"), role("defense minister", at=40))))
    assert [item.value for item in found] == ["defense minister", "minister of defense"]


def test_a_shorter_wording_is_evidence_of_the_longer_one() -> None:
    found = statements(
        (article("a", "One"), (role("defense minister"), role("minister", at=40))),
        (article("b", "Two"), (role("Norwegian defense minister"),)),
    )
    assert values(found) == [("role", "Norwegian defense minister", 3)]


def test_a_shorter_wording_that_fits_two_stays() -> None:
    found = statements(
        (article("a", "One"), (role("minister"), role("defense minister", at=40), role("health minister", at=80)))
    )
    assert {item.value for item in found} == {"minister", "defense minister", "health minister"}


def test_contradicting_roles_both_stay_in_the_order_of_their_publishers() -> None:
    found = statements(
        (article("a", "One", "2024-02-01"), (role("zoo president"),)),
        (article("b", "Two", "2024-02-02"), (role("zoo director"),)),
        (article("c", "Three", "2024-02-03"), (role("zoo director"),)),
    )
    assert [item.value for item in found] == ["zoo director", "zoo president"]


def test_the_first_date_decides_between_equals() -> None:
    found = statements(
        (article("a", "One", "2024-02-02"), (role("captain"),)),
        (article("b", "Two", "2024-02-01"), (role("pilot"),)),
        (article("c", "Three"), (role("author"),)),
    )
    assert [item.value for item in found] == ["pilot", "captain", "author"]


def test_a_copy_counts_as_its_original() -> None:
    found = statements(
        (article("a", "One", "2024-02-02"), (role("captain"),)),
        (article("b", "Two", "2024-02-03", copy_of="a"), (role("captain"),)),
        (article("c", "Three", "2024-02-01"), (role("pilot"),)),
    )
    assert [item.value for item in found] == ["pilot", "captain"]


def test_organization_and_country_are_statements_with_their_entities() -> None:
    found = statements(
        (article("a", "One"), (role("Norwegian professor at Elmsport University", org=ORG, country=COUNTRY),))
    )
    assert [(item.kind, item.value, item.entity) for item in found] == [
        ("role", "Norwegian professor at Elmsport University", None),
        ("affiliation", "Elmsport University", "elmsport-university"),
        ("country", "Norway", "norway"),
    ]


def test_who_stands_outside_has_no_affiliation() -> None:
    found = statements((article("a", "One"), (role("critic of Elmsport University", org=ORG),)))
    assert [item.kind for item in found] == ["role"]


def test_an_affiliation_without_an_organization_keeps_its_words() -> None:
    found = statements((article("a", "One"), (role("D-Ohio", kind="affiliation", words="Democrat from Ohio"),)))
    assert values(found) == [("affiliation", "Democrat from Ohio", 1)]


def test_kin_is_no_statement() -> None:
    assert statements((article("a", "One"), (role("brother", kind="kin", country=COUNTRY),))) == ()


def test_former_only_where_all_say_so() -> None:
    found = statements(
        (
            article("a", "One"),
            (role("mayor of Elmsport", tense="former"), role("former captain", tense="former", at=40)),
        ),
        (article("b", "Two"), (role("mayor of Elmsport"),)),
    )
    assert {item.value: item.former for item in found} == {"mayor of Elmsport": False, "former captain": True}


def test_only_people_have_roles() -> None:
    found = add_statements(
        ENTITIES, {("a", PERSON): "norway"}, {"a": article("a", "One")}, {"a": extraction("a", role("captain"))}
    )
    assert found["norway"].roles == ()


@pytest.mark.parametrize(
    ("shorter", "longer", "folds"),
    [
        ("president", "Norwegian president", True),
        ("Republican nominee", "Republican presidential nominee", True),
        ("CEO", "chief executive of Acme", True),
        ("minister", "deputy minister", False),
        ("minister", "prime minister", False),
        ("president", "former president", False),
        ("general", "attorney general", False),
        ("Norwegian president", "president", False),
        ("author", "editor", False),
        ("founder", "founder and president of Acme", False),
    ],
)
def test_folding(shorter: str, longer: str, folds: bool) -> None:
    assert may_fold(shorter, longer) is folds


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("vice-president", "vice president", True),
        ("CEO of Acme", "chief executive of Acme", True),
        ("senior advisor", "senior adviser", True),
        ("Chinese ambassador to Russia", "Russian ambassador to China", False),
        ("president of North Korea", "North Korean president", True),
        ("president of South Korea", "North Korean president", False),
    ],
)
def test_keys(left: str, right: str, same: bool) -> None:
    assert (key_of(left) == key_of(right)) is same


def test_head_before_a_preposition() -> None:
    assert head_of("professor of law at Elmsport University") == "professor"
    assert head_of("Norwegian defense minister") == "minister"


def test_words_without_a_reading() -> None:
    assert role_words("the Norwegian Defence Minister,") == "Norwegian defense minister"
