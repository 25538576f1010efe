"""Titles before names: "Russian Defense Minister", "retired historian and museum curator", "Massachusetts Sen."."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from generator.extract.chains_board import Draft
from generator.extract.mentions_lexicons import honorifics, portfolios
from generator.extract.roles_found import ENDINGS, MAX_TITLE_TOKENS, RolePhrase, is_office, is_shared_office
from generator.extract.roles_lexicons import (
    abbreviations,
    calendar,
    kin,
    moving_verbs,
    small_words,
    tenses,
    titles_alone,
)
from generator.gazetteer import country_of_name

_WORD_TAGS = frozenset({"NN", "NNP", "NNPS", "JJ", "JJS", "POS", "HYPH"})
_INSIDE = frozenset(
    {"compound", "amod", "nmod", "poss", "case", "punct", "appos", "nn", "advmod", "prep", "pobj", "conj"}
)
_ARGUMENTS = frozenset(
    {"nsubj", "nsubjpass", "dobj", "pobj", "iobj", "dative", "npadvmod", "tmod", "nsubj:pass", "ROOT"}
)
_LONGEST_COMPLEMENT = 6  # tokens
_LINKS = frozenset({"of", "to", "for"})
_COMPLEMENT_TAGS = frozenset({"JJ", "NNP", "NNPS", "NN", "NNS", "DT", "CC"})
_CUT_TAGS = frozenset({"VBG", "NNS"})
_COORDINATION = frozenset({"and", "&"})


def find_titles(doc: Doc, draft: Draft, taken: set[int]) -> Iterator[RolePhrase]:
    """The titles before one name: abbreviated ones right before it, the office before them, a second one tied to that by "and"."""
    first = _before_honorifics(doc, draft.start)
    short = _abbreviated(doc, first, draft.start)
    head = _office_before(doc, first)
    if head is not None and not _names_somebody(doc, head, taken) and _belongs(doc, head, draft):
        yield from _offices(doc, draft, head, first, taken)
    elif short is not None:
        start = _start_of_title(doc, first, draft.end, taken) if _belongs_to_name(doc, first, draft) else first
        yield RolePhrase(draft, start, draft.start, short, "title")
    if short is not None and head is not None:
        yield RolePhrase(draft, first, draft.start, short, "title")
    yield from _shared(doc, draft, taken)


def _shared(doc: Doc, draft: Draft, taken: set[int]) -> Iterator[RolePhrase]:
    """The plural before the first of several names: "actors Ida Holm and Max Voss"."""
    name = doc[draft.head]
    leader = name
    while leader.dep_ == "conj" and leader.head.ent_type_ == "PERSON" and leader.head.i < leader.i:
        leader = leader.head
    several = leader.i != name.i or any(child.dep_ == "conj" and child.ent_type_ == "PERSON" for child in name.children)
    head = leader.left_edge.i
    while head < leader.i and not is_shared_office(doc[head]):
        head += 1
    beside = head < leader.i and all(doc[at].ent_type_ == "PERSON" for at in range(head + 1, leader.i + 1))
    if several and beside and head not in taken and doc[head].head.i == leader.i:
        yield RolePhrase(draft, _start_of_title(doc, head, leader.i + 1, taken), head + 1, head, "title")


def _office_before(doc: Doc, end: int) -> int | None:
    """The office that ends right before token `end`: "minister", "president-elect", "Secretary of State"."""
    if end and is_office(doc[end - 1]):
        return end - 1
    if end > 1 and doc[end - 1].lower_ in ENDINGS and (doc[end - 2].text == "-" or is_office(doc[end - 2])):
        head = end - 3 if doc[end - 2].text == "-" else end - 2
        return head if head >= 0 and is_office(doc[head]) else None
    return _office_with_complement(doc, end)


def _office_with_complement(doc: Doc, end: int) -> int | None:
    """The office of a title with a complement, in capitals or with a usual portfolio: "Ambassador to Japan", "secretary of state"."""
    at = end - 1
    while at > max(0, end - _LONGEST_COMPLEMENT) and _is_complement(doc[at]):
        at -= 1
    if not 0 < at < end - 1 or doc[at].lower_ not in _LINKS or not is_office(doc[at - 1]):
        return None
    usual = all(token.lower_ in small_words() for token in doc[at + 1 : end])
    usual = usual or (country_of_name(doc[at + 1 : end].text) is not None and doc[at - 1].lower_ not in kin())
    return at - 1 if usual or (doc[at - 1].text.istitle() and doc[at - 1].is_sent_start is not True) else None


def _is_complement(token: Token) -> bool:
    return token.tag_ in _COMPLEMENT_TAGS and (
        token.text[:1].isupper() or token.lower_ in small_words() or token.lower_ in ("the", "and")
    )


def _names_somebody(doc: Doc, head: int, taken: set[int]) -> bool:
    """Whether the noun is part of another person's name; in other names it is an office ("House Speaker" Ida Holm)."""
    return head in taken and doc[head].ent_type_ == "PERSON"


