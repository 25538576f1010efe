"""Where people belong, without an office: "NBC's Ida Holm", "Ida Holm of Acme", "Ida Holm, from Elmsport University", "(R-Texas)"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract.chains_board import Draft
from generator.extract.roles_found import people
from generator.extract.roles_lexicons import memberships, parties, states

_CLOSED = frozenset({",", ".", ")", "–", "—", ";"})
_DASHES = frozenset({"-", "–", "—", ",", "of", "from"})
_CLITICS = frozenset({"'s", "’s", "'", "’"})
_LONGEST_STATE = 4  # tokens: "N.", "H." or "New Hampshire"
_LIKENED = frozenset({"DT", "PRP$", "``"})
_TIES = frozenset({"of"})


@dataclass(frozen=True, slots=True)
class Affiliation:
    """Tokens `[start, end)` that say where the person of the name `draft` belongs; `words` for readers, or "" for those of the text."""

    draft: Draft
    start: int
    end: int
    words: str = ""


def find_affiliations(doc: Doc, drafts: Sequence[Draft]) -> list[Affiliation]:
    """All affiliations of people's names, name by name in text order."""
    starts = {draft.start: draft for draft in drafts if draft.is_name}
    ends = {draft.end: draft for draft in drafts if draft.is_name}
    found: list[Affiliation] = []
    for draft in people(drafts):
        found.extend(_party(doc, draft))
        found.extend(_owner(doc, draft, ends))
        found.extend(_member(doc, draft, starts))
    return found


def _party(doc: Doc, draft: Draft) -> Iterator[Affiliation]:
    """The party and the state behind a politician's name: "(D-Ohio)", ", R-Texas,", "(R)"."""
    at = draft.end + 1
    if at >= len(doc) or doc[draft.end].text not in ("(", ","):
        return
    noun = parties().get(doc[at].text.removesuffix("."))
    bracketed = doc[draft.end].text == "("
    if noun is None:
        state = _state(doc, at) if bracketed and draft.mention.honorific else None
        if state is not None and doc[state[1] : state[1] + 1].text == ")":
            yield Affiliation(draft, at, state[1], state[0])
        return
    if bracketed and at + 1 < len(doc) and doc[at + 1].text == ")":
        yield Affiliation(draft, at, at + 1, noun)
    elif at + 2 < len(doc) and doc[at + 1].text in _DASHES:
        state = _state(doc, at + 2)
        if state is not None:
            yield Affiliation(draft, at, state[1], f"{noun} from {state[0]}")


def _state(doc: Doc, start: int) -> tuple[str, int] | None:
    """The state that begins here and the token after it."""
    for end in range(min(start + _LONGEST_STATE, len(doc)), start, -1):
        name = states().get(doc[start:end].text)
        if name is not None:
            return name, end
    return None


def _owner(doc: Doc, draft: Draft, ends: Mapping[int, Draft]) -> Iterator[Affiliation]:
    """The organization whose somebody is: "NBC's Ida Holm"."""
    at = draft.start - 1
    if at < 1 or doc[at].text not in _CLITICS or doc[at].tag_ != "POS":
        return
    owner = ends.get(at)
    if owner is not None and owner.mention.type == "organization" and draft.start <= doc[owner.head].head.i < draft.end:
        yield Affiliation(draft, owner.start, owner.end)


def _member(doc: Doc, draft: Draft, starts: Mapping[int, Draft]) -> Iterator[Affiliation]:
    """The organization behind the name, or behind the name and a comma: "Ida Holm of Acme", "Ida Holm, of Acme,"."""
    at = draft.end
    if draft.start and doc[draft.start - 1].tag_ in _LIKENED:
        return  # "the Mozart of Norway" is somebody else
    apart = at < len(doc) and doc[at].text == ","
    at += apart
    if at + 1 >= len(doc) or doc[at].lower_ not in memberships() or not doc[at].text.islower():
        return
    first = at + 2 if doc[at + 1].tag_ == "DT" else at + 1
    owner = starts.get(first)
    hangs = draft.start <= doc[at].head.i < draft.end
    if owner is None or not hangs or (not apart and doc[at].lower_ not in _TIES):
        return
    if owner.mention.type != "organization" and not _is_home(doc[at], owner, draft):
        return
    if not apart or owner.end >= len(doc) or doc[owner.end].text in _CLOSED:
        yield Affiliation(draft, owner.start, owner.end)


def _is_home(preposition: Token, owner: Draft, draft: Draft) -> bool:
    """Whether the place behind "of" is a country, or what an official stands for ("Sen. Ida Holm of Vermont")."""
    official = bool(owner.code or draft.mention.honorific)
    return owner.mention.type == "place" and preposition.lower_ in _TIES and official
