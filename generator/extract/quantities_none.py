"""Counts of none: "no one was injured", "none of the passengers died", "no casualties".

Only what counts people's fates is read, and only where it is told as a fact of all: "no one else", "no one on the ground",
"no one was seriously injured", "if no one is hurt" leave room for some.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from generator.extract.times_atoms import Atoms
from generator.extract.times_lexicon import table, words

_NONE = "quantities_none"
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_NOUN_PLACES = _SUBJECTS | {"dobj", "attr"}
_PARTS_OF_VERB = frozenset({"aux", "auxpass"})
# Children of the counted that say nothing of which ones.
_PLAIN = frozenset({"det", "cc", "conj", "punct", "expl"})
_MAX_LINKS = 4


@dataclass(frozen=True, slots=True)
class NoneFound:
    """A count of none over the characters `[start, end)`; `of` is the lemma of the counted noun and `noun` its token, if any."""

    start: int
    end: int
    of: str
    noun: Token | None
    predicate: str


def find_none(atoms: Atoms) -> list[NoneFound]:
    """The counts of none in a sentence, in text order."""
    tokens = list(dict.fromkeys(atom.token for atom in atoms if atom.token is not None))
    if not tokens or not tokens[0].doc.has_annotation("DEP") or tokens[-1].text == "?":
        return []
    return sorted((found for token in tokens for found in _read(token)), key=lambda found: (found.start, found.end))


def _read(token: Token) -> Iterator[NoneFound]:
    if token.lower_ in words(_NONE, "nobody"):
        yield from _of_all(token, token, "people", None)
    elif token.lower_ == "none":
        yield from _of_group(token)
    elif token.lower_ == "no" and token.dep_ == "det" and token.head.i > token.i:
        head = token.head
        if head.lower_ == "one":
            yield from _of_all(token, head, "people", None)
        elif head.lemma_.lower() in table(_NONE, "nouns"):
            yield from _of_nouns(token, head)
        elif head.pos_ == "NOUN":
            yield from _of_all(token, head, head.lemma_.lower(), head)


def _of_group(token: Token) -> Iterator[NoneFound]:
    """ "none of the passengers": the noun under "of"; "none of them" counts people."""
    links = [child for child in token.children if child.dep_ == "prep"]
    if len(links) != 1 or links[0].lower_ != "of":
        return
    nouns = [child for child in links[0].children if child.dep_ == "pobj"]
    if len(nouns) == 1 and nouns[0].pos_ == "NOUN" and not any(child.dep_ == "relcl" for child in nouns[0].children):
        yield from _of_all(token, token, nouns[0].lemma_.lower(), nouns[0], {"prep"})


def _of_all(
    opener: Token, head: Token, of: str, noun: Token | None, more: frozenset[str] | set[str] = frozenset()
) -> Iterator[NoneFound]:
    """The fates of nobody: of the verb that `head` is the subject of, and of those beside it."""
    if head.dep_ not in _SUBJECTS or any(child.dep_ not in _PLAIN | more for child in head.children):
        return
    verb = head.head
    if verb.i < head.i or not is_fact(verb):
        return
    for told in (verb, *_beside(verb)):
        fate = fate_of(told, head.dep_ == "nsubjpass")
        if fate is not None:
            yield NoneFound(opener.idx, fate[0].idx + len(fate[0]), of, noun, fate[1])


def _beside(verb: Token) -> list[Token]:
    """Verbs that share the subject: "killed or injured"."""
    found = [child for child in verb.children if child.dep_ == "conj" and child.i > verb.i]
    return [
        child
        for child in found
        if not any(other.dep_ in _SUBJECTS | _PARTS_OF_VERB | {"neg"} for other in child.children)
    ]


def fate_of(verb: Token, passive: bool) -> tuple[Token, str] | None:
    """The word that tells what became of nobody, and the name of that."""
    if any(child.lower_ in words(_NONE, "degrees") for child in verb.children):
        return None
    lemma = verb.lemma_.lower()
    if passive and lemma in table(_NONE, "passives"):
        return verb, str(table(_NONE, "passives")[lemma])
    if not passive and lemma in table(_NONE, "intransitives"):
        return verb, str(table(_NONE, "intransitives")[lemma])
    for state in (child for child in verb.children if child.dep_ in {"acomp", "oprd"}):
        plain = not any(child.lower_ in words(_NONE, "degrees") for child in state.children)
        if plain and state.lower_ in table(_NONE, "states"):
            return state, str(table(_NONE, "states")[state.lower_])
    return None


def is_fact(verb: Token) -> bool:
    """Whether the clause is told as what was: no negation, no "may", no "if", no hope, up to the verb of the sentence."""
    children = list(verb.children)
    if any(child.dep_ == "neg" or child.tag_ == "MD" or child.tag_ == "TO" for child in children):
        return False
    token = verb
    for _ in range(_MAX_LINKS):
        if any(
            child.dep_ in {"mark", "advmod"} and child.lower_ in words(_NONE, "unreal_marks")
            for child in token.children
        ):
            return False
        if token.head is token:
            return True
        if token.dep_ in {"ccomp", "xcomp", "acl"} and token.head.lemma_.lower() in words(_NONE, "unreal_verbs"):
            return False
        if token.dep_ in {"ccomp", "xcomp"} and any(child.dep_ == "neg" for child in token.head.children):
            return False
        token = token.head
    return True


def _of_nouns(opener: Token, head: Token) -> Iterator[NoneFound]:
    """ "no casualties", "no deaths or injuries"."""
    if head.dep_ not in _NOUN_PLACES or not _is_whole(head) or not _is_told(head):
        return
    beside = (child for child in head.children if child.dep_ == "conj")
    for noun in (head, *beside):
        lemma = noun.lemma_.lower()
        if lemma in table(_NONE, "nouns") and _is_whole(noun):
            yield NoneFound(opener.idx, noun.idx + len(noun), lemma, noun, str(table(_NONE, "nouns")[lemma]))


def _is_told(head: Token) -> bool:
    verb = head.head
    known = verb.lemma_.lower() in words(_NONE, "reporting")
    return known and verb.pos_ in {"VERB", "AUX"} and is_fact(verb)


def _is_whole(noun: Token) -> bool:
    """Whether nothing narrows the noun: "no serious injuries", "no deaths among the crew" do."""
    return all(child.dep_ in _PLAIN or _is_harmless(child) for child in noun.children)


def _is_harmless(child: Token) -> bool:
    if child.dep_ == "acl" and child.lemma_.lower() in words(_NONE, "reporting"):
        return True
    return child.dep_ == "prep" and child.lower_ in words(_NONE, "noun_links")
