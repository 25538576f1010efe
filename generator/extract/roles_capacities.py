"""Posts in which somebody acts: "in his role as chairman of Acme, X signed", "X, in her capacity as mayor, spoke"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from generator.extract.chains_board import Draft
from generator.extract.roles_found import RolePhrase, after_determiner, end_of_phrase, is_office
from generator.extract.roles_lexicons import posts

_OWN = "PRP$"


def find_capacities(doc: Doc, draft: Draft) -> Iterator[RolePhrase]:
    """The office after "in his role as", where the name is the subject of the clause; nothing in a quotation."""
    name = doc[draft.head]
    if draft.region >= 0 or name.dep_ not in ("nsubj", "nsubjpass"):
        return
    for preposition in (*name.head.children, *name.children):
        for post in preposition.children if preposition.lower_ == "in" else ():
            office = _office(post) if post.lemma_.lower() in posts() and _is_own(post) else None
            if office is not None:
                start = after_determiner(doc, min(office.left_edge.i, office.i))
                yield RolePhrase(draft, start, end_of_phrase(doc, office), office.i, "naming")


def _is_own(post: Token) -> bool:
    return any(child.tag_ == _OWN for child in post.lefts)


def _office(post: Token) -> Token | None:
    for child in post.rights:
        if child.lower_ == "as":
            return next((word for word in child.children if word.dep_ == "pobj" and is_office(word)), None)
    return None
