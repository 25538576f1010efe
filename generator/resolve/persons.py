"""Are two names of people spellings of one name? Looks at the names alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from rapidfuzz.distance import JaroWinkler

from generator.resolve.given_names import arabic_skeleton, arabic_verdict, are_language_forms, are_nicknames, is_arabic
from generator.resolve.lexicon import rows, words
from generator.resolve.names import MIN_FOLDED, fold
from generator.resolve.relatives import are_told_apart, is_child_of, may_be_turned_round
from generator.resolve.symbols import Symbols

_UMLAUT = re.compile("(?<![aeiouq])([ou])e(?![aeiou])")
# How much a relation between two name parts is worth, in [0, 1].
SAME, FOLDED, LISTED, LISTED_FAR, NICKNAME, INITIAL, CLOSE = 1.0, 0.95, 0.92, 0.78, 0.78, 0.64, 0.70
ROMANIZED, LONG, LISTED_RARE = 0.73, 0.90, 0.84
# Family names as long are rare: two forms of a given name before one are hardly two people's.
RARE_LETTERS = 10
MIDDLE_LEFT_OUT, OTHER_ORDER, COMPOUND, FIRST_LEFT_OUT = 0.78, 0.76, 0.72, 0.70
# Jaro-Winkler similarity from which two spellings are close, and from which two listed spellings are near;
# shorter parts differ by too little to be close or to sound alike.
CLOSE_FROM, NEAR_FROM, MIN_CLOSE_LETTERS, MIN_SOUND_LETTERS = 0.93, 0.90, 4, 4
# In a name of which so many other parts are the same, one part may differ by a letter or two.
MIN_LONG, LONG_FROM = 3, 0.82


@dataclass(frozen=True, slots=True)
class Relation:
    """How two names relate: `value` in [0, 1], `reason` in plain words.

    conflict  why they can't be one name, or ""
    vague     the first or the second ("left", "right") says less than the other ("J. Smith"), or ""
    partial   whether one leaves out a whole name of the other, by which relatives differ
    """

    value: float
    reason: str
    conflict: str = ""
    vague: str = ""
    partial: bool = False


UNRELATED = Relation(0.0, "", "different family names")


@dataclass(frozen=True, slots=True)
class _Split:
    family: str
    given: tuple[str, ...]
    family_first: bool


def relate_persons(left: tuple[str, ...], right: tuple[str, ...], symbols: Symbols) -> Relation:
    """The best reading of two full names (parts as `person_parts` gives them, two or more each)."""
    if are_told_apart(left, right):
        return Relation(0.0, "", "two well-known people have these names")
    if is_child_of(left, right):
        return Relation(0.0, "", "one is called a child of the other")
    found = [_relate(one, other, symbols) for one in _splits(left) for other in _splits(right)]
    if sorted(left) == sorted(right) and left != right and may_be_turned_round(left, right):
        found.append(Relation(OTHER_ORDER, "the same parts in another order"))
    found.extend(_compound(left, right))
    found.extend(_long(left, right))
    return max(found, key=lambda relation: (relation.value, not relation.conflict, relation.reason, relation.conflict))


def relate_generations(left: str, right: str, found: Relation) -> Relation:
    """The relation of two names in the light of their generation marks: the third of a name is often written without, a junior seldom."""
    if left == right:
        return found
    if {left, right} & {"jr", "sr", "ii"} or (left and right):
        return Relation(0.0, "", "one is called junior, senior or by a number, the other is not")
    reason = "; ".join((found.reason, "one name leaves out a number"))
    return replace(found, value=found.value * COMPOUND, reason=reason, vague="left" if right else "right")


def relate_rulers(left: tuple[str, ...], right: tuple[str, ...], one: str, other: str) -> Relation:
    """How two names relate of which at least one is a ruler's; `one` and `other` are their numbers, or ""."""
    if left[-1] != right[-1] or max(len(left), len(right)) > 2 or (len(left) == len(right) and left != right):
        return Relation(0.0, "", "different names of rulers")
    if one and other and one != other:
        return Relation(0.0, "", f"different numbers ({one.upper()}, {other.upper()})")
    if one == other:
        return Relation(FOLDED, "the same name, with and without the title")
    return Relation(COMPOUND, "one name leaves out a number", "", "left" if other else "right")


