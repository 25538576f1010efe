"""Descriptions of people, organizations and places: "the Russian minister", "his counterpart", "the company", "a spokesman"."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from generator.extract.mentions_found import Found, covered
from generator.extract.mentions_lexicons import group_nouns, person_nouns, thing_nouns
from generator.model import EntityType

_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_MODIFIERS = frozenset({"det", "poss", "amod", "compound", "nummod", "nmod", "nn", "predet", "quantmod"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "agent", "pobj", "dobj"})
_STANDING = frozenset({"nsubj", "nsubjpass", "dobj", "pobj", "dative", "appos", "attr", "conj", "poss"})
_MAX_TOKENS = 8


def find_nominals(doc: Doc, names: Sequence[Found]) -> list[Found]:
    """Descriptions worth resolving, in text order: from the determiner to the head noun.

    People are taken when determined, when a people's name stands before the noun ("Russian officials"), or as bare plurals;
    organizations and places only when definite ("the company"). A title before a name belongs to the name.
    """
    inside = covered(item for item in names if item.via != "demonym")
    starts = {item.start for item in names if item.via != "demonym"}
    demonyms = covered(item for item in names if item.via == "demonym")
    found = []
    for token in doc:
        if _is_aged(token) and token.i not in inside:
            found.append(Found(_first(token, inside), token.i + 1, "person", "nominal"))
        if token.tag_ not in _NOUN_TAGS or token.i in inside or token.i + 1 in starts or token.dep_ == "compound":
            continue
        kind = noun_type(token)
        start = _first(token, inside)
        if kind and token.i - start < _MAX_TOKENS and _is_worth(doc, start, token, kind, demonyms):
            found.append(Found(start, token.i + 1, kind, "nominal"))
    return found


def _is_aged(token: Token) -> bool:
    """Whether it ends "the 54-year-old" without a noun after it, and so stands for somebody."""
    if token.dep_ not in _STANDING or not age_before(token):
        return False
    return any(child.dep_ == "det" for child in token.lefts)


def age_before(token: Token) -> str:
    """The number in "54-year-old" when this is its last token, else ""."""
    if token.lower_ != "old":
        parts = token.lower_.split("-")
        return parts[0] if parts[-2:] == ["year", "old"] and len(parts) > 2 else ""
    parts = [part.lower_ for part in token.doc[max(0, token.i - 4) : token.i]]
    return parts[0] if parts[1:] == ["-", "year", "-"] else ""


def noun_type(token: Token) -> EntityType | None:
    """The type that a head noun gives: "person" for one, "group" for several people; None when no lexicon knows it.

    The word before it may belong to it: an "air force" is no force, a "coast guard" no guard.
    """
    of_two_words = thing_nouns().get(f"{token.doc[token.i - 1].lower_} {token.lower_}") if token.i else None
    if of_two_words:
        return of_two_words
    forms = (token.lower_, token.lemma_.lower())
    plural = token.tag_ in _PLURAL_TAGS
    if token.lower_ in group_nouns():
        return "group"
    if any(form in person_nouns() for form in forms):
        return "group" if plural else "person"
    thing = next((thing_nouns()[form] for form in forms if form in thing_nouns()), None)
    return None if plural else thing


def _first(head: Token, inside: set[int]) -> int:
    """The first token of the description: modifiers that stand in one piece before the head."""
    edges = [child.left_edge.i for child in head.lefts if child.dep_ in _MODIFIERS]
    start = min(edges, default=head.i)
    gap = next((at for at in range(head.i - 1, start - 1, -1) if head.doc[at].is_space), start - 1)
    return max(start, gap + 1) if head.i not in inside else head.i


def _is_worth(doc: Doc, start: int, head: Token, kind: EntityType, demonyms: set[int]) -> bool:
    first = doc[start]
    definite = first.lower_ in _DEFINITE or any(child.dep_ == "poss" for child in head.lefts)
    if kind not in ("person", "group"):
        return definite
    if definite or (start < head.i and first.dep_ == "det") or any(at in demonyms for at in range(start, head.i)):
        return True
    return kind == "group" and head.dep_ in _SUBJECTS
