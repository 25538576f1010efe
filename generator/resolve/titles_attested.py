"""Which words the accounts of an event share: a title that says what most of them say is the better one.

The idea of sentence centrality (Radev et al., Centroid-based summarization of multiple documents, 2004), with the share of articles
as the weight of a word.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from generator.resolve.titles_words import words

# So many of the words that most articles share are what the event is about.
CORE = 8
_RIM = "‘’“”'\".,:;!?()[]—–-"
_ENDINGS = ("'s", "’s", "ing", "ed", "es", "s", "e")
_SHORTEST = 3


@lru_cache(maxsize=1024)
def stems(line: str) -> tuple[str, ...]:
    """The content words of a line without their endings, in order: "Ferry sinks" -> "ferry", "sink"."""
    bare = (word.strip(_RIM).lower() for word in line.split())
    small = words("small")
    return tuple(_stem(word) for word in bare if word and word not in small)


@cache
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
    return word


class Attestation:
    """How many accounts use each word, from the headline and the first sentences of each."""

    def __init__(self, accounts: Sequence[Iterable[str]]) -> None:
        counts = Counter(stem for lines in accounts for stem in {stem for line in lines for stem in stems(line)})
        self.share = {stem: count / max(len(accounts), 1) for stem, count in counts.items()}
        core = sorted(counts, key=lambda stem: (-counts[stem], stem))[:CORE]
        self.core = {stem: self.share[stem] for stem in core}

    def score(self, line: str) -> float:
        """In [0, 1]: how much of what the accounts share the line says, and how much of the line they share."""
        found = set(stems(line))
        if not found or not self.core:
            return 0.0
        said = sum(share for stem, share in self.core.items() if stem in found) / sum(self.core.values())
        shared = sum(self.share.get(stem, 0.0) for stem in found) / len(found)
        return (said + shared) / 2
