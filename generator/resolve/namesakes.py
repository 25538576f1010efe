"""Profiles that bear one name and do not contradict each other: the units that are compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.model import EntityType
from generator.resolve.names import american, generation, name_parts, person_parts
from generator.resolve.organizations import COUNTRY, is_acronym, is_common, organization_parts
from generator.resolve.places import place_key
from generator.resolve.profiles import Profile

Family = Literal["person", "organization", "place", "thing"]
_FAMILIES: Mapping[EntityType, Family] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
}


@dataclass(frozen=True)
class Namesake:
    """The chains of all articles that bear one name and do not contradict each other.

    key     stable and unique: the comparison key, with "#" and a number where one name is several people's
    name    the most used full form;  parts: what is compared of it
    weak    True when the name alone says too little to join articles ("Kim", "the Defense Ministry")
    """

    key: str
    family: Family
    name: str
    parts: tuple[str, ...]
    profiles: tuple[Profile, ...]
    weak: bool = False

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that have it, sorted."""
        return tuple(sorted({profile.article for profile in self.profiles}))

    @cached_property
    def countries(self) -> frozenset[str]:
        """Countries that the texts tie it to."""
        return frozenset(profile.country for profile in self.profiles if profile.country)

    @cached_property
    def titles(self) -> frozenset[str]:
        """Head words of its roles."""
        return frozenset(title for profile in self.profiles for title in profile.titles)

    @cached_property
    def gender(self) -> str:
        """The gender that most of its articles give, or "" when none does or they are divided."""
        counts = Counter(profile.gender for profile in self.profiles if profile.gender).most_common(2)
        if not counts or (len(counts) > 1 and counts[1][1] * 3 > counts[0][1]):
            return ""
        return counts[0][0]

    @cached_property
    def generation(self) -> str:
        """Its generation mark ("jr"), or ""."""
        return generation(self.name) if self.family == "person" else ""

    @cached_property
    def attested(self) -> frozenset[str]:
        """Comparison forms of the full names that its own articles use for it."""
        forms = {form for profile in self.profiles for form, _ in profile.forms}
        if self.family == "person":
            return frozenset("".join(parts) for form in forms if len(parts := person_parts(form)) > 1)
        if self.family == "organization":
            return frozenset(
                "".join(name_parts(form)) for form in forms if is_acronym(form) or len(name_parts(form)) > 1
            )
        return frozenset()


def family_of(kind: EntityType) -> Family:
    """The family in which an entity of this type is compared; nothing is ever merged across families."""
    return _FAMILIES.get(kind, "thing")


def comparison_key(profile: Profile) -> tuple[str, bool]:
    """(key, weak): profiles with one key bear one name; `weak` when the name alone does not tell who is meant."""
    family = family_of(profile.type)
    if family == "person":
        parts, mark = person_parts(profile.name), generation(profile.name)
        return f"person {''.join(parts)} {mark}".strip(), len(parts) < 2 and not mark
    if family == "organization":
        found = telling_parts(profile)
        return f"organization {' '.join(found)}", is_common(found)
    if family == "place":
        return f"place {place_key(profile.name)}", False
    return f"{profile.type} {' '.join(american(part) for part in name_parts(profile.name) if part != 'the')}", False


def telling_parts(profile: Profile) -> tuple[str, ...]:
    """The parts of a name that are compared; a state body of a common name has its country in front, where the text gives it."""
    family = family_of(profile.type)
    if family == "person":
        return person_parts(profile.name)
    if family != "organization":
        return name_parts(profile.name)
    found = organization_parts(profile.name)
    return (COUNTRY + profile.country, *found) if is_common(found) and profile.country else found


def find_namesakes(profiles: Sequence[Profile], names: Mapping[str, frozenset[str]]) -> tuple[Namesake, ...]:
    """All namesakes, sorted by key. `names`: article id -> the full names in it, which decide where one name is several people's."""
    strong: dict[str, list[Profile]] = defaultdict(list)
    found: list[Namesake] = []
    for profile in profiles:
        key, weak = comparison_key(profile)
        if weak:
            found.append(_make(f"{key} @{profile.article}/{profile.chain}", (profile,), weak=True))
        else:
            strong[key].append(profile)
    for key, same in strong.items():
        found.extend(_split(key, same, names))
    return tuple(sorted(found, key=lambda namesake: namesake.key))


def _make(key: str, profiles: Sequence[Profile], weak: bool = False) -> Namesake:
    ordered = tuple(sorted(profiles, key=lambda profile: profile.key))
    counts = Counter(profile.name for profile in ordered)
    name = min(counts, key=lambda form: (form.isupper() and " " in form, -counts[form], -len(form), form))
    bearer = next(profile for profile in ordered if profile.name == name)
    return Namesake(key, family_of(bearer.type), name, telling_parts(bearer), ordered, weak)


def _split(key: str, profiles: Sequence[Profile], names: Mapping[str, frozenset[str]]) -> list[Namesake]:
    """One namesake, or several where people of one name have countries, roles and company without anything in common."""
    countries = {profile.country for profile in profiles if profile.country}
    if family_of(profiles[0].type) != "person" or len(countries) < 2:
        return [_make(key, profiles)]
    parts = _components(key, profiles, names)
    main, *others = sorted(parts, key=lambda part: (-len(part), min(profile.key for profile in part)))
    apart = []
    for part in others:
        own = {profile.country for profile in part if profile.country}
        if own and not own & {profile.country for profile in main if profile.country}:
            apart.append(part)
        else:
            main = [*main, *part]
    numbered = [_make(f"{key} #{_oldest(part)}", part) for part in apart]
    return [_make(key, main), *numbered]


def _oldest(profiles: Iterable[Profile]) -> str:
    return min(f"{profile.article}/{profile.chain}" for profile in profiles)


def _components(key: str, profiles: Sequence[Profile], names: Mapping[str, frozenset[str]]) -> list[list[Profile]]:
    """Profiles connected through a shared country, role or other full name in their articles."""
    parent = list(range(len(profiles)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = parent[parent[at]]
            at = parent[at]
        return at

    first: dict[str, int] = {}
    for at, profile in enumerate(profiles):
        items = {f"country {profile.country}"} if profile.country else set()
        items |= {f"title {title}" for title in profile.titles}
        items |= {name for name in names[profile.article] if name != key and not name.startswith("place country")}
        for item in items:
            parent[root(at)] = root(first.setdefault(item, at))
    parts: dict[int, list[Profile]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        parts[root(at)].append(profile)
    return list(parts.values())


def full_names(profiles: Iterable[Profile]) -> dict[str, frozenset[str]]:
    """Article id -> comparison keys of the full names in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for profile in profiles:
        key, weak = comparison_key(profile)
        found[profile.article] |= set() if weak else {key}
    return {article: frozenset(keys) for article, keys in found.items()}
