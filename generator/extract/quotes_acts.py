"""What a cue reports that is no clause: an infinitive ("urged them to go"), an object ("announced a strike"), what the words are
about ("condemned the attack"), and what a noun carries ("his claim that ...")."""

from __future__ import annotations

from spacy.tokens import Token

from generator.extract.quotes_cues import OBJECTS, Cue
from generator.extract.quotes_lexicon import load_words

_CLAUSES = frozenset({"ccomp", "xcomp"})
_INFINITIVES = _CLAUSES | {"advcl"}
_OF_A_NOUN = frozenset({"acl", "ccomp", "relcl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PRONOUNS = frozenset({"him", "her", "them", "us", "me", "it", "you", "himself", "herself", "themselves", "itself"})


def infinitive_of(cue: Cue) -> tuple[int, int] | None:
    """First and last token of an infinitive that the verb reports, with who is to do it; else None."""
    if cue.head.lemma_.lower() not in load_words().infinitives:
        return None
    for child in cue.head.children:
        if child.dep_ in _INFINITIVES and child.i > cue.head.i and _is_infinitive(child):
            left = max(child.left_edge.i, cue.head.i + 1)
            whom = _addressed(cue.head, child)
            if child.lemma_.lower() in load_words().anonymity and any(item.dep_ == "neg" for item in child.children):
                continue
            if child.dep_ == "advcl" and whom is None:
                continue  # "called to complain", "promised in order to win": what it is for
            return (min(left, whom.left_edge.i) if whom is not None else left), child.right_edge.i
    return None


def object_of(cue: Cue) -> tuple[int, int] | None:
    """First and last token of an object that is itself what was said ("announced the arrest of two men"); else None."""
    allowed = load_words().objects.get(cue.head.lemma_.lower(), frozenset())
    for child in cue.head.children if allowed else ():
        if child.i < cue.head.i:
            continue
        if "" in allowed and _is_object(child):
            return child.left_edge.i, _to_comma(cue.head, _object_end(cue.head, child))
        if child.dep_ == "dobj" and any(prep.dep_ == "prep" and prep.lower_ in allowed for prep in child.children):
            return child.left_edge.i, child.right_edge.i
        if child.dep_ == "prep" and child.lower_ in allowed and any(True for _ in child.children):
            whom = _addressed(cue.head, child)
            return (whom.left_edge.i if whom is not None else child.i + 1), child.right_edge.i
    return None


def topic_of(cue: Cue) -> tuple[int, int] | None:
    """First and last token of what a verb of speech is about ("condemned the attack", "called the plan a gift"); else None."""
    lemma = cue.head.lemma_.lower()
    names = cue.kind in ("naming", "naming_as") or lemma in ("call", "describe")
    for child in cue.head.children if names or lemma in load_words().topics else ():
        if child.i > cue.head.i and child.dep_ == "dobj" and child.pos_ in ("NOUN", "PROPN"):
            right = _named_end(cue.head, child) if names else _object_end(cue.head, child)
            return (child.left_edge.i, right) if right is not None else None
    return None


def _named_end(verb: Token, noun: Token) -> int | None:
    """The end of what the object is called, right after it; None when it is called nothing."""
    for child in verb.children:
        if child.left_edge.i == noun.right_edge.i + 1 and (child.dep_ == "oprd" or child.lower_ == "as"):
            return child.right_edge.i
    return None


def puts_it(verb: Token) -> bool:
    """Whether this is "(as X) put it"."""
    words = load_words().with_it
    return verb.lemma_.lower() in words and any(
        child.dep_ == "dobj" and child.lower_ == "it" for child in verb.children
    )


def noun_clause_of(cue: Cue) -> tuple[int, int] | None:
    """First and last token of what a noun reports ("his claim that ...", "her promise to ..."); else None."""
    for child in cue.head.children:
        if child.dep_ in _OF_A_NOUN and child.i > cue.head.i:
            mark = next((item for item in child.children if item.dep_ == "mark" and item.lower_ == "that"), None)
            if mark is not None:
                return mark.i + 1, child.right_edge.i
            if child.dep_ == "acl" and _is_infinitive(child) and cue.head.lemma_.lower() in load_words().commissive:
                return child.left_edge.i, child.right_edge.i
    return None


def _is_infinitive(clause: Token) -> bool:
    return any(child.dep_ == "aux" and child.tag_ == "TO" for child in clause.children)


def _addressed(verb: Token, clause: Token) -> Token | None:
    """Whom the words ask, between the verb and the clause; None for a pronoun, which says nothing by itself."""
    found = [child for child in verb.children if child.dep_ in OBJECTS and verb.i < child.i < clause.i]
    for prep in verb.children:
        if prep.dep_ == "prep" and verb.i < prep.i < clause.i and prep.lower_ in ("on", "upon", "to", "for"):
            found += [child for child in prep.children if child.dep_ in OBJECTS]
    return next((token for token in found if token.lower_ not in _PRONOUNS), None)


def _is_object(child: Token) -> bool:
    """Whether this is a noun or a gerund as an object: "proposed a levy", "proposed raising the levy"."""
    if child.dep_ == "dobj":
        return child.pos_ in ("NOUN", "PROPN")
    return child.dep_ in _CLAUSES and (child.pos_ == "NOUN" or child.tag_ == "VBG")


def _object_end(verb: Token, noun: Token) -> int:
    """The end of the object, with "as ..." after it."""
    right = noun.right_edge.i
    for child in verb.children:
        if child.i == right + 1 and child.dep_ == "prep" and child.lower_ in ("as", "to", "for"):
            return child.right_edge.i
    return right


def _to_comma(verb: Token, right: int) -> int:
    """The end of a clause whose subject the tree takes for the verb's object: "suggested his role is ..."."""
    doc, end = verb.doc, verb.sent.end
    if right + 1 >= end or not (doc[right + 1].tag_ in _FINITE or doc[right + 1].tag_ == "MD"):
        return right
    stop = next((place for place in range(right + 1, end) if doc[place].is_punct), end)
    return stop - 1
