"""Pronouns that stand for somebody or something."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from generator.extract.chains_lexicons import empty_it_verbs, telling_verbs
from generator.extract.mentions_found import Found, covered
from generator.extract.mentions_lexicons import Pronoun, pronouns
from generator.model import EntityType

_PRONOUN_TAGS = ("PRP", "PRP$")
# "It is likely that", "it seems that", "it was revealed that": here "it" stands for nothing before it.
_EMPTY_CLAUSES = frozenset({"ccomp", "csubj", "xcomp", "advcl"})
_PASSIVE_CLAUSES = frozenset({"ccomp", "csubj"})


def find_pronouns(doc: Doc, names: Sequence[Found]) -> list[Found]:
    """Personal and possessive pronouns outside names, in text order. "you" and an "it" that stands for nothing are left out."""
    taken = covered(names)
    return [
        Found(token.i, token.i + 1, type_of(word), "pronoun")
        for token in doc
        if token.i not in taken and (word := pronoun_of(token)) is not None and not _is_empty(token, word)
    ]


def pronoun_of(token: Token) -> Pronoun | None:
    """What this token says as a pronoun, or None ("US" is none, "us" is one)."""
    if token.tag_ not in _PRONOUN_TAGS or (token.text.isupper() and len(token.text) > 1 and token.text != "IT"):
        return None
    return pronouns().get(token.lower_)


def type_of(word: Pronoun) -> EntityType:
    """The type that a pronoun alone gives; the chain decides in the end."""
    if word.plural:
        return "group"
    return "person" if word.animate else "other"


def _is_empty(token: Token, word: Pronoun) -> bool:
    if word.animate is not False or token.lower_ != "it":
        return False
    if token.dep_ == "expl":
        return True
    verb = token.head
    clauses = {child.dep_ for child in verb.children if child.i > verb.i}
    if token.dep_ == "nsubjpass" and clauses & _PASSIVE_CLAUSES and verb.lemma_ not in telling_verbs():
        return True
    return token.dep_ in ("nsubj", "nsubjpass") and verb.lemma_ in empty_it_verbs() and bool(clauses & _EMPTY_CLAUSES)
