"""HTML -> paragraphs and metadata. trafilatura finds the body; its words, the headline and the head are read from the tree."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import trafilatura
from lxml import etree
from lxml import html as lxml_html

from generator.errors import ArticleError
from generator.ingest.decode import normalize
from generator.ingest.headline import says_title
from generator.ingest.html_blocks import read_blocks
from generator.ingest.html_meta import read_head
from generator.ingest.html_whole import restore

_HEADINGS = "//h1 | //h2 | //*[@itemprop='headline']"
MAX_HEADINGS = 60
MAX_HEADLINE = 300
# Deeper trees are attacks or accidents: recursive readers of them would fail.
MAX_DEPTH = 200
_REMEDY = "Save the article's own text as .txt or .md."


def read_html(text: str) -> tuple[list[str], Mapping[str, Any]]:
    """The paragraphs of a page's article with its headline first where the page shows one, and its metadata under the names
    of `metadata.NAMES`. Raises ArticleError when there is no article in it.
    """
    root = _parse(text)
    head = dict(read_head(root))
    headings = _headings(root)
    body = trafilatura.extract(root, include_comments=False, include_tables=False, favor_precision=True)
    lines = [line for line in (" ".join(normalize(line).split()) for line in (body or "").split("\n")) if line]
    if not lines:
        raise ArticleError("No article was found in the page.", _REMEDY)
    headline = _headline(headings, head.get("title"))
    lines = restore(lines, read_blocks(root), headline)
    if headline is not None:
        head.setdefault("title", headline)
        lines = [headline, *(line for line in lines if line != headline)]
    return lines, head


def _parse(text: str) -> etree._Element:
    """The tree of a page. Raises ArticleError when there is none, or when it is too deep."""
    try:
        root = lxml_html.document_fromstring(text.encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError) as error:
        raise ArticleError("The page can't be parsed.", _REMEDY) from error
    depth = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > MAX_DEPTH:
            raise ArticleError(f"The page's elements are nested more than {MAX_DEPTH} deep.", _REMEDY)
    return root


def _headings(root: etree._Element) -> list[tuple[str, str]]:
    """(tag, text) of the page's headings, in order."""
    found = root.xpath(_HEADINGS)[:MAX_HEADINGS]
    texts = ((str(node.tag), " ".join(normalize(" ".join(node.itertext())).split())) for node in found)
    return [(tag, line) for tag, line in texts if 0 < len(line) <= MAX_HEADLINE]


def _headline(headings: list[tuple[str, str]], title: str | None) -> str | None:
    """The heading that says the title; without a title the only first-level heading, if there is just one."""
    if isinstance(title, str):
        return next((line for _, line in headings if says_title(line, title)), None)
    main = sorted({line for tag, line in headings if tag == "h1"})
    return main[0] if len(main) == 1 and len(main[0].split()) > 2 else None
