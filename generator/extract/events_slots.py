"""The places around a word in the parse that may decide its sense: subject, object, modifiers, what a preposition governs ..."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from spacy.tokens import Token

_SUBJECTS = ("nsubj", "csubj")
_OBJECTS = ("dobj", "nsubjpass", "dative")
_COMPLEMENTS = ("acomp", "oprd", "advmod", "attr", "npadvmod", "xcomp")
_MODIFIERS = ("compound", "amod", "nmod", "poss", "nummod")
_COMPANY = frozenset({"nsubj", "nsubjpass", "dobj", "npadvmod", "compound", "amod", "nmod", "poss", "oprd"})
_NEAR = frozenset({"dobj", "prep", "nsubjpass", "acomp", "oprd"})
_DESCRIBING = ("acl", "relcl", "amod", "compound", "xcomp", "conj")
_TIES = ("prep", "agent", "dative", "prt", "advmod")
_VERB_TAG = "VB"


def fillers(slot: str, token: Token) -> Iterator[Token]:
    """The words in a slot of `token`: one of SLOTS, or a preposition, whose objects they are."""
    return SLOTS[slot](token) if slot in SLOTS else _governed(token, slot)


def subjects(token: Token) -> Iterator[Token]:
    """Who does it: the active subject or the agent of a passive; of a dependent verb without one, that of its governor."""
    yield from _with_conjuncts(child for child in token.children if child.dep_ in _SUBJECTS)
    for child in token.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ == "by"):
            yield from _with_conjuncts(inner for inner in child.children if inner.dep_ == "pobj")
    if any(child.dep_ in (*_SUBJECTS, "nsubjpass") for child in token.children):
        return
    if token.dep_ in ("relcl", "acl") and token.tag_ != "VBN":
        yield token.head
    elif token.dep_ in ("conj", "xcomp", "advcl") and token.head.tag_.startswith(_VERB_TAG):
        yield from subjects(token.head)


def objects(token: Token) -> Iterator[Token]:
    """To whom or what: the object, the subject of a passive, the noun that a participle describes."""
    yield from _with_conjuncts(child for child in token.children if child.dep_ in _OBJECTS)
    if token.dep_ in ("acl", "amod") and token.tag_ == "VBN":
        yield token.head
    elif token.dep_ == "relcl" and any(
        child.dep_ in _SUBJECTS and child.tag_ not in ("WDT", "WP") for child in token.children
    ):
        if not any(child.dep_ == "dobj" and child.tag_ not in ("WDT", "WP") for child in token.children):
            yield token.head
    elif (
        token.dep_ == "conj" and token.tag_ == "VBN" and any(child.dep_ == "nsubjpass" for child in token.head.children)
    ):
        yield from (child for child in token.head.children if child.dep_ == "nsubjpass")


def _things(token: Token) -> Iterator[Token]:
    for word in objects(token):
        yield word
        yield from _modifiers(word)


def _governed(token: Token, preposition: str) -> Iterator[Token]:
    """What `preposition` governs beside the word (or beside its object, or the light verb of a noun)."""
    for holder in (token, *(child for child in token.children if child.dep_ in ("dobj", "prep", "prt"))):
        for child in holder.children:
            if child.dep_ in _TIES and child.lower_ == preposition:
                inner = [word for word in child.children if word.dep_ in ("pobj", "pcomp")]
                yield from _with_conjuncts(inner)
                if not inner:
                    yield child


def _particles(token: Token) -> Iterator[Token]:
    """Particles and adverbs; prepositions only where they govern nothing."""
    for child in token.children:
        if child.dep_ in ("prt", "advmod") or (child.dep_ == "prep" and not any(True for _ in child.rights)):
            yield child


def _complements(token: Token) -> Iterator[Token]:
    return (child for child in token.children if child.dep_ in _COMPLEMENTS)


def _clauses(token: Token) -> Iterator[Token]:
    return (child for child in token.children if child.dep_ == "ccomp")


def _modifiers(token: Token) -> Iterator[Token]:
    return _with_conjuncts(child for child in token.children if child.dep_ in _MODIFIERS)


def _described(token: Token) -> Iterator[Token]:
    if token.dep_ in _MODIFIERS:
        yield token.head


def _governors(token: Token) -> Iterator[Token]:
    """The verb, or the preposition, that governs a noun."""
    if token.dep_ in ("dobj", "nsubj", "nsubjpass", "pobj", "attr"):
        yield token.head
    if token.dep_ == "pobj" and token.head.head.tag_.startswith(_VERB_TAG):
        yield token.head.head


def _company(token: Token) -> Iterator[Token]:
    """Subject, objects and modifiers, what the prepositions govern, and what the word itself describes."""
    for child in token.children:
        if child.dep_ in _COMPANY:
            yield child
            yield from (inner for inner in child.children if inner.dep_ in ("pobj", "quantmod", "nmod", "compound"))
        elif child.dep_ == "prep":
            yield from (inner for inner in child.children if inner.dep_ == "pobj")
    if token.dep_ in _DESCRIBING:
        yield token.head


def _near(token: Token) -> Iterator[Token]:
    """Objects, complements, prepositions and what these govern."""
    for child in token.children:
        if child.dep_ in _NEAR:
            yield child
            if child.dep_ == "prep":
                yield from child.children


def _sentence(token: Token) -> Iterator[Token]:
    return (word for word in token.sent if word.i != token.i)


def _previous(token: Token) -> Iterator[Token]:
    if token.i > token.sent.start:
        yield token.nbor(-1)


def _next(token: Token) -> Iterator[Token]:
    if token.i + 1 < token.sent.end:
        yield token.nbor(1)


def _self(token: Token) -> Iterator[Token]:
    yield token


def _with_conjuncts(words: Iterable[Token]) -> Iterator[Token]:
    for word in words:
        yield word
        yield from _with_conjuncts(child for child in word.rights if child.dep_ == "conj")


SLOTS: Mapping[str, Callable[[Token], Iterator[Token]]] = MappingProxyType(
    {
        "subject": subjects,
        "object": objects,
        "complement": _complements,
        "clause": _clauses,
        "particle": _particles,
        "modifier": _modifiers,
        "described": _described,
        "governor": _governors,
        "company": _company,
        "near": _near,
        "sentence": _sentence,
        "previous": _previous,
        "next": _next,
        "self": _self,
        "thing": _things,
    }
)
