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
from generator.language.name_kinds_cues import CLOSING, find_called, find_titles, kind_beside, kind_of_ambiguous
from generator.language.name_kinds_found import find_sure
from generator.language.name_kinds_heads import (
    JOINTS,
    LINKS,
    PLACE_GROUPS,
    PLACE_LABELS,
    find_whole,
    head_of,
    is_whole,
)
from generator.language.name_kinds_lexicons import KindLexicons, KnownName, kind_lexicons, opening
from generator.language.viterbi import Entity

UNSURE = frozenset({"EVENT", "MISC", "PRODUCT", "LAW", "WORK_OF_ART"})  # labels that the model is not good at
OWN_LABEL = frozenset({"product", "law", "work", "event"})  # groups of kinds that give the label
# Groups of names that are added where the model has found nothing.
ADDED = frozenset({"product", "law", "work", "event", "facility"})
VAGUE = frozenset({"region", "water"})  # kinds of the gazetteer that the name itself may make finer ("Red Sea")
PERSONAL = frozenset({"PERSON", "ORG"})  # labels that a known name of one word does not overrule
ORGANIZATION = "organization"
SMALL = JOINTS | LINKS | {"and"}  # what stands between the words of a name
OTHER = "MISC"  # what the model takes for an event or a thing, and no rule confirms


def set_name_kinds(doc: Doc, _lexicons: Lexicons | None = None) -> None:
    """Give each entity its kind and, where a rule is sure, another label or other bounds; add sure names that were missed."""
    lexicons = kind_lexicons()
    entities = [(ent.start, ent.end, ent.label_) for ent in doc.ents]
    sure = _found(doc, entities, lexicons)
    added = [item for item in sure if _is_stronger(doc, item, entities, lexicons)]
    kept = [_span(doc, *item, kind_of_name(doc, *item), lexicons) for item in _apart(entities, added)]
    new = [_span(doc, *_widest(doc, item, entities, lexicons), "", item[2], lexicons) for item in added]
    doc.ents = tuple(filter_spans([*new, *kept]))


def group_of(kind: str) -> str:
    """What sort of thing names of this kind name: place, facility, organization, product, law, work, event, other; "" for ""."""
    return kind_lexicons().group(kind)


def kind_of_name(doc: Doc, start: int, end: int, label: str) -> str:
    """The kind of the name in tokens `[start, end)` that the model labelled `label` ("" for nothing), or ""."""
    lexicons = kind_lexicons()
    text = doc[start:end].text
    known = _known(doc, start, end, text, label, lexicons)
    if known:
        return known
    words = [token.text for token in doc[start:end]]
    head = head_of(words, label, lexicons)
    if label in PLACE_LABELS or head == ORGANIZATION:
        place = find_place(text)
        if place is not None and (label in PLACE_LABELS or (place.kind != "city" and end - start > 1)):
            finer = place.kind in VAGUE and lexicons.group(head) == "place"
            return head if finer else place.kind  # the West Bank is no bank
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
    return not item.needs and (length > 1 or label not in PERSONAL)


def _found(doc: Doc, entities: Sequence[Entity], lexicons: KindLexicons) -> list[Entity]:
    """What rules are sure about, without overlap; the stronger rule first."""
    found: list[Entity] = []
    words = [token.text for token in doc]
    lower = [word.lower() for word in words]
    rules = (
        find_titles(doc, words, lexicons),
        find_sure(doc, words, lexicons),
        find_whole(doc, lower, entities, lexicons),
        find_called(doc, lower, lexicons),
    )
    for items in rules:
        taken = {at for start, end, _ in found for at in range(start, end)}
        inside = [item for item in items if taken.isdisjoint(range(item[0], item[1]))]
        wider = [item for item in items if item not in inside and _is_wider(item, found)]
        found = [item for item in found if not _touched(item, wider)] + inside + wider
    return sorted(found)


