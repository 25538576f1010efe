"""Names as comparable parts, and how names of people and organizations relate."""

from __future__ import annotations

import pytest

from generator.resolve.names import fold, generation, name_parts, person_parts, skeleton
from generator.resolve.organizations import initials, is_acronym, is_common, organization_parts, relate_organizations
from generator.resolve.persons import family_names, relate_persons
from generator.resolve.places import place_key, relate_places
from generator.resolve.profiles import is_name
from generator.resolve.relatives import has_given_name_of
from generator.resolve.statements import role_words


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("Kim Jong-un", ("kim", "jong", "un")),
        ("U.S.", ("us",)),
        ("Đorđe Núñez", ("dorde", "nunez")),
        ("O’Higgins’s", ("ohiggins",)),
        ("Mr. Mara Quill Jr.", ("mr", "mara", "quill", "jr")),
        ("", ()),
    ],
)
def test_parts(name: str, parts: tuple[str, ...]) -> None:
    assert name_parts(name) == parts


def test_titles_and_generation_marks_are_no_part_of_a_person() -> None:
    assert person_parts("Dr. Mara Quill Jr.") == ("mara", "quill")
    assert (generation("Ed Hale Jr."), generation("Ed Hale"), generation("Junior")) == ("jr", "", "")
    assert person_parts("King") == ("king",)


@pytest.mark.parametrize(("left", "right"), [("andrei", "andrey"), ("zelenskyy", "zelensky"), ("yusuf", "youssouf")])
def test_one_sound_is_one_fold(left: str, right: str) -> None:
    assert fold(left) == fold(right)
    assert skeleton(left) == skeleton(right)


def test_folding_keeps_different_names_apart() -> None:
    assert len({fold(name) for name in ("ivanov", "petrov", "karim", "kamir", "maria", "mario")}) == 6


@pytest.mark.parametrize(
    ("text", "named"),
    [
        *[(text, False) for text in ("Friday", "Mr", "the company", "Bank of", "European", "A")],
        ("iPhone", True),
        ("Bank of Norrland", True),
        ("European Union", True),
        ("Łódź", True),
        ("東京", True),
        ("US", True),
    ],
)
def test_what_can_be_a_name(text: str, named: bool) -> None:
    assert is_name(text) is named


SYMBOLS = {
    "serhiy": frozenset({"Q1"}),
    "sergei": frozenset({"Q1"}),
    "mary": frozenset({"Q2"}),
    "mark": frozenset({"Q3"}),
}


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ("Serhiy Ivanchenko", "Sergei Ivanchenko", "listed as forms"),
        ("J. Hartley", "John Hartley", "the initial fits"),
        ("John Q. Hartley", "John Hartley", "middle name"),
        ("Q. John Hartley", "John Hartley", "one name leaves out an initial"),
        ("Bob Hartley", "Robert Hartley", "forms of one given name"),
        ("Choe Son Hui", "Choi Son-hui", "one name"),
        ("Ana Ruiz", "Ana Ruiz Soto", "further family name"),
        ("Orban Viktor", "Viktor Orban", "another order"),
    ],
)
def test_related_names_give_their_reason(left: str, right: str, reason: str) -> None:
    found = relate_persons(person_parts(left), person_parts(right), SYMBOLS)
    assert found.value >= 0.6
    assert not found.conflict
    assert reason in found.reason


@pytest.mark.parametrize(
    ("left", "right"),
    [("Mary Hill", "Mark Hill"), ("Bruce Lee", "Bruce Li"), ("Ann Hill", "Ian Hill"), ("John A. Hill", "John B. Hill")],
)
def test_different_names_are_in_conflict(left: str, right: str) -> None:
    found = relate_persons(person_parts(left), person_parts(right), SYMBOLS)
    assert found.conflict
    assert found.value == 0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Martin Luther", "Martin Luther King"),
        ("John Adams", "John Quincy Adams"),
        ("Tariq bin Said", "Omar bin Tariq bin Said"),
    ],
)
def test_relatives_and_people_named_after_others_are_in_conflict(left: str, right: str) -> None:
    found = relate_persons(person_parts(left), person_parts(right), SYMBOLS)
    assert found.conflict
    assert found.value == 0


