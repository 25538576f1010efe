"""What accounts call one use of force, and those who take part."""

from __future__ import annotations

from dataclasses import replace

from generator.model import Argument, Label, Mention
from generator.model import Chain as ChainOf

from .test_accounts import base, facets, spot, telling

PLAIN = "Norland's war in Sudland went on."
APART = "Norland began its border operation in Sudland."


def plain(target="Sudland", owner="Norland"):
    found = telling(PLAIN, "war", agents=("Norland",), place="Sudland")
    (event,) = found["events"]
    arguments = (Argument("agent", spot(PLAIN, "Norland"), owner), Argument("place", spot(PLAIN, "Sudland"), target))
    return {**found, "events": (replace(event, lemma="war", tag="NN", arguments=arguments, place=target),)}


def apart():
    found = telling(APART, "began", agents=("Norland",), place="Sudland")
    label = Label(spot(APART, "border operation"), "operation", "s0", "Norland", "Sudland", True)
    return {**found, "labels": (label,)}


def rows(left, right):
    kb = base({"left": PLAIN, "right": APART}, [left, right])
    return [(row.verdict, [cell.evidence.span.text for cell in row.cells], row.note) for row in facets(kb, "label")]


def test_one_use_of_force_under_two_names() -> None:
    note = "in different words: “Norland's war in Sudland” and “border operation”"
    assert rows(plain(), apart()) == [("differ", ["Norland's war in Sudland", "border operation"], note)]


def test_another_war_is_not_called_that() -> None:
    assert rows(plain(owner="Sudland", target="Norland"), apart()) == []


def test_both_at_arms_length_are_alike() -> None:
    label = Label(spot(PLAIN, "war"), "war", "s0", "Norland", "Sudland", True)
    assert rows({**plain(), "labels": (label,)}, apart()) == []


def described(noun):
    text = f"Redcap met for talks after the crash, and the {noun} left."
    found = telling(text, "crash", agents=("Redcap",))
    mention = Mention("m9", spot(text, f"the {noun}"), "organization", "nominal", "Redcap", "s0")
    chains = tuple(ChainOf(c.id, c.type, c.name, (*c.mentions, "m9")) for c in found["chains"])
    return text, {**found, "mentions": (*found["mentions"], mention), "chains": chains}


def called(left, right):
    (first, one), (second, other) = described(left), described(right)
    return [(row.label, row.verdict) for row in facets(base({"left": first, "right": second}, [one, other]), "label")]


def test_rival_nouns_for_a_participant() -> None:
    assert called("rebels", "terrorists") == [("What they call Redcap", "differ")]
    assert called("rebels", "rebels") == []
    assert called("rebels", "sailors") == []
