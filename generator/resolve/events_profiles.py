"""What an article is compared by, when articles that tell the same event are looked for.

Words weigh by TF-IDF; document frequencies are those of the collection, added to those of a background of openly licensed
text, so that a collection of two articles is judged by the same scale as one of two thousand.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

import numpy as np

from generator.model import Entity, Extraction
from generator.resolve.events_days import days_of
from generator.resolve.events_facts import family_of
from generator.resolve.events_figures import Figures, read_figures

# Whom an article is about is named in its first sentences, and again.
OPENING_SENTENCES, LEAST_MENTIONS = 3, 2
# A name that is in no article yet would weigh as in a collection of so many more.
NAME_DOCUMENTS = 200
# A name is the rarer the fewer articles have it; one that so many have is not rare. Names of an opening stand in its first sentences.
RARE_AMONG, NAMING_SENTENCES = 100, 5
_PERSON_ROLES = ("agent", "patient")
_NAME_KINDS = frozenset({"person", "organization", "place", "facility", "product", "work", "other"})


@dataclass(frozen=True)
class Profile:
    """What an article is compared by.

    terms      lemma -> weight, of length 1;  names: entity id -> weight, of length 1
    lead       embedding of its opening, headline: that of its headline, sentences: those of its sentences (rows); None without a model
    family     of its main event's trigger;  people: role -> persons in its main event
    figures    its exact counts
    person     whom it is about (entity id), or "";  persons: all who are in it
    opening    entity ids of the names in its opening -> how rare they are, at least 0
    told       families of the triggers in its opening
    days       first and last day on which its main event happened, published: that of its publication; None if unknown
    """

    terms: Mapping[str, float]
    names: Mapping[str, float]
    lead: np.ndarray | None
    headline: np.ndarray | None
    sentences: np.ndarray | None
    family: str = ""
    people: Mapping[str, frozenset[str]] = field(default_factory=dict)
    figures: Figures = field(default_factory=dict)
    person: str = ""
    persons: frozenset[str] = frozenset()
    opening: Mapping[str, float] = field(default_factory=dict)
    days: tuple[date, date] | None = None
    published: date | None = None
    told: frozenset[str] = frozenset()


def read_profiles(
    extractions: Sequence[Extraction],
    entities: Mapping[str, Entity],
    entity_of: Mapping[tuple[str, str], str],
    published: Mapping[str, str | None] = MappingProxyType({}),
) -> dict[str, Profile]:
    """Article id -> profile; words and names weigh by how rare they are among all these articles.

    `published` says when each of them was (EDTF).
    """
    names = {item.article: _name_counts(item, entities, entity_of) for item in extractions}
    idf = _idf((term for term, _ in item.terms) for item in extractions)
    name_idf = _name_idf(names.values())
    articles_of = Counter(name for found in names.values() for name in found)
    return {
        item.article: Profile(
            _weighted({term: 1 + math.log(count) for term, count in item.terms}, idf),
            _weighted(names[item.article], name_idf),
            _vector(item.lead),
            _vector(item.headline),
            _rows(item),
            *_main(item, entities, entity_of),
            read_figures(item),
            *_persons(item, entities, entity_of),
            {name: _rarity(articles_of[name]) for name in sorted(_opening_names(item, names[item.article], entity_of))},
            _main_days(item),
            _published(published.get(item.article)),
            _told(item),
        )
        for item in extractions
    }


def _main_days(item: Extraction) -> tuple[date, date] | None:
    values = {time.id: time.value for time in item.times}
    main = next((event for event in item.events if event.main), None)
    return days_of(values.get(main.time) or "") if main and main.time else None


def _published(value: str | None) -> date | None:
    found = days_of((value or "").partition("T")[0])
    return found[0] if found else None


def _main(
    item: Extraction, entities: Mapping[str, Entity], entity_of: Mapping[tuple[str, str], str]
) -> tuple[str, dict[str, frozenset[str]]]:
    """The family of the article's main event, and the persons who act and suffer in it."""
    for event in item.events:
        if event.main:
            found: dict[str, set[str]] = defaultdict(set)
            for argument in event.arguments:
                entity = entity_of.get((item.article, argument.chain or ""), "")
                if argument.role in _PERSON_ROLES and entity in entities and entities[entity].type == "person":
                    found[argument.role].add(entity)
            return family_of(event.lemma, event.type), {role: frozenset(people) for role, people in found.items()}
    return "", {}


