"""Who does what a verb says, as far as the tree tells: the subject of a verb without one of its own, and reflexive pronouns.

The subject and an object of one verb are two, unless the object is reflexive (principles A and B of Chomsky 1981, "Lectures on
Government and Binding", as far as a dependency tree can tell them).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from generator.extract.chains_board import Board, Draft
from generator.extract.chains_lexicons import object_control_prepositions
from generator.extract.chains_salience import SUBJECTS, window

_SHARING = frozenset({"xcomp", "pcomp", "prep", "conj", "advcl"})
_OBJECTS = frozenset({"dobj", "dative", "pobj"})
_MAX_CLIMB, _MAX_CLIMB_TO_CLAUSE = 4, 8
_RELATIVES = frozenset({"who", "which", "that"})


def subject_of(verb: Token) -> Token | None:
    """The subject of a verb, or the one that it shares with the verb above it: the object there, in "asked her to leave" and
    "blamed her for leaving"; the noun above, in "the woman who left". None when there is no such one."""
    for _ in range(_MAX_CLIMB):
        own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if own is not None:
            return verb.head if own.lower_ in _RELATIVES and verb.dep_ == "relcl" else own
        if verb.dep_ not in _SHARING:
            return None
        controller = _controlling_object(verb)
        if controller is not None:
            return controller
        verb = verb.head
    return None


def _controlling_object(verb: Token) -> Token | None:
    """The object of the verb above, when it does what this verb says."""
    above = verb.head
    if verb.dep_ == "pcomp":
        if above.lower_ not in object_control_prepositions():
            return None
        above = above.head
    elif verb.dep_ != "xcomp":
        return None
    objects = [child for child in above.children if child.dep_ in ("dobj", "dative") and child.i < verb.i]
    several = any(child.dep_ == "conj" for child in objects[0].children) if objects else True
    return None if several else objects[0]


def commander_of(token: Token) -> Token | None:
    """The subject of the nearest clause around a pronoun, its own left out: "Holm" for "she" in "Holm said she left" and for "her"
    in "Holm sold her house"."""
    above = token.head
    if token.dep_ in SUBJECTS:
        above = above.head if above.dep_ != "conj" else above.head.head
    for _ in range(_MAX_CLIMB_TO_CLAUSE):
        if above.tag_.startswith(("VB", "MD")):
            subject = subject_of(above)
            if subject is not None and subject.i != token.i:
                return subject
        if above.head.i == above.i:
            return None
        above = above.head
    return None


def is_reflexive(token: Token) -> bool:
    """Whether it is "himself", "themselves" ..."""
    return token.lower_.endswith(("self", "selves"))


def clause_mates(board: Board, draft: Draft) -> Iterator[Draft]:
    """What an object can't be unless it is reflexive: the subject of its verb, also one that the verb shares with a higher verb
    ("Smith tried to persuade him")."""
    token = board.doc[draft.head]
    if token.dep_ not in _OBJECTS or is_reflexive(token):
        return
    subject = subject_of(_governor(token))
    if subject is not None:
        yield from (other for other in window(board, draft, 0) if other.head == subject.i)


def bound_by(board: Board, draft: Draft, heads: Mapping[int, Draft]) -> Draft | None:
    """What a reflexive pronoun stands for: the name or description right before it ("Holm herself"), else its verb's subject.
    `heads` gives the mention that a token heads."""
    token = board.doc[draft.head]
    if token.dep_ not in _OBJECTS:
        before = next((other for other in window(board, draft, 0) if other.end == draft.start), None)
        if before is not None:
            return before
    subject = subject_of(_governor(token)) or commander_of(token)
    return heads.get(subject.i) if subject is not None else None


def _governor(token: Token) -> Token:
    return token.head.head if token.dep_ == "pobj" else token.head
