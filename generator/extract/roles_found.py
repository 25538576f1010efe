"""A phrase that says what somebody is, in tokens, and how far it goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract.chains_board import Draft
from generator.extract.roles_lexicons import calendar, role_nouns, titles_shared

MAX_TITLE_TOKENS = 10
_MAX_COMPLEMENT_TOKENS = 16
_LONGEST_QUOTED = 8
_NOUN_TAGS = frozenset({"NN", "NNP"})
_CLOSING = frozenset({",", ".", ";", ":", ")", "(", "–", "—", "?", "!", "..."})
_OPENING_MARKS = frozenset({"“", '"', "‘", "'", "''", "``"})
_CLOSING_MARKS = frozenset({"”", '"', "’", "'", "''"})
_INNER = frozenset({",", "."})  # American style puts them before the closing mark
_VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB", "VBG"})
_LOOSE_ENDS = frozenset({"IN", "TO", "DT", "CC", "POS", "PRP$", "HYPH", "RB"})
_TIME_PREPOSITIONS = frozenset(
    {"on", "in", "since", "until", "till", "during", "from", "between", "before", "after", "by"}
)
_PREFIXES = ("ex-", "then-", "co-", "vice-", "sub-", "mid-", "non-")
ENDINGS = frozenset({"elect", "designate"})
_SUFFIXES = ("-elect", "-designate", "-in-chief", "-general", "-at-large")


def people(drafts: Sequence[Draft]) -> list[Draft]:
    """The names of people; not a bare office that was taken for one ("General")."""
    named = (draft for draft in drafts if draft.is_name and draft.mention.type == "person")
    return [draft for draft in named if draft.text.lower() not in role_nouns()]


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """Tokens `[start, end)` that say what the person of the name `draft` is; `head` is the noun; `kind` how they say it: "title",
    "apposition", "copula" or "naming"."""

    draft: Draft
    start: int
    end: int
    head: int
    kind: str


def is_office(token: Token) -> bool:
    """Whether this noun names one person's role."""
    return token.tag_ in _NOUN_TAGS and bool({token.lower_, token.lemma_.lower(), plain_noun(token)} & role_nouns())


def is_shared_office(token: Token) -> bool:
    """Whether this plural names the role of several people ("actors")."""
    plural = token.tag_ in ("NNS", "NNPS") and token.lemma_.lower() in role_nouns()
    return plural or token.lower_.removesuffix(".") in titles_shared()


def plain_noun(token: Token) -> str:
    """The noun without what is tied to it by a hyphen: "ex-president" -> "president"."""
    word = token.lower_
    for prefix in _PREFIXES:
        word = word.removeprefix(prefix)
    for suffix in _SUFFIXES:
        word = word.removesuffix(suffix)
    return word


def end_of_phrase(doc: Doc, head: Token) -> int:
    """The token after the phrase: what complements the noun belongs to it ("of the city"), what comes after a comma, a verb, a time or
    a second office with complements of its own does not."""
    limit = min(head.right_edge.i + 1, head.i + _MAX_COMPLEMENT_TOKENS, len(doc))
    end = head.i + 1
    while end < limit and not _ends_phrase(doc, end, head):
        closed = _end_of_quoted(doc, end, limit) if doc[end].text in _OPENING_MARKS else end + 1
        if closed is None:
            return _without_last_complement(doc, head.i, end)
        end = closed
    if end < len(doc) and doc[end].tag_ in _NOUN_TAGS and doc[end].head.i != head.i:
        end = next((at for at in range(end - 1, head.i, -1) if doc[at].tag_ == "CC"), end)  # "economist and tax" expert
    if end == head.i + _MAX_COMPLEMENT_TOKENS:
        return _without_last_complement(doc, head.i, end)
    return _trimmed(doc, head.i, end)


def _ends_phrase(doc: Doc, at: int, head: Token) -> bool:
    token = doc[at]
    return (
        token.is_space
        or token.is_sent_start is True
        or token.text in _CLOSING
        or token.tag_ in _VERB_TAGS
        or token.dep_ in ("acl", "relcl")
        or (token.tag_ == "TO" and token.head.tag_ == "VB")
        or (token.lower_ in _TIME_PREPOSITIONS and _is_time(token))
        or (token.tag_ == "CC" and _starts_another(at, head))
    )


def _is_time(preposition: Token) -> bool:
    objects = [child for child in preposition.children if child.dep_ in ("pobj", "npadvmod", "pcomp")]
    return any(child.lower_ in calendar() or _is_year(child) for child in objects)


def _is_year(token: Token) -> bool:
    return token.tag_ == "CD" and token.text.isdigit() and len(token.text) == len("2024")


def _starts_another(at: int, head: Token) -> bool:
    """Whether "and" starts another office that stands for itself: "professor of law and the editor of a journal"."""
    other = next((child for child in head.children if child.dep_ == "conj" and child.left_edge.i == at + 1), None)
    if other is None or not is_office(other):
        return other is not None and other.tag_ == "CD"  # "and one of the ..."
    determined = any(child.dep_ in ("det", "poss") for child in other.lefts)
    complemented = any(child.dep_ == "prep" and child.i < at for child in head.rights)
    return determined or complemented


def _end_of_quoted(doc: Doc, at: int, limit: int) -> int | None:
    """The token after the closing mark of what is quoted here, or None when it is open, long or a speech's beginning."""
    for end in range(at + 1, min(at + _LONGEST_QUOTED, limit + 2, len(doc))):
        if doc[end].text in _CLOSING_MARKS:
            return end + 1
        closes = doc[end].text in _INNER and end + 1 < len(doc) and doc[end + 1].text in _CLOSING_MARKS
        if not closes and (doc[end].text in _CLOSING or doc[end].is_space):
            return None
    return None


def _without_last_complement(doc: Doc, head: int, end: int) -> int:
    """The end before the last preposition, where the phrase was cut inside its complement."""
    start = next((at for at in range(end - 1, head, -1) if doc[at].tag_ == "IN"), head + 1)
    return _trimmed(doc, head, start)


def _trimmed(doc: Doc, head: int, end: int) -> int:
    while end > head + 1 and doc[end - 1].tag_ in _LOOSE_ENDS:
        end -= 1
    return end


def after_determiner(doc: Doc, start: int) -> int:
    """The token after an article or a possessive pronoun in front."""
    return start + 1 if doc[start].tag_ in ("DT", "PRP$") else start
