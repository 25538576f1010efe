"""Who acts and suffers, with and without a name; what the opening of an article says of when and where."""

from __future__ import annotations

from generator.config import Config
from generator.extract.annotate import annotate
from generator.extract.pipeline import load_pipeline
from generator.model import Article, Event
from generator.resolve import resolve


def event_of(title: str, *lines: str, published: str | None = "2031-05-14") -> Event:
    text = "\n".join((title, *lines))
    article = Article("a", "a.md", None, title, title, "Test Post", (), published, None, None, "en", text, (), "")
    kb = resolve((article,), (annotate(article, load_pipeline("embedded")),), (), Config())
    (event,) = (item for item in kb.events.values() if item.main_of)
    return event


def cells(event: Event, kind: str) -> list[tuple[str, object]]:
    return [
        (cell.evidence.span.text, cell.value) for facet in event.facets if facet.kind == kind for cell in facet.cells
    ]


def test_whoever_has_no_name_stands_in_the_words_of_the_article() -> None:
    event = event_of("Two brothers arrested", "Police in Lisbon arrested two brothers on Monday after a robbery.")
    found = cells(event, "who")
    assert ("two brothers", None) in [(text.lower(), value) for text, value in found]
    assert {facet.verdict for facet in event.facets} == {"only here"}


def test_a_thing_stands_for_who_where_nobody_takes_part() -> None:
    found = cells(event_of("Fireball crosses sky", "A fireball crossed the sky over Lisbon on Monday."), "who")
    assert found == [("A fireball", None)]


def test_who_is_no_pronoun() -> None:
    event = event_of("It fell", "It fell.")
    assert cells(event, "who") == []


def test_the_day_of_the_sentence_after_the_lead_dates_the_news() -> None:
    event = event_of(
        "Harbor bridge closed", "Engineers have closed the harbor bridge.", "Cracks were seen in it on Monday."
    )
    assert event.date == "2031-05-12"
    assert [words.span.text for words in event.date_words] == ["Monday"]


def test_the_day_of_publication_alone_dates_nothing() -> None:
    event = event_of("Harbor bridge closed", "Engineers have closed the harbor bridge.", "Cracks were seen in it.")
    assert event.date is None
    assert cells(event, "when") == []
