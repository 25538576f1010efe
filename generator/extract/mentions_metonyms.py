"""Capitals that stand for their governments: "Moscow said", "accused Pyongyang of". The city itself says and sends nothing."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from generator.extract.mentions_found import Found
from generator.extract.mentions_lexicons import government_verbs
from generator.gazetteer import capital_of

METONYM = "metonym"
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def mark_metonyms(doc: Doc, found: list[Found]) -> list[Found]:
    """The same mentions; names of capitals that do or suffer what only a government can have `via` "metonym"."""
    return [replace(item, via=METONYM) if _is_metonym(doc, item) else item for item in found]


def _is_metonym(doc: Doc, item: Found) -> bool:
    if item.kind != "name" or item.type != "place" or not capital_of(doc[item.start : item.end].text):
        return False
    token = _first_conjunct(doc[item.end - 1])
    if token.dep_ in _SUBJECTS and token.head.lemma_.lower() in government_verbs("subject"):
        return True
    return token.dep_ == "dobj" and token.head.lemma_.lower() in government_verbs("object")


def _first_conjunct(token: Token) -> Token:
    """The first of several joined by "and", which alone hangs on the verb."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token