def family_names(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The parts that may be the family name, the likelier first."""
    return tuple(dict.fromkeys(split.family for split in _splits(parts)))


def _splits(parts: tuple[str, ...]) -> Iterator[_Split]:
    first = _Split(parts[0], parts[1:], True)
    last = _Split(parts[-1], parts[:-1], False)
    if parts[0] in words("family_first.tsv"):
        # Three parts with a family name of the East in front: no other reading ("Kim Jong Un").
        yield from (first,) if len(parts) == 3 and parts[-1] not in words("family_first.tsv") else (first, last)
    else:
        yield last


def _relate(left: _Split, right: _Split, symbols: Symbols) -> Relation:
    eastern = left.family_first or right.family_first
    family, family_reason = _relate_family(left, right, symbols)
    if not family and eastern and _east_form((left.family,)) == _east_form((right.family,)):
        family, family_reason = LISTED_FAR, f"“{left.family.title()}” and “{right.family.title()}” may be one name"
    if not family:
        return UNRELATED
    given = (
        _relate_joined(left.given, right.given, symbols) if eastern else _relate_given(left.given, right.given, symbols)
    )
    if given.conflict:
        return given
    reasons = [reason for reason in (family_reason, given.reason) if reason]
    value = family * given.value
    if left.family == right.family and len(left.family) >= RARE_LETTERS and value == LISTED_FAR and not given.partial:
        value = LISTED_RARE
    return Relation(value, "; ".join(reasons) or "the same name", "", given.vague, given.partial)


def _relate_family(left: _Split, right: _Split, symbols: Symbols) -> tuple[float, str]:
    one, other = left.family, right.family
    value, reason = _relate_part(one, other, symbols)
    if not value and _are_spellings_of_umlaut(one, other):
        return FOLDED, f"{_quoted(one, other)} are spellings of one name"
    if not value and _are_romanizations(left, right):
        return ROMANIZED, f"{_quoted(one, other)} may be spellings of one name"
    return value, reason


def _are_romanizations(left: _Split, right: _Split) -> bool:
    skeleton = arabic_skeleton(left.family)
    if not skeleton or skeleton != arabic_skeleton(right.family):
        return False
    if arabic_verdict(left.family, right.family) is not None:
        return False
    return all(is_arabic((*split.given, split.family)) for split in (left, right))


def _are_spellings_of_umlaut(left: str, right: str) -> bool:
    """ "Schroeder" and "Schröder" (by now "schroder") are one, "Michael" and "Michal" are not."""
    if min(len(left), len(right)) < MIN_FOLDED:
        return False
    return fold(_UMLAUT.sub(r"\1", left)) == fold(_UMLAUT.sub(r"\1", right))


def _quoted(left: str, right: str) -> str:
    return f"“{left.title()}” and “{right.title()}”"


def _relate_part(left: str, right: str, symbols: Symbols) -> tuple[float, str]:
    if left == right:
        return SAME, ""
    words_ = _quoted(left, right)
    arabic = arabic_verdict(left, right)
    if arabic is not None:
        return (FOLDED, f"{words_} are spellings of one name") if arabic else (0.0, "")
    if min(len(left), len(right)) >= MIN_SOUND_LETTERS and fold(left) == fold(right):
        return FOLDED, f"{words_} are spellings of one name"
    near = JaroWinkler.similarity(left, right)
    if symbols.get(left, frozenset()) & symbols.get(right, frozenset()):
        return (LISTED if near >= NEAR_FROM else LISTED_FAR), f"{words_} are listed as forms of one name"
    if are_language_forms(left, right):
        return LISTED_FAR, f"{words_} are forms of one name in different languages"
    known = left in symbols and right in symbols
    if near >= CLOSE_FROM and min(len(left), len(right)) >= MIN_CLOSE_LETTERS and not known:
        return CLOSE, f"{words_} differ only a little"
    return 0.0, ""


def _relate_given(left: tuple[str, ...], right: tuple[str, ...], symbols: Symbols) -> Relation:
    if "".join(left) == "".join(right):
        return Relation(SAME, "")
    value, reason = _relate_part(left[0], right[0], symbols)
    if not value and _are_spellings_of_umlaut(left[0], right[0]):
        value, reason = FOLDED, f"{_quoted(left[0], right[0])} are spellings of one name"
    vague = ""
    if not value and are_nicknames(left[0], right[0]):
        value, reason = NICKNAME, f"“{left[0].title()}” and “{right[0].title()}” are forms of one given name"
    if not value and _is_initial(left[0], right[0]):
        value, reason, vague = INITIAL, "the initial fits", "left" if len(left[0]) < len(right[0]) else "right"
    if not value:
        return Relation(0.0, "", f"different given names ({_written(left)}, {_written(right)})")
    return _with_middle(Relation(value, reason, "", vague), _middle(left), _middle(right))


def _written(given: tuple[str, ...]) -> str:
    return " ".join(f"{part.title()}." if len(part) == 1 else part.title() for part in given)


def _with_middle(first: Relation, left: tuple[str, ...], right: tuple[str, ...]) -> Relation:
    if left == right:
        return first
    if left and right:
        if all(_fits(one, other) for one, other in zip(left, right, strict=False)):
            return first
        return Relation(0.0, "", f"different middle names ({left[0].title()}, {right[0].title()})")
    reason = "; ".join(part for part in (first.reason, "one name leaves out a middle name") if part)
    partial = len((left or right)[0]) > 1
    return Relation(first.value * MIDDLE_LEFT_OUT, reason, "", first.vague or ("right" if left else "left"), partial)


def _relate_joined(left: tuple[str, ...], right: tuple[str, ...], symbols: Symbols) -> Relation:
    """Given names of the East: written together, apart or with a hyphen, but never left out or shortened."""
    if "".join(left) == "".join(right):
        return Relation(SAME, "")
    if _east_form(left) == _east_form(right):
        return Relation(
            FOLDED, f"“{' '.join(left).title()}” and “{' '.join(right).title()}” are romanizations of one name"
        )
    return _relate_syllables(left, right, symbols)


def _relate_syllables(left: tuple[str, ...], right: tuple[str, ...], symbols: Symbols) -> Relation:
    if len(left) == len(right) > 1 and all(
        one == other or symbols.get(one, frozenset()) & symbols.get(other, frozenset())
        for one, other in zip(left, right, strict=True)
    ):
        return Relation(
            LISTED_FAR, f"“{' '.join(left).title()}” and “{' '.join(right).title()}” may be romanizations of one name"
        )
    return Relation(0.0, "", f"different given names ({_written(left)}, {_written(right)})")


def _east_form(given: tuple[str, ...]) -> str:
    joined = "".join(given)
    for found, folded in rows("korean.tsv"):
        joined = joined.replace(found, folded)
    return joined


def _long(left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[Relation]:
    """Names of many parts that differ in one, by a letter or two: "Luis" and "Luiz Inácio Lula da Silva"."""
    if len(left) == len(right) > MIN_LONG and left != right:
        pairs = [(one, other) for one, other in zip(left, right, strict=True) if one != other]
        one, other = pairs[0]
        near = JaroWinkler.similarity(one, other)
        if len(pairs) == 1 and min(len(one), len(other)) >= MIN_CLOSE_LETTERS and near >= LONG_FROM:
            yield Relation(LONG, f"{_quoted(one, other)} differ only a little, and all else is the same")


def _compound(left: tuple[str, ...], right: tuple[str, ...]) -> Iterator[Relation]:
    """A name that leaves out the end or the beginning of the other: "Ana Ruiz", "Carla Ana Ruiz", "Ana Ruiz Soto"."""
    shorter, longer = sorted((left, right), key=len)
    if len(shorter) == len(longer) or len(shorter) < 2:
        return
    vague = "left" if shorter is left else "right"
    plain = _middle(longer[:-1])
    starts = longer[: len(shorter)] == shorter and shorter[-1] not in words("particles.tsv")
    if starts or (shorter[0] == longer[0] and plain and shorter[-1] == plain[-1]):
        yield Relation(COMPOUND, "one name leaves out a further family name", "", vague)
    elif longer[-len(shorter) :] == shorter and shorter[0] not in words("particles.tsv"):
        initial = len(longer[0]) == 1
        value, what = (MIDDLE_LEFT_OUT, "an initial") if initial else (FIRST_LEFT_OUT, "a first name")
        yield Relation(value, f"one name leaves out {what}", "", vague, not initial)


def _middle(given: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part for part in given[1:] if part not in words("particles.tsv") or len(part) == 1)


def _fits(left: str, right: str) -> bool:
    return fold(left) == fold(right) or _is_initial(left, right)


def _is_initial(left: str, right: str) -> bool:
    return min(len(left), len(right)) == 1 and left[0] == right[0]
