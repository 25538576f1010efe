"""Where a text says what somebody is: a title before the name, an apposition, "X is the ...". In tokens."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.extract.chains_board import Draft
from generator.extract.mentions_lexicons import honorifics, person_nouns

_TITLE_TAGS = frozenset({"NN", "NNP", "NNPS", "JJ", "JJS", "POS", "HYPH"})
_NOUN_TAGS = frozenset({"NN", "NNP"})
_OPENING = frozenset({",", "(", "–", "—"})
_MAX_TITLE_TOKENS = 10
_MAX_ROLE_TOKENS = 16
_MODIFIERS = frozenset({"det", "poss", "amod", "compound", "nmod", "nummod"})
_RELATIVES = frozenset({"who"})


@dataclass(frozen=True, slots=True)
class RolePhrase:
    """Tokens `[start, end)` that say what the person of the name `draft` is; `head` is the noun; `kind` how they say it."""

    draft: Draft
    start: int
    end: int
    head: int
    kind: str


def find_phrases(doc: Doc, drafts: Sequence[Draft]) -> list[RolePhrase]:
    """All role phrases of people's names, in text order, at most one of each kind for a name mention."""
    people = [draft for draft in drafts if draft.is_name and draft.mention.type == "person"]
    taken = {at for draft in drafts if draft.is_name for at in range(draft.start, draft.end)}
    names_at = {draft.start: draft for draft in drafts if draft.is_name}
    found: list[RolePhrase] = []
    for draft in people:
        found.extend(_titles(doc, draft, taken))
        found.extend(_appositions(doc, draft, names_at))
        found.extend(_copulas(doc, draft))
    return found


def is_office(token: Token) -> bool:
    """Whether this noun names one person's role."""
    return token.tag_ in _NOUN_TAGS and (token.lower_ in person_nouns() or token.lemma_.lower() in person_nouns())


def _titles(doc: Doc, draft: Draft, taken: set[int]) -> Iterator[RolePhrase]:
    """The title before the name, read leftwards as long as nouns, adjectives and names go on."""
    head = draft.start - 1
    while head >= 0 and (doc[head].lower_ in honorifics() or doc[head].text == ".") and not is_office(doc[head]):
        head -= 1
    if head < 0 or not is_office(doc[head]) or head in taken:
        return
    start = head
    while start > 0 and head - start < _MAX_TITLE_TOKENS and _continues_title(doc[start - 1], taken):
        start -= 1
    while start < head and doc[start].tag_ in ("POS", "HYPH"):
        start += 1
    yield RolePhrase(draft, start, head + 1, head, "title")


def _continues_title(token: Token, taken: set[int]) -> bool:
    if token.is_space or token.is_sent_end:
        return False
    return token.i in taken or token.tag_ in _TITLE_TAGS or (token.tag_ in ("VBG", "VBN") and token.dep_ == "amod")


def _appositions(doc: Doc, draft: Draft, names_at: dict[int, Draft]) -> Iterator[RolePhrase]:
    """A noun phrase right after the name and a comma ("X, a professor at ..."), as far as its own tree goes."""
    at = draft.end
    if at + 1 >= len(doc) or doc[at].text not in _OPENING:
        return
    start = at + 1
    head = _noun_after(doc, start)
    if head is None or head.i + 1 in names_at or _is_listed(head):
        return
    end = _end_of_phrase(doc, head)
    hung = head.dep_ == "appos" or doc[start].tag_ == "DT" or _is_closed(doc, head)
    if hung and not _is_subject_after_all(doc, end):
        yield RolePhrase(draft, _after_determiner(doc, start), end, head.i, "apposition")


def _is_subject_after_all(doc: Doc, end: int) -> bool:
    """Whether a verb follows without a comma: "Like X, the minister is ..." says nothing of X."""
    if end < len(doc) and doc[end].text in _QUOTATION_MARKS:
        end += 1
    return end < len(doc) and doc[end].tag_ in _FINITE_TAGS


def _noun_after(doc: Doc, start: int) -> Token | None:
    """The person noun that heads the noun phrase which starts here, or None."""
    for at in range(start, min(start + _MAX_TITLE_TOKENS, len(doc))):
        token = doc[at]
        if is_office(token) and not (at + 1 < len(doc) and doc[at + 1].tag_ in _NOUN_TAGS | {"NNS", "POS", "HYPH"}):
            return token
        if token.tag_ not in _TITLE_TAGS | {"DT", "PRP$", "VBN", "VBG", "CD", "NNS"} and token.text != "-":
            return None
    return None


def _is_listed(head: Token) -> bool:
    return any(child.dep_ == "conj" and child.ent_type_ == "PERSON" for child in head.children)


def _is_closed(doc: Doc, head: Token) -> bool:
    after = head.i + 1
    return (
        after >= len(doc)
        or doc[after].text in {",", ".", ")", "–", "—"}
        or doc[after].lower_ in {"of", "at", "for", "in"}
    )


def _copulas(doc: Doc, draft: Draft) -> Iterator[RolePhrase]:
    """Predicates of the name ("X is the chairman of Y", "X, who was the head of Y"), never under a negation."""
    name = doc[draft.head]
    verbs = [name.head] if name.dep_ == "nsubj" else []
    verbs += [
        child
        for child in name.children
        if child.dep_ == "relcl" and any(word.lower_ in _RELATIVES and word.dep_ == "nsubj" for word in child.children)
    ]
    for verb in verbs:
        head = _predicate(verb)
        if head is not None:
            start = min((child.left_edge.i for child in head.lefts if child.dep_ in _MODIFIERS), default=head.i)
            yield RolePhrase(draft, _after_determiner(doc, start), _end_of_phrase(doc, head), head.i, "copula")
            return


def _predicate(verb: Token) -> Token | None:
    if verb.lemma_ != "be" or any(child.dep_ in ("neg", "aux") for child in verb.children):
        return None
    nouns = [child for child in verb.children if child.dep_ == "attr" and is_office(child)]
    return nouns[0] if nouns else None


def _after_determiner(doc: Doc, start: int) -> int:
    return start + 1 if doc[start].tag_ == "DT" else start


def _end_of_phrase(doc: Doc, head: Token) -> int:
    """The token after the phrase: prepositional phrases belong to it, what comes after a comma or a verb does not."""
    end = head.i + 1
    limit = min(head.right_edge.i + 1, head.i + _MAX_ROLE_TOKENS, len(doc))
    while end < limit and not _ends_phrase(doc[end]):
        end += 1
    while end > head.i + 1 and doc[end - 1].tag_ in ("IN", "TO", "DT", "CC", "POS"):
        end -= 1
    return end


def _ends_phrase(token: Token) -> bool:
    return token.is_space or token.is_sent_start is True or token.text in _CLOSING or token.tag_ in _VERB_TAGS


_CLOSING = frozenset({",", ".", ";", ":", ")", "(", "–", "—", "“", "”", '"', "?", "!"})
_QUOTATION_MARKS = frozenset({"“", "”", '"', "‘", "’"})
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD", "WP", "WDT", "WRB"})
