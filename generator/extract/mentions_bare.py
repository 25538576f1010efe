"""Bare names of things: "the Gibe" where the text has "MV Gibe", "the Heavy" for "Falcon Heavy", "Apollo" for "Apollo 11"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from spacy.tokens import Doc

from generator.extract.mentions_found import Found
from generator.extract.mentions_lexicons import staying_prepositions
from generator.extract.mentions_syntax import first_conjunct, speaks
from generator.extract.mentions_types import SHIP, TYPE_OF_GROUP
from generator.gazetteer import country_of_name, find_place
from generator.language.name_kinds import group_of
from generator.model import EntityType

# What the text, or the model, may well mean by a first word: a maker ("Boeing" of "Boeing 747"), a person.
_NOT_BY_FIRST_WORD = frozenset({"organization", "group"})
_NUMBERED = frozenset({"product", "event"})  # groups whose names end in a number
_ROMAN = frozenset("IVX")
Thing = tuple[EntityType, str]  # type and subtype


def with_bare_names(doc: Doc, found: list[Found], borne: set[str]) -> list[Found]:
    """The same mentions; a name that is a part of a ship's, a product's or a facility's full name in this article names the same, unless
    the article has it as a place or a person. `borne`: words of people's names in the article."""
    last, first = _parts(doc, found)
    settled: dict[str, Thing] = {}
    for name in sorted(last.keys() | first.keys()):
        items = [item for item in found if item.kind == "name" and doc[item.start : item.end].text == name]
        if not items or name in borne or country_of_name(name) or any(_is_taken(doc, item) for item in items):
            continue
        if name in last:
            settled[name] = last[name]
        elif not any(item.type in _NOT_BY_FIRST_WORD for item in items) and not _is_city(doc, name, items):
            settled[name] = first[name]
    return [_retyped(doc, item, settled) for item in found]


def _parts(doc: Doc, found: Iterable[Found]) -> tuple[dict[str, Thing], dict[str, Thing]]:
    """Ends and beginnings of the full names of things -> what they name."""
    last: dict[str, Thing] = {}
    first: dict[str, Thing] = {}
    for item in found:
        group = group_of(item.subtype)
        if item.kind != "name" or item.end - item.start < 2 or TYPE_OF_GROUP.get(group) != item.type:
            continue
        thing = (item.type, item.subtype)
        if item.subtype == SHIP:
            last[doc[item.start + 1 : item.end].text] = thing
        elif group in _NUMBERED and _is_number(doc[item.end - 1].text):
            first.setdefault(doc[item.start : item.end - 1].text, thing)
        elif group == "facility":
            for end in range(item.start + 1, item.end):
                first.setdefault(doc[item.start : end].text, thing)
        if item.type == "product" and item.subtype != SHIP and not _is_number(doc[item.end - 1].text):
            last.setdefault(doc[item.end - 1].text, thing)
    return last, first


def _is_number(text: str) -> bool:
    return text.isdigit() or set(text) <= _ROMAN


def _is_taken(doc: Doc, item: Found) -> bool:
    """Whether the text has this as a person or as a place: "Mr Gibe", "Gibe said", "in Gibe"."""
    token = first_conjunct(doc[item.end - 1])
    named = item.start > 0 and doc[item.start - 1].lower_ == "the"
    stays = token.dep_ == "pobj" and token.head.lower_ in staying_prepositions() and not named
    return bool(item.honorific) or speaks(doc[item.end - 1]) or stays


def _is_city(doc: Doc, name: str, items: Sequence[Found]) -> bool:
    """Whether the gazetteer has it and no article stands before it: "Delta", but not "the Delta"."""
    if all(item.type == "person" for item in items):
        return False
    return find_place(name) is not None and not all(
        item.start and doc[item.start - 1].lower_ == "the" for item in items
    )


def _retyped(doc: Doc, item: Found, settled: dict[str, Thing]) -> Found:
    thing = settled.get(doc[item.start : item.end].text) if item.kind == "name" else None
    if thing is None or (thing[0] == item.type and item.subtype):
        return item
    return replace(item, type=thing[0], subtype=thing[1], told=True)
