"""Which sentences of an article tell its main event, and which something else."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.model import (
    Article,
    Event,
    EventMention,
    EventRef,
    Extraction,
    KnowledgeBase,
    Mention,
    Participant,
    Sentence,
    Span,
    TimeExpression,
)
from generator.resolve.accounts_sentences import best_path, following, main_sentences
from generator.resolve.accounts_tellings import find_tellings

Paragraphs = Sequence[Sequence[str]]


def news(
    paragraphs: Paragraphs,
    *,
    main: dict[str, str],
    other: dict[str, str] | None = None,
    people: Sequence[str] = (),
    dates: dict[str, str] | None = None,
    date: str | None = "2024-03-04",
    published: str | None = "2024-03-05",
    other_people: Sequence[str] = (),
) -> tuple[KnowledgeBase, Event, Event]:
    """One article: `main` and `other` are triggers by sentence id, `people` names, `dates` time expressions with values."""
    text = "\n".join(" ".join(sentences) for sentences in paragraphs)
    found, at = [], 0
    for number, sentences in enumerate(paragraphs):
        for words in sentences:
            start = text.index(words, at)
            found.append(Sentence(f"s{len(found)}", Span(start, start + len(words), words), number))
            at = start + len(words)

    def spans(words: str) -> list[tuple[str, Span]]:
        starts = [start for start in range(len(text)) if text.startswith(words, start)]
        hits = [Span(start, start + len(words), words) for start in starts]
        return [(item.id, span) for span in hits for item in found if item.span.covers(span)]

    mentions = [
        Mention(f"m{name}{number}", span, "person", "name", name, sentence)
        for name in people
        for number, (sentence, span) in enumerate(spans(name))
    ]
    times = [
        TimeExpression(f"t{words}", spans(words)[0][1], value, "as written", spans(words)[0][0])
        for words, value in (dates or {}).items()
    ]
    events, event_of = [], {}
    for name, triggers in (("main", main), ("other", other or {})):
        for sentence, words in triggers.items():
            span = next(span for key, span in spans(words) if key == sentence)
            events.append(EventMention(f"{name}-{sentence}", span, words, "other", (), None, None, sentence, span))
            event_of["a", f"{name}-{sentence}"] = name
    refs = {
        name: tuple(EventRef("a", item.id) for item in events if item.id.startswith(name)) for name in ("main", "other")
    }
    told = Event(
        "main", "A", "other", date, None, tuple(Participant(p, "agent", ()) for p in people[:1]), refs["main"],
        "events/main.md", ("a",),
    )  # fmt: skip
    besides = Event(
        "other", "B", "other", None, None, tuple(Participant(p, "agent", ()) for p in other_people), refs["other"],
        "events/other.md",
    )  # fmt: skip
    article = Article("a", "a.txt", None, None, None, "Gazette", (), published, None, None, "en", text, (), "")
    extraction = Extraction("a", tuple(found), tuple(mentions), (), (), tuple(times), (), (), tuple(events))
    entity_of = {("a", name): name for name in people}
    kb = KnowledgeBase({"a": article}, {"a": extraction}, {}, {"main": told, "other": besides}, (), entity_of, event_of)
    return kb, told, besides


LEAD = ["Ada Moor opened the tidal mill on Monday.", "Moor cut a ribbon of kelp.", "Some 200 guests had come."]


def told(paragraphs: Paragraphs, **more: object) -> set[str]:
    kb, main, _ = news(paragraphs, main={"s0": "opened"}, people=["Moor", "Lund", "Pike"], **more)
    return set(main_sentences(kb, main, "a"))


def test_an_article_of_one_story_is_told_whole() -> None:
    assert told([LEAD, ["Moor thanked the builders.", "The mill gives power to a whole village."]]) == {
        "s0", "s1", "s2", "s3", "s4",
    }  # fmt: skip


def test_another_time_and_what_follows_it_in_the_paragraph() -> None:
    past = [
        "In 1987 a storm destroyed the first mill.",
        "The ruins stood in the bay for years.",
        "Children played there.",
    ]
    back = ["Moor said the new mill would stand for a century.", "Moor has built two others."]
    assert told([LEAD, past, back], dates={"In 1987": "1987"}) == {"s0", "s1", "s2", "s6", "s7"}


def test_a_time_near_the_event_or_the_publication_is_the_same_story() -> None:
    later = ["On Tuesday the mill gave its first power.", "The lamps on the pier were lit."]
    assert told([LEAD, later], dates={"On Tuesday": "2024-03-05"}) == {"s0", "s1", "s2", "s3", "s4"}


def test_the_article_comes_back_to_its_event() -> None:
    kb, main, _ = news(
        [LEAD, ["In 1987 a storm destroyed the first mill.", "The opening was paid for by Moor."]],
        main={"s0": "opened", "s4": "opening"}, people=["Moor"], dates={"In 1987": "1987"},
    )  # fmt: skip
    assert main_sentences(kb, main, "a") == {"s0", "s1", "s2", "s4"}


def test_a_separate_case_and_its_people() -> None:
    aside = ["In a separate case, Lund was fined for poaching oysters."]
    on = ["Lund denied it.", "Lund has until May to pay."]
    assert told([LEAD, aside, on], other={"s3": "fined"}, other_people=["Lund"]) == {"s0", "s1", "s2"}


def test_lines_of_the_page_tell_nothing() -> None:
    assert told([LEAD, ["Read more about mills"], ["Moor will speak at noon."]]) == {"s0", "s1", "s2", "s4"}


def test_speech_stays_with_its_surroundings() -> None:
    speech = ["“It was cold.", "It was wet.", "It was fun,” Moor said."]
    assert {"s3", "s4", "s5"} <= told([LEAD, speech])


def test_sentences_in_an_account_follow() -> None:
    kb, main, _ = news([LEAD, ["In 1987 a storm destroyed the first mill."]], main={"s0": "opened"}, people=["Moor"],
                       dates={"In 1987": "1987"})  # fmt: skip
    (telling,) = find_tellings(kb, main)
    assert [item.id for item in telling.sentences] == ["s0", "s1", "s2"]


def test_no_sentences() -> None:
    kb, main, _ = news([LEAD], main={"s0": "opened"})
    empty = Extraction("a", (), (), (), (), (), (), (), ())
    kb = KnowledgeBase(kb.articles, {"a": empty}, {}, kb.events, (), {}, {})
    assert main_sentences(kb, main, "a") == frozenset()


@pytest.mark.parametrize(
    ("after", "goes_on"),
    [
        ("It lasted nine hours.", True),
        ("The storm lasted nine hours.", True),
        ("They never came back.", True),
        ("The mayor is well.", False),
        ("Fishing is poor this year.", False),
    ],
)
def test_what_goes_on_with_a_background_event(after: str, goes_on: bool) -> None:
    kb, _, besides = news(
        [LEAD, ["A storm destroyed the first mill.", after]], main={"s0": "opened"}, other={"s3": "destroyed"}
    )
    assert ("s4" in following(kb, besides, "a", {"s3"})) is goes_on


def test_a_new_paragraph_or_event_ends_the_background() -> None:
    apart = [LEAD, ["A storm destroyed the first mill."], ["It lasted nine hours."]]
    kb, _, besides = news(apart, main={"s0": "opened"}, other={"s3": "destroyed"})
    assert following(kb, besides, "a", {"s3"}) == {"s3"}
    back = [LEAD, ["A storm destroyed the first mill.", "It was opened again."]]
    kb, _, besides = news(back, main={"s0": "opened", "s4": "opened"}, other={"s3": "destroyed"})
    assert following(kb, besides, "a", {"s3"}) == {"s3"}


@pytest.mark.parametrize(
    ("scores", "changes", "path"),
    [
        ([1.0], [], [True]),
        ([-1.0], [], [False]),
        ([1.0, -1.0, 1.0], [1.0, 1.0], [True, True, True]),
        ([2.0, -3.0, 2.0], [1.0, 1.0], [True, False, True]),
        ([3.0, -0.4, -0.4, -0.4], [1.0, 1.0, 1.0], [True, False, False, False]),
        ([-2.0, 0.5, -2.0], [1.0, 1.0], [False, False, False]),
    ],
)
def test_best_path(scores: list[float], changes: list[float], path: list[bool]) -> None:
    assert best_path(scores, changes) == path
