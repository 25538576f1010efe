"""Are two names forms of one name?"""

from __future__ import annotations

import pytest

from generator.extract.chains_names import is_family_first, same_person, surnames_of, units_of, words_of


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Andrei Lund", "Andrey Lund"),
        ("Pak Sung Ho", "Pak Sung-ho"),
        ("Pak Sung Ho", "Pak Sungho"),
        ("Ida Holm", "Ida M. Holm"),
        ("I. Holm", "Ida Holm"),
        ("Ida Holm", "Ida Maria Holm"),
        ("Joe Brandt", "Joseph Brandt"),
        ("Ana Gómez", "Ana Gomez"),
        ("Omar al-Hadi", "Omar Al Hadi"),
        ("Peter Brandt Jr.", "Brandt"),
        ("Peter Brandt Jr.", "P. Brandt Jr."),
        ("Brandt", "Peter Brandt"),
        ("Brandt", "Peter E. Brandt"),
        ("Ruiz-Holm", "Ana Ruiz-Holm"),
        ("Ruiz Holm", "Ana Ruiz-Holm"),
        ("Hadi", "Omar al-Hadi"),
    ],
)
def test_one_person(left: str, right: str) -> None:
    assert same_person(left, right)
    assert same_person(right, left)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Pak Sung Ho", "Pak Chol Ho"),
        ("Peter Brandt", "Paula Brandt"),
        ("Peter Brandt", "Peter Lund"),
        ("Peter Brandt Jr.", "Peter Brandt"),
        ("Peter Brandt III", "Peter Brandt Jr."),
        ("Mario Rossi", "Maria Rossi"),
        ("P. Brandt", "Anna Brandt"),
        ("Kim Jong-il", "Kim Jong-un"),
        ("Brandt", "Peter Brandtner"),
    ],
)
def test_two_people(left: str, right: str) -> None:
    assert not same_person(left, right)
    assert not same_person(right, left)


def test_units() -> None:
    assert units_of("Ana Ruiz-Holm") == ("ana", "ruizholm")
    assert units_of("Omar al-Hadi") == ("omar", "alhadi")


def test_words() -> None:
    assert words_of("José O’Neill-Díaz Jr.") == ("jose", "oneill", "diaz")
    assert words_of("Omar al-Hadi") == ("omar", "alhadi")


def test_family_names_that_come_first() -> None:
    assert is_family_first("Nguyen Van Linh")
    assert not is_family_first("Lee Brandt")
    assert surnames_of("Pak Sung Ho") == ("pak", "ho")
    assert surnames_of("Peter Brandt") == ("brandt",)
