"""HTML -> paragraphs and metadata, through trafilatura."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import trafilatura

from generator.errors import ArticleError
from generator.ingest.decode import normalize


def read_html(text: str) -> tuple[list[str], Mapping[str, Any]]:
    """The paragraphs of a page's article, and its metadata under the names of `metadata.NAMES`.

    Raises ArticleError when there is no article in it.
    """
    found = trafilatura.extract(text, include_comments=False, include_tables=False, favor_precision=False)
    lines = [" ".join(normalize(line).split()) for line in (found or "").split("\n")]
    lines = [line for line in lines if line]
    if not lines:
        raise ArticleError("No article was found in the page.", "Save the article's own text as .txt or .md.")
    return lines, {}
