"""The link that suggests a correction: there when the site has a repository, and nothing but a link."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
import yaml
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config

ROOT = Path(__file__).parents[2]
PAGES = {
    "index.md": "---\ntitle: Home\nkind: home\n---\n\n# Home\n",
    "storm.md": "---\ntitle: Storm &amp; flood\nkind: event\n---\n\n# Storm &amp; flood\n",
}


def built(folder: Path, **options: str) -> dict[str, html.HtmlElement]:
    """The two pages, rendered with the project's theme."""
    for name, text in PAGES.items():
        (folder / "content").mkdir(exist_ok=True)
        (folder / "content" / name).write_text(text, encoding="utf-8")
    loaded = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    kept = {key: loaded[key] for key in ("site_name", "theme", "markdown_extensions", "extra")} | options
    kept["theme"]["custom_dir"] = str(ROOT / kept["theme"]["custom_dir"])
    kept |= {"docs_dir": "content", "site_dir": "site", "plugins": ["search"]}
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(kept), encoding="utf-8")
    build(load_config(str(folder / "mkdocs.yml")))
    names = {"home": "index.html", "event": "storm/index.html"}
    return {name: html.fromstring((folder / "site" / file).read_bytes()) for name, file in names.items()}


def form(page: html.HtmlElement) -> tuple[str, dict[str, list[str]]]:
    """The address of the form and the fields that are filled in."""
    (link,) = page.xpath('//p[@class="correction"]/a/@href')
    parts = urlsplit(link)
    return f"{parts.scheme}://{parts.netloc}{parts.path}", parse_qs(parts.query)


def test_without_a_repository_there_is_no_link(tmp_path) -> None:
    for page in built(tmp_path).values():
        assert "correction" not in page.text_content().casefold()


def test_the_form_knows_title_and_address_of_the_page(tmp_path) -> None:
    pages = built(tmp_path, repo_url="https://github.com/a/b", site_url="https://news.example/kb/")
    address, fields = form(pages["event"])
    assert address == "https://github.com/a/b/issues/new"
    assert fields["title"] == ["Correction: Storm & flood"]
    assert fields["body"][0].startswith("Page: https://news.example/kb/storm/\n")
    assert not pages["home"].xpath('//p[@class="correction"]')


def test_the_fields_have_the_names_that_the_host_knows(tmp_path) -> None:
    address, fields = form(built(tmp_path, repo_url="https://gitlab.com/a/b/")["event"])
    assert address == "https://gitlab.com/a/b/-/issues/new"
    assert set(fields) == {"issue[title]", "issue[description]"}


@pytest.mark.parametrize("kind", ["home", "event"])
def test_the_theme_does_not_ask_the_repository_for_anything(tmp_path, kind) -> None:
    page = built(tmp_path, repo_url="https://github.com/a/b")[kind]
    assert not page.xpath('//*[@data-md-component="source"]')
    assert page.xpath('//a[contains(@class, "md-source")]/@href')
