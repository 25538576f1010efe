"""Which articles tell the same event: complete linkage over words, opening words, names, figures, and what lead and headline mean.

Words weigh by TF-IDF; document frequencies are those of the collection, added to those of a background of openly licensed
text, so that a collection of two articles is judged by the same scale as one of two thousand.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import combinations

import numpy as np

from generator.model import Article, Entity, Extraction
from generator.resolve.events_facts import family_of
from generator.resolve.events_figures import Figures, figures_factor, read_figures

# Weights of the five similarities, and the least similarity of any two articles of one event.
TERMS, LEAD_TERMS, NAMES, LEAD, HEADLINE = 0.45, 0.18, 0.18, 0.09, 0.1
THRESHOLD = 0.155
# Whoever is in both: articles that share hardly a word tell different events.
LEAST_TERMS = 0.05
# Publication dates are often those of a crawl: a large gap is a sign against one event, and no proof.
DAYS_APART, FACTOR_APART = 30, 0.85
# The same happening to other people: two arrests make two events, however alike they are told.
FACTOR_OTHERS = 0.5
_PERSON_ROLES = ("agent", "patient")
# Blocking: two articles are compared when they share one of their weightiest terms or names, and no more than so many others
# that share it were published between them; of these pairs, an article's best count.
BLOCKING_TERMS = 16
BLOCKING_WINDOW = 50
BLOCKING_PAIRS = 60
_NAME_KINDS = frozenset({"person", "organization", "place", "facility", "product", "work", "other"})


@dataclass(frozen=True)
class _Profile:
    terms: Mapping[str, float]
    lead_terms: Mapping[str, float]
    names: Mapping[str, float]
    lead: np.ndarray | None
    headline: np.ndarray | None
    day: date | None
    family: str = ""
    people: Mapping[str, frozenset[str]] = field(default_factory=dict)
    figures: Figures = field(default_factory=dict)


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
    profiles = _profiles([extractions[key] for key in own], articles, entities, entity_of)
    pairs = _similar_pairs(profiles, _candidates(profiles))
    # Complete linkage asks for every pair: compare also what has a common neighbor.
    pairs.update(_similar_pairs(profiles, _second_neighbors(pairs)))
    clusters = complete_linkage(own, pairs)
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


def complete_linkage(items: Sequence[str], pairs: Mapping[tuple[str, str], float]) -> list[tuple[str, ...]]:
    """Clusters in which every two items stand in `pairs` (keys sorted), merged from the most similar pair downwards."""
    members: dict[str, tuple[str, ...]] = {item: (item,) for item in items}
    links: dict[str, dict[str, float]] = defaultdict(dict)
    for (left, right), score in pairs.items():
        links[left][right] = links[right][left] = score
    heap = [(-score, left, right) for (left, right), score in pairs.items()]
    heapq.heapify(heap)
    while heap:
        score, left, right = heapq.heappop(heap)
        if left not in members or right not in members or links[left].get(right) != -score:
            continue
        keep = {key: min(links[left][key], links[right][key]) for key in links[left].keys() & links[right].keys()}
        _forget(links, left, right)
        members[left] = tuple(sorted(members[left] + members.pop(right)))
        links[left] = keep
        for key, value in keep.items():
            links[key][left] = value
            heapq.heappush(heap, (-value, min(left, key), max(left, key)))
    return sorted(members.values())


def _forget(links: dict[str, dict[str, float]], left: str, right: str) -> None:
    for gone in (left, right):
        for key in links.pop(gone, {}):
            links.get(key, {}).pop(gone, None)


def _profiles(
    extractions: Sequence[Extraction],
    articles: Mapping[str, Article],
    entities: Mapping[str, Entity],
    entity_of: Mapping[tuple[str, str], str],
) -> dict[str, _Profile]:
    names = {item.article: _name_counts(item, entities, entity_of) for item in extractions}
    idf = _idf((term for term, _ in item.terms) for item in extractions)
    name_idf = _idf_of(Counter(name for counts in names.values() for name in counts), len(extractions))
    return {
        item.article: _Profile(
            _weighted(dict(item.terms), idf),
            _weighted(dict(item.lead_terms), idf),
            _weighted(names[item.article], name_idf),
            _vector(item.lead),
            _vector(item.headline),
            _day(articles[item.article].published),
            *_main(item, entities, entity_of),
            read_figures(item),
        )
        for item in extractions
    }


def _main(
    item: Extraction, entities: Mapping[str, Entity], entity_of: Mapping[tuple[str, str], str]
) -> tuple[str, dict[str, frozenset[str]]]:
    """The family of the article's main event, and the persons who act and suffer in it."""
    for event in item.events:
        if event.main:
            found: dict[str, set[str]] = defaultdict(set)
            for argument in event.arguments:
                entity = entity_of.get((item.article, argument.chain or ""), "")
                if argument.role in _PERSON_ROLES and entity in entities and entities[entity].type == "person":
                    found[argument.role].add(entity)
            return family_of(event.lemma, event.type), {role: frozenset(people) for role, people in found.items()}
    return "", {}


