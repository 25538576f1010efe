"""Clusters -> chains: name, type, country, gender, and which clusters are worth keeping."""

from __future__ import annotations

from collections import Counter

from generator.extract.chains_board import Board, Cluster, Draft
from generator.extract.chains_names import words_of
from generator.gazetteer import find_place
from generator.model import Chain, EntityType

# Descriptions of these types are kept even when nothing tells whom they mean: they may speak or act.
_KEPT_WITHOUT_NAME = frozenset({"person", "group", "organization"})


def finish(board: Board) -> tuple[Chain, ...]:
    """The chains in the order of their first mentions; clusters of nothing but pronouns, or a bare "the country", are left out."""
    chains: list[Chain] = []
    for root in board.roots():
        cluster = board.clusters[root]
        members = [board.drafts[index] for index in cluster.members]
        if _is_kept(members):
            chains.append(_chain(f"c{len(chains)}", cluster, members))
    return tuple(chains)


def _is_kept(members: list[Draft]) -> bool:
    return any(
        draft.is_name or draft.is_demonym or (draft.is_nominal and draft.mention.type in _KEPT_WITHOUT_NAME)
        for draft in members
    )


def _chain(key: str, cluster: Cluster, members: list[Draft]) -> Chain:
    kind = _type(members)
    name = _fullest(members, kind)
    return Chain(
        id=key,
        type=kind,
        name=name,
        mentions=tuple(draft.mention.id for draft in members),
        country=_country(cluster, name, kind),
        gender=next(iter(cluster.genders)) if len(cluster.genders) == 1 else "",
        reasons=tuple(cluster.reasons),
    )


def _type(members: list[Draft]) -> EntityType:
    """The commonest type of the names; without names, of the demonyms and descriptions. The first one's on a tie."""
    for chosen in (
        [draft for draft in members if draft.is_name],
        [draft for draft in members if draft.mention.kind == "nominal"],
        members,
    ):
        if chosen:
            return Counter(draft.mention.type for draft in chosen).most_common(1)[0][0]
    return "other"


def _fullest(members: list[Draft], kind: EntityType) -> str:
    """The name with the most words, then the most letters, the commonest one on a tie; capitals only when there is nothing else."""
    names = [draft.text for draft in members if draft.is_name and draft.mention.type == kind]
    names = names or [draft.text for draft in members if draft.is_name]
    if not names:
        return ""
    plain = [name for name in names if not (name.isupper() and len(name) > 5)] or names
    counts = Counter(plain)
    return max(plain, key=lambda name: (len(words_of(name)), len(name), counts[name]))


def _country(cluster: Cluster, name: str, kind: EntityType) -> str:
    if len(cluster.codes) == 1:
        return next(iter(cluster.codes))
    place = find_place(name) if kind in ("place", "facility") and name else None
    return place.country if place is not None and place.certain else ""
