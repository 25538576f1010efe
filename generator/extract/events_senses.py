"""Which of its senses a word has in a clause: the type of a trigger by what stands around it ("fired a coach", "fired a rocket")."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from spacy.tokens import Token

from generator.extract.events_lexicon import words_in
from generator.extract.lexicon import read_lines
from generator.extract.mentions_lexicons import group_nouns, person_nouns, thing_nouns

NO_EVENT = "-"
MAX_SUM_WORDS = 6
_SUMS = frozenset(
    {"%", "percent", "cent", "dollar", "euro", "pound", "yen", "yuan", "ruble", "rupee", "$", "€", "£", "¥"}
)
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})
_PEOPLE_PRONOUNS = frozenset(
    {"he", "she", "him", "her", "who", "whom", "i", "we", "us", "me", "you", "himself", "herself"}
)
_SUBJECTS = ("nsubj", "csubj")
_OBJECTS = ("dobj", "nsubjpass", "dative")
_COMPLEMENTS = ("acomp", "oprd", "advmod", "attr", "npadvmod", "xcomp")
_MODIFIERS = ("compound", "amod", "nmod", "poss", "nummod")
_COMPANY = frozenset({"nsubj", "nsubjpass", "dobj", "npadvmod", "compound", "amod", "nmod", "poss", "oprd"})
_NEAR = frozenset({"dobj", "prep", "nsubjpass", "acomp", "oprd"})
_DESCRIBING = ("acl", "relcl", "amod", "compound", "xcomp", "conj")
_TIES = ("prep", "agent", "dative", "prt", "advmod")
_VERB_TAG = "VB"


@dataclass(frozen=True, slots=True)
class Term:
    """One condition: a word in `slot` is one of `words`, or belongs to one of `classes`. Neither: the slot is filled."""

    slot: str
    words: frozenset[str]
    classes: tuple[str, ...]
    wanted: bool


@dataclass(frozen=True, slots=True)
class Sense:
    """`type` ("-": no event) holds where all `terms` do."""

    type: str
    terms: tuple[Term, ...]


def sense_of(token: Token, kind: str, lemma: str) -> str | None:
    """The type that the surroundings of `token` give it, "-" for no event, None where they say nothing.

    kind   "verb" or "noun";  lemma  under which `lexicons/events_senses.tsv` has its senses: the first whose terms hold counts."""
    for sense in senses().get((kind, lemma), ()):
        if all(_holds(term, token) for term in sense.terms):
            return sense.type
    return None


@cache
def senses() -> Mapping[tuple[str, str], tuple[Sense, ...]]:
    """(kind, lemma) -> its senses beside the listed one, in the order in which they are tried."""
    found: dict[tuple[str, str], tuple[Sense, ...]] = {}
    for line in read_lines("events_senses.tsv"):
        kind, lemmas, label, conditions = line.split("\t")
        sense = Sense(label, tuple(_term(part.strip()) for part in conditions.split(" & ")))
        for lemma in words_in(lemmas):
            found[kind, lemma] = (*found.get((kind, lemma), ()), sense)
    return MappingProxyType(found)


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


def _term(written: str) -> Term:
    slot, _, words = written.partition("=")
    listed = list(words_in(words))
    return Term(
        slot.removeprefix("!"),
        frozenset(word for word in listed if not word.startswith("@")),
        tuple(word[1:] for word in listed if word.startswith("@")),
        not slot.startswith("!"),
    )


def _holds(term: Term, token: Token) -> bool:
    fillers = _SLOTS[term.slot](token) if term.slot in _SLOTS else _governed(token, term.slot)
    if not term.words and not term.classes:
        return any(True for _ in fillers) == term.wanted
    if term.slot == "self":
        return (token.lower_ in term.words) == term.wanted
    return any(_fits(term, word) for word in fillers) == term.wanted


def _fits(term: Term, word: Token) -> bool:
    return not term.words.isdisjoint(_forms(word)) or any(_is_of(word, name) for name in term.classes)


def _is_of(word: Token, name: str) -> bool:
    if name in _TESTS:
        return _TESTS[name](word)
    return not classes()[name].isdisjoint(_forms(word))


def _forms(word: Token) -> tuple[str, ...]:
    """What a word may be listed under. A common noun in the capitals of a headline keeps its plural as its lemma."""
    return (word.lemma_.lower(), word.lower_, word.lower_.removesuffix("s"))


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


def _before(token: Token) -> Iterator[Token]:
    if token.i > token.sent.start:
        yield token.nbor(-1)


def _after(token: Token) -> Iterator[Token]:
    if token.i + 1 < token.sent.end:
        yield token.nbor(1)


def _self(token: Token) -> Iterator[Token]:
    yield token


def _with_conjuncts(words: Iterable[Token]) -> Iterator[Token]:
    for word in words:
        yield word
        yield from _with_conjuncts(child for child in word.rights if child.dep_ == "conj")


def is_sum(token: Token) -> bool:
    """Whether a phrase is a sum of money or a percentage."""
    near = (part for part in token.subtree if part.i - token.left_edge.i < MAX_SUM_WORDS)
    return any(part.tag_ == "$" or part.lemma_.lower() in _SUMS for part in near)


def _is_number(token: Token) -> bool:
    return token.tag_ == "CD" or token.lemma_.lower() in _SCALES


def _is_score(token: Token) -> bool:
    """A number that another number follows over a hyphen or a dash: "2-0"."""
    if not token.text[:1].isdigit() or not token.text.isdigit() or token.i + 2 >= len(token.doc):
        return "-" in token.text and token.text.replace("-", "").isdigit() and len(token.text) <= 5
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


_SLOTS: Mapping[str, Callable[[Token], Iterator[Token]]] = MappingProxyType(
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
        "before": _before,
        "after": _after,
        "self": _self,
        "thing": _things,
    }
)
_TESTS: Mapping[str, Callable[[Token], bool]] = MappingProxyType(
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
