"""How often an entity is mentioned: what is counted is said, a people and a government are counted apart."""

from __future__ import annotations

from dataclasses import replace

from generator.compile.credits import told_by
from generator.compile.entity_counts import count_mentions, counted_sentence
from generator.compile.site import Site
from generator.config import Config
from tests.compile.pages import body_of, box_row, changed_entity, changed_extraction, governed

COURIER, WIRE = "harbor-courier-bridge", "northern-wire-bridge"


def sentence(kb, key: str) -> str:
    return counted_sentence(Site(kb, Config()), kb.entities[key])


def test_the_parts_add_up(kb) -> None:
    for changed in (kb, governed(kb, COURIER, "Port Marin", "veldia")):
        site = Site(changed, Config())
        for entity in changed.entities.values():
            counts = count_mentions(site, entity)
            total = counts.names + counts.descriptions + counts.pronouns
            assert total + counts.demonyms.total() + counts.metonyms.total() == len(entity.mentions)


def test_names_descriptions_and_pronouns_are_counted_apart(kb) -> None:
    assert sentence(kb, "mara-ilves") == (
        "Mentioned 8 times in 3 articles by 2 publishers and an unnamed one: "
        "5 times by name, twice by description and once by pronoun."
    )


def test_a_single_way_is_not_repeated(kb) -> None:
    assert sentence(kb, "bridge-agency") == "Mentioned 3 times by name in 2 articles by 2 publishers."


def test_one_publisher_is_named(kb) -> None:
    site = Site(kb, Config())
    assert told_by(site, [COURIER]) == "1 article by The Harbor Courier"
    assert told_by(site, [COURIER, "loose-leaf"]) == "2 articles, by The Harbor Courier and an unnamed publisher"
    assert told_by(site, ["loose-leaf"]) == "1 article"


def test_the_name_of_a_people_is_no_name_of_the_country(kb) -> None:
    assert sentence(kb, "veldia") == "Mentioned twice as “Veldian” in 2 articles by 2 publishers."


def test_a_capital_that_stands_for_a_government_is_counted_apart(kb) -> None:
    changed = governed(kb, COURIER, "Port Marin", "veldia")
    assert sentence(changed, "port-marin") == "Mentioned once by name in 1 article by Northern Wire."
    assert sentence(changed, "veldia") == (
        "Mentioned 4 times in 2 articles by 2 publishers: twice as “Port Marin” for its government and twice as “Veldian”."
    )


def test_many_words_of_a_people_are_not_all_spelled_out(kb) -> None:
    found = kb.extractions[COURIER]
    base = next(m for m in found.mentions if m.via == "demonym")
    words = ("Veldian", "Veldians", "Veldish")
    more = tuple(replace(base, id=f"p{n}", span=replace(base.span, text=word)) for n, word in enumerate(words))
    veldia = kb.entities["veldia"]
    refs = tuple(replace(veldia.mentions[0], article=COURIER, mention=mention.id) for mention in more)
    changed = changed_extraction(kb, COURIER, mentions=(*found.mentions, *more))
    for count, expected in (
        (2, "3 times as “Veldian” or “Veldians”"),
        (3, "4 times as “Veldian”, “Veldians” or the like"),
    ):
        known = replace(veldia, mentions=(veldia.mentions[0], *refs[:count]))
        assert expected in sentence(replace(changed, entities={**changed.entities, "veldia": known}), "veldia")


def test_country_and_capital_lead_to_each_other(kb) -> None:
    changed = governed(kb, COURIER, "Port Marin", "veldia")
    row = box_row(body_of(changed, "entities/veldia.md"), "Government")
    assert row.startswith('as [Port Marin](port-marin.md "Port Marin, place: 1 article")<sup class="cite">')
    assert row.endswith('<span class="aside attested">twice</span>')
    row = box_row(body_of(changed, "entities/port-marin.md"), "Also stands for")
    assert row.startswith('the government of [Veldia](veldia.md "Veldia, place: 2 articles")<sup class="cite">')
    assert row.endswith('<span class="aside attested">twice</span>')


def test_a_namesake_elsewhere_is_not_the_seat_of_the_government(kb) -> None:
    abroad = changed_entity(governed(kb, COURIER, "Port Marin", "veldia"), "port-marin", country="lunda")
    assert box_row(body_of(abroad, "entities/veldia.md"), "Government").startswith("as Port Marin<sup")
    assert "Also stands for" not in body_of(abroad, "entities/port-marin.md")


def test_a_country_that_is_named_only_has_no_such_row(kb) -> None:
    assert "\nGovernment\n" not in body_of(kb, "entities/veldia.md")
    assert "Also stands for" not in body_of(kb, "entities/port-marin.md")
