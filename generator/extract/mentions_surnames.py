"""Surnames that are also a month or another word which is no name: "Mrs May", "Winter said", but never "in May"."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Span

from generator.extract.mentions_lexicons import calendar_words, honorifics, not_names, speech_verbs

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_LARGE_TAGS = frozenset({"NNP", "NNPS"})


def find_bearers(ents: Iterable[Span]) -> frozenset[str]:
    """Words like months that the article has as somebody's surname: behind a given name, or behind an honorific."""
    found = {
        ent[-1].text for ent in ents if ent.label_ == "PERSON" and (len(ent) > 1 or _is_addressed(ent.doc, ent.start))
    }
    return frozenset(word for word in found if word.lower() in not_names())


def is_surname(doc: Doc, at: int, bearers: frozenset[str]) -> bool:
    """Whether the word at `at`, which the model takes for a person, is one here: an honorific stands before it, or it is borne in
    this article and not read as a time, or it speaks."""
    token = doc[at]
    if _is_addressed(doc, at):
        return True
    if token.tag_ not in _LARGE_TAGS or _is_dated(doc, at):
        return False
    subject = token.dep_ in _SUBJECTS
    if token.text in bearers:
        return subject or at == 0 or doc[at - 1].lower_ not in calendar_words()
    return subject and token.head.lemma_.lower() in speech_verbs()


def _is_addressed(doc: Doc, at: int) -> bool:
    before = at - 2 if at > 1 and doc[at - 1].text == "." else at - 1
    return before >= 0 and doc[before].lower_ in honorifics()


def _is_dated(doc: Doc, at: int) -> bool:
    """Whether a day or a year stands beside it."""
    return any(0 <= near < len(doc) and doc[near].text[:1].isdigit() for near in (at - 1, at + 1))
