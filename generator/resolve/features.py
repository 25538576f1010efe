"""Features of a candidate pair: small functions, each with a value and a reason in plain words. Weights: lexicons/weights.tsv."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.resolve.context import Company, Corpus
from generator.resolve.names import is_ruler
from generator.resolve.namesakes import NUMBER, Namesake
from generator.resolve.organizations import relate_organizations
from generator.resolve.persons import Relation, relate_generations, relate_persons, relate_rulers
from generator.resolve.places import bare_name, country_in_text, relate_places
from generator.resolve.relatives import has_given_name_of
from generator.resolve.symbols import Symbols

ATTESTED = 0.97
# An article that names two people does not contradict a join of names as near as this ("Bill Hart", "William Hart").
NEAR = 0.74
MIN_COMPANY = 0.1


@dataclass(frozen=True, slots=True)
class Pair:
    """Two namesakes of one family, how their names relate, and the company that they share."""

    left: Namesake
    right: Namesake
    relation: Relation
    company: Company


@dataclass(frozen=True, slots=True)
class Feature:
    """`value` in [0, 1] and why, in plain words."""

    value: float
    reason: str = ""


NONE = Feature(0.0)


def relate(left: Namesake, right: Namesake, symbols: Symbols) -> Relation:
    """How the names of two namesakes of one family relate."""
    if left.family == "person":
        if is_ruler(left.parts) or is_ruler(right.parts) or min(len(left.parts), len(right.parts)) < 2:
            return relate_rulers(left.parts, right.parts, left.generation, right.generation)
        if has_given_name_of(left.name, right.parts) or has_given_name_of(right.name, left.parts):
            return Relation(0.0, "", "one is the other's given name")
        found = relate_generations(left.generation, right.generation, relate_persons(left.parts, right.parts, symbols))
    elif left.family == "place":
        if bare_name(left.name) == bare_name(right.name):
            return Relation(0.0, "", "two places have this name")
        found = relate_places(left.parts, right.parts)
    else:
        found = relate_organizations(left.name, right.name, left.parts, right.parts)
    if found.value < ATTESTED and not found.conflict and left.attested & right.attested:
        return Relation(ATTESTED, f"one article uses both names for one {left.family}")
    return found


def company_of(left: Namesake, right: Namesake, corpus: Corpus) -> Company:
    """The company that two namesakes share."""
    own = frozenset(key.partition(NUMBER)[0] for key in (left.key, right.key))
    return corpus.company(left.articles, right.articles, own)


def least_company(short: Namesake, full: Namesake, corpus: Corpus) -> Company:
    """The company that `full` shares with every article of `short`: the least of all."""
    own = frozenset((short.key, full.key))
    found = (corpus.company([article], full.articles, own) for article in short.articles)
    return min(found, key=lambda item: (item.value, item.shared))


def name(pair: Pair) -> Feature:
    """How alike the names are."""
    return Feature(pair.relation.value, pair.relation.reason)


def company(pair: Pair) -> Feature:
    """Whether their articles speak of the same people, organizations and places."""
    if pair.company.value < MIN_COMPANY:
        return NONE
    return Feature(pair.company.value, company_reason(pair.company))


def company_reason(found: Company) -> str:
    """Shared company in plain words."""
    if found.shared:
        return f"their articles have {len(found.shared)} other name{'s' if len(found.shared) > 1 else ''} in common"
    return "their articles tell of the same things"


def country(pair: Pair) -> Feature:
    """The same country in the texts."""
    shared = sorted(pair.left.countries & pair.right.countries)
    return Feature(1.0, f"both are tied to {', '.join(map(country_in_text, shared))}") if shared else NONE


def other_country(pair: Pair) -> Feature:
    """Countries attested on both sides, none in common."""
    left, right = pair.left.countries, pair.right.countries
    if not left or not right or left & right:
        return NONE
    return Feature(1.0, f"tied to different countries ({country_in_text(min(left))}, {country_in_text(min(right))})")


def title(pair: Pair) -> Feature:
    """The same role."""
    shared = sorted(pair.left.titles & pair.right.titles)
    return Feature(1.0, f"both are called {shared[0]}") if shared else NONE


def other_title(pair: Pair) -> Feature:
    """Roles on both sides, none in common, of people whose names differ in a part: a relative, more likely."""
    left, right = pair.left.titles, pair.right.titles
    if not pair.relation.partial or not left or not right or left & right:
        return NONE
    return Feature(1.0, f"one is called {min(left)}, the other {min(right)}")


def named_apart(pair: Pair) -> Feature:
    """One article names both, and does not use the names for one."""
    both = set(pair.left.articles) & set(pair.right.articles)
    if not both or (pair.relation.value >= NEAR and not pair.relation.partial):
        return NONE
    noun = pair.left.family
    return Feature(1.0, f"one article has both names, and not for one {noun}")


FEATURES: Mapping[str, Callable[[Pair], Feature]] = {
    "name": name,
    "company": company,
    "country": country,
    "title": title,
    "other country": other_country,
    "other title": other_title,
    "named apart": named_apart,
}
