"""Where addresses lead, on the hand-made knowledge base: entities renamed, merged, split, dropped; articles moved and rewritten."""

from __future__ import annotations

import importlib.util
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.history import hold, settle
from generator.history.holdings import SAMPLE, hash_of, sample
from generator.model import Address, KnowledgeBase, MentionRef, Moved

ILVES, TARN, PORT = "entities/mara-ilves.md", "entities/osk-tarn.md", "entities/port-marin.md"
VISIT, STORM = "events/ilves-visits-port-marin.md", "events/storm-closes-port.md"


@pytest.fixture(scope="module")
def kb() -> KnowledgeBase:
    place = Path(__file__).parents[1] / "compile" / "kb.py"
    spec = importlib.util.spec_from_file_location("hand_made_kb_of_history", place)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module.example()


def _with(kb: KnowledgeBase, key: str, **fields: object) -> KnowledgeBase:
    changed = replace(kb.entities[key], **fields)
    return replace(kb, entities={**kb.entities, key: changed})


def _renamed(kb: KnowledgeBase, key: str, page: str | None) -> KnowledgeBase:
    return _with(kb, key, page=page)


def _merged(kb: KnowledgeBase, key: str, into: str) -> KnowledgeBase:
    one, other = kb.entities[key], kb.entities[into]
    both = replace(other, mentions=tuple(sorted({*one.mentions, *other.mentions})))
    return replace(kb, entities={name: entity for name, entity in kb.entities.items() if name != key} | {into: both})


def _moved(past: dict[str, Address], kb: KnowledgeBase) -> dict[str, Moved]:
    return {each.path: each for each in settle(past, kb).moved}


def _past(kb: KnowledgeBase) -> dict[str, Address]:
    return dict(settle({}, kb).addresses)


def test_a_renamed_page_leads_to_its_new_address(kb: KnowledgeBase) -> None:
    moved = _moved(_past(kb), _renamed(kb, "mara-ilves", "entities/mara-ilves-person.md"))
    assert set(moved) == {ILVES}
    assert moved[ILVES].to == ("entities/mara-ilves-person.md", "Mara Ilves")
    assert moved[ILVES].is_same


def test_a_merged_page_leads_to_the_page_that_took_it_in(kb: KnowledgeBase) -> None:
    moved = _moved(_past(kb), _merged(kb, "osk-tarn", "mara-ilves"))
    assert (moved[TARN].to[0], moved[TARN].is_same) == (ILVES, True)


def test_renames_in_a_row_lead_straight_to_the_last_one(kb: KnowledgeBase) -> None:
    second, third = (_renamed(kb, "mara-ilves", f"entities/ilves-{n}.md") for n in (2, 3))
    past = dict(settle(_past(kb), second).addresses)
    moved = _moved(past, third)
    assert {moved[path].to[0] for path in (ILVES, "entities/ilves-2.md")} == {"entities/ilves-3.md"}


def test_an_address_that_comes_back_to_life_is_a_page_again(kb: KnowledgeBase) -> None:
    past = dict(settle(_past(kb), _renamed(kb, "mara-ilves", "entities/ilves-2.md")).addresses)
    now = settle(past, kb)
    assert now.addresses[ILVES].to is None
    assert now.addresses["entities/ilves-2.md"].to == ILVES


def test_a_page_that_is_split_leads_to_the_part_that_keeps_most_and_names_the_other(kb: KnowledgeBase) -> None:
    # One of the three forms of the name goes to a person of its own, with the text that stays under the old name moved too.
    whole = kb.entities["mara-ilves"]
    odd = tuple(ref for ref in whole.mentions if kb.mention(ref.article, ref.mention).span.text == "Maara Ilves")
    rest = tuple(ref for ref in whole.mentions if ref not in odd)
    assert odd
    parts = _with(kb, "mara-ilves", page="entities/mara-ilves-minister.md", mentions=rest)
    other = replace(whole, id="maara-ilves", name="Maara Ilves", page="entities/maara-ilves.md", mentions=odd)
    moved = _moved(_past(kb), replace(parts, entities={**parts.entities, "maara-ilves": other}))
    assert moved[ILVES].to[0] == "entities/mara-ilves-minister.md"
    assert moved[ILVES].others == (("entities/maara-ilves.md", "Maara Ilves"),)


def test_a_name_that_lost_its_page_leads_to_an_article_that_tells_of_it(kb: KnowledgeBase) -> None:
    moved = _moved(_past(kb), _renamed(kb, "port-marin", None))
    assert moved[PORT].to[0].startswith("sources/")
    assert not moved[PORT].is_same


