"""Several people, or bodies of several countries, of one name: what tells them apart, in plain words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from generator.resolve.lexicon import rows, words
from generator.resolve.names import name_parts
from generator.resolve.places import country_in_text
from generator.resolve.profiles import Profile

# Nobody is in the news for longer.
LIFETIME = 75
# Names and roles that more articles share don't tie two articles together (see `context.Corpus.rarity`).
RARE = 0.7


def contradiction(left: Sequence[Profile], right: Sequence[Profile]) -> str:
    """What speaks for two people of one name, in plain words, or ""; what the texts don't say contradicts nothing."""
    one, other = _countries(left), _countries(right)
    if one and other and not one & other:
        return f"one is tied to {_list(one)}, the other to {_list(other)}"
    one, other = _titles(left), _titles(right)
    if _fields(one) and _fields(other) and not _fields(one) & _fields(other):
        return f"one is called {_list(one)}, the other {_list(other)}"
    years = [[int(item.published[:4]) for item in side if item.published[:4].isdigit()] for side in (left, right)]
    if all(years) and (min(years[1]) - max(years[0]) > LIFETIME or min(years[0]) - max(years[1]) > LIFETIME):
        return "their articles are a lifetime apart"
    return ""


def split_people(key: str, profiles: Sequence[Profile], ties: Callable[[str], Iterable[str]]) -> list[list[Profile]]:
    """Profiles of one person's name, one list per person.

    Profiles that a country, a role or rare company ties together are one person's; the rest belong to whom most articles mean, unless
    what the texts say of them contradicts it. `ties`: article id -> what ties it to others.
    """
    parts = sorted(_components(key, profiles, ties), key=lambda part: (-len(part), age(part)))
    main, others = parts[0], parts[1:]
    apart: list[list[Profile]] = []
    for part in others:
        if not contradiction(part, main):
            main = [*main, *part]
        elif (host := next((known for known in apart if not contradiction(part, known)), None)) is not None:
            host.extend(part)
        else:
            apart.append(list(part))
    return [main, *apart]


def split_by_country(profiles: Sequence[Profile]) -> list[list[Profile]]:
    """Profiles of a name that parties of many countries have: one list per country; those without one go with the most used."""
    found: dict[str, list[Profile]] = defaultdict(list)
    for profile in profiles:
        found[profile.country].append(profile)
    nameless = found.pop("", [])
    parts = sorted(found.values(), key=lambda part: (-len(part), age(part)))
    return [[*parts[0], *nameless], *parts[1:]] if parts else [nameless]


def is_common_party(name: str) -> bool:
    """Whether parties of many countries have this name ("Labor Party")."""
    parts = name_parts(name)
    return "party" in parts and all(part in words("party_words.tsv") for part in parts)


def age(profiles: Iterable[Profile]) -> tuple[str, str, str]:
    """When a name is first borne: by date, then article, then chain. Articles without a date come last."""
    return min((profile.published or "9999", profile.article, profile.chain) for profile in profiles)


def _components(key: str, profiles: Sequence[Profile], ties: Callable[[str], Iterable[str]]) -> list[list[Profile]]:
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
        items |= {name for name in ties(profile.article) if name != key}
        for item in items:
            parent[root(at)] = root(first.setdefault(item, at))
    parts: dict[int, list[Profile]] = defaultdict(list)
    for at, profile in enumerate(profiles):
        parts[root(at)].append(profile)
    return list(parts.values())


def _countries(profiles: Iterable[Profile]) -> frozenset[str]:
    return frozenset(country_in_text(profile.country) for profile in profiles if profile.country)


def _titles(profiles: Iterable[Profile]) -> frozenset[str]:
    return frozenset(title for profile in profiles for title in profile.titles if title in _field_of())


def _fields(titles: Iterable[str]) -> frozenset[str]:
    return frozenset(_field_of()[title] for title in titles)


@cache
def _field_of() -> dict[str, str]:
    return {word: field for field, *found in rows("role_fields.tsv") for word in found}


def _list(items: Iterable[str]) -> str:
    *most, last = sorted(items)
    return f"{', '.join(most)} and {last}" if most else last
