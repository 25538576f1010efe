"""What a name names: by its head word, by the gazetteer, by the model, and by a vote over the article."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from spacy.tokens import Doc

from generator.extract.mentions_found import Found
from generator.extract.mentions_lexicons import family_names_first, given_names, honorifics, name_heads, thing_nouns
from generator.gazetteer import country_of_name, find_place
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
# A city is believed against the model only when it is large: small ones share their names with people.
_LARGE_CITY = 500_000


def type_of_name(doc: Doc, start: int, end: int, label: str) -> EntityType:
    """The type of the name in tokens `[start, end)` that the model labelled `label`."""
    modelled = TYPE_OF_LABEL[label]
    if end - start == 1 and doc[start].like_url:
        return "organization"
    if modelled == "person" and is_called_an_organization(doc, start):
        return "organization"
    if modelled == "other" and _is_full_name(doc, start, end):
        return "person"
    if _is_dateline(doc, start, end) and find_place(doc[start:end].text) is not None:
        return "place"
    if modelled == "person" and _looks_like_a_person(doc, start, end):
        return "person"
    return _type_by_head(doc, start, end) or _type_by_gazetteer(doc, start, end, modelled) or modelled


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


def _type_by_head(doc: Doc, start: int, end: int) -> EntityType | None:
    if end - start < 2:
        return None
    last = name_heads("last").get(doc[end - 1].lower_)
    first = name_heads("first").get(doc[start].lower_)
    if first and end - start > 2 and doc[start + 1].lower_ in ("of", "for", "the"):
        return first
    if last:
        return last
    return first if first == "place" and doc[start].lower_ in ("lake", "mount", "cape") else None


def _type_by_gazetteer(doc: Doc, start: int, end: int, modelled: EntityType) -> EntityType | None:
    text = doc[start:end].text
    if modelled not in ("person", "organization", "group", "other") or text in given_names():
        return None
    if country_of_name(text):
        return "place"
    place = find_place(text)
    cities = modelled in ("person", "other") or _is_dateline(doc, start, end)
    large = place is not None and place.certain and place.population >= _LARGE_CITY and cities
    known = place is not None and (place.kind != "city" or large)
    return "place" if known else None


def _is_dateline(doc: Doc, start: int, end: int) -> bool:
    """Capitals at the start of a sentence, then a dash, a comma or a bracket: "WASHINGTON - "."""
    opens = doc[start].is_sent_start and doc[start:end].text.isupper() and end < len(doc)
    return bool(opens and doc[end].text in ("-", "–", "—", ",", "("))


def settle_types(doc: Doc, found: list[Found]) -> list[Found]:
    """One type for one name: the majority of its mentions (the first one's on a tie), and people's surnames are people."""
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
        if item.kind == "name" and item.type == "organization" and is_called_an_organization(doc, item.start):
            votes[_key(doc, item)] = Counter({"organization": 1})
    for item in found:
        if item.type == "place" and _is_dateline(doc, item.start, item.end):
            votes[_key(doc, item)] = Counter({"place": 1})
        # "SZ" is no person where the text has a Süddeutsche Zeitung.
        if item.type == "person" and doc[item.start : item.end].text in initials:
            votes[_key(doc, item)] = Counter({"organization": 1})
    return [_settled(doc, item, votes, surnames, borne) for item in found]


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
