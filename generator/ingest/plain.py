"""Plain text -> paragraphs."""

from __future__ import annotations

import itertools
import statistics

# Hard-wrapped text: lines end near one column, and mostly in the middle of a sentence.
MIN_WRAPPED_LINES = 4
MIN_COLUMN, MAX_COLUMN = 50, 110
MIN_FULL_SHARE = 0.6
MIN_OPEN_SHARE = 0.6
FULL_LINE_SLACK = 14
_SENTENCE_ENDS = (".", "!", "?", ":", ";", "”", '"', "’", "'", ")")


def read_plain(text: str) -> list[str]:
    """The paragraphs of plain text, in order, each one line with single spaces.

    Blank lines and single line breaks both separate paragraphs, unless the lines are wrapped at a column: then only
    blank lines (and short lines) do, and the lines between them are joined.
    """
    lines = [" ".join(line.split()) for line in text.split("\n")]
    if _is_wrapped(lines):
        lines = _join_wrapped(lines)
    return [line for line in lines if line]


def _is_wrapped(lines: list[str]) -> bool:
    """Whether the lines that another line follows at once mostly end near one column and in mid-sentence."""
    inner = [line for line, following in itertools.pairwise(lines) if line and following]
    if len(inner) < MIN_WRAPPED_LINES:
        return False
    column = max(len(line) for line in inner)
    if not MIN_COLUMN <= column <= MAX_COLUMN:
        return False
    full = [line for line in inner if len(line) >= column - FULL_LINE_SLACK]
    open_ended = sum(1 for line in full if not line.endswith(_SENTENCE_ENDS))
    return len(full) >= MIN_FULL_SHARE * len(inner) and open_ended >= MIN_OPEN_SHARE * len(full)


def _join_wrapped(lines: list[str]) -> list[str]:
    column = statistics.median(len(line) for line in lines if line)
    joined: list[list[str]] = []
    previous = ""
    for line in lines:
        if line and previous and _wraps(previous, line, column):
            joined[-1].append(line)
        else:
            joined.append([line])
        previous = line
    return [" ".join(paragraph) for paragraph in joined]


def _wraps(previous: str, line: str, column: float) -> bool:
    """Whether `line` goes on where `previous` broke off."""
    return len(previous) >= column - FULL_LINE_SLACK or not previous.endswith(_SENTENCE_ENDS) or line[:1].islower()
