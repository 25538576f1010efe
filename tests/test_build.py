from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator import build as building
from generator.build import build
from generator.cli import main
from generator.config import Config
from generator.errors import ArticleError
from tests.corpus import ARTICLES, write_corpus


def _config(folder: Path, **options: object) -> Config:
    return Config(seeds=folder / "seeds", content=folder / "content", cache=folder / "cache", **options)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("built")
    write_corpus(folder / "seeds")
    build(_config(folder))
    return folder


def test_articles_become_pages_of_every_kind(built: Path) -> None:
    pages = set(_bytes(built / "content"))
    assert {"index.md", "entities/index.md", "events/index.md", "sources/index.md", "entities/lidia-moreau.md"} <= pages
    assert sum(path.startswith("sources/") for path in pages) == 3
    assert any(path.startswith("events/") and path != "events/index.md" for path in pages)


def test_a_second_build_does_nothing(built: Path) -> None:
    before = _bytes(built / "content")
    again = build(_config(built))
    assert again.skipped
    assert (again.written.changed, again.written.removed) == ((), ())
    assert _bytes(built / "content") == before


def test_an_edited_page_is_restored(built: Path) -> None:
    page = built / "content" / "index.md"
    before = page.read_bytes()
    page.write_text("edited", encoding="utf-8")
    assert build(_config(built)).written.changed == ("index.md",)
    assert page.read_bytes() == before


@pytest.mark.parametrize(
    ("seed", "zone", "locale"),
    [("0", "UTC", "C.UTF-8"), ("1", "America/St_Johns", "tr_TR.UTF-8"), ("7", "Pacific/Auckland", "C")],
)
def test_the_same_articles_give_the_same_bytes_elsewhere(
    built: Path, tmp_path: Path, seed: str, zone: str, locale: str
) -> None:
    # Another folder, hash seed, time zone and locale; files written in the opposite order.
    write_corpus(tmp_path / "seeds", dict(reversed(ARTICLES.items())))
    surroundings = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
    command = [sys.executable, "-m", "generator", "build", "--seeds", "seeds", "--content", "content"]
    root = str(Path(building.__file__).parent.parent)
    subprocess.run(command, cwd=tmp_path, env={**surroundings, "PYTHONPATH": root}, check=True, capture_output=True)
    assert _bytes(tmp_path / "content") == _bytes(built / "content")


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 4,
    "broken.md": b"---\ntitle: [unclosed\n---\nSome text that is long enough to be read as an article by anybody.\n",
}


def test_a_bad_file_costs_no_other_article(tmp_path: Path) -> None:
    write_corpus(tmp_path / "seeds")
    for name, data in BAD.items():
        (tmp_path / "seeds" / name).write_bytes(data)
    outcome = build(_config(tmp_path))
    named = {problem.path: problem for problem in outcome.problems}
    assert set(BAD) <= set(named)
    assert all(problem.remedy for problem in outcome.problems)
    assert (tmp_path / "content" / "entities" / "lidia-moreau.md").is_file()


def test_strict_stops_at_a_bad_file_and_names_it(tmp_path: Path) -> None:
    write_corpus(tmp_path / "seeds", {"empty.txt": ""})
    with pytest.raises(ArticleError, match=r"empty\.txt: "):
        build(_config(tmp_path, strict=True))


def test_the_command_line_reports_an_error_in_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["build", "--seeds", str(tmp_path / "nowhere"), "--cache", str(tmp_path / "c")])
    assert result.exit_code == 1
    assert result.output.count("Error:") == 1
    assert "nowhere" in result.output
    assert "Traceback" not in result.output


def test_help_teaches_by_example() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert 'python -m generator explain "Kim Jong-un"' in result.output


def test_explain_tells_why_the_forms_are_one(built: Path) -> None:
    arguments = ["explain", "Moreau", "--seeds", str(built / "seeds"), "--cache", str(built / "cache")]
    result = CliRunner().invoke(main, arguments, catch_exceptions=False)
    assert result.exit_code == 0
    assert "Lidia Moreau" in result.output


def _demonstration(folder: Path, extra: dict[str, str] | None = None) -> Path:
    seeds = Path(building.__file__).parent.parent / "seeds"
    shutil.copytree(seeds, folder / "seeds")
    write_corpus(folder / "seeds", extra or {})
    return folder


UNRELATED = """---
title: Beekeepers of Osk Tarn count their hives
publisher: Alder Times
date: 2023-05-12
---
Beekeepers counted 412 hives near Osk Tarn on Friday. "It was a mild winter," said Edda Vance, who keeps bees there.

Vance thanked her neighbor Tomas Keller. The Honey Guild of Osk Tarn will meet in June.
"""


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = _demonstration(tmp_path_factory.mktemp("demonstration"))
    build(_config(folder))
    return folder


def test_an_unrelated_article_moves_no_page_and_changes_only_indexes(demonstration: Path, tmp_path: Path) -> None:
    _demonstration(tmp_path, {"bees.md": UNRELATED})
    shutil.copytree(demonstration / "cache", tmp_path / "cache")
    build(_config(tmp_path))
    before, after = _bytes(demonstration / "content"), _bytes(tmp_path / "content")
    assert set(before) <= set(after)
    changed = {path for path in before if before[path] != after[path]}
    assert changed <= {
        "index.md", "method.md", "data/history.json", "data/pages.json",
        *(f"{kind}/index.md" for kind in ("entities", "events", "figures", "sources", "publishers")),
    }  # fmt: skip


def test_one_process_or_two_give_the_same_bytes(tmp_path: Path) -> None:
    many = {
        f"n{n}.md": ARTICLES["alpha.md"].replace("Keller", f"Keller{n}").replace("3,000", f"{n}00") for n in range(7)
    }
    many |= {f"m{n}.txt": ARTICLES["sub/beta.txt"].replace("Lisbon", f"Port {n}") for n in range(7)}
    for workers in (1, 2):
        write_corpus(tmp_path / str(workers) / "seeds", many)
        build(_config(tmp_path / str(workers), workers=workers))
    assert _bytes(tmp_path / "1" / "content") == _bytes(tmp_path / "2" / "content")
