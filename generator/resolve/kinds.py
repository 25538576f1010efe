"""What kind of thing a name names: a vote over all mentions and articles, weighted by what the name and the texts say."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from generator.gazetteer import PlaceFacts, find_place
from generator.model import EntityType
from generator.resolve.lexicon import rows, words
from generator.resolve.names import name_parts
from generator.resolve.places import is_well_known
from generator.resolve.profiles import Profile

# Weight of a piece of evidence, in mentions.
GAZETTEER_COUNTRY, GAZETTEER_REGION, GAZETTEER_PLACE, HEAD_WORD, PERSONAL = 50, 8, 2, 5, 4
SHIP = "ship"
KNOWN = 5  # an organization by this name is known all over the world
# "Ohio State" plays football, "Elm City" too: the model may well know better.
LAST_WORD_OF_PLACE = 2
# Smaller cities share their names with people; large ones are meant by theirs.
GAZETTEER_CITY, LARGE_CITY = 0.5, 500_000
# What a mention counts at least, however unsure the model is, and what a description or a pronoun adds.
LEAST_SURE, DESCRIBED = 0.3, 0.1
# A kind that the article itself gives reasons for is left alone, unless the others outweigh it this many times.
OUTWEIGHED = 6

# Articles in which a surname must be borne to count for a bare name, and its weight for each.
BORNE_IN, BORNE = 3, 0.5
_UNSURE: frozenset[EntityType] = frozenset({"person", "organization", "other", "group"})
_JOINTS = frozenset({"of", "for"})

Votes = Counter[EntityType]


def settle_types(profiles: Sequence[Profile]) -> tuple[Profile, ...]:
    """The same profiles, in the same order; those that bear one name agree on a type unless their own articles speak for another.

    A profile with a personal title or pronoun stays a person where others say otherwise ("Mr Washington").
    """
    votes: dict[str, Votes] = defaultdict(Counter)
    bearers = _bearers(profiles)
    for profile in profiles:
        if _speaks_for_all(profile):
            votes[_vote_key(profile)].update(_ballot(profile))
    evidence = {key: _name_evidence(key) for key in sorted({_vote_key(profile) for profile in profiles})}
    for key in sorted(evidence):
        # "Obama" of "the Obama administration", where other articles have a person of this surname.
        if bearers[key] >= BORNE_IN and set(votes[key]) <= _UNSURE and not evidence[key]:
            evidence[key].update(Counter({"person": round(BORNE * bearers[key])}))
    return tuple(_settled(profile, votes[_vote_key(profile)], evidence[_vote_key(profile)]) for profile in profiles)


def _bearers(profiles: Iterable[Profile]) -> Counter[str]:
    """Surname -> the number of articles that have a person of this surname under a full name."""
    found = {
        (profile.article, profile.name.split()[-1])
        for profile in profiles
        if profile.type == "person" and len(profile.name.split()) > 1
    }
    return Counter(surname for _, surname in found)


def _speaks_for_all(profile: Profile) -> bool:
    # A short name with a personal title is most likely somebody else's elsewhere: "Mr Austin" says nothing of Austin.
    return len(name_parts(profile.name)) > 1 or not _own_evidence(profile)


def _settled(profile: Profile, votes: Votes, evidence: Votes) -> Profile:
    total = votes + evidence if _speaks_for_all(profile) else votes + evidence + _ballot(profile)
    winner = _winner(total)
    own = _own_evidence(profile)[profile.type]
    if winner == profile.type or (own and total[winner] < OUTWEIGHED * own):
        return profile
    return replace(profile, type=winner, subtype="", read=profile.type)


def _vote_key(profile: Profile) -> str:
    return " ".join(profile.name.split())


def _ballot(profile: Profile) -> Votes:
    return Counter({profile.type: weight_of(profile)}) + _own_evidence(profile)


def weight_of(profile: Profile) -> float:
    """What the mentions of a profile weigh for its type: as many as there are names, as sure as the model is of them."""
    return (profile.described + sum(count for _, count in profile.forms)) * max(profile.confidence, LEAST_SURE)


def vote_type(profiles: Sequence[Profile]) -> EntityType:
    """The type of a cluster: that with the most weight among its settled profiles; on a tie the first in the alphabet."""
    votes: Votes = Counter()
    for profile in profiles:
        votes.update(Counter({profile.type: weight_of(profile) + profile.mentions * DESCRIBED}))
    return _winner(votes)


def tally_types(profiles: Sequence[Profile]) -> tuple[tuple[str, float], ...]:
    """(type, weight) for every type that anything speaks for, the weightiest first: the profiles as their own articles give them,
    their roles and titles, and once for each name what it says itself. The type that was chosen is `vote_type`'s."""
    votes: Votes = Counter()
    for profile in profiles:
        votes.update(_ballot(replace(profile, type=profile.read or profile.type)))
    for name in sorted({_vote_key(profile) for profile in profiles}):
        votes.update(_name_evidence(name))
    return tuple(
        sorted(((kind, round(weight, 1)) for kind, weight in votes.items()), key=lambda item: (-item[1], item[0]))
    )


