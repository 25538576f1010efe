"""Rows of figures: golden cases on knowledge bases built by hand, and how many rows stand for one account alone."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.resolve.accounts_figures import MAX_ALONE_ROWS

from .test_accounts import base, count, facets, spot, telling, verdicts

CASES = yaml.safe_load((Path(__file__).parent / "accounts_rows.yaml").read_text(encoding="utf-8"))


def figure(text, given):
    more = dict(given)
    words, number, noun = more.pop("words"), more.pop("number", None), more.pop("of", None)
    if "names" in more:
        more["measured_span"] = spot(text, more.pop("names"))
    more["parts"] = tuple(more.get("parts", ()))
    return count(text, words, number, noun, **more)


def built(accounts):
    texts = {f"a{n}": account["text"] for n, account in enumerate(accounts)}
    tellings = [
        telling(
            account["text"],
            "crash",
            quantities=[figure(account["text"], item) for item in account["figures"]],
            agents=account.get("chains", ()),
            time=account.get("time"),
        )
        for account in accounts
    ]
    return base(texts, tellings, date="2024-11-25" if "time" in accounts[0] else None)


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_rows(case) -> None:
    assert [list(row) for row in verdicts(built(case["accounts"]), "figure")] == case["rows"]


def test_who_denies_it_is_named() -> None:
    case = next(case for case in CASES if case["name"] == "one article has both from different sources")
    (row,) = facets(built(case["accounts"]), "figure")
    assert [(cell.article, cell.value, cell.note) for cell in row.cells] == [
        ("a0", 2, ""),
        ("a0", 0, "according to Ann"),
    ]


def test_rows_of_one_account_alone_are_few() -> None:
    nouns = ("boats", "masts", "sails", "ropes", "oars", "nets", "hulls", "keels", "decks", "holds")
    nouns += ("lamps", "bells", "flags", "poles", "rods", "reels", "hooks", "lines", "buoys", "floats")
    accounts = [
        {
            "text": f"In crash {n}: " + ", ".join(f"{10 * n + k} {noun}" for k, noun in enumerate(own, 3)) + ".",
            "figures": [
                {"words": f"{10 * n + k} {noun}", "number": 10 * n + k, "of": noun[:-1], "nouns": noun}
                for k, noun in enumerate(own, 3)
            ],
        }
        for n, own in enumerate((nouns[:5], nouns[5:10], nouns[10:15], nouns[15:]), 1)
    ]
    rows = facets(built(accounts), "figure")
    assert len(rows) == MAX_ALONE_ROWS
    assert {row.verdict for row in rows} == {"only here"}


def test_a_figure_of_another_day_has_no_row() -> None:
    text = "In the crash of 2010 there sank 40 boats."
    accounts = [
        {
            "text": text,
            "time": ["2010", "2010", "as written"],
            "figures": [{"words": "40", "number": 40, "of": "boat", "nouns": "boats"}],
        },
        {"text": "The crash was loud.", "figures": []},
    ]
    assert verdicts(built(accounts), "figure") == []
