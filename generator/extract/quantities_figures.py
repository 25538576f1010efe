"""Grammar of figures: number or range, currency or unit, hedge; and the numbers that are no figures."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.extract.quantities_names import is_brand, is_in_name
from generator.extract.quantities_numbers import Number, read_number, value_of
from generator.extract.quantities_units import (
    AMBIGUOUS_POUND,
    currency_before,
    is_time_unit,
    resolve_pound,
    scale_before,
    unit_after,
)
from generator.extract.times_atoms import Atoms, at, digits, longest_phrase, match_phrase, skip
from generator.extract.times_lexicon import load_lexicon, phrases, table, words

_NUMBERS = "quantities_words"
_HEDGES = "quantities_hedges"
_MAX_SCORE = 200
_CHANGE_WINDOW = 5
_CODE_SIGNS = frozenset({"/", ":", "@", "_", "=", "&"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in atoms `[start, end)`; `hedge_start` is where its hedge begins (`start` without one); `of` as the grammar knows it."""

    start: int
    end: int
    low: float | None
    high: float | None
    unit: str | None
    hedge: str | None
    hedge_start: int
    of: str | None = None


def read_figure(atoms: Atoms, i: int) -> Figure | None:
    """The figure whose number begins at `i`, or None."""
    number = read_number(atoms, i)
    if number is None or _is_no_figure(atoms, i, number):
        return None
    figure = _age(atoms, i, number) or _strong(atoms, i, number) or _score(atoms, i) or _plain(atoms, i, number)
    return _hedged(atoms, figure)


def _is_no_figure(atoms: Atoms, i: int, number: Number) -> bool:
    """Ordinals, names and identifiers, pronouns, the inside of longer codes."""
    after = at(atoms, number.end)
    if after.glued and after.low in words(_NUMBERS, "ordinal_endings"):
        return True
    if at(atoms, i).glued and _inside_code(atoms, i):
        return True
    if after.glued and after.text in _CODE_SIGNS and at(atoms, number.end + 1).kind in {"word", "number"}:
        return True
    if is_in_name(atoms, i, number.end, _is_currency(atoms, i) or unit_after(atoms, number.end) is not None):
        return True
    if number.spelled and at(atoms, i).low == "one" and number.end == i + 1:
        return _is_pronoun(atoms, i)
    return not number.spelled and _is_identifier(atoms, i)


def _inside_code(atoms: Atoms, i: int) -> bool:
    """Whether the number is glued to what stands before it: "B737", "F-16", "555-1234", "v2.1"."""
    before = at(atoms, i - 1)
    if before.kind in {"word", "number"}:
        return not _is_currency(atoms, i)
    if before.text in {"-", "–", "‑"}:
        return before.glued and at(atoms, i - 2).kind in {"word", "number"}
    return before.text in _CODE_SIGNS or before.text in {"#", "."}


def _is_currency(atoms: Atoms, i: int) -> bool:
    return currency_before(atoms, i) is not None


def _is_pronoun(atoms: Atoms, i: int) -> bool:
    before, after = at(atoms, i - 1), at(atoms, i + 1)
    if after.kind != "word" or after.low in words(_NUMBERS, "one_idioms") or after.text == "-":
        return True
    return before.low in words(_NUMBERS, "one_idioms_before") or at(atoms, i).tag not in {"", "CD"}


def _is_identifier(atoms: Atoms, i: int) -> bool:
    """ "Flight 370", "Boeing 737", "No. 10": the number belongs to the capitalised word before it."""
    place = i - 2 if at(atoms, i - 1).text == "." else i - 1
    before = at(atoms, place)
    if before.kind != "word":
        return False
    if before.low in words(_NUMBERS, "identifiers") and (before.capital or place != i - 1 or before.low == "number"):
        return place > 0 or place == i - 2 or before.low in {"flight", "article", "section", "chapter"}
    if is_brand(before) and at(atoms, i + 1).text != "%":
        return True
    token, name = at(atoms, i).token, before.token
    if name is None or token is None or not before.capital or name.tag_ not in {"NNP", "NNPS"}:
        return False
    beside = token.head == name.head and name.dep_ in {"compound", "nmod", "nummod", "poss"}
    return token.head == name or name.head == token or beside or _is_model(atoms, i)


def _is_model(atoms: Atoms, i: int) -> bool:
    """ "Delta 4-Heavy", "Falcon 9s": a hyphen and a capital, or a plural ending, right behind the number."""
    after, word = at(atoms, i + 1), at(atoms, i + 2)
    return after.glued and (after.low == "s" or (after.text == "-" and word.capital and word.glued))


def _plain(atoms: Atoms, i: int, number: Number) -> Figure:
    """A number or a range with its unit."""
    money = currency_before(atoms, i)
    start = money[1] if money else i
    right = _right_of_range(atoms, i, number)
    unit = _unit(atoms, (right or number))
    low, high, end = number.low, number.high, number.end
    if right is not None:
        low, high, end = min(_scaled(number, right, atoms), right.low), right.high, right.end
    name = money[0] if money else unit[0] if unit else scale_before(atoms, i)
    return Figure(start, unit[1] if unit and not money else end, low, high, name, None, start)


def _unit(atoms: Atoms, number: Number) -> tuple[str, int] | None:
    """The unit behind the number; "hundreds of dollars" has an "of" between."""
    place = skip(atoms, number.end, {"of"}) if number.vague else number.end
    found = unit_after(atoms, place)
    if found is None or found[0] != AMBIGUOUS_POUND:
        return found
    return resolve_pound(atoms, hyphened=at(atoms, place).text == "-"), found[1]


