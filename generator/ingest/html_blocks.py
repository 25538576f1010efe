"""A page's tree -> its blocks of running text, in order and whole: what stands between two boundaries of paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache

from lxml import etree

from generator.ingest.decode import normalize
from generator.ingest.lexicon import function_words, load_data

_ENDS = (".", "!", "?", "…", ":", "”", '"', "’", ")")
_ADDRESSES = ("http://", "https://", "www.")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph of a page: its text on one line, its words without case, its element's tag, the number of the element that
    contains it and its siblings, and which share of its characters stands in links, and its different words."""

    text: str
    words: tuple[str, ...]
    tag: str
    container: int
    linked: float
    vocabulary: frozenset[str]


@cache
def elements(kind: str) -> frozenset[str]:
    """The tags of a kind of the lexicon: "blocks", "leaves", "skipped" or "prose"."""
    return frozenset(load_data("html_elements.yaml")[kind])


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text without case and punctuation, for comparing texts."""
    return tuple(_WORD.findall(text.casefold()))


def read_blocks(root: etree._Element) -> list[Block]:
    """The blocks of a page in the order of its source. Hidden elements and what is no running text are left out; one line
    break inside a sentence is a space. Linear in the size of the page."""
    reader = _Reader()
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, node in walker:
        if event == "start":
            if _is_left_out(node):
                walker.skip_subtree()
                reader.skip(node)
            else:
                reader.open(node)
        else:
            reader.close(node, event)
    reader.flush()
    return reader.blocks


def _is_left_out(node: etree._Element) -> bool:
    style = "".join((node.get("style") or "").lower().split())
    hidden = node.get("hidden") is not None or "display:none" in style or "visibility:hidden" in style
    return hidden or node.tag in elements("skipped")


@dataclass(slots=True)
class _Reader:
    """The text since the last boundary, and the block elements around it, as (number, tag)."""

    blocks: list[Block] = field(default_factory=list)
    _parts: list[tuple[str, bool]] = field(default_factory=list)
    _around: list[tuple[int, str]] = field(default_factory=list)
    _left_out: list[etree._Element] = field(default_factory=list)
    _count: int = 0
    _links: int = 0
    _breaks: int = 0

    def open(self, node: etree._Element) -> None:
        if node.tag in elements("blocks"):
            self.flush()
            self._count += 1
            self._around.append((self._count, str(node.tag)))
        elif node.tag == "br":
            self._break()
        self._links += node.tag == "a"
        self._add(node.text)

    def skip(self, node: etree._Element) -> None:
        self._left_out.append(node)
        if node.tag in elements("blocks"):
            self.flush()

    def close(self, node: etree._Element, event: str) -> None:
        if self._left_out and self._left_out[-1] is node:
            self._left_out.pop()
        elif event == "end":
            self._links -= node.tag == "a"
            if node.tag in elements("blocks"):
                self.flush()
                self._around.pop()
        self._add(node.tail)

    def flush(self) -> None:
        """End the block. Links may hold blocks, so their count goes on."""
        text = _line("".join(part for part, _ in self._parts))
        if text:
            linked = sum(len(part.strip()) for part, inside in self._parts if inside)
            share = linked / sum(len(part.strip()) for part, _ in self._parts)
            words = words_in(text)
            self.blocks.append(Block(text, words, *self._place(), share, frozenset(words)))
        self._parts, self._breaks = [], 0

    def _place(self) -> tuple[str, int]:
        """The tag of the block's element and the number of its container: the element around a leaf, else itself."""
        if not self._around:
            return "", 0
        number, tag = self._around[-1]
        return tag, (self._around[-2][0] if tag in elements("leaves") and len(self._around) > 1 else number)

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if text.strip():
            if self._breaks and self._is_new_line(text.lstrip()):
                self.flush()
            self._breaks = 0
        self._parts.append((text, self._links > 0))

    def _break(self) -> None:
        self._breaks += 1
        self._parts.append((" ", False))

    def _is_new_line(self, text: str) -> bool:
        """Whether `text`, behind a line break, opens a line of its own: not when the sentence before goes on in it."""
        before = next((part.rstrip() for part, _ in reversed(self._parts) if part.strip()), "")
        open_ended = before.endswith(",") or before.rpartition(" ")[2] in function_words()
        goes_on = open_ended or (text[0].islower() and not text.startswith(_ADDRESSES))
        return self._breaks > 1 or before.endswith(_ENDS) or not goes_on


def _line(text: str) -> str:
    return " ".join(normalize(text).split())