def _winner(votes: Votes) -> EntityType:
    return min(votes, key=lambda kind: (-round(votes[kind], 3), kind))


def _own_evidence(profile: Profile) -> Votes:
    """What the article says, apart from the model's label: roles, titles before the name, pronouns with a gender; "the warship"."""
    if (profile.type == "place" and profile.titles) or (
        profile.type == "person" and (profile.titles or profile.gender or profile.titled)
    ):
        return Counter({"person": PERSONAL})
    if profile.type == "product" and profile.subtype == SHIP:
        return Counter({"product": PERSONAL})  # ships bear the names of people and towns
    return Counter()


def _name_evidence(name: str) -> Votes:
    """What the name itself says, whatever the texts: the gazetteer and its head word."""
    found: Votes = Counter()
    parts = name_parts(name)
    if name in _known_organizations():
        return Counter({"organization": KNOWN})
    for kind in _kinds_of_words(name, parts):
        is_vague = kind == "place" and parts[0] not in words("place_starts.tsv") and not _JOINTS & set(parts)
        found[kind] += LAST_WORD_OF_PLACE if is_vague else HEAD_WORD
    facts = find_place(name)
    if facts is not None and facts.kind in ("country", "continent"):
        found["place"] += GAZETTEER_COUNTRY
    elif facts is not None and (len(parts) > 1 or is_well_known(facts)):
        # Regions of several words are theirs alone, whatever the last one says ("West Bank").
        found.update(Counter({"place": _weight_of_place(facts, len(parts))}))
    elif len(parts) == 1 and parts[0] in words("family_first.tsv") and not name.isupper():
        found["person"] += PERSONAL  # somewhere there is a town of every name: Kim is nobody's town in the news
    return found


@cache
def _known_organizations() -> frozenset[str]:
    """All forms of the organizations that the news of the world knows, but for those that a place or a people has too."""
    forms = {form for row in rows("known_organizations.tsv") for form in row if form}
    return frozenset(form for form in forms if find_place(form) is None)


def _weight_of_place(facts: PlaceFacts, parts: int) -> float:
    if facts.kind != "city":
        return GAZETTEER_REGION if parts > 1 else GAZETTEER_PLACE
    is_large = bool(facts.capital) or facts.population >= LARGE_CITY
    return GAZETTEER_PLACE if is_large else GAZETTEER_CITY


def _kinds_of_words(name: str, parts: Sequence[str]) -> Iterable[EntityType]:
    if len(parts) > 1:
        # "MT Ida" is a tanker, "Mt Ida" a mountain.
        if parts[0] in words("ship_prefixes.tsv") and name.split()[0].isupper():
            yield "product"
        elif {_head(parts), " ".join(parts[-2:])} & _organization_heads() or parts[0] in words("state_bodies.tsv"):
            yield "organization"
        elif _head(parts) in words("place_heads.tsv") or parts[0] in words("place_starts.tsv"):
            yield "place"


def _organization_heads() -> frozenset[str]:
    return words("organization_heads.tsv") | words("kinds_organization_heads.tsv")


def _head(parts: Sequence[str]) -> str:
    """The word that says what it is: the last one, or the one before "of" or "for" ("Department of State")."""
    end = next((at for at, part in enumerate(parts) if at and part in _JOINTS), len(parts))
    return parts[end - 1]
