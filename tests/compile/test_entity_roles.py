"""Roles, affiliations and countries on pages: when attested, by whom, whether over; with citations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compile.entity_roles import leading_roles, role_words
from generator.compile.site import Site
from generator.config import Config
from generator.model import Evidence, Statement
from tests.compile.pages import body_of, box_row, changed_entity, section

WIRE = "northern-wire-bridge"
ILVES = "entities/mara-ilves.md"


def some_evidence(kb, article: str = WIRE, sentence: str = "s4") -> Evidence:
    return Evidence(article, sentence, kb.sentence(article, sentence).span)


def with_roles(kb, *roles: Statement):
    return changed_entity(kb, "mara-ilves", roles=roles)


def test_a_role_tells_its_period_and_its_publishers(kb) -> None:
    row = box_row(body_of(kb, ILVES), "Described as")
    assert row.startswith('Veldian transport minister<sup class="cite">')
    assert row.endswith('<span class="aside attested">29 to 30 November 2024, 2 publishers</span>')


def test_one_publisher_is_named(kb) -> None:
    row = box_row(body_of(kb, "entities/osk-tarn.md"), "Described as")
    assert row.endswith(">29 November 2024, The Harbor Courier</span>")


def test_a_role_without_dates_has_no_period(kb) -> None:
    row = box_row(
        body_of(with_roles(kb, Statement("role", "visitor", (some_evidence(kb, "loose-leaf", "s1"),))), ILVES),
        "Described as",
    )
    assert row.endswith('<span class="aside attested">1 article</span>')


@pytest.mark.parametrize(
    ("value", "said", "expected"),
    [
        ("former mayor", "former mayor", "former mayor"),
        ("ex-mayor", "ex-mayor", "ex-mayor"),
        ("mayor", "the late mayor", "late mayor"),
        ("mayor", "mayor", "former mayor"),
    ],
)
def test_a_role_that_is_over_says_so_in_the_words_of_the_text(kb, value: str, said: str, expected: str) -> None:
    item = some_evidence(kb)
    said_there = replace(item, span=replace(item.span, text=said))
    assert role_words(Statement("role", value, (said_there,), former=True)) == expected
    assert role_words(Statement("role", value, (said_there,))) == value


def test_affiliation_and_country_are_linked_and_cited(kb) -> None:
    item = some_evidence(kb)
    body = body_of(
        with_roles(
            kb,
            Statement("affiliation", "Bridge Agency", (item,), "bridge-agency"),
            Statement("country", "Veldia", (item,), "veldia"),
        ),
        ILVES,
    )
    assert box_row(body, "Affiliation").startswith("[Bridge Agency](bridge-agency.md")
    assert box_row(body, "Country").startswith("[Veldia](veldia.md")
    assert '<sup class="cite">' in box_row(body, "Affiliation")
    assert '<sup class="cite">' in box_row(body, "Country")
    assert "Described as" not in body


def test_an_affiliation_that_is_over_says_so(kb) -> None:
    over = Statement("affiliation", "Bridge Agency", (some_evidence(kb),), "bridge-agency", former=True)
    assert box_row(body_of(with_roles(kb, over), ILVES), "Affiliation").startswith("formerly [Bridge Agency]")


def test_affiliations_are_no_roles_in_the_lead_or_on_indexes(kb) -> None:
    item = some_evidence(kb)
    changed = with_roles(kb, Statement("affiliation", "Bridge Agency", (item,), "bridge-agency"))
    assert "according to" not in body_of(changed, ILVES).partition("</p>")[0]
    assert "| Bridge Agency |" not in body_of(changed, "entities/index.md")


def test_the_lead_does_not_say_a_part_of_a_role_again(kb) -> None:
    item, other = some_evidence(kb), some_evidence(kb, "harbor-courier-bridge", "s1")
    changed = with_roles(
        kb,
        Statement("role", "Veldian minister", (item, other)),
        Statement("role", "minister", (item,)),
        Statement("role", "bridge builder", (item,)),
    )
    found = leading_roles(Site(changed, Config()), changed.entities["mara-ilves"], 3)
    assert [role.value for role in found] == ["Veldian minister", "bridge builder"]


def test_many_roles_stand_in_a_list_oldest_first(kb) -> None:
    late, early = some_evidence(kb), some_evidence(kb, "harbor-courier-bridge", "s1")
    roles = [Statement("role", f"role {number}", (late,)) for number in range(6)]
    body = body_of(with_roles(kb, *roles, Statement("role", "the first", (early,))), ILVES)
    assert box_row(body, "Described as").endswith("[and 3 other roles](#roles)")
    lines = [line for line in section(body, "Roles and titles").splitlines() if line.startswith("- ")]
    assert len(lines) == 7
    assert lines[0].startswith("- the first<sup")
    assert "## Roles and titles" not in body_of(kb, ILVES)
