"""How alike two articles are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from generator.resolve.events_articles import LEAST, link
from generator.resolve.events_likeness import certainty, likelihood
from generator.resolve.events_profiles import Profile


def towards(cosine: float) -> np.ndarray:
    return np.array([cosine, (1 - cosine**2) ** 0.5], np.float32)


NORTH = towards(1.0)
HERE = Profile({"ferry": 1.0}, {"lund": 1.0}, NORTH, NORTH, np.stack([NORTH]))


def other(terms: float, names: float, meaning: float, **more: object) -> Profile:
    vector = towards(meaning)
    told = Profile(
        {"ferry": terms, "mill": (1 - terms**2) ** 0.5}, {"lund": names}, vector, vector, np.stack([vector]),
    )  # fmt: skip
    return replace(told, **more)  # type: ignore[arg-type]


def test_every_agreement_makes_one_event_likelier() -> None:
    plain = likelihood(HERE, other(0.2, 0.2, 0.3))
    assert plain < likelihood(HERE, other(0.4, 0.2, 0.3))
    assert plain < likelihood(HERE, other(0.2, 0.4, 0.3))
    assert plain < likelihood(HERE, other(0.2, 0.2, 0.5))


def test_articles_that_share_nothing_are_unlikely_and_tellings_of_one_event_are_likely() -> None:
    assert likelihood(HERE, other(0.0, 0.0, 0.0)) < 0.01
    assert likelihood(HERE, other(0.3, 0.3, 0.6)) > 2 * LEAST


def test_the_order_of_the_two_changes_nothing() -> None:
    there = other(0.3, 0.1, 0.4, sentences=np.stack([towards(0.9), towards(0.1)]))
    assert likelihood(HERE, there) == likelihood(there, HERE)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ({"person": "lund"}, {"persons": frozenset({"berg"})}),
        ({"figures": {"sailor": frozenset({12.0})}}, {"figures": {"sailor": frozenset({15.0})}}),
        (
            {"family": "arrest", "people": {"patient": frozenset({"lund"})}},
            {"family": "arrest", "people": {"patient": frozenset({"berg"})}},
        ),
    ],
)
def test_other_people_and_other_figures_speak_against_it(here: dict[str, object], there: dict[str, object]) -> None:
    same = likelihood(HERE, other(0.3, 0.3, 0.5))
    assert likelihood(replace(HERE, **here), other(0.3, 0.3, 0.5, **there)) < same  # type: ignore[arg-type]


def test_whom_the_other_article_knows_is_not_missing() -> None:
    known = other(0.3, 0.3, 0.5, persons=frozenset({"lund", "berg"}))
    assert likelihood(replace(HERE, person="lund"), known) == likelihood(HERE, known)


def test_without_embeddings_the_words_decide() -> None:
    bare = replace(HERE, lead=None, headline=None, sentences=None)
    assert likelihood(bare, bare) > LEAST > likelihood(bare, replace(bare, terms={"mill": 1.0}, names={}))


def test_clusters_merge_by_the_mean_of_their_pairs() -> None:
    """ "d" goes where the mean of its pairs is highest, to three (0.6) or to one."""
    pairs = {("a", "b"): 0.9, ("a", "c"): 0.8, ("b", "c"): 0.8, ("a", "d"): 0.4, ("b", "d"): 0.7, ("c", "d"): 0.7}
    assert link("abcd", pairs) == [("a", "b", "c", "d")]
    assert link("abcde", {**pairs, ("d", "e"): 0.65}) == [("a", "b", "c"), ("d", "e")]
    assert link("abcde", {**pairs, ("d", "e"): 0.55}) == [("a", "b", "c", "d"), ("e",)]


def test_a_name_of_few_articles_in_both_openings_makes_it_certain() -> None:
    rare, common = ({"lund": rarity} for rarity in (4.0, 1.0))
    there = other(0.3, 0.3, 0.6)
    unnamed = certainty(HERE, there)
    assert unnamed < likelihood(HERE, there)
    assert unnamed < certainty(replace(HERE, opening=common), replace(there, opening=common))
    both = certainty(replace(HERE, opening=rare), replace(there, opening=rare))
    assert both > certainty(replace(HERE, opening=common), replace(there, opening=common))
    assert certainty(replace(HERE, opening=rare), replace(there, opening={"berg": 4.0})) == unnamed


def test_openings_that_tell_nothing_of_one_kind_are_doubted() -> None:
    here, there = replace(HERE, told=frozenset({"sink", "rescue"})), other(0.3, 0.3, 0.5)
    plain = certainty(here, there)
    assert certainty(here, replace(there, told=frozenset({"rescue"}))) == plain
    assert certainty(here, replace(there, told=frozenset({"elect"}))) < plain


@pytest.mark.parametrize(
    ("here", "there", "doubted"),
    [
        ({"days": (date(2031, 5, 2), date(2031, 5, 2))}, {"days": (date(2031, 5, 3), date(2031, 5, 3))}, False),
        ({"days": (date(2031, 5, 2), date(2031, 5, 2))}, {"days": (date(2031, 5, 4), date(2031, 5, 4))}, True),
        ({"days": (date(2031, 5, 2), date(2031, 5, 2))}, {"days": (date(2031, 5, 1), date(2031, 5, 31))}, False),
        ({"days": (date(2031, 5, 2), date(2031, 5, 2))}, {}, False),
        ({"published": date(2031, 5, 2)}, {"published": date(2032, 5, 2)}, False),
        ({"published": date(2031, 5, 2)}, {"published": date(2034, 5, 2)}, True),
    ],
)
def test_days_that_exclude_each_other_speak_against_it(
    here: dict[str, object], there: dict[str, object], doubted: bool
) -> None:
    plain = likelihood(HERE, other(0.3, 0.3, 0.5))
    found = likelihood(replace(HERE, **here), other(0.3, 0.3, 0.5, **there))  # type: ignore[arg-type]
    assert (found < plain) == doubted
    assert found <= plain
