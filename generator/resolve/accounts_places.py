"""Where: a city inside of the country that another article names agrees."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Cell, Event, EventMention, Evidence, Facet, KnowledgeBase, Mention
from generator.resolve.accounts_opening import opening_places
from generator.resolve.accounts_tellings import Telling, nearest_mention
from generator.resolve.accounts_words import label

_SMALL = frozenset({"city", "facility", "region"})
_COMPARABLE = frozenset({"city", "country"})


def compare_places(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """Where, as each article has it."""
    cells = [cell for telling in tellings for cell in _cells(kb, telling)]
    cells = cells or _opening_cells(kb, event, tellings)
    named: dict[str, set[str]] = {}
    for cell in cells:
        named.setdefault(cell.article, set()).add(str(cell.value))
    if not named:
        return ()
    sets = [named[article] for article in sorted(named)]
    pairs = [(left, right) for place, left in enumerate(sets) for right in sets[place + 1 :]]
    if pairs and all(_meet(kb, left, right) for left, right in pairs):
        note = "one names the place more closely" if len(set.union(*sets)) > 1 else ""
        return (Facet("where", label("where"), "agree", tuple(cells), note),)
    certain = len(pairs) == 1 and _are_apart(kb, *sets)
    return (Facet("where", label("where"), "differ" if certain else "only here", tuple(cells)),)


def _cells(kb: KnowledgeBase, telling: Telling) -> list[Cell]:
    found: dict[str, Cell] = {}
    for mention in telling.mentions:
        key = kb.entity_of.get((telling.article, mention.place)) if mention.place else None
        named = _naming(kb, telling, mention)
        if key is not None and named is not None and key not in found and mention.modality == "asserted":
            found[key] = Cell(telling.article, Evidence(telling.article, named.sentence, named.span), key)
    return [found[key] for key in sorted(found, key=lambda key: found[key].evidence.span.start)]


def _naming(kb: KnowledgeBase, telling: Telling, mention: EventMention) -> Mention | None:
    """The words for its place in its sentence; those that the headline or the lead lends to the main mention."""
    own = nearest_mention(kb, telling.article, mention.place, mention.sentence, mention.trigger)
    if own is not None or not mention.news or mention.place is None:
        return own
    chain = [item for item in kb.extractions[telling.article].mentions if item.chain == mention.place]
    return next((item for item in chain if item.kind == "name"), None)


def _opening_cells(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> list[Cell]:
    """The first place of the openings, where one article alone tells the event and nothing else places it."""
    if event.place is not None or len(tellings) > 1:
        return []
    (telling,) = tellings
    near = opening_places(kb, telling) if telling.main else ()
    news = {item.sentence for item in kb.extractions[telling.article].events if item.news}
    for item in near:
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
    return any(is_within(kb, one, other) or is_within(kb, other, one) for one in left for other in right)


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
