"""The name a cluster goes by, its aliases, its type, and its address."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

from generator.model import Alias, EntityType
from generator.resolve.bearers import age
from generator.resolve.kinds import vote_type
from generator.resolve.names import name_parts, person_parts
from generator.resolve.organizations import is_known, organization_parts
from generator.resolve.profiles import Profile
from generator.slugs import short_hash, slugify

# A fuller form is the better name when it stands in one article for every so many of the shorter one.
FULLER_SHARE = 4
# A form is about as common as the commonest when it stands in more than one article for so many of the other's.
COMMON_SHARE = 2


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
    """The best-attested full form: a full name before a short one, then by articles.

    A form that half as many articles have as the commonest may stand for all too; of these the fullest is taken, then the oldest, so that
    the name (and with it the address) does not change with every article in which one spelling passes another.
    """
    articles: Counter[str] = Counter()
    ages: dict[str, tuple[str, str, str]] = {}
    for profile in sorted(profiles, key=lambda item: age([item]), reverse=True):
        articles[profile.name] += 1
        ages[profile.name] = age([profile])
    kind = vote_type(profiles)
    faults = {name: _faults(name, articles, kind) for name in articles}
    fewest = min(faults.values())
    good = [name for name in articles if faults[name] == fewest]
    most = max(articles[name] for name in good)
    enough = [name for name in good if articles[name] * COMMON_SHARE > most]
    best = min(enough, key=lambda name: (-len(name_parts(name)), ages[name], name))
    return best.title() if is_shouted(best) else best


def _faults(name: str, articles: Counter[str], kind: EntityType) -> tuple[bool, ...]:
    """What speaks against a form, the gravest first."""
    person = kind == "person"
    return (
        is_shouted(name) or (kind != "organization" and _is_capitals_of(name, articles)),
        person and len(person_parts(name)) < 2,
        person and _has_initial_only(name),
        not person and _is_shortened(name, articles),
    )


def is_shouted(name: str) -> bool:
    """Whether several words stand in capitals only, as in a headline; "AK-47" is written so."""
    if not name.isupper():
        return False
    written = [word for word in name.split() if not any(character.isdigit() for character in word)]
    return len(name_parts(" ".join(written))) > 1


def _is_capitals_of(name: str, names: Iterable[str]) -> bool:
    """Whether a name is another one in capitals, as in a dateline; an acronym may well be written so."""
    return name.isupper() and any(other != name and other.upper() == name for other in names)


def _is_shortened(name: str, articles: Counter[str]) -> bool:
    """Whether a fuller form is attested often enough to stand for it: "Post" where there is "Harbor Post"."""
    return any(_is_fuller(other, name) and articles[other] * FULLER_SHARE >= articles[name] for other in articles)


def _is_fuller(name: str, short: str) -> bool:
    if is_known(name) and is_known(short):
        # The list makes them one: what is compared of them is the same.
        return set(name_parts(short)) < set(name_parts(name))
    return set(organization_parts(short)) < set(organization_parts(name))


def _has_initial_only(name: str) -> bool:
    return len(person_parts(name)[0]) == 1


def vote_subtype(profiles: Iterable[Profile], kind: EntityType) -> str:
    """What most mentions of this type are more exactly, or ""; on a tie the first in the alphabet."""
    counts: Counter[str] = Counter()
    for profile in profiles:
        if profile.type == kind and profile.subtype:
            counts[profile.subtype] += profile.mentions
    return min(counts, key=lambda subtype: (-counts[subtype], subtype), default="")


def entity_ids(
    names: Mapping[str, str],
    paged: Iterable[str],
    plain: Iterable[str],
    qualifiers: Callable[[str], Sequence[str]],
    age: Callable[[str], tuple[str, ...]],
) -> dict[str, str]:
    """Stable key -> id, unique, whatever the order.

    `paged`: keys with a page, whose ids never depend on entities without one; `plain`: keys that keep their bare name (countries).
    Of several others of one name the oldest by `age` keeps it bare, so that news of a namesake moves no address. The others have the first
    of their qualifiers behind it that is still free: the kind ("city") unless an older one is of the same, then country, role, and a hash.
    """
    ids: dict[str, str] = {}
    kinds: dict[str, set[str]] = defaultdict(set)
    first = set(paged)
    for keys in (sorted(plain), sorted(first, key=lambda key: (age(key), key)), sorted(names)):
        same: dict[str, list[str]] = defaultdict(list)
        for key in keys:
            if key not in ids:
                same[slugify(names[key])].append(key)
        taken = set(ids.values())
        for slug, bearers in sorted(same.items()):
            for key in bearers:
                kind, *facts = qualifiers(key)
                found = facts if kind in kinds[slug] else [kind, *facts]
                ids[key] = slug if slug not in taken else _qualified(key, names[key], found, taken)
                taken.add(ids[key])
                kinds[slug].add(kind)
    return ids


def _qualified(key: str, name: str, qualifiers: Sequence[str], taken: Collection[str]) -> str:
    for qualifier in qualifiers:
        slug = slugify(f"{name} {qualifier}")
        if qualifier and slug not in taken:
            return slug
    return f"{slugify(name)[:70]}-{short_hash(key)}"
