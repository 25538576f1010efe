"""The name a cluster goes by, its aliases, and its address."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from generator.model import Alias, EntityType
from generator.resolve.names import name_parts
from generator.resolve.profiles import Profile
from generator.slugs import short_hash, unique_slugs


def find_aliases(profiles: Iterable[Profile]) -> tuple[Alias, ...]:
    """Every name form of these profiles, most frequent first."""
    counts: Counter[str] = Counter()
    publishers: dict[str, set[str]] = defaultdict(set)
    for profile in profiles:
        for form, count in profile.forms:
            counts[form] += count
            if profile.publisher:
                publishers[form].add(profile.publisher)
    ordered = sorted(counts, key=lambda form: (-counts[form], form))
    return tuple(Alias(form, counts[form], tuple(sorted(publishers[form]))) for form in ordered)


def canonical_name(profiles: Sequence[Profile]) -> str:
    """The best-attested full form: named so by most articles, then most often, then the longest."""
    articles: Counter[str] = Counter(profile.name for profile in profiles)
    uses: Counter[str] = Counter()
    for profile in profiles:
        uses.update(dict(profile.forms))
    return max(
        articles, key=lambda name: (len(name_parts(name)) > 1, not shouted(name), articles[name], uses[name], name)
    )


def shouted(name: str) -> bool:
    """Whether several words stand in capitals only, as in a headline."""
    return name.isupper() and len(name_parts(name)) > 1


def vote_type(profiles: Iterable[Profile]) -> EntityType:
    """The type that most mentions have; on a tie the first in the alphabet."""
    counts: Counter[EntityType] = Counter()
    for profile in profiles:
        counts[profile.type] += profile.mentions
    return min(counts, key=lambda kind: (-counts[kind], kind))


def entity_ids(names: Mapping[str, str], paged: Iterable[str]) -> dict[str, str]:
    """Stable key -> id. Entities with a page never change their address because of one without."""
    with_page = {key: names[key] for key in paged}
    ids = unique_slugs(with_page)
    taken = set(ids.values())
    for key, slug in unique_slugs({key: name for key, name in names.items() if key not in with_page}).items():
        ids[key] = slug if slug not in taken else f"{slug[:70]}-{short_hash(key)}"
    return ids
