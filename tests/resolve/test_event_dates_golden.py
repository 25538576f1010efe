"""When the events of whole short articles happened, from text to date; and times of day compared."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from generator.config import Config
from generator.extract.annotate import annotate
from generator.extract.pipeline import load_pipeline
from generator.model import Article, Facet, KnowledgeBase
from generator.resolve import resolve

CASES = yaml.safe_load(Path(__file__).with_name("event_dates_golden.yaml").read_text(encoding="utf-8"))
# Of so many dates that are as a reader has them; a fall below is a fault. A wrong one is worse than none.
FLOOR = 30
MAX_WRONG = 1


def base(*told: tuple[str, str, str]) -> KnowledgeBase:
    articles = tuple(
        Article(
            f"a{n}", f"a{n}.md", None, title, title, f"Post {n}", (), published or None, None, None, "en",
            f"{title}\n\n{text}", (), "",
        )
        for n, (title, published, text) in enumerate(told)
    )  # fmt: skip
    nlp = load_pipeline("embedded")
    return resolve(articles, tuple(annotate(article, nlp) for article in articles), (), Config())


@cache
def outcomes() -> tuple[tuple[str, str, str | None, str | None], ...]:
    rows = []
    for case in CASES:
        kb = base((case["title"], str(case["published"]), case["text"]))
        for word, date in case["dates"].items():
            dates = [event.date for event in kb.events.values() if tells(kb, event, word)]
            rows.append((case["title"], word, date, next((found for found in dates if found), None)))
    return tuple(rows)


def tells(kb, event, word) -> bool:
    return any(kb.event_mention(ref.article, ref.event).trigger.text.split()[0] == word for ref in event.mentions)


def test_dates_are_as_a_reader_has_them() -> None:
    wrong = [row for row in outcomes() if row[2] != row[3]]
    assert len(outcomes()) - len(wrong) >= FLOOR, wrong


def test_hardly_a_date_is_wrong() -> None:
    wrong = [row for row in outcomes() if row[3] is not None and row[2] != row[3]]
    assert len(wrong) <= MAX_WRONG, wrong


def clock_rows(left: str, right: str) -> list[Facet]:
    title = "Fire destroys mill in Ardley"
    lead = "A fire destroyed the old paper mill in Ardley on Tuesday."
    kb = base((title, "2031-06-05", f"{lead} {left}"), (title, "2031-06-05", f"{lead} {right}"))
    (event,) = (event for event in kb.events.values() if len(event.main_of) == 2)
    return [facet for facet in event.facets if facet.label == "Time of day"]


def test_beginnings_at_different_times_differ() -> None:
    (row,) = clock_rows("The fire started shortly after 10pm.", "It broke out at about 9:40 p.m. in the main hall.")
    assert row.verdict == "differ"
    assert {cell.value for cell in row.cells} == {"2031-06-03T22:00~", "2031-06-03T21:40~"}


def test_beginnings_at_about_the_same_time_agree() -> None:
    (row,) = clock_rows("The fire started at about 10pm.", "The fire broke out at 9:50 p.m. in the main hall.")
    assert row.verdict == "agree"


def test_other_moments_are_no_row_unless_they_agree() -> None:
    assert clock_rows("The fire started at 10pm.", "The last firefighters left the mill at 4:30 a.m.") == []
    (row,) = clock_rows("The roof fell in at 1:15 a.m.", "The mill lost its roof at 1:15 a.m.")
    assert row.verdict == "agree"
