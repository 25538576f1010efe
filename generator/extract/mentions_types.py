"""What a name names: by its head word, by the gazetteer, and by the model."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.extract.mentions_found import Found
from generator.extract.mentions_lexicons import (
    family_names_first,
    given_names,
    head_words,
    honorifics,
    kind_nouns,
    kind_words,
    known_groups,
    known_kinds,
    naming_nouns,
    thing_nouns,
)
from generator.extract.mentions_syntax import is_locative
from generator.gazetteer import country_of_name, find_place
from generator.language.lexicons import load_lexicons
from generator.language.name_kinds import group_of, kind_of_name
from generator.language.name_kinds_lexicons import kind_lexicons
from generator.language.phrases import ORGANIZATION, find_label
from generator.model import EntityType

TYPE_OF_LABEL: dict[str, EntityType] = {
    "PERSON": "person",
    "PER": "person",
    "ORG": "organization",
    "LOC": "place",
    "GPE": "place",
    "FAC": "facility",
    "NORP": "group",
    "PRODUCT": "product",
    "LAW": "law",
    "WORK_OF_ART": "work",
    "EVENT": "other",
    "MISC": "other",
}
# What the model itself tells apart; the other labels are given by rules.
MODELLED = frozenset({"PERSON", "PER", "ORG", "LOC", "GPE", "NORP", "EVENT", "MISC"})
TYPE_OF_GROUP: dict[str, EntityType] = {
    "place": "place",
    "facility": "facility",
    "organization": "organization",
    "product": "product",
    "law": "law",
    "work": "work",
    "event": "other",
    "other": "other",
}
# Labels that the model gives to organizations by mistake.
_MISTAKEN = frozenset({"person", "place", "other"})
_NEWS = frozenset({"newspaper", "magazine"})
_OUTLET = "outlet"
SHIP = "ship"  # the subtype
NAMING = frozenset({"called", "named"})
_SINGULAR = frozenset({"NN", "NNP"})
# What the model takes for these may be an organization, if the text says so.
_UNSURE = frozenset({"person", "other", "product", "facility"})
_NOBODYS = frozenset({"other", "law"})
_SHORTEST = 2  # words of a name with a head
# A city is believed against the model only when it is large: small ones share their names with people.
_LARGE_CITY = 500_000
_STATE_LETTERS = 2  # letters of a state's abbreviation


def subtype_of_name(doc: Doc, start: int, end: int, label: str) -> str:
    """What the name in tokens `[start, end)` that the model labelled `label` names more exactly ("river"), or ""."""
    named = str(doc[start].ent_id_) or kind_of_name(doc, start, end, label)
    if is_called_a_ship(doc, start) and group_of(named) != "product" and not country_of_name(doc[start:end].text):
        return SHIP
    return named


def type_of_name(doc: Doc, start: int, end: int, label: str, subtype: str) -> EntityType:
    """The type of the name in tokens `[start, end)` that the model labelled `label`; `subtype`: see `subtype_of_name`."""
    modelled = TYPE_OF_LABEL[label]
    if end - start == 1 and doc[start].like_url:
        return "organization"
    if is_known_group(doc[start:end].text):
        return "organization"
    if modelled in _MISTAKEN and (is_called_an_organization(doc, start) or _is_known(doc, start, end)):
        return "organization"
    by_kind = TYPE_OF_GROUP.get(group_of(subtype))
    if modelled == "other" and not by_kind and _is_full_name(doc, start, end):
        return "person"
    headed = _type_of_head(doc, start, end) if modelled == "person" else None
    if headed:
        return headed
    if is_dateline(doc, start, end) and find_place(doc[start:end].text) is not None:
        return "place"
    if modelled == "person" and _looks_like_a_person(doc, start, end):
        return "person"
    if modelled == "person" and by_kind == "place" and (_is_no_place(doc, start, end) or _is_surname(doc, start, end)):
        return "person"
    if end - start == 1 and _is_newspaper(doc, start):
        return "organization"
    return by_kind or _type_by_gazetteer(doc, start, end, modelled) or modelled


def _is_surname(doc: Doc, start: int, end: int) -> bool:
    """Whether this is one surname that stands where no place does: somewhere there is a town of every name."""
    token, lexicons = doc[end - 1], load_lexicons()
    alone = end - start == 1 and token.text in lexicons.surnames
    return alone and country_of_name(token.text) is None and not is_locative(token)


def _is_newspaper(doc: Doc, at: int) -> bool:
    """ "The Guardian", but not "a guardian"."""
    return at > 0 and doc[at - 1].lower_ == "the" and kind_words("last").get(doc[at].lower_) in _NEWS


def _looks_like_a_person(doc: Doc, start: int, end: int) -> bool:
    first = doc[start].text
    if start and doc[start - 1].lower_ in honorifics():
        return True
    if end - start > 1 and find_place(doc[start:end].text) is not None:
        return False  # "Hong Kong" is nobody of the family Hong
    return first in given_names() or (end - start > 1 and first in family_names_first())


def _type_of_head(doc: Doc, start: int, end: int) -> EntityType | None:
    """The type that the last word gives a name that the model took for a person's, where it is nobody's surname: "Tony Awards"."""
    last = doc[end - 1]
    addressed = start > 0 and doc[start - 1].lower_ in honorifics()
    if end - start < _SHORTEST or addressed or last.lower_ not in head_words() or last.text in load_lexicons().surnames:
        return None
    kind = TYPE_OF_GROUP.get(group_of(kind_of_name(doc, start, end, "MISC")))
    # People are called Hill and Church; nobody is called Awards.
    return kind if kind in _NOBODYS or doc[start].text not in given_names() else None


def _is_full_name(doc: Doc, start: int, end: int) -> bool:
    """A known given name and one or two more words with a capital, nothing else."""
    words = [token.text for token in doc[start:end]]
    return len(words) in (2, 3) and words[0] in given_names() and all(word[:1].isupper() for word in words)


def is_called_an_organization(doc: Doc, start: int) -> bool:
    """Whether the noun right before the name says so: "news agency Tass"."""
    before, token = doc[start - 1] if start else None, doc[start]
    if before is None or before.tag_ != "NN" or token.is_sent_start:
        return False
    while token.dep_ == "compound" and token.head.i > token.i:
        token = token.head
    beside = token.head.i == before.i or before.head.i in (token.i, start)  # not "the team Gorse has led"
    return beside and (thing_nouns().get(before.lower_) == "organization" or before.lower_ in naming_nouns())


def is_ship_noun(token: Token) -> bool:
    """Whether it is a noun for ships ("Vessel")."""
    return token.tag_ in _SINGULAR and kind_lexicons().cues.get(token.lower_) == SHIP


def is_called_a_ship(doc: Doc, start: int) -> bool:
    """Whether the noun before the name says so: "Naval Ship Gorse", "the fishing vessel named Gorse"."""
    at = start - 1
    if at > 0 and doc[at].lower_ in NAMING:
        at -= 1
    return at >= 0 and not doc[start].is_sent_start and is_ship_noun(doc[at])


def _is_no_place(doc: Doc, start: int, end: int) -> bool:
    """Whether only the last word is a place's name: "Knox Thames"."""
    last = doc[end - 1].lower_
    headed = last in head_words() or doc[start].lower_ in kind_lexicons().heads["first"]  # "Lake Barrow"
    return end - start >= _SHORTEST and not headed and find_place(doc[start:end].text) is None


