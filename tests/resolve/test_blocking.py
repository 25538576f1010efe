"""The number of comparisons grows with the number of names, not with its square; spellings of one name are still compared."""

from __future__ import annotations

import itertools

from generator.resolve.blocking import MAX_BLOCK, WINDOW, candidate_pairs
from generator.resolve.context import Corpus
from generator.resolve.namesakes import Namesake, find_namesakes, full_names
from generator.resolve.profiles import Profile

FAMILY = [
    a + b + c
    for a, b, c in itertools.product(
        ["Mar", "Bel", "Kor", "Tan", "Vis"], ["ov", "in", "ak", "el"], ["sen", "dt", "ra", "mi"]
    )
]
GIVEN = [
    a + b
    for a, b in itertools.product(["An", "Bo", "Ce", "Do", "El", "Fi", "Go", "Ha"], ["na", "ris", "lia", "mo", "ti"])
]


def make_profile(name: str, article: str, kind: str = "person") -> Profile:
    return Profile(article, "c0", "", kind, name, ((name, 1),), 1, "", "", frozenset())


def namesakes_of(names: list[str], kind: str = "person") -> tuple[Namesake, ...]:
    profiles = [make_profile(name, f"a{number}", kind) for number, name in enumerate(names)]
    return find_namesakes(profiles, full_names(profiles))


def pair_names(names: list[str], kind: str = "person") -> set[frozenset[str]]:
    found = namesakes_of(names, kind)
    return {frozenset((found[left].name, found[right].name)) for left, right in candidate_pairs(found)}


def test_spellings_of_one_name_are_compared() -> None:
    for left, right in [
        ("Andrei Belov", "Andrey Belov"),
        ("Bob Hale", "Robert Hale"),
        ("J. Hale", "John Hale"),
        ("Viktor Orban", "Orban Viktor"),
    ]:
        assert frozenset((left, right)) in pair_names([left, right, "Mara Quill"])


def test_unlike_names_are_not_compared() -> None:
    assert pair_names(["Mara Quill", "Otto Brandt", "Iris Novak", "Quill"]) == set()


def test_short_forms_of_organizations_are_compared() -> None:
    names = [
        "Larkfield University",
        "Larkfield",
        "Detroit Larks",
        "Larks",
        "North Quay Rescue Organization",
        "NQRO",
        "Elmsport Bank",
    ]
    assert pair_names(names, "organization") == {frozenset(names[0:2]), frozenset(names[2:4]), frozenset(names[4:6])}


def test_comparisons_grow_with_the_names() -> None:
    names = [f"{given} {family}" for given, family in itertools.product(GIVEN, FAMILY)]
    few, many = namesakes_of(names[::10]), namesakes_of(names)
    assert len(many) == 10 * len(few)
    assert len(candidate_pairs(many)) <= len(many) * 12


def test_a_block_of_one_family_name_stays_linear() -> None:
    found = namesakes_of(
        [f"A{first}{second}{third} Quill" for first, second, third in itertools.product("bcdfghkl", "aeiou", "mnrst")]
    )
    assert len(found) > MAX_BLOCK
    assert len(candidate_pairs(found)) <= len(found) * WINDOW


def test_rare_names_in_common_count_more_than_frequent_ones() -> None:
    names = {f"a{number}": frozenset({"everywhere"} | ({"rare"} if number < 2 else set())) for number in range(100)}
    corpus = Corpus(names, {key: _Empty() for key in names})
    assert corpus.rarity("rare") == 1.0
    assert corpus.rarity("everywhere") < 0.1
    assert corpus.company(["a0"], ["a1"], frozenset()).value > corpus.company(["a0"], ["a5"], frozenset()).value
    assert corpus.company(["a0"], ["a1"], frozenset({"rare"})).shared == ("everywhere",)


class _Empty:
    terms = ()
