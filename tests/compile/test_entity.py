"""An entity's page as a whole: its summary, and who is mentioned together with it."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.compile import compile_pages
from generator.compile.relations import MAX_COMPANIONS, OPEN_COMPANIONS
from generator.compile.words import pronoun
from generator.config import Config
from generator.model import EntityType, Mention, MentionRef
from tests.compile.pages import body_of, changed_entity, changed_extraction, section

WIRE = "northern-wire-bridge"


def crowded(kb, count: int):
    """Many more names with pages in one sentence with Mara Ilves."""
    found = kb.extractions[WIRE]
    base = next(m for m in found.mentions if m.chain == "w-port")
    kind: EntityType = "place"
    names = [f"Town {number:02}" for number in range(count)]
    mentions = tuple(Mention(f"x{n}", base.span, kind, "name", f"x{n}", base.sentence) for n in range(count))
    towns = {
        f"town-{n}": replace(
            kb.entities["port-marin"], id=f"town-{n}", name=name, page=f"entities/town-{n}.md", aliases=(),
            mentions=(MentionRef(WIRE, f"x{n}"),), place=None, country=None,
        )
        for n, name in enumerate(names)
    }  # fmt: skip
    chains = {(WIRE, f"x{n}"): f"town-{n}" for n in range(count)}
    return replace(
        kb,
        extractions={**kb.extractions, WIRE: replace(found, mentions=(*found.mentions, *mentions))},
        entities={**kb.entities, **towns},
        entity_of={**kb.entity_of, **chains},
    )


def rows(part: str) -> list[str]:
    return re.findall(r"^\| \[([^\]]+)\]", part, re.MULTILINE)


def test_companions_are_sorted_by_sentences_then_articles_then_name(kb) -> None:
    assert rows(section(body_of(kb, "entities/mara-ilves.md"), "Mentioned together with")) == [
        "Port Marin", "Osk Tarn", "Veldia", "Bridge Agency",
    ]  # fmt: skip


def test_two_articles_count_more_than_one(kb) -> None:
    found = kb.extractions["harbor-courier-bridge"]
    ilves = [m for m in found.mentions if m.chain == "c-ilves"]
    mentions = tuple(replace(m, id=f"y{n}", chain="y", kind="name") for n, m in enumerate((ilves[1], ilves[3])))
    refs = tuple(MentionRef("harbor-courier-bridge", mention.id) for mention in mentions)
    aber = replace(kb.entities["port-marin"], id="aber", name="Aber", page="entities/aber.md", mentions=refs)
    changed = replace(
        changed_extraction(kb, "harbor-courier-bridge", mentions=(*found.mentions, *mentions)),
        entities={**kb.entities, "aber": aber},
        entity_of={**kb.entity_of, ("harbor-courier-bridge", "y"): "aber"},
    )
    together = rows(section(body_of(changed, "entities/mara-ilves.md"), "Mentioned together with"))
    assert together[:4] == ["Port Marin", "Osk Tarn", "Veldia", "Aber"]


def test_each_row_opens_its_sentences(kb) -> None:
    part = section(body_of(kb, "entities/mara-ilves.md"), "Mentioned together with")
    for line in part.splitlines():
        assert not line.startswith("| [") or re.search(r"\| <sup class=\"cite\">\[\d+\]", line)


def test_many_companions_are_folded_and_the_rest_is_counted(kb) -> None:
    part = section(body_of(crowded(kb, 50), "entities/mara-ilves.md"), "Mentioned together with")
    opened, _, folded = part.partition("<details")
    assert len(rows(opened)) == OPEN_COMPANIONS
    assert len(rows(folded)) == MAX_COMPANIONS - OPEN_COMPANIONS
    assert f"<summary>{MAX_COMPANIONS - OPEN_COMPANIONS} more names</summary>" in folded
    assert f"{54 - MAX_COMPANIONS} further names in the sentences of the articles." in folded


def test_the_sentences_of_a_row_come_from_as_many_articles_as_possible(kb) -> None:
    base = kb.entities["mara-ilves"]
    found = kb.extractions["harbor-courier-bridge"]
    many = tuple(
        replace(m, id=f"z{n}", chain="z", sentence=f"s{n}", span=found.sentences[n].span)
        for n, m in enumerate(courier_mentions(kb))
    )
    port = [replace(m, id=f"p{m.id}", chain="c-port", kind="nominal") for m in many]
    changed = changed_extraction(kb, "harbor-courier-bridge", mentions=(*found.mentions, *many, *port))
    refs = tuple(MentionRef("harbor-courier-bridge", m.id) for m in many)
    changed = changed_entity(changed, "mara-ilves", mentions=tuple(sorted((*base.mentions, *refs))))
    line = next(
        line
        for line in section(body_of(changed, "entities/mara-ilves.md"), "Mentioned together with").splitlines()
        if line.startswith("| [Port Marin]")
    )
    assert "| 9 | 2 |" in line
    body = body_of(changed, "entities/mara-ilves.md")
    cited = [re.search(rf"^\[cite-{n}\]: (\S+)#", body, re.MULTILINE)[1] for n in re.findall(r"\[cite-(\d+)\]", line)]
    assert len(cited) == 5
    assert len(set(cited)) == 2


def courier_mentions(kb):
    """A mention for each of the article's first eight sentences."""
    return kb.extractions["harbor-courier-bridge"].mentions[:8]


def test_a_table_is_not_folded_for_one_row(kb) -> None:
    part = section(body_of(crowded(kb, OPEN_COMPANIONS - 3), "entities/mara-ilves.md"), "Mentioned together with")
    assert len(rows(part)) == OPEN_COMPANIONS + 1
    assert "<details" not in part


def test_nobody_is_introduced_as_a_person(kb) -> None:
    plain = changed_entity(kb, "mara-ilves", roles=())
    page = next(page for page in compile_pages(plain, Config()) if page.path == "entities/mara-ilves.md")
    assert 'markdown="span">Mentioned 8 times' in page.body
    assert page.meta["description"].startswith("Mara Ilves. Mentioned 8 times")


def test_citations_are_numbered_in_the_order_of_the_page(kb) -> None:
    body = body_of(crowded(kb, 50), "entities/mara-ilves.md").partition("\n## Sources")[0]
    body = body.replace(section(body, "Why these names are one"), "")
    first = list(dict.fromkeys(int(number) for number in re.findall(r"\[cite-(\d+)\]", body)))
    assert first == sorted(first)


def test_the_newest_events_are_listed_and_the_others_counted(kb) -> None:
    one = next(event for event in kb.events.values() if any(p.entity == "mara-ilves" for p in event.participants))
    more = {f"e{n}": replace(one, id=f"e{n}", page=f"events/e{n}.md") for n in range(45)}
    body = body_of(replace(kb, events={**kb.events, **more}), "entities/mara-ilves.md")
    listed = section(body, "What is reported")
    assert listed.count("\n- ") == 40
    assert re.search(r"\d earlier events in the \[list of events\]\(../events/index.md\)", listed)


def test_headings_speak_of_people_and_of_things(kb) -> None:
    said = {
        kind: pronoun(kind)["whose"] for kind in ("person", "group", "place", "organization", "product", "new kind")
    }
    assert said == {"person": "their", "group": "their"} | dict.fromkeys(list(said)[2:], "its")
    ship = changed_entity(kb, "mara-ilves", type="product")
    assert "## What it is called {" in body_of(ship, "entities/mara-ilves.md")
