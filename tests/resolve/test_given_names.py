"""Forms of one given name: romanizations, languages, pet names."""

from __future__ import annotations

import pytest

from generator.resolve.given_names import (
    arabic_skeleton,
    arabic_verdict,
    are_language_forms,
    are_nicknames,
    is_arabic,
    name_roots,
)
from generator.resolve.lexicon import rows


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [
        ("mohammed", "muhammad", True),
        ("hassan", "hussein", False),
        ("hamid", "hamed", False),
        ("osama", "usama", True),
        ("mohammed", "peter", None),
    ],
)
def test_listed_arabic_names(left: str, right: str, verdict: bool | None) -> None:
    assert arabic_verdict(left, right) is verdict
    assert arabic_verdict(right, left) is verdict


@pytest.mark.parametrize(
    ("left", "right"),
    [("gaddafi", "qadhafi"), ("haftar", "hifter"), ("zawahiri", "zawahri"), ("ghannouchi", "ghannushi")],
)
def test_romanizations_have_one_skeleton(left: str, right: str) -> None:
    assert arabic_skeleton(left) == arabic_skeleton(right) != ""


def test_skeletons_tell_names_apart_and_need_consonants() -> None:
    assert len({arabic_skeleton(name) for name in ("mansouri", "mansour", "maliki", "baghdadi", "tikriti")}) == 5
    assert arabic_skeleton("ali") == ""


def test_what_is_an_arabic_name() -> None:
    assert is_arabic(("khalifa", "haftar"))
    assert is_arabic(("ayman", "al", "zawahiri"))
    assert not is_arabic(("al", "gore"))
    assert not is_arabic(("mara", "quill"))


def test_forms_of_two_languages_and_pet_names() -> None:
    assert are_language_forms("volodymyr", "vladimir")
    assert not are_language_forms("volodymyr", "viktor")
    assert are_nicknames("bill", "william")
    assert are_nicknames("william", "bill")
    assert not are_nicknames("bill", "will")  # two pet forms of one name are two usages
    assert set(name_roots("mykola")) >= {"mykola", "nikolai"}
    assert name_roots("xyz") == ("xyz",)


def test_no_spelling_is_two_arabic_names() -> None:
    spellings = [spelling for row in rows("arabic_names.tsv") for spelling in row]
    assert len(spellings) == len(set(spellings))
