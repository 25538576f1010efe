"""What people decided: corrections that stand above what the machine concludes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody or something by name: in every article, or in one only.

    name     a form of the name as articles write it
    article  path of that article relative to the seeds folder, or "" for all
    line     where it stands in the file of the decision, from 1
    """

    name: str
    article: str = ""
    line: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    """Whether these names are one ("same") or all apart ("different").

    path  of the file relative to the seeds folder;  by: who decided, or "";  why: the reason in the person's words, or ""
    """

    path: str
    verdict: Literal["same", "different"]
    names: tuple[Named, ...]
    by: str = ""
    why: str = ""
