"""Titles of clauses that were written for them: what each clause makes, in a file of golden cases; half of them held out."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.resolve.titles import make_title
from tests.resolve.title_cases import name_of, read_case

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "titles_golden.tsv").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
HELD_FLOOR = 0.9


def made(verb: str, flags: str, marked: str) -> str:
    more: dict[str, object] = {}
    for flag in flags.split():
        key, _, value = flag.partition("=")
        more |= {"modality": "future"} if key == "future" else {"passive": True} if key == "passive" else {}
        more |= {"own": value} if value else {"tag": key} if key.startswith("VB") else {}
    if more.get("modality") == "future":
        more["tag"] = "VB"
    case = read_case(marked, verb, **more)
    title = make_title(case.mention, case.text, name_of, None, case.around)
    return title.text if title else "-"


@pytest.mark.parametrize(("part", "verb", "flags", "marked", "title"), [row for row in ROWS if row[0] == "seen"])
def test_a_clause_makes_its_title(part: str, verb: str, flags: str, marked: str, title: str) -> None:
    assert made(verb, flags, marked) == title


def test_held_out_clauses_make_their_titles() -> None:
    held = [row for row in ROWS if row[0] == "held"]
    wrong = [
        (made(verb, flags, marked), title)
        for _, verb, flags, marked, title in held
        if made(verb, flags, marked) != title
    ]
    assert len(wrong) <= (1 - HELD_FLOOR) * len(held), wrong
