"""Golden roles: short texts through the embedded pipeline."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract.chains import find_chains
from generator.extract.mentions import find_mentions
from generator.extract.pipeline import load_pipeline
from generator.extract.roles import find_roles
from generator.extract.sentences import find_sentences
from generator.model import Chain, Role

CASES = yaml.safe_load(Path(__file__).with_name("golden_roles.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_golden(case: dict[str, Any]) -> None:
    doc = load_pipeline("embedded")(case["text"])
    mentions, chains = find_chains(doc, find_mentions(doc, find_sentences(doc)))
    roles = find_roles(doc, mentions, chains)
    assert [_plain(role, {chain.id: chain for chain in chains}) for role in roles] == case["roles"]
    assert all(case["text"][role.span.start : role.span.end] == role.span.text for role in roles)


def _plain(role: Role, chains: dict[str, Chain]) -> dict[str, Any]:
    """What is not empty; "words" only where they differ from the text's own."""
    plain = {
        "who": chains[role.chain].name,
        "span": role.span.text,
        "words": role.words if role.words != role.span.text else "",
        "kind": role.kind if role.kind != "role" else "",
        "tense": role.tense,
        "org": chains[role.org].name if role.org else "",
        "country": chains[role.country].country if role.country else "",
    }
    return {key: value for key, value in plain.items() if value}