def _scaled(left: Number, right: Number, atoms: Atoms) -> float:
    """The left end with the multiplier of the right one: "10 to 12 million"."""
    written = value_of(at(atoms, right.end - 1)) if right.end else None
    if written is not None or left.low >= 1000 or right.low < 1000:
        return left.low
    for factor in (1e12, 1e9, 1e6, 1e3):
        if right.low >= factor and left.low * factor <= right.low:
            return left.low * factor
    return left.low


def _right_of_range(atoms: Atoms, i: int, number: Number) -> Number | None:
    """The right end of "10 to 20", "10-20", "between 10 and 20"."""
    link = at(atoms, number.end)
    opener = at(atoms, i - 2 if _is_currency(atoms, i) else i - 1).low
    dash = link.text in {"-", "–"} and link.glued and at(atoms, number.end + 1).glued
    linked = dash or (link.low == "to" and opener != "to") or (link.low == "and" and opener == "between")
    if not (linked or link.low == "or") or number.high is None:
        return None
    if link.low == "to" and _is_change(atoms, i):
        return None
    place = number.end + 1
    while at(atoms, place).low in table("quantities_units", "currency_signs"):
        place += 1
    right = read_number(atoms, place)
    if right is None or right.high is None or right.low <= number.low or right.vague:
        return None
    if link.low == "or" and (right.low != number.low + 1 or place != number.end + 1):
        return None
    return right


def _is_change(atoms: Atoms, i: int) -> bool:
    """ "rose from 10 to 20", "fell $11 billion to $106 billion", "more than 10 to 20": a change and no range."""
    for place in range(i - 1, max(-1, i - 1 - _CHANGE_WINDOW), -1):
        if at(atoms, place).text in {",", ";", "("}:
            return False
        if at(atoms, place).low in words(_NUMBERS, "changes"):
            return True
    return False


def _score(atoms: Atoms, i: int) -> Figure | None:
    """ "5-4" in a game or a vote: two small numbers around a hyphen without a unit or a counted noun behind them."""
    hyphen, second = at(atoms, i + 1), at(atoms, i + 2)
    left, right = digits(at(atoms, i)), digits(second)
    if hyphen.text not in {"-", "–"} or not (hyphen.glued and second.glued) or left is None or right is None:
        return None
    follows = at(atoms, i + 3)
    if max(left, right) > _MAX_SCORE or (follows.glued and follows.kind != "sign") or follows.text in {"%", "-", "/"}:
        return None
    rising = left < right
    if rising and (
        unit_after(atoms, i + 3) is not None or follows.tag in {"NNS", "JJ"} or (follows.glued and follows.text == "-")
    ):
        return None
    if rising and at(atoms, i - 1).low not in words(_NUMBERS, "score_openers"):
        return None
    return Figure(i, i + 3, float(min(left, right)), float(max(left, right)), "score", None, i)


def _age(atoms: Atoms, i: int, number: Number) -> Figure | None:
    """ "34-year-old", "34 years old", "aged 34", ", 34,": an age, counted in years."""
    place = skip(atoms, number.end, {"-"})
    unit = unit_after(atoms, place)
    if unit is not None and is_time_unit(unit[0]):
        end = skip(atoms, unit[1], {"-"})
        of_age = match_phrase(atoms, unit[1], "of age")
        if at(atoms, end).low in words(_NUMBERS, "age_after") or of_age is not None:
            return Figure(i, of_age or end + 1, number.low, number.high, unit[0], None, i, "age")
        return None
    if at(atoms, i - 1).low in words(_NUMBERS, "ages_before") or _is_age_in_commas(atoms, i, number):
        return Figure(i, number.end, number.low, number.high, "year", None, i, "age")
    return None


def _is_age_in_commas(atoms: Atoms, i: int, number: Number) -> bool:
    """ "Jane Doe, 34, said" and "Jane Doe (34)": a small whole number set off behind a person's name."""
    pair = (at(atoms, i - 1).text, at(atoms, number.end).text)
    token = at(atoms, i - 2).token
    if pair not in {(",", ","), ("(", ")"), (",", ".")} or token is None or number.end != i + 1:
        return False
    return token.ent_type_ == "PERSON" and 0 < number.low < 120 and digits(at(atoms, i)) is not None


def _strong(atoms: Atoms, i: int, number: Number) -> Figure | None:
    """ "10,000-strong": as many people."""
    if at(atoms, number.end).text == "-" and at(atoms, number.end + 1).low in words(_NUMBERS, "strong"):
        of = str(load_lexicon(_NUMBERS)["strong_of"])
        return Figure(i, number.end + 2, number.low, number.high, None, None, i, of)
    return None


def _hedged(atoms: Atoms, figure: Figure) -> Figure:
    """The figure with its hedge: the longest phrase right before it, or right behind it."""
    known = table(_HEDGES, "before")
    for phrase in phrases(_HEDGES, "before"):
        length = len(phrase.split())
        place = figure.start - length
        if place >= 0 and match_phrase(atoms, place, phrase) == figure.start:
            if is_time_unit(figure.unit) and phrase in words(_HEDGES, "not_of_time"):
                break
            return replace(_opened(figure, known[phrase]), hedge=phrase, hedge_start=place)
    behind = longest_phrase(atoms, figure.end, _HEDGES, "after")
    if behind is None:
        return figure
    return replace(_opened(figure, table(_HEDGES, "after")[behind[0]]), hedge=behind[0])


def _opened(figure: Figure, effect: str) -> Figure:
    if effect == "more":
        return replace(figure, high=None)
    if effect == "less":
        return replace(figure, low=None)
    return figure
