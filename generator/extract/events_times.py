"""Which time expression dates which happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from generator.extract.events_lexicon import verbs
from generator.extract.events_triggers import Trigger
from generator.model import TimeExpression

_DATING_KINDS = frozenset({"date", "time"})
_PAST_AUXILIARIES = frozenset({"had", "'d", "’d"})


def attach_times(doc: Doc, found: Sequence[Trigger], times: Sequence[TimeExpression]) -> dict[int, str]:
    """Index of a trigger's head -> id of the time expression that dates it: the first trigger above it in the tree."""
    heads = {trigger.head.i: trigger.head.i for trigger in found}
    for trigger in found:
        if trigger.verb is not None:
            heads.setdefault(trigger.verb.i, trigger.head.i)
    dated: dict[int, str] = {}
    for time, root in _roots(doc, times):
        above = _lower(root, _governor(root, heads), heads)
        if above is not None:
            dated.setdefault(above, time.id)
    return dated


def times_nearby(doc: Doc, times: Sequence[TimeExpression]) -> dict[str, str]:
    """Id of a sentence -> id of the only time in it that can date what the sentence tells.

    A time that says when somebody reported ("said on Tuesday"), one in the past perfect ("had met in May"), and one of a relative
    clause ("who spoke on Monday") can't.
    """
    found: dict[str, list[TimeExpression]] = defaultdict(list)
    for time, root in _roots(doc, times):
        if time.value is None or not _is_aside(root):
            found[time.sentence].append(time)
    return {sentence: here[0].id for sentence, here in found.items() if len({time.value for time in here}) == 1}


def _roots(doc: Doc, times: Sequence[TimeExpression]) -> list[tuple[TimeExpression, Token]]:
    spans = ((time, doc.char_span(time.span.start, time.span.end, alignment_mode="expand")) for time in times)
    return [
        (time, words.root)
        for time, words in spans
        if time.kind in _DATING_KINDS and words is not None and not _is_bound(words.root)
    ]


def _is_bound(root: Token) -> bool:
    """Whether the time is a bound and no date: "since May", "until the end of 2030"."""
    above = root.head
    if above.lower_ == "of" and above.head.lower_ in verbs("parts_of_time"):
        above = above.head.head
    return above.lower_ in verbs("undating")


def _is_aside(root: Token) -> bool:
    """Whether the time belongs to a reporting verb, to a clause in the past perfect or to a relative clause."""
    verb = next((token for token in root.ancestors if token.tag_.startswith("VB")), None)
    if verb is None:
        return False
    past_perfect = any(child.dep_ == "aux" and child.lower_ in _PAST_AUXILIARIES for child in verb.children)
    return verb.lemma_.lower() in verbs("reporting") or past_perfect or verb.dep_ == "relcl"


def _lower(time: Token, above: int | None, heads: Mapping[int, int]) -> int | None:
    """A time at the end of "praised the pact signed by both in June" belongs to the nearer verb, unless a comma stands between."""
    if above is None:
        return None
    for token in reversed(time.doc[above + 1 : time.i]):
        if token.is_punct and not token.is_quote:
            break
        if token.i in heads and token.dep_ == "acl" and token.tag_ == "VBN" and time.doc[above].is_ancestor(token):
            return heads[token.i]
    return above


def _governor(token: Token, heads: Mapping[int, int]) -> int | None:
    while token.head.i != token.i:
        token = token.head
        if token.i in heads:
            return heads[token.i]
        if token.tag_.startswith("VB"):
            return None
    return None
