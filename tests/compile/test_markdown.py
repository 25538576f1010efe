"""The escaping function, through the real renderer with the site's own extensions."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import markdown
import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from generator.compile.markdown import clean, escape, join, link, web_address

SITE = yaml.safe_load((Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8"))
NAMES = [next(iter(item)) if isinstance(item, dict) else item for item in SITE["markdown_extensions"]]
OPTIONS = {
    name: value for item in SITE["markdown_extensions"] if isinstance(item, dict) for name, value in item.items()
}
RENDERER = markdown.Markdown(extensions=NAMES, extension_configs=OPTIONS)

# What Markdown, its extensions, HTML, templates and attributes are made of, and characters that break lines or order.
PIECES = [
    *"\\`*_{}[]()<>#+-.!|&:\"'~^=$@%/?;,",
    "**", "__", "--", "---", "===", "```", "~~~", "://", "](", "{:", "{{", "%}", "--8<--", "[^1]", "*[x]:", "[x]: http://e.example",
    "<script>", "</p>", "<img src=x onerror=alert(1)>", "<!--", "]]>", "&lt;", "&#x3c;", "javascript:", "http://e.example", "www.e.example",
    "a@b.example", "!!! note", "??? x", ":::", "1. ", "1) ", "- ", "    ", "\t", "\n", "\r\n", "\n\n", "\u2028", "\x00", "\x02", "\x03",
    "\x1b", "\x85", "\ufeff", "\u202e", "\u2066", "\ud800", "\u200f", "é", "字", "word", "Ilves", "7",
]  # fmt: skip
HOSTILE = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=3)), max_size=14).map("".join)


class Shown(HTMLParser):
    """The tags and the text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


def render(source: str) -> Shown:
    RENDERER.reset()
    return Shown(RENDERER.convert(source))


def places(text: str) -> list[tuple[str, list[str], str]]:
    """(source, tags that may appear, text that must be shown) for each kind of place where text stands."""
    shown, whole = clean(text).strip(), escape(text).strip()
    return [
        (whole, ["p"], shown),
        (f"# x {whole} {{ #s0 }}", ["h1"], f"x {shown}".strip()),
        (f"- x {whole}", ["ul", "li"], f"x {shown}".strip()),
        (f"x\n:   y {whole}", ["dl", "dt", "dd"], f"x\ny {shown}".strip()),
        (f"| a | b |\n| --- | --- |\n| x {whole} | y |", ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"], f"a b x {shown} y"),
        (f'<p class="lead" markdown="span">x {whole}</p>', ["p"], f"x {shown}".strip()),
        (f'<span class="sentence" id="s0">x {whole}</span>', ["p", "span"], f"x {shown}".strip()),
    ]  # fmt: skip


@settings(max_examples=150, deadline=None)
@example("[a](javascript:alert(1))")
@example("{: onclick=alert(1) }")
@example("1986. A great year")
@example(":   not a definition")
@given(HOSTILE)
def test_text_is_shown_verbatim_and_nothing_is_active(text) -> None:
    for source, tags, shown in places(text):
        found = render(source)
        assert [tag for tag, _ in found.tags] == (tags if shown else []), source
        assert "".join(found.text.split()) == "".join(shown.split()), source
        ours = {"class": {"lead", "sentence"}, "id": {"s0"}}
        assert all(value in ours[name] for _, made in found.tags for name, value in made.items()), source


@settings(max_examples=150, deadline=None)
@given(HOSTILE, HOSTILE)
def test_link_text_and_title_stay_text(words, title) -> None:
    made = link(words, "page.md", title)
    if not escape(words.strip()).strip():
        return
    found = render(f"x {made} y")
    assert [tag for tag, _ in found.tags] == ["p", "a"]
    attributes = found.tags[1][1]
    assert attributes["href"] == "page.md"
    assert (attributes.get("title") or "").split() == clean(title).split()
    assert found.text.split() == ["x", *clean(words).split(), "y"]


@settings(max_examples=200, deadline=None)
@given(HOSTILE)
def test_a_definition_at_the_end_of_the_page_can_not_be_hijacked(text) -> None:
    found = render(f'{escape(text).strip()} x<sup>[1][cite-1]</sup>\n\n[cite-1]: page.md#s1 "{escape(text).strip()}"')
    links = [attributes for tag, attributes in found.tags if tag == "a"]
    assert [item["href"] for item in links] == ["page.md#s1"]
    assert (links[0].get("title") or "").split() == clean(text).split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u0000b\u0007c", "abc"),
        ("\ufeffstart", "start"),
        ("left\u202eright\u2066x\u2069", "leftrightx"),
        ("\u200fשלום\u200e", "\u200fשלום\u200e"),
        ("one\r\n two\t three\u2028four", "one two three four"),
        (" kept ", " kept "),
        ("", ""),
    ],
)
def test_clean(text, expected) -> None:
    assert clean(text) == expected


@pytest.mark.parametrize(
    "text", ["Andrei Belov’s 50 % rise, 3.5 km (2.2 miles); why?", "state-of-the-art", "U.S. and U.K."]
)
def test_plain_prose_stays_readable(text) -> None:
    assert escape(text) == text


def test_join_escapes_plain_text_only() -> None:
    assert join(["*a*", Markup("*b*")], " ") == "&#42;a&#42; *b*"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.example/x?y=1", "https://a.example/x?y=1"),
        ("HTTP://a.example/(b)", "http://a.example/%28b%29"),
        ("javascript:alert(1)", ""),
        ("data:text/html,x", ""),
        ("https://a.example/ b", ""),
        ('https://a.example/"><script>', "https://a.example/%22%3E%3Cscript%3E"),
        (None, ""),
        ("//a.example", ""),
    ],
)
def test_web_address(url, expected) -> None:
    assert web_address(url) == expected
