"""Roles, titles and affiliations as the text attests them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract.chains_board import Draft
from generator.extract.chains_drafts import make_drafts
from generator.extract.roles_affiliations import Affiliation, find_affiliations
from generator.extract.roles_found import ENDINGS, RolePhrase, is_office, plain_noun
from generator.extract.roles_lexicons import (
    counting,
    experts,
    glories,
    judging,
    kin,
    kin_or_post,
    naming_verbs,
    no_roles,
    state_offices,
    tenses,
    vague,
)
from generator.extract.roles_phrases import find_phrases
from generator.extract.roles_words import plain_words, running_words
from generator.gazetteer import country_of_name
from generator.model import Chain, Mention, Role, RoleKind, RoleTense
from generator.model.span import Span, span_of

_POSSESSIVE = "POS"
_DETERMINERS = frozenset({"DT", "PRP$"})
_AGE_ENDS = frozenset({"old", "aged"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_DASHES = frozenset({"-", "–", "—"})
_AGE_SUFFIX = "-year-old"
_ADJECTIVES = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG"})
_POSTS_HELD = frozenset({"at", "in"})  # "a partner at the firm" holds a post, "his partner" does not


@dataclass(frozen=True, slots=True)
class _Reading:
    """What all roles of one article are read with."""

    doc: Doc
    text: str
    drafts: Sequence[Draft]
    countries: Collection[str]
    named: Collection[str]
    names: Collection[int]
    plain: Collection[str]


def find_roles(doc: Doc, mentions: Sequence[Mention], chains: Sequence[Chain]) -> tuple[Role, ...]:
    """All attested roles of people, in text order: "Russian Defense Minister" before a name, ", a professor at ...", "is the ...".

    `org` and `country` are the chains of the organization and the country that stand in the words of the role.
    """
    reading = _read(doc, mentions, chains)
    found = [_role(reading, phrase) for phrase in find_phrases(doc, reading.drafts) if _is_shown(doc, phrase)]
    found.extend(_affiliation(reading, item) for item in find_affiliations(doc, reading.drafts))
    unique = {(role.chain, role.span): role for role in found}
    return tuple(sorted(unique.values(), key=lambda role: (role.span, role.chain)))


def _read(doc: Doc, mentions: Sequence[Mention], chains: Sequence[Chain]) -> _Reading:
    drafts = make_drafts(doc, mentions)
    names = {at for draft in drafts if draft.is_name or draft.is_demonym for at in _name_tokens(doc, draft)}
    countries = {chain.id for chain in chains if chain.type == "place" and chain.country}
    named = {chain.id for chain in chains if chain.name}
    return _Reading(doc, doc.text, drafts, countries, named, names, plain_words(doc))


def _name_tokens(doc: Doc, draft: Draft) -> range:
    """The tokens of a name; without the office at the end of one that is no person's ("House Speaker")."""
    office = draft.mention.type != "person" and is_office(doc[draft.end - 1])
    return range(draft.start, draft.end - office)


def _is_shown(doc: Doc, phrase: RolePhrase) -> bool:
    head = doc[phrase.head]
    bare = phrase.end - phrase.start == 1 and head.lower_ in vague()
    caption = any(token.text in _DASHES and token.whitespace_ for token in doc[phrase.start : phrase.head])
    judged = head.lower_ in glories() and any(doc[at].lower_ in judging() for at in range(phrase.start, phrase.head))
    judged = judged and doc[phrase.head - 1].tag_ in _ADJECTIVES
    return not bare and not caption and not judged and not {plain_noun(head), head.lemma_.lower()} & no_roles()


def _role(reading: _Reading, phrase: RolePhrase) -> Role:
    doc = reading.doc
    start = _start_shown(reading, phrase)
    owned = phrase.start - (doc[phrase.start - 1].tag_ in _DETERMINERS if phrase.start else 0)  # "the company's", "its"
    owners = [draft for draft in reading.drafts if owned <= draft.start and draft.end <= phrase.end]
    owners = [draft for draft in owners if not draft.start <= phrase.head < draft.end]
    inside = [draft for draft in owners if draft.start >= start]
    return Role(
        chain=phrase.draft.mention.chain,
        span=_span(reading, start, phrase.end),
        sentence=phrase.draft.mention.sentence,
        org=_first(draft for draft in owners if _is_organization(reading, draft, start)),
        country=_first(draft for draft in inside if _ties_to_country(reading, draft, phrase)),
        kind=_kind(doc, phrase),
        tense=_tense(doc, phrase, start),
        words=running_words(doc, (start, phrase.head, phrase.end), reading.names, reading.plain),
    )


def _affiliation(reading: _Reading, item: Affiliation) -> Role:
    inside = [
        draft
        for draft in reading.drafts
        if draft.is_name and not item.words and item.start <= draft.start and draft.end <= item.end
    ]
    return Role(
        chain=item.draft.mention.chain,
        span=_span(reading, item.start, item.end),
        sentence=item.draft.mention.sentence,
        org=_first(draft for draft in inside if draft.mention.type == "organization"),
        country=_first(draft for draft in inside if draft.code and draft.mention.chain in reading.countries),
        kind="affiliation",
        words=item.words or reading.doc[item.start : item.end].text,
    )


def _span(reading: _Reading, start: int, end: int) -> Span:
    last = reading.doc[end - 1]
    return span_of(reading.text, reading.doc[start].idx, last.idx + len(last.text))


def _first(drafts: Iterable[Draft]) -> str:
    return next((draft.mention.chain for draft in drafts), "")


