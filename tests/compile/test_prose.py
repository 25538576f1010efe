from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compile.prose import chain_words, linked, without_dateline
from generator.compile.site import Site
from generator.config import Config
from generator.model import Evidence, Span

PAGE = "events/x.md"


@pytest.fixture
def site(kb):
    return Site(kb, Config())


def sentence(kb, article: str, key: str):
    return kb.sentence(article, key).span


def test_first_mention_in_a_paragraph_is_a_link_and_later_ones_are_not(site, kb) -> None:
    seen: set[str] = set()
    first = linked(site, PAGE, "harbor-courier-bridge", sentence(kb, "harbor-courier-bridge", "s3"), seen)
    second = linked(site, PAGE, "harbor-courier-bridge", sentence(kb, "harbor-courier-bridge", "s6"), seen)
    assert "[Ilves](../entities/mara-ilves.md" in first
    assert "mara-ilves" not in second


def test_a_page_does_not_link_to_itself(site, kb) -> None:
    text = linked(site, "entities/mara-ilves.md", "harbor-courier-bridge", sentence(kb, "harbor-courier-bridge", "s1"))
    assert "mara-ilves" not in text
    assert "[Osk Tarn](osk-tarn.md" in text


def test_a_description_is_linked_before_the_people_inside_it(site, kb) -> None:
    text = linked(site, PAGE, "harbor-courier-bridge", sentence(kb, "harbor-courier-bridge", "s6"))
    assert text.startswith("[The Veldian minister](../entities/mara-ilves.md")
    assert "veldia.md" not in text


def test_entities_without_a_page_and_pronouns_are_not_linked(site, kb) -> None:
    assert "](" not in linked(site, PAGE, "loose-leaf", sentence(kb, "loose-leaf", "s0"))
    assert "[her]" not in linked(site, PAGE, "harbor-courier-bridge", sentence(kb, "harbor-courier-bridge", "s2"))


def test_words_of_events_are_linked_on_request(site, kb) -> None:
    span = sentence(kb, "northern-wire-bridge", "s4")
    assert "[signed](treaty-signed.md" in linked(site, PAGE, "northern-wire-bridge", span, events=True)
    assert "](" not in linked(site, PAGE, "northern-wire-bridge", span)


def test_a_part_of_a_sentence_links_only_what_it_covers(site, kb) -> None:
    article = kb.articles["northern-wire-bridge"].text
    start = article.index("Osk")
    text = linked(site, PAGE, "northern-wire-bridge", Span(start, start + 3, "Osk"))
    assert text == "Osk"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("NEW DELHI — The navy came.", "The navy came."),
        ("LONDON, Jan. 5 (Wire) - It rained.", "It rained."),
        ("The bridge - a long one - fell.", "The bridge - a long one - fell."),
        ("US - China talks began.", "US - China talks began."),
        (
            "NATO leaders met on Friday in the old town hall — nobody knew.",
            "NATO leaders met on Friday in the old town hall — nobody knew.",
        ),
        ("ROME\u00a0— Nobody came.", "ROME\u00a0— Nobody came."),
        ("", ""),
    ],
)
def test_without_dateline(text, kept) -> None:
    before = Evidence("a", "s0", Span(10, 10 + len(text), text))
    after = without_dateline(before)
    assert after.span.text == kept
    assert after.span.end == before.span.end
    assert after.span.end - after.span.start == len(kept)


def test_who_a_chain_is(site, kb) -> None:
    assert chain_words(site, PAGE, "northern-wire-bridge", "w-tarn").startswith("[Osk Tarn](../entities/osk-tarn.md")
    assert chain_words(site, PAGE, "loose-leaf", "l-lunda") == "Lunda"
    assert chain_words(site, PAGE, "loose-leaf", None) == ""


def test_a_chain_without_a_name_is_called_by_its_description_never_by_a_pronoun(kb) -> None:
    found = kb.extractions["northern-wire-bridge"]
    chains = tuple(replace(c, name="") if c.id == "w-ilves" else c for c in found.chains)
    nameless = replace(
        kb,
        extractions={**kb.extractions, found.article: replace(found, chains=chains)},
        entity_of={key: value for key, value in kb.entity_of.items() if key[1] != "w-ilves"},
    )
    assert chain_words(Site(nameless, Config()), PAGE, found.article, "w-ilves") == "Maara Ilves"
    pronouns = tuple(replace(m, kind="pronoun") for m in found.mentions)
    silent = replace(
        nameless, extractions={**kb.extractions, found.article: replace(found, chains=chains, mentions=pronouns)}
    )
    assert chain_words(Site(silent, Config()), PAGE, found.article, "w-ilves") == ""