def _has_others(left: _Profile, right: _Profile) -> bool:
    """Whether both articles are about the same kind of happening, with different people in the same role."""
    if not left.family or left.family != right.family:
        return False
    roles = left.people.keys() & right.people.keys()
    return any(not left.people[role] & right.people[role] for role in roles)


def _vector(packed: bytes) -> np.ndarray | None:
    return np.frombuffer(packed, dtype="<f2").astype(np.float32) if packed else None


def _name_counts(
    item: Extraction, entities: Mapping[str, Entity], entity_of: Mapping[tuple[str, str], str]
) -> dict[str, float]:
    found: Counter[str] = Counter()
    for chain in item.chains:
        entity = entity_of.get((item.article, chain.id))
        if entity is not None and entities[entity].type in _NAME_KINDS:
            found[entity] += max(1, len(chain.mentions))
    return {entity: 1 + math.log(count) for entity, count in found.items()}


@cache
def _background() -> tuple[int, dict[str, int]]:
    """Number of documents, and in how many of them a term occurs."""
    path = files("generator.resolve") / "lexicons" / "events_document_frequencies.tsv"
    counts: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            term, _, number = line.partition("\t")
            counts[term] = int(number)
    return counts.pop("*"), counts


def _idf(documents: Iterable[Iterable[str]]) -> dict[str, float]:
    total, counts = _background()
    own: Counter[str] = Counter()
    number = 0
    for terms in documents:
        own.update(terms)
        number += 1
    return {term: math.log((1 + total + number) / (1 + counts.get(term, 0) + count)) for term, count in own.items()}


def _idf_of(counts: Mapping[str, int], number: int) -> dict[str, float]:
    return {key: math.log((1 + number) / count) for key, count in counts.items()}


def _weighted(counts: Mapping[str, float], idf: Mapping[str, float]) -> dict[str, float]:
    raw = {term: count * idf[term] for term, count in sorted(counts.items())}
    norm = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {term: value / norm for term, value in raw.items()}


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


def _candidates(profiles: Mapping[str, _Profile]) -> Iterable[tuple[str, str]]:
    index: dict[str, list[str]] = defaultdict(list)
    for key in sorted(profiles, key=lambda item: (profiles[item].day or date.min, item)):
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
    profiles: Mapping[str, _Profile], candidates: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], float]:
    scored = ((pair, _similarity(profiles[pair[0]], profiles[pair[1]])) for pair in candidates)
    return {pair: score for pair, score in scored if score >= THRESHOLD}


def _second_neighbors(pairs: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    near: dict[str, set[str]] = defaultdict(set)
    for left, right in pairs:
        near[left].add(right)
        near[right].add(left)
    found = {pair for keys in near.values() for pair in combinations(sorted(keys), 2)}
    return sorted(pair for pair in found if pair[1] not in near[pair[0]])


def _similarity(left: _Profile, right: _Profile) -> float:
    words = _cosine(left.terms, right.terms)
    if words < LEAST_TERMS:
        return 0.0
    score = (
        TERMS * words
        + LEAD_TERMS * _cosine(left.lead_terms, right.lead_terms)
        + NAMES * _cosine(left.names, right.names)
        + LEAD * _meaning(left.lead, right.lead)
        + HEADLINE * _meaning(left.headline, right.headline)
    )
    far = left.day and right.day and abs((left.day - right.day).days) > DAYS_APART
    factor = (FACTOR_APART if far else 1.0) * (FACTOR_OTHERS if _has_others(left, right) else 1.0)
    return round(score * factor * figures_factor(left.figures, right.figures), 4)


def _meaning(left: np.ndarray | None, right: np.ndarray | None) -> float:
    return max(0.0, float(np.dot(left, right))) if left is not None and right is not None else 0.0


def _cosine(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    # The exact sum: the order in which a set gives its words changes nothing.
    return math.fsum(left[term] * right[term] for term in left.keys() & right.keys())
