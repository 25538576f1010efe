"""The sieve over speakers who go on: 'Holm said it was over. "We are glad," the general manager said.' - Holm is the manager."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Span, Token

from generator.extract.chains_board import Board, Draft
from generator.extract.chains_by_role import attested_roles, describe_draft
from generator.extract.chains_countries import Roles
from generator.extract.chains_descriptions import country_tokens
from generator.extract.chains_lexicons import sole_offices
from generator.extract.chains_quotation import find_regions
from generator.extract.chains_salience import SUBJECTS
from generator.extract.chains_speakers import speakers_of
from generator.extract.mentions_lexicons import speech_verbs


def join_going_on(board: Board) -> None:
    """An office that speaks in quotation marks right after a report by a named person, in one paragraph: the same person.

    The text must not have named the office before, nor say of anybody that he or she holds it, nor say what else the named
    person is.
    """
    speakers = speakers_of(board)
    if not any(_may_be(board, draft) for draft in speakers.values()):
        return
    roles = attested_roles(board, country_tokens(board.drafts))
    heads = {draft.head: draft for draft in board.drafts if draft.is_name}
    starts = _starts(find_regions(board.doc))
    for region, draft in sorted(speakers.items()):
        if not _may_be(board, draft):
            continue
        reporter = _reporter(board, starts[region], heads)
        if reporter is not None and _is_open(board, draft, reporter, roles):
            board.join(reporter, draft, f"{reporter.text} goes on to speak as {draft.text}")


def _may_be(board: Board, draft: Draft) -> bool:
    """Whether it is "the general manager", for the first time, and nobody's yet."""
    if not draft.is_nominal or draft.mention.type != "person" or board.of(draft).names:
        return False
    if board.of(draft).members[0] != draft.index or board.doc[draft.start].lower_ != "the":
        return False
    return board.doc[draft.head].lower_ in sole_offices()


def _starts(regions: list[int]) -> dict[int, int]:
    """Number of a quotation -> its first token."""
    found: dict[int, int] = {}
    for at, region in enumerate(regions):
        found.setdefault(region, at)
    return found


def _reporter(board: Board, start: int, heads: Mapping[int, Draft]) -> Draft | None:
    """The person named as the one who speaks in the sentence before the quotation that begins at token `start`."""
    sentence = _sentence_before(board, start)
    verb = sentence.root if sentence is not None else None
    if verb is None or verb.lemma_.lower() not in speech_verbs():
        return None
    subject = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
    if subject is None or any(child.dep_ == "conj" for child in subject.children) or _is_passive(verb):
        return None
    draft = heads.get(subject.i)
    return draft if draft is not None and draft.mention.type == "person" else None


def _sentence_before(board: Board, start: int) -> Span | None:
    first: Token = board.doc[start]
    begin: int = first.sent.start
    opens = all(not token.is_alpha for token in board.doc[begin:start])
    if not opens or begin == 0 or "\n" in board.doc[begin - 1].text:
        return None
    return board.doc[begin - 1].sent


def _is_passive(verb: Token) -> bool:
    return any(child.dep_ == "nsubjpass" for child in verb.children)


def _is_open(board: Board, draft: Draft, reporter: Draft, roles: Roles) -> bool:
    """Whether the text leaves open who holds the office, and what the named person is."""
    said = describe_draft(board, draft, country_tokens(board.drafts))
    for owner, role in ((owner, role) for held in roles.values() for owner, role in held):
        if board.root(owner) == board.root(reporter) or said.fits(role) or role.fits(said):
            return False
    return True
