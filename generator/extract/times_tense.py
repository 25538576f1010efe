"""The tense of the clause that a time stands in: does it lie ahead of the telling?"""

from __future__ import annotations

from spacy.tokens import Token

from generator.extract.times_lexicon import words

_WORDS = "times_words"
_VERBS = frozenset({"VERB", "AUX"})


def is_future(token: Token | None) -> bool:
    """Whether the clause around `token` speaks of the future ("will meet", "plans to meet"); False without a parse."""
    verb = _governing_verb(token)
    return verb is not None and _ahead(verb)


def _governing_verb(token: Token | None) -> Token | None:
    if token is None or not token.doc.has_annotation("DEP"):
        return None
    if token.pos_ in _VERBS:
        return token
    return next((above for above in token.ancestors if above.pos_ in _VERBS), None)


def _ahead(verb: Token) -> bool:
    helpers = [child for child in verb.children if child.dep_ in {"aux", "auxpass"}]
    if any(helper.lower_ in words(_WORDS, "future_modals") and helper.tag_ == "MD" for helper in helpers):
        return True
    governors = words(_WORDS, "future_governors")
    if verb.tag_ == "VBN" and verb.lemma_.lower() in governors:
        return True
    if verb.tag_ != "VB" or not any(helper.lower_ == "to" for helper in helpers):
        return verb.tag_ == "VBG" and verb.lower_ == "going"
    head = verb.head
    if head is verb:
        return True
    return head.lemma_.lower() in governors or head.lower_ == "going" or (head.pos_ in _VERBS and _ahead(head))
