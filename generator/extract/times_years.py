"""Grammar of years, decades and centuries, where they stand alone and are no figures."""

from __future__ import annotations

from generator.extract.times_atoms import Atom, Atoms, at, digits, skip
from generator.extract.times_calendar import When
from generator.extract.times_dates import FIRST_YEAR, LAST_YEAR, Reading, Rule, read_year
from generator.extract.times_lexicon import table, words

_WORDS = "times_words"
# "the 1918 pandemic", but not "the 1500 meters".
_FIRST_NAMED_YEAR = 1800
_LOOSE_BEFORE = frozenset({"and", "to", ","})


def read_decade(atoms: Atoms, i: int) -> Reading | None:
    """ "1990s", "'90s", "19th century"."""
    i = skip(atoms, i, {"'", "’", "‘"})
    number, after = digits(at(atoms, i)), at(atoms, i + 1)
    end = i + 2
    if after.text in {"'", "’"} and after.glued:
        after, end = at(atoms, i + 2), i + 3
    if number is not None and number % 10 == 0 and after.low == "s" and after.glued:
        return _decade(number, len(at(atoms, i).text), end, _counts_years_or_degrees(atoms, i))
    return _century(atoms, i)


def _decade(number: int, length: int, end: int, counts: bool) -> Reading | None:
    if length == 4 and FIRST_YEAR <= number <= LAST_YEAR:
        return Reading(end, When(edtf=f"{number // 10}X"))
    # Two digits: the decades that living people speak of.
    if length == 2 and number >= 20 and not counts:
        return Reading(end, When(edtf=f"19{number // 10}X"))
    return None


def _counts_years_or_degrees(atoms: Atoms, i: int) -> bool:
    """Whether "70s" is an age ("in his 70s") or a temperature ("a sunny day in the mid 70s") and no decade."""
    before = _place_before(atoms, i)
    aged = at(atoms, before).low in words(_WORDS, "age_determiners")
    return aged or any(atom.low in words(_WORDS, "temperature_words") or atom.text == "°" for atom in atoms)


def _place_before(atoms: Atoms, i: int) -> int:
    """The place before "early", "mid-" or "late" and the apostrophe that stand before `i`."""
    place = i - 1
    while at(atoms, place).text in {"'", "’", "‘", "-"} or at(atoms, place).low in words(_WORDS, "within"):
        place -= 1
    return place


def _century(atoms: Atoms, i: int) -> Reading | None:
    atom = at(atoms, i)
    number, place = digits(atom), i + 2
    if number is None:
        number, place = table(_WORDS, "ordinals").get(atom.low), i + 1
    elif at(atoms, i + 1).low not in words(_WORDS, "ordinal_endings"):
        return None
    place = skip(atoms, place, {"-"})
    if number is None or not 11 <= number <= 21 or at(atoms, place).low != "century":
        return None
    return Reading(place + 1, When(edtf=f"{number - 1:02d}XX"))


def read_bare_year(atoms: Atoms, i: int) -> Reading | None:
    """ "in 2022", "the 2018 World Cup", "(2016)": a year alone, where it is no figure."""
    year = read_year(atoms, i)
    if year is None or (
        at(atoms, i).glued and at(atoms, i - 1).text not in {"(", "[", "–", "—", "-", "/", '"', "“", "‘", "'"}
    ):
        return None
    return Reading(i + 1, When(year=year[0])) if _is_year(atoms, i) else None


def _is_year(atoms: Atoms, i: int) -> bool:
    before, after = at(atoms, i - 1), at(atoms, i + 1)
    named = before.capital and before.low in words("quantities_words", "identifiers")
    if named or (after.text.isupper() and after.low in words(_WORDS, "zones")):
        return False
    if before.text == "-" and before.glued and at(atoms, i - 2).kind == "word":
        return before.text == "-" and at(atoms, i - 2).low in words(_WORDS, "within")
    if _counts(at(atoms, i), after):
        return False
    if before.low in words(_WORDS, "year_prepositions") and (before.low not in _LOOSE_BEFORE or after.kind != "word"):
        return True
    if after.kind == "word" and before.low not in words(_WORDS, "hedges"):
        naming = after.capital or after.tag in {"NN", "JJ", "VBD", "VBZ"} or after.low in words(_WORDS, "year_heads")
        return naming and (digits(at(atoms, i)) or 0) >= _FIRST_NAMED_YEAR
    token = at(atoms, i).token
    return token is not None and token.dep_ in {"nsubj", "nsubjpass", "npadvmod", "appos", "tmod"}


def _counts(atom: Atom, after: Atom) -> bool:
    """Whether the number counts the plural noun behind it ("2000 soldiers")."""
    if after.kind != "word" or after.low in words(_WORDS, "year_heads") or after.capital:
        return False
    if atom.token is not None and atom.token.dep_ == "nummod" and atom.token.head.tag_ in {"NNS", "NNPS"}:
        return atom.token.head.lower_ not in words(_WORDS, "year_heads")
    return after.tag == "NNS" or after.low in words("quantities_units", "unit_nouns")


YEAR_RULES: tuple[Rule, ...] = (read_decade, read_bare_year)
