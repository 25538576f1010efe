"""One happening of a story that is told with words of two families: "X and Y split", "X and Y have broken up".

Words of two families mostly tell two happenings, however alike their sentences are. So both must name the same who take part,
in sentences that mean the same, and no sentence may tell both. Words that are listed as telling one and the same ("X suspended its
part in the deal", "X left the deal") want no such sentences, where both tell the same day, the same actor and the same object.
And words of one family tell one deed where the object is told whole or by its part ("bit a soldier", "bit a soldier's hand").
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

import numpy as np

from generator.model import EventRef
from generator.resolve.events_cluster import Cluster
from generator.resolve.events_days import dates_agree, lies_inside
from generator.resolve.events_facts import CORE_ROLES, Facts, family_of
from generator.resolve.titles_words import words

# Cosine of the sentences' embeddings.
SAME_MEANING = 0.75
# So many take part in both: one and the same minister flies, meets and signs on one day.
LEAST_SHARED = 2
# The family of agreements, of which one can have a part.
_AGREEMENT = family_of("agreement")


def join_reworded(clusters: Sequence[Cluster], vectors: Mapping[EventRef, np.ndarray]) -> list[Cluster]:
    """The clusters of a story, in their order, those joined that tell one happening; a main event's cluster stays first of its kind."""
    kept: list[Cluster] = []
    people: dict[str, list[int]] = {}
    families: dict[str, list[int]] = {}
    for cluster in sorted(clusters, key=lambda item: not item.main_of):
        near = sorted({*_sharing(cluster, people), *_in_related_words(cluster, families)})
        place = next((number for number in near if _is_same(kept[number], cluster, vectors)), len(kept))
        if place == len(kept):
            kept.append(cluster)
            families.setdefault(cluster.family, []).append(place)
            new = cluster.people
        else:
            new = cluster.people - kept[place].people
            for item in cluster.members:
                kept[place].add(item)
            kept[place].loose.extend(cluster.loose)
        for entity in new:
            people.setdefault(entity, []).append(place)
    gone = {id(item) for item in clusters} - {id(item) for item in kept}
    return [item for item in clusters if id(item) not in gone]


def _sharing(cluster: Cluster, people: Mapping[str, Sequence[int]]) -> Iterator[int]:
    """The places that enough of those who take part have in common."""
    met = Counter(place for entity in cluster.people for place in people.get(entity, ()))
    return (place for place, count in met.items() if count >= LEAST_SHARED)


def _in_related_words(cluster: Cluster, families: Mapping[str, Sequence[int]]) -> Iterator[int]:
    """The places of what is told in related words; of what has a day, as its cluster must."""
    groups = (group for group in _related() if cluster.dates and cluster.family in group)
    near = {cluster.family}.union(*groups)
    return (place for family in near for place in families.get(family, ()))


def _is_same(left: Cluster, right: Cluster, vectors: Mapping[EventRef, np.ndarray]) -> bool:
    if left.family == right.family:
        return _is_twin(left, right)
    if right.main_of:
        return False
    is_one = _is_one_deed(left, right)
    if not is_one and not _take_part_alike(left, right):
        return False
    if _sentences(left) & _sentences(right) or any(left.evidence(item) is None for item in right.members):
        return False
    return is_one or any(_means_the_same(one, other, vectors) for one in left.members for other in right.members)


def _is_one_deed(left: Cluster, right: Cluster) -> bool:
    """Whether related words tell what the same actor did to the same on the same day; a passive may leave the actor untold."""
    if left.main_of or not any({left.family, right.family} <= group for group in _related()):
        return False
    told = [(one, other) for one in left.dates for other in right.dates]
    if not any(one == other or lies_inside(one, other) or lies_inside(other, one) for one, other in told):
        return False
    actors = [cluster.who.get("agent", set()) for cluster in (left, right)]
    untold = any(not cluster.who.get("agent") and not cluster.heads.get("agent") for cluster in (left, right))
    return bool((actors[0] & actors[1] or untold) and _objects(left) & _objects(right))


def _is_twin(left: Cluster, right: Cluster) -> bool:
    """Whether one deed of one actor is told twice, on days that may be the same, once by the part that was acted on."""
    if left.main_of or right.main_of or _sentences(left) & _sentences(right):
        return False
    if not left.who.get("agent", set()) & right.who.get("agent", set()) or _parted(left, right):
        return False
    if not all(dates_agree(one, other) for one in left.dates for other in right.dates):
        return False
    return _has_part(left, right) or _has_part(right, left)


def _parted(left: Cluster, right: Cluster) -> bool:
    """Whether something keeps them apart: places, counts, or that one tells of several."""
    counted = {item.several for cluster in (left, right) for item in cluster.members}
    elsewhere = bool(left.places and right.places) and left.places.keys().isdisjoint(right.places)
    return elsewhere or len(counted) > 1 or left.counts_differ(right)


def _has_part(whole: Cluster, part: Cluster) -> bool:
    """Whether what is acted on in one is part of, or told by, what is acted on in the other: "a soldier", "a soldier's hand"."""
    objects = (item for fact in part.members for item in fact.mention.arguments if item.role == "patient")
    owners = {word for item in objects for word in _owners(item.span.text)}
    return bool(owners & set(whole.heads.get("patient", ())))


def _owners(phrase: str) -> Iterator[str]:
    """The nouns in the genitive in a phrase, and those behind "of": "a soldier's hand", "the hand of a soldier"."""
    parts = phrase.lower().replace("’", "'").split()
    for before, part in zip(["", *parts], parts, strict=False):
        if part.endswith(("'s", "s'")):
            yield part.removesuffix("'s").removesuffix("'")
        elif before in words("determiners") and "of" in parts[: parts.index(part)]:
            yield part


def _objects(cluster: Cluster) -> set[str]:
    """What is acted on: entities, and families of nouns; an agreement, where it is one's part in something."""
    found = set(cluster.who.get("patient", ()))
    nouns = set(cluster.heads.get("patient", ()))
    for item in cluster.members:  # "the agreement was signed", "the signing of the agreement"
        if item.mention.predicate not in (None, item.mention.trigger):
            nouns.add(item.mention.lemma)
    return found | {_AGREEMENT if noun in words("sharing") else family_of(noun) for noun in nouns}


@cache
def _related() -> tuple[frozenset[str], ...]:
    text = (files("generator.resolve") / "lexicons" / "events_related.txt").read_text(encoding="utf-8")
    lines = (line.split(",") for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(frozenset(family_of(word.strip()) for word in line) for line in lines)


def _take_part_alike(left: Cluster, right: Cluster) -> bool:
    """Whether the same take part, somebody in the same role."""
    if not any(left.who.get(role, set()) & right.who.get(role, set()) for role in CORE_ROLES):
        return False
    return len(left.people & right.people) >= LEAST_SHARED


def _sentences(cluster: Cluster) -> set[tuple[str, str]]:
    return {(item.ref.article, item.mention.sentence) for item in (*cluster.members, *cluster.loose)}


def _means_the_same(one: Facts, other: Facts, vectors: Mapping[EventRef, np.ndarray]) -> bool:
    if one.ref.article == other.ref.article or not one.people & other.people:
        return False
    left, right = vectors.get(one.ref), vectors.get(other.ref)
    return left is not None and right is not None and round(float(np.dot(left, right)), 4) >= SAME_MEANING
