"""When do two values say the same? Dates, figures and counted nouns."""

from __future__ import annotations

import calendar
from datetime import date
from functools import cache

from generator.model import Quantity
from generator.resolve.lexicon import rows, words

# "about 200" and "210" agree.
ABOUT = 0.1
# An open figure ("more than 10,000") is still filled by one that is at most so many times as high.
NEAR = 1.5
# The same for sums, percentages and measures, whose neighbors are often two values.
ABOUT_MEASURE = 0.05
NEAR_MEASURE = 1.1
_EQUAL = 1e-9
WORD_LENGTH = 5
# Two values of so many digits each are two, though one is open: "as low as $5,967.34" and "$5,995.58".
PRECISE = 4


def date_bounds(value: str) -> tuple[date, date] | None:
    """First and last day of an EDTF value, an interval's from end to end; None when a digit is open or the calendar lacks it."""
    first, _, last = value.partition("/")
    start, end = _bounds(first), _bounds(last or first)
    return (start[0], end[1]) if start and end else None


def _bounds(value: str) -> tuple[date, date] | None:
    plain = value.partition("T")[0].rstrip("?~%")
    if plain[:3].isdigit() and plain[3:] == "X":
        return date(int(plain[:3] + "0"), 1, 1), date(int(plain[:3] + "9"), 12, 31)
    parts = plain.split("-")
    if not all(part.isdigit() for part in parts):
        return None
    year, month, day = (int(part) for part in (*parts, "0", "0")[:3])
    if not 1 <= year <= 9999 or month > 12:
        return None
    first = date(year, month or 1, day or 1)
    return first, first if day else date(year, month or 12, calendar.monthrange(year, month or 12)[1])


def days_apart(left: str, right: str) -> int | None:
    """0 when one of two EDTF values can lie in the other, else the days between them; None when that can't be said."""
    first, second = date_bounds(left), date_bounds(right)
    if first is None or second is None:
        return None
    if first[0] <= second[1] and second[0] <= first[1]:
        return 0
    return (second[0] - first[1]).days if second[0] > first[1] else (first[0] - second[1]).days


def stated(quantity: Quantity) -> float | None:
    """The number that is written: "more than 10,000" and "up to 10,000" are both 10,000."""
    return quantity.low if quantity.low is not None else quantity.high


def same_number(left: Quantity, right: Quantity, count: bool = True) -> bool:
    """Whether two figures give the same number, within what their hedges and ranges allow.

    Only a `count` may be met loosely ("dozens" and 34): sums of money and measures close to each other are two.
    """
    first, second = stated(left), stated(right)
    if first is None or second is None or (not count and _is_range(left) != _is_range(right)):
        return False
    if _close(first, second, _EQUAL) and (left.high is None or right.high is None or _meet(left, right)):
        return True
    if not count:
        return False
    if _is_about(left) or _is_about(right):
        return _close(first, second, ABOUT)
    if _fills(left, right) or _fills(right, left):
        return True
    return (_is_range(left) or _is_range(right)) and _meet(left, right)


def same_measure(left: Quantity, right: Quantity) -> bool:
    """Whether two figures of the same measured thing give one value: "below $6,000" and "$5,967.34", "nearly 64" and "64"."""
    first, second = stated(left), stated(right)
    if first is None or second is None:
        return False
    if _close(first, second, _EQUAL) and (left.high is None or right.high is None or _meet(left, right)):
        return True
    if _is_about(left) or _is_about(right):
        return _close(first, second, ABOUT_MEASURE)
    if min(_digits(first), _digits(second)) >= PRECISE:
        return False
    if _fills(left, right, NEAR_MEASURE) or _fills(right, left, NEAR_MEASURE):
        return True
    return (_is_range(left) or _is_range(right)) and _meet(left, right)


def _digits(value: float) -> int:
    """Significant digits of a number as it is written."""
    return len(f"{value:.12g}".replace(".", "").strip("0"))


def _meet(left: Quantity, right: Quantity) -> bool:
    lows = [item.low if item.low is not None else float("-inf") for item in (left, right)]
    highs = [item.high if item.high is not None else float("inf") for item in (left, right)]
    return max(lows) <= min(highs)


def _close(first: float, second: float, share: float) -> bool:
    return abs(first - second) <= share * max(abs(first), abs(second))


def _is_about(quantity: Quantity) -> bool:
    return quantity.hedge in words("accounts_about.txt")


def _is_range(quantity: Quantity) -> bool:
    return quantity.low is not None and quantity.high is not None and quantity.low < quantity.high


def _fills(open_one: Quantity, other: Quantity, near: float = NEAR) -> bool:
    """Whether an exact figure fills an open one: "dozens" and 34, "more than 10,000" and 12,000."""
    first, second = stated(open_one), stated(other)
    if first is None or second is None or other.low != other.high:
        return False
    if open_one.high is None:
        limit = first * (10 if open_one.hedge is None else near)
        return first < second < limit
    return open_one.low is None and first / near < second < first


def share_words(left: str, right: str) -> int:
    """How many longer words two texts share, whatever their case."""
    return len(long_words(left) & long_words(right))


def long_words(text: str, length: int = WORD_LENGTH) -> frozenset[str]:
    """The words of a text that have `length` letters or more, in lower case, without possessive and plural endings."""
    plain = text.lower().replace("’", "'").replace("-", " ").replace("—", " ").replace("–", " ")
    found = ("".join(letter for letter in word.removesuffix("'s") if letter.isalpha()) for word in plain.split())
    kept = (word for word in found if len(word) >= length and word not in words("utterances_stop_words.txt"))
    return frozenset(word.removesuffix("s") for word in kept)


@cache
def _synonyms() -> dict[str, str]:
    return {word: row[0] for row in rows("accounts_synonyms.tsv") for word in row}


@cache
def _hypernyms() -> dict[str, str]:
    return {word: row[0] for row in rows("accounts_hypernyms.tsv") for word in row[1:]}


def noun_class(noun: str) -> str:
    """The name under which a counted noun is compared: "troop" and "soldier" are one."""
    return _synonyms().get(noun, noun)


def wider_class(noun: str) -> str:
    """The kind of thing: a passenger is a person, a warplane an aircraft; the noun's own class when none is wider."""
    own = noun_class(noun)
    return _hypernyms().get(own) or ("person" if _is_profession(own) else own)


@cache
def _is_profession(noun: str) -> bool:
    return noun.endswith(tuple(sorted(words("accounts_person_endings.txt"))))
