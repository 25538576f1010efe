"""People's decisions are read as they are meant, and a mistake in one is named with its line and loses no other."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.ingest.curation import read_decisions
from generator.model import Decision, Named

GOOD = "---\nsame:\n  - Andrei Berg\n  - Andrey Berg\nby: J. Editor\nwhy: 'One: the minister'\n---\nA note.\n"


def folder(root: Path, **files: str) -> Path:
    (root / "curation").mkdir()
    for name, text in files.items():
        (root / "curation" / f"{name}.md").write_text(text, encoding="utf-8")
    return root


def test_a_decision_has_its_names_their_lines_who_and_why(tmp_path: Path) -> None:
    decisions, problems = read_decisions(folder(tmp_path, berg=GOOD), 10_000)
    names = (Named("Andrei Berg", line=3), Named("Andrey Berg", line=4))
    assert decisions == (Decision("curation/berg.md", "same", names, "J. Editor", "One: the minister"),)
    assert problems == ()


def test_a_name_can_be_narrowed_to_one_article(tmp_path: Path) -> None:
    text = "---\ndifferent:\n - Daniel Marsh in race/ledger.md\n - Daniel Marsh in ferry/gazette.txt\n - Man in Black\n---\n"
    decisions, _ = read_decisions(folder(tmp_path, marsh=text), 10_000)
    assert [(item.name, item.article) for item in decisions[0].names] == [
        ("Daniel Marsh", "race/ledger.md"),
        ("Daniel Marsh", "ferry/gazette.txt"),
        ("Man in Black", ""),
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Two names are one.", "decides nothing"),
        ("---\nby: me\n---\n", "decides nothing"),
        ("---\nby: me\nsmae: [a, b]\n---\n", "Line 3: there is no key `smae`"),
        ("---\nwhy: x\nsame: [a]\n---\n", "Line 3: this is no list of two names"),
        ("---\nsame: a and b\n---\n", "Line 2: this is no list of two names"),
        ("---\nsame: [a, {b: c}]\n---\n", "Line 2: this is no list of two names"),
        ("---\nsame: [a, b\n---\n", "can't be read"),
        ("---\na: &x [b]\nsame: [*x, *x]\n---\n", "aliases are not allowed"),
    ],
)
def test_a_mistake_is_named_and_loses_no_other_decision(tmp_path: Path, text: str, told: str) -> None:
    decisions, problems = read_decisions(folder(tmp_path, bad=text, good=GOOD), 10_000)
    assert [item.path for item in decisions] == ["curation/good.md"]
    ((path, message, fatal),) = [(item.path, item.message, item.fatal) for item in problems]
    assert (path, fatal) == ("curation/bad.md", True)
    assert told in message
    assert problems[0].remedy


def test_without_the_folder_there_are_no_decisions(tmp_path: Path) -> None:
    assert read_decisions(tmp_path, 10_000) == ((), ())


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text(GOOD, encoding="utf-8")
    (folder(tmp_path) / "curation" / "link.md").symlink_to(secret)
    decisions, problems = read_decisions(tmp_path, 10_000)
    assert (decisions, [item.path for item in problems]) == ((), ["curation/link.md"])
