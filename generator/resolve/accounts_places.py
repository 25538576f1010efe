"""Where: a city inside of the country that another article names agrees."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Cell, Event, Evidence, Facet, KnowledgeBase, Verdict
from generator.resolve.accounts_datelines import DATELINE
from generator.resolve.accounts_opening import opening_places
from generator.resolve.accounts_scenes import (
    is_goal,
    is_placed,
    is_scene,
    lead_scenes,
    named_scenes,
    own_scenes,
    told_scenes,
    turns_back,
)
from generator.resolve.accounts_tellings import Telling
from generator.resolve.accounts_words import label

_SMALL = frozenset({"city", "facility", "region"})
_PLACES = frozenset({"place", "facility"})
# What may bear the name of the place that it stands in; a city with another's name is another one.
_PARTS = frozenset({"facility", ""})
_COMPARABLE = frozenset({"city", "country"})
# The finer a place, the higher.
_RANKS = {"facility": 3, "city": 3, "water": 2, "region": 2, "": 2, "country": 1}


def compare_places(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """Where, as each article has it."""
    cells = find_cells(kb, event, tellings)
    named: dict[str, set[str]] = {}
    for cell in cells:
        named.setdefault(cell.article, set()).add(str(cell.value))
    if not named:
        return ()
    sets = [named[article] for article in sorted(named)]
    pairs = [(left, right) for place, left in enumerate(sets) for right in sets[place + 1 :]]
    if pairs and all(_meet(kb, left, right) for left, right in pairs):
        note = "one names the place more closely" if any(one != sets[0] for one in sets) else ""
        return (Facet("where", label("where"), "agree", tuple(cells), note),)
    certain = len(pairs) == 1 and _are_apart(kb, *sets) and not any(cell.note for cell in cells)
    verdict: Verdict = "differ" if certain else "side by side" if pairs else "only here"
    return (Facet("where", label("where"), verdict, tuple(cells)),)


def find_cells(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> list[Cell]:
    """The places of all accounts: each one's own, else one that others have, too, else the one that its news names."""
    own = {telling.article: own_scenes(kb, telling) for telling in tellings}
    known = {str(cell.value) for cells in own.values() for cell in cells if not cell.note}
    place = event.place if _is_attested(kb, event, tellings) else None
    known |= {place} if place is not None else set()
    if not any(own.values()) and place is None:
        own = _shared_lead(kb, event, tellings) or {telling.article: told_scenes(kb, telling) for telling in tellings}
    if not any(own.values()) and place is None:
        return _opening_cells(kb, tellings)
    datelines = {str(cell.value) for cells in own.values() for cell in cells} - known
    found = {
        telling.article: own[telling.article] or _others(kb, telling, known) or _of_lead(kb, telling, datelines)
        for telling in tellings
    }
    return [cell for telling in tellings for cell in found[telling.article]]


