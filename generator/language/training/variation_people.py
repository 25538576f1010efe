"""Other people for the people of an article: every name in the form its own tradition gives it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

from generator.language.training.variation_lexicons import Forms, draw, entries, fill, read_rows, traditions
from generator.language.training.variation_spans import NewName

LAST_LATIN = "\u024f"  # end of the block Latin Extended-B
MOST_UNITS = 5  # printed words of a name; longer ones are dynasties and labelling accidents
TITLE_BEFORE_SHORT = 0.2
TITLE_BEFORE_FULL = 0.06
_MARKS = str.maketrans("", "", "[]<>")


@dataclass(frozen=True, slots=True)
class Person:
    """A made-up person: the full name, the one of later mentions, the one of friends, and the tradition."""

    full: str
    short: str
    given: str
    tradition: Forms


def draw_person(random: Random) -> Person:
    """A person of a random tradition."""
    return _person(draw(traditions(), random), "", random)


def _person(tradition: Forms, short: str, random: Random) -> Person:
    """A person of a tradition, with the short name given or, where it is "", a new one."""
    text = fill(random.choice(tradition.patterns), tradition.parts, random)
    start, end = text.index("[") + 1, text.index("]")
    short = short or text[start:end].translate(_MARKS)
    full = (text[: start - 1] + short + text[end + 1 :]).translate(_MARKS)
    given = text[text.index("<") + 1 : text.index(">")] if "<" in text else short
    return Person(full, short, given.translate(_MARKS), tradition)


def draw_title(person: Person, random: Random) -> str:
    """A title that goes in front of a name of the person's tradition."""
    return random.choice(person.tradition.parts["title"])


class Cast:
    """Who stands for whom in one article."""

    def __init__(self, names: Sequence[str], random: Random) -> None:
        """Give every name of the article (as printed, distinct) another; the same surname stays the same surname."""
        self._random = random
        self._new: dict[str, str] = {}
        self._people: dict[str, Person] = {}
        self._by_family: dict[str, Person] = {}
        self._by_given: dict[str, Person] = {}
        usable = [name for name in names if is_usable(name)]
        for name in sorted(usable, key=_is_short):  # stable: full names first, in the order of the article
            self._add(name)

    def new_name(self, name: str, may_have_title: bool) -> NewName | None:
        """What is printed for a name, at times after a title; None where the name stays."""
        if name not in self._new:
            return None
        share = TITLE_BEFORE_SHORT if _is_short(name) else TITLE_BEFORE_FULL
        with_title = may_have_title and self._random.random() < share
        return NewName(self._new[name], draw_title(self._people[name], self._random) if with_title else "")

    def _add(self, name: str) -> None:
        words = _units(name)
        person = self._short_of(words) if _is_short(name) else self._full_of(words)
        self._people[name] = person
        new = self._short_text(words, person) if _is_short(name) else person.full
        self._new[name] = new.upper() if name.isupper() and len(name) > 1 else new

    def _full_of(self, words: Sequence[str]) -> Person:
        first, last = words[0], words[-1]
        known = self._by_given.get(first + " " + last)
        if known:
            return known
        relative = self._by_family.get(last)
        if relative:
            person = _person(relative.tradition, relative.short, self._random)
        else:
            person = self._by_family[last] = draw_person(self._random)
        self._by_given[first + " " + last] = person
        self._by_given.setdefault(first, person)
        return person

    def _short_of(self, words: Sequence[str]) -> Person:
        person = self._by_family.get(words[-1]) or self._by_given.get(words[-1])
        if person is None:
            person = self._by_family[words[-1]] = draw_person(self._random)
        return person

    def _short_text(self, words: Sequence[str], person: Person) -> str:
        return person.short if words[-1] in self._by_family else person.given


def is_usable(name: str) -> bool:
    """Whether a name is written as a person's name is: few words, Latin letters, one of them a capital, no digits."""
    if len(name.split()) > MOST_UNITS or not any(letter.isupper() for letter in name):
        return False
    return all((letter.isalpha() and letter <= LAST_LATIN) or letter in " .'-’,\"" for letter in name)


def _is_short(name: str) -> bool:
    """Whether a name is one word, or a surname with its particle."""
    words = _units(name)
    return len(words) == 1 or words[0].islower()


def _units(name: str) -> list[str]:
    """Printed words of a name, the last one the surname: without "Jr."; capitals are no other name."""
    words = (name.title() if name.isupper() else name).split()
    while len(words) > 1 and words[-1].strip(".,") in _suffixes():
        words.pop()
    return words


@cache
def _suffixes() -> frozenset[str]:
    return frozenset(suffix for row in read_rows("name_suffixes.tsv") for suffix in entries(row[0]))
