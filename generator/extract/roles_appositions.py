"""Descriptions beside a name: "X, a professor at ...", "X, 54, the mayor", "the company's chief executive, X,"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from spacy.tokens import Doc, Token

from generator.extract.chains_board import Draft
from generator.extract.mentions_lexicons import honorifics
from generator.extract.roles_found import MAX_TITLE_TOKENS, RolePhrase, after_determiner, end_of_phrase, is_office

_OPENING = frozenset({",", "(", "–", "—"})
_CLOSED = frozenset({",", ".", ")", "–", "—", ";", ":"})
_COMPLEMENTS = frozenset({"of", "at", "for", "in", "with", "to"})
_NOUN_TAGS = frozenset({"NN", "NNP"})
_NAME_TAGS = frozenset({"NN", "NNP", "NNPS", "JJ", "JJS", "POS", "HYPH"})
_BEFORE_NOUN = _NAME_TAGS | {"DT", "PRP$", "VBN", "VBG", "CD", "NNS", "RB", "JJR"}
_MODIFIERS = frozenset({"det", "poss", "amod", "compound", "nmod", "nummod", "nn"})
_QUOTATION_MARKS = frozenset({"“", "”", '"', "‘", "’"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_INDEFINITE = frozenset({"a", "an"})
_STRAY = frozenset({"of", "at"})
_LONGEST_COMPOUND = 3  # tokens
_LONGEST_BRACKETS = 7  # tokens
_OWNED = frozenset({"det", "poss"})


def find_appositions(doc: Doc, draft: Draft, names_at: Mapping[int, Draft]) -> Iterator[RolePhrase]:
    """What stands after the name and a comma, and what stands before it and a comma."""
    after = _after(doc, draft, names_at)
    before = _before(doc, draft)
    yield from (phrase for phrase in (before, after) if phrase is not None)
    if after is not None:
        yield from _conjuncts(doc, draft, after)


def _after(doc: Doc, draft: Draft, names_at: Mapping[int, Draft]) -> RolePhrase | None:
    """A noun phrase right after the name and a comma, as far as its own tree goes."""
    at = _after_age(doc, _after_brackets(doc, draft.end))
    if at + 1 >= len(doc) or doc[at].text not in _OPENING:
        return None
    start = at + 1
    head = _noun_after(doc, start)
    if head is None or head.i + 1 in names_at or _is_listed(head, draft):
        return None
    end = _with_complement(doc, start, end_of_phrase(doc, head))
    hung = head.dep_ == "appos" or doc[start].tag_ == "DT" or _is_closed(doc, head)
    if not hung or _is_subject_after_all(doc, end):
        return None
    return RolePhrase(draft, after_determiner(doc, start), end, head.i, "apposition")


def _with_complement(doc: Doc, start: int, end: int) -> int:
    """The end with an "of ..." or "at Acme" right behind it that the parse hung on something before the phrase."""
    if end >= len(doc) or doc[end].lower_ not in _STRAY or doc[end].head.i >= start or doc[end].dep_ != "prep":
        return end
    objects = [child for child in doc[end].children if child.dep_ == "pobj"]
    if not objects or (doc[end].lower_ != "of" and objects[0].ent_type_ != "ORG"):
        return end
    stop = end_of_phrase(doc, objects[0])
    return stop if all(token.text != "," and not token.is_space for token in doc[end:stop]) else end


def _after_brackets(doc: Doc, at: int) -> int:
    """The comma behind a short insertion in brackets: "X (D-Ohio), the chairman"."""
    if at >= len(doc) or doc[at].text != "(":
        return at
    closing = next((end for end in range(at, min(at + _LONGEST_BRACKETS, len(doc))) if doc[end].text == ")"), None)
    return closing + 1 if closing is not None and doc[closing + 1 : closing + 2].text == "," else at


def _after_age(doc: Doc, at: int) -> int:
    """The comma behind an age: "X, 54, a teacher"."""
    is_age = at + 2 < len(doc) and doc[at].text == "," and doc[at + 1].tag_ == "CD" and doc[at + 2].text == ","
    return at + 2 if is_age else at


def _conjuncts(doc: Doc, draft: Draft, phrase: RolePhrase) -> Iterator[RolePhrase]:
    """A second office with complements of its own: "a professor at ... and the editor of ..."."""
    for token in doc[phrase.head].children:
        if (
            token.dep_ == "conj"
            and token.i >= phrase.end
            and is_office(token)
            and token.i - phrase.end < MAX_TITLE_TOKENS
        ):
            start = min((child.left_edge.i for child in token.lefts if child.dep_ in _MODIFIERS), default=token.i)
            linked = all(word.tag_ == "CC" or word.text == "," for word in doc[phrase.end : start])
            if linked and start > phrase.end and not _has_name(token):
                yield RolePhrase(draft, after_determiner(doc, start), end_of_phrase(doc, token), token.i, "apposition")


def _has_name(token: Token) -> bool:
    return any(child.ent_type_ == "PERSON" and child.dep_ in ("appos", "conj") for child in token.children)


def _is_subject_after_all(doc: Doc, end: int) -> bool:
    """Whether a verb follows without a comma: "Like X, the minister is ..." says nothing of X."""
    if end < len(doc) and doc[end].text in _QUOTATION_MARKS:
        end += 1
    return end < len(doc) and doc[end].tag_ in _FINITE_TAGS


def _noun_after(doc: Doc, start: int) -> Token | None:
    """The person noun that heads the noun phrase which starts here, or None."""
    for at in range(start, min(start + MAX_TITLE_TOKENS, len(doc))):
        token = doc[at]
        if is_office(token) and not _goes_into(doc, token):
            return token
        if token.tag_ not in _BEFORE_NOUN and token.text != "-":
            return None
    return None


def _goes_into(doc: Doc, token: Token) -> bool:
    """Whether the noun is part of a longer one: "assistant general manager", "minister's"."""
    after = doc[token.i + 1] if token.i + 1 < len(doc) else None
    if after is None:
        return False
    longer = after.tag_ == "JJ" and token.i < token.head.i <= token.i + _LONGEST_COMPOUND and is_office(token.head)
    return longer or after.tag_ in _NOUN_TAGS | {"NNS", "POS", "HYPH"}


def _is_listed(head: Token, draft: Draft) -> bool:
    """Whether the noun is the next one of a list: "X, the minister and Y"."""
    if head.dep_ == "conj" and draft.start <= head.head.i < draft.end:
        return True
    others = any(child.dep_ == "conj" and child.ent_type_ == "PERSON" for child in head.children)
    return others and not _is_some(head)


def _is_some(head: Token) -> bool:
    """Whether it can only describe the name, between commas and with "a": "X, a lawyer, and Y"."""
    doc, after = head.doc, head.i + 1
    some = any(child.lower_ in _INDEFINITE for child in head.lefts)
    return head.dep_ == "appos" and some and after < len(doc) and doc[after].text == ","


def _is_closed(doc: Doc, head: Token) -> bool:
    after = head.i + 1
    return after >= len(doc) or doc[after].text in _CLOSED or doc[after].lower_ in _COMPLEMENTS


def _before(doc: Doc, draft: Draft) -> RolePhrase | None:
    """The noun phrase that the name explains: "the company's chief executive, X, said"."""
    head = _explained(doc[draft.head], draft)
    if head is None or not is_office(head) or head.ent_type_ == "PERSON":
        return None
    end = end_of_phrase(doc, head)
    comma = _before_address(doc, draft.start)
    if doc[comma].text != "," or end != comma or _goes_on(doc, draft):
        return None
    start = min((child.left_edge.i for child in head.lefts if child.dep_ in _MODIFIERS), default=head.i)
    if start == head.i or not any(child.dep_ in _OWNED for child in head.lefts):
        return None
    if any(is_office(token) for token in doc[head.i + 1 : end]):
        return None  # "the lawyer of the president, X," may be either
    return RolePhrase(draft, after_determiner(doc, start), end, head.i, "apposition")


def _explained(name: Token, draft: Draft) -> Token | None:
    """The noun before the name that it hangs on as an apposition, or that a parse blind to the comma hung on it."""
    if name.dep_ == "appos":
        return name.head if name.head.i < draft.start else None
    hung = [child for child in name.lefts if child.i < draft.start and child.dep_ == "compound" and is_office(child)]
    return hung[0] if hung else None


def _before_address(doc: Doc, start: int) -> int:
    """The token before the name and its forms of address: the comma in "the surgeon, Dr. X"."""
    at = start - 1
    while at > 0 and (doc[at].lower_ in honorifics() or doc[at].text == "."):
        at -= 1
    return at


def _goes_on(doc: Doc, draft: Draft) -> bool:
    """Whether more names or people follow in a list, or the name is no closed insertion."""
    listed = any(child.dep_ in ("conj", "cc") for child in doc[draft.head].children)
    head = doc[draft.head].head
    coordinated = any(child.dep_ == "conj" and child.i > draft.start for child in head.children)
    after = doc[draft.end] if draft.end < len(doc) else None
    closed = after is None or after.is_space or after.text in _CLOSED | {"(", "…"} | _QUOTATION_MARKS
    return listed or coordinated or not closed
