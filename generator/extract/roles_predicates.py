"""What clauses say a person is: "X is the mayor of Y", "X, who was ...", "X was elected president", "X, in his role as ..."."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from generator.extract.chains_board import Draft
from generator.extract.roles_found import RolePhrase, after_determiner, end_of_phrase, is_office
from generator.extract.roles_lexicons import naming_verbs, opinions

_MODIFIERS = frozenset({"det", "poss", "amod", "compound", "nmod", "nummod", "nn"})
_BEING = frozenset({"be", "become", "remain"})
_SERVING = frozenset({"serve", "work", "act"})
_RELATIVES = frozenset({"who"})
_OPEN = frozenset({"neg", "aux", "mark"})
_OPEN_CLAUSES = frozenset({"ccomp", "pcomp", "csubj", "advcl", "xcomp"})
_NOT_QUITE = frozenset({"like", "as", "not", "never", "longer", "hardly", "barely", "almost", "only", "just"})
_NAMED_AS = frozenset({"oprd", "attr", "xcomp", "dobj", "appos"})


def find_predicates(doc: Doc, draft: Draft) -> Iterator[RolePhrase]:
    """The first predicate of the name that names an office; nothing under a negation, a doubt or a condition, nothing in a quotation
    (somebody's opinion there), nothing that another clause reports."""
    if draft.region >= 0:
        return
    for verb, passive in _clauses(doc[draft.head]):
        found = _predicate(doc, verb, passive)
        if found is not None:
            head, kind = found
            start = min((child.left_edge.i for child in head.lefts if child.dep_ in _MODIFIERS), default=head.i)
            if start > draft.end - 1:
                yield RolePhrase(draft, after_determiner(doc, start), end_of_phrase(doc, head), head.i, kind)
                return


def _clauses(name: Token) -> Iterator[tuple[Token, bool]]:
    """Verbs whose subject is the name, and whether they are passive; relative clauses behind it too."""
    if name.dep_ in ("nsubj", "nsubjpass") and name.head.dep_ not in _OPEN_CLAUSES:
        yield name.head, name.dep_ == "nsubjpass"
    for child in name.children:
        subjects = [word for word in child.children if word.lower_ in _RELATIVES] if child.dep_ == "relcl" else []
        if subjects:
            yield child, subjects[0].dep_ == "nsubjpass"


def _predicate(doc: Doc, verb: Token, passive: bool) -> tuple[Token, str] | None:
    if passive:
        return _naming(verb)
    if any(child.dep_ in _OPEN and child.lower_ not in ("has", "have", "had", "'s", "’s") for child in verb.children):
        return None
    if verb.lemma_ in _SERVING:
        head = _after_as(verb)
        return (head, "copula") if head is not None else None
    if verb.lemma_ not in _BEING:
        return None
    nouns = [child for child in verb.children if child.dep_ == "attr" and is_office(child)]
    return (nouns[0], "copula") if nouns and _is_attested(doc, nouns[0]) else None


def _naming(verb: Token) -> tuple[Token, str] | None:
    """The office that somebody is given: "was appointed chairman", "was sworn in as president"."""
    if verb.lemma_.lower() not in naming_verbs() or any(
        child.dep_ == "neg" or child.tag_ == "MD" or child.lower_ in ("be", "being", "if", "to")
        for child in verb.children
    ):
        return None
    nouns = [child for child in verb.children if child.dep_ in _NAMED_AS and child.i > verb.i and is_office(child)]
    head = nouns[0] if nouns else _after_as(verb)
    return (head, "naming") if head is not None else None


def _after_as(verb: Token) -> Token | None:
    for child in verb.children:
        if child.lower_ == "as" and child.i > verb.i and child.dep_ == "prep":
            found = [word for word in child.children if word.dep_ == "pobj" and is_office(word)]
            return found[0] if found else None
    return None


def _is_attested(doc: Doc, noun: Token) -> bool:
    """Whether the noun is an office and no judgement ("a star", "the best coach")."""
    superlative = any(child.tag_ in ("JJS", "RBS") or child.lower_ in _NOT_QUITE for child in noun.lefts)
    restricted = any(child.dep_ in ("acl", "relcl") and child.left_edge.i == noun.i + 1 for child in noun.rights)
    if restricted and any(child.lower_ == "the" for child in noun.lefts):
        return False  # "the fifth coach fired this year"
    before = doc[noun.left_edge.i - 1].lower_ if noun.left_edge.i else ""
    return not superlative and before not in _NOT_QUITE and (noun.lower_ not in opinions() or _is_of_a_name(noun))


def _is_of_a_name(noun: Token) -> bool:
    """Whether it is an office after all: "the leader of the Labour Party"."""
    of = [child for child in noun.rights if child.lower_ == "of"]
    return any(word.ent_type_ for child in of for word in child.children)
