"""One event while it is being gathered: its mentions, and what speaks for and against one more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Set

from generator.model import EventRef
from generator.resolve.events_days import dates_agree
from generator.resolve.events_facts import CORE_ROLES, Facts
from generator.resolve.titles_words import words

# Evidence for and against two mentions of one family.
SAME_PARTICIPANT, OTHER_PARTICIPANT = 1.0, -1.0
SAME_HEAD, OTHER_OBJECT = 0.5, -0.5
SAME_PLACE, OTHER_PLACE = 0.5, -0.5
SAME_DATE = 0.5
_DAY = 10
_PLANNED = frozenset({"future", "planned"})
# Happenings in which both sides do the same.
_MUTUAL_TYPES = frozenset({"consult", "agree", "cooperate", "deal", "accident", "sport", "life", "other"})


class Cluster:
    """Event mentions that are taken for one event, and what they say of it together."""

    def __init__(self, first: Facts) -> None:
        self.members: list[Facts] = []
        self.family = first.family
        self.who: dict[str, set[str]] = defaultdict(set)
        # Who takes part in any of the roles of `CORE_ROLES`.
        self.people: set[str] = set()
        self.heads: dict[str, set[str]] = defaultdict(set)
        self.places: dict[str, str] = {}
        self.dates: set[str] = set()
        self.counts: dict[str, set[float]] = defaultdict(set)
        self.main_of: tuple[str, ...] = ()
        # The mentions by which the articles of `main_of` tell it first; and what was joined by the trigger alone.
        self.main_refs: frozenset[EventRef] = frozenset()
        self.loose: list[Facts] = []
        self.add(first)

    def add(self, facts: Facts) -> None:
        """Take one more mention in."""
        self.members.append(facts)
        for role, entities in facts.who.items():
            self.who[role] |= entities
            if role in CORE_ROLES:
                self.people |= entities
        for role, heads in facts.heads.items():
            self.heads[role] |= heads
        if facts.place:
            self.places[facts.place] = facts.country
        self.dates |= {facts.date} - {""}
        for head, values in facts.counts.items():
            self.counts[head] |= values

    def evidence(self, facts: Facts) -> float | None:
        """How much speaks for `facts` being this event; None when something forbids it."""
        if self._is_another_day(facts) or self._elsewhere(facts) or self._has_others(facts):
            return None
        if self._is_reversed(facts) or self._is_named_otherwise(facts) or self._comes_and_goes(facts):
            return None
        if not self.main_of and any(item.several != facts.several for item in self.members):
            return None
        if facts.is_old and self.main_of:
            return None
        score = 0.0
        for role in CORE_ROLES:
            score += _role_evidence(self.who.get(role, set()), facts.who.get(role, frozenset()))
            score += SAME_HEAD * bool(self.heads.get(role, set()) & facts.heads.get(role, frozenset()))
        if _other_object(self.heads.get("patient", set()), facts) and not self.who.get("patient"):
            score += OTHER_OBJECT
        if self.places and facts.place:
            score += SAME_PLACE if self._shares_place(facts) else OTHER_PLACE
        if facts.date and facts.date in self.dates:
            score += SAME_DATE * (2 if len(facts.date) >= _DAY else 1)
        return score

    def _is_another_day(self, facts: Facts) -> bool:
        """Whether the dates exclude each other; what an article is about may have been planned for another day."""
        if self.main_of and facts.mention.modality in _PLANNED:
            return False
        return not all(dates_agree(facts.date, date) for date in self.dates)

    def _has_others(self, facts: Facts) -> bool:
        """Whether both name who takes part, and nobody is in both.

        Of what articles are about, one may name who acts and the other who suffers: "Arland charged a girl", "a court charged Berg".
        """
        if not self.people or not facts.people or not self.people.isdisjoint(facts.people):
            return False
        ours = {role for role in CORE_ROLES if self.who.get(role)}
        theirs = {role for role in CORE_ROLES if facts.who.get(role)}
        unnamed_here, unnamed_there = _roles(self.heads), _roles(facts.heads)
        return not self.main_of or bool(ours & theirs) or not (ours <= unnamed_there and theirs <= unnamed_here)

    def counts_differ(self, other: Cluster) -> bool:
        """Whether both count the same participants, and differently: 23 pirates, and 26 pirates."""
        shared = self.counts.keys() & other.counts.keys()
        return any(not self.counts[head] & other.counts[head] for head in shared)

    def _shares_place(self, facts: Facts) -> bool:
        """Whether one of the places is the same, or lies in the other ("in Pyongyang" and "in North Korea")."""
        return any(
            place == facts.place or facts.place == country or place == facts.country
            for place, country in self.places.items()
        )

    def _is_reversed(self, facts: Facts) -> bool:
        """Whether who acts in one suffers in the other: "the navy seized pirates", "pirates seized a tanker"."""
        if facts.mention.type in _MUTUAL_TYPES:
            return False
        agents, patients = self._named("agent"), self._named("patient")
        ours, theirs = facts.named("agent"), facts.named("patient")
        if not (ours and theirs and patients):
            return False
        return bool(ours & patients) and not (ours & agents or theirs & patients)

    def _is_named_otherwise(self, facts: Facts) -> bool:
        """Whether both are told by names, and those differ: "the Lund Award" and "the Berg Award"."""
        name = _name_of(facts)
        names = [found for item in self.members if (found := _name_of(item))]
        return bool(name and names) and not any(name <= other or other <= name for other in names)

    def _comes_and_goes(self, facts: Facts) -> bool:
        """Whether who is replaced in one is appointed in the other: "the club hired X", "X was replaced by Y"."""
        theirs = facts.who.get("patient", frozenset())
        return any(
            item.who.get("patient", frozenset()) & theirs
            and (item.mention.verb in words("replacing")) != (facts.mention.verb in words("replacing"))
            and facts.mention.type == item.mention.type == "appointment"
            for item in self.members
        )

    def _named(self, role: str) -> set[str]:
        return self.who.get(role, set()) | self.heads.get(role, set())

    def _elsewhere(self, facts: Facts) -> bool:
        """Whether the two happened in places that exclude each other: two towns, or a town and another country."""
        if not facts.place or not self.places:
            return False
        return all(
            place != facts.place
            and place != facts.country
            and country != facts.place
            and bool(country and facts.country)
            for place, country in self.places.items()
        )


def _name_of(facts: Facts) -> frozenset[str]:
    """The words of a trigger that is a name: more than one, each with a capital; in a headline they may all have one."""
    parts = facts.mention.trigger.text.split()
    named = (
        len(parts) > 1 and all(part[:1].isupper() for part in parts) and not _is_in_capitals(facts.mention.clause.text)
    )
    return frozenset(part.lower() for part in parts) if named else frozenset()


def _is_in_capitals(clause: str) -> bool:
    return not any(part.islower() for part in clause.split())


def _roles(heads: Mapping[str, Set[str]]) -> set[str]:
    return {role for role in CORE_ROLES if heads.get(role)}


def _other_object(heads: set[str], facts: Facts) -> bool:
    told = facts.heads.get("patient", frozenset())
    return bool(heads and told) and not heads & told and not facts.who.get("patient")


def _role_evidence(left: set[str], right: frozenset[str]) -> float:
    if not left or not right:
        return 0.0
    return SAME_PARTICIPANT if left & right else OTHER_PARTICIPANT
