"""What an entity is more exactly: a vote over its mentions, the gazetteer first."""

from __future__ import annotations

import pytest

from generator.resolve.canonical import vote_subtype
from generator.resolve.entities import resolve_entities
from generator.resolve.kinds import settle_types
from generator.resolve.profiles import Profile
from tests.resolve.chains import make_article, said


def profile(name: str, kind: str, subtype: str, mentions: int = 1) -> Profile:
    return Profile("a", "c0", "", kind, name, ((name, 1),), mentions, "", "", frozenset(), subtype=subtype)


def test_most_mentions_win() -> None:
    found = [profile("Gorse", "place", "river", 2), profile("Gorse", "place", "lake", 3)]
    assert vote_subtype(found, "place") == "lake"


def test_only_mentions_of_the_type_count() -> None:
    found = [profile("Gorse", "product", "ship", 5), profile("Gorse", "place", "lake")]
    assert vote_subtype(found, "place") == "lake"


def test_without_a_subtype_there_is_none() -> None:
    assert vote_subtype([profile("Gorse", "place", "")], "place") == ""


def test_the_alphabet_breaks_a_tie() -> None:
    found = [profile("Gorse", "place", "river"), profile("Gorse", "place", "lake")]
    assert vote_subtype(found, "place") == vote_subtype(found[::-1], "place") == "lake"


@pytest.mark.parametrize(("name", "expected"), [("Norway", "country"), ("Oslo", "city"), ("Red Sea", "water")])
def test_the_gazetteer_tells_what_a_place_is(name: str, expected: str) -> None:
    article, extraction = make_article("a", [said(name, name, type="place")])
    entities, _ = resolve_entities({"a": article}, {"a": extraction}, 2)
    assert [entity.subtype for entity in entities.values()] == [expected]


def test_another_type_leaves_the_subtype() -> None:
    assert settle_types((profile("Norway", "product", "ship"),))[0].subtype == ""
