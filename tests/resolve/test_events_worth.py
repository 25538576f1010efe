"""Which events get a page, and the sentences that sum an event up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Argument, Entity, EventMention, EventRef
from generator.model.span import Span
from generator.resolve.events_facts import Facts
from generator.resolve.events_worth import is_claim, is_worthy
from generator.resolve.titles import Title
from tests.resolve.test_events import ARREST, VISIT, article, resolved, told


def fact(
    key: str, kind: str, *, main: bool = False, sentence: str = "s3", verb: str = "visit", tag: str = "VBD"
) -> Facts:
    span = Span(0, 4, "Text")
    mention = EventMention(
        "e0", span, verb, kind, (), None, None, sentence, span, main=main, predicate=span, verb=verb, tag=tag
    )
    return Facts(EventRef(key, "e0"), mention, verb, {}, {}, "", "")


def worthy(
    title: str, *, verb: str = "visit", sources: int = 2, score: float = 4.0, dated: bool = False, kind: str = "visit"
) -> bool:
    members = [fact(f"a{number}", kind, verb=verb) for number in range(sources)]
    articles = {f"a{number}": article(f"a{number}", "Text") for number in range(sources)}
    return is_worthy(Title(title, score, True), members[0], members, articles, dated, False)


def test_an_event_with_two_sources_or_its_own_day_gets_a_page() -> None:
    assert worthy("Anna Berg visits Oslo")
    assert worthy("Anna Berg visits Oslo", sources=1, dated=True)
    assert not worthy("Anna Berg visits Oslo", sources=1)
    assert not worthy("Anna Berg does things", sources=1, dated=True, kind="other")
    assert not worthy("Anna Berg visits Oslo", score=2.0)


@pytest.mark.parametrize(
    ("title", "verb"),
    [
        ("Anna Berg praises the new treaty of Oslo", "praise"),
        ("Anna Berg denies any wrongdoing", "deny"),
        ("Example Post obtains emails of Acme", "obtain"),
        ("Reuters reviews files of Acme", "review"),
        ("Anna Berg leads the Reds in scoring", "lead"),
        ("Norway leaves the deal", "leave"),
        ("Norway accuses Chile of the attack", "accuse"),
    ],
)
def test_words_news_making_states_and_the_unclear_get_none(title: str, verb: str) -> None:
    assert not worthy(title, verb=verb)


def test_an_accusation_is_an_event_where_two_report_it() -> None:
    assert worthy("Norway accuses Chile of sending 10,000 troops", verb="accuse")
    assert not worthy("Norway accuses Chile of sending 10,000 troops", verb="accuse", sources=1, dated=True)
    assert worthy("Norway leaves the deal after an attack on Oslo", verb="leave")


def test_what_is_only_claimed_gets_no_page() -> None:
    plain, articles = fact("a0", "visit"), {key: article(key, "Text") for key in ("a0", "a1")}
    title = Title("Anna Berg visits Oslo", 4.0, True)
    for changes in ({"modality": "possible"}, {"attribution": "c1"}, {"sayer": Span(0, 4, "Text")}):
        claimed = fact("a1", "visit")
        claimed = replace(claimed, mention=replace(claimed.mention, **changes))
        assert not is_worthy(title, claimed, [claimed], articles, True, False)
        assert is_worthy(title, plain, [plain, claimed], articles, True, False)


def test_the_summary_is_one_sentence_where_both_say_the_same() -> None:
    events, event_of = resolved(told("a", VISIT), told("b", VISIT))
    summary = events[event_of["a", "e0"]].summary
    assert [item.span.text for item in summary] == ["Anna Berg visited Oslo."]


def test_the_summary_tells_the_event_and_not_what_stands_beside_it() -> None:
    events, event_of = resolved(told("a", ARREST, VISIT), told("b", ARREST, VISIT))
    visit = events[event_of["a", "e1"]]
    assert {item.span.text for item in visit.summary} == {"Anna Berg visited Oslo."}


def test_a_headline_from_metadata_is_cleaned_and_a_headline_of_the_text_is_its_own_evidence() -> None:
    one, found = told("a", ("Lund", "hold", "held", "fire", None))
    line = "Ferry sinks off Oslo and two swim ashore | Example Post"
    events, _ = resolved((replace(one, title=line), found))
    (event,) = events.values()
    assert event.title == "Ferry sinks off Oslo and two swim ashore"
    assert event.title_evidence is not None
    assert event.title_evidence.span.text in one.text


def dated(date: str, *, tag: str = "VBD", **changes: object) -> bool:
    """Whether a title of 2.5 suffices for one article of 10 May 2031 that tells an event of that date."""
    item = fact("a0", "visit", tag=tag)
    item = replace(item, date=date, mention=replace(item.mention, **changes))
    key = replace(article("a0", "Text"), published="2031-05-10")
    return is_worthy(Title("Pirates seize the tanker Lund Star", 2.5, False), item, [item], {"a0": key}, True, False)


def test_a_fact_of_a_day_or_month_of_its_own_wants_less_of_its_title() -> None:
    assert dated("2031-05-02")
    assert dated("2031-04")
    assert not dated("2030")
    assert not dated("2031-05-12")
    assert not dated("2031-05-02", attribution="c1")
    assert not dated("2031-05-02", tag="VBZ")


def test_a_decision_is_an_event_of_no_kind_of_its_own() -> None:
    complement = Argument("complement", Span(0, 4, "Text"), None, "close", False)
    item = fact("a0", "other", verb="decide")
    decision = replace(item, mention=replace(item.mention, arguments=(complement,)))
    articles = {"a0": article("a0", "Text")}
    title = Title("Board decides to close Oslo Hospital", 3.0, False)
    assert is_worthy(title, decision, [decision], articles, True, False)
    assert not is_worthy(title, item, [item], articles, True, False)


@pytest.mark.parametrize(("kind", "sayers", "claimed"), [
    ("discovery", ("c1", "c1"), True),
    ("death", ("c1", "c1"), False),
    ("discovery", ("c1", "c2"), False),
    ("discovery", ("c1", None), False),
    ("discovery", ("c3", "c3"), False),
])  # fmt: skip
def test_what_one_person_says_that_others_found_is_his_claim(
    kind: str, sayers: tuple[str | None, str | None], claimed: bool
) -> None:
    members = [fact(f"a{number}", kind) for number in range(2)]
    members = [
        replace(item, mention=replace(item.mention, attribution=sayer))
        for item, sayer in zip(members, sayers, strict=True)
    ]
    entities = {name: Entity(name, name, kind, (), (), None) for name, kind in (
        ("berg", "person"), ("lund", "person"), ("police", "organization"),
    )}  # fmt: skip
    names = {"c1": "berg", "c2": "lund", "c3": "police"}
    entity_of = {(f"a{number}", chain): name for number in range(2) for chain, name in names.items()}
    assert is_claim(members, entities, entity_of) is claimed
