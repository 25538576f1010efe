"""The index of events by date, and how long lists are cut into pages."""

from __future__ import annotations

import gzip
import re
from dataclasses import replace

import pytest

from generator.compile import render_page
from generator.compile.chunks import chunks, month_key, period_title, year_key
from generator.compile.site import Site
from generator.compile.timeline import compile_timeline
from generator.config import Config
from generator.model import Event, KnowledgeBase
from tests.compile.pages import section

INDEX = "events/index.md"
STORM = "storm-closes-port"
# What a page of the theme weighs with nothing in it, and what a page may weigh.
EMPTY_PAGE, MAX_PAGE = 5_000, 40_000


def events_on(kb: KnowledgeBase, dates: list[str | None]) -> KnowledgeBase:
    """The knowledge base with a storm on each of these dates instead of its events."""
    storm = replace(kb.events[STORM], date_words=(), date_reasons=())
    made = {
        f"storm-{number:05}": replace(
            storm, id=f"storm-{number:05}", title=f"Storm {number} closes the port of Lunda for the rest of the week",
            date=date, page=f"events/storm-{number:05}.md",
        )
        for number, date in enumerate(dates)
    }  # fmt: skip
    return replace(kb, events=made, event_of={})


def event_on(kb: KnowledgeBase, date: str | None) -> Event:
    return replace(kb.events[STORM], date=date)


def index_of(kb: KnowledgeBase) -> str:
    return next(page.body for page in compile_timeline(Site(kb, Config())) if page.path == INDEX)


class TestIndex:
    def test_years_months_and_days_as_far_as_they_are_known(self, kb) -> None:
        body = index_of(events_on(kb, ["2024-06-29", "2024-06", "2024-02-01", "2018", "201X", None]))
        order = [
            "## 2024", "### June 2024", '<span class="when">29 June</span>', '<span class="when">June</span>',
            "### February 2024", '<span class="when">1 Feb</span>', "## 2018", "## The 2010s", "## Date not known",
        ]  # fmt: skip
        places = [body.index(item) for item in order]
        assert places == sorted(places)
        assert "### 2018" not in body

    def test_a_year_with_months_says_where_the_month_is_not_known(self, kb) -> None:
        body = index_of(events_on(kb, ["2018-03-01", "2018"]))
        assert body.index("### March 2018") < body.index("### 2018, month not known")

    def test_a_weekday_without_a_date_has_its_own_heading(self, kb, pages) -> None:
        undated = section(pages[INDEX].body, "Date not known")
        assert "### A Friday, date not known" in undated

    def test_the_lead_counts_what_is_not_dated(self, kb, pages) -> None:
        assert "3 events, the latest first; the date of 1 of them is not known." in pages[INDEX].body
        assert "1 event, the latest first." in index_of(events_on(kb, ["2018"]))

    def test_a_line_says_what_it_is_and_how_much_is_told(self, pages) -> None:
        body = pages[INDEX].body
        assert "Talks, Port Marin; 2 articles; accounts differ on 1 point</span>" in body
        assert "Agreement; told in the background of 2 articles</span>" in body

    def test_it_leads_to_the_figures(self, pages) -> None:
        assert "(../figures/index.md)" in pages[INDEX].body


class TestLongIndex:
    @pytest.fixture(scope="class")
    def many(self, kb):
        days = [f"{2000 + n % 8}-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(4000)]
        days += ["2024-06-12"] * 700 + [None] * 300
        return {page.path: page for page in compile_timeline(Site(events_on(kb, days), Config()))}

    def test_the_index_leads_to_its_parts(self, many) -> None:
        body = many[INDEX].body
        assert "[June 2024, part 1 of 3](by-date/2024-06-part-1.md)" in body
        assert "[Date not known](by-date/undated.md)" in body
        linked = {f"events/{path}" for path in re.findall(r"\]\((by-date/[^)]+)\)", body)}
        assert linked == {path for path in many if path.startswith("events/by-date/")}

    def test_every_event_is_on_one_page(self, many) -> None:
        listed = [
            name
            for path, page in many.items()
            if path.startswith("events/by-date/")
            for name in re.findall(r"\]\(\.\./(storm-\d+)\.md\)", page.body)
        ]
        assert len(listed) == len(set(listed)) == 5000

    def test_no_page_is_heavy(self, many) -> None:
        for path, page in many.items():
            if path.startswith(("events/by-date/", "events/index")):
                assert len(gzip.compress(render_page(page).encode())) < MAX_PAGE - EMPTY_PAGE, path

    def test_a_part_leads_to_its_neighbors(self, many) -> None:
        body = many["events/by-date/2024-06-part-2.md"].body
        assert "[All events](../index.md)" in body
        assert "[Later: June 2024, part 1 of 3](2024-06-part-1.md)" in body
        assert "[Earlier: June 2024, part 3 of 3](2024-06-part-3.md)" in body

    def test_the_index_opens_with_the_latest(self, many) -> None:
        latest = section(many[INDEX].body, "The latest")
        assert latest.count("- <span") == 60
        assert "12 June 2024" in latest


class TestChunks:
    def test_a_crowded_year_is_cut_by_month(self, kb) -> None:
        events = [event_on(kb, date) for date in ("2024-06-02", "2024-06-01", "2024-03", "2023-01-01")]
        events = [replace(event, id=str(number)) for number, event in enumerate(events)]
        assert [chunk.key for chunk in chunks(events, [1] * 4, 3)] == ["2024", "2023"]
        assert [chunk.key for chunk in chunks(events, [1] * 4, 2)] == ["2024-06", "2024-03", "2023"]

    def test_an_event_is_never_cut(self, kb) -> None:
        events = [replace(event_on(kb, None), id=str(number)) for number in range(3)]
        cut = chunks(events, [5, 50, 5], 10)
        assert [len(chunk.events) for chunk in cut] == [1, 1, 1]
        assert [chunk.title for chunk in cut] == [f"Date not known, part {n} of 3" for n in (1, 2, 3)]

    @pytest.mark.parametrize(
        ("date", "year", "month", "title"),
        [
            ("2024-06-29", "2024", "2024-06", "June 2024"),
            ("2024", "2024", "2024", "2024"),
            ("2024-21", "2024", "2024", "2024"),
            ("201X", "2010s", "2010s", "The 2010s"),
            ("2024-06-29/2024-07-02", "2024", "2024-06", "June 2024"),
            ("XXXX-06", "undated", "undated", "Date not known"),
            (None, "undated", "undated", "Date not known"),
        ],
    )
    def test_keys(self, kb, date, year, month, title) -> None:
        event = event_on(kb, date)
        assert (year_key(event), month_key(event)) == (year, month)
        assert period_title(month) == title
