"""The lexicons of events hold together."""

from __future__ import annotations

from collections import Counter

from generator.extract import events_lexicon as lexicon


def test_every_type_of_a_trigger_is_documented() -> None:
    for kind in ("verb", "noun", "adj", "name"):
        assert set(lexicon.triggers(kind).values()) <= set(lexicon.types())


def test_the_sixteen_plover_classes_are_there() -> None:
    plover = "agree consult support cooperate aid yield accuse reject threaten protest sanction mobilize coerce assault request retreat"
    assert set(plover.split()) <= set(lexicon.types())


def test_a_lemma_stands_once_per_kind() -> None:
    rows = [row for row in lexicon._rows("events_triggers.tsv") if row[0] != "name"]
    counts = Counter((row[0], word) for row in rows for word in lexicon.words_in(row[2]))
    assert [key for key, number in counts.items() if number > 1] == []


def test_reporting_verbs_and_states_are_no_triggers() -> None:
    listed = lexicon.verbs("reporting") | lexicon.verbs("states")
    assert listed & set(lexicon.triggers("verb")) == set()


def test_modalities_are_those_of_the_model() -> None:
    found = {value for how in ("aux", "head", "adverb", "mark") for value in lexicon.modality(how).values()}
    assert found == {"future", "possible", "planned", "denied"}