def _is_organization(reading: _Reading, draft: Draft, start: int) -> bool:
    """A name, or a description of an organization named just before as owner ("the company's chief executive")."""
    if draft.mention.type != "organization" or country_of_name(draft.text):
        return False
    return draft.is_name or (
        draft.end <= start and draft.mention.chain in reading.named and _named_near(reading, draft)
    )


def _named_near(reading: _Reading, draft: Draft) -> bool:
    """Whether the name of its chain stands in its sentence or the one before: further on, teams and companies get mixed up."""
    near = (other for other in reading.drafts if 0 <= draft.sentence - other.sentence <= 1)
    return any(other.is_name and other.mention.chain == draft.mention.chain for other in near)


def _start_shown(reading: _Reading, phrase: RolePhrase) -> int:
    """Where the words for readers begin: without an age, and without an owner that is no name ("the company's")."""
    doc = reading.doc
    start = phrase.start
    for at in range(phrase.start, phrase.head):
        aged = doc[at].lower_ in _AGE_ENDS and any("year" in doc[before].lower_ for before in range(start, at))
        owned = doc[at].tag_ == _POSSESSIVE and not any(before in reading.names for before in range(start, at))
        if aged or owned or doc[at].lower_.endswith(_AGE_SUFFIX):
            start = at + 1
    while start < phrase.head and (doc[start].text in (",", "-") or _only_counts(doc, start) or _judges(doc, start)):
        start += 1
    return start + 1 if _is_held_twice(reading, start, phrase.head) else start


def _judges(doc: Doc, at: int) -> bool:
    return doc[at].lower_ in judging() and doc[at].tag_ in _ADJECTIVES and doc[at + 1].text != "-"


def _is_held_twice(reading: _Reading, start: int, head: int) -> bool:
    """Whether a word of tense stands before an owner that another one follows: "former Egypt's deposed president"."""
    doc = reading.doc
    owner = next((at for at in range(start + 1, head) if doc[at].tag_ == _POSSESSIVE), None)
    if owner is None or start + 1 not in reading.names or doc[start].lower_ not in tenses():
        return False
    return any(doc[at].lower_ in tenses() for at in range(owner + 1, head))


def _only_counts(doc: Doc, at: int) -> bool:
    """Whether the word only sets somebody apart from others spoken of: "a second surgeon", "fellow senator"."""
    return doc[at].lower_ in counting() and (
        doc[at].lower_ == "fellow" or doc[at - 1 : at].text.lower() in ("a", "the")
    )


def _kind(doc: Doc, phrase: RolePhrase) -> RoleKind:
    if plain_noun(doc[phrase.head]) not in kin():
        return "role"
    after = phrase.head + 1
    held = after < phrase.end and doc[after].lower_ in _POSTS_HELD and doc[phrase.head].lower_ in kin_or_post()
    return "role" if held else "kin"


def _tense(doc: Doc, phrase: RolePhrase, start: int) -> RoleTense:
    """When the role is held, by the words right before its noun: "former", "acting", "president-elect"."""
    if any(child.dep_ == "conj" and is_office(child) and child.i < phrase.end for child in doc[phrase.head].rights):
        return ""  # "retired pilot and president of Acme": the one is over, the other need not be
    for at in range(start, phrase.end):
        token = doc[at]
        parts = [token.lower_, *token.lower_.split("-")]
        found = [tenses()[part] for part in parts if part in tenses()]
        if found and (at <= phrase.head or token.lower_ in ENDINGS):
            return found[0]
    if phrase.kind in ("naming", "copula"):
        return _tense_of_clause(doc[phrase.head])
    return ""


def _tense_of_clause(head: Token) -> RoleTense:
    """What the verb or an adverb says: "was once the mayor", "was nominated as chairman"."""
    verb = head.head.head if head.dep_ == "pobj" else head.head
    adverbs = [tenses()[child.lower_] for child in verb.children if child.dep_ == "advmod" and child.lower_ in tenses()]
    return adverbs[0] if adverbs else naming_verbs().get(verb.lemma_.lower(), "")


def _ties_to_country(reading: _Reading, draft: Draft, phrase: RolePhrase) -> bool:
    """Whether the country in a role is the person's: "Russian minister", "Russia's minister", "minister of Russia", "US envoy"; a
    "Russia analyst" and a "Russian history professor" may be anybody's."""
    doc = reading.doc
    if not draft.code or draft.mention.chain not in reading.countries:
        return False
    if draft.is_demonym:
        return draft.end > phrase.head or not _describes_another_noun(doc, draft, phrase)
    after = doc[draft.end] if draft.end < len(doc) else None
    owns = after is not None and after.tag_ == _POSSESSIVE and draft.end < phrase.end
    owns = owns or (draft.end <= phrase.head and doc[phrase.head].lower_ in state_offices())
    complements = doc[draft.start - 1].lower_ == "of" and draft.start - 1 == phrase.head + 1
    return owns or complements or (draft.text.replace(".", "").isupper() and draft.end <= phrase.head)


def _describes_another_noun(doc: Doc, draft: Draft, phrase: RolePhrase) -> bool:
    """Whether the people's name belongs to a noun before the role's: "Russian history professor"."""
    nouns = [at for at in range(draft.end, phrase.head) if doc[at].tag_ in _NOUN_TAGS]
    if doc[phrase.head].lower_ in experts():
        return bool(nouns)
    head = doc[draft.head].head
    return head.i in nouns and not head.text.istitle()
