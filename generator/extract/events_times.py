"""Which time expression dates which happening."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from spacy.tokens import Doc, Token

from generator.extract.events_lexicon import verbs
from generator.extract.events_triggers import Trigger
from generator.extract.times_anchored import named_anchor
from generator.model import TimeExpression

_DATING_KINDS = frozenset({"date", "time"})
_LEANING_KINDS = frozenset({"relative"})
_OWN = frozenset({"nsubj", "nsubjpass", "expl", "csubj", "npadvmod"})
_MODIFIERS = frozenset({"nummod", "compound", "amod", "nmod"})
_NOUNS = frozenset({"NOUN", "PROPN"})
# Tokens of a handle in parentheses.
_HANDLE = 6
_PAST_AUXILIARIES = frozenset({"had", "'d", "’d"})


def attach_times(doc: Doc, found: Sequence[Trigger], times: Sequence[TimeExpression]) -> dict[int, str]:
    """Index of a trigger's head -> id of the time expression that dates it: the first trigger above it in the tree."""
    heads = {trigger.head.i: trigger.head.i for trigger in found}
    for trigger in found:
        if trigger.verb is not None:
            heads.setdefault(trigger.verb.i, trigger.head.i)
    dated: dict[int, str] = {}
    leaning = [(time, _outside(doc, time, root)) for time, root in _roots(doc, times, _LEANING_KINDS)]
    for time, root in (*_roots(doc, times), *leaning):
        if _is_label(root) and root.head.i not in heads:
            continue
        above = _lower(root, _governor(_verb_of_bare_day(root), heads), heads)
        if above is not None:
            dated.setdefault(above, time.id)
    return dated | _shared(dated, found, {time.id: root for time, root in _roots(doc, times)})


def _outside(doc: Doc, time: TimeExpression, root: Token) -> Token:
    """Where to look from for what "three days after she was filmed" dates: what stands above the clause inside it."""
    anchor = named_anchor(doc, time)
    return anchor if anchor is not None and anchor.is_ancestor(root) else root


def _shared(dated: Mapping[int, str], found: Sequence[Trigger], roots: Mapping[str, Token]) -> dict[int, str]:
    """The time that opens a sentence holds for the verbs that are joined to its own: "In 2012 she was honored and met its leader"."""
    shared: dict[int, str] = {}
    for trigger in found:
        verb = trigger.verb if trigger.verb is not None else trigger.head
        first = _first_conjunct(verb)
        time = dated.get(first.i)
        if time is None or first.i == verb.i or trigger.head.i in dated:
            continue
        if time in roots and _opens(roots[time], first):
            shared[trigger.head.i] = time
    return shared


def _first_conjunct(verb: Token) -> Token:
    """The verb that this one is joined to and shares the tense with, or itself where it has a time or a subject of its own."""
    if verb.dep_ != "conj" or any(child.dep_ in _OWN for child in verb.children):
        return verb
    return verb.head if verb.head.tag_[:2] == "VB" else verb


def _opens(time: Token, verb: Token) -> bool:
    """Whether the time stands before its verb and its subject."""
    subjects = [child.i for child in verb.children if child.dep_ in _OWN]
    return time.i < min([verb.i, *subjects])


def times_nearby(doc: Doc, times: Sequence[TimeExpression]) -> dict[str, str]:
    """Id of a sentence -> id of the only time in it that can date what the sentence tells.

    A time that says when somebody reported ("said on Tuesday"), one in the past perfect ("had met in May"), and one of a relative
    clause ("who spoke on Monday") can't.
    """
    found: dict[str, list[TimeExpression]] = defaultdict(list)
    for time, root in _roots(doc, times):
        if time.value is None or not (_is_aside(root) or _is_label(root)):
            found[time.sentence].append(time)
    return {sentence: here[0].id for sentence, here in found.items() if len({time.value for time in here}) == 1}


def _roots(
    doc: Doc, times: Sequence[TimeExpression], kinds: frozenset[str] = _DATING_KINDS
) -> list[tuple[TimeExpression, Token]]:
    spans = ((time, doc.char_span(time.span.start, time.span.end, alignment_mode="expand")) for time in times)
    return [
        (time, words.root)
        for time, words in spans
        if time.kind in kinds
        and words is not None
        and (time.offset or not _is_bound(words.root))
        and not _is_signature(words.root)
    ]


def _is_bound(root: Token) -> bool:
    """Whether the time is a bound and no date: "since May", "until the end of 2030"."""
    above = root.head
    if above.lower_ == "of" and above.head.lower_ in verbs("parts_of_time"):
        above = above.head.head
    return above.lower_ in verbs("undating")


def _verb_of_bare_day(root: Token) -> Token:
    """Where to look from for what a bare day at the end of a sentence dates: "released a film of the launch Monday" was on Monday, whatever
    noun the day stands behind; "after the launch Monday" gives the day of the launch."""
    noun = root.head
    if root.dep_ != "npadvmod" or noun.pos_ not in _NOUNS or root.i < noun.i:
        return root
    while noun.dep_ == "pobj" and noun.head.lower_ == "of" and noun.head.head.pos_ in _NOUNS:
        noun = noun.head.head
    return noun if noun.dep_ == "dobj" and noun.head.tag_ == "VBD" else root


def _is_signature(time: Token) -> bool:
    """Whether the day belongs to the signature of a message that is quoted: "(@handle) February 5, 2018"."""
    before = time.doc[max(0, time.left_edge.i - _HANDLE) : time.left_edge.i]
    return len(before) > 1 and before[-1].text == ")" and any("@" in token.text for token in before)


def _is_label(root: Token) -> bool:
    """Whether a year tells which thing is meant, and not when something happened: "released a photo of his 2008 roadster"."""
    if root.dep_ not in _MODIFIERS or root.tag_ != "CD":
        return False
    noun = root.head
    return not (noun.dep_ == "pobj" and noun.head.lower_ in verbs("temporal_prepositions"))


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
