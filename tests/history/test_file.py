from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import GeneratorError
from generator.history import HISTORY, read_history, write_history
from generator.model import Address
from generator.write import read_manifest

HASH = "0a1b2c3d"
ADDRESSES = {
    "entities/ana-ruiz.md": Address("Ana Ruiz", (HASH, "ffffffff")),
    "events/old.md": Address('A "quoted" title\u2028\ud800', (HASH,), "events/new.md"),
    "sources/gone.md": Address("Gone", (), "sources/index.md"),
}


def _write(folder: Path, text: str) -> Path:
    (folder / "data").mkdir(exist_ok=True)
    (folder / HISTORY).write_text(text, encoding="utf-8")
    return folder


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    text = write_history(ADDRESSES)
    assert read_history(_write(tmp_path, text)) == ADDRESSES
    assert write_history(dict(reversed(ADDRESSES.items()))) == text
    assert json.loads(text)["history"] == 1


def test_each_address_has_one_line_and_lines_are_sorted() -> None:
    lines = write_history(ADDRESSES).removesuffix("\n").split("\n")
    assert lines == [*lines[:1], *sorted(lines[1:-1]), "}"]
    assert len(lines) == len(ADDRESSES) + 2


def test_no_file_is_an_empty_history(tmp_path: Path) -> None:
    assert read_history(tmp_path) == {}
    assert read_history(tmp_path / "nowhere") == {}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "is damaged"),
        ("{", "is damaged"),
        ("[]", "is not a history"),
        ("{}", "is not a history"),
        ('{"entities/a.md": {"title": "", "holds": ""}}', "is not a history"),
        ('{"history": 2}', "another version of the generator"),
        ('{"history": "x"}', "another version of the generator"),
        ("[" * 100_000, "is damaged"),
        ('{"history": 1\n<<<<<<< HEAD\n}', "line 2: a merge left its marks"),
        *(
            (f'{{"history": 1\n,{entry}\n}}', "is damaged")
            for entry in (
                '"../../etc/passwd.md": {"title": "x", "holds": ""}',
                '"events/../../x.md": {"title": "x", "holds": ""}',
                '"events/index.md": {"title": "x", "holds": ""}',
                '"index.md": {"title": "x", "holds": ""}',
                '"events/a.md": {"title": "x", "holds": "", "to": "https://e.example"}',
                '"events/a.md": {"title": "x", "holds": "zzz"}',
                '"events/a.md": {"title": 5, "holds": ""}',
                '"events/a.md": {"title": "x"}',
                '"events/a.md": {"title": "x", "holds": "", "first": "2024"}',
                '"events/a.md": ["x"]',
            )
        ),
    ],
)
def test_a_file_that_is_no_history_is_named_with_a_remedy(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(GeneratorError, match=says) as caught:
        read_history(_write(tmp_path, text))
    assert "history.json" in str(caught.value)
    assert caught.value.remedy
    assert "\n" not in str(caught.value)


def test_bytes_that_are_no_text_and_folders_are_named_too(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / HISTORY).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(GeneratorError, match=r"history\.json can't be read"):
        read_history(tmp_path)
    (tmp_path / HISTORY).unlink()
    (tmp_path / HISTORY).mkdir()
    with pytest.raises(GeneratorError, match=r"history\.json can't be read"):
        read_history(tmp_path)


@given(st.text(max_size=200))
def test_no_text_is_read_with_another_error_than_ours(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = tmp_path_factory.getbasetemp() / "any"
    folder.mkdir(exist_ok=True)
    (folder / "data").mkdir(exist_ok=True)
    (folder / HISTORY).write_bytes(text.encode("utf-8", "surrogatepass"))
    with pytest.raises(GeneratorError):
        read_history(folder)


def _git(folder: Path, *arguments: str) -> None:
    names = ["-c", "user.name=T", "-c", "user.email=t@t.example", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *names, *arguments], cwd=folder, check=True, capture_output=True)


def _commit(folder: Path, addresses: dict[str, Address]) -> None:
    _write(folder, write_history(addresses))
    manifest = {path: HASH * 8 for path, address in addresses.items() if address.to is None}
    (folder / "data" / "pages.json").write_text(json.dumps(manifest, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    _git(folder, "add", ".")
    _git(folder, "commit", "-q", "-m", "x")


def test_two_branches_that_add_articles_merge_without_a_conflict(tmp_path: Path) -> None:
    _git(tmp_path, "init", "-q", "-b", "main")
    rules = (Path(__file__).parents[2] / ".gitattributes").read_text(encoding="utf-8")
    (tmp_path / ".gitattributes").write_text(rules.replace("content/data/", "data/"), encoding="utf-8")
    both = {f"entities/n{n}.md": Address(f"N {n}", (HASH,)) for n in range(9)}
    left = both | {"sources/zz-left.md": Address("Left"), "entities/n4.md": Address("N 4", (HASH, "11111111"))}
    right = both | {"sources/zz-right.md": Address("Right"), "entities/n4.md": Address("Four", ("22222222",))}
    right["entities/n5.md"] = Address("N 5", (HASH,), "entities/n6.md")
    _commit(tmp_path, both)
    _git(tmp_path, "checkout", "-q", "-b", "other")
    _commit(tmp_path, left)
    _git(tmp_path, "checkout", "-q", "main")
    _commit(tmp_path, right)
    _git(tmp_path, "merge", "-q", "other")
    merged = read_history(tmp_path)
    assert set(merged) == {*left, *right}
    assert set(merged["entities/n4.md"].holds) == {HASH, "11111111", "22222222"}
    assert {*left, *right} - {"entities/n5.md"} <= set(read_manifest(tmp_path))
