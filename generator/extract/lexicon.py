"""Reading the data files of this folder's lexicons: lists of lines, tables with a header, YAML. `#` starts a comment line."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

_FOLDER = Path(__file__).parent / "lexicons"


def read_lines(name: str) -> tuple[str, ...]:
    """The lines of `lexicons/<name>`, without empty ones and comments."""
    lines = (_FOLDER / name).read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line.strip() and not line.startswith("#"))


def read_table(name: str) -> Iterator[dict[str, str]]:
    """The rows of the tab-separated `lexicons/<name>`, whose first line names the columns."""
    with (_FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def read_yaml(name: str) -> dict[str, Any]:
    """The mapping in `lexicons/<name>`."""
    found: dict[str, Any] = yaml.safe_load((_FOLDER / name).read_text(encoding="utf-8"))
    return found
