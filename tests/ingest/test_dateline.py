"""The day of publication from the top of a text: golden cases, and the lines that must not be taken for it."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.ingest import read_articles
from generator.ingest.dateline import read_line

GOLDEN = yaml.safe_load((Path(__file__).parent / "dates.yaml").read_text("utf-8"))
HEADLINE = "Lowmere council approves new ferry terminal"
BODY = [
    "The harbor council of Lowmere approved a new ferry terminal on Tuesday after a debate that lasted six hours.",
    "The terminal will replace a wooden pier that was damaged by storms on 9 January 2019, the council said.",
    "Residents who live near the pier had asked the council to limit the number of ferries at night.",
]


def read(folder, lines, front=""):
    (folder / "a.txt").write_text(front + "\n".join(lines), "utf-8")
    (article,), _ = read_articles(folder, 10_000)
    return article


@pytest.mark.parametrize("case", GOLDEN["lines"], ids=lambda case: case["line"])
def test_lines(case) -> None:
    assert [list(pair) for pair in read_line(case["line"])] == case["want"]


@pytest.mark.parametrize("case", GOLDEN["articles"], ids=str)
def test_the_top_of_an_article(tmp_path, case) -> None:
    front = f"---\nurl: {case['url']}\n---\n" if "url" in case else ""
    article = read(tmp_path, [HEADLINE, *case["top"], *BODY], front)
    assert article.published == (case["want"] or None)
    assert article.text.split("\n") == [HEADLINE, *BODY]


def test_the_metadata_come_first(tmp_path) -> None:
    article = read(tmp_path, [HEADLINE, "Published 4 March 2021", *BODY], "---\ndate: 2021-03-01\n---\n")
    assert article.published == "2021-03-01"


@pytest.mark.parametrize("lines", [[*BODY, "4 March 2021"], [HEADLINE, *BODY, "Published 4 March 2021"]])
def test_a_date_below_the_article_is_not_its_own(tmp_path, lines) -> None:
    assert read(tmp_path, lines).published is None
