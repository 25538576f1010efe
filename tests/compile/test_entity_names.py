"""Also called: every form of a name, how often, by whom; forms of one word are one line."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compile.entity_names import other_forms
from generator.compile.words import form_key
from generator.model import Alias
from tests.compile.pages import body_of, changed_entity, section


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bridge Agency", "BRIDGE AGENCY"),
        ("Bridge Agency", "the Bridge Agency"),
        ("Veldian", "Veldians"),
        ("Ilves", "Ilves's"),
        ("Ilves", "Ilves’"),
        ("U.V.", "UV"),
        ("Mara Ilves", "Mára Ilves"),
    ],
)
def test_forms_of_one_word_are_one(one: str, other: str) -> None:
    assert form_key(one) == form_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Mara Ilves", "Ilves"), ("Bass", "Bas"), ("Osk", "Oskar"), ("Ilves", "Ilve Ilves")]
)
def test_other_words_are_other_forms(one: str, other: str) -> None:
    assert form_key(one) != form_key(other)


def forms_of(kb, *aliases: Alias):
    return other_forms(replace(kb.entities["bridge-agency"], aliases=aliases))


def test_spellings_of_a_form_are_counted_together_under_the_most_frequent(kb) -> None:
    (form,) = forms_of(
        kb,
        Alias("Bridge Agency", 3, ("Northern Wire",)),
        Alias("Agency", 4, ("Northern Wire",)),
        Alias("AGENCY", 2, ("Lunda Post",)),
        Alias("Agency's", 1, ()),
    )
    assert (form.form, form.count, form.publishers) == ("Agency", 7, ("Lunda Post", "Northern Wire"))


def many_forms(kb, count: int):
    forms = tuple(Alias(f"Agency {chr(65 + number)}", 20 - number, ("Northern Wire",)) for number in range(count))
    return changed_entity(kb, "bridge-agency", aliases=(Alias("Bridge Agency", 30, ("Northern Wire",)), *forms))


def test_many_forms_leave_the_box_for_a_table(kb) -> None:
    body = body_of(many_forms(kb, 15), "entities/bridge-agency.md")
    box = body.partition("Also called\n")[2].partition("\n\n")[0]
    assert box.count('class="aside"') == 5
    assert "[and 10 other forms](#names)" in box
    table = section(body, "Names and who uses them")
    assert table.count("| Agency ") == 15


def test_few_forms_need_no_table(kb) -> None:
    body = body_of(many_forms(kb, 5), "entities/bridge-agency.md")
    assert "Names and who uses them" not in body
    assert "#names" not in body


def test_the_table_counts_uses_by_publisher_with_their_sentences(kb) -> None:
    wire = replace(kb.articles["northern-wire-bridge"], publisher="West Wire")
    body = body_of(many_forms(replace(kb, articles={**kb.articles, wire.id: wire}), 6), "entities/bridge-agency.md")
    row = next(line for line in body.splitlines() if line.startswith("| Bridge Agency |"))
    assert "| 30 | West Wire 2, The Harbor Courier 1 | <sup" in row
