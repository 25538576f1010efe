"""How often an entity is mentioned: what is counted is said, a people and a government are counted apart."""

from __future__ import annotations

from dataclasses import replace

from generator.compile.entity_counts import count_mentions, counted_sentence
from generator.compile.site import Site
from generator.config import Config
from tests.compile.pages import body_of, changed_extraction

COURIER, WIRE = "harbor-courier-bridge", "northern-wire-bridge"


def standing(kb, chain: str):
    """The knowledge base in which this chain of one article stands for a government."""
    found = kb.extractions[COURIER]
    mentions = tuple(replace(m, via="metonym") if m.chain == chain else m for m in found.mentions)
    return changed_extraction(kb, COURIER, mentions=mentions)


def sentence(kb, key: str) -> str:
    return counted_sentence(Site(kb, Config()), kb.entities[key])


def test_the_parts_add_up(kb) -> None:
    for changed in (kb, standing(kb, "c-port")):
        site = Site(changed, Config())
        for entity in changed.entities.values():
            counts = count_mentions(site, entity)
            total = counts.names + counts.descriptions + counts.pronouns
            assert total + counts.demonyms.total() + counts.metonyms.total() == len(entity.mentions)


def test_names_descriptions_and_pronouns_are_counted_apart(kb) -> None:
    assert sentence(kb, "mara-ilves") == (
        "Mentioned 8 times in 3 articles by 2 publishers and an unknown one: "
        "5 times by name, twice by description and once by pronoun."
    )


def test_a_single_way_is_not_repeated(kb) -> None:
    assert sentence(kb, "bridge-agency") == "Mentioned 3 times by name in 2 articles by 2 publishers."


def test_the_name_of_a_people_is_no_name_of_the_country(kb) -> None:
    assert sentence(kb, "veldia") == "Mentioned twice as “Veldian” in 2 articles by 2 publishers."


def test_a_capital_that_stands_for_a_government_is_counted_apart(kb) -> None:
    expected = "Mentioned 3 times in 2 articles by 2 publishers: once by name and twice for the government of Veldia."
    assert sentence(standing(kb, "c-port"), "port-marin") == expected


def test_a_country_meant_by_its_capital_says_so(kb) -> None:
    changed = standing(kb, "c-port")
    moved = {**changed.entity_of, (COURIER, "c-port"): "veldia"}
    veldia, port = changed.entities["veldia"], changed.entities["port-marin"]
    refs = tuple(ref for ref in port.mentions if ref.article == COURIER)
    veldia = replace(veldia, mentions=tuple(sorted((*veldia.mentions, *refs))))
    changed = replace(changed, entity_of=moved, entities={**changed.entities, "veldia": veldia})
    assert "twice as “Port Marin”, standing for its government and twice as “Veldian”." in sentence(changed, "veldia")


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


def test_the_page_of_a_country_leads_to_the_capital_that_stands_for_its_government(kb) -> None:
    body = body_of(standing(kb, "c-port"), "entities/veldia.md")
    row = body.partition("Government named as\n:   ")[2].partition("\n")[0]
    assert row.startswith("[Port Marin](port-marin.md")
    assert '<sup class="cite">' in row
    assert row.endswith('<span class="aside">twice</span>')
    assert "Government named as" not in body_of(kb, "entities/veldia.md")
