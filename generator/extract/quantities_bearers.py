"""What has the height, the weight or the depth that a figure gives: "an 80m-deep well", "the well is 80 meters deep"."""

from __future__ import annotations

from spacy.tokens import Token

from generator.extract.quantities_measured import Measured, is_dimension

_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_DESCRIBING = frozenset({"relcl", "acl"})
# Under these an adjective may stand behind its noun: "a well 40 meters deep".
_BESIDE = frozenset({"amod", "acl", "advmod"})
_PLURALS = frozenset({"NNS", "NNPS"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_MAX_STEPS = 3


def find_bearer(measured: Measured | None) -> Token | None:
    """The noun that has what a named measure ("depth") tells; None for pronouns and plurals, and where the parse does not tell."""
    if measured is None or not is_dimension(measured):
        return None
    found = _of(measured.token) if measured.token.pos_ in _NOUNS else _above(measured.token)
    one = found is not None and found.pos_ in _NOUNS and found.is_alpha and found.tag_ not in _PLURALS
    return found if one else None


def _of(noun: Token) -> Token | None:
    """ "the depth of the [well]", "the [well]'s depth"."""
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    links = [child for child in noun.children if child.dep_ == "prep" and child.lower_ == "of" and child.i > noun.i]
    below = [child for link in links for child in link.children if child.dep_ == "pobj" and child.ent_type_ == ""]
    return owner or next((token for token in below if token.pos_ in _NOUNS and not token.like_num), None)


def _above(word: Token) -> Token | None:
    """The noun that an adjective stands before, or the subject of its verb."""
    token = word
    for _ in range(_MAX_STEPS):
        if token.pos_ in _VERBS:
            return _subject(token)
        if token.head.i == token.i or token.dep_ == "pobj":
            return None
        behind, token = token.dep_ in _BESIDE, token.head
        if token.pos_ in _NOUNS and (token.i > word.i or behind):
            return token
    return None


def _subject(verb: Token) -> Token | None:
    if verb.dep_ in _DESCRIBING:
        return verb.head
    return next((child for child in verb.children if child.dep_ in _SUBJECTS), None)
