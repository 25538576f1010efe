"""The finer kind of every name (`ent.ent_id_`): country, city, river, airport, ship, missile, treaty, war, film ... or "".

The model tells persons, organizations, places and peoples apart; what is finer is left to rules and lists, in this order: names
that rules are sure about, the gazetteer, the words of the name itself, the nouns beside it. The entity's label stays the model's,
but for products, laws, works and events, which it does not know well: those get the label of their kind (`lexicons/kinds.tsv`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from generator.gazetteer import find_place
from generator.language.lexicons import Lexicons
from generator.language.name_kinds_cues import find_called, find_titles, kind_beside, kind_of_ambiguous
from generator.language.name_kinds_found import find_sure
from generator.language.name_kinds_heads import find_whole, head_of
from generator.language.name_kinds_lexicons import KindLexicons, KnownName, kind_lexicons, opening
from generator.language.viterbi import Entity

PLACE_LABELS = frozenset({"LOC", "GPE", "FAC"})
UNSURE = frozenset({"EVENT", "MISC", "PRODUCT", "LAW", "WORK_OF_ART"})  # labels that the model is not good at
OWN_LABEL = frozenset({"product", "law", "work", "event"})  # groups of kinds that give the label
# Groups of names that are added where the model has found nothing.
ADDED = frozenset({"product", "law", "work", "event", "facility"})
VAGUE = frozenset({"region", "water"})  # kinds of the gazetteer that the name itself may make finer ("Red Sea")
CITY = "city"


def set_name_kinds(doc: Doc, _lexicons: Lexicons | None = None) -> None:
    """Give each entity its kind and, where a rule is sure, another label or other bounds; add sure names that were missed."""
    lexicons = kind_lexicons()
    entities = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    sure = _found(doc, entities, lexicons)
    added = [item for item in sure if _is_stronger(doc, item, entities, lexicons)]
    kept = [_span(doc, *item, kind_of_name(doc, *item), lexicons) for item in _apart(entities, added)]
    new = [_span(doc, *_widest(doc, item, entities), item[2], lexicons) for item in added]
    doc.ents = tuple(filter_spans([*new, *kept]))


def kind_of_name(doc: Doc, start: int, end: int, label: str) -> str:
    """The kind of the name in tokens `[start, end)` that the model labelled `label` ("" for nothing), or ""."""
    lexicons = kind_lexicons()
    text = doc[start:end].text
    known = _known(doc, start, end, text, label, lexicons)
    if known:
        return known
    words = [token.text for token in doc[start:end]]
    head = head_of(words, label, lexicons)
    if label in PLACE_LABELS:
        place = find_place(text)
        if place is not None:
            finer = place.kind in VAGUE and lexicons.group(head) == "place"
            return head if finer else place.kind
    return head or kind_beside(doc, start, end, label, lexicons)


def _known(doc: Doc, start: int, end: int, text: str, label: str, lexicons: KindLexicons) -> str:
    """By the list of names, as far as what a name needs is there."""
    same = [item for item in lexicons.names.get(opening(text), ()) if item.name == text.replace("’", "'")]
    for item in same:
        if _is_believed(item, label, end - start):
            return item.kind
    cued = tuple(item.kind for item in same if item.needs == "cue")
    return kind_of_ambiguous(doc, start, end, cued, lexicons) if cued and label != "PERSON" else ""


def _is_believed(item: KnownName, label: str, length: int) -> bool:
    if item.needs == "place":
        return label in PLACE_LABELS
    return not item.needs and (length > 1 or label != "PERSON")


def _found(doc: Doc, entities: Sequence[Entity], lexicons: KindLexicons) -> list[Entity]:
    """What rules are sure about, without overlap; the stronger rule first."""
    found: list[Entity] = []
    rules = (find_titles(doc, lexicons), find_sure(doc, lexicons), find_whole(doc, entities, lexicons))
    for items in (*rules, find_called(doc, lexicons)):
        taken = {at for start, end, _ in found for at in range(start, end)}
        inside = [item for item in items if taken.isdisjoint(range(item[0], item[1]))]
        wider = [item for item in items if item not in inside and _holds(item, found)]
        found = [item for item in found if not any(_holds(other, [item]) for other in wider)] + inside + wider
    return sorted(found)


def _holds(item: Entity, others: Iterable[Entity]) -> bool:
    """Whether all of the others that it touches lie inside it."""
    touched = [other for other in others if other[0] < item[1] and item[0] < other[1]]
    return all(item[0] <= other[0] and other[1] <= item[1] for other in touched)


def _is_stronger(doc: Doc, item: Entity, entities: Sequence[Entity], lexicons: KindLexicons) -> bool:
    """Whether a sure name replaces the model's entities that it touches."""
    start, end, kind = item
    touched = [entity for entity in entities if entity[0] < end and start < entity[1]]
    if not touched:
        return lexicons.group(kind) in ADDED
    return all(_gives_way(doc, entity, item) for entity in touched)


def _gives_way(doc: Doc, entity: Entity, item: Entity) -> bool:
    start, end, label = entity
    if label in UNSURE:
        return True
    inside = item[0] <= start and end <= item[1]
    if (start, end) == item[:2]:
        return label != "PERSON" or end - start > 1
    return inside


def _widest(doc: Doc, item: Entity, entities: Sequence[Entity]) -> tuple[int, int, str]:
    """The bounds and the model's label of a sure name: those of an unsure entity around it whose other words have capitals too."""
    start, end, _ = item
    for first, last, label in entities:
        if label in UNSURE and first <= start and end <= last and (first, last) != (start, end):
            rest = [token for token in doc[first:last] if not start <= token.i < end]
            if all(token.text[0].isupper() or token.is_digit for token in rest):
                return first, last, label
    return start, end, ""


def _apart(entities: Sequence[Entity], added: Sequence[Entity]) -> list[Entity]:
    taken = {at for start, end, _ in added for at in range(start, end)}
    return [entity for entity in entities if taken.isdisjoint(range(entity[0], entity[1]))]


def _span(doc: Doc, start: int, end: int, label: str, kind: str, lexicons: KindLexicons) -> Span:
    own = bool(kind) and (lexicons.group(kind) in OWN_LABEL or label in UNSURE or not label)
    return Span(doc, start, end, label=lexicons.kinds[kind].label if own else label, span_id=kind)
