"""Accounts compared, on knowledge bases built by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import (
    Argument,
    Article,
    Chain,
    Entity,
    Event,
    EventMention,
    EventRef,
    Evidence,
    Extraction,
    KnowledgeBase,
    Mention,
    Participant,
    Place,
    Quantity,
    Quote,
    Sentence,
    TimeExpression,
    Utterance,
)
from generator.model.span import span_of
from generator.resolve.accounts import compare_accounts
from generator.resolve.accounts_people import compare_who
from generator.resolve.accounts_tellings import find_tellings
from generator.resolve.accounts_values import days_apart, noun_class, same_number, wider_class


def spot(text, words):
    start = text.index(words)
    return span_of(text, start, start + len(words))


def article(key, text, **more):
    fields = {"publisher": key.title(), "published": "2024-11-29", **more}
    return Article(
        key, f"{key}.txt", None, None, None, authors=(), updated=None, retrieved=None, language="en", text=text,
        removed=(), digest="", **fields,
    )  # fmt: skip


def count(text, words, number, noun, **more):
    """A figure: `words` as written, exact unless told."""
    fields = {"low": number, "high": number, "unit": None, "of": noun, "hedge": None, "said_by": None, **more}
    of_span = spot(text, fields.pop("nouns")) if "nouns" in fields else None
    return Quantity("", spot(text, words), of_span=of_span, sentence="s0", **fields)


def telling(
    text, trigger, *, lemma="crash", quantities=(), time=None, place=None, attribution=None, agents=(), quotes=()
):
    """An extraction of one sentence with one event mention; chains are named after the words of their mentions."""
    people = [*agents, *(item for item in (place, attribution) if item)]
    mentions = tuple(
        Mention(f"m{n}", spot(text, words), "place" if words == place else "person", "name", words, "s0")
        for n, words in enumerate(people)
    )
    times = (TimeExpression("t0", spot(text, time[0]), time[1], time[2], "s0"),) if time else ()
    event = EventMention(
        "e0", spot(text, trigger), lemma, "accident", tuple(Argument("agent", spot(text, a), a) for a in agents),
        "t0" if time else None, place, "s0", span_of(text, 0, len(text)), attribution=attribution, main=True,
    )  # fmt: skip
    return {
        "sentences": (Sentence("s0", span_of(text, 0, len(text)), 0),),
        "mentions": mentions,
        "chains": tuple(Chain(m.chain, m.type, m.chain, (m.id,)) for m in mentions),
        "times": times,
        "quantities": tuple(replace(item, id=f"n{n}") for n, item in enumerate(quantities)),
        "quotes": quotes,
        "events": (event,),
    }


def base(texts, tellings, entities=(), same=None, date=None, utterances=(), kind="accident", **articles):
    """A knowledge base in which every article tells one event; an entity's id is its chain's name, or what `same` says."""
    same = same or {}
    extractions = {key: Extraction(article=key, roles=(), **found) for key, found in zip(texts, tellings, strict=True)}
    entity_of = {
        (key, chain.id): same.get(chain.id, chain.id) for key, found in extractions.items() for chain in found.chains
    }
    known = {item.id: item for item in entities}
    for key in entity_of.values():
        known.setdefault(key, Entity(key, key, "person", (), (), None))
    people = {}
    for key, found in extractions.items():
        for argument in found.events[0].arguments:
            people.setdefault(entity_of[key, argument.chain], []).append(Evidence(key, "s0", argument.span))
    event = Event(
        "x", "X", kind, date, None, tuple(Participant(who, "agent", tuple(said)) for who, said in people.items()),
        tuple(EventRef(key, "e0") for key in texts), "events/x.md", main_of=tuple(texts),
    )  # fmt: skip
    known_articles = {key: article(key, text, **articles.get(key, {})) for key, text in texts.items()}
    return KnowledgeBase(
        known_articles,
        extractions,
        known,
        {"x": event},
        tuple(utterances),
        entity_of,
        {(key, "e0"): "x" for key in texts},
    )


def facets(kb, kind):
    return [facet for facet in compare_accounts(kb).events["x"].facets if facet.kind == kind]


def verdicts(kb, kind):
    return [(facet.label, facet.verdict) for facet in facets(kb, kind)]


def figures(left, right, *quantities):
    texts = {"left": left, "right": right}
    found = [[item for item in quantities if spotted(text, item)] for text in texts.values()]
    return base(
        texts, [telling(text, "crash", quantities=own) for text, own in zip(texts.values(), found, strict=True)]
    )


def spotted(text, item):
    return text[item.span.start : item.span.end] == item.span.text and (
        item.of_span is None or text[item.of_span.start : item.of_span.end] == item.of_span.text
    )


LEFT = "More than 10,000 soldiers saw the crash."
RIGHT = "Over ten thousand troops saw the crash."


def test_figures_in_other_words_agree() -> None:
    kb = figures(
        LEFT,
        RIGHT,
        count(LEFT, "10,000", 10000, "soldier", high=None, hedge="more than", nouns="soldiers"),
        count(RIGHT, "ten thousand", 10000, "troop", high=None, hedge="over", nouns="troops"),
    )
    (facet,) = facets(kb, "figure")
    assert (facet.verdict, facet.label) == ("agree", "Soldiers")
    assert facet.note == "in different words: “soldiers” and “troops”"
    assert [cell.evidence.span.text for cell in facet.cells] == [
        "More than 10,000 soldiers",
        "Over ten thousand troops",
    ]
    assert [cell.value for cell in facet.cells] == [10000, 10000]


def test_a_sum_stands_for_its_parts() -> None:
    left, right = "Six Danish and five Swedish ferries met in the crash.", "Eleven ferries met in the crash."
    six = count(left, "Six", 6, "ferry", nouns="Swedish ferries")
    five = count(left, "five", 5, "ferry", nouns="Swedish ferries")
    both = count(left, "Six Danish and five Swedish ferries", 11, "ferry", parts=("n0", "n1"), nouns="Swedish ferries")
    kb = figures(left, right, six, five, both, count(right, "Eleven", 11, "ferry", nouns="ferries"))
    assert verdicts(kb, "figure") == [("Ferries", "agree")]


def test_tolls_differ() -> None:
    left, right = "At least 34 people were killed in the crash.", "The crash killed 60 people."
    kb = figures(
        left,
        right,
        count(left, "34", 34, "people", high=None, hedge="at least", predicate="dead", nouns="people"),
        count(right, "60", 60, "people", predicate="dead", nouns="people"),
    )
    assert verdicts(kb, "figure") == [("Dead", "differ")]


@pytest.mark.parametrize(
    ("left", "right", "first", "second"),
    [
        ("34 people were killed in the crash.", "60 people were hurt in the crash.", ("34", "people", "dead"), ("60", "people", "injured")),
        ("34 people were killed in the crash.", "The crash killed people, including 12 nurses.", ("34", "people", "dead"), ("12", "nurse", "dead")),
        ("In the crash 34 boats sank.", "In the crash 60 masts sank.", ("34", "boat", "sink"), ("60", "mast", "sink")),
        ("In the crash 34 red boats sank.", "In the crash 60 blue boats sank.", ("34", "boat", "sink"), ("60", "boat", "sink")),
    ],
)  # fmt: skip
def test_what_may_be_another_thing_stands_alone(left, right, first, second) -> None:
    found = []
    for text, (number, noun, predicate) in ((left, first), (right, second)):
        nouns = next(words for words in (f"red {noun}s", f"blue {noun}s", f"{noun}s", noun) if words in text)
        found.append(count(text, number, int(number), noun, predicate=predicate, nouns=nouns))
    kb = figures(left, right, *found)
    assert {verdict for _, verdict in verdicts(kb, "figure")} == {"only here"}


def test_two_values_in_one_article_are_no_rivals_of_a_third() -> None:
    left, right = "The crash killed 34 people, then 60 people died.", "The crash killed 90 people."
    kb = figures(
        left,
        right,
        count(left, "34", 34, "people", predicate="dead"),
        count(left, "60", 60, "people", predicate="dead"),
        count(right, "90", 90, "people", predicate="dead"),
    )
    assert "differ" not in [verdict for _, verdict in verdicts(kb, "figure")]


def test_a_value_and_its_absence_do_not_differ() -> None:
    left, right = "34 people were killed in the crash.", "People were killed in the crash."
    kb = figures(left, right, count(left, "34", 34, "people", predicate="dead", nouns="people"))
    assert verdicts(kb, "figure") == [("Dead", "only here")]


def dated(left, right, **more):
    texts = {"left": f"The crash was on {left[0]}.", "right": f"The crash was on {right[0]}."}
    found = [telling(text, "crash", time=time) for text, time in zip(texts.values(), (left, right), strict=True)]
    return base(texts, found, **more)


def test_a_coarser_date_that_holds_the_finer_one_agrees() -> None:
    kb = dated(("Friday", "2024-11-29", "published 2024-11-29, a Friday"), ("November", "2024-11", "as written"))
    assert verdicts(kb, "when") == [("When", "agree")]


@pytest.mark.parametrize(("word", "shown"), [("Sunday", 2), ("Friday", 3)])
def test_a_weekday_without_a_date_is_shown_only_where_others_have_the_same_word(word: str, shown: int) -> None:
    days = ("Friday", "2024-11-29", "published 2024-11-29, a Friday")
    texts = dict.fromkeys(("left", "middle"), "The crash was on Friday.") | {"right": f"The crash was on {word}."}
    found = [telling(text, "crash", time=days) for text in list(texts.values())[:2]]
    found.append(telling(texts["right"], "crash", time=(word, None, "no publication date")))
    (facet,) = facets(base(texts, found), "when")
    assert (facet.verdict, len(facet.cells)) == ("agree", shown)


def test_two_days_differ() -> None:
    kb = dated(("25 November", "2024-11-25", "as written"), ("27 November", "2024-11-27", "as written"))
    assert verdicts(kb, "when") == [("When", "differ")]


def test_neighboring_days_reckoned_from_publication_do_not_differ() -> None:
    kb = dated(("Friday", "2024-11-29", "published 2024-11-29, a Friday"), ("28 November", "2024-11-28", "as written"))
    (facet,) = facets(kb, "when")
    assert facet.verdict == "agree"
    assert facet.note.startswith("one day apart")


def test_an_unresolved_weekday_does_not_differ_from_a_date() -> None:
    kb = dated(("Friday", None, "no publication date"), ("25 November", "2024-11-25", "as written"))
    assert verdicts(kb, "when") == [("When", "side by side")]


def test_the_stamp_of_a_message_is_no_date() -> None:
    days = ("Friday", "2024-11-29", "published 2024-11-29, a Friday")
    texts = {
        "left": "The crash was on Friday.",
        "right": "The crash as seen by (@otter) November 30, 2024 from the pier.",
    }
    stamp = ("November 30, 2024", "2024-11-30", "as written")
    found = [telling(text, "crash", time=time) for text, time in zip(texts.values(), (days, stamp), strict=True)]
    (facet,) = facets(base(texts, found), "when")
    assert [cell.article for cell in facet.cells] == ["left"]


def placed(left, right, entities):
    texts = {"left": f"The crash was in {left}.", "right": f"The crash was in {right}."}
    return base(
        texts,
        [telling(text, "crash", place=name) for text, name in zip(texts.values(), (left, right), strict=True)],
        entities,
    )


def city(name, country):
    return Entity(name, name, "place", (), (), None, country=country, place=Place("city", "no"))


NORWAY = Entity("Norway", "Norway", "place", (), (), None, place=Place("country", "no"))


def test_a_city_inside_the_country_agrees_and_two_cities_differ() -> None:
    oslo, bergen = city("Oslo", "Norway"), city("Bergen", "Norway")
    assert verdicts(placed("Oslo", "Norway", (oslo, NORWAY)), "where") == [("Where", "agree")]
    assert verdicts(placed("Oslo", "Bergen", (oslo, bergen)), "where") == [("Where", "differ")]


@pytest.mark.parametrize(
    ("text", "place", "told"),
    [
        ("The ferry to Bergen turned back after the crash.", "Bergen", False),
        ("The Bergen ferry was lost in a crash.", "Bergen", False),
        ("The crash was seen on the way to Mars.", "Mars", False),
        ("The crash happened on Mars.", "Mars", True),
        ("After the crash the ferry went to Bergen.", "Bergen", True),
    ],
)
def test_a_goal_that_was_not_reached_is_no_place(text: str, place: str, told: bool) -> None:
    kb = base({"left": text}, [telling(text, "crash", place=place)], (city(place, "Norway"),))
    assert bool(facets(kb, "where")) == told


def test_the_place_of_one_account_is_found_in_the_other() -> None:
    texts = {"left": "The crash was in Oslo.", "right": "A crash shook people in Oslo."}
    found = [telling(texts["left"], "crash", place="Oslo"), telling(texts["right"], "crash", agents=("Oslo",))]
    found[1]["mentions"] = tuple(replace(item, type="place") for item in found[1]["mentions"])
    kb = base(texts, found, (city("Oslo", "Norway"),))
    assert verdicts(kb, "where") == [("Where", "agree")]
    assert compare_accounts(kb).events["x"].place == "Oslo"


@pytest.mark.parametrize(
    ("right", "verdict"),
    [("A crash of two ferries shook the harbor.", "agree"), ("Somebody talked of another crash.", "side by side")],
)
def test_clauses_agree_that_share_more_than_the_word_for_the_happening(right: str, verdict: str) -> None:
    texts = {"left": "The ferries met in a crash.", "right": right}
    kb = base(texts, [telling(text, "crash") for text in texts.values()])
    assert verdicts(kb, "what") == [("What", verdict)]


def test_who_says_what_one_names_beyond_the_other() -> None:
    texts = {"left": "Ann and Bob saw the crash.", "right": "Ann saw the crash."}
    kb = base(
        texts,
        [telling(texts["left"], "crash", agents=("Ann", "Bob")), telling(texts["right"], "crash", agents=("Ann",))],
    )
    (facet,) = facets(kb, "who")
    assert (facet.verdict, facet.note) == ("agree", "only Left names Bob")


def test_whom_an_article_names_elsewhere_is_not_only_in_the_other() -> None:
    texts = {"left": "Ann and Bob saw the crash.", "right": "Ann saw the crash, not Bob."}
    kb = base(
        texts,
        [
            telling(texts["left"], "crash", agents=("Ann", "Bob")),
            telling(texts["right"], "crash", agents=("Ann",), attribution="Bob"),
        ],
    )
    (facet,) = facets(kb, "who")
    assert (facet.verdict, facet.note) == ("agree", "")


def test_who_acts_in_one_account_and_suffers_in_the_other_does_not_agree() -> None:
    texts = {"left": "Ann saw the crash.", "right": "The crash hurt Ann."}
    found = [telling(text, "crash", agents=("Ann",)) for text in texts.values()]
    event = found[1]["events"][0]
    found[1]["events"] = (replace(event, arguments=tuple(replace(a, role="patient") for a in event.arguments)),)
    assert verdicts(base(texts, found), "who") == [("Who", "side by side")]


def test_the_agency_of_a_dateline_takes_no_part() -> None:
    text = "OSLO (Otter Press Agency) - Ann saw the crash."
    kb = base({"left": text}, [telling(text, "crash", agents=("Otter Press Agency", "Ann"))])
    (facet,) = compare_who(kb, replace(kb.events["x"], participants=()), find_tellings(kb, kb.events["x"]))
    assert [cell.value for cell in facet.cells] == ["Ann"]


def test_accusers_differ_in_extent() -> None:
    texts = {
        "left": "Ann and Bob accused sailors after yesterday's terrible harbor crash.",
        "right": "Ann accused sailors after yesterday's terrible harbor crash.",
    }
    found = [telling(texts["left"], "crash", agents=("Ann", "Bob")), telling(texts["right"], "crash", agents=("Ann",))]
    (facet,) = facets(base(texts, found, kind="accuse"), "attribution")
    assert (facet.verdict, facet.note) == ("differ", "differ in extent: both: Ann; only Left: Bob")


def quoted(texts, *groups):
    found, quotes = [], []
    for key, text in texts.items():
        spans = tuple(spot(text, words) for words in groups if words in text)
        own = (Quote("q0", spans, spans, None, None, None, "direct", None, ("s0",)),)
        found.append(telling(text, "crash", quotes=own))
        quotes.append((key, "q0"))
    return base(texts, found, utterances=(Utterance("u0", tuple(quotes), None),))


def test_a_shared_quotation_agrees_stretch_by_stretch() -> None:
    texts = {
        "left": "“The sea was calm and blue,” he said of the crash, “until the whistle blew twice.”",
        "right": "Before the crash “the sea was blue and calm” and then “until the whistle blew twice.”",
    }
    stretches = ("The sea was calm and blue,", "until the whistle blew twice.", "the sea was blue and calm")
    found = facets(quoted(texts, *stretches), "quote")
    assert [(facet.verdict, facet.note) for facet in found] == [("agree", "in different wordings"), ("agree", "")]


def test_a_word_of_it_that_stands_alone_is_not_compared_where_the_article_has_the_sentence() -> None:
    texts = {
        "left": "“Today, warm ties between the islands are growing in every field,” he said of the crash.",
        "right": "He hailed “growing” ties after the crash: “Warm ties between the islands are now growing in all fields.”",
    }
    stretches = (
        "Today, warm ties between the islands are growing in every field,",
        "growing",
        "Warm ties between the islands are now growing in all fields.",
    )
    kb = quoted(texts, *stretches)
    one_word = replace(kb.extractions["left"].quotes[0], spans=(spot(texts["left"], stretches[0]),))
    left = replace(kb.extractions["left"], quotes=(replace(one_word, quoted=one_word.spans),))
    (facet, *_) = facets(replace(kb, extractions={**kb.extractions, "left": left}), "quote")
    assert [cell.evidence.span.text for cell in facet.cells] == [stretches[0], stretches[2]]


def test_who_is_shown_by_the_name_in_the_sentence_where_the_event_has_a_pronoun() -> None:
    text = "After the crash Ann waited, and Bob thanked her."
    found = telling(text, "crash", agents=("Ann", "her"))
    mentions = (found["mentions"][0], replace(found["mentions"][1], kind="pronoun", chain="Ann"))
    event = found["events"][0]
    event = replace(event, arguments=(Argument("agent", spot(text, "her"), "Ann"),))
    kb = base({"left": text}, [{**found, "mentions": mentions, "events": (event,)}])
    kb = replace(kb, events={"x": replace(kb.events["x"], participants=(
        Participant("Ann", "agent", (Evidence("left", "s0", spot(text, "her")),)),))})  # fmt: skip
    (facet,) = compare_who(kb, kb.events["x"], find_tellings(kb, kb.events["x"]))
    assert [cell.evidence.span.text for cell in facet.cells] == ["Ann"]


def test_a_copy_is_no_second_account() -> None:
    texts = {"left": LEFT, "right": LEFT}
    kb = base(texts, [telling(LEFT, "crash"), telling(LEFT, "crash")], right={"copy_of": "left"})
    event = compare_accounts(kb).events["x"]
    assert [account.article for account in event.accounts] == ["left"]
    assert [(facet.kind, facet.verdict) for facet in event.facets] == [("what", "only here")]


def test_all_evidence_is_verbatim() -> None:
    kb = dated(("Friday", "2024-11-29", "published 2024-11-29, a Friday"), ("November", "2024-11", "as written"))
    for facet in compare_accounts(kb).events["x"].facets:
        for cell in facet.cells:
            span = cell.evidence.span
            assert kb.articles[cell.article].text[span.start : span.end] == span.text != ""


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [
        ("2024-11-29", "2024-11", 0),
        ("2024-11-29", "2024-11-25/2024-12-01", 0),
        ("2024-11-29T15:00", "2024-11-29", 0),
        ("2024-11-29", "2024-12-02", 3),
        ("202X", "2019-12-31", 1),
        ("2024-11-29", "XXXX-11", None),
    ],
)
def test_days_apart(left, right, apart) -> None:
    assert days_apart(left, right) == days_apart(right, left) == apart


def figure(low, high, hedge=None):
    return Quantity("n", span_of("1", 0, 1), low, high, None, None, None, hedge, None, "s0")


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        (figure(10000, None, "more than"), figure(10000, None, "over"), True),
        (figure(10000, None, "more than"), figure(12000, 12000), True),
        (figure(10000, None, "more than"), figure(40000, 40000), False),
        (figure(34, None, "at least"), figure(60, None, "at least"), False),
        (figure(200, 200, "about"), figure(210, 210), True),
        (figure(200, 200), figure(210, 210), False),
        (figure(24, None), figure(34, 34), True),
        (figure(10, 20), figure(15, 15), True),
        (figure(None, 50, "up to"), figure(45, 45), True),
    ],
)
def test_same_number(left, right, same) -> None:
    assert same_number(left, right) == same_number(right, left) == same


def test_sums_of_money_and_measures_agree_only_when_equal() -> None:
    assert not same_number(figure(20, 30), figure(29, 29), count=False)
    assert not same_number(figure(5967, None, "as low as"), figure(7265, 7265), count=False)
    assert same_number(figure(40, 40, "about"), figure(40, 40), count=False)


def test_ages_of_the_same_noun_differ() -> None:
    left = "The crash hurt a five-year-old boy in the harbor; the boy is a sailor's boy."
    right = "In the harbor the crash hurt a six-year-old boy; the boy was the only boy there."
    kb = figures(
        left,
        right,
        count(left, "five-year-old", 5, "age", unit="year", nouns="boy"),
        count(right, "six-year-old", 6, "age", unit="year", nouns="boy"),
    )
    assert verdicts(kb, "figure") == [("Age of the boy", "differ")]


def test_a_converted_measure_agrees() -> None:
    left, right = (
        "The crash left a crater that was 40 meters across.",
        "After the crash a crater of 130 feet was left across.",
    )
    kb = figures(
        left, right, count(left, "40 meters", 40, None, unit="m"), count(right, "130 feet", 130, None, unit="foot")
    )
    assert verdicts(kb, "figure") == [("Distance or size", "agree")]


def test_words_for_one_thing() -> None:
    assert noun_class("troop") == noun_class("soldier")
    assert wider_class("passenger") == wider_class("people") == "person"
    assert noun_class("anchor") == wider_class("anchor") == "anchor"
