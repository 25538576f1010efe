"""Why these names are one, and what is not to be confused with them."""

from __future__ import annotations

from dataclasses import replace

from generator.compile.entity_receipt import apart, receipt, tidied
from generator.compile.site import Site
from generator.config import Config
from generator.model import Alias, Judgement
from tests.compile.pages import body_of, changed_entity, section

ILVES = "entities/mara-ilves.md"


def same(left: str, right: str, *reasons: str, by: str = "machine", score: float = 1.0) -> Judgement:
    return Judgement(left, right, "same", score, reasons, by)


def lines(kb, *judgements: Judgement) -> list[str]:
    return [line.words() for line in receipt(replace(kb.entities["mara-ilves"], receipt=judgements))]


def near(kb, key: str = "mara-ilves") -> list[str]:
    found = apart(Site(kb, Config()), kb.entities[key])
    return [f"{item.called()}{item.words()}" for item in found]


def test_judgements_on_the_same_names_are_one_line(kb) -> None:
    found = lines(kb, same("Ilves", "Mara Ilves", "one reason"), same("Ilves", "Mara Ilves", "another reason."))
    assert found == ["“Ilves” and “Mara Ilves”: one reason; another reason."]


def test_names_with_the_same_reasons_are_one_line(kb) -> None:
    found = lines(kb, same("Ilves", "Mara Ilves", "spellings"), same("Ilwes", "Mara Ilves", "spellings"))
    assert found == ["“Ilves”, “Ilwes” and “Mara Ilves”: spellings."]


def test_names_judged_with_other_names_stay_apart(kb) -> None:
    found = lines(kb, same("Ilves", "Mara Ilves", "spellings"), same("Ilves", "Maara Ilves", "spellings"))
    assert len(found) == 2


def test_names_judged_by_themselves_are_all_told(kb) -> None:
    found = lines(kb, *(same(name, name, "2 articles use it") for name in ("Ilves", "Mara Ilves", "Maara Ilves")))
    assert found == [
        "“Ilves”: 2 articles use it.",
        "“Mara Ilves”: 2 articles use it.",
        "“Maara Ilves”: 2 articles use it.",
    ]


def test_no_reason_is_dropped(kb) -> None:
    reasons = [f"reason {number}" for number in range(9)]
    assert lines(kb, same("Ilves", "Mara Ilves", *reasons)) == [f"“Ilves” and “Mara Ilves”: {'; '.join(reasons)}."]


def test_a_person_who_decided_is_named(kb) -> None:
    found = lines(kb, same("Ilves", "Mara Ilves", "the same woman", by="Ada Quill"))
    assert found == ["“Ilves” and “Mara Ilves”: decided by Ada Quill; the same woman."]
    told = lines(kb, same("Ilves", "Mara Ilves", "Ada Quill decided that they are the same", by="Ada Quill"))
    assert told == ["“Ilves” and “Mara Ilves”: Ada Quill decided that they are the same."]


def test_a_reason_that_names_who_decided_is_enough(kb) -> None:
    told = lines(kb, same("Ilves", "Mara Ilves", "J. Editor decided that they are the same", by="a person"))
    assert told == ["“Ilves” and “Mara Ilves”: J. Editor decided that they are the same."]


def test_a_judgement_that_is_not_same_is_no_reason_for_a_merge(kb) -> None:
    assert lines(kb, Judgement("Ilves", "Mara Ilves", "unsure", 0.5, ("who knows",))) == []


def test_reasons_that_differ_in_a_title_only_are_one() -> None:
    taken_up = ["Mr Ilves takes up ...", "Ilves takes up ...", "Minister Ilves takes up ..."]
    said = [*(reason.replace("...", "the surname of Mara Ilves") for reason in taken_up), "seen twice."]
    assert tidied(said, ("Ilves", "Mara Ilves")) == ("Ilves takes up the surname of Mara Ilves", "seen twice")


def test_the_heading_tells_whether_there_are_several_names(kb) -> None:
    assert "## Why these names are one {" in body_of(kb, ILVES)
    one = changed_entity(kb, "bridge-agency", receipt=(same("Bridge Agency", "Bridge Agency", "2 articles use it"),))
    assert "“Bridge Agency”: 2 articles use it." in section(
        body_of(one, "entities/bridge-agency.md"), "Why this is one organization"
    )


def test_a_near_name_is_told_with_what_it_is_and_linked(kb) -> None:
    line = section(body_of(kb, ILVES), "Not to be confused with")
    assert "- [Osk Tarn](osk-tarn.md" in line
    assert (
        "bridge builder in 2 articles: named side by side in one sentence; perhaps the same, but there is too little evidence."
        in line
    )


def test_a_near_name_without_a_page_is_told_without_a_link(kb) -> None:
    judged = (Judgement("port-marin", "lunda", "unsure", 0.4, ("both are ports",)),)
    body = body_of(changed_entity(kb, "port-marin", apart=judged), "entities/port-marin.md")
    assert "- Lunda&#44; place in 1 article: both are ports; perhaps" in section(body, "Not to be confused with")


def test_people_who_share_a_name_are_told(kb) -> None:
    both = changed_entity(kb, "osk-tarn", name="Mara Ilves")
    assert "Mara Ilves, bridge builder in 2 articles: another person of this name." in near(
        changed_entity(both, "mara-ilves", apart=())
    )
    short = changed_entity(kb, "osk-tarn", aliases=(Alias("Ilves", 1, ()),))
    assert "Osk Tarn, bridge builder in 2 articles: “Ilves” can mean either." in near(
        changed_entity(short, "mara-ilves", apart=())
    )


def test_several_of_one_name_without_a_page_are_one_line(kb) -> None:
    lunda = kb.entities["lunda"]
    twins = {f"lunda-{n}": replace(lunda, id=f"lunda-{n}", name="Port Marin", aliases=()) for n in (2, 3)}
    assert near(replace(kb, entities={**kb.entities, **twins}), "port-marin") == [
        "Port Marin (2 of this name), place in 1 article: another place of this name."
    ]


def test_names_without_likeness_are_not_told(kb) -> None:
    def judged(other: str) -> list[str]:
        entity = (Judgement("bridge-agency", other, "different", 0.1, ("too little in common",)),)
        return near(changed_entity(kb, "bridge-agency", apart=entity), "bridge-agency")

    assert judged("port-marin") == []
    kb = changed_entity(kb, "port-marin", name="Bridge Port")
    assert len(judged("port-marin")) == 1
    kb = changed_entity(kb, "port-marin", name="Bridgeagencie")
    assert len(judged("port-marin")) == 1


def test_of_one_article_and_several_the_several_are_told() -> None:
    reasons = ["one article uses both names for one person", "5 articles use both names for one person", "alike"]
    assert tidied(reasons, ("A", "B")) == ("5 articles use both names for one person", "alike")
    assert tidied(reasons[:1], ("A", "B")) == (reasons[0],)
