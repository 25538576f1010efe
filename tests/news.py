"""A small newsroom: invented articles that tell the same things, and what may become of each (edited, retitled, moved, repeated)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.extract.annotate import annotate
from generator.extract.pipeline import load_pipeline
from generator.ingest.article import read_article
from generator.ingest.duplicates import mark_copies, mark_versions
from generator.ingest.files import find_files
from generator.model import Article, Extraction


def _article(title: str, publisher: str, date: str, body: str, url: str = "") -> str:
    head = f"---\ntitle: {title}\npublisher: {publisher}\ndate: {date}\n{f'url: {url}' if url else ''}\n---\n"
    return f"{head}{body.strip()}\n"


BRIDGE = """
Transport Minister Lidia Moreau opened a new bridge in Lisbon on Friday. "This bridge will bring the two banks together," Moreau said.

About 3,000 people attended the ceremony, the Transport Ministry said. Moreau met the mayor, Tomas Keller, before the opening.
"""
INAUGURATION = """
The transport minister, Lidia Moreau, inaugurated a bridge in Lisbon on Friday before some 2,500 spectators.

"This bridge will bring the two banks together," Ms Moreau told reporters. Mayor Tomas Keller thanked her.
"""
STRIKE = """
Harbor workers went on strike in Lisbon on Monday. The Harbor Workers Union called the strike over pay.

Tomas Keller, the mayor of Lisbon, asked the Harbor Workers Union to return to talks. "The port must open," Keller said.
"""
TALKS = """
Lidia Moreau met the Harbor Workers Union in Lisbon on Wednesday. The union and Moreau agreed on a pay rise of 4 percent.

"The port will open on Thursday," said Edda Vance, who leads the Harbor Workers Union. Vance praised Moreau.
"""
NAMESAKE = """
Edda Keller won the sailing race in Porto on Sunday. Keller crossed the line after 6 hours.

The Porto Sailing Club said that 40 boats took part. "I never saw such a wind," Keller said.
"""
# Place of an article -> its forms: (path, text). The first is the form in which it usually arrives.
FORMS: dict[str, tuple[tuple[str, str], ...]] = {
    "bridge": (
        ("bridge.md", _article("Lidia Moreau opens bridge in Lisbon", "Alder Times", "2023-05-12", BRIDGE)),
        ("bridge.md", _article("Bridge in Lisbon opens", "Alder Times", "2023-05-12", BRIDGE)),
        ("2023/bridge.md", _article("Lidia Moreau opens bridge in Lisbon", "ALDER TIMES", "2023-05-12", BRIDGE)),
    ),
    "inauguration": (
        ("beta.txt", _article("Minister inaugurates Lisbon bridge", "Beta Post", "2023-05-13", INAUGURATION)),
        ("beta.txt", _article("Minister inaugurates Lisbon bridge", "Beta Post", "2023-05-11", INAUGURATION)),
    ),
    "copy": (("copy.md", _article("Lisbon has a new bridge", "Gamma Wire", "2023-05-11", BRIDGE)),),
    "strike": (
        ("strike.md", _article("Harbor workers strike in Lisbon", "Alder Times", "2023-06-05", STRIKE, "https://a.example/s")),
        ("strike.md", _article("Lisbon port closed", "Alder Times", "2023-06-05", "The port of Lisbon is closed.\n" + STRIKE[80:], "https://a.example/s")),
    ),
    "talks": (
        ("talks.md", _article("Union and minister agree on pay", "Beta Post", "2023-06-07", TALKS)),
        ("talks.md", _article("Union and minister agree on pay", "Beta Post", "2023-06-07", TALKS.replace("Moreau", "Moreau-Dias"))),
    ),
    "race": (("race.md", _article("Keller wins race in Porto", "Alder Times", "2023-06-11", NAMESAKE)),),
    "echo": (("echo.md", _article("Minister inaugurates Lisbon bridge", "beta post", "2023-05-14", INAUGURATION.replace("2,500", "2,000").replace("Mr", "") + "\nLidia Moreau left Lisbon in the evening.")),),
}  # fmt: skip


@cache
def _read(path: str, text: str) -> tuple[Article, str, Extraction]:
    with TemporaryDirectory() as folder:
        place = Path(folder) / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
        (file,), _ = find_files(Path(folder))
        article, moment, _ = read_article(file, 100_000)
    return article, moment, annotate(article, load_pipeline("embedded"))


def newsroom(forms: Iterable[tuple[str, int]]) -> tuple[tuple[Article, ...], tuple[Extraction, ...]]:
    """The articles and extractions of (place of an article, number of its form) pairs, in the order given, as a build has them."""
    read = [_read(*FORMS[name][form]) for name, form in forms]
    ordered = sorted(read, key=lambda each: each[0].path)
    marked = mark_versions(mark_copies([each[0] for each in ordered]), {each[0].id: each[1] for each in ordered})
    by_path = {article.path: article for article in marked}
    return tuple(by_path[each[0].path] for each in read), tuple(each[2] for each in read)
