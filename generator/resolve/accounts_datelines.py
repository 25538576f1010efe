"""The dateline of an article: where it was written, and for which agency ("CORRAN (Lake News Agency) - ")."""

from __future__ import annotations

from functools import lru_cache

from generator.model import Article, Span

# A dateline opens one of the first lines of the text, and is at most so long.
LINES, CHARACTERS = 6, 90
MIN_CAPITALS = 3
_DASHES = (" — ", " – ", " - ", " -- ", "—", "--")
# The note of a cell whose words stand in it.
DATELINE = "dateline"


@lru_cache(maxsize=4096)
def find_dateline(article: Article) -> Span | None:
    """The words before the dash that opens the first line with one behind a place in capitals; None without it."""
    at = 0
    for line in article.text.split("\n")[:LINES]:
        end = _end(line)
        if end and line != article.headline:
            return Span(at, at + end, line[:end])
        at += len(line) + 1
    return None


def _end(line: str) -> int:
    """The offset of the dash behind the dateline that opens a line, or 0."""
    head = line[:CHARACTERS]
    first = head.split(None, 1)[0].strip(",.()/—-") if head.strip() else ""
    if len(first) < MIN_CAPITALS or not first.isupper():
        return 0
    return min((place for dash in _DASHES if (place := head.find(dash)) > 0), default=0)


def is_in_dateline(article: Article, span: Span) -> bool:
    """Whether words stand in the dateline."""
    line = find_dateline(article)
    return line is not None and line.start <= span.start < line.end