def _persons(
    item: Extraction, entities: Mapping[str, Entity], entity_of: Mapping[tuple[str, str], str]
) -> tuple[str, frozenset[str]]:
    """The person whom an article is about ("" if none), who is in its opening and mentioned most often; and all persons in it."""
    opening = {sentence.id for sentence in item.sentences[:OPENING_SENTENCES]}
    early = {mention.id for mention in item.mentions if mention.sentence in opening}
    counts: Counter[str] = Counter()
    first: set[str] = set()
    for chain in item.chains:
        entity = entity_of.get((item.article, chain.id), "")
        if entity in entities and entities[entity].type == "person":
            counts[entity] += max(1, len(chain.mentions))
            first |= {entity} if early.intersection(chain.mentions) else set()
    central = [entity for entity in first if counts[entity] >= LEAST_MENTIONS]
    return min(central, key=lambda entity: (-counts[entity], entity), default=""), frozenset(counts)


def _vector(packed: bytes) -> np.ndarray | None:
    return np.frombuffer(packed, dtype="<f2").astype(np.float32) if packed else None


def _rows(item: Extraction) -> np.ndarray | None:
    # As they are stored: converted pair by pair, they need no room.
    return np.frombuffer(item.vectors, dtype="<f2").reshape(len(item.sentences), -1) if item.vectors else None


def _name_counts(
    item: Extraction, entities: Mapping[str, Entity], entity_of: Mapping[tuple[str, str], str]
) -> dict[str, float]:
    found: Counter[str] = Counter()
    for chain in item.chains:
        entity = entity_of.get((item.article, chain.id))
        if entity is not None and entities[entity].type in _NAME_KINDS:
            found[entity] += max(1, len(chain.mentions))
    return {entity: 1 + math.log(count) for entity, count in found.items()}


def _opening_names(
    item: Extraction, names: Mapping[str, float], entity_of: Mapping[tuple[str, str], str]
) -> frozenset[str]:
    """Those of the names that the first sentences mention."""
    opening = {sentence.id for sentence in item.sentences[:NAMING_SENTENCES]}
    early = {mention.id for mention in item.mentions if mention.sentence in opening}
    chains = (chain for chain in item.chains if early.intersection(chain.mentions))
    return frozenset(entity_of.get((item.article, chain.id), "") for chain in chains) & names.keys()


def _told(item: Extraction) -> frozenset[str]:
    """The families of the triggers in the first sentences."""
    opening = {sentence.id for sentence in item.sentences[:NAMING_SENTENCES]}
    return frozenset(family_of(event.lemma, event.type) for event in item.events if event.sentence in opening)


def _rarity(number: int) -> float:
    """How rare a name is that is in so many articles; how many articles there are besides says nothing of it."""
    return max(0.0, math.log((1 + RARE_AMONG) / (1 + number)))


@cache
def _background() -> tuple[int, dict[str, int]]:
    """Number of documents, and in how many of them a term occurs."""
    path = files("generator.resolve") / "lexicons" / "events_document_frequencies.tsv"
    counts: dict[str, int] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            term, _, number = line.partition("\t")
            counts[term] = int(number)
    return counts.pop("*"), counts


def _idf(documents: Iterable[Iterable[str]]) -> dict[str, float]:
    total, counts = _background()
    own: Counter[str] = Counter()
    number = 0
    for terms in documents:
        own.update(terms)
        number += 1
    return {term: math.log((1 + total + number) / (1 + counts.get(term, 0) + count)) for term, count in own.items()}


def _name_idf(documents: Iterable[Iterable[str]]) -> dict[str, float]:
    counts: Counter[str] = Counter()
    number = NAME_DOCUMENTS
    for names in documents:
        counts.update(names)
        number += 1
    return {name: math.log((1 + number) / (1 + count)) for name, count in counts.items()}


def _weighted(counts: Mapping[str, float], idf: Mapping[str, float]) -> dict[str, float]:
    raw = {term: count * idf[term] for term, count in sorted(counts.items())}
    norm = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {term: value / norm for term, value in raw.items()}
