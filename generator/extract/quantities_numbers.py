"""Numbers: digits with multipliers ("1.2bn"), words ("twenty-three"), vague ones ("dozens of")."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from text_to_num import text2num

from generator.extract.times_atoms import Atom, Atoms, at, longest_phrase, match_phrase
from generator.extract.times_lexicon import table, words

_LEXICON = "quantities_words"
# Decimal places that survive a multiplier: 4.1 million is no 4099999.9999999995.
_DIGITS = 6
# Words before a number in which a dimension may be named.
_NEAR = 5


@dataclass(frozen=True, slots=True)
class Number:
    """A number: `low`, `high` (None when open), the place after its last atom, and whether it was written as a word."""

    low: float
    high: float | None
    end: int
    spelled: bool = False
    vague: bool = False


def read_number(atoms: Atoms, i: int) -> Number | None:
    """The longest number that begins at `i`, or None."""
    return _vague(atoms, i) or _figure(atoms, i) or _spelled(atoms, i)


def may_begin(atom: Atom) -> bool:
    """Whether a number can begin with this atom."""
    return atom.kind == "number" or atom.low in _openers()


@cache
def _openers() -> frozenset[str]:
    return frozenset(
        {"a", "an"} | words(_LEXICON, "number_words") | {entry.split()[0] for entry in words(_LEXICON, "vague")}
    )


def value_of(atom: Atom) -> float | None:
    """The value of a number atom ("10,000" -> 10000.0), else None."""
    if atom.kind != "number":
        return None
    return float(atom.text.replace(",", ""))


def _figure(atoms: Atoms, i: int) -> Number | None:
    value = value_of(at(atoms, i))
    if value is None:
        return None
    end = i + 1
    value, end = _fraction(atoms, end, value)
    value, end = _thousands(atoms, end, value)
    value, end = _multiplied(atoms, end, value)
    value = round(value, _DIGITS)
    return Number(value, value, end)


def _thousands(atoms: Atoms, i: int, value: float) -> tuple[float, int]:
    """ "500, 000": a group of zeros that a space has cut off."""
    comma, group = at(atoms, i), at(atoms, i + 1)
    if comma.text == "," and comma.glued and not group.glued and group.text == "000":
        return value * 1000, i + 2
    return value, i


def _fraction(atoms: Atoms, i: int, value: float) -> tuple[float, int]:
    """Adds a vulgar fraction ("1½") to `value`."""
    share = table(_LEXICON, "fraction_signs").get(at(atoms, i).text)
    return (value + float(share), i + 1) if share is not None and at(atoms, i).glued else (value, i)


def _multiplied(atoms: Atoms, i: int, value: float) -> tuple[float, int]:
    """Applies the multipliers that follow: "1.2 million", "1.2bn", "3 hundred thousand", "1.2-million"."""
    multipliers, short = table(_LEXICON, "multipliers"), table(_LEXICON, "short_multipliers")
    while True:
        atom = at(atoms, i)
        hyphen = atom.text == "-" and atom.glued and at(atoms, i + 1).low in multipliers
        if hyphen:
            i += 1
            atom = at(atoms, i)
        if atom.low in multipliers:
            value *= float(multipliers[atom.low])
        elif atom.glued and not hyphen and atom.text in short and not _is_meter(atoms, i):
            return value * float(short[atom.text]), i + 1
        else:
            return value, i
        i += 1


def _is_meter(atoms: Atoms, i: int) -> bool:
    """Whether the "m" glued to digits is meters: "80m-deep", "80m wide", "a depth of 40m."; "$40m" and "40m people" are millions."""
    before = at(atoms, i - 2)
    money = before.kind == "sign" and before.text not in words(_LEXICON, "marks")
    if at(atoms, i).text != "m" or money:
        return False
    after = at(atoms, i + 1)
    follows = at(atoms, i + 2).low if after.text in {"-", "‑"} else after.low
    closed = after.kind == "" or after.text in words(_LEXICON, "marks")
    return follows in words(_LEXICON, "after_meters") or (closed and _has_dimension(atoms, i))


def _has_dimension(atoms: Atoms, i: int) -> bool:
    """Whether a word for a length stands right before the number: "a depth of 40m"."""
    near = {at(atoms, place).low for place in range(max(0, i - _NEAR), i)}
    return bool(near & words(_LEXICON, "meter_openers"))


def _spelled(atoms: Atoms, i: int) -> Number | None:
    """A run of number words ("a hundred and five", "twenty-three", "two million"), read by text2num."""
    start = i + 1 if at(atoms, i).low in {"a", "an"} and at(atoms, i + 1).low in words(_LEXICON, "after_article") else i
    run, end = _run(atoms, start)
    while run:
        value = _value_of_words(run)
        if value is not None:
            return _with_half(atoms, Number(value, value, end, spelled=True))
        run, end = _shortened(atoms, start, end)
    return None


def _run(atoms: Atoms, i: int) -> tuple[list[str], int]:
    """The number words from `i` on, and the place after them; "and" and hyphens only between two of them."""
    known, run = words(_LEXICON, "number_words"), []
    while at(atoms, i).low in known:
        run.append(at(atoms, i).low)
        i += 1
        linked = at(atoms, i).text == "-" or (at(atoms, i).low == "and" and run[-1] in words(_LEXICON, "before_and"))
        if linked and at(atoms, i + 1).low in known:
            i += 1
    return run, i


def _shortened(atoms: Atoms, start: int, end: int) -> tuple[list[str], int]:
    end -= 1
    while end > start and at(atoms, end - 1).low not in words(_LEXICON, "number_words"):
        end -= 1
    run = [at(atoms, k).low for k in range(start, end) if at(atoms, k).low in words(_LEXICON, "number_words")]
    return run, end


def _value_of_words(run: list[str]) -> float | None:
    try:
        return float(text2num(" ".join(run), "en"))
    except ValueError:
        return None


def _with_half(atoms: Atoms, number: Number) -> Number:
    """Adds "and a half"."""
    end = match_phrase(atoms, number.end, "and a half") or match_phrase(atoms, number.end, "- and - a - half")
    return number if end is None else Number(number.low + 0.5, number.low + 0.5, end, spelled=True)


def _vague(atoms: Atoms, i: int) -> Number | None:
    """ "dozens of", "tens of thousands of", "a dozen", "half a million": ranges, as the lexicon gives them."""
    found = longest_phrase(atoms, i, _LEXICON, "vague")
    if found is None:
        return None
    low, high = table(_LEXICON, "vague")[found[0]]
    return Number(float(low), None if high is None else float(high), found[1], spelled=True, vague=True)
