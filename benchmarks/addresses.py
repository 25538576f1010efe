"""Cost of the history of addresses: 600 and 6,000 pages, one in five of them gone; prints seconds of the processor and ratios."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator.history import HISTORY, read_history, settle, write_history
from generator.model import Address, Article, Chain, Entity, Extraction, KnowledgeBase, Mention, MentionRef, Span

SIZES = (600, 6_000)
# In a collection of news a page stands on some mentions in a few articles.
ARTICLES_PER_PAGE, PAGES_PER_ARTICLE = 4, 24
GONE = 5
T = TypeVar("T")


def main() -> None:
    """Settle, write and read histories of both sizes."""
    before: dict[str, float] = {}
    for pages in SIZES:
        kb = _knowledge(pages)
        past = dict(settle({}, kb).addresses)
        gone = [path for path in sorted(past) if path.startswith("entities/")][::GONE]
        past |= {path.replace("name", "former"): Address("Gone", past[path].holds) for path in gone}
        cost, settled = _timed(lambda past=past, kb=kb: settle(past, kb))
        written, text = _timed(lambda settled=settled: write_history(settled.addresses))
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "data").mkdir()
            (Path(folder) / HISTORY).write_text(text, encoding="utf-8")
            read, _ = _timed(lambda folder=folder: read_history(Path(folder)))
        print(
            f"{len(settled.addresses):6,} addresses, {len(settled.moved):5,} lead on, {len(text) // len(settled.addresses)} bytes each"
        )
        for name, seconds in (("settle", cost), ("write", written), ("read", read)):
            ratio = f"   x {seconds / before[name]:.1f}" if name in before else ""
            print(f"  {name:8} {seconds:6.3f} s{ratio}")
            before[name] = seconds


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    """The least of three runs: another program may use the processor's caches meanwhile."""
    seconds = []
    for _ in range(3):
        start = time.process_time()
        result = work()
        seconds.append(time.process_time() - start)
    return min(seconds), result


def _knowledge(pages: int) -> KnowledgeBase:
    """Entities that are named in a few articles each."""
    names = [f"Name {number}" for number in range(pages)]
    in_article: dict[str, list[int]] = {}
    for number in range(pages):
        for turn in range(ARTICLES_PER_PAGE):
            in_article.setdefault(
                f"article-{(number + turn * 7) // (PAGES_PER_ARTICLE // ARTICLES_PER_PAGE)}", []
            ).append(number)
    articles, found, refs = {}, {}, {number: [] for number in range(pages)}
    for key, numbers in in_article.items():
        text = ". ".join(f"{names[number]} is named in a sentence of {key}" for number in numbers)
        mentions = []
        for number in numbers:
            start = text.index(names[number])
            mentions.append(
                Mention(
                    f"m{number}",
                    Span(start, start + len(names[number]), names[number]),
                    "person",
                    "name",
                    f"c{number}",
                    "s0",
                )
            )
            refs[number].append(MentionRef(key, f"m{number}"))
        chains = tuple(Chain(item.chain, "person", item.span.text, (item.id,)) for item in mentions)
        articles[key] = Article(
            key, f"{key}.txt", None, key, None, "Example Post", (), None, None, None, "en", text, (), "0" * 64
        )
        found[key] = Extraction(key, (), tuple(mentions), chains, (), (), (), (), ())
    entities = {
        f"name-{number}": Entity(
            f"name-{number}", names[number], "person", (), tuple(refs[number]), f"entities/name-{number}.md"
        )
        for number in range(pages)
    }
    return KnowledgeBase(articles, found, entities, {}, (), {}, {})


if __name__ == "__main__":
    main()
