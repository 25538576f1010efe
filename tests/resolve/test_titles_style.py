"""Titles as readers see them: sentence case, clean headlines, quotation marks, attestation, and what holds for every title."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import Article, Extraction, Sentence
from generator.model.span import span_of
from generator.resolve.titles import make_title
from generator.resolve.titles_attested import Attestation
from generator.resolve.titles_case import Casing, is_title_case
from generator.resolve.titles_headlines import clean_headline, is_closed, is_opinion, is_telling, is_under_way
from generator.resolve.titles_numbers import is_told_in_past
from generator.resolve.titles_style import styled, trimmed
from generator.resolve.titles_words import third_person, words
from tests.resolve.test_titles_golden import ROWS, made
from tests.resolve.title_cases import name_of, read_case

RUNNING = (
    "On Monday the old ferry of Lund Harbor sank near the island. "
    "The crew of the ferry was saved by the Coast Guard, and the Danish minister left New Delhi. "
    "In the harbor, people fear for the fish. Later the Ferry Museum said it would stay closed."
)


def casing(running: str = RUNNING, verbs: frozenset[str] = frozenset({"sinks", "sank"})) -> Casing:
    article = Article("a", "a.md", None, None, None, None, (), None, None, None, "en", running, (), "0")
    place, sentences = 0, []
    for number, text in enumerate(running.split(". ")):
        sentences.append(Sentence(f"s{number}", span_of(running, place, place + len(text)), 0))
        place += len(text) + 2
    found = Extraction("a", tuple(sentences), (), (), (), (), (), (), ())
    return Casing({"a": article}, {"a": found}, verbs)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Old Ferry Sinks Near Lund Harbor", "Old ferry sinks near Lund Harbor"),
        ("Danish Minister Leaves New Delhi After Talks", "Danish minister leaves New Delhi after talks"),
        ("Coast Guard Saves Crew Of Ferry", "Coast Guard saves crew of ferry"),
        ("SpaceX Ferry Fears Are Closed", "SpaceX ferry fears are closed"),
        ("Old ferry sinks near Zorn", "Old ferry sinks near Zorn"),
        ("DANISH FERRY SINKS NEAR HARBOR", "Danish ferry sinks near harbor"),
        ("Ferry Sinks Near Zorn", "Ferry sinks near Zorn"),
    ],
)
def test_headlines_are_written_in_sentence_case(line: str, told: str) -> None:
    assert styled(casing().sentence_case(line)) == told


def test_capitals_of_headlines_are_known_by_their_share() -> None:
    assert is_title_case("Old Ferry Sinks Near Lund")
    assert not is_title_case("Old ferry sinks near Lund Harbor")
    assert not is_title_case("Anna Berg")


def test_words_in_capitals_only_are_written_as_in_running_text() -> None:
    assert casing().quiet("DANISH ferry of NATO") == "Danish ferry of NATO"


@pytest.mark.parametrize(
    ("headline", "told"),
    [
        ("Breaking: Ferry sinks off Oslo", "Ferry sinks off Oslo"),
        ("Breaking News-Ferry sinks off Oslo", "Ferry sinks off Oslo"),
        ("Ferry sinks off Oslo.", "Ferry sinks off Oslo"),
        ("Ferry sinks off Oslo;", "Ferry sinks off Oslo"),
        ("Mayor calls it ‘a bad day.’", "Mayor calls it ‘a bad day’"),
        ("Ferry leaves for the U.S.", "Ferry leaves for the U.S."),
        ("Oslo: ferry sinks", "Oslo: ferry sinks"),
    ],
)
def test_headlines_lose_labels_and_points(headline: str, told: str) -> None:
    assert clean_headline(headline, None) == told


VERBS = frozenset({"sinks", "sink", "share"})


@pytest.mark.parametrize(
    "headline",
    ["Why the ferry sinks off Oslo", "Seven lessons as ferry sinks off Oslo", "Ferry sinks off Oslo as...", "Ferry disaster off Oslo harbor",
     "“Ferry sinks off Oslo”", "Ferry sinks as mayor says ‘never off Oslo", "Examining how ferry sinks off Oslo"],
)  # fmt: skip
def test_what_is_no_whole_headline(headline: str) -> None:
    assert not is_telling(headline, VERBS)


def test_whole_headlines() -> None:
    assert is_telling("Ferry sinks off Oslo as crew watches", VERBS)
    assert is_closed("Mayor’s ferry sinks, ‘no one hurt’")
    assert not is_closed("World’s best’ ferry sinks")
    assert is_opinion("What you should know of the ferry")
    assert is_under_way("Race to reach the ferry")


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ('mayor calls it "a bad day"', "Mayor calls it “a bad day”"),
        ("Lund's ferry", "Lund’s ferry"),
        ("Lund wins the Acme® prize", "Lund wins the Acme prize"),
        ("chief of the U. S. Navy", "Chief of the U.S. Navy"),
        ("‘bad day’ for ferry", "‘Bad day’ for ferry"),
        ("Lund buys it at 3:45 p. m.", "Lund buys it at 3:45 p.m."),
    ],
)
def test_one_style_of_marks(line: str, told: str) -> None:
    assert styled(line) == told


def test_long_lines_are_cut_between_words() -> None:
    line = trimmed("ferry " * 40)
    assert len(line) <= 110
    assert line.endswith("ferry…")
    assert trimmed("A short line.") == "A short line"


def test_what_most_accounts_say_is_attested_best() -> None:
    known = Attestation([["Ferry sinks off Oslo"], ["Old ferry sank near Oslo harbor"], ["Minister visits ferry line"]])
    assert known.score("Ferry sinks off Oslo") > known.score("Minister visits a line")
    assert known.score("Nothing alike") == 0.0


@pytest.mark.parametrize(("verb", "flags", "marked"), [tuple(row[1:4]) for row in ROWS])
def test_every_title_is_whole_short_and_in_the_words_of_its_clause(verb: str, flags: str, marked: str) -> None:
    title = made(verb, flags, marked)
    if title == "-":
        return
    told = styled(title)
    parts = told.split()
    assert told[0].isupper()
    assert len(told) <= 110
    assert parts[-1].lower().strip("”’") not in words("dangling") | words("determiners")
    assert told.count("“") == told.count("”")
    assert "  " not in told
    text = read_case(marked, verb).text
    names = {word for name, _ in (name_of(f"c{number}") for number in range(8)) for word in name.split()}
    inflected = {form for word in text.lower().split() for form in (word.strip('.,"'), word.strip('.,"')[:3])}
    for word in title.split():
        bare = word.strip(".,\"'")
        known = bare in names or bare.lower() in inflected or bare.lower()[:3] in inflected
        assert known or bare in ("is", "are", "to", "be", "and", verb, third_person(verb)), (bare, text)


def test_a_title_stays_away_from_what_is_no_fact() -> None:
    case = read_case("[agent:c0 Berg] should have *left* [patient:c1 Oslo].", "leave")
    assert make_title(case.mention, case.text, name_of, None, case.around) is None


def test_the_ceremony_of_something_is_not_the_thing() -> None:
    case = read_case(
        "[agent:c7 The ceremony of the Harbor Council] *opened* [patient the week] in [place:c1 Oslo].", "open"
    )
    first, *others = case.mention.arguments
    mention = replace(case.mention, arguments=(replace(first, head="ceremony"), *others))
    title = make_title(mention, case.text, name_of, None, case.around)
    assert title is not None
    assert title.text == "Ceremony of the Harbor Council opens the week in Oslo"


@pytest.mark.parametrize(
    ("marked", "verb", "told"),
    [
        ("[agent:c0 Berg] *left* [patient:c1 Oslo]", "leave", False),
        ("[agent Two captains] *left* [patient:c1 Oslo]", "leave", True),
        ("[patient:c0 Berg] nearly *died* in [place:c1 Oslo]", "die", False),
        ("[agent Staff] *busted* in [place:c1 Oslo]", "bust", None),
    ],
)
def test_a_headline_in_the_past_tense_is_known(marked: str, verb: str, told: bool | None) -> None:
    assert is_told_in_past(read_case(marked, verb).mention) is told
