"""Golden quotes: short texts through the embedded pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract.chains import find_chains
from generator.extract.mentions import find_mentions
from generator.extract.pipeline import load_pipeline
from generator.extract.quotes import find_quotes
from generator.extract.sentences import find_sentences
from generator.model import Chain, Quote

CASES = yaml.safe_load(Path(__file__).with_name("golden_quotes.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:50] for case in CASES])
def test_golden(case: dict[str, Any]) -> None:
    doc = load_pipeline("embedded")(case["text"])
    sentences = find_sentences(doc)
    mentions, chains = find_chains(doc, find_mentions(doc, sentences))
    quotes = find_quotes(doc, sentences, mentions, chains)
    assert [_plain(quote, {chain.id: chain for chain in chains}) for quote in quotes] == case["quotes"]
    for quote in quotes:
        assert all(case["text"][span.start : span.end] == span.text for span in (*quote.spans, *quote.quoted))
        assert quote.sentences


def _plain(quote: Quote, chains: dict[str, Chain]) -> dict[str, Any]:
    plain: dict[str, Any] = {"kind": quote.kind, "words": [span.text for span in quote.spans]}
    if quote.kind == "mixed":
        plain["quoted"] = [span.text for span in quote.quoted]
    if quote.cue:
        plain["cue"] = quote.cue.text
    if quote.speaker_span:
        plain["speaker"] = quote.speaker_span.text
    if quote.speaker and chains[quote.speaker].name:
        plain["name"] = chains[quote.speaker].name
    if quote.form:
        plain["form"] = quote.form
    if quote.relayed_by:
        plain["relayed_by"] = chains[quote.relayed_by].name
    return plain
