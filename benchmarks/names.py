"""Cost of telling who is who, for ten times the names: `python -m benchmarks.names [articles ...]`.

The vocabulary grows with the corpus (by Heaps' law, as in real text: the square root of its length), so that a name is not shared by
ever more people only because the list of surnames ends.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Sequence

from generator.model import Article, Chain, Extraction, Mention, Sentence, Span
from generator.resolve.collector import collector_paused
from generator.resolve.entities import resolve_entities

SIZES = (50, 500, 5000)
NAMES = 20  # per article
_SYLLABLES = tuple(first + vowel for first in "bdfgklmnprstvz" for vowel in ("a", "e", "i", "o", "u", "an", "er", "il"))
_BODIES = ("Group", "University", "Bank", "Ministry", "Party")


def main(sizes: Sequence[int]) -> None:
    """Print mentions, entities, seconds, and the ratios to the size before."""
    before: tuple[int, float] | None = None
    for size in sizes:
        articles, extractions = corpus(size)
        with collector_paused():  # as `resolve` does
            start = time.process_time()
            entities, _ = resolve_entities(articles, extractions, 2)
            seconds = time.process_time() - start
        ratios = f"names x{size / before[0]:.1f}  time x{seconds / before[1]:.1f}" if before else ""
        print(f"{size * NAMES:8d} names  {len(entities):7d} entities  {seconds:7.2f} s  {ratios}", flush=True)
        before = size, seconds


def corpus(size: int) -> tuple[dict[str, Article], dict[str, Extraction]]:
    """So many articles of made-up people and organizations: always the same."""
    dice = random.Random(size)  # noqa: S311 (a corpus that is always the same, no secret)
    words = int((size * NAMES) ** 0.5 * 8)
    given, family = made_up_words(words // 4, dice), made_up_words(words, dice)
    people = [(dice.choice(given), dice.choice(family)) for _ in range(size * NAMES // 4)]
    articles, extractions = {}, {}
    for number in range(size):
        article, extraction = _article(f"a{number:06d}", people, family, dice)
        articles[article.id], extractions[article.id] = article, extraction
    return articles, extractions


def made_up_words(count: int, dice: random.Random) -> list[str]:
    """So many words of a few syllables, with a capital letter; some may be equal."""
    return ["".join(dice.choices(_SYLLABLES, k=dice.choice((2, 3, 3, 4)))).title() for _ in range(count)]


def _article(
    key: str, people: Sequence[tuple[str, str]], family: Sequence[str], dice: random.Random
) -> tuple[Article, Extraction]:
    text, mentions, chains = "", [], []
    for number in range(NAMES):
        organization = number % 5 == 4
        name = f"{dice.choice(family)} {dice.choice(_BODIES)}" if organization else _called(dice, people)
        kind = "organization" if organization else "person"
        span = Span(len(text), len(text) + len(name), name)
        text += name + ". "
        mentions.append(Mention(f"m{number}", span, kind, "name", f"c{number}", "s0"))
        chains.append(Chain(f"c{number}", kind, name, (f"m{number}",)))
    terms = tuple(sorted((f"w{word}", 1) for word in {dice.randrange(3000) for _ in range(80)}))
    sentence = Sentence("s0", Span(0, len(text), text), 0)
    article = Article(key, key, None, None, None, "P", (), None, None, None, "en", text, (), "0")
    return article, Extraction(key, (sentence,), tuple(mentions), tuple(chains), (), (), (), (), (), terms)


def _called(dice: random.Random, people: Sequence[tuple[str, str]]) -> str:
    """One of the people, some far more often than others: by the full name, the family name, or with an initial."""
    given, family = people[int(dice.random() ** 2 * len(people))]
    how = dice.random()
    return f"{given} {family}" if how < 0.9 else family if how < 0.95 else f"{given[0]}. {family}"


if __name__ == "__main__":
    main([int(size) for size in sys.argv[1:]] or SIZES)
