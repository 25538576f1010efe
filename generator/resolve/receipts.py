"""Why these names are one entity, and which near names were kept apart, as judgements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model import Judgement
from generator.resolve.clustering import Clusters, Judged
from generator.resolve.names import fold, name_parts
from generator.resolve.namesakes import Namesake
from generator.resolve.profiles import Profile
from generator.resolve.short_names import Joined

# An entity's page names so many near names, the nearest first.
MAX_APART = 12
SURE = 1.0


def merge_receipts(
    judged: Sequence[Judged], joined: Sequence[Joined], clusters: Clusters, namesakes: Sequence[Namesake]
) -> dict[int, tuple[Judgement, ...]]:
    """Cluster -> the judgements that made it one: between articles first, then inside the articles."""
    found: dict[int, list[Judgement]] = defaultdict(list)
    for item in judged:
        if item.judgement.verdict == "same" and clusters.of(item.left) == clusters.of(item.right):
            found[clusters.of(item.left)].append(item.judgement)
    for group in _same_short(joined, clusters).values():
        cluster, judgement = group
        found[cluster].append(judgement)
    for cluster in clusters.all():
        profiles = [profile for at in clusters.members(cluster) for profile in namesakes[at].profiles]
        found[cluster] = [*_same_name(profiles), *found[cluster], *_inside(profiles)]
    return {cluster: tuple(receipt) for cluster, receipt in found.items()}


def _same_short(joined: Sequence[Joined], clusters: Clusters) -> dict[tuple[int, str], tuple[int, Judgement]]:
    """One judgement per short form and cluster: the surest stands for all."""
    found: dict[tuple[int, str], tuple[int, Judgement]] = {}
    for item in sorted(joined, key=lambda item: (-item.judgement.score, item.short)):
        if item.judgement.verdict == "same":
            cluster = clusters.of(item.short)
            found.setdefault((cluster, item.judgement.left), (cluster, item.judgement))
    return dict(sorted(found.items()))


def _same_name(profiles: Sequence[Profile]) -> list[Judgement]:
    articles: dict[str, set[str]] = defaultdict(set)
    for profile in profiles:
        articles[profile.name].add(profile.article)
    return [
        Judgement(name, name, "same", SURE, (f"{len(found)} articles use the same full name",))
        for name, found in sorted(articles.items(), key=lambda item: (-len(item[1]), item[0]))
        if len(found) > 1
    ]


def _inside(profiles: Sequence[Profile]) -> list[Judgement]:
    """Forms that articles themselves use beside the full name: one judgement per form."""
    reasons: dict[tuple[str, str], set[str]] = defaultdict(set)
    articles: dict[tuple[str, str], set[str]] = defaultdict(set)
    for profile in profiles:
        for form, _ in profile.forms:
            if _plain(form) != _plain(profile.name):
                reasons[form, profile.name].update(reason for reason in profile.reasons if _is_about(reason, form))
                articles[form, profile.name].add(profile.article)
    found = []
    for (form, name), keys in sorted(articles.items(), key=lambda item: (-len(item[1]), item[0])):
        where = f"{len(keys)} article{'s use' if len(keys) > 1 else ' uses'} it for {name}"
        found.append(Judgement(form, name, "same", SURE, (where, *sorted(reasons[form, name]))))
    return found


def _is_about(reason: str, form: str) -> bool:
    """Whether a reason of a chain is about this form: it opens with it, an honorific in front at most."""
    before, found, _ = reason.partition(form)
    return bool(found) and len(before.split()) <= 1


def _plain(name: str) -> str:
    return "".join(fold(part) for part in name_parts(name))


def kept_apart(
    judged: Sequence[Judged], joined: Sequence[Joined], clusters: Clusters, ids: Mapping[int, str]
) -> dict[int, tuple[Judgement, ...]]:
    """Cluster -> judgements on near names that are not it (left is its id, right the other's), the nearest first."""
    best: dict[tuple[int, int], Judgement] = {}
    pairs = [(item.left, item.right, item.judgement) for item in judged if item.judgement.verdict != "same"]
    pairs += [(item.short, item.bearer, item.judgement) for item in joined if item.judgement.verdict != "same"]
    for left, right, judgement in pairs:
        one, other = sorted((clusters.of(left), clusters.of(right)))
        if one != other and ((one, other) not in best or judgement.score > best[one, other].score):
            best[one, other] = judgement
    found: dict[int, list[tuple[float, str, Judgement]]] = defaultdict(list)
    for (one, other), judgement in best.items():
        found[one].append((-judgement.score, ids[other], judgement))
        found[other].append((-judgement.score, ids[one], judgement))
    return {one: _nearest(ids[one], items) for one, items in found.items()}


def _nearest(key: str, items: list[tuple[float, str, Judgement]]) -> tuple[Judgement, ...]:
    kept = sorted(items, key=lambda item: item[:2])[:MAX_APART]
    return tuple(replace(judgement, left=key, right=other) for _, other, judgement in kept)
