"""Which words tell a happening: verbs, nouns, adjectives and names of events, by lexicon and parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from generator.extract.events_lexicon import figurative, retyped, triggers, verbs

_PHRASE_DEPS = frozenset({"prt", "dobj", "acomp", "oprd"})
_ADJACENT_DEPS = frozenset({"prep", "advmod", "xcomp", "attr", "advcl", "agent"})
_ADJECTIVE_DEPS = frozenset({"acomp", "attr", "oprd", "xcomp", "ROOT", "appos", "ccomp", "conj", "relcl", "advcl"})
_MODIFIER_DEPS = frozenset({"compound", "nmod", "amod", "npadvmod"})
# What happens to somebody is told by a participle before a noun too: "the arrested man".
_SUFFERED_TYPES = frozenset({"coerce", "assault", "death", "injury", "trial", "appointment", "crime", "accident"})
_VERB_TAGS = ("VB",)
_COMPANY_DEPS = frozenset({"nsubj", "nsubjpass", "dobj", "npadvmod", "compound", "amod", "nmod", "poss", "oprd"})
_SUMS = frozenset({"%", "percent", "$", "€", "£", "¥"})
MAX_SUM_WORDS = 6
MAX_TRIGGER_WORDS = 6


@dataclass(frozen=True)
class Trigger:
    """A trigger in the parse.

    head   the word whose lemma it is listed under;  verb  the verb that carries its subject (itself, a light verb, or None)
    start, end   token offsets of the trigger's words, end exclusive
    """

    head: Token
    start: int
    end: int
    lemma: str
    type: str
    verb: Token | None

    @property
    def nominal(self) -> bool:
        """Whether a noun (or a name) tells the event."""
        return not self.head.tag_.startswith(_VERB_TAGS)


def find_triggers(doc: Doc) -> tuple[Trigger, ...]:
    """All triggers of a document in text order; verbs without a listed type come as type "other"."""
    found: list[Trigger] = []
    taken: set[int] = set()
    for token in doc:
        trigger = _beside(_trigger(token)) if token.i not in taken else None
        if trigger is not None:
            found.append(trigger)
            taken.update(range(trigger.start, trigger.end))
    return _without_light(found)


def _beside(trigger: Trigger | None) -> Trigger | None:
    """The trigger with the type that it has beside its subject, objects and modifiers: "the price fell" is no accident."""
    if trigger is None or trigger.lemma not in retyped():
        return trigger
    label, words = retyped()[trigger.lemma]
    if not any(token.lemma_.lower() in words or ("$" in words and _is_sum(token)) for token in _company(trigger.head)):
        return trigger
    return None if label == "-" else replace(trigger, type=label)


def _company(head: Token) -> Iterator[Token]:
    """The head's subject, objects and modifiers, what its prepositions govern, and what it describes itself."""
    for child in head.children:
        if child.dep_ in _COMPANY_DEPS:
            yield child
            yield from (inner for inner in child.children if inner.dep_ in ("pobj", "quantmod", "nmod", "compound"))
        elif child.dep_ == "prep":
            yield from (inner for inner in child.children if inner.dep_ == "pobj")
    if head.dep_ in ("acl", "relcl", "amod", "compound", "xcomp", "conj"):
        yield head.head


def _is_sum(token: Token) -> bool:
    return any(
        part.tag_ == "$" or part.lower_ in _SUMS for part in token.subtree if part.i - token.left_edge.i < MAX_SUM_WORDS
    )


def _trigger(token: Token) -> Trigger | None:
    if token.tag_.startswith(_VERB_TAGS):
        return _verb(token)
    if token.tag_.startswith("NNP"):
        return _noun(token) if token.text.isupper() and token.lower_ in triggers("noun") else _name(token)
    if token.tag_.startswith("NN"):
        return _noun(token)
    return _adjective(token) if token.tag_.startswith("JJ") else None


