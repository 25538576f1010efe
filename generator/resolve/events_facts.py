"""What is known of one event mention, in terms that hold across articles: who, where, when, and which kind of happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from generator.model import Argument, Entity, EventMention, EventRef, Extraction, Quantity, TimeExpression
from generator.resolve.events_days import days_of
from generator.resolve.events_figures import Figures, is_exact_count
from generator.resolve.titles_words import words

NEWS_DAYS = 60
# The family of nominations for an award; what tells them from nominations for an office.
NOMINATED = "nominate (award)"
_NOMINATING, _EARNING = frozenset({"nominate", "nomination"}), frozenset({"receive", "earn", "get", "garner", "score"})
_AWARDS, _GOALS = frozenset({"award", "ceremony"}), frozenset({"purpose", "topic", "patient", "recipient"})
_MAX_BEFORE = 40
CORE_ROLES = ("agent", "patient", "recipient", "with", "target")


@dataclass(frozen=True)
class Facts:
    """One event mention with its participants as entities.

    family   name of the family of its trigger (its lemma when it has none)
    who      role -> entity ids;  heads: role -> lemmas of unnamed participants
    place    entity id or "", country: that of its country or "";  date: EDTF or ""
    is_old   whether its own time lies long before the article's publication
    counts   lemma of a participant -> how many, exactly ("23 pirates")
    several  whether its trigger is counted: "two strikes" are not the strike
    """

    ref: EventRef
    mention: EventMention
    family: str
    who: Mapping[str, frozenset[str]]
    heads: Mapping[str, frozenset[str]]
    place: str
    date: str
    country: str = ""
    is_old: bool = False
    counts: Figures = field(default_factory=dict)
    several: bool = False

    def named(self, role: str) -> frozenset[str]:
        """Who or what has this role: entity ids, and lemmas of the unnamed."""
        return self.who.get(role, frozenset()) | self.heads.get(role, frozenset())

    @property
    def people(self) -> frozenset[str]:
        """All entities in its core roles."""
        return frozenset(entity for role in CORE_ROLES for entity in self.who.get(role, ()))


def read_facts(
    found: Extraction,
    entities: Mapping[str, Entity],
    entity_of: Mapping[tuple[str, str], str],
    published: str | None = None,
) -> tuple[Facts, ...]:
    """The facts of all event mentions of an article that was `published` on that day (EDTF), in text order."""
    times = {time.id: time for time in found.times}
    peoples = {(item.chain, item.span.end) for item in found.mentions if item.via == "demonym"}
    events = (_without_peoples(mention, peoples) for mention in found.events)
    facts = (_facts(found.article, mention, times, entities, entity_of) for mention in events)
    figures: dict[str, list[Quantity]] = defaultdict(list)
    for figure in found.quantities:
        if is_exact_count(figure):
            figures[figure.sentence].append(figure)
    return tuple(
        replace(item, is_old=is_old(item.date, published), counts=_counts(item.mention, figures)) for item in facts
    )


def _counts(mention: EventMention, figures: Mapping[str, Sequence[Quantity]]) -> dict[str, frozenset[float]]:
    found: dict[str, set[float]] = defaultdict(set)
    for argument in mention.arguments:
        for figure in figures.get(mention.sentence, ()):
            inside = argument.span.start <= figure.span.start and figure.span.end <= argument.span.end
            if inside and argument.role in CORE_ROLES and figure.of == argument.head and figure.low is not None:
                found[argument.head].add(figure.low)
    return {head: frozenset(values) for head, values in found.items()}


def _without_peoples(mention: EventMention, peoples: Set[tuple[str | None, int]]) -> EventMention:
    """The mention without the countries that stand for some of their people: "eleven Danes were rescued" is not about Denmark.

    A whole people that acts ("the Danes voted") stays its country.
    """
    kept = tuple(
        replace(item, chain=None) if (item.chain, item.span.end) in peoples and not _is_country(item) else item
        for item in mention.arguments
    )
    return mention if kept == mention.arguments else replace(mention, arguments=kept)


def _is_country(item: Argument) -> bool:
    first, _, rest = item.span.text.partition(" ")
    return item.role == "agent" and item.plural and first.lower() == "the" and bool(rest) and " " not in rest


def is_old(value: str, published: str | None) -> bool:
    """Whether a date ended more than NEWS_DAYS before the day of publication."""
    days, known = days_of(value), days_of((published or "").partition("T")[0])
    return days is not None and known is not None and (known[0] - days[1]).days > NEWS_DAYS


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
        NOMINATED if _is_for_award(mention) else family_of(mention.lemma, mention.type),
        {role: frozenset(found) for role, found in who.items()},
        {role: frozenset(found) for role, found in heads.items()},
        place,
        (time.value or "") if time else "",
        (entities[place].country or "") if place in entities else "",
    )


def is_counted(mention: EventMention, text: str) -> bool:
    """Whether a number stands before a plural trigger, or before the adjective before it."""
    before = text[max(mention.trigger.start - _MAX_BEFORE, 0) : mention.trigger.start].split()[-2:]
    word = mention.trigger.text.lower()
    plural = mention.trigger != mention.predicate and word.endswith("s") and word != mention.lemma
    return plural and any(part.isdigit() or part.lower() in words("counting") for part in before)


def _is_for_award(mention: EventMention) -> bool:
    """Whether a nomination is one for an award, and not for an office: "received a nomination for X", "nominated for an Emmy"."""
    if mention.lemma not in _NOMINATING:
        return False
    told = (word for item in mention.arguments if item.role in _GOALS for word in item.span.text.lower().split())
    return mention.verb in _EARNING or any(family_of(word) in _AWARDS for word in told)


@cache
def _families() -> dict[str, str]:
    path = files("generator.resolve") / "lexicons" / "events_families.txt"
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        family = [word.strip() for word in line.split(",")]
        if not line.startswith("#"):
            found.update((word, family[0]) for word in family if word)
    return found


def family_of(lemma: str, label: str = "") -> str:
    """The family of a trigger of this type: words that can tell the same happening ("arrest", "capture", "custody")."""
    table = _families()
    return (
        table.get(f"{lemma} ({label})")
        or table.get(lemma)
        or table.get(lemma.split()[-1] if " " in lemma else lemma)
        or lemma
    )
