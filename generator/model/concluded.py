"""What we concluded: clusters across articles, with the evidence for each conclusion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from generator.model.article import Article, Problem
from generator.model.said import (
    Chain,
    EntityType,
    EventMention,
    Extraction,
    Mention,
    Quote,
    Sentence,
)
from generator.model.span import Span

Verdict = Literal["agree", "differ", "only here", "side by side"]


@dataclass(frozen=True, slots=True, order=True)
class MentionRef:
    """A mention across the corpus: (article id, mention id)."""

    article: str
    mention: str


@dataclass(frozen=True, slots=True, order=True)
class EventRef:
    """An event mention across the corpus: (article id, event mention id)."""

    article: str
    event: str


@dataclass(frozen=True, slots=True, order=True)
class Evidence:
    """Where a statement stands: a span of an article and the sentence it lies in."""

    article: str
    sentence: str
    span: Span


@dataclass(frozen=True, slots=True)
class Judgement:
    """Are these two the same? `score` is in [0, 1]; `reasons` are plain sentences, the weightiest first; `by` is "machine" or a person."""

    left: str
    right: str
    verdict: Literal["same", "different", "unsure"]
    score: float
    reasons: tuple[str, ...]
    by: str = "machine"


@dataclass(frozen=True, slots=True)
class Alias:
    """A form of a name, how often it occurs, and which publishers use it (sorted)."""

    form: str
    count: int
    publishers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """A role, title, affiliation or country as attested, with its evidence.

    kind    "role", "affiliation" or "country"
    value   the words for readers, in the best-attested spelling ("Russian defense minister", "Ewha University", "Russia")
    entity  id of the organization's entity (of the country's, for "country"), or None
    former  whether all its evidence says that it is over ("former mayor")
    """

    kind: str
    value: str
    evidence: tuple[Evidence, ...]
    entity: str | None = None
    former: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """What a gazetteer knows of a place: `kind` is "country", "city", "region", "water", "facility" or ""."""

    kind: str
    country: str
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organization, place ... of the corpus.

    id          stable, `[a-z0-9-]+`; also the slug of its page: `entities/<id>.md`
    name        canonical name
    aliases     every name form, most frequent first (the canonical one included)
    mentions    all mentions, in the order of article id, then offset
    page        path relative to the content folder, or None below the evidence threshold
    roles       attested roles and affiliations
    country     id of the country's entity, or None;  place: gazetteer facts, for places
    receipt     the judgements that made it one
    apart       near names that were kept apart: judgements with verdict "different" or "unsure" (left is this id)
    subtype     what it is more exactly, in a plain noun ("country", "river", "airport", "ship", "treaty"), or ""
    type_votes  (type, weight) of every type that its texts, its names or the gazetteer speak for, the weightiest first
    """

    id: str
    name: str
    type: EntityType
    aliases: tuple[Alias, ...]
    mentions: tuple[MentionRef, ...]
    page: str | None
    roles: tuple[Statement, ...] = ()
    country: str | None = None
    place: Place | None = None
    receipt: tuple[Judgement, ...] = ()
    apart: tuple[Judgement, ...] = ()
    subtype: str = ""
    type_votes: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Participant:
    """An entity that takes part in an event, its role ("agent", "with", ...), and where that is said; most central first."""

    entity: str
    role: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """What one article says of one facet: verbatim evidence; `value` the normalised value that was compared.

    thing  whether words for who takes part stand for a thing ("two trains") rather than for somebody
    """

    article: str
    evidence: Evidence
    value: str | float | None = None
    note: str = ""
    thing: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """One row of "Accounts compared".

    kind     "who", "what", "when", "where", "figure", "quote", "label", "attribution"
    label    words for readers: "Who", "Warplanes", "Quotation"
    verdict  agree, differ, only here, or side by side: several have it, and nobody can say that they agree or differ
    note     the difference in words ("differ in extent"), or ""
    origins  number of independent origins of its cells: 1 where several articles carry it and all have it from one agency or
             from each other; 0 where nobody has counted (events of one article)
    """

    kind: str
    label: str
    verdict: Verdict
    cells: tuple[Cell, ...]
    note: str = ""
    origins: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """What one article says of one event: the column of the comparison. `sentences` tell this event, in order.

    alone  those of them that no other account tells in the same words or others, as far as can be seen; what is neither here nor in
           `Event.shared` may be either
    """

    article: str
    sentences: tuple[str, ...]
    alone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Aligned:
    """Sentences of two or more accounts of one event that tell the same, each once, in the order of the event's accounts."""

    cells: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Articles that tell one event and count as one origin, because they repeat an agency or each other.

    articles  ids, at least two, sorted
    source    whom they have it from, as a reader knows it: an agency ("Reuters"), or the publisher of the article that the others
              repeat; "" where none of the texts says
    reasons   plain sentences, the weightiest first;  evidence: where it can be read, in pairs or alone, in text order
    partly    whether only what they share, or credit to the source, is of one origin, and the rest of each is its own
    """

    articles: tuple[str, ...]
    source: str
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    partly: bool = False


@dataclass(frozen=True, slots=True)
class Event:
    """A happening in the world, clustered across articles.

    id           stable, `[a-z0-9-]+`; also the slug of its page: `events/<id>.md`
    title        a headline in the present tense;  title_evidence: the clause it was made from
    summary      sentences of the articles that tell it best, as evidence
    date         EDTF or None;  date_words: the time expressions it was read from, with the reason per piece of evidence (parallel tuples)
    place        entity id or None
    main_of      ids of the articles that are about it (empty for background events)
    facets       accounts compared; of an event with a page that one article tells, who, what, when and where alone
    mentions     the mentions that tell it for sure;  loose: those that may tell it, by nothing but a word for the same kind of
                 happening in the same story: no statement on a page rests on them
    origins      groups of its accounts that count as one origin (empty: each account is an origin of its own)
    shared       sentences of different accounts that tell the same; every other sentence of an account is only in that account
    """

    id: str
    title: str
    type: str
    date: str | None
    place: str | None
    participants: tuple[Participant, ...]
    mentions: tuple[EventRef, ...]
    page: str | None
    main_of: tuple[str, ...] = ()
    title_evidence: Evidence | None = None
    summary: tuple[Evidence, ...] = ()
    date_words: tuple[Evidence, ...] = ()
    date_reasons: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    facets: tuple[Facet, ...] = ()
    receipt: tuple[Judgement, ...] = ()
    loose: tuple[EventRef, ...] = ()
    origins: tuple[Origin, ...] = ()
    shared: tuple[Aligned, ...] = ()


@dataclass(frozen=True, slots=True)
class Utterance:
    """One utterance in one or several wordings: (article id, quote id) pairs, the fullest wording first."""

    id: str
    quotes: tuple[tuple[str, str], ...]
    speaker: str | None
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class KnowledgeBase:
    """All of it, with look-ups. Immutable after `resolve`.

    entity_of   (article id, chain id) -> entity id
    event_of    (article id, event mention id) -> event id
    """

    articles: Mapping[str, Article]
    extractions: Mapping[str, Extraction]
    entities: Mapping[str, Entity]
    events: Mapping[str, Event]
    utterances: tuple[Utterance, ...]
    entity_of: Mapping[tuple[str, str], str]
    event_of: Mapping[tuple[str, str], str]
    problems: tuple[Problem, ...] = ()

    def sentence(self, article: str, sentence: str) -> Sentence:
        """The sentence with this id. Raises KeyError when there is none (so do the look-ups below)."""
        return self._tables[article].sentences[sentence]

    def mention(self, article: str, mention: str) -> Mention:
        """The mention with this id."""
        return self._tables[article].mentions[mention]

    def chain(self, article: str, chain: str) -> Chain:
        """The chain with this id."""
        return self._tables[article].chains[chain]

    def quote(self, article: str, quote: str) -> Quote:
        """The quote with this id."""
        return self._tables[article].quotes[quote]

    def event_mention(self, article: str, event: str) -> EventMention:
        """The event mention with this id."""
        return self._tables[article].events[event]

    @cached_property
    def utterances_in(self) -> dict[str, tuple[Utterance, ...]]:
        """Article id -> the utterances that have a wording in it, in their order."""
        found: dict[str, dict[str, Utterance]] = {}
        for utterance in self.utterances:
            for article, _ in utterance.quotes:
                found.setdefault(article, {})[utterance.id] = utterance
        return {article: tuple(near.values()) for article, near in found.items()}

    @cached_property
    def _tables(self) -> dict[str, _Tables]:
        return {key: _Tables(found) for key, found in self.extractions.items()}


class _Tables:
    """Look-up tables of one extraction."""

    def __init__(self, found: Extraction) -> None:
        self.sentences = {item.id: item for item in found.sentences}
        self.mentions = {item.id: item for item in found.mentions}
        self.chains = {item.id: item for item in found.chains}
        self.quotes = {item.id: item for item in found.quotes}
        self.events = {item.id: item for item in found.events}