def _verb(token: Token) -> Trigger | None:
    lemma = token.lemma_.lower()
    if token.dep_ == "amod" and token.tag_ == "VBN" and triggers("verb").get(lemma) in _SUFFERED_TYPES:
        return Trigger(token, token.i, token.i + 1, lemma, triggers("verb")[lemma], token)
    if token.dep_ in ("aux", "auxpass", "amod", "compound", "case", "prep", "mark"):
        return None
    for child in token.children:
        phrase = f"{lemma} {child.lemma_.lower()}"
        if _makes_phrase(child, token) and phrase in triggers("verb"):
            end = child.i + 1 if child.i == token.i + 1 else token.i + 1
            return Trigger(token, token.i, end, phrase, triggers("verb")[phrase], token)
    if any(child.dep_ == "prt" for child in token.children) and lemma in verbs("weak"):
        return Trigger(token, token.i, token.i + 1, lemma, "other", token)
    if _is_figurative(token, lemma):
        return None
    if lemma in triggers("verb"):
        return Trigger(token, token.i, token.i + 1, lemma, triggers("verb")[lemma], token)
    if lemma in verbs("reporting") or lemma in verbs("states") or not lemma.isalpha():
        return None
    return Trigger(token, token.i, token.i + 1, lemma, "other", token)


def _is_figurative(verb: Token, lemma: str) -> bool:
    words = figurative().get(lemma)
    if not words:
        return False
    if "*" in words and any(child.dep_ == "dobj" for child in verb.children):
        return True
    near = [child for child in verb.children if child.dep_ in ("dobj", "prep", "nsubjpass", "acomp", "oprd")]
    near += [inner for child in near if child.dep_ == "prep" for inner in child.children]
    return any(child.lemma_.lower() in words for child in near)


def _makes_phrase(child: Token, verb: Token) -> bool:
    return child.dep_ in _PHRASE_DEPS or (child.dep_ in _ADJACENT_DEPS and child.i == verb.i + 1)


def _noun(token: Token) -> Trigger | None:
    lemma = token.lower_ if token.text.isupper() else token.lemma_.lower()
    before = token.nbor(-1) if token.i and token.nbor(-1).dep_ in _MODIFIER_DEPS else None
    if before is not None and f"{before.lower_} {lemma}" in triggers("noun"):
        phrase = f"{before.lower_} {lemma}"
        return Trigger(token, before.i, token.i + 1, phrase, triggers("noun")[phrase], light_verb(token))
    if lemma not in triggers("noun") or (token.dep_ in _MODIFIER_DEPS and token.head.tag_.startswith("NN")):
        return None
    if token.dep_ == "pobj" and token.head.lower_ == "without":
        return None
    return Trigger(token, token.i, token.i + 1, lemma, triggers("noun")[lemma], light_verb(token))


def _name(token: Token) -> Trigger | None:
    if token.dep_ == "compound" or token.text not in triggers("name"):
        return None
    start = token.i
    while (
        start > token.sent.start and token.i - start < MAX_TRIGGER_WORDS - 1 and _in_name(token.doc[start - 1], token)
    ):
        start -= 1
    if start == token.i and not token.text.endswith("s"):
        return None
    words = token.doc[start : token.i + 1]
    return Trigger(token, start, token.i + 1, words.text.lower(), triggers("name")[token.text], light_verb(token))


def _in_name(word: Token, head: Token) -> bool:
    return word.head == head and word.dep_ in ("compound", "amod", "nmod", "nummod") and word.text[:1].isupper()


def _adjective(token: Token) -> Trigger | None:
    lemma = token.lemma_.lower()
    if token.dep_ not in _ADJECTIVE_DEPS or lemma not in triggers("adj"):
        return None
    verb = token.head if token.dep_ in ("acomp", "attr", "oprd", "xcomp") else None
    return Trigger(token, token.i, token.i + 1, lemma, triggers("adj")[lemma], verb)


def light_verb(noun: Token) -> Token | None:
    """The light verb that lends `noun` its subject: "held" in "held talks", "made" in "a visit was made"; else None."""
    verb = noun.head
    if noun.dep_ in ("dobj", "nsubjpass") and verb.lemma_.lower() in verbs("light"):
        return None if any(child.dep_ in ("oprd", "ccomp") for child in verb.children) else verb
    return None


def _without_light(found: list[Trigger]) -> tuple[Trigger, ...]:
    light = {trigger.verb.i for trigger in found if trigger.nominal and trigger.verb is not None}
    return tuple(trigger for trigger in found if trigger.nominal or trigger.head.i not in light or " " in trigger.lemma)


def conjuncts(token: Token) -> Iterator[Token]:
    """`token` and the words coordinated with it, in text order."""
    yield token
    for child in token.rights:
        if child.dep_ == "conj":
            yield from conjuncts(child)
