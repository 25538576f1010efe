"""Markdown -> paragraphs: markup is parsed and read as text, plain text stays as it is."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html
from markdown import Markdown

from generator.ingest.decode import normalize
from generator.ingest.plain import read_plain

# Only blocks that hold some markup are parsed: the parser would join the lines of plain text, and read "1999. It was" as a list.
_MARKUP = re.compile(r"[*_`#>\[\]<|~\\]|^\s*[-+] |^\s*\d+[.)] |^(=+|-+)$|&\w+;", re.MULTILINE)
MAX_BLOCK = 20_000
# The parser is quadratic in these; real prose has a few of them in a block.
MAX_MARKS = 300
_MARKS = "[*_`<!>"
_SKIPPED = frozenset({"script", "style", "img", "hr"})
_BLOCKS = frozenset({"p", "li", "blockquote", "pre", "td", "th", "dt", "dd", "div", "ul", "ol", "table", "tr"}) | {
    f"h{level}" for level in range(1, 7)
}


def read_markdown(text: str) -> list[str]:
    """The paragraphs of Markdown text, in order, without markup. Text without markup is read as plain text."""
    if not _MARKUP.search(text):
        return read_plain(text)
    parts = [_read_block(block) if _MARKUP.search(block) else block for block in re.split(r"\n[ \t]*\n", text)]
    return read_plain("\n\n".join(parts))


def _read_block(block: str) -> str:
    """The text of one block of Markdown; a block that the parser can't take stays as it is."""
    if len(block) > MAX_BLOCK or sum(block.count(mark) for mark in _MARKS) > MAX_MARKS:
        return block
    try:
        rendered = Markdown(extensions=["tables"]).convert(block)
        root = lxml_html.fragment_fromstring(rendered, create_parent="div")
    except (ValueError, RecursionError, etree.LxmlError):
        return block
    pieces: list[str] = []
    _collect(root, pieces)
    return normalize("".join(pieces))


def _collect(node: etree._Element, pieces: list[str]) -> None:
    """Text of a tree in document order, with a line break around every block and for every <br>."""
    if not isinstance(node.tag, str) or node.tag in _SKIPPED:
        return
    edge = "\n" if node.tag in _BLOCKS or node.tag == "br" else ""
    pieces.append(edge + (node.text or ""))
    for child in node:
        _collect(child, pieces)
        pieces.append(child.tail or "")
    pieces.append(edge)
