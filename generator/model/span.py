"""A stretch of an article's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `[start, end)` of an article's text, in Unicode code points.

    Invariant, checked by the build: `article.text[start:end] == text`.
    """

    start: int
    end: int
    text: str

    def covers(self, other: Span) -> bool:
        """Whether `other` lies inside this span (equal spans cover each other)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


def span_of(text: str, start: int, end: int) -> Span:
    """The span of `text` from `start` to `end` (code points, end exclusive)."""
    return Span(start, end, text[start:end])
