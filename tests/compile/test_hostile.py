"""Markup in every field that reaches a page: nothing of it becomes active, all of it is shown."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import frontmatter
import markdown
import pytest
import yaml

from generator.compile import compile_pages, render_page
from generator.config import Config
from generator.model import Alias, Judgement, Problem

SITE = yaml.safe_load((Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8"))
NAMES = [next(iter(item)) if isinstance(item, dict) else item for item in SITE["markdown_extensions"]]
ALLOWED_TAGS = {
    "a", "br", "code", "dd", "details", "div", "dl", "dt", "em", "h1", "h2", "h3", "li", "ol", "p", "pre", "span", "strong", "summary", "sup",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
ALLOWED_ATTRIBUTES = {
    "aria-label", "class", "data-label", "data-search-exclude", "href", "id", "role", "rowspan", "scope", "style", "tabindex", "title",
}  # fmt: skip
PAYLOADS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:alert(1))",
    "{: onclick=alert(1) style=color:red }",
    "](x.md) ![y](http://e.example/z.png)",
    "x | y | z",
    "<https://e.example> http://e.example www.e.example",
    "{{ config }} {% raw %} --8<-- 'x'",
    "`x` **y** __z__ ~~w~~ ^^v^^",
    "[cite-1]: http://e.example 'x'",
    "</p></div></span><style>*{display:none}</style>",
    "a: b # c\n---\ntitle: x",
    "</sup>\u202e\u0002\u0003klzzwxh:0001\u0003",
    "&lt;script&gt; &#60;b&#62;",
]


class Tags(HTMLParser):
    """Tags, attributes and text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_data(self, data: str) -> None:
        self.text += data


def poisoned(kb, payload: str):
    """The knowledge base with `payload` in names, titles, publishers, roles, labels, notes and reasons."""
    judgement = Judgement(payload, payload, "same", 1.0, (payload,))
    articles = {
        key: replace(a, title=payload, publisher=payload, authors=(payload,), agency=payload, path=payload, url=payload, language=payload)
        for key, a in kb.articles.items()
    }  # fmt: skip
    entities = {
        key: replace(
            e, name=payload, aliases=(*e.aliases, Alias(payload + " x", 2, (payload,))), receipt=(judgement,),
            apart=(replace(judgement, verdict="different"),), roles=tuple(replace(r, value=payload) for r in e.roles),
        )
        for key, e in kb.entities.items()
    }  # fmt: skip
    events = {
        key: replace(
            e, title=payload, type=payload, date_reasons=(payload,) * len(e.date_words), receipt=(judgement,),
            facets=tuple(
                replace(f, label=payload, note=payload, cells=tuple(replace(c, note=payload) for c in f.cells)) for f in e.facets
            ),
        )
        for key, e in kb.events.items()
    }  # fmt: skip
    problems = (Problem(payload, payload, payload, fatal=True),)
    return replace(kb, articles=articles, entities=entities, events=events, problems=problems)


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_field_becomes_markup(kb, payload) -> None:
    shown = " ".join("".join(c for c in payload if c not in "\u202e\u0002\u0003").split())
    for page in compile_pages(poisoned(kb, payload), Config()):
        post = frontmatter.loads(render_page(page))
        assert post.metadata == dict(page.meta)
        assert not {"<", ">", '"'} & set("".join(v for v in post.metadata.values() if isinstance(v, str)))
        tags = Tags(markdown.markdown(post.content, extensions=NAMES))
        for tag, attributes in tags.found:
            assert tag in ALLOWED_TAGS, (page.path, tag)
            assert set(attributes) <= ALLOWED_ATTRIBUTES, (page.path, attributes)
            assert "color:red" not in (attributes.get("style") or ""), page.path
            href = attributes.get("href") or ""
            assert href.startswith("#") or href.partition("#")[0].endswith(".md") or not href, (page.path, href)
            assert href != "x.md", page.path
        assert "klzzwxh" not in tags.text.replace("klzzwxh:0001", ""), page.path
        if page.path.startswith("entities/") and page.path != "entities/index.md":
            assert " ".join(tags.text.split()).startswith(shown), page.path
