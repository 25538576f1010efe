"""Which articles tell the same event: a campaign in which every article names the same people, and what linkage asks for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.config import Config
from generator.extract.annotate import annotate
from generator.extract.pipeline import load_pipeline
from generator.model import Article, Extraction
from generator.resolve import resolve
from generator.resolve.events_articles import CERTAIN, link

CASES = {case["id"]: case for case in yaml.safe_load(Path(__file__).with_name("campaign.yaml").read_text("utf-8"))}
CAMPAIGN = sorted(CASES.keys() - {"whale"})


@cache
def told(key: str) -> tuple[Article, Extraction]:
    case = CASES[key]
    title = case["title"]
    article = Article(
        key, f"{key}.md", None, title, title, "Test Post", (), str(case["published"]), None, None, "en",
        f"{title}\n\n{case['text']}", (), "",
    )  # fmt: skip
    return article, annotate(article, load_pipeline("embedded"))


def stories(keys: Iterable[str]) -> list[tuple[str, ...]]:
    """The articles that tell one main event, for each of these events."""
    pairs = [told(key) for key in keys]
    kb = resolve(tuple(article for article, _ in pairs), tuple(found for _, found in pairs), (), Config())
    return sorted(event.main_of for event in kb.events.values() if event.main_of)


def wanted(keys: Sequence[str]) -> list[tuple[str, ...]]:
    events = {CASES[key]["event"] for key in keys}
    return sorted(tuple(sorted(key for key in keys if CASES[key]["event"] == event)) for event in events)


def test_a_campaign_is_not_one_event() -> None:
    assert stories(CAMPAIGN) == wanted(CAMPAIGN)


@pytest.mark.parametrize("event", ["debate", "treasurer", "ballot"])
def test_a_folder_of_one_event_is_one_event(event: str) -> None:
    keys = [key for key in CAMPAIGN if CASES[key]["event"] == event]
    assert stories(keys) == [tuple(keys)]


def test_one_article_of_each_event_stays_alone() -> None:
    keys = ["debate-1", "treasurer-1", "ballot-1"]
    assert stories(keys) == wanted(keys)


def test_the_order_of_the_articles_changes_no_story() -> None:
    assert stories(reversed(CAMPAIGN)) == stories(CAMPAIGN)


def test_an_article_on_something_else_changes_no_story() -> None:
    assert stories([*CAMPAIGN, "whale"]) == sorted([*stories(CAMPAIGN), ("whale",)])


def test_a_cluster_is_certain_on_the_whole() -> None:
    pairs = {("a", "b"): 0.9, ("a", "c"): 0.5, ("b", "c"): 0.5}
    sure = dict.fromkeys(pairs, CERTAIN)
    assert link("abc", pairs, sure) == [("a", "b", "c")]
    assert link("abc", pairs, dict.fromkeys(pairs, CERTAIN - 0.01)) == [("a",), ("b",), ("c",)]


def test_two_that_are_certain_carry_a_third_that_is_less_so() -> None:
    pairs = {("a", "b"): 0.9, ("a", "c"): 0.5, ("b", "c"): 0.5}
    less = CERTAIN * 3 / 2 - 0.49
    assert link("abc", pairs, {("a", "b"): 0.98, ("a", "c"): less, ("b", "c"): less}) == [("a", "b", "c")]
    assert link("abc", pairs, {("a", "b"): 0.95, ("a", "c"): less, ("b", "c"): less}) == [("a", "b"), ("c",)]


ITEMS = "abcdef"
SCORES = st.fixed_dictionaries(
    {(left, right): st.integers(0, 100) for left in ITEMS for right in ITEMS if left < right}
)


@given(SCORES, SCORES)
def test_each_cluster_holds_what_linkage_asks_for(scores: dict, doubts: dict) -> None:
    pairs = {pair: score / 100 for pair, score in scores.items() if score > 28}
    sure = {pair: doubts[pair] / 100 for pair in pairs}
    found = link(ITEMS, pairs, sure)
    assert sorted("".join(map("".join, found))) == list(ITEMS)
    for cluster in found:
        inside = [(left, right) for left in cluster for right in cluster if left < right]
        assert all(pair in pairs for pair in inside)
        assert not inside or sum(sure[pair] for pair in inside) >= CERTAIN * len(inside) - 1e-9
    backwards = link(ITEMS[::-1], dict(reversed(pairs.items())), dict(reversed(sure.items())))
    assert backwards == found
