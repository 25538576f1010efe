"""Titles before names: "Russian Defense Minister", "retired historian and museum curator", "Massachusetts Sen."."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from generator.extract.chains_board import Draft
from generator.extract.mentions_lexicons import honorifics
from generator.extract.roles_found import MAX_TITLE_TOKENS, RolePhrase, is_office
from generator.extract.roles_lexicons import abbreviations, calendar, small_words, titles_alone

_WORD_TAGS = frozenset({"NN", "NNP", "NNPS", "JJ", "JJS", "POS", "HYPH"})
_INSIDE = frozenset(
    {"compound", "amod", "nmod", "poss", "case", "punct", "appos", "nn", "advmod", "prep", "pobj", "conj"}
)
_ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "iobj", "dative", "npadvmod", "tmod", "nsubj:pass", "ROOT"}
)
_COORDINATION = frozenset({"and", "&"})


def find_titles(doc: Doc, draft: Draft, taken: set[int]) -> Iterator[RolePhrase]:
    """The titles before one name: abbreviated ones right before it, the office before them, a second one tied to that by "and"."""
    first = _before_honorifics(doc, draft.start)
    short = _abbreviated(doc, first, draft.start)
    head = first - 1
    if head >= 0 and is_office(doc[head]) and not _names_somebody(doc, head, taken) and _belongs(doc, head, draft):
        yield from _offices(doc, draft, head, taken)
    elif short is not None:
        start = _start_of_title(doc, first, draft.end, taken) if _belongs_to_name(doc, first, draft) else first
        yield RolePhrase(draft, start, draft.start, short, "title")
    if short is not None and head >= 0 and is_office(doc[head]):
        yield RolePhrase(draft, first, draft.start, short, "title")


def _names_somebody(doc: Doc, head: int, taken: set[int]) -> bool:
    """Whether the noun is part of another person's name; at the end of another name it is an office ("House Speaker" Ida Holm)."""
    return head in taken and (doc[head].ent_type_ == "PERSON" or head + 1 in taken)


def _before_honorifics(doc: Doc, start: int) -> int:
    at = start
    while at > 0 and (doc[at - 1].lower_ in honorifics() or doc[at - 1].text == ".") and not is_office(doc[at - 1]):
        at -= 1
    return at if at == start or doc[at].text != "." else at + 1


def _abbreviated(doc: Doc, first: int, end: int) -> int | None:
    """The last token of an abbreviated office in tokens `[first, end)`, or None."""
    words = [doc[at].lower_.removesuffix(".") for at in range(first, end) if doc[at].text != "."]
    if not words or words[-1] not in titles_alone() or " ".join(words) not in abbreviations():
        return None
    return end - 1


def _offices(doc: Doc, draft: Draft, head: int, taken: set[int]) -> Iterator[RolePhrase]:
    start = _start_of_title(doc, head, draft.end, taken)
    yield RolePhrase(draft, start, head + 1, head, "title")
    second = start - 2
    if second >= 0 and doc[start - 1].lower_ in _COORDINATION and is_office(doc[second]) and second not in taken:
        begin = _start_of_title(doc, second, draft.end, taken)
        # A bare singular cannot stand for itself: "retired historian and museum curator X". After an article it may be somebody else.
        if not _is_determined(doc, begin) and doc[second].tag_ == "NN":
            yield RolePhrase(draft, begin, second + 1, second, "title")


def _is_determined(doc: Doc, start: int) -> bool:
    return start > 0 and (doc[start - 1].tag_ in ("DT", "PRP$", "CC", "POS", "CD") or doc[start - 1].text == ",")


def _belongs(doc: Doc, head: int, draft: Draft) -> bool:
    """Whether the office before the name is its title, and not an object of its own ("calls the minister Trump's puppet")."""
    token, name = doc[head], doc[draft.head]
    if head <= token.head.i < draft.end or head <= name.head.i < draft.start or name.head.i == head:
        return True
    return token.dep_ not in _ARGUMENTS or token.head.i == name.head.i


def _belongs_to_name(doc: Doc, first: int, draft: Draft) -> bool:
    return first > 0 and first - 1 < doc[first - 1].head.i < draft.end


def _start_of_title(doc: Doc, head: int, end: int, taken: set[int]) -> int:
    start = head
    while start > 0 and head - start < MAX_TITLE_TOKENS and _continues(doc, start - 1, end, taken):
        start -= 1
    while start < head and doc[start].tag_ in ("POS", "HYPH"):
        start += 1
    return start


def _continues(doc: Doc, at: int, end: int, taken: set[int]) -> bool:
    token = doc[at]
    if token.is_space or token.is_sent_end or token.lower_ in calendar():
        return False
    if token.dep_ in _ARGUMENTS and not at < token.head.i < end and not _leans_right(token, end):
        return False
    modifies = token.dep_ in ("amod", "compound", "nmod")
    if token.tag_ == "VBG":
        return modifies and token.lower_ in small_words()
    return at in taken or token.tag_ in _WORD_TAGS or (token.tag_ in ("VBN", "NNS", "RB") and modifies)


def _leans_right(token: Token, end: int) -> bool:
    """Whether it is part of a name or a hyphenated word that leans on the title as a whole."""
    head = token.head
    return token.dep_ in _INSIDE and head.i < token.i and token.i < head.head.i < end
