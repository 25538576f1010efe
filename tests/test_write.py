from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.errors import GeneratorError
from generator.write import MANIFEST, is_current, write_files


def test_a_second_run_writes_nothing(tmp_path: Path) -> None:
    files = {"index.md": "# Home\n", "events/a.md": "# A\n"}
    first = write_files(files, tmp_path)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    second = write_files(files, tmp_path)
    after = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*") if path.is_file()}
    assert first.changed == ("events/a.md", "index.md")
    assert (second.changed, second.removed, second.unchanged) == ((), (), 2)
    assert before == after


def test_pages_that_nobody_compiled_go_and_their_folder_too(tmp_path: Path) -> None:
    write_files({"index.md": "x", "events/a.md": "x"}, tmp_path)
    assert write_files({"index.md": "x"}, tmp_path).removed == ("events/a.md",)
    assert not (tmp_path / "events").exists()


def test_hand_written_pages_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "about.md").write_text("mine")
    write_files({"index.md": "x"}, tmp_path)
    write_files({}, tmp_path)
    assert (tmp_path / "about.md").read_text() == "mine"


def test_a_hand_written_page_in_the_way_stops_the_run_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("mine")
    with pytest.raises(GeneratorError, match=r"index\.md was not written by the generator"):
        write_files({"a.md": "x", "index.md": "generated"}, tmp_path)
    assert (tmp_path / "index.md").read_text() == "mine"
    assert not (tmp_path / "a.md").exists()


def test_a_manifest_that_points_outside_is_not_followed(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("keep")
    content = tmp_path / "content"
    (content / "data").mkdir(parents=True)
    (content / MANIFEST).write_text(json.dumps({"../outside.md": "0" * 64}))
    assert write_files({"index.md": "x"}, content).removed == ()
    assert outside.read_text() == "keep"


def test_a_changed_generated_page_is_noticed_and_written_again(tmp_path: Path) -> None:
    write_files({"index.md": "x"}, tmp_path)
    assert is_current(tmp_path)
    (tmp_path / "index.md").write_text("edited")
    assert not is_current(tmp_path)
    assert write_files({"index.md": "x"}, tmp_path).changed == ("index.md",)


def test_a_folder_that_cannot_be_written_gives_one_line_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("a file")
    with pytest.raises(GeneratorError, match=r"Can't write to .*content.*Check the permissions"):
        write_files({"index.md": "x"}, tmp_path / "content")
