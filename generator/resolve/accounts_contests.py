"""Contests: figures of several accounts that clearly count the same thing, and are not the same."""

from __future__ import annotations

from collections.abc import Sequence

from generator.resolve.accounts_items import Item
from generator.resolve.accounts_rivals import agree, contradict, denied
from generator.resolve.accounts_values import wider_class
from generator.resolve.accounts_words import is_fate

Key = tuple[str, ...]


def find_contests(clusters: Sequence[list[Item]]) -> list[list[Item]]:
    """The figures of each contest, one value in each article; and tolls that are denied.

    `clusters` hold the figures that say the same. A noun of people that two articles count differently ("police officers")
    is a contest of its own, beside that of all the people under the same verb.
    """
    found: list[list[Item]] = []
    for key, rivals in _by_key(clusters).items():
        left = rivals
        for noun in _special_nouns(rivals):
            own = [kept for cluster in left if (kept := [item for item in cluster if item.noun == noun])]
            told = _contest(own, own)
            if told:
                found.append(told)
                left = _without(left, told)
        keyed = [kept for cluster in left if (kept := [item for item in cluster if _may_differ(item, key)])]
        general = _contest(keyed, left)
        tolls = denied([item for cluster in left for item in cluster])
        if general or tolls:
            found.append(general or [*tolls, *_repeating(left, tolls)])
    return found


def _by_key(clusters: Sequence[list[Item]]) -> dict[Key, list[list[Item]]]:
    """The clusters that may be of one thing, by the key of what they are of; a cluster may stand under several."""
    found: dict[Key, list[list[Item]]] = {}
    for cluster in clusters:
        for key in sorted({item.key for item in cluster}):
            found.setdefault(key, []).append(cluster)
    return {key: rivals for key, rivals in found.items() if len(rivals) > 1}


def _special_nouns(rivals: Sequence[list[Item]]) -> list[str]:
    """Nouns of people, narrower than "people", in the figures of a fate."""
    items = [item for cluster in rivals for item in cluster if is_fate(item.group)]
    return sorted({item.noun for item in items if item.noun and item.noun != wider_class(item.noun) == "person"})


def _without(rivals: Sequence[list[Item]], told: Sequence[Item]) -> list[list[Item]]:
    taken = {id(item) for item in told}
    return [kept for cluster in rivals if (kept := [item for item in cluster if id(item) not in taken])]


def _contest(rivals: Sequence[list[Item]], around: Sequence[list[Item]]) -> list[Item]:
    """The figures of a contest, with those `around` that repeat one; empty where the clusters give no two values for certain."""
    items = [item for cluster in rivals for item in cluster]
    clear = _of_the_event([item for item in items if _values(rivals, item.article) == 1 and not _is_open(item)])
    several = len({item.number for item in clear}) > 1 and len({item.article for item in clear}) > 1
    if not several or not _disagree(rivals, clear) or not contradict(clear):
        return []
    return [*clear, *_repeating(around, clear)]


def _repeating(rivals: Sequence[list[Item]], clear: Sequence[Item]) -> list[Item]:
    """The figures of further articles that repeat one of the contest, be it as an aside."""
    told = {item.article for item in clear}
    further = [item for cluster in rivals for item in cluster if item.article not in told]
    return [
        item for item in further if _values(rivals, item.article) == 1 and any(_repeats(item, other) for other in clear)
    ]


def _repeats(item: Item, other: Item) -> bool:
    if item.number != other.number or not agree(item, other):
        return False
    return not item.apart or (item.noun == other.noun != "")


def _is_open(item: Item) -> bool:
    """ "thousands": the word fits many numbers."""
    return item.quantity.hedge is None and item.quantity.high is None


def _of_the_event(items: Sequence[Item]) -> list[Item]:
    """The figures; without the asides, where others are none: an aside that repeats one is no reason to doubt it."""
    told = [item for item in items if not item.aside]
    return told if len(told) > 1 else list(items)


def _may_differ(item: Item, key: Key) -> bool:
    """Whether a figure counts for a contest under `key`: no age or size of another day's story, or of who knows whom."""
    return item.key == key and not (is_lasting(item) and item.apart)


def is_lasting(item: Item) -> bool:
    """Whether somebody or something has it whatever happens: an age, a size."""
    return item.kind == "age" or item.bearer != ""


def _disagree(rivals: Sequence[list[Item]], items: Sequence[Item]) -> bool:
    """Whether the items come from two clusters at least."""
    kept = {id(item) for item in items}
    return sum(any(id(item) in kept for item in cluster) for cluster in rivals) > 1


def _values(rivals: Sequence[list[Item]], article: str) -> int:
    return sum(any(item.article == article for item in cluster) for cluster in rivals)