def _touched(item: Entity, others: Iterable[Entity]) -> list[Entity]:
    return [other for other in others if other[0] < item[1] and item[0] < other[1]]


def _is_wider(item: Entity, others: Iterable[Entity]) -> bool:
    """Whether it holds more than all of the others that it touches."""
    return all(
        item[0] <= other[0] and other[1] <= item[1] and item[:2] != other[:2] for other in _touched(item, others)
    )


def _is_stronger(doc: Doc, item: Entity, entities: Sequence[Entity], lexicons: KindLexicons) -> bool:
    """Whether a sure name replaces the model's entities that it touches."""
    touched = _touched(item, entities)
    return (
        all(_gives_way(doc, entity, item, lexicons) for entity in touched)
        if touched
        else (lexicons.group(item[2]) in ADDED)
    )


def _gives_way(doc: Doc, entity: Entity, item: Entity, lexicons: KindLexicons) -> bool:
    start, end, label = entity
    if (start, end) == item[:2]:
        return label in UNSURE or not _is_believed_whole(doc, entity, item[2], lexicons)
    if label in UNSURE:  # a longer name of its own stays, a designation gives its kind to it ("F-16 Fighting Falcon")
        return not _is_longer_name(doc, entity, item) or _may_widen(doc, entity, item, lexicons)
    return item[0] <= start and end <= item[1]


def _is_believed_whole(doc: Doc, entity: Entity, kind: str, lexicons: KindLexicons) -> bool:
    """Whether the model is believed against a rule that names the same words: people of one name, organizations that end as such."""
    start, end, label = entity
    if end - start == 1 and (label == "PERSON" or (label == "ORG" and lexicons.group(kind) == "other")):
        return start == 0 or doc[start - 1].text not in CLOSING  # a title in quotation marks is nobody's name
    return label == "ORG" and head_of([token.text for token in doc[start:end]], label, lexicons) == ORGANIZATION


def _is_longer_name(doc: Doc, entity: Entity, item: Entity) -> bool:
    """Whether the entity holds the other and its further words are written as names too."""
    start, end, _ = entity
    rest = [doc[at] for at in range(start, end) if not item[0] <= at < item[1]]
    inside = start <= item[0] and item[1] <= end
    return inside and all(token.text[0].isupper() or token.is_digit or token.text in SMALL for token in rest)


def _may_widen(doc: Doc, entity: Entity, item: Entity, lexicons: KindLexicons) -> bool:
    """Whether the entity only goes on from the other: "F-16 Fighting Falcon", "Nobel Prize in Physics"."""
    goes_on = doc[item[1]].lower_ in LINKS and is_whole(item[2], lexicons) if item[1] < len(doc) else False
    return item[0] == entity[0] and (lexicons.group(item[2]) == "product" or goes_on)


def _widest(doc: Doc, item: Entity, entities: Sequence[Entity], lexicons: KindLexicons) -> tuple[int, int]:
    """The bounds of a sure name: those of an unsure entity that it opens, whose other words have capitals too."""
    for entity in _touched(item, entities):
        if entity[2] in UNSURE and _is_longer_name(doc, entity, item) and _may_widen(doc, entity, item, lexicons):
            return entity[0], entity[1]
    return item[0], item[1]


def _apart(entities: Sequence[Entity], added: Sequence[Entity]) -> list[Entity]:
    taken = {at for start, end, _ in added for at in range(start, end)}
    return [entity for entity in entities if taken.isdisjoint(range(entity[0], entity[1]))]


def _span(doc: Doc, start: int, end: int, label: str, kind: str, lexicons: KindLexicons) -> Span:
    group = lexicons.group(kind)
    by_kind = group in OWN_LABEL or (label == "PERSON" and group in PLACE_GROUPS)
    if kind and (by_kind or not label):
        return Span(doc, start, end, label=lexicons.kinds[kind].label, span_id=kind)
    return Span(doc, start, end, label=OTHER if label in UNSURE else label, span_id=kind)
