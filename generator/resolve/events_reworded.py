"""One happening of a story that is told with words of two families: "X and Y split", "X and Y have broken up".

Words of two families mostly tell two happenings, however alike their sentences are. So both must name the same who take part,
in sentences that mean the same, and no sentence may tell both.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from generator.model import EventRef
from generator.resolve.events_clusters import Cluster
from generator.resolve.events_facts import CORE_ROLES, Facts

# Cosine of the sentences' embeddings.
SAME_MEANING = 0.75
# So many take part in both: one and the same minister flies, meets and signs on one day.
LEAST_SHARED = 2


def join_reworded(clusters: Sequence[Cluster], vectors: Mapping[EventRef, np.ndarray]) -> list[Cluster]:
    """The clusters of a story, in their order, those joined that tell one happening; a main event's cluster stays first of its kind."""
    kept: list[Cluster] = []
    for cluster in sorted(clusters, key=lambda item: not item.main_of):
        home = next((other for other in kept if _is_same(other, cluster, vectors)), None)
        if home is None:
            kept.append(cluster)
            continue
        for item in cluster.members:
            home.add(item)
        home.loose.extend(cluster.loose)
    gone = {id(item) for item in clusters} - {id(item) for item in kept}
    return [item for item in clusters if id(item) not in gone]


def _is_same(left: Cluster, right: Cluster, vectors: Mapping[EventRef, np.ndarray]) -> bool:
    if left.family == right.family or right.main_of or not _take_part_alike(left, right):
        return False
    if _sentences(left) & _sentences(right) or any(left.evidence(item) is None for item in right.members):
        return False
    return any(_means_the_same(one, other, vectors) for one in left.members for other in right.members)


def _take_part_alike(left: Cluster, right: Cluster) -> bool:
    """Whether the same take part, somebody in the same role."""
    if not any(left.who.get(role, set()) & right.who.get(role, set()) for role in CORE_ROLES):
        return False
    return len(_people(left) & _people(right)) >= LEAST_SHARED


def _people(cluster: Cluster) -> set[str]:
    return {entity for role in CORE_ROLES for entity in cluster.who.get(role, ())}


def _sentences(cluster: Cluster) -> set[tuple[str, str]]:
    return {(item.ref.article, item.mention.sentence) for item in (*cluster.members, *cluster.loose)}


def _means_the_same(one: Facts, other: Facts, vectors: Mapping[EventRef, np.ndarray]) -> bool:
    if one.ref.article == other.ref.article or not one.people & other.people:
        return False
    left, right = vectors.get(one.ref), vectors.get(other.ref)
    return left is not None and right is not None and round(float(np.dot(left, right)), 4) >= SAME_MEANING
