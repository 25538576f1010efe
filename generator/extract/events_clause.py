"""How an event is told: the clause, polarity, modality, and who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Token

from generator.extract.events_arguments import char_span, subject
from generator.extract.events_lexicon import modality, verbs
from generator.extract.events_triggers import Trigger
from generator.model import Mention, Quote
from generator.model.span import Span

_CLAUSE_DEPS = frozenset({"ROOT", "ccomp", "xcomp", "conj", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj"})
_SKIP_LEFT = frozenset({"cc", "mark", "punct", "intj", "preconj"})
_SKIP_RIGHT = frozenset({"punct", "cc"})
_COMPLEMENT_DEPS = frozenset({"ccomp", "xcomp", "acl", "pcomp", "prep", "pobj", "dobj", "advcl", "parataxis"})
_PRESENT_TAGS = frozenset({"VBZ", "VBP", "VB"})
_SELF = frozenset({"ccomp", "parataxis", "advcl"})


def clause_verb(token: Token) -> Token:
    """The verb of the clause that `token` stands in (or the root of its sentence)."""
    while not (token.tag_.startswith("VB") and token.dep_ in _CLAUSE_DEPS) and token.head.i != token.i:
        token = token.head
    return token


def find_clause(trigger: Trigger) -> Span:
    """The words of the clause that tells the event, without a leading conjunction or reporting words at its rim."""
    verb = clause_verb(trigger.verb or trigger.head)
    kept = [token.i for token in _clause_tokens(verb)]
    low, high = min([*kept, trigger.start]), max([*kept, trigger.end - 1])
    doc = verb.doc
    start = trigger.start
    inside = set(kept)
    while start > low and (start - 1 in inside or (doc[start - 1].is_punct and start - 2 in inside)):
        start -= 1
    end = trigger.end
    while end <= high and (end in inside or (doc[end].is_punct and end + 1 in inside)):
        end += 1
    while start < trigger.start and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ in ("cc", "mark")):
        start += 1
    while end > trigger.end and (doc[end - 1].is_punct or doc[end - 1].is_space):
        end -= 1
    return char_span(doc, start, end)


def _clause_tokens(verb: Token) -> Iterator[Token]:
    yield verb
    for child in verb.children:
        if (child.i < verb.i and child.dep_ in _SKIP_LEFT and not child.is_punct) or _foreign(child):
            continue
        yield from (token for token in child.subtree if not token.is_space)


def _foreign(child: Token) -> bool:
    if child.dep_ == "conj" and child.tag_.startswith("VB"):
        return True
    if child.dep_ == "prep" and child.lower_ == "according":
        return True
    if child.dep_ == "cc":
        return True
    return child.dep_ in ("ccomp", "parataxis") and child.i < child.head.i


def is_asserted(trigger: Trigger) -> bool:
    """Polarity: False for "did not", "no talks", "never"."""
    words = [trigger.verb or trigger.head, trigger.head]
    return not any(_negates(child) for word in words for child in word.children)


def _negates(child: Token) -> bool:
    return child.dep_ == "neg" or (child.dep_ in ("det", "advmod") and child.lemma_ in ("no", "never", "neither"))


def find_modality(trigger: Trigger) -> str:
    """ "asserted", "future", "possible", "planned" or "denied"."""
    return _verb_modality(trigger.verb or trigger.head)


def _verb_modality(verb: Token) -> str:
    for child in verb.children:
        if child.dep_ == "aux" and child.lower_ in modality("aux"):
            return modality("aux")[child.lower_]
        if child.dep_ in ("advmod", "mark") and child.lower_ in _cues(child.dep_):
            return _cues(child.dep_)[child.lower_]
    if verb.tag_ in _PRESENT_TAGS and any(child.lower_ == "when" for child in verb.children):
        return "possible"
    infinitive = any(child.dep_ == "aux" and child.tag_ == "TO" for child in verb.children)
    if verb.dep_ == "conj" and verb.tag_ == "VB" and not infinitive and verb.head.tag_.startswith("VB"):
        return _verb_modality(verb.head)
    head = verb.head
    if verb.dep_ in _COMPLEMENT_DEPS and head.i != verb.i:
        governor = modality("head").get(head.lemma_.lower(), "")
        if infinitive and governor:
            return governor
        if governor in ("denied", "possible") and verb.dep_ in ("ccomp", "pcomp", "prep"):
            return governor
        if head.dep_ == "prep" and head.head.lemma_.lower() in modality("head"):
            return modality("head")[head.head.lemma_.lower()]
    if infinitive and (
        verb.dep_ in ("ROOT", "relcl") or any(c.dep_ == "aux" and c.lemma_ == "be" for c in verb.children)
    ):
        return "future"
    return "planned" if infinitive else "asserted"


def _cues(dep: str) -> Mapping[str, str]:
    return modality("mark" if dep == "mark" else "adverb")


def find_attribution(trigger: Trigger, names: Mapping[int, Mention], quotes: Sequence[Quote], start: int) -> str | None:
    """Chain of who says so: the speaker of the quote that covers `start`, the reporting clause, "according to"; else None."""
    for quote in quotes:
        # What words are only about is told in the article's own voice.
        if quote.form != "about" and any(span.start <= start < span.end for span in quote.spans):
            return quote.speaker
    token = trigger.head
    while token.head.i != token.i:
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ == "according":
                return _chain(child, names)
        if token.dep_ in _SELF and token.head.lemma_.lower() in verbs("reporting"):
            found = subject(token.head)
            mention = names.get(found[1].i) if found else None
            return mention.chain if mention else None
        token = token.head
    return next((_chain(child, names) for child in token.children if child.lower_ == "according"), None)


def _chain(preposition: Token, names: Mapping[int, Mention]) -> str | None:
    heads = [token for token in preposition.subtree if token.dep_ == "pobj"]
    mention = names.get(heads[0].i) if heads else None
    return mention.chain if mention else None
