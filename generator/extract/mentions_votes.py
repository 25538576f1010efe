"""One type for one name in an article: a vote over its mentions, weighted by the model's confidence and by what the text says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from spacy.tokens import Doc

from generator.extract.mentions_bare import with_bare_names
from generator.extract.mentions_found import Found
from generator.extract.mentions_lexicons import given_names, speech_verbs
from generator.extract.mentions_syntax import (
    has_owner,
    is_family_like,
    is_locative,
    is_named_body,
    is_one_word,
    is_owned,
    speaks,
)
from generator.extract.mentions_types import (
    TYPE_OF_GROUP,
    is_called_a_ship,
    is_called_an_organization,
    is_dateline,
    is_explained_as_one,
)
from generator.gazetteer import country_of_name, find_place
from generator.language.name_kinds import group_of
from generator.language.names_belief import belief_in
from generator.model import EntityType

Votes = defaultdict[EntityType, float]
Ballots = dict[str, Votes]

# The model's own labels for a type; those of other pipelines have no probabilities.
LABELS_OF_TYPE: Mapping[EntityType, tuple[str, ...]] = {
    "person": ("PERSON",),
    "organization": ("ORG",),
    "place": ("LOC",),
    "facility": ("LOC", "ORG"),
    "group": ("NORP",),
    "product": ("MISC", "EVENT"),
    "work": ("MISC", "EVENT"),
    "law": ("MISC", "EVENT"),
    "other": ("MISC", "EVENT"),
}
_RIVALS: tuple[EntityType, ...] = ("person", "organization", "place", "group")
# Weights, in mentions of which the model is certain.
TOLD = 1.0  # a rule, a list or the text itself gives the type
SETTLED = 100.0  # nothing else in the article counts against it
IN_PLACE = 0.5  # it stands where places stand
ACRONYM = 0.5  # it is written like an acronym: an organization
OF_A_PERSON = 1.0  # a noun that people give their names to stands behind it: "the Fenwick administration"
LIKELY = 0.05  # the least that the model must believe of a person for it
OF_A_BODY = 0.5  # a noun for organizations that bear names stands behind it: "the Gorse team"
OF_A_THING = 0.5  # a determiner or an owner stands before it: "his Gorse", "a 2008 Gorse"
SPEAKING = 0.25  # it speaks: a person or an organization
SURE_ENOUGH = (
    0.5  # the least that a mention counts for its type: where the model is less sure, the article's other names gave it
)
LONGEST_ACRONYM = 5
_VOWELS = frozenset("aeiouy")
LEAST_THERE = 4  # an unknown place stands where places stand once in so many mentions


def settle_types(doc: Doc, found: list[Found]) -> list[Found]:
    """One type for one name: the one with the most weight among its mentions (the first one's on a tie), and people's surnames
    are people. One subtype likewise, of those that fit the type. Each name with the confidence of its type."""
    votes = _count(doc, found)
    _follow_the_text(doc, found, votes)
    _weaken_places(doc, found, votes)
    people = [item for item in found if item.type == "person" and item.kind == "name"]
    surnames = {doc[item.end - 1].text for item in people if item.end - item.start > 1}
    borne = {doc[at].text for item in people if item.end - item.start > 1 for at in range(item.start, item.end)}
    borne |= {doc[item.start : item.end].text for item in people if item.honorific}
    settled = [_settled(doc, item, votes, surnames, borne) for item in found]
    return [
        _with_confidence(doc, item) for item in with_bare_names(doc, _settle_subtypes(doc, settled), surnames | borne)
    ]


def _count(doc: Doc, found: Iterable[Found]) -> Ballots:
    votes: Ballots = {}
    for item in found:
        if item.kind == "name":
            counted = votes.setdefault(_key(doc, item), defaultdict(float))
            for kind, weight in _ballot(doc, item).items():
                counted[kind] += weight
    return votes


def _ballot(doc: Doc, item: Found) -> dict[EntityType, float]:
    """What one mention says: its type, as sure as the model is, and the other types that the model thought of."""
    sure = confidence_of(doc, item)
    if item.told:
        return {item.type: TOLD}
    ballot = {kind: belief_in(doc, item.start, item.end, LABELS_OF_TYPE[kind]) for kind in _RIVALS if sure < TOLD}
    ballot[item.type] = max(sure, SURE_ENOUGH)
    if item.type == "person" and item.end - item.start == 1 and is_owned(doc[item.start]):
        other = belief_in(doc, item.start, item.end, LABELS_OF_TYPE["other"])
        likely = has_owner(doc[item.start]) or other >= ballot.get("organization", 0.0)
        ballot["other"] = other + (OF_A_THING if likely else 0.0)
    for kind in ballot:
        ballot[kind] += _by_syntax(doc, item, kind)
    return ballot


def _by_syntax(doc: Doc, item: Found, kind: EntityType) -> float:
    if kind == "organization" and _is_acronym(doc, item):
        return ACRONYM if set(doc[item.start].lower_) & _VOWELS else 2 * ACRONYM
    if kind == "person" and is_family_like(doc[item.end - 1]):
        likely = belief_in(doc, item.start, item.end, LABELS_OF_TYPE["person"]) >= LIKELY
        return OF_A_PERSON if likely else 0.0
    if kind == "person" and item.end - item.start == 1 and is_owned(doc[item.start]):
        return -OF_A_THING
    body = is_named_body(doc[item.end - 1]) and find_place(doc[item.start : item.end].text) is None
    if body and kind in ("organization", "place"):
        return OF_A_BODY if kind == "organization" else 0.0
    if kind == "place":
        return IN_PLACE if is_locative(doc[item.end - 1]) and not has_owner(doc[item.start]) else 0.0
    return SPEAKING if kind in ("person", "organization") and speaks(doc[item.end - 1]) else 0.0


def _is_acronym(doc: Doc, item: Found) -> bool:
    """One word in capitals in a sentence that is not written so: nobody is called "MNQ"."""
    text = doc[item.start : item.end].text
    calm = any(token.is_lower for token in doc[item.start].sent)
    is_short = item.end - item.start == 1 and 1 < len(text) <= LONGEST_ACRONYM
    return is_short and calm and text.isalpha() and text.isupper() and text.title() not in given_names()


def confidence_of(doc: Doc, item: Found) -> float:
    """How sure the model is of the type of a name."""
    return belief_in(doc, item.start, item.end, LABELS_OF_TYPE[item.type])


def _with_confidence(doc: Doc, item: Found) -> Found:
    if item.kind != "name":
        return item
    return replace(item, confidence=TOLD if item.told else confidence_of(doc, item))


def _follow_the_text(doc: Doc, found: Iterable[Found], votes: Ballots) -> None:
    """What the text says of a name once holds throughout."""
    initials = {_initials(doc, item) for item in found if item.type == "organization" and item.end - item.start > 1}
    for item in found:
        if item.kind != "name":
            continue
        called = item.type == "organization" and is_called_an_organization(doc, item.start)
        if called or is_explained_as_one(doc, item):
            votes[_key(doc, item)]["organization"] += SETTLED
        if item.type == "product" and is_called_a_ship(doc, item.start):
            votes[_key(doc, item)]["product"] += SETTLED
    for item in found:
        if item.type == "place" and is_dateline(doc, item.start, item.end):
            votes[_key(doc, item)]["place"] += 2 * SETTLED
        # "SZ" is no person where the text has a Süddeutsche Zeitung.
        if item.type == "person" and doc[item.start : item.end].text in initials and item.kind == "name":
            votes[_key(doc, item)]["organization"] += SETTLED


def _weaken_places(doc: Doc, found: list[Found], votes: Ballots) -> None:
    """One word that no gazetteer knows and that never stands where a place stands is no place: what speaks is an organization."""
    unknown: dict[str, list[Found]] = {}
    for item in found:
        if item.kind == "name" and is_one_word(doc, item) and _winner(votes[_key(doc, item)]) == "place":
            unknown.setdefault(_key(doc, item), []).append(item)
    for key, items in unknown.items():
        tokens = [doc[item.end - 1] for item in items]
        text = doc[items[0].start : items[0].end].text
        is_told = any(item.subtype for item in items)
        there = sum(is_locative(token) for token in tokens)
        if not is_told and find_place(text) is None and there * LEAST_THERE < len(items):
            spoken = any(token.head.lemma_.lower() in speech_verbs() for token in tokens if speaks(token))
            votes[key] = defaultdict(float, {"organization" if spoken else "other": 1.0})


def _winner(votes: Votes) -> EntityType:
    return max(votes, key=lambda kind: votes[kind])


def _settled(doc: Doc, item: Found, votes: Ballots, surnames: set[str], borne: set[str]) -> Found:
    if item.kind != "name":
        return item
    text = doc[item.start : item.end].text
    country = country_of_name(text)
    if text in surnames and not country:
        return replace(item, type="person")
    if text in borne and item.type == "place" and find_place(text) is None:
        return replace(item, type="person")  # the first word of somebody's name
    if country and item.type == "person" and not item.honorific and text not in borne:
        return replace(item, type="place")  # "Jordan" is a country as long as nobody in the article is called so
    ballots = votes[_key(doc, item)]
    winner = _winner(ballots)
    told = ballots[winner] >= SETTLED or (item.told and winner == item.type)
    return replace(item, type=winner, told=told)


def _settle_subtypes(doc: Doc, found: list[Found]) -> list[Found]:
    votes: dict[tuple[str, EntityType], Counter[str]] = {}
    for item in found:
        if item.subtype and TYPE_OF_GROUP[group_of(item.subtype)] == item.type:
            votes.setdefault((_key(doc, item), item.type), Counter())[item.subtype] += 1
    best = {key: counts.most_common(1)[0][0] for key, counts in votes.items()}
    return [replace(item, subtype=best.get((_key(doc, item), item.type), "")) for item in found]


def _initials(doc: Doc, item: Found) -> str:
    return "".join(token.text[0] for token in doc[item.start : item.end] if token.text[0].isupper())


def _key(doc: Doc, item: Found) -> str:
    return str(doc[item.start : item.end].text).casefold()
