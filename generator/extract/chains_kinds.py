"""What kind of organization a name names: by its own words, by what the text calls it, by common knowledge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc, Token

from generator.extract.chains_board import Board, Draft
from generator.extract.chains_descriptions import plain_word
from generator.extract.chains_lexicons import belonging_nouns, hiring_verbs
from generator.extract.chains_salience import is_subject
from generator.extract.mentions_lexicons import kind_nouns, kind_words, known_kinds, speech_verbs, thing_nouns

_OUTLET = "outlet"
_TOPIC_SENTENCES = 3
_SPOKEN_TO = frozenset({"dobj", "dative", "iobj"})
_SPEAKING_PREPOSITIONS = frozenset({"to", "with", "by"})
_EXAMPLES = frozenset({"like", "as", "including"})
_GAP = frozenset({",", "(", "–", "—"})


def kinds_of_name(text: str) -> set[str]:
    """The kinds that the name itself gives, and those that everybody knows: "Elmsport Airways" is an airline."""
    words = text.split()
    found = {known_kinds()[text]} if text in known_kinds() else set()
    if len(words) > 1:
        found |= {kind_words("last").get(words[-1].lower(), ""), kind_words("first").get(words[0].lower(), "")}
    return found - {""}


def kinds_in_text(doc: Doc, draft: Draft) -> set[str]:
    """The nouns by which the text itself calls a name: "the law firm X", "X, a law firm in Elmsport", "X is a charity"."""
    called = {word for word in map(plain_word, _callings(doc, draft)) if thing_nouns().get(word) == "organization"}
    return called | ({belonging_nouns().get(plain_word(token), "") for token in _members(doc[draft.head])} - {""})


def _members(head: Token) -> Iterator[Token]:
    """The nouns for who belongs to a name: "the X coach", "X's coach", "the coach of X", "X hired coach Holm"."""
    if head.dep_ in ("poss", "compound", "nmod"):
        yield head.head
    if head.dep_ == "compound" and head.head.dep_ == "compound":
        yield head.head.head
    if head.dep_ == "pobj" and head.head.lower_ in ("of", "for"):
        yield head.head.head
    if head.dep_ == "nsubj" and head.head.lemma_ in hiring_verbs():
        for hired in head.head.children:
            if hired.dep_ == "dobj":
                yield from (hired, *hired.lefts)


def _callings(doc: Doc, draft: Draft) -> Iterator[Token]:
    head = doc[draft.head]
    if draft.start and doc[draft.start - 1].tag_ == "NN":
        yield doc[draft.start - 1]
    for child in head.children:
        if child.dep_ == "appos" and child.tag_ == "NN" and child.i >= draft.end and doc[draft.end].text in _GAP:
            yield child
    if head.dep_ == "appos" and head.head.tag_ == "NN" and head.head.i < draft.start:
        yield head.head
    if head.dep_ == "pobj" and head.head.lower_ in _EXAMPLES and head.head.head.tag_ == "NNS":  # "firms such as X"
        yield head.head.head
    if head.dep_ == "nsubj" and head.head.lemma_ == "be" and not any(c.dep_ == "neg" for c in head.head.children):
        yield from (child for child in head.head.children if child.dep_ == "attr" and child.tag_ == "NN")


def nouns_for(board: Board, draft: Draft) -> frozenset[str]:
    """Lower-case nouns that may take up an organization; empty when nobody says what kind it is."""
    return widened(kinds_of_name(draft.text) | kinds_in_text(board.doc, draft))


def widened(kinds: Iterable[str]) -> frozenset[str]:
    """The nouns that may take up something of these kinds, the kinds themselves included."""
    return frozenset(noun for kind in kinds for noun in kind_nouns().get(kind, (kind,)))


def is_outlet(text: str) -> bool:
    """Whether it brings news: outlets are named for what they were told."""
    return _OUTLET in widened(kinds_of_name(text))


def is_told(board: Board, draft: Draft) -> bool:
    """Whether a name only hears what is said ("told Reuters", "spoke to Reuters")."""
    token = board.doc[draft.head]
    verb = token.head
    if token.dep_ == "pobj" and verb.lower_ in _SPEAKING_PREPOSITIONS:
        verb = verb.head
    elif token.dep_ not in _SPOKEN_TO:
        return False
    return verb.lemma_.lower() in speech_verbs() or verb.lower_ == "interview"


def find_topic(board: Board) -> Draft | None:
    """The one organization that an article is about: the only one that is a subject in its headline or first sentences, and named
    at least as often as any other; None when there is no such one. Outlets that report do not count."""
    counts = _named(board)
    most = max(counts.values(), default=0)
    for limit in range(_TOPIC_SENTENCES):
        roots = {board.root(draft) for draft in _subjects(board, limit)}
        if roots:
            best = [root for root in sorted(roots) if counts.get(root, 0) == most]
            return board.drafts[best[0]] if len(roots) == 1 and best else None
    return None


def _named(board: Board) -> dict[int, int]:
    counts: dict[int, int] = {}
    for draft in board.drafts:
        if draft.is_name and draft.mention.type == "organization" and not is_outlet(draft.text):
            counts[board.root(draft)] = counts.get(board.root(draft), 0) + 1
    return counts


def _subjects(board: Board, limit: int) -> Iterator[Draft]:
    for draft in board.drafts:
        if draft.sentence > limit:
            return
        named = draft.is_name and draft.mention.type == "organization" and not is_outlet(draft.text)
        if named and is_subject(board, draft):
            yield draft
