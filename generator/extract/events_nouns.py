"""Who takes part in a happening that a noun tells: "Berg's visit to Cuba", "the killing of X by Y", "a Norwegian attack"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Token

from generator.extract.events_lexicon import prepositions, triggers, verbs
from generator.extract.events_triggers import Trigger
from generator.model import Mention

_PLACES = frozenset({"place", "facility"})
_DOERS = frozenset({"person", "organization", "group"})


def noun_arguments(trigger: Trigger, names: Mapping[int, Mention]) -> Iterator[tuple[str, Token]]:
    """(role, head) of the participants around a nominal trigger; the role "" for a preposition without one."""
    noun = trigger.head
    if found := tuple(_as_verb(trigger)):
        yield from found
        return
    has_object = any(child.dep_ == "prep" and child.lower_ == "of" for child in noun.children)
    for child in noun.children:
        if child.dep_ == "poss" and child.tag_ != "WP$":
            undergone = trigger.lemma in verbs("undergone") and not has_object
            yield ("patient" if undergone else "agent"), child
        elif child.dep_ == "prep":
            yield from _prepositional(child, trigger, names)
        elif child.dep_ == "amod" and child.lower_ in verbs("led"):
            yield from (("agent", word) for word in child.children if word.dep_ in ("npadvmod", "compound", "nmod"))
        elif _is_modifier(child):
            yield _role_of_modifier(child, trigger, names), child


def _as_verb(trigger: Trigger) -> Iterator[tuple[str, Token]]:
    """The subject and the object of what is a verb in a headline, and a noun for the parse: "Police Arrest Two Men"."""
    noun = trigger.head
    before = [child for child in noun.children if child.dep_ in ("compound", "nmod") and child.i < noun.i]
    objects = [child for child in noun.children if child.dep_ == "dobj"]
    lemma = noun.lemma_.lower()
    if objects and before and lemma in triggers("verb"):
        yield from (("agent", child) for child in before[-1:])
        yield from (("patient", child) for child in objects)
    elif (
        noun.dep_ == "compound"
        and not noun.sent.root.tag_.startswith("VB")
        and trigger.type == triggers("verb").get(lemma) != triggers("noun").get(lemma)
    ):
        beside = [child for child in noun.head.children if child.i < noun.i and child.dep_ == "compound"]
        subjects = before or [child for child in beside if child.i == noun.i - 1]
        if subjects:
            yield from (("agent", subjects[-1]), ("patient", noun.head))


def _prepositional(preposition: Token, trigger: Trigger, names: Mapping[int, Mention]) -> Iterator[tuple[str, Token]]:
    if preposition.lower_ == "according":
        return
    for word in preposition.children:
        if word.dep_ == "pobj":
            yield _role_of_object(preposition, trigger), word
            if preposition.lower_ == "of":
                yield from _behind_object(word, names)
        elif word.dep_ in ("prep", "conj"):
            yield from _prepositional(word, trigger, names)


def _role_of_object(preposition: Token, trigger: Trigger) -> str:
    if preposition.lower_ == "of":
        return "agent" if trigger.lemma in verbs("done_alone") else "patient"
    return prepositions().get(preposition.lower_, "")


def _behind_object(word: Token, names: Mapping[int, Mention]) -> Iterator[tuple[str, Token]]:
    """What the parse hangs on the object of "of" and belongs to the happening: "the release of two men by X in Oslo"."""
    for child in word.children:
        if child.dep_ not in ("prep", "agent"):
            continue
        role = prepositions().get(child.lower_, "")
        for item in (item for item in child.children if item.dep_ == "pobj"):
            named = names.get(item.i)
            if role == "agent" or (role == "place" and named is not None and named.type in _PLACES):
                yield role, item


def _is_modifier(child: Token) -> bool:
    if child.dep_ in ("compound", "nmod"):
        return child.tag_.startswith("NN")
    return child.dep_ == "amod" and child.tag_.startswith(("JJ", "NNP")) and child.text[:1].isupper()


def _role_of_modifier(child: Token, trigger: Trigger, names: Mapping[int, Mention]) -> str:
    named = names.get(child.i)
    if named is None:
        return "topic"
    if named.via == "demonym":
        return "agent" if trigger.type in verbs("done_types") else "place"
    if named.type in _PLACES:
        return _role_of_place(child, trigger)
    if named.type in _DOERS and child.tag_.startswith("NNP"):
        if trigger.lemma in verbs("undergone"):
            return "patient"
        return "agent" if trigger.type in verbs("done_types") else "topic"
    return "topic"


def _role_of_place(child: Token, trigger: Trigger) -> str:
    """ "the Oslo attack" is in Oslo, "the Oslo visit" goes there, "the Oslo-Lima flight" goes from one to the other."""
    if trigger.type != "visit":
        return "place"
    hyphened = child.right_edge.i + 1 < len(child.doc) and child.doc[child.right_edge.i + 1].tag_ == "HYPH"
    return "source" if hyphened else "recipient"
