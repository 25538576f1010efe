"""The unit of a figure: currency, percentage, measure, from the signs and words around it."""

from __future__ import annotations

from functools import cache

from generator.extract.times_atoms import Atoms, at, longest_phrase, skip
from generator.extract.times_lexicon import table, words

_UNITS = "quantities_units"
_NUMBERS = "quantities_words"
AMBIGUOUS_POUND = "pound"


def currency_before(atoms: Atoms, i: int) -> tuple[str, int] | None:
    """Currency whose sign or code ends right before `i` ("$", "US$", "USD "), and the place where it begins."""
    sign, letters = at(atoms, i - 1), at(atoms, i - 2)
    signs = table(_UNITS, "currency_signs")
    if sign.kind == "sign" and sign.low in signs:
        joined = letters.low + sign.low
        if letters.kind == "word" and sign.glued and joined in signs:
            return str(signs[joined]), i - 2
        return str(signs[sign.low]), i - 1
    code = table(_UNITS, "currency_codes").get(sign.low) if sign.text.isupper() else None
    if code is not None:
        return str(code), i - 1
    if sign.kind == "word" and sign.capital and sign.low in signs:
        return str(signs[sign.low]), i - 1
    return None


def unit_after(atoms: Atoms, i: int) -> tuple[str, int] | None:
    """The unit that begins at `i`, perhaps after a hyphen, and the place after it: "euros", "US dollars", "%", "-mile", "km"."""
    glued = table(_UNITS, "glued_units").get(at(atoms, i).text) if at(atoms, i).glued else None
    if glued is not None:
        return str(glued), i + 1
    place = i + 1 if at(atoms, i).text in {"-", "‑"} and at(atoms, i).glued and at(atoms, i + 1).glued else i
    return _percent(atoms, place) or _currency(atoms, place) or _measure(atoms, place) or _scale(atoms, place)


def _percent(atoms: Atoms, i: int) -> tuple[str, int] | None:
    return _phrase(atoms, i, "percent_names")


def _measure(atoms: Atoms, i: int) -> tuple[str, int] | None:
    return _phrase(atoms, i, "measures")


def _phrase(atoms: Atoms, i: int, key: str) -> tuple[str, int] | None:
    found = longest_phrase(atoms, i, _UNITS, key)
    return (str(table(_UNITS, key)[found[0]]), found[1]) if found is not None else None


def _currency(atoms: Atoms, i: int) -> tuple[str, int] | None:
    nouns, adjectives = table(_UNITS, "currency_nouns"), table(_UNITS, "currency_adjectives")
    found = longest_phrase(atoms, i, _UNITS, "currency_adjectives")
    if found is not None and at(atoms, found[1]).low in nouns:
        return str(adjectives[found[0]]), found[1] + 1
    code = table(_UNITS, "currency_codes").get(at(atoms, i).low) if at(atoms, i).text.isupper() else None
    if code is not None:
        return str(code), i + 1
    name = nouns.get(at(atoms, i).low)
    capital_name = at(atoms, i).capital and at(atoms, i).kind == "word"
    return (str(name), i + 1) if name is not None and not capital_name else None


def resolve_pound(atoms: Atoms, hyphened: bool = False) -> str:
    """What "pounds" means here: weight where words of weight stand in the sentence or a hyphen before it ("400-pound"), else money."""
    low = {atom.low for atom in atoms}
    heavy = hyphened or low & words(_UNITS, "weight_hints")
    return "lb" if heavy and not low & words(_UNITS, "money_hints") else "£"


def _scale(atoms: Atoms, i: int) -> tuple[str, int] | None:
    name = table(_NUMBERS, "scales").get(at(atoms, i).low)
    return (str(name), i + 1) if name is not None and at(atoms, i).glued else None


def scale_before(atoms: Atoms, i: int) -> str | None:
    """The scale named before a figure: "magnitude 6.5", "a magnitude of 6.5"."""
    place = i - 1 if skip(atoms, i - 1, {"of", "-"}) == i else i
    name = table(_NUMBERS, "scales").get(at(atoms, place - 1).low)
    return str(name) if name is not None else None


def is_time_unit(unit: str | None) -> bool:
    """Whether the unit measures time."""
    return unit in {
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "fortnight",
        "month",
        "year",
        "decade",
        "century",
    }


def is_currency(unit: str | None) -> bool:
    """Whether the unit is money."""
    return unit in _currencies()


@cache
def _currencies() -> frozenset[str]:
    keys = ("currency_signs", "currency_codes", "currency_nouns", "currency_adjectives")
    found = frozenset(str(value) for key in keys for value in table(_UNITS, key).values())
    return (found - {AMBIGUOUS_POUND}) | {"£"}
