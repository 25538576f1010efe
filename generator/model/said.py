"""What a text says: findings anchored in one article. All ids are unique inside the article only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from generator.model.article import Problem
from generator.model.span import Span

EntityType = Literal["person", "organization", "place", "facility", "group", "product", "work", "law", "other"]
MentionKind = Literal["name", "nominal", "pronoun"]
QuoteKind = Literal["direct", "mixed", "indirect"]
QuoteForm = Literal["", "act", "about"]
RoleKind = Literal["role", "affiliation", "kin"]
RoleTense = Literal["", "former", "late", "acting", "future"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: `id` is "s0", "s1" ... in text order; `paragraph` (a line of the text) counts from 0."""

    id: str
    span: Span
    paragraph: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A reference to an entity.

    span   the name itself, without honorific, determiner or possessive ("Belousov" in "Mr Belousov's")
    chain  id of the coreference chain inside the article
    honorific  "Mr", "President", ... as written before the name, or ""
    via    "" for a plain reference; "demonym" when an adjective or a people's name stands for its country ("Russian" -> Russia; then
           `kind` is "nominal", `type` is "place" and the chain is the country's); "metonym" when a capital or a seat of power
           stands for its country's government ("Moscow said"; again "nominal", "place", in the country's chain)
    subtype  for a name, what it names more exactly, in a plain noun: "country", "river", "airport", "ship", "treaty" ..., or ""
    confidence  for a name, how sure the model is that its words name something of the type read from them, in (0, 1]; 1 where the
           text or a list gives the type, or the pipeline says nothing of it
    """

    id: str
    span: Span
    type: EntityType
    kind: MentionKind
    chain: str
    sentence: str
    honorific: str = ""
    via: str = ""
    subtype: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Chain:
    """A coreference chain: all mentions of one entity inside the article.

    name      the fullest name among its mentions ("Andrei Belousov"); "" when it has no name mention
    country   ISO 3166 alpha-2 code, lower case, when the text ties the chain to a country (role "Russian minister", or a place in the
              gazetteer), else ""
    gender    "m", "f" or "" when the text (Mr, Ms, he, she) does not give it
    reasons   why the mentions are one: "exact", "honorific + surname", "acronym", ...
    subtype   what most of its names of this type are more exactly ("river"), or ""
    """

    id: str
    type: EntityType
    name: str
    mentions: tuple[str, ...]
    country: str = ""
    gender: str = ""
    reasons: tuple[str, ...] = ()
    subtype: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A role, title or affiliation as the text attests it: "Russian Defense Minister" before "Andrei Belousov".

    chain      whose role
    span       the words of the role (never the name)
    org        chain of the organization in it ("a professor at Ewha University"), or ""
    country    chain of the country in it ("Russian"), or ""
    sentence   id
    kind       "role" for an office, a job or a title ("chief executive of Acme"); "affiliation" for where somebody belongs ("of Ewha
               University", "Republican"); "kin" for what somebody is to another person ("his son"), which is no role to be shown
    tense      "" for a role held when the text was written; "former", "late", "acting" or "future" ("president-elect") where the text
               says so in so many words
    words      the role as running text writes it: common words small, abbreviations in full ("Massachusetts Sen." -> "Massachusetts
               senator", "R-Texas" -> "Republican from Texas"); "" where nobody has made them
    """

    chain: str
    span: Span
    sentence: str
    org: str = ""
    country: str = ""
    kind: RoleKind = "role"
    tense: RoleTense = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time: `value` is EDTF or None when honest reading gives none ("Friday" without a publication date).

    anchor   in plain words, why the value is what it is: "published 2024-11-29, a Friday", "as written"
    kind     "date", "time", "duration", "set", "relative"; only "date"/"time" values place an event on the timeline
    clock    time of day, with or without a date ("21:40", "21:40Z"; "21:40~" for "about 9:40 p.m."), or ""
    offset   how far a time lies from another one of the text that it leans on, as an ISO 8601 duration ("P2D" for "two days later",
             "-P1D" for "the night before", "P0Y" for "the same year"), or ""
    """

    id: str
    span: Span
    value: str | None
    anchor: str
    sentence: str
    kind: str = "date"
    clock: str = ""
    offset: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure.

    low, high   the value or range as numbers (equal for one value; None when open: "more than 10,000" has low 10000, high None)
    unit        "%", "US$", "km", "hour" ... or None for plain counts
    of          lemma of what is counted ("soldier"), or None; of_span the words as they stand
    hedge       "more than", "about", ... as written, or None
    said_by     chain of who gives the figure, or None (the article's own voice)
    parts       ids of quantities that this one is the sum of ("six Russian and five Chinese warplanes")
    predicate   what became of the counted: "dead", "injured" ... ("34 people were killed"), else the lemma of its verb, or None
                (a count of none, "no one was injured", has low = high = 0)
    measured    lemma of what a sum, a percentage or a measure is of ("price", "fine", "height"), or None; measured_span the noun
                that says so, or None ("230 feet tall")
    change      "up" or "down" where the figure is told as a change of what is measured, else ""
    sayers      chains of all who give the figure, `said_by` first ("the mayor and the police said ..."); empty for the article's voice
    bearer      lemma of the noun that has the dimension that `measured` names (the "well" of a depth), or None
    """

    id: str
    span: Span
    low: float | None
    high: float | None
    unit: str | None
    of: str | None
    of_span: Span | None
    hedge: str | None
    said_by: str | None
    sentence: str
    parts: tuple[str, ...] = ()
    predicate: str | None = None
    measured: str | None = None
    measured_span: Span | None = None
    change: str = ""
    sayers: tuple[str, ...] = ()
    bearer: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words.

    spans         content, without the outer quotation marks; several when the cue breaks it
    quoted        the segments that stand in quotation marks (equal to spans for direct quotes; empty for indirect ones)
    cue           the reporting word or phrase ("said", "according to"), or None
    speaker       chain, or None when no speaker is found
    speaker_span  the words that name the speaker here ("the Russian minister", "he"), or None
    relayed_by    chain of who passes it on ("Tass reported"), or None
    sentences     ids of the sentences it touches, in order
    form          of an indirect or mixed quote: "" when the content is a clause or sentence, which reads by itself; "act" when it is an
                  infinitive or an object that needs its cue before it: "urged" the council to act, "announced" a strike;
                  "about" when it is what the words are about and the article's own voice tells it: "condemned" the attack;
                  a question ("asked" whether it had rained) is an "act" too
    speakers      chains of all who speak together ("Holm and Lund said"), the speaker's first; empty where one speaks alone
    """

    id: str
    spans: tuple[Span, ...]
    quoted: tuple[Span, ...]
    cue: Span | None
    speaker: str | None
    speaker_span: Span | None
    kind: QuoteKind
    relayed_by: str | None
    sentences: tuple[str, ...]
    form: QuoteForm = ""
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """A participant of an event mention: `role` is "agent", "patient", "recipient", "with", "instrument" ...;

    `chain` is the chain of the mention that fills it or None for an unnamed one ("soldiers"), `span` the words,
    `head` the lower-case lemma of their head, `plural` whether it is a plural.
    """

    role: str
    span: Span
    chain: str | None
    head: str = ""
    plural: bool = False


@dataclass(frozen=True, slots=True)
class EventMention:
    """A happening in a text.

    trigger      at most six words, usually one ("visited", "talks")
    lemma        of the trigger's head
    type         a PLOVER class or one of our documented additions, lower case ("consult", "assault", "disaster" ...), or "other"
    clause       the clause that tells it, verbatim (for snippets and headlines)
    time         id of the TimeExpression that dates it, or None
    place        chain of the place, or None
    polarity     False for "did not"; modality "asserted", "future", "possible", "planned", "denied"
    attribution  chain of who says so, or None (the article's own voice)
    main         True for the event that the article is about
    predicate    the verb that has the participants as its subject and objects: the trigger's verb, or the light verb of a noun
                 ("held" of "talks"); None for a noun without one;  verb: its lemma, tag: its fine-grained tag (of the trigger's
                 head when there is no predicate), passive: whether it is a passive
    nearby       id of the TimeExpression that may date it where it has no `time`: the only one of its sentence that is neither
                 that of a reporting verb nor that of a clause in the past perfect; or None
    sayer        the words for who says so, with or without a chain ("police", "two officials"); None in the article's own voice
    news         True for the main event and for the mention of the headline or the lead that tells it again
    """

    id: str
    trigger: Span
    lemma: str
    type: str
    arguments: tuple[Argument, ...]
    time: str | None
    place: str | None
    sentence: str
    clause: Span
    polarity: bool = True
    modality: str = "asserted"
    attribution: str | None = None
    main: bool = False
    predicate: Span | None = None
    verb: str = ""
    tag: str = ""
    passive: bool = False
    nearby: str | None = None
    sayer: Span | None = None
    news: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A name that an article gives at arm's length: in quotation marks, as "so-called", or as what somebody calls it.

    span    the name, without marks and determiner;  lemma: of its head
    owner   chain of who has or does it ("Moscow's", "Moscow launched"), or None;  target: of what it is directed at, or None
    quoted  whether it stands in quotation marks
    """

    span: Span
    lemma: str
    sentence: str
    owner: str | None
    target: str | None
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything found in one article: the unit of caching.

    vectors   sentence embeddings, row-major little-endian float16, `len(sentences) x dimensions`, rounded: same bytes on one machine type;
              b"" when the pipeline has no embedder
    lead      embedding of the headline and first paragraphs (same format, one row), or b""
    headline  embedding of the headline alone (same format, one row), or b""
    terms     lower-case lemma -> count over content words (for TF-IDF), sorted by lemma
    lead_terms  the same over the first 120 words
    """

    article: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    chains: tuple[Chain, ...]
    roles: tuple[Role, ...]
    times: tuple[TimeExpression, ...]
    quantities: tuple[Quantity, ...]
    quotes: tuple[Quote, ...]
    events: tuple[EventMention, ...]
    terms: tuple[tuple[str, int], ...] = ()
    lead_terms: tuple[tuple[str, int], ...] = ()
    vectors: bytes = b""
    lead: bytes = b""
    problems: tuple[Problem, ...] = ()
    headline: bytes = b""
    labels: tuple[Label, ...] = ()
