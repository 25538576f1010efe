"""No statement without its words: one wrong span, anywhere, stops the build before anything is written."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from generator import resolve as resolving
from generator.build import build, conclude, ingest
from generator.cli import main
from generator.config import Config
from generator.errors import EvidenceError
from generator.model import Evidence, KnowledgeBase, Span
from generator.verify import verify
from tests.corpus import write_corpus

WRONG: dict[str, Callable[[Evidence], Evidence]] = {
    "one character further": lambda e: replace(e, span=Span(e.span.start + 1, e.span.end + 1, e.span.text)),
    "other words": lambda e: replace(e, span=replace(e.span, text=e.span.text[:-1] + "¤")),
    "no words": lambda e: replace(e, span=Span(e.span.start, e.span.start, "")),
    "beyond the end": lambda e: replace(e, span=Span(10**6, 10**6 + 5, "words")),
    "no such sentence": lambda e: replace(e, sentence="s999"),
    "no such article": lambda e: replace(e, article="gone"),
}


class Change:
    """Replaces the evidence (or span) number `at` of whatever it walks through, and counts them all."""

    def __init__(self, wanted: type, at: int, change: Callable[[Any], Any]) -> None:
        self.wanted, self.at, self.change, self.seen = wanted, at, change, 0

    def __call__(self, item: Any) -> Any:
        if isinstance(item, self.wanted):
            self.seen += 1
            return self.change(item) if self.seen == self.at + 1 else item
        if dataclasses.is_dataclass(item):
            return replace(item, **{each.name: self(getattr(item, each.name)) for each in dataclasses.fields(item)})
        if isinstance(item, tuple):
            return tuple(self(each) for each in item)
        return item


def _in_table(kb: KnowledgeBase, name: str, change: Change) -> KnowledgeBase:
    return replace(kb, **{name: {key: change(item) for key, item in getattr(kb, name).items()}})


@pytest.fixture(scope="module")
def kb(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    folder = tmp_path_factory.mktemp("verified")
    config = Config(seeds=write_corpus(folder / "seeds"), content=folder / "content", cache=folder / "cache")
    return conclude(*ingest(config), config)


def _count(kb: KnowledgeBase, name: str, wanted: type) -> int:
    count = Change(wanted, -1, lambda item: item)
    _in_table(kb, name, count)
    return count.seen


def test_what_was_concluded_is_verbatim(kb) -> None:
    verify(kb)
    assert _count(kb, "events", Evidence) > 20
    assert _count(kb, "entities", Evidence) > 2


@pytest.mark.parametrize("how", sorted(WRONG))
@given(data=st.data())
def test_one_wrong_piece_of_evidence_is_found_wherever_it_is(kb, how, data) -> None:
    table = data.draw(st.sampled_from(("events", "entities")))
    at = data.draw(st.integers(0, _count(kb, table, Evidence) - 1))
    with pytest.raises(EvidenceError):
        verify(_in_table(kb, table, Change(Evidence, at, WRONG[how])))


@given(data=st.data())
def test_one_wrong_span_of_an_article_is_found_wherever_it_is(kb, data) -> None:
    at = data.draw(st.integers(0, _count(kb, "extractions", Span) - 1))
    broken = _in_table(kb, "extractions", Change(Span, at, lambda span: replace(span, text=span.text + "x")))
    with pytest.raises(EvidenceError, match="but a statement cites them as"):
        verify(broken)


def test_evidence_stands_in_the_sentence_that_it_names(kb) -> None:
    event = next(event for event in kb.events.values() if event.summary)
    first = event.summary[0]
    other = kb.extractions[first.article].sentences[-1].id
    broken = replace(event, summary=(replace(first, sentence=other),))
    with pytest.raises(EvidenceError, match="does not stand in the sentence"):
        verify(replace(kb, events={**kb.events, event.id: broken}))


def test_a_wrong_span_stops_the_build_with_one_line_and_keeps_the_pages(tmp_path: Path, monkeypatch) -> None:
    write_corpus(tmp_path / "seeds")
    folders = [f"--{name}={tmp_path / name}" for name in ("seeds", "content", "cache")]
    build(Config(seeds=tmp_path / "seeds", content=tmp_path / "content", cache=tmp_path / "cache"))
    before = {path: path.read_bytes() for path in sorted((tmp_path / "content").rglob("*")) if path.is_file()}
    right = resolving.resolve

    def wrong(*given: Any) -> KnowledgeBase:
        return _in_table(right(*given), "events", Change(Evidence, 3, WRONG["other words"]))

    monkeypatch.setattr(resolving, "resolve", wrong)
    (tmp_path / "seeds" / "gamma.md").write_text(
        "Tomas Keller closed the bridge in Lisbon on Friday.\n", encoding="utf-8"
    )
    result = CliRunner().invoke(main, ["build", *folders])
    assert result.exit_code == 1
    assert result.output.count("Error:") == 1
    assert "but a statement cites them as" in result.output
    assert "Traceback" not in result.output
    after = {path: path.read_bytes() for path in sorted((tmp_path / "content").rglob("*")) if path.is_file()}
    assert after == before