def _before_honorifics(doc: Doc, start: int) -> int:
    at = start
    while at > 0 and (doc[at - 1].text == "." or _is_honorific(doc, at - 1)):
        at -= 1
    return at if at == start or doc[at].text != "." else at + 1


def _is_honorific(doc: Doc, at: int) -> bool:
    """Whether it is a form of address and no office; "Sister" is one where she is nobody's."""
    token = doc[at]
    if token.lower_ not in honorifics():
        return False
    owned = at > 0 and doc[at - 1].tag_ in ("POS", "PRP$")
    return not is_office(token) or (token.lower_ in kin() and token.text.istitle() and not owned)


def _abbreviated(doc: Doc, first: int, end: int) -> int | None:
    """The last token of an abbreviated office in tokens `[first, end)`, or None."""
    words = [doc[at].lower_.removesuffix(".") for at in range(first, end) if doc[at].text != "."]
    if not words or words[-1] not in titles_alone() or " ".join(words) not in abbreviations():
        return None
    return end - 1


def _offices(doc: Doc, draft: Draft, head: int, end: int, taken: set[int]) -> Iterator[RolePhrase]:
    start = _start_of_title(doc, head, draft.end, taken)
    yield RolePhrase(draft, start, end, head, "title")
    second = start - 2
    if second >= 0 and doc[start - 1].lower_ in _COORDINATION and is_office(doc[second]) and second not in taken:
        begin = _start_of_title(doc, second, draft.end, taken)
        # A bare singular cannot stand for itself: "retired historian and museum curator X". After an article it may be somebody else.
        bare = doc[second].tag_ == "NN" or any(at in taken for at in range(begin, second))
        if bare and not _is_determined(doc, begin):
            yield RolePhrase(draft, begin, second + 1, second, "title")


def _is_determined(doc: Doc, start: int) -> bool:
    if start == 0:
        return False
    beside = doc[start - 1].text == "," and start > 1 and doc[start - 2].ent_type_ == "PERSON"
    return beside or doc[start - 1].tag_ in ("DT", "PRP$", "CC", "POS", "CD")


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
    if start > 0 and doc[start - 1].tag_ in _CUT_TAGS and start <= doc[start - 1].head.i < head:
        start = doc[start - 1].head.i + 1  # "running mate presidential nominee": half of a compound says nothing
    moved = (at + 1 for at in range(start, head) if at - 1 in taken and _moves(doc, at))
    start = next(moved, start)
    while start < head and (doc[start].tag_ in ("POS", "HYPH") or _is_half(doc, start, head)):
        start += 1
    return start


def _moves(doc: Doc, at: int) -> bool:
    """Whether it is the verb of a headline that the parse takes for a noun: "Harbor Larks sack manager Ida Holm"."""
    return doc[at - 1].tag_ == "NNPS" and doc[at].lower_ in moving_verbs()


def _is_half(doc: Doc, start: int, head: int) -> bool:
    """Whether it is the noun of a participle right before it that the parse hung on the title's head: "running mate nominee"."""
    before = doc[start - 1] if start else None
    return before is not None and before.tag_ == "VBG" and before.head.i == head and doc[start].dep_ == "compound"


def _continues(doc: Doc, at: int, end: int, taken: set[int]) -> bool:
    token = doc[at]
    if token.is_space or token.is_sent_end or token.lower_ in calendar():
        return False
    if token.lower_ in tenses() or token.lower_ in portfolios():
        return True
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
