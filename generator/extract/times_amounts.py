"""Amounts of time: "two days", "a year", "several weeks"."""

from __future__ import annotations

from generator.extract.quantities_numbers import read_number
from generator.extract.times_atoms import Atoms, at, skip
from generator.extract.times_lexicon import table, words

_WORDS = "times_words"


def read_amount(atoms: Atoms, i: int) -> tuple[str, int | None, int] | None:
    """Unit, whole amount (None when it is not a single whole number) and the place after: "two days", "a year", "several weeks"."""
    number = read_number(atoms, i)
    if number is not None:
        amount = int(number.low) if number.low == number.high and number.low == int(number.low) else None
        place = number.end
    elif at(atoms, i).low in {"a", "an"}:
        amount, place = 1, i + 1
    elif at(atoms, i).low in words(_WORDS, "vague_amounts"):
        amount, place = None, i + 1
    else:
        return None
    place = skip(atoms, place, {"-"})
    unit = table(_WORDS, "units").get(at(atoms, place).low)
    if unit is None or (amount is None and unit == "quarter"):
        return None
    return str(unit), amount, place + 1
