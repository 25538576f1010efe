"""A tiny collection of invented articles for tests of the whole way."""

from __future__ import annotations

from pathlib import Path

ARTICLES = {
    "alpha.md": """---
title: Lidia Moreau opens bridge in Lisbon
publisher: Alder Times
date: 2023-05-12
url: https://alder.example/bridge
---

Transport Minister Lidia Moreau opened a new bridge in Lisbon on Friday. "This bridge will bring the two banks together," Moreau said.

About 3,000 people attended the ceremony, the Transport Ministry said. Moreau met the mayor, Tomas Keller, before the opening.
""",
    "sub/beta.txt": """---
title: Minister inaugurates Lisbon bridge
publisher: Beta Post
date: 2023-05-13
---
The transport minister, Lidia Moreau, inaugurated a bridge in Lisbon on Friday before some 2,500 spectators.

"This bridge will bring the two banks together," Ms Moreau told reporters. Mayor Tomas Keller thanked her.
""",
}


def write_corpus(folder: Path, articles: dict[str, str] = ARTICLES) -> Path:
    """Write `articles` (path -> text) below `folder`, which is returned."""
    for path, text in articles.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return folder
