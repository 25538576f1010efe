"""Chains of all articles -> entities: who is who across the corpus."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.model import Article, Entity, Extraction, MentionRef
from generator.resolve.canonical import canonical_name, entity_ids, find_aliases, vote_type
from generator.resolve.names import name_parts
from generator.resolve.profiles import Profile, make_profiles
from generator.slugs import page_path

MIN_ARTICLES = 2


def resolve_entities(
    articles: Mapping[str, Article], extractions: Mapping[str, Extraction], min_mentions: int
) -> tuple[dict[str, Entity], dict[tuple[str, str], str]]:
    """Entities by id (sorted), and (article id, chain id) -> entity id.

    An entity has a page when it is mentioned at least `min_mentions` times by name or in two articles. The order of the
    articles does not matter.
    """
    profiles = make_profiles(articles, extractions)
    clusters = _cluster(profiles)
    keys = {_stable_key(cluster): cluster for cluster in clusters}
    names = {key: canonical_name(cluster) for key, cluster in keys.items()}
    paged = [key for key, cluster in keys.items() if _deserves_page(cluster, min_mentions)]
    ids = entity_ids(names, paged)
    entities: dict[str, Entity] = {}
    entity_of: dict[tuple[str, str], str] = {}
    for key, cluster in keys.items():
        entity_of.update({profile.key: ids[key] for profile in cluster})
        page = page_path("entities", ids[key]) if key in set(paged) else None
        entities[ids[key]] = Entity(
            ids[key], names[key], vote_type(cluster), find_aliases(cluster), _mentions(cluster, extractions), page
        )
    return dict(sorted(entities.items())), dict(sorted(entity_of.items()))


def _cluster(profiles: Sequence[Profile]) -> list[tuple[Profile, ...]]:
    found: dict[tuple[str, str], list[Profile]] = defaultdict(list)
    for profile in profiles:
        found[(profile.type, " ".join(name_parts(profile.name)))].append(profile)
    return [tuple(cluster) for _, cluster in sorted(found.items())]


def _stable_key(cluster: Sequence[Profile]) -> str:
    return min(f"{profile.article}/{profile.chain}" for profile in cluster)


def _deserves_page(cluster: Sequence[Profile], min_mentions: int) -> bool:
    named = sum(count for profile in cluster for _, count in profile.forms)
    return named >= min_mentions or len({profile.article for profile in cluster}) >= MIN_ARTICLES


def _mentions(cluster: Sequence[Profile], extractions: Mapping[str, Extraction]) -> tuple[MentionRef, ...]:
    chains = {profile.key for profile in cluster}
    found: list[MentionRef] = []
    for article in sorted({profile.article for profile in cluster}):
        mine = [mention for mention in extractions[article].mentions if (article, mention.chain) in chains]
        ordered = sorted(mine, key=lambda mention: (mention.span.start, mention.span.end, mention.id))
        found.extend(MentionRef(article, mention.id) for mention in ordered)
    return tuple(found)
