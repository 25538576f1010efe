"""Which articles tell the same event: linkage over how likely each two of them do, every two of a cluster likely enough."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import combinations

from generator.model import Article, Entity, Extraction
from generator.resolve.events_likeness import certainty, likelihood
from generator.resolve.events_profiles import Profile, read_profiles

# The least chance with which any two articles of a cluster tell one event.
LEAST = 0.28
# The least certainty of a cluster, as the mean of its pairs: many stories of one topic are alike, and none tells another's event.
CERTAIN = 0.55
# Blocking: two articles are compared when they share one of their weightiest terms or names, and no more than so many others
# that share it were published between them; of these pairs, an article's best count.
BLOCKING_TERMS = 16
BLOCKING_WINDOW = 50
BLOCKING_PAIRS = 60


def cluster_articles(
    articles: Mapping[str, Article],
    extractions: Mapping[str, Extraction],
    entities: Mapping[str, Entity],
    entity_of: Mapping[tuple[str, str], str],
) -> tuple[tuple[str, ...], ...]:
    """Clusters of article ids that tell the same event, each sorted, in the order of their first ids.

    A copy stands with the article that it repeats.
    """
    origins = {key: _origin(key, articles, extractions) for key in sorted(extractions)}
    own = sorted(key for key, origin in origins.items() if origin == key)
    published = {key: articles[key].published for key in own}
    profiles = read_profiles([extractions[key] for key in own], entities, entity_of, published)
    pairs = _similar_pairs(profiles, _candidates(profiles, {key: _day(published[key]) for key in own}))
    # Linkage asks for every pair: compare also what has a common neighbor.
    pairs.update(_similar_pairs(profiles, _second_neighbors(pairs)))
    clusters = link(own, pairs, {pair: certainty(profiles[pair[0]], profiles[pair[1]]) for pair in pairs})
    copies = defaultdict(list)
    for key, origin in origins.items():
        copies[origin].append(key)
    return tuple(tuple(sorted(copy for key in cluster for copy in copies[key])) for cluster in clusters)


def _origin(key: str, articles: Mapping[str, Article], extractions: Mapping[str, Extraction]) -> str:
    seen = {key}
    while (above := articles[key].copy_of) is not None and above in extractions and above not in seen:
        key = above
        seen.add(key)
    return key


def link(
    items: Sequence[str],
    pairs: Mapping[tuple[str, str], float],
    certainties: Mapping[tuple[str, str], float] | None = None,
) -> list[tuple[str, ...]]:
    """Clusters in which every two items stand in `pairs` (keys sorted), merged from the highest mean of a cluster's pairs downwards.

    The order is that of average linkage, the condition that of complete linkage (Sokal and Michener 1958; Sorensen 1948); with
    `certainties` of the same pairs, their mean over a cluster is CERTAIN or more.
    """
    members: dict[str, tuple[str, ...]] = {item: (item,) for item in items}
    links = Links(pairs)
    sure = None if certainties is None else Links(certainties)
    within: dict[str, float] = dict.fromkeys(items, 0.0)
    heap = [(-score, left, right) for (left, right), score in pairs.items()]
    heapq.heapify(heap)

    def mean(left: str, right: str) -> float:
        return links.sums[left][right] / (len(members[left]) * len(members[right]))

    while heap:
        score, left, right = heapq.heappop(heap)
        if left not in members or right not in members:
            continue
        if right not in links.sums[left] or mean(left, right) != -score:
            continue
        if sure is not None:
            together = within[left] + within[right] + sure.sums[left][right]
            if together < CERTAIN * math.comb(len(members[left]) + len(members[right]), 2):
                continue
            within[left] = together
            sure.merge(left, right)
        members[left] = tuple(sorted(members[left] + members.pop(right)))
        for key in links.merge(left, right):
            low, high = min(left, key), max(left, key)
            heapq.heappush(heap, (-mean(low, high), low, high))
    return sorted(members.values())


class Links:
    """The sums over the pairs between two clusters, of those clusters of which every pair is known."""

    def __init__(self, pairs: Mapping[tuple[str, str], float]) -> None:
        self.sums: dict[str, dict[str, float]] = defaultdict(dict)
        for (left, right), score in pairs.items():
            self.sums[left][right] = self.sums[right][left] = score

    def merge(self, left: str, right: str) -> list[str]:
        """Make `right` a part of `left`; the clusters that are still linked with it."""
        ours, theirs = self.sums[left], self.sums[right]
        kept = {key: ours[key] + theirs[key] for key in ours if key in theirs}
        for gone in (left, right):
            for key in self.sums.pop(gone):
                self.sums[key].pop(gone, None)
        self.sums[left] = kept
        for key, value in kept.items():
            self.sums[key][left] = value
        return list(kept)


def _day(published: str | None) -> date:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return date.min


def _candidates(profiles: Mapping[str, Profile], days: Mapping[str, date]) -> Iterable[tuple[str, str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for key in sorted(profiles, key=lambda item: (days[item], item)):
        for terms, kind in ((profiles[key].terms, "t:"), (profiles[key].names, "n:")):
            for term in heapq.nlargest(BLOCKING_TERMS, terms, key=lambda item: (terms[item], item)):
                index[kind + term].append(key)
    shared = Counter(
        (min(left, right), max(left, right))
        for keys in index.values()
        for place, left in enumerate(keys)
        for right in keys[place + 1 : place + 1 + BLOCKING_WINDOW]
    )
    return _nearest(shared)


def _nearest(shared: Mapping[tuple[str, str], int]) -> list[tuple[str, str]]:
    """The pairs that share the most keys, so many for each article: what grows with the collection are the chance meetings."""
    near: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for (left, right), count in shared.items():
        near[left].append((-count, right))
        near[right].append((-count, left))
    return sorted(
        {
            (min(key, other), max(key, other))
            for key, found in near.items()
            for _, other in (found if len(found) <= BLOCKING_PAIRS else sorted(found)[:BLOCKING_PAIRS])
        }
    )


def _similar_pairs(
    profiles: Mapping[str, Profile], candidates: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], float]:
    scored = ((pair, likelihood(profiles[pair[0]], profiles[pair[1]])) for pair in candidates)
    return {pair: score for pair, score in scored if score >= LEAST}


def _second_neighbors(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    near: dict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        near[left].add(right)
        near[right].add(left)
    found = {pair for keys in near.values() for pair in combinations(sorted(keys), 2)}
    return sorted(pair for pair in found if pair[1] not in near[pair[0]])
