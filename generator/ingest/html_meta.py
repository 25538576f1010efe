"""Metadata of a page from its head: meta elements, JSON-LD, canonical link. Nothing is taken from the running text."""

from __future__ import annotations

import html
import json
from collections.abc import Iterator, Mapping
from typing import Any

from lxml import etree

from generator.ingest.lexicon import load_data

MAX_JSON = 300_000
MAX_DEPTH = 6
# A link or a handle is no name.
_PLAIN_NAMES = frozenset({"authors", "publisher"})
_NAME_ATTRIBUTES = ("property", "name", "itemprop")


def read_head(root: etree._Element) -> Mapping[str, Any]:
    """Metadata under the names of `metadata.NAMES`; what the page does not say is left out."""
    places = load_data("html_meta.yaml")
    metas = _metas(root)
    linked = _linked_data(root, frozenset(places["types"]))
    found: dict[str, Any] = {}
    for name in ("title", "publisher", "authors", "published", "updated", "url"):
        value = linked.get(places["json"].get(name, "")) or next(
            (metas[key] for key in places[name] if metas.get(key)), None
        )
        if value and not (name in _PLAIN_NAMES and isinstance(value, str) and value.startswith(("http", "@"))):
            found[name] = html.unescape(value) if isinstance(value, str) else value
    canonical = root.xpath("//link[@rel='canonical']/@href")
    if canonical and str(canonical[0]).startswith("http"):
        found["url"] = str(canonical[0])
    if "published" not in found:
        found.update(_time_element(root))
    return found


def _metas(root: etree._Element) -> dict[str, str]:
    """Name in lower case -> content of the first <meta> of that name that has some."""
    metas: dict[str, str] = {}
    for meta in root.iter("meta"):
        for attribute in _NAME_ATTRIBUTES:
            name, content = meta.get(attribute), meta.get("content")
            if name and content and content.strip():
                metas.setdefault(name.strip().lower(), content.strip())
    return metas


def _time_element(root: etree._Element) -> dict[str, str]:
    """The date of a <time> that is marked as the publication date."""
    marked = root.xpath("//time[@datetime and (@pubdate or @itemprop='datePublished')]/@datetime")
    return {"published": str(marked[0])} if marked else {}


def _linked_data(root: etree._Element, types: frozenset[str]) -> Mapping[str, Any]:
    """The first JSON-LD object that describes an article; {} when there is none or it can't be read."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower().startswith("application/ld+json") and len(script.text or "") <= MAX_JSON:
            try:
                data = json.loads(script.text or "", strict=False)
            except (ValueError, RecursionError):
                continue
            for item in _objects(data, MAX_DEPTH):
                kinds = item.get("@type")
                if types & set(map(str, kinds if isinstance(kinds, list) else [kinds])) and item.get("headline"):
                    return item
    return {}


def _objects(data: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    """All objects of lists and graphs, the outer ones first."""
    if depth and isinstance(data, list):
        for item in data:
            yield from _objects(item, depth - 1)
    elif depth and isinstance(data, dict):
        yield data
        yield from _objects(data.get("@graph"), depth - 1)
