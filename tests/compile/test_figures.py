from __future__ import annotations

from generator.compile.figures import figures_in
from generator.compile.site import Site
from generator.config import Config
from generator.model import KnowledgeBase, Quantity


def _shown(
    hand_made, sentence: str, number: str, counted: str, value: float, predicate: str | None = None
) -> list[str]:
    """The figures shown of a sentence with one figure."""
    draft = hand_made.Draft("x", [[sentence]], {"title": "T", "publisher": "P"})
    span, of = draft.span(number), draft.span(counted)
    draft.quantities = [Quantity("q0", span, value, value, None, counted, of, None, None, "s0", predicate=predicate)]
    article, found = draft.build()
    site = Site(KnowledgeBase({"x": article}, {"x": found}, {}, {}, (), {}, {}), Config())
    return [item.span.text for item, _ in figures_in(site, [("x", "s0")])]


def test_a_small_count_that_takes_up_others_is_no_figure(hand_made) -> None:
    assert _shown(hand_made, "The two leaders shook hands.", "two", "leaders", 2) == []
    assert _shown(hand_made, "It strained their two countries.", "two", "countries", 2) == []


def test_a_count_that_is_news_is_one(hand_made) -> None:
    assert _shown(hand_made, "Two leaders shook hands.", "Two", "leaders", 2) == ["Two leaders"]
    assert _shown(hand_made, "All 300 houses burned.", "300", "houses", 300) == ["300 houses"]


def test_a_toll_is_one_however_small_it_is(hand_made) -> None:
    assert _shown(hand_made, "The two workers were hurt.", "two", "workers", 2, "injured") == ["two workers"]
