"""The tense of the clause that a time stands in: does it lie behind or ahead of the telling?"""

from __future__ import annotations

from spacy.tokens import Token

from generator.extract.times_calendar import Tense
from generator.extract.times_lexicon import words

_WORDS = "times_words"
_VERBS = frozenset({"VERB", "AUX"})
_MAX_STEPS = 12


def tense_of(token: Token | None) -> Tense:
    """The tense of the clause around `token`; "past" without a parse or a verb, as news mostly tells what was."""
    verb = _governing_verb(token)
    return "past" if verb is None else _tense(verb, _MAX_STEPS)


def _governing_verb(token: Token | None) -> Token | None:
    if token is None or not token.has_dep():
        return None
    if token.pos_ in _VERBS:
        return token
    return next((above for above in token.ancestors if above.pos_ in _VERBS), None)


def _tense(verb: Token, steps: int) -> Tense:
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(helper.lower_ in words(_WORDS, "future_modals") and helper.tag_ == "MD" for helper in helpers):
        return "future"
    if _points_ahead(verb):
        return "future"
    if verb.tag_ == "VB" and any(helper.lower_ == "to" for helper in helpers):
        return _tense_of_infinitive(verb, steps)
    finite = [verb.tag_, *(helper.tag_ for helper in helpers)]
    if "VBD" in finite or any(helper.lemma_ == "have" for helper in helpers):
        return "past"
    if "VBZ" in finite or "VBP" in finite:
        return _tense_of_present(verb, steps)
    return _tense(verb.head, steps - 1) if steps and verb.head != verb and verb.head.pos_ in _VERBS else "past"


def _points_ahead(verb: Token) -> bool:
    """ "is scheduled for", "is going to": the participle itself speaks of what is to come."""
    planned = verb.tag_ == "VBN" and verb.lemma_.lower() in words(_WORDS, "future_governors")
    return planned or (verb.tag_ == "VBG" and verb.lower_ == "going")


def _tense_of_infinitive(verb: Token, steps: int) -> Tense:
    """A plan lies ahead ("plans to meet", the headline "US to impose tariffs"); else the time of the verb above."""
    head = verb.head
    if head == verb or head.lemma_.lower() in words(_WORDS, "future_governors") or head.lower_ == "going":
        return "future"
    return _tense(head, steps - 1) if steps and head.pos_ in _VERBS else "past"


def _tense_of_present(verb: Token, steps: int) -> Tense:
    """ "when it launches on Tuesday" takes the tense of its main clause."""
    marked = any(child.lower_ in words(_WORDS, "subordinators") and child.i < verb.i for child in verb.children)
    above = verb.head
    if marked and steps and above != verb and above.pos_ in _VERBS and _tense(above, steps - 1) == "future":
        return "future"
    return "present"
