from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compile import compile_pages
from generator.compile.evidence import Citations, tooltip
from generator.compile.site import Site
from generator.config import Config
from generator.errors import EvidenceError
from generator.model import Span


@pytest.fixture
def site(kb):
    return Site(kb, Config())


@pytest.fixture
def proof(kb):
    return kb.events["treaty-signed"].summary[0]


def test_marks_are_numbered_by_first_use_and_joined_with_a_comma(site, kb, proof) -> None:
    cites = Citations(site, "events/x.md")
    other = kb.events["storm-closes-port"].summary[0]
    assert cites.mark(other) == '<sup class="cite">[1][cite-1]</sup>'
    assert cites.mark(proof, other, proof) == '<sup class="cite">[1][cite-1],[2][cite-2]</sup>'
    assert cites.mark() == ""
    assert list(cites.used) == [("loose-leaf", "s0"), ("northern-wire-bridge", "s4")]


def test_definition_leads_to_the_sentence_and_shows_it(site, proof) -> None:
    cites = Citations(site, "events/x.md")
    cites.mark(proof)
    assert cites.definitions() == [
        "[cite-1]: ../sources/northern-wire-bridge.md#s4 "
        '"The treaty between the two towns was signed in June 2024. — Northern Wire, 30 November 2024"'
    ]


def test_evidence_of_a_copy_leads_to_the_original(site, kb) -> None:
    assert site.sentence_link("index.md", "wire-copy", "s0") == "sources/northern-wire-bridge.md#s0"


def test_one_wrong_span_anywhere_fails_the_whole_compilation(kb) -> None:
    event = kb.events["ilves-visits-port-marin"]
    facet = event.facets[0]
    cell = facet.cells[0]
    wrong = replace(cell, evidence=replace(cell.evidence, span=Span(0, 5, "Other")))
    facets = (replace(facet, cells=(wrong, *facet.cells[1:])), *event.facets[1:])
    events = {**kb.events, event.id: replace(event, facets=facets)}
    with pytest.raises(EvidenceError, match="harbor-courier-bridge"):
        compile_pages(replace(kb, events=events), Config())


def test_tooltip_hides_the_sentence_when_the_text_may_not_be_shown(kb, proof) -> None:
    hidden = Site(kb, Config(source_text="none"))
    assert tooltip(hidden, proof.article, proof.sentence) == "Northern Wire, 30 November 2024"
