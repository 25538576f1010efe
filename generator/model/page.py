"""A file that is not yet written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Page:
    """One Markdown page: `path` relative to the content folder ("events/x.md"), front matter, body (Markdown)."""

    path: str
    body: str
    meta: Mapping[str, Any] = field(default_factory=dict)
