"""When do two figures of an event say the same, and when do they contradict each other?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from generator.resolve.accounts_items import SMALL, Item
from generator.resolve.accounts_values import noun_class, same_measure, same_number, share_words, stated, wider_class
from generator.resolve.accounts_words import has_label

# So many longer words must two sentences share before figures without a counted noun are laid side by side;
SHARED_WORDS = 2
# before two percentages or measures of differently named things are;
SHARED_BY_OTHERS = 4
# and before two sums under one name are taken for rivals.
SHARED_BY_RIVALS = 4
# "40 meters" and "130 feet" are one length.
CONVERTED = 0.03
_OPPOSITE = frozenset({"up", "down"})


def agree(left: Item, right: Item) -> bool:
    """Whether two figures give the same number of the same thing."""
    if (left.kind, left.unit) != (right.kind, right.unit) or not _same_value(left, right):
        return False
    if has_label(left.group) and has_label(right.group) and left.group != right.group:
        return False
    if left.kind == "age" and left.noun and left.noun == right.noun:
        return True
    if left.kind == "count":
        return _counts_alike(left, right)
    if {left.quantity.change, right.quantity.change} == _OPPOSITE:
        return False
    others = bool(left.measured and right.measured and left.measured != right.measured)
    return _share(left, right, SHARED_BY_OTHERS if others and left.kind != "money" else SHARED_WORDS)


def _counts_alike(left: Item, right: Item) -> bool:
    """Whether two counts of one number are of the same: small ones, and those of other nouns, need like sentences."""
    if left.number == right.number == 0 and not left.aside and not right.aside:
        return _same_thing(left, right, exact=True)
    small = (stated(left.quantity) or 0) <= SMALL
    named_alike = left.noun == right.noun or (has_label(left.group) and left.group == right.group)
    if not _same_thing(left, right, exact=small):
        return False
    return (named_alike and not small) or _share(left, right, SHARED_WORDS)


def _same_value(left: Item, right: Item) -> bool:
    """Whether the values are the same; converted ones ("40 meters", "130 feet") up to rounding."""
    if left.quantity.unit != right.quantity.unit:
        return abs(left.number - right.number) <= CONVERTED * max(left.number, right.number)
    if left.measured and left.measured == right.measured:
        return same_measure(left.quantity, right.quantity)
    return same_number(left.quantity, right.quantity, left.kind == "count")


def _same_thing(left: Item, right: Item, exact: bool) -> bool:
    one_fate = has_label(left.group) and left.group == right.group
    if one_fate and {wider_class(left.noun), wider_class(right.noun)} <= {"", "person"}:
        return True
    if not left.noun or not right.noun:
        return one_fate
    return left.noun == right.noun or (not exact and wider_class(left.noun) == wider_class(right.noun))


def _share(left: Item, right: Item, count: int) -> bool:
    if left.article == right.article:
        return True
    return share_words(left.sentence.span.text, right.sentence.span.text) >= count


def contradict(items: Sequence[Item]) -> bool:
    """Whether figures under one key are certainly rivals: a toll, or a scale, or the same noun under the same verb."""
    if any(item.aside or (item.quantity.low is None and item.quantity.high is None) for item in items):
        return False
    if any(item.quantity.hedge is None and item.quantity.high is None for item in items):
        return False
    first = items[0]
    if first.kind in {"magnitude", "category"}:
        return True
    if first.kind == "age":
        return bool(first.noun)
    if first.kind != "count":
        return all(_measures_rival(left, right) for left, right in combinations(items, 2))
    return _counts_rival(items)


def denied(items: Sequence[Item]) -> list[Item]:
    """The tolls that a count of none contradicts, with it: "two people were injured" and "no one, they said, was injured".

    One article may give both, when it has them from different sources. Empty where nothing is denied.
    """
    plain = [item for item in items if not item.apart and has_label(item.group) and item.quantity.low is not None]
    nothing = [item for item in plain if not item.number]
    some = [item for item in plain if item.number and any(_tolls_rival(zero, item) for zero in nothing)]
    numbers = Counter(item.number for item in some)
    if not numbers or any(_is_one_voice(zero, item) for zero in nothing for item in some):
        return []
    usual = min(numbers, key=lambda number: (-numbers[number], number))
    return [item for item in plain if item in nothing or (item in some and item.number == usual)]


def _is_one_voice(left: Item, right: Item) -> bool:
    """Whether one article gives both without another source: then it tells of two things, or of two hours."""
    voices = [(item.article, item.quantity.said_by, item.quoted) for item in (left, right)]
    return voices[0] == voices[1]


def _measures_rival(left: Item, right: Item) -> bool:
    """Whether two sums, percentages or measures are of one thing: the same name, move, day and participants, in like sentences."""
    if not left.measured or left.measured != right.measured:
        return False
    if left.article == right.article:
        return True
    same_move = left.quantity.change == right.quantity.change != ""
    dated = same_move and left.period == right.period != ()
    about_one = bool(left.about) and left.about == right.about
    return dated and about_one and _share(left, right, SHARED_BY_RIVALS)


def _counts_rival(items: Sequence[Item]) -> bool:
    first = items[0]
    if any(wider_class(item.noun) not in {"", "person", wider_class(first.noun)} for item in items):
        return False
    if has_label(first.group):
        return all(_tolls_rival(left, right) for left, right in combinations(items, 2))
    alike = bool(first.noun and first.group) and max(stated(item.quantity) or 0 for item in items) > SMALL
    return alike and all(_share(first, item, SHARED_WORDS) and _modifiers(first) == _modifiers(item) for item in items)


def _tolls_rival(left: Item, right: Item) -> bool:
    """Whether two tolls are of the same people: "12 nurses" are some of "34 people", and "30 people" not all of "34 nurses"."""
    if left.noun == right.noun or left.number == right.number:
        return True
    if _is_general(left) and _is_general(right):
        return True
    if _is_general(left) != _is_general(right):
        general, special = (left, right) if _is_general(left) else (right, left)
        return general.number < special.number
    return False


def _is_general(item: Item) -> bool:
    return noun_class(item.noun) in {"", "person", "victim", "dead"}


def _modifiers(item: Item) -> set[str]:
    """ "Chinese jets" are not "Russian jets", and not "jets" either."""
    return set(item.quantity.of_span.text.lower().split()[:-1]) if item.quantity.of_span else set()
