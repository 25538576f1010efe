"""`explain` tells in plain words which entity a name is, why its forms are one, and what was kept apart: as its page does."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from generator.compile import compile_pages
from generator.compile.entity_receipt import apart, receipt
from generator.compile.explain import explain
from generator.compile.site import Site
from generator.config import Config
from generator.model import Judgement, KnowledgeBase
from generator.resolve.entities import resolve_entities
from tests.compile.pages import changed_entity, governed
from tests.resolve.chains import make_corpus, said


def make_kb(**chains) -> KnowledgeBase:
    articles, extractions = make_corpus(**chains)
    entities, entity_of = resolve_entities(articles, extractions, 2)
    return KnowledgeBase(articles, extractions, entities, {}, (), entity_of, {})


def flat(text: str) -> str:
    return " ".join(text.split())


SCENE = said("Harbor Council of Elmsport", type="organization")


def test_it_is_found_by_any_form_whatever_case_and_diacritics() -> None:
    kb = make_kb(a=[said("José Núñez", "Núñez"), SCENE])
    for name in ("José Núñez", "jose nunez", "NUNEZ", "jose-nunez"):
        assert explain(kb, name).startswith("José Núñez [jose-nunez]: person\n")


def test_forms_come_with_their_sentence_and_publisher() -> None:
    text = explain(make_kb(a=[said("Mara Quill", "Quill", role="Mayor")]), "quill")
    assert "Quill: once, A Post" in text
    assert "| Mayor Mara Quill." in text


def test_roles_come_with_who_says_so_and_their_sentence(kb) -> None:
    text = explain(kb, "mara ilves")
    assert text.startswith("Mara Ilves [mara-ilves]: person, Veldian transport minister\n")
    assert (
        "    Veldian transport minister, 29 to 30 November 2024, 2 publishers\n      | Maara Ilves, the Veldian" in text
    )


def test_merges_are_told_with_rule_and_score() -> None:
    kb = make_kb(a=[said("Andrei Belov"), SCENE], b=[said("Andrey Belov"), SCENE])
    text = flat(explain(kb, "Andrei Belov"))
    assert "“Andrei Belov” and “Andrey Belov”: “Andrei” and “Andrey” are spellings of one name" in text
    assert "(score 1.00)" in text


def test_near_names_are_told_with_the_reason() -> None:
    kb = make_kb(a=[said("Kim Jong-un", "Kim Jong-un")], b=[said("Kim Jong-il", "Kim Jong-il")])
    near = "Kim Jong-il [kim-jong-il], person in 1 article: different given names (Jong Il, Jong Un)."
    assert near in flat(explain(kb, "kim jong un"))


def test_every_entity_of_the_name_is_described() -> None:
    kb = make_kb(a=[said("Austin", type="place")], b=[said("Austin", honorific="Mr", gender="m")])
    found = explain(kb, "austin").split("\n\n")
    assert sorted(text.split("]: ")[1].split()[0].strip(",") for text in found) == ["person", "place"]


def test_an_unknown_name_gets_the_nearest() -> None:
    kb = make_kb(a=[said("Mara Quill"), said("Otto Brandt"), said("US", type="place")])
    assert explain(kb, "Mara Quil") == "No entity is called “Mara Quil”. Nearest names: Mara Quill."
    assert explain(kb, "Bradt") == "No entity is called “Bradt”. Nearest names: Otto Brandt."
    assert explain(kb, "???") == "No entity is called “???”."


def test_names_that_stand_for_a_government_are_told_on_both_sides(kb) -> None:
    changed = governed(kb, "northern-wire-bridge", "Port Marin", "veldia")
    told = "  Where a name stands for a government:\n    “Port Marin” for the government of Veldia: once\n      | Maara Ilves"
    assert told in explain(changed, "port marin")
    assert told in explain(changed, "veldia")
    assert "stands for a government" not in explain(kb, "veldia")


def test_votes_for_the_type_are_told_where_they_differ(kb) -> None:
    port = changed_entity(kb, "port-marin", type_votes=(("place", 2.5), ("person", 0.5)))
    assert "  What speaks for its type:\n    place 2.5 and person 0.5" in explain(port, "port marin")
    agreed = changed_entity(kb, "port-marin", type_votes=(("place", 2.5),))
    assert "speaks for its type" not in explain(agreed, "port marin")


def _under(body: str, anchor: str) -> list[str]:
    """The lines of the list under a heading of a page, links as their words."""
    found = body.partition(f"{{ #{anchor} data")[2].partition("\n## ")[0]
    lines = [line.removeprefix("- ") for line in found.splitlines() if line.startswith("- ")]
    return [html.unescape(re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", line)) for line in lines]


def _told(text: str, heading: str) -> list[str]:
    """The lines under a heading of the explanation, without scores and ids."""
    found = text.partition(f"  {heading}:\n")[2]
    lines: list[str] = []
    for line in found.splitlines():
        if not line.startswith("    "):
            break
        if line.startswith("      "):
            lines[-1] += " " + line.strip()
        else:
            lines.append(line.strip())
    return [re.sub(r" \(score [^)]*\)$| \[[a-z0-9-]+\]", "", line) for line in lines]


def test_the_page_tells_the_same_judgements_with_the_same_reasons(kb) -> None:
    ilves = kb.entities["mara-ilves"]
    more = (
        Judgement("Ilves", "Mara Ilves", "same", 0.8, ("nobody else of this name is known here",)),
        Judgement("Ilves", "Mara Ilves", "same", 1.0, ("1 article uses it for Mara Ilves",)),
    )
    gone = Judgement("mara-ilves", "mara-elves", "unsure", 0.5, ("the names differ by one letter",))
    busy = replace(ilves, receipt=(*ilves.receipt, *more), apart=(*ilves.apart, gone))
    changed = replace(kb, entities={**kb.entities, busy.id: busy})
    text = explain(changed, "ilves")
    body = next(page.body for page in compile_pages(changed, Config()) if page.path == ilves.page)
    merged, near = _told(text, "Why these names are one"), _told(text, "Not to be confused with")
    assert merged == _under(body, "receipt")
    assert near == _under(body, "apart")
    assert len(merged) == len(receipt(busy)) == 2
    assert len(near) == len(apart(Site(changed, Config()), busy)) == 2
