"""The type that the page of an event shows, and where it shows none."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.extract.events_lexicon import types
from generator.resolve.events_facts import Facts
from generator.resolve.events_tags import type_of, vague_words
from tests.resolve.test_events_worth import fact


def told(kind: str, verb: str, *, main: bool = False) -> Facts:
    item = fact("a", kind, main=main, verb=verb)
    return replace(item, mention=replace(item.mention, trigger=replace(item.mention.trigger, text=verb)))


DIED, MET, ARRESTED = told("death", "die"), told("consult", "meet"), told("coerce", "arrest")


def shown(title: str, *members: Facts) -> str:
    return type_of(members, members, title)


def test_a_kind_beats_no_kind_and_the_main_mention_beats_two_others() -> None:
    assert shown("Berg in Oslo", told("other", "film"), told("other", "film"), MET) == "consult"
    assert shown("Berg in Oslo", told("death", "die", main=True), MET, MET) == "death"
    assert shown("Berg in Oslo", told("other", "film")) == "other"


def test_two_kinds_of_about_as_many_votes_are_none() -> None:
    assert shown("Berg in Oslo", DIED, DIED, MET) == "death"
    assert shown("Berg in Oslo", DIED, DIED, DIED, MET, MET) == "other"


def test_the_headline_decides_between_two_and_against_the_votes() -> None:
    assert shown("Berg dies in Oslo", DIED, DIED, DIED, MET, MET) == "death"
    assert shown("Police arrest Berg", DIED, DIED, ARRESTED) == "other"
    assert shown("Berg dies", DIED, ARRESTED) == "death"
    assert shown("Police arrest Berg", DIED, DIED, told("coerce", "arrest", main=True)) == "coerce"


@pytest.mark.parametrize("title", ["Berg nearly dies in Oslo", "Berg does not die in Oslo"])
def test_what_did_not_come_to_it_is_no_such_event(title: str) -> None:
    assert shown(title, DIED) == "other"


def test_a_word_of_many_meanings_has_no_vote() -> None:
    assert shown("Berg in Oslo", told("visit", "leave", main=True), MET) == "consult"
    assert shown("Berg leaves the club", told("visit", "leave")) == "other"
    assert shown("Berg leaves the club", told("appointment", "leave")) == "appointment"
    assert shown("Berg leaves the club", told("visit", "leave"), MET) == "other"
    assert shown("Berg leaves the club", told("visit", "leave"), told("consult", "meet", main=True)) == "consult"


def test_the_vague_words_stand_under_known_types() -> None:
    assert set(vague_words()) <= set(types())
