"""What they call it: descriptions per publisher, reporting verbs per publisher; each counted, with its sentences."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from generator.compile.entity_labels import verb_key
from generator.model import KnowledgeBase, Quote, Span
from tests.compile.pages import body_of, changed_extraction, section

COURIER, WIRE = "harbor-courier-bridge", "northern-wire-bridge"
ILVES = "entities/mara-ilves.md"


def lines(kb: KnowledgeBase, heading: str, path: str = ILVES) -> list[str]:
    return [line for line in section(body_of(kb, path), heading).splitlines() if line.startswith("- ")]


def labels(kb: KnowledgeBase) -> list[str]:
    return lines(kb, "What they are called")


def test_each_publisher_has_its_descriptions_with_sentences(kb) -> None:
    found = labels(kb)
    assert len(found) == 2
    assert found[0].startswith("- [Northern Wire](../publishers/northern-wire.md): “the minister” once<sup")
    assert found[1].startswith(
        "- [The Harbor Courier](../publishers/the-harbor-courier.md): “the Veldian minister” once<sup"
    )


def test_pronouns_and_demonyms_are_no_labels(kb) -> None:
    assert "“her”" not in "".join(labels(kb))
    assert "are called" not in body_of(kb, "entities/veldia.md")
    assert "are called" not in body_of(kb, "entities/osk-tarn.md")


def test_equal_descriptions_are_counted_and_the_busiest_publisher_comes_first(kb) -> None:
    found = kb.extractions[COURIER]
    first = next(m for m in found.mentions if m.span.text == "The Veldian minister")
    again = replace(first, id="again", span=replace(first.span, text="the Veldian minister"))
    ilves = kb.entities["mara-ilves"]
    more = replace(ilves, mentions=(*ilves.mentions, replace(ilves.mentions[0], mention="again")))
    changed = changed_extraction(kb, COURIER, mentions=(*found.mentions, again))
    changed = replace(changed, entities={**changed.entities, ilves.id: more})
    assert labels(changed)[0].startswith(
        "- [The Harbor Courier](../publishers/the-harbor-courier.md): “the Veldian minister” twice<sup"
    )


def test_a_description_inside_quotation_marks_is_the_speakers(kb) -> None:
    found = kb.extractions[WIRE]
    spoken = next(m for m in found.mentions if m.span.text == "the minister")
    around = replace(found.quotes[1], spans=(spoken.span,), quoted=(spoken.span,), sentences=(spoken.sentence,))
    changed = changed_extraction(kb, WIRE, quotes=(found.quotes[0], around))
    quoted = next(line for line in labels(changed) if "“the minister”" in line)
    assert quoted.startswith("- [Osk Tarn](osk-tarn.md")
    assert "quoted: “the minister” once" in quoted
    assert not any("northern-wire" in line for line in labels(changed))


@pytest.mark.parametrize(
    "forms",
    [
        ("say", "says", "said", "saying"),
        ("claim", "claims", "claimed", "claiming"),
        ("note", "notes", "noted", "noting"),
        ("admit", "admits", "admitted", "admitting"),
        ("stress", "stresses", "stressed", "stressing"),
        ("agree", "agrees", "agreed", "agreeing"),
        ("reply", "replies", "replied", "replying"),
        ("deny", "denies", "denied", "denying"),
        ("according to",),
        ("told",),
    ],
)
def test_forms_of_a_verb_are_one(forms: tuple[str, ...]) -> None:
    assert len({verb_key(form) for form in forms}) == 1
    assert verb_key(forms[0]) not in {verb_key(word) for word in ("vow", "hail", "warn", "wrote")}


def test_verbs_are_counted_by_publisher_with_sentences(kb) -> None:
    (line,) = lines(kb, "How their words are introduced")
    assert line.startswith("- *said* twice: [Northern Wire](../publishers/northern-wire.md) once<sup")
    assert "[The Harbor Courier](../publishers/the-harbor-courier.md) once<sup" in line


def test_rare_verbs_share_a_line(kb) -> None:
    found = kb.extractions[COURIER]
    start = found.sentences[4].span.start + len("She ")
    hailed = Quote(
        "u9", found.quotes[0].spans, (), Span(start, start + 7, "praised"), "c-ilves", None, "indirect", None, ("s4",)
    )
    found_lines = lines(
        changed_extraction(kb, COURIER, quotes=(*found.quotes, hailed)), "How their words are introduced"
    )
    assert len(found_lines) == 2
    assert found_lines[1].startswith("- Once: *praised* in [The Harbor Courier](../publishers/the-harbor-courier.md)")


def test_verbs_that_are_too_many_are_counted(kb) -> None:
    found = kb.extractions[COURIER]
    text = kb.articles[COURIER].text
    words = sorted({word for word in text.split() if word.isalpha() and len(word) > 3})
    cues = [Span(text.index(word), text.index(word) + len(word), word) for word in words]
    many = tuple(
        Quote(f"v{n}", found.quotes[0].spans, (), cue, "c-ilves", None, "indirect", None, ("s4",))
        for n, cue in enumerate(cues)
    )
    *_, line = lines(changed_extraction(kb, COURIER, quotes=(*found.quotes, *many)), "How their words are introduced")
    assert line.count("* in [") == 15
    assert re.search(r" and \d+ other verbs$", line)


def test_one_report_makes_no_section(kb) -> None:
    assert "How their words" not in body_of(kb, "entities/osk-tarn.md")
