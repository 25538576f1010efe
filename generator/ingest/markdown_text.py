"""Markdown -> paragraphs: markup is parsed and read as text, plain text stays as it is."""

from __future__ import annotations

import re

from lxml import etree
from lxml import html as lxml_html
from markdown import Markdown

from generator.ingest.decode import normalize
from generator.ingest.plain import read_plain

# Only blocks that hold some markup are parsed: the parser would join the lines of plain text, and read "1999. It was" as a list.
_MARKUP = re.compile(r"[*_`#>\[\]<|~\\]|^[ \t]*[-+] |^[ \t]*\d{1,9}[.)] |^(?:=+|-+)$|&\w{1,40};", re.MULTILINE)
_GAP = re.compile(r"\n[ \t]*\n")
MAX_BLOCK = 20_000
# The parser is quadratic in these; real prose has a few of them in a block.
MAX_MARKS = 300
_MARKS = "[*_`<!>"
# A text with more blocks of markup, or more of these marks, is no article: it is read as it stands, in bounded time.
MAX_BLOCKS = 2_000
MAX_ALL_MARKS = 6_000
_SKIPPED = frozenset({"script", "style", "img", "hr"})
_BLOCKS = frozenset({"p", "li", "blockquote", "pre", "td", "th", "dt", "dd", "div", "ul", "ol", "table", "tr"}) | {
    f"h{level}" for level in range(1, 7)
}


def read_markdown(text: str) -> list[str]:
    """The paragraphs of Markdown text, in order, without markup. Text without markup is read as plain text."""
    blocks = _GAP.split(text)
    marked = [block for block in blocks if _MARKUP.search(block)]
    if not marked or len(marked) > MAX_BLOCKS or _count_marks(text) > MAX_ALL_MARKS:
        return read_plain(text)
    parser = Markdown(extensions=["tables"])
    parts = [_read_block(block, parser) if _MARKUP.search(block) else block for block in blocks]
    return read_plain("\n\n".join(parts))


def _count_marks(text: str) -> int:
    return sum(text.count(mark) for mark in _MARKS)


def _read_block(block: str, parser: Markdown) -> str:
    """The text of one block of Markdown; a block that the parser can't take stays as it is."""
    if len(block) > MAX_BLOCK or _count_marks(block) > MAX_MARKS:
        return block
    try:
        rendered = parser.reset().convert(block)
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
