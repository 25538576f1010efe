"""Who says that an event happened: the speaker of a quotation, a reporting clause, "according to", or the name before a colon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from generator.extract.events_lexicon import modality, triggers, verbs
from generator.extract.events_phrases import phrase_span
from generator.extract.events_subjects import subject
from generator.extract.events_triggers import Trigger
from generator.model import Mention, Quote
from generator.model.span import Span

_TOLD = frozenset({"ccomp", "parataxis", "advcl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_ACCUSING_PREPOSITIONS = frozenset({"of", "with", "for"})
_SPEAKERS = frozenset({"person", "organization", "group"})
MAX_LABEL_WORDS = 5


def find_attribution(trigger: Trigger, names: Mapping[int, Mention], quotes: Sequence[Quote], start: int) -> str | None:
    """Chain of who says so: the speaker of the quote that covers the character `start`, or of the clause; None for the article."""
    quote = _quote_at(quotes, start)
    if quote is not None:
        return quote.speaker
    found = _sayer(trigger.head, names)
    mention = names.get(found.i) if found is not None else None
    return mention.chain if mention else None


def find_sayer(trigger: Trigger, names: Mapping[int, Mention], quotes: Sequence[Quote], start: int) -> Span | None:
    """The words for who says so, also where they have no name ("police", "two officials"); None for the article's own voice."""
    quote = _quote_at(quotes, start)
    if quote is not None:
        return quote.speaker_span
    found = _sayer(trigger.head, names)
    return phrase_span(found) if found is not None else None


def _quote_at(quotes: Sequence[Quote], start: int) -> Quote | None:
    for quote in quotes:
        # What words are only about is told in the article's own voice.
        if quote.form != "about" and any(span.start <= start < span.end for span in quote.spans):
            return quote
    return None


def _sayer(token: Token, names: Mapping[int, Mention]) -> Token | None:
    """The head of who says so, by the nearest sign above the token."""
    below = token
    while True:
        found = _according(token, below) or _reporter(token) or _accuser(token)
        if found is not None:
            return found
        if token.head.i == token.i:
            return _label(token, names)
        below, token = token, token.head


def _according(token: Token, below: Token) -> Token | None:
    """Whom "according to" beside a token names; not for what stands `below` it in those words themselves."""
    for child in token.children:
        if child.lower_ == "according" and child.i != below.i:
            return next((word for word in child.subtree if word.dep_ == "pobj"), None)
    return None


def _reporter(token: Token) -> Token | None:
    """The subject of the reporting verb that governs the clause of `token`, or that stands beside it: "X fled, police said"."""
    if token.dep_ in _TOLD and _reports(token.head) and not _is_aside(token):
        return _speaker_of(token.head)
    for child in token.children:
        if child.dep_ in ("parataxis", "ccomp") and child.tag_ in _FINITE and child.i > token.i:
            if child.lemma_.lower() not in verbs("reporting"):
                continue
            told = any(word.dep_ in ("ccomp", "xcomp", "dobj") for word in child.children)
            named = [word for word in child.children if word.dep_ == "nsubj"]
            if named and not told:
                return named[0]
    return None


def _reports(verb: Token) -> bool:
    """Whether a verb reports what somebody did say: "should consider", "did not say" report nothing."""
    if verb.lemma_.lower() not in verbs("reporting"):
        return False
    return not any(
        child.dep_ == "neg" or (child.dep_ == "aux" and modality("aux").get(child.lower_) == "possible")
        for child in verb.children
    )


def _speaker_of(verb: Token) -> Token | None:
    """The subject of a reporting verb; of "saying" behind a thing, that of the clause above: "called it a trial, saying ..."."""
    if verb.tag_ == "VBG" and verb.dep_ == "acl":
        above = next((word for word in verb.ancestors if word.tag_.startswith("VB")), None)
        found = subject(above) if above is not None else None
    else:
        found = subject(verb)
    return found[1] if found else None


def _is_aside(clause: Token) -> bool:
    """Whether an adverbial clause is no words of the speaker: "spoke after he was arrested"."""
    if clause.dep_ != "advcl":
        return False
    return clause.tag_ in ("VB", "VBG", "VBN") or any(child.dep_ in ("mark", "advmod") for child in clause.children)


def _accuser(token: Token) -> Token | None:
    """Who accuses: "Prosecutors accuse the banker of | stealing"."""
    verb = token.head.head
    if token.dep_ not in ("pcomp", "pobj") or token.head.lower_ not in _ACCUSING_PREPOSITIONS:
        return None
    lemma = verb.lemma_.lower()
    if triggers("verb").get(lemma) != "accuse" or modality("head").get(lemma) != "possible":
        return None
    found = subject(verb)
    if found is not None and found[0] == "agent":
        return found[1]
    by = [child for child in verb.children if child.dep_ == "agent"]
    return next((word for child in by for word in child.children if word.dep_ == "pobj"), None)


def _label(root: Token, names: Mapping[int, Mention]) -> Token | None:
    """Who speaks before a colon at the start of a sentence: "Police: Man shot his brother"."""
    sent = root.sent
    colon = next((token for token in sent[1 : MAX_LABEL_WORDS + 1] if token.text == ":"), None)
    if colon is None or colon.i + 1 >= sent.end:
        return None
    words = list(sent.doc[sent.start : colon.i])
    if any(word.tag_.startswith("VB") for word in words) or root.i == colon.i:
        return None
    head = words[-1]
    named = names.get(head.i)
    speaks = named is not None and named.kind == "name" and named.type in _SPEAKERS
    return head if speaks or head.lemma_.lower() in verbs("sayers") else None
