"""`mkdocs serve` rebuilds when an article changes, and only then."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.corpus import ARTICLES, write_corpus

ROOT = Path(__file__).resolve().parent.parent
CONFIGURATION = (
    (ROOT / "mkdocs.yml").read_text(encoding="utf-8").replace("generator/theme", str(ROOT / "generator/theme"))
)
PATIENCE = 90.0


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(condition: Callable[[], bool], what: str) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, f"waited {PATIENCE:.0f} s for {what}"
        time.sleep(0.2)


class Server:
    """A running `mkdocs serve` and what it prints."""

    def __init__(self, folder: Path) -> None:
        self.address = f"127.0.0.1:{_free_port()}"
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", self.address]
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
        )
        self.lines: list[str] = []
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self.lines.append(line)

    def builds(self) -> int:
        """How many builds have ended so far."""
        return sum("Documentation built" in line for line in self.lines)

    def page(self, path: str) -> str:
        """The HTML of a page."""
        with urllib.request.urlopen(f"http://{self.address}/{path}") as answer:
            return str(answer.read().decode())


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_corpus(tmp_path / "seeds")
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    return tmp_path


@pytest.fixture
def server(project: Path) -> Iterator[Server]:
    running = Server(project)
    yield running
    running.process.terminate()
    running.process.wait(timeout=20)


def test_a_changed_article_is_rebuilt_once_and_the_server_comes_to_rest(server: Server, project: Path) -> None:
    _wait_for(lambda: server.builds() == 1 and any("Serving on" in line for line in server.lines), "the first build")
    assert "Lidia Moreau" in server.page("entities/lidia-moreau/")

    article = project / "seeds" / "alpha.md"
    article.write_text(ARTICLES["alpha.md"].replace("Tomas Keller", "Tomas Brandt"), encoding="utf-8")
    _wait_for(lambda: server.builds() >= 2, "the second build")
    assert "Tomas Brandt" in _pages(project)

    settled = server.builds()
    time.sleep(4)
    assert server.builds() == settled, "the server builds in a loop"


def _pages(project: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in (project / "content").rglob("*.md"))
