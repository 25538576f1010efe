"""What a name names: by its head word, by the gazetteer, by the model, and by a vote over the article."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from spacy.tokens import Doc, Token

from generator.extract.mentions_found import Found
from generator.extract.mentions_lexicons import (
    family_names_first,
    given_names,
    honorifics,
    kind_nouns,
    kind_words,
    known_kinds,
    person_nouns,
    place_prepositions,
    speech_verbs,
    thing_nouns,
)
from generator.gazetteer import country_of_name, find_place
from generator.language.name_kinds import group_of, kind_of_name
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
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
SHIP = "ship"  # the subtype
# What the model takes for these may be an organization, if the text says so.
_UNSURE = frozenset({"person", "other", "product", "facility"})
# A city is believed against the model only when it is large: small ones share their names with people.
_LARGE_CITY = 500_000


def subtype_of_name(doc: Doc, start: int, end: int, label: str) -> str:
    """What the name in tokens `[start, end)` that the model labelled `label` names more exactly ("river"), or ""."""
    return str(doc[start].ent_id_) or kind_of_name(doc, start, end, label)


def type_of_name(doc: Doc, start: int, end: int, label: str, subtype: str) -> EntityType:
    """The type of the name in tokens `[start, end)` that the model labelled `label`; `subtype`: see `subtype_of_name`."""
    modelled = TYPE_OF_LABEL[label]
    if end - start == 1 and doc[start].like_url:
        return "organization"
    if modelled in _MISTAKEN and (is_called_an_organization(doc, start) or _is_known(doc, start, end)):
        return "organization"
    if modelled == "other" and _is_full_name(doc, start, end):
        return "person"
    if _is_dateline(doc, start, end) and find_place(doc[start:end].text) is not None:
        return "place"
    if modelled == "person" and _looks_like_a_person(doc, start, end):
        return "person"
    if end - start == 1 and _is_newspaper(doc, start):
        return "organization"
    by_kind = TYPE_OF_GROUP.get(group_of(subtype))
    return by_kind or _type_by_gazetteer(doc, start, end, modelled) or modelled


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


def _is_full_name(doc: Doc, start: int, end: int) -> bool:
    """A known given name and one or two more words with a capital, nothing else."""
    words = [token.text for token in doc[start:end]]
    return len(words) in (2, 3) and words[0] in given_names() and all(word[:1].isupper() for word in words)


def is_called_an_organization(doc: Doc, start: int) -> bool:
    """Whether the noun right before the name says so: "news agency Tass"."""
    before = doc[start - 1] if start else None
    return before is not None and before.tag_ == "NN" and thing_nouns().get(before.lower_) == "organization"


def _is_known(doc: Doc, start: int, end: int) -> bool:
    """Whether an organization of this name is known all over the world and nothing else is: in several words, or in a spelling that
    is no ordinary word's ("BuzzFeed"), and no large city."""
    text = doc[start:end].text
    if text not in known_kinds() or (end - start == 1 and text[1:].islower() and text in given_names()):
        return False
    place = find_place(text)
    telling = end - start > 1 or not text[1:].islower() or _OUTLET in kind_nouns().get(known_kinds()[text], ())
    return telling and (place is None or place.population < _LARGE_CITY)


def _is_explained_as_one(doc: Doc, item: Found) -> bool:
    """Whether an apposition right behind the name says so: "Holm Brandt, the law firm that ..."."""
    if item.end + 1 >= len(doc) or doc[item.end].text != "," or doc[item.end + 1].tag_ != "DT":
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
    if modelled not in ("person", "organization", "group", "other") or text in given_names():
        return None
    if country_of_name(text):
        return "place"
    place = find_place(text)
    cities = modelled in ("person", "other") or _is_dateline(doc, start, end)
    known = place is not None and (place.kind != "city" or (cities and _is_large(text)))
    return "place" if known else None


def _is_large(text: str) -> bool:
    place = find_place(text)
    return place is not None and place.certain and place.population >= _LARGE_CITY


def _is_dateline(doc: Doc, start: int, end: int) -> bool:
    """Capitals at the start of a sentence, then a dash, a comma or a bracket: "WASHINGTON - "."""
    opens = doc[start].is_sent_start and doc[start:end].text.isupper() and end < len(doc)
    return bool(opens and doc[end].text in ("-", "–", "—", ",", "("))


