"""Which paragraphs are the article, and which are the page around it?"""

from __future__ import annotations


def split_boilerplate(paragraphs: list[str], title: str | None) -> tuple[list[str], list[str]]:
    """(kept, removed), each in the order of the source."""
    del title
    return paragraphs, []
