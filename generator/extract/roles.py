"""Roles, titles and affiliations as the text attests them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from generator.extract.chains_board import Draft
from generator.extract.chains_descriptions import plain_word
from generator.extract.chains_drafts import make_drafts
from generator.extract.mentions_lexicons import kin_nouns
from generator.extract.roles_phrases import RolePhrase, find_phrases
from generator.model import Chain, Mention, Role, Span


def find_roles(doc: Doc, mentions: Sequence[Mention], chains: Sequence[Chain]) -> tuple[Role, ...]:
    """All attested roles of people, in text order: "Russian Defense Minister" before a name, ", a professor at ...", "is the ...".

    `org` and `country` are the chains of the organization and the country that stand in the words of the role.
    """
    drafts = make_drafts(doc, mentions)
    countries = {chain.id for chain in chains if chain.type == "place" and chain.country}
    text = doc.text  # spaCy builds it anew at each call
    found = []
    for phrase in find_phrases(doc, drafts):
        role = _role(doc, text, phrase, drafts, countries)
        # "daughter" says little; "North Korean counterpart" at least the country.
        if role.country or plain_word(doc[phrase.head]) not in kin_nouns():
            found.append(role)
    unique = {(role.chain, role.span): role for role in found}
    return tuple(sorted(unique.values(), key=lambda role: (role.span, role.chain)))


def _role(doc: Doc, text: str, phrase: RolePhrase, drafts: Sequence[Draft], countries: set[str]) -> Role:
    last = doc[phrase.end - 1]
    start, end = doc[phrase.start].idx, last.idx + len(last.text)
    inside = [draft for draft in drafts if phrase.start <= draft.start and draft.end <= phrase.end]
    return Role(
        chain=phrase.draft.mention.chain,
        span=Span(start, end, text[start:end]),
        sentence=phrase.draft.mention.sentence,
        org=_first(draft for draft in inside if draft.is_name and draft.mention.type == "organization"),
        country=_first(draft for draft in inside if draft.code and draft.mention.chain in countries),
    )


def _first(drafts: Iterable[Draft]) -> str:
    return next((draft.mention.chain for draft in drafts), "")
