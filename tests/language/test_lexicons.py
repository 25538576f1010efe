"""The lists of facts: form, sources, contradictions, members that every class must have, reproduction."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from rigour.territories import get_territory

from generator.gazetteer import capital_of
from generator.language.lexicons import FOLDER, load_lexicons, read_words
from generator.language.make_lexicons import make_lists

FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".txt", ".tsv"})
SOURCES = (FOLDER / "SOURCES.md").read_text(encoding="utf-8")
ROWS = [line.strip("|").split("|") for line in SOURCES.splitlines() if line.startswith("| `")]
IN_ORDER_OF_THEIR_OWN = {
    "weekdays.txt",
    "styles.txt",
    "company_forms.txt",
    "currency_signs.txt",
    "token_abbreviations.txt",
}
SORTED = [path.name for path in FILES if path.suffix == ".txt" and path.name not in IN_ORDER_OF_THEIR_OWN]
OUTSIDE_STATES = {"nato"}
KINDS_OF_OUTLETS = {"agency", "broadcaster", "newspaper", "magazine", "journal", "site"}

MEMBERS = {
    "honorifics": "mr ms dr prof sir baroness datuk dato' tun tuan haji sheikh ayatollah rabbi rev gen lt maj col capt "
    "cmdr adm sgt cpl sen gov",
    "titles": "miss lady dame president prime premier minister chancellor secretary ambassador judge justice king queen prince princess emir "
    "sultan pope cardinal archbishop imam pastor lord seri tan spokesman spokeswoman mayor governor",
    "organization_heads": "Ministry Department Bank Group Holdings Bhd Sdn GmbH Inc Council Commission Party Front Union "
    "Federation Institute University College Hospital Club United FC Airlines Times Post Herald Tribune Daily News TV Radio Army "
    "Navy Police Court",
    "place_heads": "River Lake Sea Ocean Bay Strait Gulf Island Mount Valley Desert Province County District State Road Street "
    "Bridge Airport Port Stadium Park Square Tower Dam Base",
    "given_names": "Muhammad Mei Hyun Rajesh Fatima Kwame Oleksandr Mehmet Reza Carlos Giulia Thabo Siti Yuki Mary James",
    "surnames": "Abdullah Wang Kim Singh Hassan Okafor Ivanov Yilmaz Hosseini Nguyen Fernandez Rossi Dlamini Tanaka Smith Jones",
    "provinces": "Johor Sarawak California Bavaria Ontario Queensland Punjab Sichuan Hokkaido Kaduna Jalisco Bahia Donetsk",
    "demonyms": "Malaysian Malaysians French Nigerian Koreans Muslim Muslims Catholic Kurds",
    "countries": "Malaysia France Nigeria Britain Taiwan Kosovo",
    "organizations": "UNICEF;World Bank;Federal Reserve;Hezbollah;Petronas;FIFA;Oxford University;African Union",
}


def _entries(path: Path) -> list[str]:
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("# ")]


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in _entries(FOLDER / name)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_form(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").split("\n")
    assert lines[0].startswith("# ")
    assert lines[-1] == ""
    assert "" not in lines[:-1]
    entries = _entries(path)
    assert entries == [entry.strip(" ") for entry in entries]
    assert len(set(entries)) == len(entries)


@pytest.mark.parametrize("name", SORTED)
def test_sorted(name: str) -> None:
    entries = _entries(FOLDER / name)
    assert entries == sorted(entries)


def test_sources() -> None:
    named = [row[0].strip(" `") for row in ROWS]
    assert named == sorted(set(named))
    assert sorted(path.name for path in FILES) == named
    assert all(len(row) == 5 and all(cell.strip() for cell in row) for row in ROWS)


def test_made_lists_say_by_what() -> None:
    made = {row[0].strip(" `"): row[4].strip(" `") for row in ROWS}
    for name, how in made.items():
        first = (FOLDER / name).read_text(encoding="utf-8").split("\n")[0]
        assert ("Made by" in first) == how.startswith("make_")
        assert how in first or not how.startswith("make_")


@pytest.mark.parametrize("name", sorted(MEMBERS))
def test_members(name: str) -> None:
    separator = ";" if ";" in MEMBERS[name] else None
    assert set(MEMBERS[name].split(separator)) <= read_words(name)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("countries", "provinces"),
        ("countries", "regions"),
        ("provinces", "regions"),
        ("organizations", "countries"),
        ("organizations", "provinces"),
        ("organizations", "regions"),
        ("organizations", "demonyms"),
        ("demonyms", "countries"),
        ("demonyms", "provinces"),
        ("demonyms", "regions"),
        ("organization_heads", "place_heads"),
        *((names, other) for names in ("given_names", "surnames") for other in ("countries", "provinces", "regions")),
        *((names, other) for names in ("given_names", "surnames") for other in ("demonyms", "organizations")),
        *((names, other) for names in ("given_names", "surnames") for other in ("organization_heads", "place_heads")),
    ],
)
def test_no_contradiction(one: str, other: str) -> None:
    assert not (read_words(one) & read_words(other)) - read_words("ambiguous_names")


def test_ambiguous_names_have_no_label() -> None:
    assert not read_words("ambiguous_names") & set(load_lexicons().phrases)


def test_honorifics_are_titles_that_begin_names_of_persons_only() -> None:
    assert read_words("honorifics") <= read_words("titles")
    assert not read_words("honorifics") & {
        "miss",
        "lady",
        "dame",
        "madame",
        "pte",
        "pvt",
    }  # Miss World, Notre Dame, Pte Ltd


def test_titles_are_looked_up_in_lower_case_without_period() -> None:
    entries = read_words("titles") | read_words("honorifics")
    assert entries == {entry.lower().rstrip(".") for entry in entries}


def test_everyday_words_are_no_names() -> None:
    names = read_words("given_names") | read_words("surnames")
    assert not names & {"Will", "The", "And", "Police", "Bank", "President", "Monday", "King", "After"}
    assert {"Grace", "Young"} <= read_words("word_names") <= names


def test_names_are_single_words() -> None:
    names = read_words("given_names") | read_words("surnames") | read_words("word_names")
    assert not [name for name in names if not re.fullmatch(r"[^\W\d_]+('[^\W\d_]+)*'?", name)]


def test_news_outlets() -> None:
    rows = _rows("news_outlets.tsv")
    assert [row[:1] + row[2:3] for row in rows] == sorted(row[:1] + row[2:3] for row in rows)
    assert {len(row) for row in rows} == {4}
    assert {row[3] for row in rows} == KINDS_OF_OUTLETS
    assert not [row for row in rows if get_territory(row[2]) is None]
    assert {"Bernama", "Reuters", "AFP", "BBC", "NHK", "TASS"} <= {name for row in rows for name in row[:2]}
    assert len({row[2] for row in rows}) > 90


def test_metonyms() -> None:
    rows = _rows("metonyms.tsv")
    assert [row[0] for row in rows] == sorted({row[0] for row in rows})
    assert not [row for row in rows if row[1] not in OUTSIDE_STATES and get_territory(row[1]) is None]
    assert not [row for row in rows if capital_of(row[0]) == row[1]]
    powers = {row[0]: row[1] for row in rows}
    assert [powers[name] for name in ("Kremlin", "Blue House", "Brussels")] == ["ru", "kr", "eu"]


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return make_lists()


@pytest.mark.parametrize("name", ["countries", "capitals", "provinces", "regions", "demonyms", "cities"])
def test_made_again_the_same(name: str, made: dict[str, str]) -> None:
    assert made[name] == (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
