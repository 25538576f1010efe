"""Judgements -> clusters: the surest first, and never against a constraint."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from generator.model import Judgement
from generator.resolve.blocking import candidate_pairs
from generator.resolve.context import Corpus
from generator.resolve.decisions import A_PERSON, SURE, Rulings
from generator.resolve.features import Pair, relate
from generator.resolve.namesakes import Namesake
from generator.resolve.scoring import MIN_NAME, constraint, judge
from generator.resolve.symbols import Symbols, load_symbols

# A name that says less must fit one bearer better than any other by so much.
MARGIN = 0.10


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate pair by position in the namesakes, with the judgement on it. `pair` is None where a person decided."""

    left: int
    right: int
    pair: Pair | None
    judgement: Judgement


class Clusters:
    """Namesakes joined so far (union-find), with the judgements that joined them."""

    def __init__(self, namesakes: Sequence[Namesake], symbols: Symbols, rulings: Rulings) -> None:
        self._namesakes = namesakes
        self._symbols = symbols
        self._rulings = rulings
        self._marks = [rulings.marks_of(namesake.profiles) for namesake in namesakes]
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

    def join(self, left: int, right: int, is_decided: bool = False) -> str:
        """Join the clusters of two namesakes. Returns "", or the constraint that forbids it (then nothing is changed).

        What a person decided (`is_decided`) only another decision forbids.
        """
        one, other = sorted((self.of(left), self.of(right)))
        if one == other:
            return ""
        for a in self._members[one]:
            for b in self._members[other]:
                conflict = self.forbidden(a, b) if is_decided else self.conflict(a, b)
                if conflict:
                    return conflict
        moved = self._members.pop(other)
        self._members[one] = sorted([*self._members[one], *moved])
        for at in moved:
            self._cluster[at] = one
        return ""

    def forbidden(self, left: int, right: int) -> str:
        """The decision of a person that two namesakes are not one, or ""."""
        return self._rulings.conflict(self._marks[left], self._marks[right])

    def conflict(self, left: int, right: int) -> str:
        """Why two namesakes can't be one, or ""."""
        one, other = self._namesakes[left], self._namesakes[right]
        found = self.forbidden(left, right) or constraint(one, other)
        if found or one.weak or other.weak:
            return found
        return relate(one, other, self._symbols).conflict


def cluster(
    namesakes: Sequence[Namesake], corpus: Corpus, rulings: Rulings | None = None
) -> tuple[Clusters, list[Judged]]:
    """Clusters of the strong namesakes, and every judgement made on the way (those that did not join are "different" or "unsure").

    What people decided (`rulings`) comes first.
    """
    pairs = candidate_pairs(namesakes)
    symbols = load_symbols(
        (namesakes[left].parts, namesakes[right].parts) for left, right in pairs if namesakes[left].family == "person"
    )
    judged = [Judged(left, right, *judge(namesakes[left], namesakes[right], symbols, corpus)) for left, right in pairs]
    judged = _unambiguous(judged, namesakes, symbols)
    clusters = Clusters(namesakes, symbols, rulings or Rulings())
    final = _decided(namesakes, clusters, rulings or Rulings())
    for item in sorted(judged, key=lambda item: (-item.judgement.score, item.left, item.right)):
        if clusters.forbidden(item.left, item.right):
            continue
        conflict = clusters.join(item.left, item.right) if item.judgement.verdict == "same" else ""
        if conflict:
            reasons = (conflict, *item.judgement.reasons)
            item = replace(item, judgement=replace(item.judgement, verdict="different", reasons=reasons))
        final.append(item)
    return clusters, final


def _decided(namesakes: Sequence[Namesake], clusters: Clusters, rulings: Rulings) -> list[Judged]:
    """Join what people decided is one, and tell what they keep apart. A decision that another one forbids joins nothing."""
    at_of = {profile.key: at for at, namesake in enumerate(namesakes) for profile in namesake.profiles}
    found = []
    for join in rulings.joins:
        first, *others = dict.fromkeys(at_of[key] for key in join.profiles)
        joined = [other for other in others if not clusters.join(first, other, is_decided=True)]
        if joined:
            found.append(Judged(first, joined[0], None, join.judgement))
    marked = sorted({at_of[key] for key in rulings.marks})
    for left, right in combinations(marked, 2):
        reason = clusters.forbidden(left, right)
        if reason:
            names = namesakes[left].name, namesakes[right].name
            found.append(Judged(left, right, None, Judgement(*names, "different", SURE, (reason,), A_PERSON)))
    return found


def _unambiguous(judged: Sequence[Judged], namesakes: Sequence[Namesake], symbols: Symbols) -> list[Judged]:
    """Take back a join of a name that says less ("J. Smith") where it fits several bearers about as well."""
    bearers: dict[int, list[tuple[int, Judged]]] = defaultdict(list)
    for item in judged:
        vague = item.pair.relation.vague if item.pair is not None else ""
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
    reasons = ("the shorter name fits more than one", *item.judgement.reasons)
    return replace(item, judgement=replace(item.judgement, verdict="unsure", reasons=reasons))