def is_listed(text: str, kind: EntityType) -> bool:
    """Whether the lists of the language model have this name as that of an organization, and so it is read."""
    listed = is_known_group(text) or find_label(text, load_lexicons().phrases) == ORGANIZATION
    return kind == "organization" and listed


def is_known_group(text: str) -> bool:
    """Whether this is an armed group, a party or a secret service known by one name."""
    return text.replace("’", "'") in known_groups()


def _is_known(doc: Doc, start: int, end: int) -> bool:
    """Whether an organization of this name is known all over the world and nothing else is: in several words, or in a spelling that
    is no ordinary word's ("BuzzFeed"), and no large city."""
    text = doc[start:end].text.replace("’", "'")
    if text not in known_kinds() or (end - start == 1 and text[1:].islower() and text in given_names()):
        return False
    place = find_place(text)
    telling = end - start > 1 or not text[1:].islower() or _OUTLET in kind_nouns().get(known_kinds()[text], ())
    return telling and (place is None or place.population < _LARGE_CITY)


def is_explained_as_one(doc: Doc, item: Found) -> bool:
    """Whether an apposition right behind the name says so: "Holm Brandt, the law firm that ..."."""
    if (
        item.type not in _UNSURE
        or item.end + 1 >= len(doc)
        or doc[item.end].text != ","
        or doc[item.end + 1].tag_ != "DT"
    ):
        return False
    if item.type == "person" and _looks_like_a_person(doc, item.start, item.end):
        return False
    nouns = (child for at in range(item.start, item.end) for child in doc[at].children if child.i > item.end)
    return any(
        noun.dep_ == "appos" and noun.tag_ == "NN" and thing_nouns().get(noun.lower_) == "organization"
        for noun in nouns
    )


def _type_by_gazetteer(doc: Doc, start: int, end: int, modelled: EntityType) -> EntityType | None:
    text = doc[start:end].text
    if text.isupper() and modelled == "organization" and _is_large(text):
        return "place"  # "NYC"
    if text.isupper() and len(text) <= _STATE_LETTERS and not country_of_name(text) and not is_locative(doc[end - 1]):
        return None  # "SC" is South Carolina in an address, and a commission elsewhere
    if modelled not in ("person", "organization", "group", "other") or text in given_names():
        return None
    if country_of_name(text):
        return "place"
    place = find_place(text)
    if modelled == "person" and _is_surname(doc, start, end):
        return None
    cities = modelled in ("person", "other") or is_dateline(doc, start, end)
    known = place is not None and (place.kind != "city" or (cities and _is_large(text)))
    return "place" if known else None


def _is_large(text: str) -> bool:
    place = find_place(text)
    return place is not None and place.certain and place.population >= _LARGE_CITY


def is_dateline(doc: Doc, start: int, end: int) -> bool:
    """Capitals at the start of a sentence, then a dash, a comma or a bracket: "WASHINGTON - "."""
    opens = doc[start].is_sent_start and doc[start:end].text.isupper() and end < len(doc)
    return bool(opens and doc[end].text in ("-", "–", "—", ",", "("))
