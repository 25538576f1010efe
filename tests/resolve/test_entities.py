"""Who is who across articles: merged for a reason, kept apart for a reason, and the same whatever the order."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.resolve.canonical import entity_ids
from generator.resolve.entities import resolve_entities
from tests.resolve.chains import make_corpus, resolve, said, same

COUNCIL = said("Harbor Council of Elmsport", type="organization")
BRIDGE = said("Long Quay Bridge", type="facility")
TOWN = said("Elmsport", type="place")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Andrei Belov", "Andrey Belov"),
        ("Ri Kwang Chol", "Ri Kwang-chol"),
        ("Sergei Ivanchenko", "Sergey Ivanchenko"),
        ("José Núñez", "Jose Nunez"),
        ("Bashar al-Hamid", "Bashar Hamid"),
        ("Mikhail Gorbunov", "Mikhail Gorbunow"),
        ("Jean-Pierre Aubry", "Jean Pierre Aubry"),
        ("Dr. Mara Quill", "Mara Quill"),
        ("Volodymyr Zelinskyy", "Volodymyr Zelinsky"),
    ],
)
def test_spellings_of_one_person_are_one(left: str, right: str) -> None:
    entities, entity_of = resolve(a=[said(left, left)], b=[said(right)])
    assert same(entity_of, "a/c0", "b/c0"), [entity.name for entity in entities.values()]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Kim Jong-un", "Kim Jong-il"),
        ("Kim Jong Un", "Kim Yo Jong"),
        ("Mary Quill", "Mark Quill"),
        ("Maria Torres", "Mario Torres"),
        ("George W. Hill", "George H. Hill"),
        ("Paul Martin", "Martin Paul"),
        ("Ed Hale Jr.", "Ed Hale"),
        ("Anna Weber", "Anna Becker"),
        ("Daniel Costa", "Daniela Costa"),
    ],
)
def test_different_people_stay_apart(left: str, right: str) -> None:
    entities, entity_of = resolve(a=[said(left, left)], b=[said(right, right)])
    assert not same(entity_of, "a/c0", "b/c0")
    assert len(entities) == 2


@pytest.mark.parametrize(
    ("left", "right"),
    [("William Hartley", "Bill Hartley"), ("J. Hartley", "John Hartley"), ("Ana Ruiz Soto", "Ana Ruiz")],
)
def test_shorter_forms_need_the_same_company(left: str, right: str) -> None:
    _, alone = resolve(a=[said(left)], b=[said(right)])
    _, together = resolve(a=[said(left), COUNCIL, BRIDGE, TOWN], b=[said(right), COUNCIL, BRIDGE, TOWN])
    assert not same(alone, "a/c0", "b/c0")
    assert same(together, "a/c0", "b/c0")


def test_a_short_form_that_fits_two_people_joins_neither() -> None:
    scene = [COUNCIL, BRIDGE, TOWN]
    _, entity_of = resolve(
        a=[said("John Hartley"), *scene], b=[said("Jane Hartley"), *scene], c=[said("J. Hartley"), *scene]
    )
    assert not same(entity_of, "c/c0", "a/c0")
    assert not same(entity_of, "c/c0", "b/c0")


def test_a_surname_joins_the_only_bearer_in_the_same_company() -> None:
    scene = [COUNCIL, BRIDGE, TOWN]
    entities, entity_of = resolve(a=[said("Mara Quill", "Quill"), *scene], b=[said("Quill", honorific="Ms"), *scene])
    assert same(entity_of, "a/c0", "b/c0")
    quill = entities[entity_of["a", "c0"]]
    assert quill.name == "Mara Quill"
    assert any(judgement.left == "Quill" and judgement.right == "Mara Quill" for judgement in quill.receipt)


def test_a_surname_without_company_stays_alone() -> None:
    _, entity_of = resolve(
        a=[said("Mara Quill"), COUNCIL], b=[said("Quill"), said("Norrland", type="place")], c=[said("Quill")]
    )
    assert len(set(entity_of.values())) == 5


def test_a_surname_that_two_people_share_stays_alone() -> None:
    scene = [COUNCIL, BRIDGE, TOWN]
    _, entity_of = resolve(
        a=[said("Mara Quill"), *scene], b=[said("Otto Quill"), *scene], c=[said("Quill", honorific="Mr"), *scene]
    )
    assert len({entity_of["a", "c0"], entity_of["b", "c0"], entity_of["c", "c0"]}) == 3


def test_a_surname_that_fits_two_people_has_no_page() -> None:
    scene = [COUNCIL, BRIDGE, TOWN]
    entities, entity_of = resolve(
        a=[said("Mara Quill"), *scene], b=[said("Otto Quill"), *scene], c=[said("Quill", "Quill", speaks=True), *scene]
    )
    assert entities[entity_of["c", "c0"]].page is None
    alone, entity_of = resolve(a=[said("Quill", "Quill", speaks=True), *scene])
    assert alone[entity_of["a", "c0"]].page == "entities/quill.md"


def test_the_full_name_of_a_known_organization_is_its_name() -> None:
    def team(name: str):
        return [said(name, type="organization")]

    entities, _ = resolve(a=team("Steelers"), b=team("Steelers"), c=team("Pittsburgh Steelers"))
    assert [entity.name for entity in entities.values()] == ["Pittsburgh Steelers"]


def test_gender_and_country_forbid_a_surname() -> None:
    scene = [COUNCIL, BRIDGE, TOWN]
    _, gender = resolve(a=[said("Mara Quill", gender="f"), *scene], b=[said("Quill", gender="m"), *scene])
    _, country = resolve(a=[said("Mara Quill", country="no"), *scene], b=[said("Quill", country="pt"), *scene])
    assert not same(gender, "a/c0", "b/c0")
    assert not same(country, "a/c0", "b/c0")


def test_one_name_of_two_people_is_two_entities() -> None:
    entities, entity_of = resolve(
        a=[said("Lena Vogt", country="de", role="German minister"), said("Berlin", type="place")],
        b=[said("Lena Vogt", country="de", role="German minister"), said("Hamburg", type="place")],
        c=[said("Lena Vogt", country="au", role="Australian swimmer"), said("Perth Aquatic Club", type="organization")],
    )
    assert same(entity_of, "a/c0", "b/c0")
    assert not same(entity_of, "a/c0", "c/c0")
    assert (entity_of["a", "c0"], entity_of["c", "c0"]) == ("lena-vogt", "lena-vogt-australia")
    assert len(entities) == 5
    one, other = entities["lena-vogt"], entities["lena-vogt-australia"]
    assert [item.right for item in one.apart] == ["lena-vogt-australia"]
    assert [item.right for item in other.apart] == ["lena-vogt"]
    assert "one is tied to Germany, the other to Australia" in one.apart[0].reasons[0]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Russian Defense Ministry", "Ministry of Defence of Russia"),
        ("Larkfield Inc.", "Larkfield"),
        ("the Larkfield Group", "Larkfield"),
        ("Labour Party", "Labor Party"),
        ("Centre for Coastal Studies", "Center for Coastal Studies"),
    ],
)
def test_spellings_of_one_organization_are_one(left: str, right: str) -> None:
    _, entity_of = resolve(a=[said(left, type="organization")], b=[said(right, type="organization")])
    assert same(entity_of, "a/c0", "b/c0")


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Russian Defense Ministry", "Ukrainian Defense Ministry"),
        ("University of Miami", "Miami University"),
        ("First Army", "Second Army"),
        ("Larkfield", "Larkfield Research"),
        ("Bank of Norrland", "Bank of Sudland"),
    ],
)
def test_different_organizations_stay_apart(left: str, right: str) -> None:
    _, entity_of = resolve(a=[said(left, type="organization")], b=[said(right, type="organization")])
    assert not same(entity_of, "a/c0", "b/c0")


def test_a_state_body_takes_its_country_from_the_text() -> None:
    def body(name: str, country: str = ""):
        return said(name, type="organization", country=country)

    _, entity_of = resolve(
        a=[body("Defense Ministry", "ru")],
        b=[body("Russian Defence Ministry")],
        c=[body("Defense Ministry", "ua")],
        d=[body("Defense Ministry")],
    )
    assert same(entity_of, "a/c0", "b/c0")
    assert len({entity_of[key, "c0"] for key in "abcd"}) == 3


def test_an_acronym_joins_what_an_article_expands() -> None:
    full, short = "North Quay Rescue Organization", "NQRO"
    _, attested = resolve(
        a=[said(full, short, type="organization", reasons=("acronym",))], b=[said(short, type="organization")]
    )
    _, alone = resolve(a=[said(full, type="organization")], b=[said(short, type="organization")])
    assert same(attested, "a/c0", "b/c0")
    assert not same(alone, "a/c0", "b/c0")


def test_countries_are_one_by_the_gazetteer_and_cities_are_apart() -> None:
    entities, entity_of = resolve(
        a=[said("US", type="place"), said("Washington", type="place")],
        b=[said("United States", type="place"), said("Kyiv", type="place")],
        c=[said("U.S.", type="organization"), said("Kiev", type="place")],
        d=[said("America", type="place"), said("Ukraine", type="place")],
    )
    assert same(entity_of, "a/c0", "b/c0", "c/c0", "d/c0")
    assert entities[entity_of["a", "c0"]].id == "united-states"
    assert entities[entity_of["a", "c0"]].type == "place"
    assert same(entity_of, "b/c1", "c/c1")
    city = entities[entity_of["b", "c1"]]
    assert (city.country, city.place.kind) == ("ukraine", "city")
    assert not same(entity_of, "b/c1", "d/c1")
    assert not same(entity_of, "a/c1", "a/c0")


def test_a_person_never_merges_with_a_place_or_an_organization() -> None:
    _, entity_of = resolve(
        a=[said("Austin", type="person", gender="m", honorific="Mr")],
        b=[said("Austin", type="place")],
        c=[said("Austin", type="organization")] * 1,
    )
    assert not same(entity_of, "a/c0", "b/c0")


def test_types_are_voted_by_the_head_word() -> None:
    entities, entity_of = resolve(
        a=[said("Elmsport University", type="place")], b=[said("Elmsport University", type="organization")]
    )
    assert same(entity_of, "a/c0", "b/c0")
    assert entities[entity_of["a", "c0"]].type == "organization"


def test_roles_are_statements_in_one_spelling() -> None:
    entities, entity_of = resolve(
        a=[said("Andrei Belov", role="Russian Defense Minister")],
        b=[said("Andrey Belov", role="Russian defence minister")],
    )
    roles = entities[entity_of["a", "c0"]].roles
    assert [role.value for role in roles] == ["Russian defense minister"]
    assert [evidence.article for evidence in roles[0].evidence] == ["a", "b"]
    assert roles[0].evidence[1].span.text == "Russian defence minister"


def test_pages_go_to_those_with_enough_evidence() -> None:
    entities, entity_of = resolve(
        a=[
            said("Mara Quill", "Quill"),
            said("Otto Brandt"),
            said("Iris Novak", speaks=True),
            said("Ula Berg", role="professor", org=4),
            said("Elmsport University", type="organization"),
            said("Norway", type="place"),
        ]
    )
    paged = {entity.name for entity in entities.values() if entity.page}
    assert paged == {"Mara Quill", "Iris Novak", "Ula Berg", "Elmsport University", "Norway"}
    assert entities[entity_of["a", "c0"]].page == "entities/mara-quill.md"


def test_what_is_no_name_is_no_entity() -> None:
    entities, entity_of = resolve(a=[said("Friday", type="other"), said("Mr"), said("soldiers"), said("Mara Quill")])
    assert [entity.name for entity in entities.values()] == ["Mara Quill"]
    assert set(entity_of) == {("a", "c3")}


@pytest.mark.parametrize(("roles", "one"), [(("minister", "minister"), True), (("president", "minister"), False)])
def test_a_name_left_out_may_be_a_relatives(roles: tuple[str, str], one: bool) -> None:
    left, right = said("Karl Osten", role=roles[0]), said("Karl Emil Osten", role=roles[1])
    _, entity_of = resolve(a=[left, COUNCIL, BRIDGE, TOWN], b=[right, COUNCIL, BRIDGE, TOWN])
    assert same(entity_of, "a/c0", "b/c0") is one


def test_an_article_that_names_both_keeps_relatives_apart() -> None:
    left, right = said("Karl Osten"), said("Karl Emil Osten")
    scene = [COUNCIL, BRIDGE, TOWN]
    _, entity_of = resolve(a=[left, *scene], b=[right, *scene], c=[left, right])
    assert not same(entity_of, "a/c0", "b/c0")


def test_near_names_kept_apart_are_told() -> None:
    entities, entity_of = resolve(a=[said("Kim Jong-un", "Kim Jong-un")], b=[said("Kim Jong-il", "Kim Jong-il")])
    apart = entities[entity_of["a", "c0"]].apart
    assert [(item.left, item.right, item.verdict) for item in apart] == [("kim-jong-un", "kim-jong-il", "different")]
    assert "given names" in apart[0].reasons[0]


def test_aliases_are_counted_with_their_publishers() -> None:
    entities, entity_of = resolve(a=[said("Andrei Belov", "Belov", "Belov")], b=[said("Andrey Belov", "Belov")])
    aliases = entities[entity_of["a", "c0"]].aliases
    assert [(alias.form, alias.count) for alias in aliases] == [("Belov", 3), ("Andrei Belov", 1), ("Andrey Belov", 1)]
    assert aliases[0].publishers == ("A Post", "B Post")


NAMES = [
    "Andrei Belov", "Andrey Belov", "Belov", "A. Belov", "Kim Jong-un", "Kim Jong Un", "Kim", "Mara Quill", "Quill",
    "Otto Quill", "Washington", "US",
]  # fmt: skip
CHAIN = st.builds(
    lambda name, country, gender: said(
        name, country=country, gender=gender, type="place" if name == "US" else "person"
    ),
    st.sampled_from(NAMES),
    st.sampled_from(["", "ru", "kp"]),
    st.sampled_from(["", "m", "f"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(CHAIN, min_size=1, max_size=4), min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_any_order_of_the_articles_gives_the_same(chains, random) -> None:
    articles, extractions = make_corpus(**{f"a{number}": found for number, found in enumerate(chains)})
    order = sorted(articles)
    random.shuffle(order)
    shuffled = ({key: articles[key] for key in order}, {key: extractions[key] for key in reversed(order)})
    assert resolve_entities(articles, extractions, 2) == resolve_entities(*shuffled, 2)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(CHAIN, min_size=1, max_size=4), min_size=1, max_size=6))
def test_every_chain_is_one_entity_and_ids_are_unique(chains) -> None:
    articles, extractions = make_corpus(**{f"a{number}": found for number, found in enumerate(chains)})
    entities, entity_of = resolve_entities(articles, extractions, 2)
    assert len(entity_of) == sum(len(found) for found in chains)
    assert {entity.id for entity in entities.values()} == set(entities) == set(entity_of.values())
    refs = [(ref.article, ref.mention) for entity in entities.values() for ref in entity.mentions]
    assert len(refs) == len(set(refs)) == len(entity_of)


def test_a_dateline_in_capitals_is_not_the_name() -> None:
    entities, entity_of = resolve(a=[said("ELMSPORT", type="place")], b=[said("Elmsport", type="place")])
    assert same(entity_of, "a/c0", "b/c0")
    assert entities[entity_of["a", "c0"]].name == "Elmsport"


def test_countries_of_people_come_from_their_roles() -> None:
    entities, entity_of = resolve(a=[said("Mara Quill", "Quill", country="no"), said("Norway", type="place")])
    assert entities[entity_of["a", "c0"]].country == "norway"


def test_the_fuller_name_of_an_organization_is_its_name() -> None:
    scene = [said("Mara Quill"), said("Otto Brandt"), said("Iris Novak")]
    entities, entity_of = resolve(
        a=[said("Detroit Larks", type="organization"), *scene],
        b=[said("Larks", type="organization"), *scene],
        c=[said("Larks", type="organization"), *scene],
    )
    assert same(entity_of, "a/c0", "b/c0", "c/c0")
    assert entities[entity_of["b", "c0"]].name == "Detroit Larks"


def test_a_surname_in_the_article_of_its_only_bearer_is_joined() -> None:
    _, entity_of = resolve(a=[said("Mara Quill"), said("Quill")])
    assert same(entity_of, "a/c0", "a/c1")


def test_ids_do_not_depend_on_entities_without_a_page() -> None:
    names = {"p1": "Mara Quill", "p2": "Mara Quill", "c1": "Georgia", "c2": "Georgia"}
    kinds = {"p1": "person", "p2": "work", "c1": "country", "c2": "region"}
    ids = entity_ids(names, ["p1", "c1", "c2"], ["c1"], lambda key: [kinds[key]], lambda key: (key,))
    assert ids == {"p1": "mara-quill", "p2": "mara-quill-work", "c1": "georgia", "c2": "georgia-region"}


def test_the_oldest_keeps_the_bare_address() -> None:
    names = dict.fromkeys(["p1", "p2", "p3", "p4"], "Mara Quill")
    facts = {
        "p1": ["person", "Norway", ""],
        "p2": ["person", "Norway", "diver"],
        "p3": ["person", "", ""],
        "p4": ["work"],
    }
    ages = {"p1": ("2024",), "p2": ("2021",), "p3": ("2025",), "p4": ("2022",)}
    ids = entity_ids(names, list(names), [], facts.__getitem__, ages.__getitem__)
    assert (ids["p2"], ids["p4"], ids["p1"]) == ("mara-quill", "mara-quill-work", "mara-quill-norway")
    assert ids["p3"].startswith("mara-quill-")
    assert len(set(ids.values())) == 4
    fewer = entity_ids({"p1": names["p1"], "p2": names["p2"]}, ["p1", "p2"], [], facts.__getitem__, ages.__getitem__)
    assert fewer == {key: ids[key] for key in fewer}


@pytest.mark.parametrize(
    ("left", "right", "reason"),
    [
        ({"role": "senator"}, {"role": "striker"}, "one is called senator, the other striker"),
        ({"role": "German minister", "country": "de"}, {"role": "minister", "country": "pt"}, ""),
        ({"country": "de"}, {"country": "pt"}, "one is tied to Germany, the other to Portugal"),
        ({"role": "senator"}, {"role": "lawyer"}, ""),
        ({}, {"country": "pt"}, ""),
        ({"country": "pt", "role": "singer"}, {"country": "pt", "role": "mayor"}, ""),
    ],
)
def test_people_of_one_name_are_told_apart_by_what_contradicts(left, right, reason: str) -> None:
    entities, entity_of = resolve(a=[said("John Hartley", **left)], b=[said("John Hartley", **right)])
    assert same(entity_of, "a/c0", "b/c0") is not bool(reason)
    if reason:
        assert all(reason in entity.apart[0].reasons[0] for entity in entities.values())


def test_people_of_one_name_in_one_company_are_one() -> None:
    scene = [COUNCIL, BRIDGE]
    _, entity_of = resolve(
        a=[said("John Hartley", role="senator", country="de"), *scene],
        b=[said("John Hartley", role="striker", country="pt"), *scene],
    )
    assert same(entity_of, "a/c0", "b/c0")


def test_bodies_that_every_country_has_are_named_with_theirs() -> None:
    def body(name: str, country: str = ""):
        return said(name, name, type="organization", country=country)

    entities, entity_of = resolve(
        a=[body("Defense Ministry", "in")],
        b=[body("Defence Ministry", "ru")],
        c=[body("Russian Defense Ministry")],
        d=[body("Defense Ministry")],
        e=[body("Parliament", "no")],
    )
    names = {key: entities[entity_of[key, "c0"]] for key in "abcde"}
    assert (names["a"].name, names["a"].id) == ("Defense Ministry (India)", "defense-ministry-india")
    assert names["b"].name == names["c"].name == "Russian Defense Ministry"
    assert names["d"].page is None
    assert names["e"].name == "Parliament (Norway)"


@pytest.mark.parametrize(
    ("name", "china", "expected"),
    [
        ("Supreme Court", 0, "Supreme Court (India)"),
        ("Supreme Court", 1, "Supreme Court (India)"),
        ("Supreme Court", 2, "Supreme Court"),
        ("Defense Ministry", 0, "Defense Ministry (India)"),
        ("Defense Ministry", 1, "Defense Ministry"),
        ("Security Council", 0, "Security Council"),
    ],
)
def test_a_bare_body_takes_the_country_that_its_article_is_about(name: str, china: int, expected: str) -> None:
    body = said(name, type="organization")
    places = [said(*["India"] * 4, type="place", country="in"), said(*["China"] * china, type="place", country="cn")]
    entities, entity_of = resolve(a=[body, *places[: 1 + bool(china)]])
    assert entities[entity_of["a", "c0"]].name == expected


def test_a_small_city_is_the_gazetteers_only_where_its_country_is_told_besides() -> None:
    city, other = said("Swindon", type="place", country="gb"), said("London", type="place", country="gb")
    countries = []
    for chains in ([city, said("Mara Quill")], [city, other]):
        entities, entity_of = resolve(a=chains)
        countries.append(entities[entity_of["a", "c0"]].place.country)
    assert countries == ["", "gb"]


def test_a_copy_is_no_further_use_of_a_name() -> None:
    articles, extractions = make_corpus(a=[said("Mara Quill")], b=[said("Mara Quill")], c=[said("Mara Quill")])
    copied = {**articles, "c": replace(articles["c"], copy_of="b")}
    entities, entity_of = resolve_entities(copied, extractions, 2)
    assert entities[entity_of["a", "c0"]].receipt[0].reasons == ("2 articles use the same name",)
