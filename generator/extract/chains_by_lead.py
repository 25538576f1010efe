"""The sieve over beginnings: news opens with a description ("The head of the Fund for Ports has ...") and names the person in one of
the next two sentences, as their subject ("Ida Holm spoke at ...")."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from spacy.tokens import Token

from generator.extract.chains_board import Board, Draft
from generator.extract.chains_by_likeness import end_of_headline
from generator.extract.chains_by_role import attested_roles, describe_draft
from generator.extract.chains_countries import Roles
from generator.extract.chains_descriptions import Description, country_tokens
from generator.extract.chains_lexicons import lead_verbs, sole_offices
from generator.extract.chains_names import units_of
from generator.extract.chains_salience import is_subject
from generator.extract.mentions_lexicons import speech_verbs

# Sentences, the headline's among them, in which such a description stands; and over which its name may follow.
_LEAD_SENTENCES, _AHEAD = 3, 2
_UNIQUE_BY = frozenset({"of", "for", "at"})
_PROPER = frozenset({"NNP", "NNPS"})
_INTRODUCED = frozenset({"appos", "relcl", "acl", "nummod"})
_DEFINITE, _INDEFINITE = frozenset({"the"}), frozenset({"a", "an"})


def join_leads(board: Board) -> None:
    """An office in the first sentences to the first person named after it, who is the subject there.

    Where the text says elsewhere what that person is, it must be this office. Where it says nothing, the description must tell the one
    holder of the office ("the head of X", "Norland's minister"), the name must come without an introduction of its own, and what
    the person does must be what leads go on with ("spoke", "said").
    """
    codes_at = country_tokens(board.drafts)
    lead = [draft for draft in board.drafts if draft.sentence < _LEAD_SENTENCES and _opens(board, draft)]
    roles = attested_roles(board, codes_at) if lead else {}
    for draft in lead:
        name = _first_named(board, draft)
        if name is not None and _is_the_one(board, draft, name, roles, codes_at):
            board.join(name, draft, f"{draft.text} is named right after: {name.text}")


def _opens(board: Board, draft: Draft) -> bool:
    """Whether it is an office as the subject of its sentence, and nobody's yet."""
    if not draft.is_nominal or draft.mention.type != "person" or board.of(draft).names:
        return False
    token = board.doc[draft.head]
    main = is_subject(board, draft) and token.head.dep_ in ("ROOT", "conj")
    first = board.of(draft).members[0] == draft.index
    return main and first and token.lower_ in sole_offices()


def _first_named(board: Board, draft: Draft) -> Draft | None:
    """The first person named after it, if that is a full name and the subject of a sentence close by; nobody else stands between."""
    for other in board.drafts[draft.index + 1 :]:
        if other.sentence - draft.sentence > _AHEAD:
            return None
        if other.mention.type != "person" or other.mention.kind == "pronoun":
            continue
        if other.sentence == draft.sentence or not other.is_name:
            return None
        return other if len(units_of(other.text)) > 1 and _leads_its_sentence(board, other) else None
    return None


def _leads_its_sentence(board: Board, name: Draft) -> bool:
    token = board.doc[name.head]
    single = not any(child.dep_ == "conj" for child in token.children)
    return single and token.dep_ in ("nsubj", "nsubjpass") and token.head.dep_ == "ROOT"


def _is_the_one(board: Board, draft: Draft, name: Draft, roles: Roles, codes_at: Mapping[int, str]) -> bool:
    if not _is_new(board, draft, name) or not board.may_join(name, draft):
        return False
    said = describe_draft(board, draft, codes_at)
    held = [(board.root(owner), role) for same in roles.values() for owner, role in same]
    if any(root != board.root(name) and _are_alike(said, role) for root, role in held):
        return False
    own = [role for root, role in held if root == board.root(name)]
    first, verb = board.doc[draft.start].lower_, board.doc[name.head].head
    if first in _INDEFINITE:
        # "A mayor was shot. Mayor Ida Holm said ...": who speaks may be another one.
        return any(_are_alike(said, role) for role in own) and verb.lemma_.lower() not in speech_verbs()
    if own:
        return any(_are_alike(said, role) for role in own)
    return _is_unique(board, draft, said) and _goes_on(board, draft, name, verb)


def _is_new(board: Board, draft: Draft, name: Draft) -> bool:
    """Whether nobody is named before the description, but for the same person in the headline."""
    end = end_of_headline(board)
    before = [other for other in board.drafts[: draft.index] if other.is_name and other.mention.type == "person"]
    return all(board.root(other) == board.root(name) and other.start < end for other in before)


def _are_alike(said: Description, role: Description) -> bool:
    """Whether one of them may stand for the other."""
    return said.fits(role) or role.fits(said)


def _is_unique(board: Board, draft: Draft, said: Description) -> bool:
    """Whether the words tell the one holder: "the head of the Fund", "Norland's minister", "the Norwegian minister"."""
    head = board.doc[draft.head]
    owner = next((child for child in head.lefts if child.dep_ == "poss"), None)
    if owner is not None:
        return owner.tag_ in _PROPER
    complements = (child for child in head.rights if child.lower_ in _UNIQUE_BY)
    proper = any(token.tag_ in _PROPER for child in complements for token in child.subtree)
    return board.doc[draft.start].lower_ in _DEFINITE and (proper or bool(said.codes))


def _goes_on(board: Board, draft: Draft, name: Draft, verb: Token) -> bool:
    """Whether the name stands there without a word on who that is, and says or does what is expected of the one just described."""
    introduced = _has(board.doc[name.head].rights, _INTRODUCED)
    active = board.doc[draft.head].dep_ == "nsubj" and board.doc[name.head].dep_ == "nsubj"
    return active and not introduced and verb.lemma_.lower() in lead_verbs()


def _has(tokens: Iterable[Token], relations: frozenset[str]) -> bool:
    return any(token.dep_ in relations for token in tokens)
