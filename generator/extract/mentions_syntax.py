"""What the syntax around a name says of its type: it stands where places stand, or it speaks."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.extract.mentions_found import Found
from generator.extract.mentions_lexicons import (
    naming_nouns,
    person_nouns,
    personal_nouns,
    place_prepositions,
    speech_verbs,
    thing_nouns,
)

YEAR = 4  # digits
SUBJECTS = frozenset({"nsubj", "nsubjpass"})


def first_conjunct(token: Token) -> Token:
    """The first of several joined by "and", which alone hangs on the verb."""
    while token.dep_ == "conj" and token.head.i < token.i:
        token = token.head
    return token


def speaks(token: Token) -> bool:
    """Whether it is the subject of a verb of speaking."""
    return token.dep_ in SUBJECTS and token.head.lemma_.lower() in speech_verbs()


def is_family_like(token: Token) -> bool:
    """Whether it stands before a noun that is called after people: "the Fenwick administration", "Fenwick supporters"."""
    return token.dep_ == "compound" and token.i < token.head.i and token.head.lemma_.lower() in personal_nouns()


def is_named_body(token: Token) -> bool:
    """Whether a noun for an organization that bears names stands behind it: "the Gorse team"."""
    return token.dep_ == "compound" and token.i < token.head.i and token.head.lemma_.lower() in naming_nouns()


def has_owner(token: Token) -> bool:
    """Whether an owner or a year stands before a name, as before no person's and no place's: "his Gorse", "a 2008 Gorse"."""
    before = token.doc[token.i - 1] if token.i else token
    return before.tag_ == "PRP$" or (before.tag_ == "CD" and len(before.text) == YEAR and before.text.isdigit())


def is_owned(token: Token) -> bool:
    """Whether a singular name has a determiner, an owner or a year as no person's name has: "the Gorse", "his 2008 Gorse"."""
    if token.tag_ != "NNP" or token.dep_ == "compound":
        return False
    return has_owner(token) or (token.i > 0 and token.nbor(-1).tag_ == "DT")


def is_one_word(doc: Doc, item: Found) -> bool:
    """Whether no space stands inside the mention."""
    return not any(token.whitespace_ for token in doc[item.start : item.end - 1])


def is_locative(token: Token) -> bool:
    """Whether it stands where places do: "in X", "the village of X", "X, Ruritania", "X residents"."""
    token = first_conjunct(token)
    if token.dep_ == "pobj" and token.head.lower_ == "of" and thing_nouns().get(token.head.head.lower_) == "place":
        return True
    before = token.head.lower_ if token.dep_ == "pobj" else ""
    after = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    beside = after is not None and after.text == "," and any(child.ent_type_ == "LOC" for child in token.children)
    return before in place_prepositions() or beside or token.ent_type_ == "FAC" or _modifies_like_a_place(token)


def _modifies_like_a_place(token: Token) -> bool:
    """ "X residents", "the X police", "X airport", but not "X prices"."""
    if token.dep_ == "npadvmod":
        return True
    noun = token.head.lemma_.lower()
    return token.dep_ == "compound" and (
        token.head.tag_.startswith("NNP") or noun in person_nouns() or noun in thing_nouns()
    )
