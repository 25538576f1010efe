"""One strict MkDocs build of the hand-made knowledge base, served on loopback under a subfolder, and a browser."""

from __future__ import annotations

import functools
import http.server
import importlib.util
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Browser, Page, sync_playwright

from generator.compile import compile_pages, render_page
from generator.config import Config

ROOT = Path(__file__).parents[2]
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def _example():
    spec = importlib.util.spec_from_file_location("hand_made_kb", ROOT / "tests" / "compile" / "kb.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules["hand_made_kb"] = module
    spec.loader.exec_module(module)
    return module.example()


@pytest.fixture(scope="session")
def site(tmp_path_factory) -> Path:
    """The folder that a web server would serve: the site stands in its subfolder `news/`."""
    work = tmp_path_factory.mktemp("site")
    content = work / "content"
    for page in compile_pages(_example(), Config()):
        path = content / page.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(render_page(page), encoding="utf-8")
    options = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    options["plugins"] = [item for item in options["plugins"] if "concordance" not in item]
    options |= {"docs_dir": str(content), "site_dir": str(work / "served" / "news")}
    options["theme"]["custom_dir"] = str(ROOT / options["theme"]["custom_dir"])
    (work / "mkdocs.yml").write_text(yaml.safe_dump(options), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--config-file"]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run([*command, work / "mkdocs.yml"], capture_output=True, text=True, timeout=120, env=quiet)
    assert (done.returncode, done.stdout + done.stderr) == (0, "")
    return work / "served"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *args) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def address(site) -> Iterator[str]:
    """The address of the served site."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/news/"
    server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The system's Chromium."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    assert program, f"no browser found: install one of {', '.join(BROWSERS)}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium, address):
    """A function that opens a page of the site; at the end no error and no request to another host may have happened."""
    troubles: list[str] = []
    contexts = []

    def opened(path: str = "", width: int = 1280, height: int = 800, **options) -> Page:
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda m: troubles.append(m.text) if m.type in {"error", "warning"} else None)
        page.on("pageerror", lambda e: troubles.append(str(e)))
        page.on("request", lambda r: None if r.url.startswith((address, "data:", "blob:")) else troubles.append(r.url))
        page.on("response", lambda r: troubles.append(f"{r.status} {r.url}") if r.status >= 400 else None)
        page.goto(address + path)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert troubles == []
