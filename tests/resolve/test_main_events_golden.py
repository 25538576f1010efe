"""What whole short articles are about: who, what, when and where of the main event, from text to facets."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from generator.config import Config
from generator.extract.annotate import annotate
from generator.extract.pipeline import load_pipeline
from generator.model import Article, Event
from generator.resolve import resolve

CASES = yaml.safe_load(Path(__file__).with_name("main_events_golden.yaml").read_text(encoding="utf-8"))
# Of so many articles that are right, of each question; a fall below is a fault.
FLOORS = {"what": 27, "who": 25, "when": 27, "where": 26}
NONE = "-"


def article_of(case: dict) -> Article:
    title = case["title"]
    return Article(
        "a", "a.md", None, title, title, "Test Post", (), str(case["published"]), None, None, "en",
        f"{title}\n\n{case['text']}", (), "",
    )  # fmt: skip


@cache
def answers() -> tuple[dict[str, list[str]], ...]:
    return tuple(_answers(case) for case in CASES)


def _answers(case: dict) -> dict[str, list[str]]:
    article = article_of(case)
    kb = resolve((article,), (annotate(article, load_pipeline("embedded")),), (), Config())
    (event,) = (event for event in kb.events.values() if event.main_of)
    main = next(item for item in kb.extractions["a"].events if item.main)
    cells = _cells(event)
    dates = [str(cell.value) for cell in cells["when"] if cell.value]
    return {
        "what": [main.trigger.text],
        "who": [cell.evidence.span.text for cell in cells["who"]],
        "when": [event.date] if event.date else dates[:1],
        "where": [cell.evidence.span.text for cell in cells["where"]],
    }


def _cells(event: Event) -> dict[str, list]:
    return {kind: [c for f in event.facets if f.kind == kind for c in f.cells] for kind in FLOORS}


def is_right(kind: str, found: list[str], case: dict) -> bool:
    """Whether one of the answers names what is asked for; where nothing is known, saying nothing is right."""
    wanted = case[kind] if isinstance(case[kind], list) else [str(case[kind])]
    if not found:
        return NONE in wanted
    return any(str(word).lower() in answer.lower() for answer in found for word in wanted if word != NONE)


def wrong(kind: str) -> list[str]:
    return [
        f"{case['title']}: {found[kind]}" for case, found in zip(CASES, answers(), strict=True)
        if not is_right(kind, found[kind], case)
    ]  # fmt: skip


def test_there_are_enough_articles() -> None:
    assert len(CASES) >= 25


def test_the_trigger_of_the_main_event() -> None:
    assert len(CASES) - len(wrong("what")) >= FLOORS["what"], wrong("what")


def test_who_takes_part() -> None:
    assert len(CASES) - len(wrong("who")) >= FLOORS["who"], wrong("who")


def test_when_it_happened() -> None:
    assert len(CASES) - len(wrong("when")) >= FLOORS["when"], wrong("when")


def test_where_it_happened() -> None:
    assert len(CASES) - len(wrong("where")) >= FLOORS["where"], wrong("where")


def test_every_cell_is_verbatim() -> None:
    case = CASES[0]
    article = article_of(case)
    kb = resolve((article,), (annotate(article, load_pipeline("embedded")),), (), Config())
    for event in kb.events.values():
        for facet in event.facets:
            for cell in facet.cells:
                span = cell.evidence.span
                assert article.text[span.start : span.end] == span.text
