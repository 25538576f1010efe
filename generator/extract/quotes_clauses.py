"""The clause that a reporting verb reports without quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from generator.extract.mentions_lexicons import person_nouns
from generator.extract.quotes_content import Range, clause_range
from generator.extract.quotes_cues import OBJECTS, PASSIVE_SUBJECTS, SUBJECTS, Cue, child_of, has_subject
from generator.extract.quotes_lexicon import load_words, takes_clause

_CLAUSES = frozenset({"ccomp", "xcomp"})
_OF_A_NOUN = frozenset({"acl", "ccomp", "relcl"})
_ANY_SUBJECT = SUBJECTS | PASSIVE_SUBJECTS | {"expl"}
INTRODUCING = frozenset({"that", "if", "whether"})
_QUESTIONS = frozenset({"if", "whether"})
_NOMINATIVE = frozenset({"he", "she", "they", "it", "we", "i", "there"})
_ASKING = frozenset({"how", "why", "what", "who", "where"})
_FINITE = frozenset({"VBD", "VBZ", "VBP"})
_PAST = frozenset({"VBD", "VBN"})
_LATER = frozenset({"would", "could", "should", "might"})
_SKIPPED = frozenset({"advmod", "npadvmod", "prt"})
_SKIPPED_TAGS = frozenset({"RB", "RP", "NN", "NNP"})
_MAX_SKIPPED = 6


def clause_of(cue: Cue) -> Token | None:
    """The finite clause that the verb reports, or None."""
    if not takes_clause(cue.kind):
        return None
    clauses = (child for child in cue.head.children if child.dep_ in _CLAUSES and child.i != cue.head.i)
    found = (child for child in clauses if _finite(child) and not told_by_a_noun(cue, child))
    return next(found, None) or _below_a_noun(cue)


def is_asked(cue: Cue, clause: Token) -> bool:
    """Whether the clause is a question: "asked on Monday whether it had rained" reports no rain."""
    return clause.i > cue.head.i and any(
        child.dep_ == "mark" and child.lower_ in _QUESTIONS and child.i > cue.head.i for child in clause.children
    )


def told_by_a_noun(cue: Cue, clause: Token) -> bool:
    """Whether a clause that the tree gives to an answer is that of what is answered: "responded to his claim that ..."."""
    at = clause.left_edge.i
    if cue.kind != "answered" or at == 0 or clause.doc[at].lower_ != "that":
        return False
    noun = clause.doc[at - 1]
    return noun.pos_ == "NOUN" and noun.dep_ == "pobj" and noun.lemma_.lower() not in person_nouns()


def range_after(doc: Doc, cue: Cue, clause: Token) -> tuple[int, int]:
    """First and last token of a clause that follows its verb, without "that" and without a second report below it."""
    left = max(clause.left_edge.i, cue.head.i + 1)
    left += _addressee(doc, cue, left)
    right = min([clause.right_edge.i, *(place - 1 for place in _next_reports(clause))])
    subject = child_of(clause, _ANY_SUBJECT)
    first = subject.left_edge.i if subject is not None and subject.left_edge.i >= left else left
    mark = next((child for child in clause.children if child.dep_ == "mark" and left <= child.i <= first), None)
    if mark is not None and mark.lower_ in INTRODUCING:
        left = mark.i + 1
    elif _only_time(doc, left, first):
        left = first
    return _trimmed(doc, left, max(right, _coordinated(cue, clause)))


def _addressee(doc: Doc, cue: Cue, left: int) -> int:
    """How many tokens of "told CNN the ..." name whom the words are told to, where the tree has the name in the clause."""
    if cue.head.lemma_.lower() not in load_words().telling or left != cue.head.i + 1 or child_of(cue.head, OBJECTS):
        return 0
    stop = left
    while stop < cue.head.sent.end and doc[stop].pos_ == "PROPN":
        stop += 1
    return stop - left if doc[stop].pos_ in ("DET", "PRON") or doc[stop].lower_ == "that" else 0


def beside_of(doc: Doc, cue: Cue) -> tuple[int, int] | None:
    """Where the tree shows no clause: from a "that" or a nominative pronoun right after the verb as far as the tree holds it
    together; else None."""
    if not takes_clause(cue.kind):
        return None
    start = cue.head.i + 1
    stop = min(start + _MAX_SKIPPED, cue.head.sent.end)
    while start < stop and doc[start].dep_ in _SKIPPED and doc[start].tag_ in _SKIPPED_TAGS:
        start += 1
    if start >= stop:
        return None
    token = doc[start]
    if token.lower_ == "that" and token.tag_ == "IN":
        return _climbed(cue, token, start + 1)
    if token.lower_ in _ASKING and token.tag_ in ("WRB", "WP"):
        return _climbed(cue, token, start)
    if token.lower_ in _NOMINATIVE and (token.dep_ in _ANY_SUBJECT):
        return _climbed(cue, token, start)
    return None


def _below_a_noun(cue: Cue) -> Token | None:
    """The clause of "announced in a statement that ...": the tree hangs it on the noun."""
    for noun in _nouns_below(cue.head):
        for child in noun.children:
            if child.dep_ in _OF_A_NOUN and any(
                item.dep_ == "mark" and item.lower_ == "that" for item in child.children
            ):
                return child
    return None


def _nouns_below(verb: Token) -> Iterator[Token]:
    words = load_words()
    for prep in verb.children:
        if prep.dep_ == "prep" and prep.i > verb.i:
            noun = child_of(prep, OBJECTS)
            if noun is not None and noun.lemma_.lower() in words.nouns | words.documents:
                yield noun


def _finite(clause: Token) -> bool:
    inner = list(clause.children)
    if any(child.dep_ == "mark" and child.lower_ in INTRODUCING for child in inner):
        return True
    tensed = clause.tag_ in _FINITE or any(
        child.tag_ in _FINITE or child.tag_ == "MD" for child in inner if child.dep_ in ("aux", "auxpass")
    )
    return tensed and (has_subject(clause) or any(child.dep_ == "expl" for child in inner))


def _only_time(doc: Doc, left: int, first: int) -> bool:
    """Whether only a time without a comma stands before the subject: "told them this week he would ..."."""
    return left < first and all(
        token.dep_ in ("npadvmod", "det", "amod", "nummod") or token.ent_type_ in ("DATE", "TIME")
        for token in doc[left:first]
    )


def _next_reports(clause: Token) -> list[int]:
    """Where a second report begins that the tree hangs below the first ("... and added that ...")."""
    verbs = load_words().verbs
    return [
        _coordination(child)
        for child in clause.children
        if child.dep_ in ("conj", "advcl")
        and child.lemma_.lower() in verbs
        and not has_subject(child)
        and child.i > clause.i
    ]


def _coordination(token: Token) -> int:
    before = token.left_edge.i
    while before > 0 and token.doc[before - 1].dep_ in ("cc", "punct"):
        before -= 1
    return before


def _coordinated(cue: Cue, clause: Token) -> int:
    """The last token of a second reported clause that the tree hangs on the verb: "... and that ...", "... and would ..."."""
    last, above = -1, cue.head
    while True:
        found = [child for child in above.children if child.dep_ == "conj" and child.i > clause.i]
        following = next((child for child in found if _goes_on(cue, child)), None)
        if following is None:
            return last
        last, above = following.right_edge.i, following


def _goes_on(cue: Cue, verb: Token) -> bool:
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in verb.children)
    later = any(child.dep_ == "aux" and child.lower_ in _LATER for child in verb.children)
    return marked or (later and cue.head.tag_ in _PAST and not has_subject(verb))


def _climbed(cue: Cue, token: Token, left: int) -> tuple[int, int] | None:
    right, above = token.i, token
    while above.head != above and above.head.i > cue.head.i:
        above = above.head
        right = max(right, above.right_edge.i)
    if above == token:  # a second subject of the verb itself: the clause is the next one below the verb
        above = next((child for child in cue.head.children if child.dep_ in _CLAUSES and child.i > token.i), token)
        right = above.right_edge.i
    finite = any(part.tag_ in _FINITE or part.tag_ == "MD" for part in token.doc[left : right + 1])
    return _trimmed(token.doc, left, right) if finite else None


def _trimmed(doc: Doc, left: int, right: int) -> tuple[int, int]:
    while left < right and (doc[left].lower_ in INTRODUCING or doc[left].is_punct):
        left += 1
    while left < right and (doc[right].dep_ == "cc" or doc[right].is_punct):
        right -= 1
    return left, right


def interrupts(cue: Cue, clause: Token) -> bool:
    """Whether the report stands between the subject of what is said and its verb: "The bridge, X said, will be closed"."""
    return any(child.dep_ in SUBJECTS | PASSIVE_SUBJECTS and child.i < cue.first.i for child in clause.children)


def without(text: str, whole: Range, cue: Cue) -> tuple[Range, ...]:
    """What remains of a stretch without the cue's clause; only the part beside it when that clause is at an end."""
    return without_range(text, whole, clause_range(cue))


def without_range(text: str, whole: Range, hole: Range) -> tuple[Range, ...]:
    """What remains of a stretch of characters without another."""
    parts = ((whole[0], min(whole[1], hole[0])), (max(whole[0], hole[1]), whole[1]))
    return tuple(part for part in parts if part[0] < part[1] and any(map(str.isalnum, text[part[0] : part[1]])))


def lacks_a_part(cue: Cue) -> bool:
    """Whether a clause that follows a noun without a pronoun ("a name the city thought it had fixed") leaves that noun out."""
    own = child_of(cue.head, SUBJECTS)
    if cue.head.dep_ not in ("acl", "relcl") or cue.head.tag_ not in _FINITE or own is None or own.tag_[0] == "W":
        return False
    edge = own.left_edge.i
    noun = cue.head.doc[edge - 1] if edge else own
    return noun == cue.head.head and noun.pos_ in ("NOUN", "PROPN") and takes_clause(cue.kind)
