"""Where: a city inside of the country that another article names agrees."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model import Cell, Event, Evidence, Facet, KnowledgeBase
from generator.resolve.accounts_tellings import Telling, nearest_mention
from generator.resolve.accounts_words import label

_COMPARABLE = frozenset({"city", "country"})


def compare_places(kb: KnowledgeBase, _event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """Where, as each article has it."""
    cells = [cell for telling in tellings for cell in _cells(kb, telling)]
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
        named = nearest_mention(kb, telling.article, mention.place, mention.sentence, mention.trigger)
        if key is not None and named is not None and key not in found and mention.modality == "asserted":
            found[key] = Cell(telling.article, Evidence(telling.article, named.sentence, named.span), key)
    return [found[key] for key in sorted(found, key=lambda key: found[key].evidence.span.start)]


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
