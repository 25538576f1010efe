"""Events across articles: articles of one event, mentions of one event, dates, places, pages, ids."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import (
    Alias,
    Argument,
    Article,
    Chain,
    Entity,
    EventMention,
    Extraction,
    Mention,
    Sentence,
    TimeExpression,
)
from generator.model.span import Span, span_of
from generator.resolve.events import resolve_events
from generator.resolve.events_articles import cluster_articles, link
from generator.resolve.events_days import dates_agree, lies_inside
from generator.resolve.events_facts import family_of, read_facts

TYPES = {"Anna Berg": "person", "Oslo": "place", "Bergen": "place", "Norway": "place", "Lund": "person"}
WORDS = [
    "ferry",
    "harbor",
    "minister",
    "treaty",
    "storm",
    "captain",
    "passenger",
    "coast",
    "guard",
    "island",
    "rescue",
    "election",
    "ballot",
    "party",
    "glacier",
]


def article(key: str, text: str, published: str | None = "2031-05-03", copy_of: str | None = None) -> Article:
    return Article(
        key,
        f"{key}.md",
        None,
        None,
        None,
        "Example Post",
        (),
        published,
        None,
        None,
        "en",
        text,
        (),
        "0",
        copy_of=copy_of,
    )


def told(
    key: str,
    *events: tuple[str, str, str, str, str | None],
    topic: int = 0,
    date: str | None = None,
    kind: str = "visit",
) -> tuple[Article, Extraction]:
    """An article of sentences "<agent> <verb in the past> <patient>.", one event each: (agent, verb, past, patient, place)."""
    lines = [f"{who} {past} {whom}{f' in {place}' if place else ''}." for who, _, past, whom, place in events]
    text = "\n".join(lines)
    chains: dict[str, Chain] = {}
    sentences, mentions, start = [], [], 0
    for number, ((who, verb, past, whom, place), line) in enumerate(zip(events, lines, strict=True)):
        sentences.append(Sentence(f"s{number}", span_of(text, start, start + len(line)), number))

        def span(words: str, start: int = start) -> Span:
            at = text.index(words, start)
            return span_of(text, at, at + len(words))

        for name in (who, whom, place):
            if name in TYPES:
                chains.setdefault(name, Chain(f"c{len(chains)}", TYPES[name], name, ()))  # type: ignore[arg-type]
        arguments = [("agent", who), ("patient", whom)] + ([("place", place)] if place else [])
        mentions.append(
            EventMention(
                id=f"e{number}", trigger=span(past), lemma=verb, type=kind, sentence=f"s{number}",
                arguments=tuple(Argument(role, span(words), chains[words].id if words in chains else None, words.lower())
                                for role, words in arguments),
                time="t0" if date and not number else None, place=chains[place].id if place else None,
                clause=span(line[:-1]), main=not number, predicate=span(past), verb=verb, tag="VBD",
            )
        )  # fmt: skip
        start += len(line) + 1
    terms = tuple(sorted((word, 2) for word in WORDS[topic * 5 : topic * 5 + 5]))
    times = (TimeExpression("t0", span_of(text, 0, 1), date, "as written", "s0"),) if date else ()
    found = Extraction(
        key, tuple(sentences), (), tuple(chains.values()), (), times, (), (), tuple(mentions), terms, terms
    )
    return article(key, text), found


def resolved(*pairs: tuple[Article, Extraction]):  # type: ignore[no-untyped-def]
    articles = {item.id: item for item, _ in pairs}
    extractions = {item.id: found for item, found in pairs}
    entity_of = {
        (key, chain.id): chain.name.lower().replace(" ", "-")
        for key, found in extractions.items()
        for chain in found.chains
    }
    entities = {
        name.lower().replace(" ", "-"): Entity(name.lower().replace(" ", "-"), name, kind, (Alias(name, 1, ()),), (), None,  # type: ignore[arg-type]
                                               country="norway" if name in ("Oslo", "Bergen") else None)
        for name, kind in TYPES.items()
    }  # fmt: skip
    return resolve_events(articles, extractions, entities, entity_of)


VISIT = ("Anna Berg", "visit", "visited", "Oslo", None)
ARREST = ("Lund", "arrest", "arrested", "Anna Berg", "Bergen")


def test_articles_that_share_their_words_tell_one_event() -> None:
    events, event_of = resolved(told("a", VISIT), told("b", VISIT), told("c", ARREST, topic=1))
    assert event_of["a", "e0"] == event_of["b", "e0"] != event_of["c", "e0"]
    visit = events[event_of["a", "e0"]]
    assert (visit.title, visit.main_of, visit.type) == ("Anna Berg visits Oslo", ("a", "b"), "visit")
    assert [item.entity for item in visit.participants] == ["anna-berg", "oslo"]


def test_every_mention_belongs_to_one_event_and_every_article_has_a_main_event() -> None:
    pairs = [told("a", VISIT, ARREST), told("b", ARREST, topic=1)]
    events, event_of = resolved(*pairs)
    assert set(event_of) == {("a", "e0"), ("a", "e1"), ("b", "e0")}
    assert sorted(key for event in events.values() for key in event.main_of) == ["a", "b"]
    assert all(event.page == f"events/{event.id}.md" for event in events.values() if event.main_of)


def test_a_background_event_joins_its_own_story() -> None:
    _, event_of = resolved(told("a", VISIT, ARREST), told("b", ARREST, topic=1))
    assert event_of["a", "e1"] == event_of["b", "e0"]


def test_two_places_are_two_events() -> None:
    elsewhere = ("Lund", "arrest", "arrested", "Anna Berg", "Oslo")
    _, event_of = resolved(told("a", VISIT, ARREST), told("b", elsewhere, topic=1))
    assert event_of["a", "e1"] != event_of["b", "e0"]


def test_two_dates_are_two_events() -> None:
    first, second = told("a", VISIT, date="2031-05-02"), told("b", VISIT, topic=1, date="2031-04-02")
    events, event_of = resolved(first, second)
    assert event_of["a", "e0"] != event_of["b", "e0"]
    assert {event.date for event in events.values()} == {"2031-05-02", "2031-04-02"}


def test_a_date_comes_with_its_words_and_its_reason() -> None:
    events, _ = resolved(told("a", VISIT, date="2031-05-02"))
    (event,) = events.values()
    assert (event.date, [item.span.text for item in event.date_words], event.date_reasons) == (
        "2031-05-02",
        ["A"],
        ("as written",),
    )


def test_without_words_for_it_there_is_no_date() -> None:
    events, _ = resolved(told("a", VISIT))
    assert [event.date for event in events.values()] == [None]


def test_a_background_event_needs_a_date_a_place_or_a_second_source() -> None:
    bare = ("Lund", "arrest", "arrested", "Anna Berg", None)
    events, event_of = resolved(told("a", VISIT, bare))
    assert events[event_of["a", "e1"]].page is None
    events, event_of = resolved(told("a", VISIT, ARREST))
    assert events[event_of["a", "e1"]].page is not None
    events, event_of = resolved(told("a", VISIT, bare), told("b", VISIT, bare))
    assert events[event_of["a", "e1"]].page is not None


def test_a_copy_is_no_second_source() -> None:
    bare = ("Lund", "arrest", "arrested", "Anna Berg", None)
    copy, found = told("b", VISIT, bare)
    events, event_of = resolved(told("a", VISIT, bare), (replace(copy, copy_of="a"), found))
    assert event_of["a", "e1"] == event_of["b", "e1"]
    assert events[event_of["a", "e1"]].page is None
    assert events[event_of["a", "e0"]].main_of == ("a", "b")


def test_an_added_article_keeps_the_addresses() -> None:
    before, _ = resolved(told("a", VISIT), told("b", ARREST, topic=1))
    after, _ = resolved(told("a", VISIT), told("b", ARREST, topic=1), told("c", VISIT))
    assert set(before) <= set(after)


def test_the_order_of_the_articles_changes_nothing() -> None:
    pairs = [told("a", VISIT, ARREST), told("b", ARREST, topic=1), told("c", VISIT)]
    assert resolved(*pairs) == resolved(*reversed(pairs))


def test_complete_linkage_wants_every_pair() -> None:
    chain = {("a", "b"): 0.9, ("b", "c"): 0.8}
    assert link(["a", "b", "c"], chain) == [("a", "b"), ("c",)]
    assert link(["a", "b", "c"], {**chain, ("a", "c"): 0.3}) == [("a", "b", "c")]


def test_a_gap_of_months_alone_does_not_part_what_the_words_join() -> None:
    (first, found), (second, other) = told("a", VISIT), told("b", VISIT)
    articles = {"a": first, "b": replace(second, published="2033-01-01")}
    assert cluster_articles(articles, {"a": found, "b": other}, {}, {}) == (("a", "b"),)


def test_edtf_dates_agree_when_they_can_be_one_day() -> None:
    assert dates_agree("2031-05", "2031-05-02")
    assert dates_agree("XXXX-05", "2031-05-02")
    assert dates_agree("", "2031-05-02")
    assert not dates_agree("2031-05-02", "2031-05-03")
    assert not dates_agree("2030", "2031-05-03")


def test_stretches_of_days_agree_when_they_share_one() -> None:
    assert dates_agree("2031-05-01/2031-05-07", "2031-05-02")
    assert not dates_agree("2031-05-01/2031-05-07", "2031-05-08")
    assert dates_agree("2031-05-02~", "2031-05-04")
    assert lies_inside("2031-05-02", "2031-05")
    assert not lies_inside("2031-05", "2031-05")
    assert not lies_inside("XXXX-05", "2031")


def test_an_exact_day_beats_the_week_that_it_lies_in() -> None:
    week = "2031-04-28/2031-05-04"
    for dates in (("2031-05-02", week), (week, "2031-05-02"), (week, "2031-05-02", week)):
        events, _ = resolved(*(told(f"a{number}", VISIT, date=date) for number, date in enumerate(dates)))
        (event,) = events.values()
        assert event.date == "2031-05-02"


def test_the_day_of_more_accounts_wins_and_the_other_stays_among_the_words() -> None:
    pairs = [
        told("a", VISIT, date="2031-05-02"),
        told("b", VISIT, date="2031-05-01"),
        told("c", VISIT, date="2031-05-02"),
    ]
    events, _ = resolved(*pairs)
    (event,) = events.values()
    assert event.date == "2031-05-02"
    assert [item.article for item in event.date_words] == ["a", "b", "c"]


def test_an_old_happening_is_not_what_the_story_is_about() -> None:
    first, second = told("a", VISIT), told("b", VISIT, VISIT, date="2021-05-02")
    mentions = (replace(second[1].events[0], main=False), replace(second[1].events[1], main=True))
    events, event_of = resolved(first, (second[0], replace(second[1], events=mentions)))
    assert event_of["b", "e1"] == event_of["a", "e0"] != event_of["b", "e0"]
    assert events[event_of["a", "e0"]].date is None


@pytest.mark.parametrize(
    ("modality", "day", "expected"),
    [
        ("asserted", "2031-05-09", None),
        ("asserted", "2031-05-03", "2031-05-03"),
        ("planned", "2031-05-09", "2031-05-09"),
    ],
)
def test_a_day_to_come_in_the_sentence_is_not_when_a_told_fact_happened(
    modality: str, day: str, expected: str | None
) -> None:
    found, extraction = told("a", VISIT, date=day)
    mention = replace(extraction.events[0], time=None, nearby="t0", modality=modality)
    events, _ = resolved((found, replace(extraction, events=(mention,))))
    assert [event.date for event in events.values()] == [expected]


def test_who_acts_in_one_and_suffers_in_the_other_makes_two_events() -> None:
    seizes = ("navy", "seize", "seized", "pirates", None)
    seized = ("pirates", "seize", "seized", "tanker", None)
    _, event_of = resolved(told("a", seizes, seized, kind="coerce"))
    assert event_of["a", "e0"] != event_of["a", "e1"]


def test_an_event_of_several_articles_says_why_it_is_one() -> None:
    events, event_of = resolved(told("a", VISIT, ARREST, date="2031-05-02"), told("b", VISIT, date="2031-05-02"))
    (judgement,) = events[event_of["a", "e0"]].receipt
    assert (judgement.left, judgement.right, judgement.verdict) == ("a", "b", "same")
    assert judgement.reasons == (
        "2 articles share their telling words and names, and what their headlines and openings mean",
        "several articles tell it with “visit”",
        "the same take part: Anna Berg and Oslo",
        "several articles give the same day",
    )
    assert events[event_of["a", "e1"]].receipt == ()


def test_the_same_done_to_another_person_is_another_story() -> None:
    found, articles = {}, {}
    for key, who in (("a", "Lund"), ("b", "Anna Berg")):
        articles[key], item = told(key, ("police", "arrest", "arrested", who, None))
        found[key] = replace(item, terms=(("ferry", 2), ("harbor", 3), (key, 6)), lead_terms=())
    of = {(key, chain.id): chain.name for key, item in found.items() for chain in item.chains}
    people = {name: Entity(name, name, "person", (), (), None) for name in ("Lund", "Anna Berg")}
    assert cluster_articles(articles, found, people, of) == (("a",), ("b",))
    assert cluster_articles(articles, found, people, dict.fromkeys(of, "Lund")) == (("a", "b"),)


def test_words_of_one_family() -> None:
    assert family_of("arrest") == family_of("capture") == family_of("custody")
    assert family_of("arrest") != family_of("release")
    assert family_of("unheard-of") == "unheard-of"


def test_a_people_that_is_acted_on_is_not_its_country() -> None:
    text = "Three Danes visited Oslo"
    found = told("a", VISIT)[1].events[0]
    spans = {"Three Danes": span_of(text, 0, 11), "The Danes": span_of("The Danes", 0, 9)}
    for words, role, kept in (
        ("Three Danes", "agent", None),
        ("Three Danes", "patient", None),
        ("The Danes", "agent", "c0"),
        ("The Danes", "patient", None),
    ):
        span = spans[words]
        people = Mention(
            "m0", span_of(span.text, span.end - 5, span.end), "place", "nominal", "c0", "s0", via="demonym"
        )
        event = replace(found, arguments=(Argument(role, span, "c0", "dane", True),))
        extraction = Extraction("a", (), (people,), (), (), (), (), (), (event,))
        (facts,) = read_facts(extraction, {}, {("a", "c0"): "denmark"})
        assert facts.who.get(role) == (frozenset({"denmark"}) if kept else None), (words, role)
        assert facts.mention.arguments[0].chain == kept


@pytest.mark.parametrize(("tag", "paged"), [("VBD", True), ("VBG", False)])
def test_what_one_article_tells_in_passing_gets_no_page(tag: str, paged: bool) -> None:
    item, found = told("a", VISIT, ARREST)
    first, second = found.events
    events, event_of = resolved((item, replace(found, events=(first, replace(second, tag=tag)))))
    assert (events[event_of["a", "e1"]].page is not None) == paged


def test_a_mention_without_evidence_is_loose_and_belongs_to_no_page() -> None:
    events, event_of = resolved(told("a", VISIT, ARREST, ("a guard", "arrest", "arrested", "a thief", None)))
    arrest = events[event_of["a", "e1"]]
    assert [ref.event for ref in arrest.mentions] == ["e1"]
    assert [ref.event for ref in arrest.loose] == ["e2"]
    assert ("a", "e2") not in event_of


@pytest.mark.parametrize(
    ("published", "title"),
    [("2031-05-09", "Anna Berg arrested in the court"), ("2031-05-03", "Bergen mourns for Anna Berg")],
)
def test_the_headline_of_what_followed_is_no_title_of_the_event(published: str, title: str) -> None:
    arrest, mourn = (
        ("He", "arrest", "arrested", "Anna Berg", None),
        ("Bergen", "mourn", "mourns", "for Anna Berg", None),
    )
    one, found = told("a", arrest, mourn)
    other, tales = told("b", mourn, arrest)
    events = tuple(replace(item, main=item.lemma == "arrest") for item in tales.events)
    line = "Bergen mourns for Anna Berg"
    later = replace(other, title=line, headline=line, published=published)
    first = replace(one, title="Anna Berg arrested in the court")
    made, event_of = resolved((first, found), (later, replace(tales, events=events)))
    assert made[event_of["b", "e1"]].title.lower() == title.lower()
