"""Pictures of the built demonstration for the README: `python docs/screenshots.py [site]` after `make site`.

Needs Playwright (requirements-dev.lock) and the system's Chromium. The pages are chosen by what they hold, so that the
pictures can be made again after the articles changed: the event with the most accounts among the newest, its first
person, and the home page.
"""

from __future__ import annotations

import functools
import http.server
import shutil
import sys
import threading
from pathlib import Path

from lxml import html
from playwright.sync_api import Browser, sync_playwright

DOCS = Path(__file__).resolve().parent
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
MAX_BYTES = 300_000


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""


def first_event(site: Path) -> str:
    """Address of the newest event, as the home page lists them."""
    return _first(site / "index.html", "events/", "//*[@id='latest']/following::table[1]")


def first_person(site: Path, event: str) -> str:
    """Address of the first name on the page of an event, below "Who"."""
    return _first(site / event / "index.html", "../../entities/", "//*[contains(@class, 'card')]").removeprefix(
        "../../"
    )


def _first(file: Path, prefix: str, within: str = "//article") -> str:
    links = html.fromstring(file.read_bytes()).xpath(f"{within}//a/@href")
    return next(link for link in links if link.startswith(prefix) and link != prefix)


def picture(browser: Browser, address: str, name: str, width: int, height: int, scroll_to: str = "") -> None:
    """Write docs/NAME.png: the window at this address, scrolled to an element where one is named."""
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    page.goto(address)
    page.wait_for_load_state("networkidle")
    if scroll_to:
        page.locator(scroll_to).first.evaluate("e => scrollTo(0, e.getBoundingClientRect().top + scrollY - 70)")
        page.wait_for_timeout(400)
    path = DOCS / f"{name}.png"
    page.screenshot(path=path)
    page.close()
    size = path.stat().st_size
    print(f"{path.relative_to(DOCS.parent)}: {size // 1000} KB")
    if size > MAX_BYTES:
        raise SystemExit(f"{path.name} is larger than {MAX_BYTES // 1000} KB.")


def main(site: Path) -> None:
    """Serve the site on loopback and take the pictures."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    root = f"http://127.0.0.1:{server.server_port}/"
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    event = first_event(site)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox", "--disable-gpu"])
        picture(browser, root, "home", 1280, 1000)
        picture(browser, root + event, "event", 1280, 1400)
        picture(browser, root + first_person(site, event), "entity", 1280, 1200)
        picture(browser, root + event, "event-phone", 390, 844, "#accounts")
        browser.close()
    server.shutdown()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else DOCS.parent / "site").resolve())
