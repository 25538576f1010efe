"""The company that a name keeps: which other names its articles hold, and how alike those articles are."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Extraction

# Names that many articles hold say little: weight 1 for one in ten of them at most, then falling to 0.
_RARE_SHARE = 10.0
# So many shared rare names, or so high a cosine of the articles' words, are full support.
FULL_NAMES, FULL_COSINE = 3.0, 0.5
MIN_COSINE = 0.1
# A name with more articles than this is compared through so many of them, spread evenly.
MAX_ARTICLES = 8


@dataclass(frozen=True, slots=True)
class Company:
    """Support of the context for two names being one: `value` in [0, 1], the shared names (rarest first), the cosine."""

    value: float
    shared: tuple[str, ...]
    cosine: float


def rarity(articles: int, holding: int) -> float:
    """Weight in [0, 1] of a name that so many of the articles hold."""
    return min(1.0, max(0.0, math.log10((articles + _RARE_SHARE) / holding)))


class Corpus:
    """Look-up tables over all articles. `names`: article id -> the full names in it (comparison keys)."""

    def __init__(self, names: Mapping[str, frozenset[str]], extractions: Mapping[str, Extraction]) -> None:
        self.names = names
        self._extractions = extractions
        self._articles = max(1, len(names))
        self._counts: Counter[str] = Counter(name for found in names.values() for name in found)
        self._frequency: Counter[str] = Counter(term for key in sorted(names) for term, _ in extractions[key].terms)
        self._vector = lru_cache(maxsize=None)(self._make_vector)
        # A name is compared with its candidates one after the other: few are needed at a time.
        self._union = lru_cache(maxsize=1_000)(self._make_union)
        self._cosine = lru_cache(maxsize=500_000)(self._make_cosine)

    def rarity(self, name: str) -> float:
        """Weight of a shared name in [0, 1]."""
        return rarity(self._articles, self._counts[name])

    def company(self, left: Sequence[str], right: Sequence[str], own: frozenset[str]) -> Company:
        """Support for a name in the articles `left` and one in the articles `right` being one; `own` names don't count."""
        left, right = _spread(left), _spread(right)
        if set(left) & set(right):
            # The same article speaks for neither side: its names are shared by themselves.
            right = [key for key in right if key not in set(left)] or right
        both = self._union(tuple(left)) & self._union(tuple(right))
        shared = sorted(both - own, key=lambda name: (-self.rarity(name), name))
        weight = sum(self.rarity(name) for name in shared)
        cosine = max(
            (self._cosine(a, b) if a < b else self._cosine(b, a) for a in left for b in right if a != b), default=0.0
        )
        likeness = max(0.0, cosine - MIN_COSINE) / (FULL_COSINE - MIN_COSINE)
        return Company(round(min(1.0, max(weight / FULL_NAMES, likeness)), 4), tuple(shared), round(cosine, 3))

    def _make_union(self, articles: tuple[str, ...]) -> frozenset[str]:
        return frozenset().union(*(self.names[key] for key in articles))

    def _make_vector(self, article: str) -> dict[str, float]:
        weights = {
            term: (1 + math.log(count)) * math.log((self._articles + 1) / self._frequency[term])
            for term, count in self._extractions[article].terms
        }
        length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {term: weight / length for term, weight in weights.items()}

    def _make_cosine(self, left: str, right: str) -> float:
        one, other = self._vector(left), self._vector(right)
        return math.fsum([one[term] * other[term] for term in one.keys() & other.keys()])


def _spread(articles: Sequence[str]) -> list[str]:
    ordered = sorted(articles)
    step = max(1, len(ordered) // MAX_ARTICLES)
    return ordered[::step][:MAX_ARTICLES]
