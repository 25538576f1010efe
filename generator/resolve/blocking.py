"""Which namesakes are worth comparing: pairs that share a key. Cost grows with the number of names, not its square."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from generator.resolve.given_names import arabic_skeleton, is_arabic, name_roots
from generator.resolve.lexicon import words
from generator.resolve.names import fold, is_ruler, name_parts, skeleton
from generator.resolve.namesakes import Namesake
from generator.resolve.organizations import initials, is_acronym, is_place_name
from generator.resolve.persons import family_names
from generator.resolve.places import bare_name, generic_tail, sound_key

# Larger blocks are sorted and each name is compared with its neighbors only (sorted neighborhood method, Hernandez and Stolfo 1995).
MAX_BLOCK = 60
WINDOW = 12
MAX_PLACE_PARTS = 3


def candidate_pairs(namesakes: Sequence[Namesake]) -> list[tuple[int, int]]:
    """Pairs of positions in `namesakes` (first < second), sorted. Only strong names of one family are paired."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for at, namesake in enumerate(namesakes):
        if not namesake.weak:
            for key in sorted(set(blocking_keys(namesake))):
                blocks[key].append(at)
    pairs: set[tuple[int, int]] = set()
    for members in blocks.values():
        pairs.update(_pairs(members, namesakes))
    return sorted(pairs)


def blocking_keys(namesake: Namesake) -> Iterator[str]:
    """The keys under which a name is found; two spellings of one name share at least one."""
    if namesake.family == "person":
        yield from _person_keys(namesake)
    elif namesake.family == "organization":
        yield from _organization_keys(namesake)
    elif namesake.family == "place":
        yield f"place name {bare_name(namesake.name)}"
        if generic_tail(namesake.parts):
            yield "place tail " + " ".join(generic_tail(namesake.parts))
        if sound_key(namesake.parts):
            yield f"place sound {sound_key(namesake.parts)}"
    for form in namesake.attested:
        yield f"{namesake.family} form {form}"


def _person_keys(namesake: Namesake) -> Iterator[str]:
    parts = namesake.parts
    yield "person order " + " ".join(sorted(parts))
    if is_ruler(parts) or len(parts) == 1:
        yield f"person ruler {parts[-1]}"
    for family in family_names(parts):
        given = next(part for part in parts if part != family) if set(parts) != {family} else family
        for root in name_roots(given):
            yield f"person {skeleton(family)} {fold(root)[:1]}"
            if arabic_skeleton(family) and is_arabic(parts):
                yield f"person arabic {arabic_skeleton(family)} {fold(root)[:1]}"
    if len(parts) > 2:
        # A second family name may be left out: the one before the last.
        yield f"person {skeleton(parts[-2])} {fold(parts[0])[:1]}"
        # So may all but the first two.
        plain = [part for part in parts if part not in words("particles.tsv") or len(part) == 1] or parts
        if len(plain) > 1 and len(plain[1]) > 1:
            yield f"person {skeleton(plain[1])} {fold(parts[0])[:1]}"
        # And so may a first name or initial.
        yield f"person {skeleton(parts[-1])} {fold(parts[1])[:1]}"


def _organization_keys(namesake: Namesake) -> Iterator[str]:
    parts = namesake.parts
    yield "organization letters " + "".join(skeleton(part) for part in parts)
    if len(parts) > 1:
        yield f"organization ends {parts[0]} {parts[-1]}"
    # A short form: the name without the kind of body behind it, or without the place before it.
    yield f"organization part {' '.join(parts)}"
    if len(parts) > 1 and parts[-1] in words("left_out_heads.tsv"):
        yield f"organization part {' '.join(parts[:-1])}"
    for size in range(1, min(len(parts), MAX_PLACE_PARTS + 1)):
        if is_place_name(parts[:size]):
            yield f"organization part {' '.join(parts[size:])}"
    if is_acronym(namesake.name):
        yield "organization initials " + "".join(name_parts(namesake.name))
    for short in initials(namesake.name):
        yield f"organization initials {short}"


def _pairs(members: Sequence[int], namesakes: Sequence[Namesake]) -> Iterator[tuple[int, int]]:
    window = len(members)
    if window > MAX_BLOCK:
        members = sorted(members, key=lambda at: (namesakes[at].parts[::-1], at))
        window = WINDOW
    for at, left in enumerate(members):
        for right in members[at + 1 : at + 1 + window]:
            yield min(left, right), max(left, right)