@pytest.mark.parametrize(
    ("left", "right", "turned"),
    [
        ("Paul Ryan", "Ryan Paul", False),
        ("Kenji Hamada", "Hamada Kenji", True),
        ("Wei Zhang", "Zhang Wei", True),
        ("Kelemen Emese", "Emese Kelemen", True),
    ],
)
def test_only_names_that_the_press_turns_round_are_one_in_another_order(left: str, right: str, turned: bool) -> None:
    assert (relate_persons(person_parts(left), person_parts(right), SYMBOLS).value > 0) is turned


def test_a_given_name_with_a_hyphen_is_nobody() -> None:
    assert has_given_name_of("Jean-Marc Orvel", ("jean", "marc"))
    assert not has_given_name_of("Jean Marc-Orvel", ("jean", "marc"))
    assert not has_given_name_of("Jean-Marc", ("jean", "marc"))


def test_a_name_left_out_is_told_from_an_initial_left_out() -> None:
    assert relate_persons(("karl", "osten"), ("karl", "emil", "osten"), {}).partial
    assert not relate_persons(("karl", "osten"), ("karl", "e", "osten"), {}).partial


def test_the_vague_side_is_told() -> None:
    assert relate_persons(("j", "hartley"), ("john", "hartley"), {}).vague == "left"
    assert relate_persons(("john", "hartley"), ("j", "hartley"), {}).vague == "right"


def test_family_names_of_the_east_stand_first() -> None:
    assert family_names(("kim", "jong", "un")) == ("kim",)
    assert family_names(("mara", "quill")) == ("quill",)
    assert "xi" in family_names(("xi", "jinping"))


def test_parts_of_organizations() -> None:
    assert organization_parts("the Larkfield Company Ltd.") == ("larkfield",)
    assert organization_parts("South Korea’s Ministry of Defence") == ("=kr", "defense", "ministry")
    assert organization_parts("Larkfield party") == ("larkfield",)
    assert organization_parts("Bank of Utah") == ("bank", "utah")


def test_common_names_of_state_bodies() -> None:
    assert is_common(organization_parts("Supreme Court"))
    assert is_common(organization_parts("Ministry of Foreign Affairs"))
    assert not is_common(organization_parts("Russian Foreign Ministry"))
    assert not is_common(organization_parts("Larkfield Ministry"))


def test_acronyms() -> None:
    assert is_acronym("NATO")
    assert is_acronym("U.N.")
    assert not is_acronym("Tass")
    assert initials("North Quay Rescue Organization") == ("nqro",)
    assert set(initials("Bank of Utah")) == {"bou", "bu"}


@pytest.mark.parametrize(
    ("left", "right", "value"),
    [
        ("Larkfield", "Larkfield", 1.0),
        ("SpaceHarbor", "Space Harbor", 0.93),
        ("Larkfield University", "Larkfield", 0.68),
        ("Detroit Larks", "Larks", 0.68),
        ("Larkfield Research", "Larkfield", 0.0),
        ("US Larks", "American", 0.0),
        ("Detroit Tribune", "Detroit", 0.0),
        ("Detroit Tribune", "Detroit fire", 0.0),
    ],
)
def test_related_organizations(left: str, right: str, value: float) -> None:
    assert relate_organizations(left, right, organization_parts(left), organization_parts(right)).value == value


def test_romanizations_of_a_place_differ_in_vowels() -> None:
    assert relate_places(("nabi", "tarum"), ("nebi", "tarum")).value > 0
    assert relate_places(("nabi", "tarum"), ("nabu", "torum")).value == 0
    assert relate_places(("hill", "tarum"), ("mill", "tarum")).value == 0
    assert relate_places(("nabi",), ("nebi",)).value == 0


def test_place_keys() -> None:
    assert place_key("U.S.") == place_key("the United States") == "country us"
    assert place_key("Kiev") == place_key("Kyiv") != place_key("Ukraine")
    assert place_key("Mt. Larkfield") == place_key("Mount Larkfield")
    assert place_key("Hebei Province") == place_key("Hebei")
    assert place_key("Fla.") == place_key("Florida")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Russian Defence Minister", "Russian defense minister"),
        ("the Foreign Minister,", "foreign minister"),
        ("professor at Elmsport University", "professor at Elmsport University"),
        ("", ""),
    ],
)
def test_roles_in_one_style(text: str, value: str) -> None:
    assert role_words(text) == value


def test_umlauts_and_hyphens_in_names_of_organizations() -> None:
    left, right = "Süderhafen Zeitung", "Suederhafen Zeitung"
    assert relate_organizations(left, right, organization_parts(left), organization_parts(right)).value == 0.93
    assert "olcu" in initials("Organization for Larkfield Co-Operation and Unity")
