"""What a description or a role says, apart from its exact words: head noun, modifiers, countries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract.chains_board import Draft
from generator.extract.chains_lexicons import naming_verbs
from generator.extract.mentions_lexicons import rank_words, spellings

_WORD_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG"})


@dataclass(frozen=True, slots=True)
class Description:
    """Head noun (lower-case lemma, American spelling), other nouns and adjectives, codes of the countries in it."""

    head: str
    words: frozenset[str]
    codes: frozenset[str]

    @property
    def ranks(self) -> frozenset[str]:
        """The words that make another office of it ("deputy")."""
        return self.words & rank_words()

    def fits(self, other: Description) -> bool:
        """Whether this shorter description may stand for `other`: the same head and rank, no word or country that `other` lacks."""
        return (
            self.head == other.head
            and self.ranks == other.ranks
            and self.words <= other.words
            and not (self.codes and other.codes and not self.codes & other.codes)
        )


def describe(doc: Doc, start: int, end: int, head: int, codes_at: Mapping[int, str]) -> Description:
    """The description in tokens `[start, end)`; `codes_at` gives the country that a token names, if any."""
    codes = frozenset(codes_at[at] for at in range(start, end) if at in codes_at)
    words = frozenset(
        plain_word(doc[at])
        for at in range(start, end)
        if at != head and at not in codes_at and doc[at].tag_ in _WORD_TAGS
    )
    return Description(plain_word(doc[head]), words, codes)


def plain_word(token: Token) -> str:
    """Lower-case lemma in American spelling."""
    lemma = token.lemma_.lower() if token.tag_ in ("NNS", "NNPS") else token.lower_
    return spellings().get(lemma, lemma)


def country_tokens(drafts: Sequence[Draft]) -> dict[int, str]:
    """Token -> country code, for the tokens of countries' names and demonyms."""
    return {at: draft.code for draft in drafts if draft.code for at in range(draft.start, draft.end)}


def end_of_complement(doc: Doc, end: int) -> int:
    """The token after "of France", "of the ministry" behind a description's head noun, or `end` when there is none."""
    if end >= len(doc) or doc[end].lower_ != "of":
        return end
    objects = [child for child in doc[end].children if child.dep_ == "pobj"]
    return min(objects[0].i + 1, end + 6, len(doc)) if objects else end


def is_told_apart(doc: Doc, head: int) -> bool:
    """Whether words after the noun say which one is meant, so that it takes nothing up: "the village of Ard", "the firm that sold
    it", "the man accused of it"."""
    token = doc[head]
    for child in token.rights:
        after_comma = doc[child.left_edge.i - 1].text in _PAUSES
        if child.dep_ in _RESTRICTIVE and not after_comma:
            return True
        if child.lower_ == "of" and any(word.tag_ in ("NNP", "NNPS") for word in child.children):
            return True
    return False


def named_as(noun: Token) -> Token | None:
    """Who is made or will be what the noun says: "named Holm as the host", "Holm was named as the host", "Holm will be the host"."""
    verb = noun.head
    if noun.dep_ == "attr":
        helpers = {child.lower_ for child in verb.children if child.dep_ in ("aux", "neg")}
        return _child(verb, ("nsubj",)) if verb.lemma_ == "be" and helpers == {"will"} else None
    if noun.dep_ != "pobj" or verb.lower_ != "as" or verb.head.lemma_ not in naming_verbs():
        return None
    verb = verb.head
    if any(child.dep_ == "neg" for child in verb.children):
        return None
    return _child(verb, ("nsubjpass",)) or _child(verb, ("dobj",))


def _child(verb: Token, relations: tuple[str, ...]) -> Token | None:
    return next((child for child in verb.children if child.dep_ in relations), None)


_PAUSES = frozenset({",", "–", "—", "(", "-"})
_RESTRICTIVE = frozenset({"relcl", "acl"})
