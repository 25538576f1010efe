"""When do two figures of an event say the same, and when do they contradict each other?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from generator.resolve.accounts_items import CONVERTED, PRESENT, SMALL, Item
from generator.resolve.accounts_values import noun_class, same_measure, same_number, wider_class
from generator.resolve.accounts_words import is_fate
from generator.resolve.lexicon import words

# So many longer words must two sentences share, besides those of the figures, before figures without a counted noun are
# laid side by side, or small counts of people and the like;
SHARED_WORDS = 2
# before small counts of one noun are;
SHARED_BY_SMALL = 1
# before two percentages or measures of differently named things are;
SHARED_BY_OTHERS = 3
# before two counts of one noun under different verbs are rivals, and ages and durations of things of one name;
SHARED_BY_RIVALS = 3
# before two sums under one name are, and counts of "people".
SHARED_BY_LOOSE_RIVALS = 4
# before two measures of one matter are;
SHARED_BY_MATTER = 1
# "70 meters" and "230 feet" are one height, rounded.
ROUNDED = 0.01
# Colons of a sentence that is a list of facts.
LIST_COLONS = 3
# Digits of a value that is hardly given twice by chance.
TELLING_DIGITS = 2
# Counts up to this one are met by chance.
OFTEN = 20
# "5,000 tons" and "4,600 tonnes" may be one weight.
UNSURE_UNITS = 0.12
_OPPOSITE = frozenset({"up", "down"})


def agree(left: Item, right: Item) -> bool:
    """Whether two figures, or what stands in brackets behind them in other units, give the same number of the same thing."""
    return any(_agree(one, other) for one in (left, *left.twins) for other in (right, *right.twins))


def _agree(left: Item, right: Item) -> bool:
    if (left.kind, left.unit) != (right.kind, right.unit) or not _same_value(left, right):
        return False
    if is_fate(left.group) and is_fate(right.group) and left.group != right.group:
        return False
    if left.kind == "age":
        return _ages_alike(left, right)
    if left.kind == "count":
        return _counts_alike(left, right)
    if {left.quantity.change, right.quantity.change} == _OPPOSITE:
        return False
    if left.kind in words("accounts_scales.txt"):
        return True
    if left.mover and left.mover == right.mover and not left.aside and not right.aside:
        return True
    if _is_one_matter(left, right) or _is_converted_height(left, right):
        return True
    if left.bearer and right.bearer:
        if left.bearer == right.bearer:
            return left.dimension == right.dimension or _share(left, right, SHARED_WORDS)
        return _share(left, right, SHARED_BY_OTHERS)
    if _is_telling(left) and left.number == right.number and left.own and right.own:
        return True
    others = bool(left.measured and right.measured and left.measured != right.measured)
    return _share(left, right, SHARED_BY_OTHERS if others and left.kind != "money" else SHARED_WORDS)


def _is_one_matter(left: Item, right: Item) -> bool:
    """Whether both weigh or measure one matter: "9 million tons of grain"."""
    return bool(left.quantity.of) and left.quantity.of == right.quantity.of and _share(left, right, SHARED_BY_MATTER)


def _is_converted_height(left: Item, right: Item) -> bool:
    """Whether a rounded conversion gives the height of what the other gives the size of: "230 feet tall", "the 70-meter tower"."""
    if left.quantity.unit == right.quantity.unit or left.aside or right.aside:
        return False
    named = [item for item in (left, right) if item.measured in words("accounts_dimensions.txt") and not item.bearer]
    sized = [item for item in (left, right) if item.bearer and item.measured == item.bearer]
    near = abs(left.number - right.number) <= ROUNDED * max(left.number, right.number)
    return len(named) == len(sized) == 1 and near and left.kind == "length"


def _is_telling(item: Item) -> bool:
    """Whether two articles hardly give the same value by chance: "48 seconds", "31 kilometers", "$5,967.34"; not "50 miles"."""
    stated = f"{item.number:.12g}"
    exact = item.quantity.low == item.quantity.high and item.quantity.hedge is None
    digits = stated.replace(".", "").strip("0")
    return exact and len(digits) >= TELLING_DIGITS and digits[-1] not in "05" and item.number > OFTEN


def _ages_alike(left: Item, right: Item) -> bool:
    if left.named and right.named:
        return left.holder == right.holder
    if left.holder and left.holder == right.holder:
        return True
    return _share(left, right, SHARED_WORDS)


def _counts_alike(left: Item, right: Item) -> bool:
    """Whether two counts of one number are of the same: small ones, and those of other nouns, need like sentences."""
    if left.number == right.number == 0 and not left.aside and not right.aside:
        return _same_thing(left, right, exact=True)
    one_fate = is_fate(left.group) and left.group == right.group
    if not _same_thing(left, right, exact=min(left.number, right.number) <= SMALL):
        return False
    if one_fate:
        return min(left.number, right.number) > SMALL or _share(left, right, SHARED_BY_SMALL)
    if left.number <= SMALL and wider_class(left.noun) != "person":
        return _are_few_alike(left, right)
    if left.noun != right.noun or left.number <= SMALL:
        return _share(left, right, SHARED_WORDS)
    if _is_vague(left) or _is_vague(right) or max(left.number, right.number) <= OFTEN:
        return _share(left, right, SHARED_WORDS if wider_class(left.noun) == "person" else SHARED_BY_SMALL)
    return True


def _are_few_alike(left: Item, right: Item) -> bool:
    """Whether "two trains" in both are the same two: of one event, under one verb, or in sentences much alike; never of lists."""
    if any(item.sentence.span.text.count(":") >= LIST_COLONS for item in (left, right)):
        return False
    one_event = bool(left.events & right.events)
    one_verb = bool(left.group) and left.group == right.group
    return _share(left, right, SHARED_WORDS if one_event or one_verb else SHARED_BY_OTHERS)


def _is_vague(item: Item) -> bool:
    """ "dozens", "10 to 20"."""
    low, high = item.quantity.low, item.quantity.high
    return low != high and item.quantity.hedge is None


def _same_value(left: Item, right: Item) -> bool:
    """Whether the values are the same; converted ones ("40 meters", "130 feet") up to rounding."""
    if left.quantity.unit != right.quantity.unit:
        return abs(left.number - right.number) <= CONVERTED * max(left.number, right.number)
    if left.measured and left.measured == right.measured:
        return same_measure(left.quantity, right.quantity)
    return same_number(left.quantity, right.quantity, left.kind == "count")


def _same_thing(left: Item, right: Item, exact: bool) -> bool:
    """Whether two counts can be of one thing; `exact`: only under the same noun."""
    one_fate = is_fate(left.group) and left.group == right.group
    if one_fate and {wider_class(left.noun), wider_class(right.noun)} <= {"", "person"}:
        return True
    if not left.noun or not right.noun:
        return one_fate
    return left.noun == right.noun or (not exact and wider_class(left.noun) == wider_class(right.noun))


def _share(left: Item, right: Item, count: int) -> bool:
    return left.article == right.article or len(_words(left, right) & _words(right, left)) >= count


def _words(item: Item, other: Item) -> frozenset[str]:
    """The words of a figure's sentence, with what it is of where the other's sentence speaks of that."""
    return item.context | ({item.measured} & other.context if item.measured != other.measured else frozenset())


def contradict(items: Sequence[Item]) -> bool:
    """Whether figures under one key are certainly rivals: a toll, a scale, an age, or the same noun in like sentences."""
    lasting = items[0].kind == "age" or items[0].bearer != ""
    if any(item.apart or item.quantity.low is item.quantity.high is None for item in items):
        return False
    # Who was there when it happened is often told apart from what happened.
    present = all(item.group == PRESENT for item in items)
    if (
        not lasting
        and not present
        and any(item.aside for item in items)
        and not frozenset.intersection(*(i.events for i in items))
    ):
        return False
    if any(item.quantity.hedge is None and item.quantity.high is None for item in items):
        return False
    if any(_is_single(item) for item in items):
        return False
    first = items[0]
    if first.kind in {"magnitude", "category"}:
        return True
    rival = {"age": _ages_rival, "count": _counts_rival}.get(first.kind, _measures_rival)
    pairs = [pair for pair in combinations(items, 2) if pair[0].article != pair[1].article]
    return all(agree(one, other) or rival(one, other) for one, other in pairs)


def _is_single(item: Item) -> bool:
    """Whether only an article counts it: beside "a worker was hurt", another may have been."""
    return item.number == 1 and item.quantity.of is None and item.quantity.of_span is not None


def _ages_rival(left: Item, right: Item) -> bool:
    """Whether two ages are of one person: of one name, or of the one boy whom both articles tell of in like sentences."""
    if left.named or right.named:
        return left.named and left.holder == right.holder
    known = bool(left.holder) and left.holder not in words("accounts_adults.txt") and left.salient and right.salient
    return known and _share(left, right, SHARED_BY_SMALL)


def denied(items: Sequence[Item]) -> list[Item]:
    """The tolls that a count of none contradicts, with it: "two people were injured" and "no one, they said, was injured".

    One article may give both, when it has them from different sources. Empty where nothing is denied.
    """
    plain = [item for item in items if not item.apart and is_fate(item.group) and item.quantity.low is not None]
    nothing = [item for item in plain if not item.number]
    some = [item for item in plain if item.number and any(_denies(zero, item) for zero in nothing)]
    numbers = Counter(item.number for item in some)
    if not numbers:
        return []
    usual = min(numbers, key=lambda number: (-numbers[number], number))
    return [item for item in plain if item in nothing or (item in some and item.number == usual)]


def _denies(zero: Item, item: Item) -> bool:
    return _tolls_rival(zero, item) and not _is_one_voice(zero, item)


def _is_one_voice(left: Item, right: Item) -> bool:
    """Whether one article gives both without another source: then it tells of two things, or of two hours."""
    voices = [(item.article, item.quantity.said_by, item.quoted) for item in (left, right)]
    return voices[0] == voices[1]


def _measures_rival(left: Item, right: Item) -> bool:
    """Whether two sums, percentages or measures are of one thing: what a thing of one name has, or one move on one day."""
    unsure = UNSURE_UNITS if "ton" in {left.quantity.unit, right.quantity.unit} else CONVERTED
    if left.quantity.unit != right.quantity.unit and abs(left.number - right.number) <= unsure * left.number:
        return False
    if left.bearer and left.bearer == right.bearer and left.dimension == right.dimension:
        alike = left.salient and right.salient and _is_one(left) and _is_one(right)
        return alike and (left.kind != "duration" or _share(left, right, SHARED_BY_RIVALS))
    if not left.measured or left.measured != right.measured:
        return False
    if left.mover and left.mover == right.mover and not left.aside and not right.aside:
        scopes = (left.context | right.context) & words("accounts_scopes.txt")
        exact = all(item.quantity.low == item.quantity.high for item in (left, right))
        return exact and left.quantity.change == right.quantity.change != "" and not scopes
    same_move = left.quantity.change == right.quantity.change != ""
    dated = same_move and left.period == right.period != ()
    about_one = bool(left.about) and left.about == right.about
    return dated and about_one and _share(left, right, SHARED_BY_LOOSE_RIVALS)


def _is_one(item: Item) -> bool:
    """Whether the bearer is one thing: "gorillas weigh 400 pounds" tells of the kind."""
    span = item.quantity.measured_span
    return span is None or span.text.lower() == item.quantity.measured


def _counts_rival(left: Item, right: Item) -> bool:
    if is_fate(left.group) and left.group == right.group:
        return _tolls_rival(left, right)
    if left.noun != right.noun or not left.noun or left.definite or right.definite:
        return False
    if max(left.number, right.number) <= SMALL or _modifiers(left) != _modifiers(right):
        return False
    if (left.context | right.context | {left.noun}) & words("accounts_scopes.txt"):
        return False
    one_verb = bool(left.group) and left.group == right.group
    if wider_class(left.noun) == "person":
        return one_verb and _share(left, right, SHARED_BY_LOOSE_RIVALS)
    return _share(left, right, SHARED_WORDS if one_verb else SHARED_BY_RIVALS)


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
    return noun_class(item.noun) in words("accounts_general_nouns.txt") or not item.noun


def _modifiers(item: Item) -> set[str]:
    """ "Chinese jets" are not "Russian jets", and not "jets" either."""
    return set(item.quantity.of_span.text.lower().split()[:-1]) if item.quantity.of_span else set()
