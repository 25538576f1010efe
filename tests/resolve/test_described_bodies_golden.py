"""Golden sentences through the embedded pipeline: which bodies of state they describe without a name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from generator.extract.chains import find_chains
from generator.extract.mentions import find_mentions
from generator.extract.pipeline import load_pipeline
from generator.extract.sentences import find_sentences
from generator.resolve.profiles import make_profiles
from tests.resolve.chains import make_article

CASES = yaml.safe_load(Path(__file__).with_name("described_bodies_golden.yaml").read_text("utf-8"))


def bodies(text: str) -> list[list[str]]:
    doc = load_pipeline("embedded")(text)
    mentions, chains = find_chains(doc, find_mentions(doc, find_sentences(doc)))
    article, extraction = make_article("a", [])
    article, extraction = replace(article, text=text), replace(extraction, mentions=mentions, chains=chains)
    return [[one.name, one.country] for one in make_profiles({"a": article}, {"a": extraction}) if one.described]


@pytest.mark.parametrize("text", sorted(CASES))
def test_described_bodies(text: str) -> None:
    assert bodies(text) == CASES[text]