def test_an_address_of_which_nothing_is_left_leads_to_the_index(kb: KnowledgeBase) -> None:
    past = {**_past(kb), "events/gone.md": Address("Gone", ("0" * 8,)), "publishers/gone.md": Address("Gone")}
    moved = _moved(past, kb)
    assert {path: each.to for path, each in moved.items()} == {
        "events/gone.md": ("events/index.md", ""),
        "publishers/gone.md": ("publishers/index.md", ""),
    }


def test_where_the_evidence_is_gone_the_way_it_once_took_is_followed_to_its_end(kb: KnowledgeBase) -> None:
    first, second = Address("A", ("0" * 8,), "events/b.md"), Address("B", _past(kb)[VISIT].holds)
    moved = _moved({"events/a.md": first, "events/b.md": second}, kb)
    assert moved["events/a.md"].to[0] == moved["events/b.md"].to[0] == VISIT


def test_a_history_that_leads_in_circles_ends_at_the_index(kb: KnowledgeBase) -> None:
    past = {
        "events/a.md": Address("A", (), "events/b.md"),
        "events/b.md": Address("B", (), "events/a.md"),
        "events/c.md": Address("C", (), "events/c.md"),
    }
    assert {each.to[0] for each in settle(past, kb).moved} == {"events/index.md"}


def _readdressed(kb: KnowledgeBase, old: str, **fields: object) -> KnowledgeBase:
    """The knowledge base with one article changed, and known by another id ("new") in everything that was found in it."""
    article = replace(kb.articles[old], id="new", **fields)
    articles = {key: value for key, value in kb.articles.items() if key != old} | {"new": article}
    found = {key: value for key, value in kb.extractions.items() if key != old}
    found["new"] = replace(kb.extractions[old], article="new")
    entities = {
        key: replace(entity, mentions=tuple(MentionRef("new" if r.article == old else r.article, r.mention) for r in entity.mentions))
        for key, entity in kb.entities.items()
    }  # fmt: skip
    events = {
        key: replace(
            event,
            mentions=tuple(replace(ref, article="new") if ref.article == old else ref for ref in event.mentions),
            main_of=tuple("new" if each == old else each for each in event.main_of),
            page=event.page and event.page.replace(".md", "-2.md"),
        )
        for key, event in kb.events.items()
    }
    return replace(kb, articles=articles, extractions=found, entities=entities, events=events)


def test_an_article_at_another_place_is_followed_with_the_events_that_it_alone_tells(kb: KnowledgeBase) -> None:
    moved = _moved(_past(kb), _readdressed(kb, "loose-leaf"))
    assert (moved["sources/loose-leaf.md"].to[0], moved["sources/loose-leaf.md"].is_same) == ("sources/new.md", True)
    assert (moved[STORM].to[0], moved[STORM].is_same) == ("events/storm-closes-port-2.md", True)


def test_an_article_rewritten_at_its_web_address_is_the_same_and_another_text_is_not(kb: KnowledgeBase) -> None:
    old = "harbor-courier-bridge"
    known = replace(kb, articles={**kb.articles, old: replace(kb.articles[old], url="https://courier.example/1")})
    past = _past(known)
    other = "Nothing of this stood in the article before, not one sentence of it. It tells of other things entirely."
    same = _moved(past, _readdressed(known, old, text=other))
    assert same[f"sources/{old}.md"].is_same
    different = _moved(past, _readdressed(known, old, text=other, url="https://courier.example/2"))
    assert different[f"sources/{old}.md"].to == ("sources/index.md", "")


def test_what_is_kept_of_a_page_is_small_and_changes_little(kb: KnowledgeBase) -> None:
    many = [(f"article-{n}", "name", "ilves") for n in range(500)]
    before, after = sample(many[:-1]), sample(many)
    assert len(before) == SAMPLE
    assert len({*before} & {*after}) >= SAMPLE - 1
    assert all(len(each) == 8 for each in before)
    assert before == tuple(sorted(before))
    assert hash_of(("url", "https://a.example")) in sample([*many, ("url", "https://a.example")])


def test_every_page_of_the_four_kinds_is_held(kb: KnowledgeBase) -> None:
    kinds = {path.partition("/")[0] for path in hold(kb)}
    assert kinds == {"entities", "events", "publishers", "sources"}
    assert all(page.title and page.findings for page in hold(kb).values())
