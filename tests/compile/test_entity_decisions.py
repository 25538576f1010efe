"""The files that a page offers to paste: what would split an entity, or join it with a near name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compile.entity_decisions import Example, examples
from generator.compile.site import Site
from generator.config import Config
from generator.ingest import read_decisions
from generator.model import Alias, Judgement
from tests.compile.pages import body_of, changed_entity

ILVES = "entities/mara-ilves.md"


def same(left: str, right: str, by: str = "machine") -> Judgement:
    return Judgement(left, right, "same", 1.0, ("spellings",), by)


def offered(kb, key: str = "mara-ilves") -> dict[str, tuple[str, str]]:
    return {item.verdict: item.names for item in examples(Site(kb, Config()), kb.entities[key])}


def split(kb, *judgements: Judgement) -> tuple[str, str] | None:
    return offered(changed_entity(kb, "mara-ilves", receipt=judgements, apart=())).get("different")


def test_names_of_different_articles_can_be_split(kb) -> None:
    assert split(kb, same("Maara Ilves", "Mara Ilves")) == ("Maara Ilves", "Mara Ilves")


@pytest.mark.parametrize(
    "judgement",
    [same("Ilves", "Mara Ilves"), same("Mara Ilves", "Mara Ilves"), same("Mara", "Mara Ilves"), same("Maara Ilves", "Mara Ilves", "Ada Quill")],
    ids=["of one article", "one name", "not in the articles", "a person joined them"],
)  # fmt: skip
def test_no_split_is_offered_for_names(kb, judgement: Judgement) -> None:
    assert split(kb, judgement) is None


def near(kb, **changes: object):
    judged = (Judgement("mara-ilves", "osk-tarn", "unsure", 0.6, ("alike",)),)
    return changed_entity(changed_entity(kb, "mara-ilves", apart=judged), "osk-tarn", **changes)


def test_a_near_name_can_be_joined(kb) -> None:
    assert offered(near(kb))["same"] == ("Mara Ilves", "Osk Tarn")


def test_a_name_that_no_article_has_is_given_as_the_articles_write_it(kb) -> None:
    aliases = (Alias("Osk Tarn", 3, ()),)
    assert offered(near(kb, name="Osk Tarn (Lunda)", aliases=aliases))["same"] == ("Mara Ilves", "Osk Tarn")
    assert "same" not in offered(near(kb, name="Osk Tarn (Lunda)", aliases=()))


def test_a_thing_of_another_type_cannot_be_joined(kb) -> None:
    assert "same" not in offered(near(kb, type="place"))


def test_the_file_can_be_read(tmp_path) -> None:
    names = ("Quill: the Baker", "Q & A # 1")
    (tmp_path / "curation").mkdir()
    (tmp_path / "curation" / "x.md").write_text("\n".join(Example("same", names).lines()), encoding="utf-8")
    (decision,), problems = read_decisions(tmp_path, 10_000)
    assert problems == ()
    assert (decision.verdict, tuple(name.name for name in decision.names)) == ("same", names)


def test_the_page_shows_the_file_folded(kb) -> None:
    body = body_of(changed_entity(kb, "mara-ilves", receipt=(same("Maara Ilves", "Mara Ilves"),)), ILVES)
    assert '<details class="more decisions" markdown="1">\n<summary>Is this wrong?</summary>' in body
    assert "<code>seeds/curation/</code>" in body
    assert "different:\n  &#45; Maara Ilves\n  &#45; Mara Ilves\n" in body
    assert "Is this wrong?" not in body_of(changed_entity(kb, "mara-ilves", receipt=(), apart=()), ILVES)


def test_names_with_markup_stay_text() -> None:
    shown = str(Example("same", ("<b>*Quill*</b>", "[Tarn](x)")).block())
    assert "<b>" not in shown
    assert "*" not in shown
    assert "[" not in shown


def test_what_a_person_decided_is_told_first_and_always(kb) -> None:
    apart = (
        Judgement("mara-ilves", "osk-tarn", "unsure", 0.6, ("alike",)),
        Judgement("mara-ilves", "port-marin", "different", 1.0, ("a town is no minister",), "Ada Quill"),
    )
    receipt = (same("Maara Ilves", "Mara Ilves"), replace(same("Ilves", "Mara Ilves"), reasons=(), by="Ada Quill"))
    body = body_of(changed_entity(kb, "mara-ilves", apart=apart, receipt=receipt), ILVES)
    lines = body.partition("## Not to be confused with")[2].splitlines()
    assert "Port Marin" in lines[2]
    assert "decided by Ada Quill; a town is no minister." in lines[2]
    lines = body.partition("## Why these names are one")[2].splitlines()
    assert lines[2] == "- “Ilves” and “Mara Ilves”: decided by Ada Quill."
