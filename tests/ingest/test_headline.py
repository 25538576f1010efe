"""Which line is the headline: golden cases."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.ingest import read_articles

GOLDEN = yaml.safe_load((Path(__file__).parent / "headlines.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", GOLDEN["cases"], ids=lambda case: " / ".join(case["lines"])[:60] or "body alone")
def test_headline(case, tmp_path) -> None:
    front = f"---\ntitle: '{case['title']}'\n---\n" if "title" in case else ""
    (tmp_path / "a.txt").write_text(front + "\n".join([*case["lines"], *GOLDEN["body"]]), "utf-8")
    (article,), problems = read_articles(tmp_path, 100_000)
    want = {"first": case["lines"][:1], "last": case["lines"][-1:], "none": []}[case["want"]]
    assert article.headline == (want[0] if want else None)
    assert not problems
    assert not want or article.text.startswith(want[0] + "\n")
    assert all(paragraph in article.text for paragraph in GOLDEN["body"])
    assert article.title == case.get("title", article.headline)


def test_the_deck_stays_and_the_appeal_below_it_goes(tmp_path) -> None:
    deck = "Decision follows six hours of debate about storms and the wooden pier"
    lines = ["Lowmere council approves new ferry terminal", deck, "Your support helps us to report", *GOLDEN["body"]]
    (tmp_path / "a.txt").write_text("\n".join(lines), "utf-8")
    (article,), _ = read_articles(tmp_path, 100_000)
    assert article.text.split("\n")[:2] == lines[:2]
    assert article.removed == (lines[2],)
