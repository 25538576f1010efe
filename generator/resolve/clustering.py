"""Judgements -> clusters: the surest first, and never against a constraint."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from generator.model import Judgement
from generator.resolve.blocking import candidate_pairs
from generator.resolve.context import Corpus
from generator.resolve.features import Pair, relate
from generator.resolve.namesakes import Namesake
from generator.resolve.scoring import MIN_NAME, constraint, judge
from generator.resolve.symbols import Symbols, load_symbols

# A name that says less must fit one bearer better than any other by so much.
MARGIN = 0.10
# People's decisions: pairs of names (comparison keys) that are not the same.
Apart = Collection[frozenset[str]]


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate pair by position in the namesakes, with the judgement on it."""

    left: int
    right: int
    pair: Pair
    judgement: Judgement


class Clusters:
    """Namesakes joined so far (union-find), with the judgements that joined them."""

    def __init__(self, namesakes: Sequence[Namesake], symbols: Symbols, apart: Apart) -> None:
        self._namesakes = namesakes
        self._symbols = symbols
        self._apart = apart
        self._cluster = list(range(len(namesakes)))
        self._members = {at: [at] for at in range(len(namesakes))}

    def of(self, at: int) -> int:
        """The cluster of a namesake: the smallest position in it."""
        return self._cluster[at]

    def members(self, cluster: int) -> list[int]:
        """The positions of the namesakes in a cluster, sorted."""
        return self._members[cluster]

    def all(self) -> list[int]:
        """All clusters, sorted."""
        return sorted(self._members)

    def join(self, left: int, right: int) -> str:
        """Join the clusters of two namesakes. Returns "", or the constraint that forbids it (then nothing is changed)."""
        one, other = sorted((self.of(left), self.of(right)))
        if one == other:
            return ""
        for a in self._members[one]:
            for b in self._members[other]:
                conflict = self.conflict(a, b)
                if conflict:
                    return conflict
        moved = self._members.pop(other)
        self._members[one] = sorted([*self._members[one], *moved])
        for at in moved:
            self._cluster[at] = one
        return ""

    def conflict(self, left: int, right: int) -> str:
        """Why two namesakes can't be one, or ""."""
        one, other = self._namesakes[left], self._namesakes[right]
        if frozenset((one.key, other.key)) in self._apart:
            return "a person decided that they are not the same"
        found = constraint(one, other)
        if found or one.weak or other.weak:
            return found
        return relate(one, other, self._symbols).conflict


def cluster(namesakes: Sequence[Namesake], corpus: Corpus, apart: Apart = ()) -> tuple[Clusters, list[Judged]]:
    """Clusters of the strong namesakes, and every judgement made on the way (those that did not join are "different" or "unsure")."""
    pairs = candidate_pairs(namesakes)
    symbols = load_symbols(
        (namesakes[left].parts, namesakes[right].parts) for left, right in pairs if namesakes[left].family == "person"
    )
    judged = [Judged(left, right, *judge(namesakes[left], namesakes[right], symbols, corpus)) for left, right in pairs]
    judged = _unambiguous(judged, namesakes, symbols)
    clusters = Clusters(namesakes, symbols, apart)
    final = []
    for item in sorted(judged, key=lambda item: (-item.judgement.score, item.left, item.right)):
        conflict = clusters.join(item.left, item.right) if item.judgement.verdict == "same" else ""
        if conflict:
            reasons = (conflict, *item.judgement.reasons)
            item = replace(item, judgement=replace(item.judgement, verdict="different", reasons=reasons))
        final.append(item)
    return clusters, final


def _unambiguous(judged: Sequence[Judged], namesakes: Sequence[Namesake], symbols: Symbols) -> list[Judged]:
    """Take back a join of a name that says less ("J. Smith") where it fits several bearers about as well."""
    bearers: dict[int, list[tuple[int, Judged]]] = defaultdict(list)
    for item in judged:
        vague = item.pair.relation.vague
        if vague and item.judgement.verdict != "different":
            at, other = (item.left, item.right) if vague == "left" else (item.right, item.left)
            bearers[at].append((other, item))
    doubtful: set[int] = set()
    for found in bearers.values():
        for other, item in found:
            rivals = [
                rival
                for position, rival in found
                if position != other and not _may_be_one(namesakes[position], namesakes[other], symbols)
            ]
            if any(rival.judgement.score > item.judgement.score - MARGIN for rival in rivals):
                doubtful.add(id(item))
    return [_doubted(item) if id(item) in doubtful else item for item in judged]


def _may_be_one(left: Namesake, right: Namesake, symbols: Symbols) -> bool:
    relation = relate(left, right, symbols)
    return not relation.conflict and relation.value >= MIN_NAME


def _doubted(item: Judged) -> Judged:
    reasons = ("the shorter name fits several", *item.judgement.reasons)
    return replace(item, judgement=replace(item.judgement, verdict="unsure", reasons=reasons))
