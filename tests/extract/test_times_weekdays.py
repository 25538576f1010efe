from __future__ import annotations

import pytest
import spacy

from generator.extract.times_atoms import read_atoms
from generator.extract.times_dates import read_weekday
from generator.model import Span


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Sunday, bands play", 6),
        ("Sun., bands play", 6),
        ("Sun, 12 May", 6),
        ("Mon, Nov. 3", 0),
        ("Sun, fun and flowers", None),
    ],
)
def test_an_abbreviated_weekday_needs_a_dot_or_a_date_behind_it(text: str, day: int | None) -> None:
    (atoms,) = read_atoms(spacy.blank("en")(text), [Span(0, len(text), text)])
    found = read_weekday(atoms, 0)
    assert (found[0] if found else None) == day