def settle_types(doc: Doc, found: list[Found]) -> list[Found]:
    """One type for one name: the majority of its mentions (the first one's on a tie), and people's surnames are people. One
    subtype likewise, of those that fit the type."""
    votes: dict[str, Counter[EntityType]] = {}
    for item in found:
        if item.kind == "name":
            votes.setdefault(_key(doc, item), Counter())[item.type] += 1
    surnames = {doc[item.end - 1].text for item in found if item.type == "person" and item.end - item.start > 1}
    people = [item for item in found if item.type == "person" and item.kind == "name"]
    borne = {doc[at].text for item in people if item.end - item.start > 1 for at in range(item.start, item.end)}
    borne |= {doc[item.start : item.end].text for item in people if item.honorific}
    initials = {_initials(doc, item) for item in found if item.type == "organization" and item.end - item.start > 1}
    for item in found:
        # What the text calls an organization once is one throughout.
        called = item.type == "organization" and is_called_an_organization(doc, item.start)
        if item.kind == "name" and (called or (item.type in _UNSURE and _is_explained_as_one(doc, item))):
            votes[_key(doc, item)] = Counter({"organization": 1})
    for item in found:
        if item.type == "place" and _is_dateline(doc, item.start, item.end):
            votes[_key(doc, item)] = Counter({"place": 1})
        # "SZ" is no person where the text has a Süddeutsche Zeitung.
        if item.type == "person" and doc[item.start : item.end].text in initials:
            votes[_key(doc, item)] = Counter({"organization": 1})
    _weaken_places(doc, found, votes)
    settled = [_settled(doc, item, votes, surnames, borne) for item in found]
    return _with_bare_ships(doc, _settle_subtypes(doc, settled))


def _with_bare_ships(doc: Doc, found: list[Found]) -> list[Found]:
    """ "The Gibe" is a ship where the text has "MV Gibe", unless it is read as a person or a place."""
    ships = [item for item in found if item.subtype == SHIP and item.end - item.start > 1]
    bare = {doc[item.start + 1 : item.end].text for item in ships}
    taken = {doc[item.start : item.end].text for item in found if item.type in ("person", "place")}
    return [
        replace(item, type="product", subtype=SHIP)
        if item.kind == "name" and doc[item.start : item.end].text in bare - taken
        else item
        for item in found
    ]


def _settle_subtypes(doc: Doc, found: list[Found]) -> list[Found]:
    votes: dict[tuple[str, EntityType], Counter[str]] = {}
    for item in found:
        if item.subtype and TYPE_OF_GROUP[group_of(item.subtype)] == item.type:
            votes.setdefault((_key(doc, item), item.type), Counter())[item.subtype] += 1
    best = {key: counts.most_common(1)[0][0] for key, counts in votes.items()}
    return [replace(item, subtype=best.get((_key(doc, item), item.type), "")) for item in found]


def _weaken_places(doc: Doc, found: list[Found], votes: dict[str, Counter[EntityType]]) -> None:
    """One word that no gazetteer knows and that never stands where a place stands is no place: what speaks is an organization."""
    unknown: dict[str, list[Found]] = {}
    for item in found:
        if item.kind == "name" and _is_one_word(doc, item) and votes[_key(doc, item)].most_common(1)[0][0] == "place":
            unknown.setdefault(_key(doc, item), []).append(item)
    for key, items in unknown.items():
        tokens = [doc[item.end - 1] for item in items]
        text = doc[items[0].start : items[0].end].text
        is_told = any(item.subtype for item in items)
        if not is_told and find_place(text) is None and not any(_is_locative(token) for token in tokens):
            speaks = any(t.dep_ in _SUBJECTS and t.head.lemma_.lower() in speech_verbs() for t in tokens)
            votes[key] = Counter({"organization" if speaks else "other": 1})


def _is_one_word(doc: Doc, item: Found) -> bool:
    return not any(token.whitespace_ for token in doc[item.start : item.end - 1])


def _is_locative(token: Token) -> bool:
    """Whether it stands where places do: "in X", "the village of X", "X, Ruritania", "X residents"."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    if token.dep_ == "pobj" and token.head.lower_ == "of" and thing_nouns().get(token.head.head.lower_) == "place":
        return True
    before = token.head.lower_ if token.dep_ == "pobj" else ""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    beside = after is not None and after.text == "," and any(child.ent_type_ == "LOC" for child in token.children)
    return before in place_prepositions() or beside or token.ent_type_ == "FAC" or _modifies_like_a_place(token)


def _modifies_like_a_place(token: Token) -> bool:
    """ "X residents", "the X police", "X airport", but not "X prices"."""
    if token.dep_ == "npadvmod":
        return True
    noun = token.head.lemma_.lower()
    return token.dep_ == "compound" and (
        token.head.tag_.startswith("NNP") or noun in person_nouns() or noun in thing_nouns()
    )


def _initials(doc: Doc, item: Found) -> str:
    return "".join(token.text[0] for token in doc[item.start : item.end] if token.text[0].isupper())


def _settled(
    doc: Doc, item: Found, votes: dict[str, Counter[EntityType]], surnames: set[str], borne: set[str]
) -> Found:
    if item.kind != "name":
        return item
    text = doc[item.start : item.end].text
    country = country_of_name(text)
    if text in surnames and not country:
        return replace(item, type="person")
    if country and item.type == "person" and not item.honorific and text not in borne:
        return replace(item, type="place")  # "Jordan" is a country as long as nobody in the article is called so
    return replace(item, type=votes[_key(doc, item)].most_common(1)[0][0])


def _key(doc: Doc, item: Found) -> str:
    return str(doc[item.start : item.end].text).casefold()
