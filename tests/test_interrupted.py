"""A build that is killed, and two builds at once: the next build gives the bytes of a clean one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.build import build
from generator.config import Config
from generator.errors import ConfigError
from generator.write import read_manifest, write_files
from tests.corpus import ARTICLES, write_corpus

ROOT = Path(__file__).parents[1]
# Stops for good after the given number of files: the rest of the build never happens.
KILLED = """
import os, signal, sys
from pathlib import Path
from generator import cache, write
from generator.build import build
from generator.config import Config
left = int(sys.argv[3])
def dying(real):
    def replaced(*args, **options):
        global left
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **options)
    return replaced
if sys.argv[2] == "replace":
    Path.replace = dying(Path.replace)
elif sys.argv[2] == "unlink":
    Path.unlink = dying(Path.unlink)
else:
    os.fsync = dying(os.fsync)
root = Path(sys.argv[1])
build(Config(root / "seeds", root / "content", root / "cache", workers=1))
"""


def _config(folder: Path) -> Config:
    return Config(folder / "seeds", folder / "content", folder / "cache", workers=1)


def _bytes(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def _pages(folder: Path) -> dict[str, bytes]:
    """The pages, without what stands at the addresses of pages that are gone."""
    return _pages_of(_bytes(folder))


def _pages_of(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: data for path, data in files.items() if path.endswith(".md") and b"\nkind: moved\n" not in data}


def _run(*arguments: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, *map(str, arguments)], cwd=ROOT, stderr=subprocess.PIPE)


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tmp_path_factory.mktemp("clean")
    write_corpus(folder / "seeds")
    build(_config(folder))
    return _bytes(folder / "content")


@pytest.mark.parametrize(
    ("where", "after"), [("replace", 1), ("fsync", 0), ("replace", 2), ("fsync", 1), ("fsync", 5), ("replace", 9)]
)
def test_the_build_after_a_kill_gives_the_same_bytes(
    tmp_path: Path, clean: dict[str, bytes], where: str, after: int
) -> None:
    write_corpus(tmp_path / "seeds")
    killed = _run("-c", KILLED, tmp_path, where, after)
    assert killed.wait(timeout=60) == -signal.SIGKILL, killed.stderr.read() if killed.stderr else ""
    assert _bytes(tmp_path / "content") != clean
    build(_config(tmp_path))
    assert _bytes(tmp_path / "content") == clean
    assert not list((tmp_path / "cache").rglob("*.tmp"))


@pytest.mark.parametrize(("where", "after"), [("fsync", 1), ("fsync", 2), ("fsync", 5), ("replace", 4)])
def test_a_kill_between_two_states_is_repaired_in_either_direction(
    tmp_path: Path, clean: dict[str, bytes], where: str, after: int
) -> None:
    write_corpus(tmp_path / "seeds")
    build(_config(tmp_path))
    (tmp_path / "seeds" / "alpha.md").rename(tmp_path / "kept")
    assert _run("-c", KILLED, tmp_path, where, after).wait(timeout=60) == -signal.SIGKILL
    (tmp_path / "kept").rename(tmp_path / "seeds" / "alpha.md")
    build(_config(tmp_path))
    # What the killed build may have shown somebody still answers; all else is as it was.
    assert _pages(tmp_path / "content") == _pages_of(clean)
    assert set(_bytes(tmp_path / "content")) == {*read_manifest(tmp_path / "content"), "data/pages.json"}


def test_a_page_that_a_killed_build_showed_still_answers_when_its_article_is_taken_out(tmp_path: Path) -> None:
    write_corpus(tmp_path / "seeds", {"sub/beta.txt": ARTICLES["sub/beta.txt"]})
    build(_config(tmp_path))
    before = set(_bytes(tmp_path / "content"))
    write_corpus(tmp_path / "seeds")
    assert _run("-c", KILLED, tmp_path, "fsync", 8).wait(timeout=60) == -signal.SIGKILL
    shown = {path for path in _bytes(tmp_path / "content") if path.endswith(".md")}
    (tmp_path / "seeds" / "alpha.md").unlink()
    build(_config(tmp_path))
    assert shown - before
    assert before | shown <= set(_bytes(tmp_path / "content"))


def test_a_page_written_before_a_kill_is_not_taken_for_a_hand_written_one(tmp_path: Path) -> None:
    write_corpus(tmp_path / "seeds")
    assert _run("-c", KILLED, tmp_path, "fsync", 4).wait(timeout=60) == -signal.SIGKILL
    write_corpus(tmp_path / "seeds", {"alpha.md": ARTICLES["alpha.md"].replace("Lidia", "Livia")})
    build(_config(tmp_path))
    assert set(_bytes(tmp_path / "content")) == {*read_manifest(tmp_path / "content"), "data/pages.json"}


def test_two_builds_at_once_give_the_bytes_of_one(tmp_path: Path, clean: dict[str, bytes]) -> None:
    write_corpus(tmp_path / "seeds")
    folders = [f"--{name}={tmp_path / name}" for name in ("seeds", "content", "cache")]
    runs = [_run("-m", "generator", "build", *folders) for _ in range(2)]
    for run in runs:
        assert run.wait(timeout=90) == 0, run.stderr.read() if run.stderr else ""
    assert _bytes(tmp_path / "content") == clean


def test_two_sets_of_pages_written_at_once_never_mix(tmp_path: Path) -> None:
    writer = (
        "import sys; from pathlib import Path; from generator.write import write_files\n"
        "for turn in range(15): write_files({f'p/{sys.argv[2]}{n}.md': sys.argv[2] for n in range(8)}, Path(sys.argv[1]))"
    )
    runs = [_run("-c", writer, tmp_path, name) for name in "ab"]
    for run in runs:
        assert run.wait(timeout=60) == 0, run.stderr.read() if run.stderr else ""
    found = set(_bytes(tmp_path))
    assert found in ({f"p/{name}{n}.md" for n in range(8)} | {"data/pages.json"} for name in "ab")


def test_pages_of_other_articles_in_another_folder_do_not_count_as_current(tmp_path: Path) -> None:
    write_corpus(tmp_path / "seeds")
    first, other = _config(tmp_path), Config(tmp_path / "seeds", tmp_path / "other", tmp_path / "cache", workers=1)
    build(first)
    (tmp_path / "seeds" / "alpha.md").unlink()
    build(other)
    assert not build(first).skipped
    assert _pages(tmp_path / "content") == _pages(tmp_path / "other")


@pytest.mark.parametrize(("seeds", "content"), [("a", "a"), ("a", "a/b"), ("a/b", "a"), ("a", "a/../a/b")])
def test_articles_and_pages_in_one_folder_are_refused(tmp_path: Path, seeds: str, content: str) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    with pytest.raises(ConfigError, match="Give them folders beside each other"):
        build(Config(tmp_path / seeds, tmp_path / content, tmp_path / "cache"))


def test_a_folder_in_the_way_of_a_page_is_refused(tmp_path: Path) -> None:
    (tmp_path / "index.md").mkdir()
    with pytest.raises(Exception, match=r"index\.md was not written by the generator"):
        write_files({"index.md": "x"}, tmp_path)


def test_processes_that_read_articles_end_with_the_build_that_started_them(tmp_path: Path) -> None:
    articles = {f"n{n}.txt": f"Edda Vance met {n} boat owners in Lisbon, she said. " * 25 for n in range(40)}
    write_corpus(tmp_path / "seeds", articles)
    folders = [f"--{name}={tmp_path / name}" for name in ("seeds", "content", "cache")]
    run = _run("-m", "generator", "build", *folders)
    end = time.monotonic() + 60
    while not list((tmp_path / "cache").glob("??/*.msgpack")):
        assert time.monotonic() < end
        time.sleep(0.05)
    children = [int(pid) for pid in Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()]
    os.kill(run.pid, signal.SIGKILL)
    run.wait()
    while any(Path(f"/proc/{pid}").exists() for pid in children):
        assert time.monotonic() < end, "orphans"
        time.sleep(0.1)
