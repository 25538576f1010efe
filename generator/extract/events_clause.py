"""The clause that tells an event."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from generator.extract.events_phrases import char_span
from generator.extract.events_subjects import dateline_end
from generator.extract.events_triggers import Trigger
from generator.model.span import Span

_CLAUSE_DEPS = frozenset({"ROOT", "ccomp", "xcomp", "conj", "advcl", "relcl", "acl", "parataxis", "pcomp", "csubj"})
_SKIP_LEFT = frozenset({"cc", "mark", "punct", "intj", "preconj"})


def clause_verb(token: Token) -> Token:
    """The verb of the clause that `token` stands in (or the root of its sentence)."""
    while not (token.tag_.startswith("VB") and token.dep_ in _CLAUSE_DEPS) and token.head.i != token.i:
        token = token.head
    return token


def find_clause(trigger: Trigger) -> Span:
    """The words of the clause that tells the event, without a dateline, a leading conjunction or reporting words at its rim."""
    verb = clause_verb(trigger.verb or trigger.head)
    kept = [token.i for token in _clause_tokens(verb)]
    low, high = min([*kept, trigger.start]), max([*kept, trigger.end - 1])
    doc = verb.doc
    begin = dateline_end(trigger.head)
    if trigger.head.sent.start < begin < trigger.start:
        low = max(low, begin + 1)
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
