"""Reading the lexicons of this folder: tab-separated data files, `#` starts a comment line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).parent / "lexicons"


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `lexicons/<name>`, in order, each a tuple of its cells."""
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return tuple(tuple(line.split("\t")) for line in lines if line.strip() and not line.startswith("#"))


@cache
def words(name: str) -> frozenset[str]:
    """All cells of `lexicons/<name>`."""
    return frozenset(cell for row in rows(name) for cell in row)


@cache
def mapping(name: str) -> dict[str, str]:
    """First cell -> second cell of each row of `lexicons/<name>`."""
    return {row[0]: row[1] if len(row) > 1 else "" for row in rows(name)}
