"""Golden sentences through the embedded pipeline: which capitals and seats of power stand for their governments."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract.chains import find_chains
from generator.extract.mentions import find_mentions
from generator.extract.mentions_lexicons import government_nouns, seat_of_power
from generator.extract.pipeline import load_pipeline
from generator.extract.sentences import find_sentences
from generator.model import Chain, Mention

CASES = yaml.safe_load(Path(__file__).with_name("metonyms_golden.yaml").read_text("utf-8"))


def read(text: str) -> tuple[tuple[Mention, ...], dict[str, Chain]]:
    doc = load_pipeline("embedded")(text)
    mentions, chains = find_chains(doc, find_mentions(doc, find_sentences(doc)))
    return mentions, {chain.id: chain for chain in chains}


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_golden(case: dict[str, Any]) -> None:
    mentions, chains = read(case["text"])
    found = {m.span.text: chains[m.chain].country for m in mentions if m.via == "metonym"}
    assert found == case.get("metonyms", {})


def test_a_metonym_is_the_country_and_the_city_is_not() -> None:
    mentions, chains = read("Russia has closed the strait. Moscow denied it. The talks took place in Moscow.")
    owner = [
        (m.span.text, m.kind, m.via, chains[m.chain].name) for m in mentions if m.span.text in ("Russia", "Moscow")
    ]
    assert owner == [
        ("Russia", "name", "", "Russia"),
        ("Moscow", "nominal", "metonym", "Russia"),
        ("Moscow", "name", "", "Moscow"),
    ]


def test_a_capital_in_a_sports_report_is_a_team() -> None:
    text = (
        "The league table has a new leader. The coach praised the midfield. The striker limped off before halftime. "
        "Fans of the club sang. The referee showed no mercy in the semifinal. Moscow said nothing."
    )
    assert not [m for m in read(text)[0] if m.via]


def test_seats_of_governments_only() -> None:
    assert [seat_of_power(name) for name in ("Kremlin", "Capitol Hill", "Brussels", "Buckingham Palace")] == [
        "ru",
        None,
        None,
        None,
    ]
    assert government_nouns()["talk", "with"] == "strong"


@pytest.mark.parametrize(
    ("words", "stands_for_government"),
    [
        ("The Kremlin had left the deal in October.", True),
        ("The Kremlin pulled out of the talks last week.", True),
        ("The Kremlin will rejoin the treaty.", True),
        ("The Kremlin opened its gates to visitors.", False),
    ],
)
def test_what_states_do_with_pacts(words: str, stands_for_government: bool) -> None:
    doc = load_pipeline("embedded")(words)
    found = [m.via for m in find_mentions(doc, find_sentences(doc)) if "Kremlin" in m.span.text]
    assert found == ["metonym" if stands_for_government else ""]
