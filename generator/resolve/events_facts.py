"""What is known of one event mention, in terms that hold across articles: who, where, when, and which kind of happening."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from generator.model import Entity, EventMention, EventRef, Extraction, TimeExpression

CORE_ROLES = ("agent", "patient", "recipient", "with", "target")
_UNKNOWN = "X"


@dataclass(frozen=True)
class Facts:
    """One event mention with its participants as entities.

    family   name of the family of its trigger (its lemma when it has none)
    who      role -> entity ids;  heads: role -> lemmas of unnamed participants
    place    entity id or "", country: that of its country or "";  date: EDTF or ""
    """

    ref: EventRef
    mention: EventMention
    family: str
    who: Mapping[str, frozenset[str]]
    heads: Mapping[str, frozenset[str]]
    place: str
    date: str
    country: str = ""

    @property
    def people(self) -> frozenset[str]:
        """All entities in its core roles."""
        return frozenset(entity for role in CORE_ROLES for entity in self.who.get(role, ()))


def read_facts(
    found: Extraction, entities: Mapping[str, Entity], entity_of: Mapping[tuple[str, str], str]
) -> tuple[Facts, ...]:
    """The facts of all event mentions of an article, in text order."""
    times = {time.id: time for time in found.times}
    return tuple(_facts(found.article, mention, times, entities, entity_of) for mention in found.events)


def _facts(
    article: str,
    mention: EventMention,
    times: Mapping[str, TimeExpression],
    entities: Mapping[str, Entity],
    entity_of: Mapping[tuple[str, str], str],
) -> Facts:
    who: dict[str, set[str]] = {}
    heads: dict[str, set[str]] = {}
    for item in mention.arguments:
        entity = entity_of.get((article, item.chain)) if item.chain else None
        if entity:
            who.setdefault(item.role, set()).add(entity)
        else:
            heads.setdefault(item.role, set()).add(item.head)
    time = times.get(mention.time) if mention.time else None
    place = entity_of.get((article, mention.place), "") if mention.place else ""
    return Facts(
        EventRef(article, mention.id),
        mention,
        family_of(mention.lemma),
        {role: frozenset(found) for role, found in who.items()},
        {role: frozenset(found) for role, found in heads.items()},
        place,
        (time.value or "") if time else "",
        (entities[place].country or "") if place in entities else "",
    )


@cache
def _families() -> dict[str, str]:
    path = files("generator.resolve") / "lexicons" / "events_families.txt"
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        words = [word.strip() for word in line.split(",")]
        if not line.startswith("#"):
            found.update((word, words[0]) for word in words if word)
    return found


def family_of(lemma: str) -> str:
    """The family of a trigger: words that can tell the same happening ("arrest", "capture", "custody")."""
    table = _families()
    return table.get(lemma) or table.get(lemma.split()[-1] if " " in lemma else lemma) or lemma


def dates_agree(left: str, right: str) -> bool:
    """Whether two EDTF dates can be the same day: an unknown one agrees with all, "2024-06" with "2024-06-05"."""
    if not left or not right or "/" in left or "/" in right:
        return True
    return all(
        _UNKNOWN in first or _UNKNOWN in second or first == second
        for first, second in zip(_parts(left), _parts(right), strict=False)
    )


def _parts(value: str) -> list[str]:
    return value.partition("T")[0].rstrip("?~%").split("-")
