"""Boilerplate goes, the article stays: golden cases."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.ingest.boilerplate import choose_region, classify
from generator.ingest.glued import unglue

GOLDEN = yaml.safe_load((Path(__file__).parent / "boilerplate.yaml").read_text("utf-8"))
ARTICLE = GOLDEN["article"]


@pytest.mark.parametrize("line", GOLDEN["removed"])
@pytest.mark.parametrize("place", [0, 2, 4])
def test_boilerplate_is_removed(line, place) -> None:
    pieces = classify([*ARTICLE[:place], line, *ARTICLE[place:]])
    assert [text for text, keep in pieces if not keep] == [line]


@pytest.mark.parametrize("line", GOLDEN["kept"])
def test_the_article_is_kept(line) -> None:
    assert all(keep for _, keep in classify([*ARTICLE[:2], line, *ARTICLE[2:]]))


def test_a_clean_article_is_whole() -> None:
    assert classify(ARTICLE) == [(line, True) for line in ARTICLE]


def test_a_short_text_is_not_emptied() -> None:
    assert classify(["Ferry stops"]) == [("Ferry stops", True)]


def test_menus_before_and_comments_after_the_article_go() -> None:
    menu = ["Home", "News", "Ferries", "Weather", "Harbor", "Tides", "Sign in", "Subscribe"]
    foot = ["Comments", "Related", "Storm damages pier", "Ten walks along the coast", "About us", "Contact", "Privacy"]
    pieces = classify([*menu, *ARTICLE, *foot])
    assert [text for text, keep in pieces if keep] == ARTICLE
    assert [text for text, keep in pieces if not keep] == [*menu, *foot]


def test_an_appeal_glued_to_the_article_is_parted() -> None:
    appeal = [
        "Your support helps us to report",
        "Your donation pays for our journalism and for the reporters that we send.",
    ]
    glued = "Your support makes the difference."
    pieces = classify([*appeal, glued + ARTICLE[0], *ARTICLE[1:]])
    assert [text for text, keep in pieces if keep] == ARTICLE
    assert [text for text, keep in pieces if not keep] == [*appeal, glued]


def test_glued_sentences_of_the_article_stay_together() -> None:
    glued = ARTICLE[0] + ARTICLE[1]
    assert classify([glued, *ARTICLE[2:]])[0] == (glued, True)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("It makes all the difference.The minister arrived.", 2),
        ("They said it was “all for the best.”The minister arrived.", 2),
        ("Is it all for the best?The minister arrived there.", 2),
        ("It makes the difference. The minister arrived.", 1),
        ("The U.S.Army said so on Monday.", 1),
        ("Visit www.lowmere.Example for the plans.", 1),
        ("It cost 3.5 million, or No.10 of all.", 1),
        ("Done now.The minister arrived there today.", 1),
    ],
)
def test_seams(text, parts) -> None:
    assert len(unglue(text)) == parts
    assert "".join(unglue(text)) == text


def test_the_best_region_has_holes_only_where_they_pay() -> None:
    none = [False] * 5
    assert choose_region([-3, 3, -0.5, 3, -3], none, none) == [False, True, True, True, False]
    assert choose_region([3, 3, -6, 3, 3], none, none) == [True, True, False, True, True]
    assert choose_region([3, 3, -1, 3, 3], [False, False, True, False, False], none) == [True, True, False, True, True]
    marked = [False, False, True, False, False]
    assert choose_region([3, 3, -6, 2, 2], none, marked) == [True, True, False, False, False]


MENU = ["Home", "News", "Ferries", "Weather", "Harbor", "Tides", "Events", "Villages", "Photos", "Archive"] * 3
POSTS = [
    ("sailor12", "4 March 2021 at 6:34 am"),
    ("Ilse B.", "4 March 2021 at 7:10 am"),
    ("pierfan", "4 March 2021 at 8:02 am"),
]
OPINIONS = [
    "The council never listens to anybody who lives near the pier, and it never has.",
    "I was at the debate and it was a good one, the harbor master answered all of our questions.",
    "Who is going to pay for all of this, and why does nobody ask the ferry company about it?",
]


def comments(stamps=True) -> list[str]:
    lines: list[str] = []
    for (name, stamp), text in zip(POSTS * 2, OPINIONS * 2, strict=True):
        lines += [f"{name} says:", stamp, text] if stamps else [text]
    return lines


def test_comments_are_known_by_their_stamps() -> None:
    kept = [text for text, keep in classify([*MENU, *ARTICLE, *comments(), *MENU]) if keep]
    assert kept[: len(ARTICLE)] == ARTICLE
    assert not set(OPINIONS) & set(kept)


def test_without_stamps_they_could_be_the_article() -> None:
    kept = [text for text, keep in classify([*MENU, *ARTICLE, *comments(stamps=False), *MENU]) if keep]
    assert kept[: len(ARTICLE)] == ARTICLE
    assert set(OPINIONS) < set(kept)


def test_the_stamps_of_a_live_report_are_no_comments() -> None:
    lines = [line for index, text in enumerate(ARTICLE * 2) for line in (f"10.{index + 10} am GMT", text)]
    assert [text for text, keep in classify(lines) if keep and text in ARTICLE] == ARTICLE * 2
