"""Kinds of words that decide a sense: listed classes, and people, sums, scores, names by their shape and their entity."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType

from spacy.tokens import Token

from generator.extract.events_lexicon import verbs, words_in
from generator.extract.lexicon import read_lines
from generator.extract.mentions_lexicons import group_nouns, person_nouns, thing_nouns

MAX_SUM_WORDS = 6
MAX_SCORE = 5  # characters of a score in one token
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})
_PEOPLE_PRONOUNS = frozenset(
    {"he", "she", "him", "her", "who", "whom", "i", "we", "us", "me", "you", "himself", "herself"}
)


def is_of(word: Token, name: str) -> bool:
    """Whether a word belongs to a kind: a test of KINDS, or a class of `lexicons/events_classes.tsv`."""
    if name in KINDS:
        return KINDS[name](word)
    return not classes()[name].isdisjoint(forms(word))


def forms(word: Token) -> tuple[str, ...]:
    """What a word may be listed under. A common noun in the capitals of a headline keeps its plural as its lemma."""
    return (word.lemma_.lower(), word.lower_, word.lower_.removesuffix("s"))


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """Name of a class -> lemmas of its words, those of the classes that it names ("@film") included."""
    found: dict[str, frozenset[str]] = {}
    for line in read_lines("events_classes.tsv"):
        name, words = line.split("\t")
        listed = list(words_in(words))
        inner = [found[word[1:]] for word in listed if word.startswith("@")]
        found[name] = frozenset(word for word in listed if not word.startswith("@")).union(*inner)
    return MappingProxyType(found)


def is_sum(token: Token) -> bool:
    """Whether a phrase is a sum of money or a percentage."""
    near = (part for part in token.subtree if part.i - token.left_edge.i < MAX_SUM_WORDS)
    return any(part.tag_ == "$" or part.lemma_.lower() in verbs("sums") for part in near)


def _is_number(token: Token) -> bool:
    return token.tag_ == "CD" or token.lemma_.lower() in _SCALES


def _is_score(token: Token) -> bool:
    """A number that another number follows over a hyphen or a dash: "2-0"."""
    if not token.text[:1].isdigit() or not token.text.isdigit() or token.i + 2 >= len(token.doc):
        return "-" in token.text and token.text.replace("-", "").isdigit() and len(token.text) <= MAX_SCORE
    return token.nbor(1).text in ("-", "–") and token.nbor(2).text.isdigit() and len(token.nbor(2).text) <= 3


def _is_person(token: Token) -> bool:
    if token.ent_type_:
        return token.ent_type_ in ("PERSON", "NORP")
    lemma = token.lemma_.lower()
    return (
        lemma in person_nouns()
        or token.lower_ in group_nouns()
        or token.lower_ in _PEOPLE_PRONOUNS
        or (lemma in classes()["post"])
    )


def _is_organization(token: Token) -> bool:
    return token.ent_type_ == "ORG" or thing_nouns().get(token.lemma_.lower()) == "organization"


def _is_place(token: Token) -> bool:
    return token.ent_type_ in ("LOC", "FAC") or thing_nouns().get(token.lemma_.lower()) in ("place", "facility")


KINDS: Mapping[str, Callable[[Token], bool]] = MappingProxyType(
    {
        "person": _is_person,
        "organization": _is_organization,
        "place": _is_place,
        "sum": is_sum,
        "number": _is_number,
        "score": _is_score,
        "name": lambda token: token.ent_type_ != "" or token.tag_.startswith("NNP"),
        "country": lambda token: token.ent_type_ == "LOC",
        "plural": lambda token: token.tag_ in ("NNS", "NNPS"),
        "singular": lambda token: token.tag_ == "NN",
    }
)