def _is_attested(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> bool:
    """Whether the place of the event is more than a goal in every account that has it."""
    return event.place is not None and not any(is_goal(kb, telling, event.place) for telling in tellings)


def _others(kb: KnowledgeBase, telling: Telling, known: set[str]) -> list[Cell]:
    """Where one account names a place of the others, or one around it; one in it counts in the lead alone."""

    def fits(key: str, in_lead: bool) -> bool:
        return any(_lies_in(kb, other, key) or (in_lead and _lies_in(kb, key, other)) for other in known)

    return named_scenes(kb, telling, fits)


def _of_lead(kb: KnowledgeBase, telling: Telling, keys: set[str]) -> list[Cell]:
    """The first place of the lead that is in the dateline of another account: a name further down may have nothing to do with it."""
    return [cell for cell in lead_scenes(kb, telling) if cell.value in keys and is_placed(kb, cell)][:1]


def _shared_lead(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> dict[str, list[Cell]]:
    """The place that the leads or datelines of all accounts name, one of them behind a word of place: of several, the finest.

    A country that takes part is no place.
    """
    leads = {telling.article: lead_scenes(kb, telling) for telling in tellings}
    common = set.intersection(*({str(cell.value) for cell in cells} for cells in leads.values()))
    common -= {person.entity for person in event.participants}
    common = {
        key
        for key in common
        if any(is_placed(kb, cell) for cells in leads.values() for cell in cells if cell.value == key)
    }
    if not common or len(tellings) < 2:
        return {}
    heads = {key: sum(cells[0].value == key for cells in leads.values()) for key in common}
    chosen = min(common, key=lambda key: (-heads[key], -_rank(kb, key), key))
    return {article: [cell for cell in cells if cell.value == chosen] for article, cells in leads.items()}


def settled_place(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling], cells: Sequence[Cell]) -> str | None:
    """The place of the event: of those in its accounts the most attested one, and of these the most precise.

    An account attests a place that it names, or whose country it names. A dateline alone makes no place of an event.
    """
    named: dict[str, set[str]] = {}
    for cell in cells:
        if cell.note != DATELINE or cell.value == event.place:
            named.setdefault(str(cell.value), set()).add(cell.article)
    if not named:
        return event.place if _is_attested(kb, event, tellings) else None
    told = {key: {a for other, found in named.items() if _lies_in(kb, key, other) for a in found} for key in named}
    return min(named, key=lambda key: (-len(told[key]), -_rank(kb, key), -len(named[key]), key != event.place, key))


def _rank(kb: KnowledgeBase, key: str) -> int:
    found = kb.entities[key].place if key in kb.entities else None
    return _RANKS.get(found.kind if found is not None else "", 0)


def _opening_cells(kb: KnowledgeBase, tellings: Sequence[Telling]) -> list[Cell]:
    """The first place of the openings, where one article alone tells the event and nothing else places it."""
    if len(tellings) > 1:
        return []
    (telling,) = tellings
    turned = turns_back(kb, telling)
    near = opening_places(kb, telling) if telling.main else ()
    news = {item.sentence for item in kb.extractions[telling.article].events if item.news}
    for item in (item for item in near if is_scene(kb, telling, item, turned)):
        key = kb.entity_of.get((telling.article, item.chain))
        # A country that stands further down is more often a comparison than a scene: "the largest in Erewhon".
        if key is not None and key in kb.entities and (item.sentence in news or _is_close(kb, key)):
            return [Cell(telling.article, Evidence(telling.article, item.sentence, item.span), key)]
    return []


def _is_close(kb: KnowledgeBase, key: str) -> bool:
    """Whether a place is smaller than a country."""
    found = kb.entities[key].place
    return found is not None and found.kind in _SMALL


def _meet(kb: KnowledgeBase, left: set[str], right: set[str]) -> bool:
    return any(_lies_in(kb, one, other) or _lies_in(kb, other, one) for one in left for other in right)


def _lies_in(kb: KnowledgeBase, inner: str, outer: str) -> bool:
    """Whether the entity `inner` is within `outer`, or bears its name with more words ("Corran Harbor" in "Corran")."""
    if is_within(kb, inner, outer):
        return True
    inside, outside = kb.entities.get(inner), kb.entities.get(outer)
    if inside is None or outside is None or not {inside.type, outside.type} <= _PLACES:
        return False
    kind = inside.place.kind if inside.place is not None else ""
    return kind in _PARTS and f"{inside.name} ".startswith(f"{outside.name} ")


def is_within(kb: KnowledgeBase, inner: str, outer: str) -> bool:
    """Whether the entity `inner` is `outer`, or lies in the country `outer`."""
    if inner == outer:
        return True
    inside, outside = kb.entities.get(inner), kb.entities.get(outer)
    if inside is None or outside is None or inside.type != "place" or outside.type != "place":
        return False
    return inside.country == outside.id


def _are_apart(kb: KnowledgeBase, left: set[str], right: set[str]) -> bool:
    """Whether each is one place, and both are cities or both countries: other pairs may lie in one another."""
    if len(left) != 1 or len(right) != 1:
        return False
    places = [kb.entities[key].place for key in (*left, *right) if key in kb.entities]
    kinds = {place.kind if place is not None else "" for place in places}
    return len(places) == 2 and len(kinds) == 1 and kinds <= _COMPARABLE
