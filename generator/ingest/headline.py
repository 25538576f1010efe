"""Is the first paragraph of a text its headline?"""

from __future__ import annotations

MAX_WORDS = 22
_ENDS = (".", ":", ";", ",", "…")


def find_headline(paragraphs: list[str], title: str | None) -> str | None:
    """The first paragraph when it is the article's headline, else None."""
    if len(paragraphs) < 2:
        return None
    first = paragraphs[0]
    if title is not None and first.casefold() == title.casefold():
        return first
    if title is None and len(first.split()) <= MAX_WORDS and not first.endswith(_ENDS):
        return first
    return None
