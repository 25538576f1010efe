"""What is called "only here": news that no other account has as a fact, and no crumbs of the page."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.model import EventMention, Extraction, KnowledgeBase, Quantity
from generator.resolve.accounts_lines import Lines
from generator.resolve.accounts_only import figure_keys, is_news, told_in_facts
from generator.resolve.accounts_shared import find_alone
from generator.resolve.accounts_tellings import Telling
from tests.resolve.test_accounts_shared import base, extraction

LINE = "The ferry sank near the northern lighthouse in heavy fog."


def alone(kb: KnowledgeBase) -> dict[str, tuple[str, ...]]:
    return find_alone(kb, [Telling(key, True, (), item.sentences) for key, item in sorted(kb.extractions.items())])


def counted(key: str, text: str, number: str, value: float, **more: str) -> Extraction:
    """One sentence with one figure."""
    found = extraction(key, [text])
    at = text.index(number)
    span = replace(found.sentences[0].span, start=at, end=at + len(number), text=number)
    fields = {"unit": None, "of": None, **more}
    figure = Quantity("q0", span, value, value, fields["unit"], fields["of"], None, None, None, "s0")
    return replace(found, quantities=(figure,))


@pytest.mark.parametrize(
    "text",
    [
        "Is the captain of the northern ferry right?",
        "“The ferry sank near the northern lighthouse,” the captain said.",
        "We found rust near the northern lighthouse of the harbor.",
        "The ferry sank near the northern lighthouse pic.twitter.com/abc.",
        "The captain wrote from @harbor near the northern lighthouse.",
        "Ann Lee is a staff writer in the northern harbor district.",
        "Captain pictured near the northern lighthouse of the harbor.",
        "Ann Lee reported from the northern harbor district.",
        "The northern lighthouse in heavy fog",
        "and the ferry sank near the northern lighthouse.",
        "He left the northern lighthouse harbor in heavy fog.",
        "The captain did not answer a request for comment of the gazette.",
    ],
)
def test_crumbs_are_no_news(text: str) -> None:
    kb = base(extraction("a", [text]))
    kb = replace(kb, articles={"a": replace(kb.articles["a"], authors=("Ann Lee",))})
    assert [line for line in Lines(kb).of("a") if is_news(kb, line)] == []


def test_news_is_news() -> None:
    kb = base(extraction("a", [LINE]))
    assert [line.sentence.span.text for line in Lines(kb).of("a") if is_news(kb, line)] == [LINE]


def test_the_same_figure_of_the_same_thing_is_told_by_both() -> None:
    left = counted("alpha", "Surgeons needed a three-hour operation for the sailor.", "three-hour", 3, unit="hour")
    right = counted("beta", "Three hours passed before doctors were done.", "Three hours", 3, unit="hour")
    other = counted("beta", "Four hours passed before doctors were done.", "Four hours", 4, unit="hour")
    assert alone(base(left, right)) == {"alpha": (), "beta": ()}
    assert alone(base(left, other)) == {"alpha": ("s0",), "beta": ("s0",)}


def test_one_of_something_says_nothing() -> None:
    figure = counted("a", "A sailor lost one boat there.", "one", 1, of="boat").quantities[0]
    assert figure_keys(figure) == set()


@pytest.mark.parametrize(("kind", "told"), [("accident", {0, 1}), ("other", set())])
def test_happenings_of_one_type_that_mean_the_same(kind: str, told: set[int]) -> None:
    texts = {"a": LINE, "b": "The ship went down in fog by the lighthouse."}
    made = []
    for key, text in texts.items():
        found = extraction(key, [text], vectors=True)
        span = found.sentences[0].span
        made.append(replace(found, events=(EventMention("e0", span, "sink", kind, (), None, None, "s0", span),)))
    kb = base(*made)
    assert told_in_facts(kb, [line for key in texts for line in Lines(kb).of(key)]) == told
