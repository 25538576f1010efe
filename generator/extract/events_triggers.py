"""Which words tell a happening: verbs, nouns, adjectives and names of events, by lexicon and parse."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract.events_lexicon import triggers, verbs
from generator.extract.events_senses import NO_EVENT, sense_of

_PHRASE_DEPS = frozenset({"prt", "dobj", "acomp", "oprd"})
_ADJACENT_DEPS = frozenset({"prep", "advmod", "xcomp", "attr", "advcl", "agent"})
_ADJECTIVE_DEPS = frozenset({"acomp", "attr", "oprd", "xcomp", "ROOT", "appos", "ccomp", "conj", "relcl", "advcl"})
_MODIFIER_DEPS = frozenset({"compound", "nmod", "amod", "npadvmod"})
# What happens to somebody is told by a participle before a noun too: "the arrested man".
_SUFFERED_TYPES = frozenset({"coerce", "assault", "death", "injury", "trial", "appointment", "crime", "accident"})
_VERB_TAGS = ("VB",)
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
        trigger = _trigger(token) if token.i not in taken else None
        if trigger is not None:
            found.append(trigger)
            taken.update(range(trigger.start, trigger.end))
    return _without_light(found)


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
    if token.dep_ == "amod" and token.tag_ == "VBN" and _listed_sense(token, "verb", lemma) in _SUFFERED_TYPES:
        return Trigger(token, token.i, token.i + 1, lemma, str(_listed_sense(token, "verb", lemma)), token)
    if token.dep_ in ("aux", "auxpass", "amod", "compound", "case", "prep", "mark"):
        return None
    return _phrase(token, lemma) or _single_verb(token, lemma)


def _phrase(token: Token, lemma: str) -> Trigger | None:
    for child in token.children:
        phrase = f"{lemma} {child.lemma_.lower()}"
        if _makes_phrase(child, token) and phrase in triggers("verb"):
            end = child.i + 1 if child.i == token.i + 1 else token.i + 1
            return _made(
                token, token.i, end, phrase, sense_of(token, "verb", phrase) or triggers("verb")[phrase], token
            )
    return None


def _single_verb(token: Token, lemma: str) -> Trigger | None:
    sense = sense_of(token, "verb", lemma)
    if sense is None:
        if any(child.dep_ == "prt" for child in token.children) and lemma in verbs("weak"):
            sense = "other"
        elif lemma not in triggers("verb") and (
            lemma in verbs("reporting") or lemma in verbs("states") or not lemma.isalpha()
        ):
            sense = NO_EVENT
    return _made(token, token.i, token.i + 1, lemma, sense or triggers("verb").get(lemma, "other"), token)


def _made(head: Token, start: int, end: int, lemma: str, label: str, verb: Token | None) -> Trigger | None:
    return None if label == NO_EVENT else Trigger(head, start, end, lemma, label, verb)


def _listed_sense(token: Token, kind: str, lemma: str) -> str | None:
    return sense_of(token, kind, lemma) or triggers(kind).get(lemma)


def _makes_phrase(child: Token, verb: Token) -> bool:
    return child.dep_ in _PHRASE_DEPS or (child.dep_ in _ADJACENT_DEPS and child.i == verb.i + 1)


def _noun(token: Token) -> Trigger | None:
    lemma = token.lower_ if token.text.isupper() else token.lemma_.lower()
    before = token.nbor(-1) if token.i and token.nbor(-1).dep_ in _MODIFIER_DEPS else None
    if before is not None and f"{before.lower_} {lemma}" in triggers("noun"):
        phrase = f"{before.lower_} {lemma}"
        return Trigger(token, before.i, token.i + 1, phrase, triggers("noun")[phrase], light_verb(token))
    if token.dep_ in _MODIFIER_DEPS and token.head.tag_.startswith("NN"):
        sense = sense_of(token, "compound", lemma)
    elif lemma in triggers("noun") and not (token.dep_ == "pobj" and token.head.lower_ == "without"):
        sense = _listed_sense(token, "noun", lemma)
    else:
        sense = None
    return _made(token, token.i, token.i + 1, lemma, sense or NO_EVENT, light_verb(token))


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
    return _made(token, token.i, token.i + 1, lemma, sense_of(token, "adj", lemma) or triggers("adj")[lemma], verb)


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
