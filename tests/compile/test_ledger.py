"""The ledger of figures."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.compile.ledger import compile_ledger, value_words
from generator.compile.site import Site
from generator.config import Config
from tests.compile.pages import body_of, changed_extraction

LEDGER = "figures/index.md"


def test_a_figure_stands_with_sayer_source_and_verdict(pages) -> None:
    body = pages[LEDGER].body
    row = next(line for line in body.splitlines() if ">Workers " in line)
    assert (
        '<th scope="row" rowspan="2" markdown="span">Workers <span class="verdict verdict-differ">Differ</span>' in row
    )
    assert "More than 1,200 workers<sup" in row
    assert "(at least 1,200)" in row
    assert "[Osk Tarn](../entities/osk-tarn.md" in row
    assert "The Harbor Courier, 29 November 2024" in row


def test_the_other_wording_follows_in_its_own_row(pages) -> None:
    lines = pages[LEDGER].body.splitlines()
    after = lines[next(n for n, line in enumerate(lines) if ">Workers " in line) + 1]
    assert "About 1,500 workers<sup" in after
    assert "<th" not in after
    assert "Bridge Agency" in after


def test_what_differs_stands_first(pages) -> None:
    body = pages[LEDGER].body
    assert body.index(">Workers ") < body.index(">Percent ")
    assert "Only here" in next(line for line in body.splitlines() if ">Percent " in line)


def test_each_event_is_a_linked_heading_under_its_year(pages) -> None:
    body = pages[LEDGER].body
    assert body.index("## 2024 ") < body.index("### [Ilves visits Port Marin](../events/ilves-visits-port-marin.md)")


def test_the_lead_counts_them(pages) -> None:
    assert (
        "2 figures that the articles give of 1 event, with who says so; the latest events first." in pages[LEDGER].body
    )


def test_without_figures_the_page_says_so(kb) -> None:
    bare = changed_extraction(kb, "harbor-courier-bridge", quantities=())
    bare = changed_extraction(bare, "northern-wire-bridge", quantities=())
    assert '<p class="lead">There is no figure yet.</p>' in body_of(bare, LEDGER)


def test_a_figure_that_was_not_compared_is_listed_without_a_verdict(kb) -> None:
    event = kb.events["ilves-visits-port-marin"]
    plain = replace(event, facets=(), accounts=(replace(event.accounts[0], sentences=("s5",)), event.accounts[1]))
    body = body_of(replace(kb, events={**kb.events, event.id: plain}), LEDGER)
    row = next(line for line in body.splitlines() if ">Workers</th>" in line)
    assert "verdict" not in row


def test_a_long_ledger_is_cut_and_every_part_linked(kb) -> None:
    event = kb.events["ilves-visits-port-marin"]
    events = {
        f"visit-{n:03}": replace(event, id=f"visit-{n:03}", page=f"events/visit-{n:03}.md", date=f"20{n % 10:02}-05-01")
        for n in range(300)
    }
    made = {page.path: page.body for page in compile_ledger(Site(replace(kb, events=events, event_of={}), Config()))}
    parts = {path for path in made if path.startswith("figures/") and path != LEDGER}
    assert len(parts) > 3
    assert {f"figures/{name}" for name in re.findall(r"\]\((\d{4}[^)]*\.md)\)", made[LEDGER])} == parts
    assert "[All figures](index.md)" in made["figures/2009.md"]
    listed = [name for path in parts for name in re.findall(r"\(\.\./events/(visit-\d+)\.md\)", made[path])]
    assert sorted(set(listed)) == sorted(events)


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [
        (6, 6, "6"),
        (10_000, None, "at least 10,000"),
        (None, 50, "at most 50"),
        (20, 25, "20 to 25"),
        (11_500_000, 11_500_000, "11.5 million"),
        (2_000_000, 2_000_000, "2 million"),
        (0.5, 0.5, "0.5"),
        (None, None, ""),
    ],
)
def test_values_in_words(kb, low, high, words) -> None:
    quantity = replace(kb.extractions["harbor-courier-bridge"].quantities[0], low=low, high=high)
    assert value_words(quantity) == words
