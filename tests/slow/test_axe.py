"""No accessibility violation that axe can find (WCAG 2.2 AA), on a page of each kind, in light and in dark colors."""

from __future__ import annotations

import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
AXE = ROOT / ".cache/slow/node_modules/axe-core/axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
RUN = """async rules => (await axe.run(document, {runOnly: {type: "tag", values: rules}})).violations
    .map(found => [found.id, found.nodes.length, found.nodes[0].html.slice(0, 200), found.nodes[0].failureSummary])"""


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(ROOT / "site")))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    program = next(path for name in BROWSERS if (path := shutil.which(name)))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        yield browser
        browser.close()


def _paths() -> list[str]:
    """The largest page of each kind, the indexes, and the pages of which there is one."""
    kinds = ("entities", "events", "sources", "publishers")
    largest = [max((ROOT / "site" / kind).glob("*/index.html"), key=lambda path: path.stat().st_size) for kind in kinds]
    found = [path.parent.relative_to(ROOT / "site").as_posix() + "/" for path in largest]
    return ["", "method/", "404.html", *(f"{kind}/" for kind in kinds), *found]


@pytest.mark.slow
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_no_violation(chromium: Browser, address: str, scheme: str, width: int) -> None:
    found = {}
    context = chromium.new_context(color_scheme=scheme, viewport={"width": width, "height": 844})
    page = context.new_page()
    for path in _paths():
        page.goto(address + path)
        page.add_script_tag(path=AXE)
        if violations := page.evaluate(RUN, RULES):
            found[path] = violations
    context.close()
    assert found == {}
