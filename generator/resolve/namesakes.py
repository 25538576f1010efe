"""Profiles that bear one name and do not contradict each other: the units that are compared."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.model import EntityType
from generator.resolve.bearers import RARE, age, is_common_party, split_by_country, split_people
from generator.resolve.bodies import is_bare_body
from generator.resolve.context import rarity
from generator.resolve.decisions import Rulings, split_marked
from generator.resolve.kinds import SHIP
from generator.resolve.lexicon import words
from generator.resolve.names import american, arabic_numeral, generation, name_parts, person_parts, sound
from generator.resolve.organizations import COUNTRY, is_acronym, organization_parts
from generator.resolve.places import place_key, place_parts
from generator.resolve.profiles import Profile

Family = Literal["person", "organization", "place", "thing"]
# Behind the key of a name that is several people's.
NUMBER = " #"
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
    weak    True when the name alone says too little to join articles ("Kim", "the Defense Ministry"), or is short for a ship's
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
    def called(self) -> Mapping[str, frozenset[str]]:
        """The names of one word by which its articles call a person, as they sound -> ids of these articles."""
        found: dict[str, set[str]] = defaultdict(set)
        for profile in self.profiles:
            for form, _ in profile.forms:
                if len(parts := person_parts(form)) == 1:
                    found[sound(parts[0])].add(profile.article)
        return {form: frozenset(articles) for form, articles in found.items()}

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
        return f"organization {' '.join(found)}", is_bare_body(profile.name) and not profile.country
    if family == "place":
        return f"place {place_key(profile.name)}", False
    return f"{profile.type} {' '.join(_thing_parts(profile.name))}", False


def _thing_parts(name: str) -> list[str]:
    """The parts of a thing's name that are compared; numerals behind its first word in digits: "Saturn V" -> ["saturn", "5"]."""
    first, *others = [american(part) for part in name_parts(name) if part != "the"] or [""]
    return [first, *map(arabic_numeral, others)]


def short_name_of_ship(profile: Profile) -> str:
    """The comparison key of a ship's name without the prefix: "Larkfield" for "MV Larkfield"; "" where there is none to leave out."""
    first, *others = _thing_parts(profile.name)
    return (
        f"{profile.type} {' '.join(others)}"
        if others and profile.subtype == SHIP and first in words("ship_prefixes.tsv")
        else ""
    )


def telling_parts(profile: Profile) -> tuple[str, ...]:
    """The parts of a name that are compared; a state body of a common name has its country in front, where the text gives it."""
    family = family_of(profile.type)
    if family == "person":
        return person_parts(profile.name)
    if family == "place":
        return place_parts(profile.name)
    if family != "organization":
        return name_parts(profile.name)
    found = organization_parts(profile.name)
    return (COUNTRY + profile.country, *found) if profile.country and is_bare_body(profile.name) else found


def find_namesakes(
    profiles: Sequence[Profile], names: Mapping[str, frozenset[str]], rulings: Rulings | None = None
) -> tuple[Namesake, ...]:
    """All namesakes, sorted by key. `names`: article id -> the full names in it, which decide where one name is several people's,
    unless a person decided it (`rulings`)."""
    ties = _rare_company(names)
    strong: dict[str, list[Profile]] = defaultdict(list)
    found: list[Namesake] = []
    ships = {short for profile in profiles if (short := short_name_of_ship(profile))}
    for profile in profiles:
        key, weak = comparison_key(profile)
        if weak or (profile.subtype == SHIP and key in ships):
            found.append(_make(f"{key} @{profile.article}/{profile.chain}", (profile,), weak=True))
        else:
            strong[key].append(profile)
    for key, same in strong.items():
        found.extend(_split(key, same, ties, rulings or Rulings()))
    return tuple(sorted(found, key=lambda namesake: namesake.key))


def _make(key: str, profiles: Sequence[Profile], weak: bool = False) -> Namesake:
    ordered = tuple(sorted(profiles, key=lambda profile: profile.key))
    counts = Counter(profile.name for profile in [one for one in ordered if not one.described] or ordered)
    name = min(counts, key=lambda form: (form.isupper() and " " in form, -counts[form], -len(form), form))
    bearer = next(profile for profile in ordered if profile.name == name)
    return Namesake(key, family_of(bearer.type), name, telling_parts(bearer), ordered, weak)


def _split(
    key: str, profiles: Sequence[Profile], ties: Callable[[str], frozenset[str]], rulings: Rulings
) -> list[Namesake]:
    """One namesake, or several: people of one name, parties of several countries. The oldest has the bare key."""
    family = family_of(profiles[0].type)
    decided = split_marked(profiles, rulings, ties)
    if len(decided) > 1:
        return _numbered(key, decided)
    if len({profile.article for profile in profiles}) == 1 or family not in ("person", "organization"):
        return [_make(key, profiles)]
    if family == "person":
        parts = split_people(key, profiles, ties)
    else:
        parts = split_by_country(profiles) if is_common_party(profiles[0].name) else [list(profiles)]
    return _numbered(key, parts)


def _numbered(key: str, parts: Sequence[Sequence[Profile]]) -> list[Namesake]:
    oldest, *others = sorted(parts, key=age)
    return [_make(key, oldest), *(_make(f"{key}{NUMBER}{'/'.join(age(part)[1:])}", part) for part in others)]


def _rare_company(names: Mapping[str, frozenset[str]]) -> Callable[[str], frozenset[str]]:
    """Article id -> the full names in it that few articles hold, places apart: those that tie two articles together."""
    counts = Counter(name for found in names.values() for name in found)
    rare = {
        name for name, count in counts.items() if rarity(len(names), count) >= RARE and not name.startswith("place ")
    }
    tied = {article: found & rare for article, found in names.items()}
    return lambda article: tied[article]


def are_namesakes(left: Namesake, right: Namesake) -> bool:
    """Whether two bear one name but were told apart."""
    return left.key != right.key and not (left.weak or right.weak) and _bare(left.key) == _bare(right.key)


def _bare(key: str) -> str:
    return key.partition(NUMBER)[0]


def full_names(profiles: Iterable[Profile]) -> dict[str, frozenset[str]]:
    """Article id -> comparison keys of the full names in it."""
    found: dict[str, set[str]] = defaultdict(set)
    for profile in profiles:
        key, weak = comparison_key(profile)
        found[profile.article] |= set() if weak else {key}
    return {article: frozenset(keys) for article, keys in found.items()}
