"""Every internal link and anchor of the built site, from the files."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

BASE = "http://site.example/news/"


class Page(HTMLParser):
    """The ids of a page and what it refers to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name == "href" and value is not None:
                (self.links if tag == "a" else self.loaded).append(value)
            elif name in {"src", "srcset", "poster", "data"} and value:
                self.loaded.append(value)


@pytest.fixture(scope="module")
def pages(site) -> dict[str, Page]:
    root: Path = site / "news"
    found = {}
    for file in sorted(root.rglob("*.html")):
        name = file.relative_to(root).as_posix().removesuffix("index.html")
        if name != "404.html":
            found[BASE + name] = Page(file.read_text(encoding="utf-8"))
    return found


def test_every_internal_link_and_anchor_resolves(pages) -> None:
    count = 0
    for address, page in pages.items():
        for link in page.links:
            target, anchor = urldefrag(urljoin(address, link))
            if not target.startswith(BASE):
                assert urlsplit(target).scheme in {"http", "https"}, (address, link)
                continue
            count += 1
            assert target in pages, (address, link)
            assert not anchor or unquote(anchor) in pages[target].ids, (address, link)
    assert count > 300


def test_nothing_is_loaded_from_another_host(pages, site) -> None:
    for address, page in pages.items():
        for link in page.loaded:
            assert urljoin(address, link).startswith(BASE), (address, link)
    css = (site / "news" / "assets" / "concordance.css").read_text(encoding="utf-8")
    assert "url(" not in css
    assert "@import" not in css


def test_the_navigation_does_not_grow_with_the_pages(pages) -> None:
    index = pages[BASE + "events/"]
    entity = pages[BASE + "entities/veldia/"]
    assert len(entity.links) < 80
    assert not any("osk-tarn" in link for link in index.links)
