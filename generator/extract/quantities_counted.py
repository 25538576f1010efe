"""What a figure counts, and what became of it: "six Russian and five Chinese warplanes", "34 people were killed"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from generator.extract.times_atoms import Atoms, at, skip
from generator.extract.times_lexicon import words

_NUMBERS = "quantities_words"
_NOUNS = frozenset({"NOUN", "PROPN"})
# Tags of what may stand between a number and its noun.
_BETWEEN = frozenset("JJ JJR JJS NN NNP NNS NNPS VBN VBG CC CD POS RB , HYPH XX `` ''".split())
# Dependencies that lead from a number up to its noun.
_UPWARDS = frozenset("nummod quantmod compound amod conj nmod advmod dep det npadvmod appos".split())
_MAX_WORDS = 8


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: its lemma, and the atoms `[start, end)` that name it; `head` is the token of the noun."""

    lemma: str
    start: int
    end: int
    head: Token | None


def find_counted(atoms: Atoms, start: int, end: int) -> Counted | None:
    """What the figure in atoms `[start, end)` counts: its noun over the parse, else the nearest plural noun behind it."""
    place = skip(atoms, end, {"of"})
    place = skip(atoms, place, {"the", "its", "his", "her", "their", "our", "these", "those"}) if place > end else place
    if place > end and at(atoms, place).low in {"them", "us", "which", "whom", "it", "you"}:
        return None
    head = _noun_of(atoms, start, end) if place == end else _noun_at(atoms, place)
    stop = _stop(atoms, place, head) if head is not None else None
    if head is None or stop is None:
        return None
    return Counted(_lemma(head), place, stop, head)


def _noun_of(atoms: Atoms, start: int, end: int) -> Token | None:
    """The noun that the number modifies; it stands behind the number."""
    token = atoms[end - 1].token
    last = atoms[end - 1].end
    if token is None or not token.doc.has_annotation("DEP"):
        return None
    for _ in range(_MAX_WORDS):
        if token.idx >= last and token.pos_ in _NOUNS:
            return token
        if token.head is token or token.dep_ not in _UPWARDS:
            return None
        token = token.head
    return None


def _noun_at(atoms: Atoms, i: int) -> Token | None:
    """The head of the noun phrase that begins at `i` ("dozens of [Russian jets]")."""
    token = at(atoms, i).token
    if token is None:
        return None
    while token.pos_ not in _NOUNS or token.dep_ in {"compound", "nmod", "amod"}:
        if token.head is token or token.head.i < token.i or token.head.i - token.i > _MAX_WORDS:
            return token if token.pos_ in _NOUNS else None
        token = token.head
    return token


def _stop(atoms: Atoms, i: int, head: Token) -> int | None:
    """The place after the atom of `head`, when only modifiers stand between; None when it is too far or a clause comes between."""
    for place in range(i, min(i + 2 * _MAX_WORDS, len(atoms))):
        token = atoms[place].token
        if token is head:
            while at(atoms, place + 1).token is head:
                place += 1
            return place + 1
        if token is None or (token.tag_ not in _BETWEEN and token.text not in {"-", "–"}):
            return None
    return None


def _lemma(token: Token) -> str:
    return (token.lemma_ or token.text).lower()


def shared_noun(atoms: Atoms, end: int, following: int, counted: Counted | None) -> bool:
    """Whether the figure that ends at `end` shares the noun of the next one, which begins at `following`.

    "six Russian and five Chinese warplanes": only adjectives and a conjunction stand between them.
    """
    if counted is None or following - end not in range(1, 5):
        return False
    between = [atoms[place] for place in range(end, following)]
    if between[-1].low not in {"and", "or", ",", "plus"}:
        return False
    return all(atom.tag in {"JJ", "NNP", "CC", ","} or atom.low in {"and", ","} for atom in between)


def find_predicate(atoms: Atoms, end: int, counted: Counted | None) -> tuple[str | None, int]:
    """What became of the counted ("kill", "dead"), and the place after the word when it follows a bare figure ("34 dead")."""
    if counted is not None and counted.head is not None:
        return _predicate_of(counted.head), end
    place = end
    for _ in range(3):
        atom = at(atoms, place)
        if atom.low in words(_NUMBERS, "predicates"):
            return _lemma(atom.token) if atom.token is not None else atom.low, end
        if atom.low not in words(_NUMBERS, "links"):
            break
        place += 1
    token = at(atoms, end - 1).token
    return (_predicate_of(token) if token is not None and token.dep_ in {"dobj", "nsubjpass", "nsubj", "pobj"} else None), end


def _predicate_of(token: Token) -> str | None:
    """The verb that the noun is subject or object of, or a participle behind it ("34 people killed in")."""
    behind = next((child for child in token.children if child.dep_ in {"acl", "amod"} and child.i > token.i), None)
    if behind is not None and behind.tag_ in {"VBN", "JJ"}:
        return _lemma(behind)
    if token.dep_ in {"dobj", "nsubjpass", "nsubj"} and token.head.pos_ in {"VERB", "AUX"}:
        verb = token.head
        state = next((child for child in verb.children if child.dep_ in {"acomp", "oprd"}), None)
        return _lemma(state) if state is not None else _lemma(verb)
    if token.dep_ == "pobj" and token.head.lower_ in {"of", "to", "at"} and token.head.head.pos_ == "NOUN":
        return _lemma(token.head.head)
    return None
