"""The words of a phrase: noun phrases without what trails behind them, verb phrases as far as they run on."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.extract.events_lexicon import verbs
from generator.extract.text import text_of
from generator.model.span import Span, span_of

_LEFT_DEPS = frozenset(
    {"det", "amod", "compound", "nmod", "nummod", "quantmod", "poss", "predet", "case", "advmod", "punct"}
)
_CLOSING = {"”": "“", '"': '"', "’": "‘"}
_CALLED = frozenset({"dobj", "pobj", "attr", "oprd", "appos"})
MAX_OF_WORDS = 8
MAX_COMPLEMENT_WORDS = 10


def phrase_span(head: Token) -> Span:
    """The words of a noun phrase: its left modifiers, its head, and a short phrase with "of"."""
    end = _noun_end(head)
    words = head.doc[_left(head) : end]
    if end < len(head.doc) and head.doc[end].text in _CLOSING and _is_open(words.text, head.doc[end].text):
        end += 1
    return char_span(head.doc, words.start, end)


def char_span(doc: Doc, start: int, end: int) -> Span:
    """The characters of tokens `[start, end)`, without spaces at the rim."""
    last = doc[end - 1]
    return span_of(text_of(doc), doc[start].idx, last.idx + len(last.text))


def verb_phrase_span(verb: Token) -> Span:
    """The words of a complement: "to", the verb, and its objects as far as they follow without a break ("sending 10,000 soldiers")."""
    start = verb.i
    while (
        start > 0
        and verb.doc[start - 1].head == verb
        and verb.doc[start - 1].dep_ in ("aux", "neg", "auxpass", "advmod")
    ):
        start -= 1
    return char_span(verb.doc, start, _phrase_end(verb, verb.i + 1, verb.i + MAX_COMPLEMENT_WORDS))


def _is_open(text: str, closing: str) -> bool:
    opening = _CLOSING[closing]
    return text.count(opening) % 2 == 1 if opening == closing else text.count(opening) > text.count(closing)


def _phrase_end(word: Token, end: int, limit: int) -> int:
    for child in word.rights:
        if child.i != end and _left(child) != end:
            continue
        if child.dep_ in ("prep", "dative", "agent"):
            objects = [item for item in child.rights if item.dep_ == "pobj"]
            after = _noun_end(objects[0]) if objects else end
        elif child.dep_ in ("xcomp", "pcomp"):
            after = _phrase_end(child, child.i + 1, limit)
        elif child.dep_ in ("dobj", "attr", "oprd", "acomp", "prt") or (child.dep_ == "advmod" and not child.n_lefts):
            after = _noun_end(child)
        else:
            break
        if after > limit:
            break
        end = max(end, after)
    return end


def _noun_end(head: Token) -> int:
    end = head.i + 1
    for child in head.rights:
        if child.i != end:
            continue
        if child.dep_ == "nummod" and head.tag_ == "$":
            end = child.i + 1
        elif child.dep_ == "prep" and child.lower_ == "of":
            inner = max((_chain_end(word) for word in child.rights if word.dep_ == "pobj"), default=end)
            end = inner if inner - child.i <= MAX_OF_WORDS else end
    # "$2 million": the figure hangs on the sign, and its parts on the figure.
    if head.tag_ == "$" and end == head.i + 1:
        figures = [child for child in head.rights if child.dep_ == "nummod"]
        end = figures[0].i + 1 if figures else end
    return end


def _chain_end(head: Token) -> int:
    """The end of a noun phrase and of the phrases that are coordinated with it, without what trails behind."""
    return max([_noun_end(head), *(_chain_end(child) for child in head.rights if child.dep_ == "conj")])


def _left(head: Token) -> int:
    start = head.i
    for child in reversed(list(head.lefts)):
        if child.dep_ not in _LEFT_DEPS or child.tag_ == "WP$" or child.right_edge.i != start - 1:
            break
        start = child.left_edge.i
    while start < head.i and head.doc[start].is_punct:
        start += 1
    # A participle that the parse took for a verb behind a preposition: "killed by falling tree".
    if head.dep_ == "dobj" and head.head.dep_ == "pcomp" and head.head.i == start - 1:
        return int(head.head.i) if head.head.lower_ in verbs("moving") else start
    return _left_of_name(head, start)


def _left_of_name(head: Token, start: int) -> int:
    """Where "the lender Norbank" begins, whose noun the parse made a word of its own beside the name."""
    before = head.doc[start - 1] if start else head
    if head.tag_ != "NNP" or head.dep_ not in _CALLED or before.dep_ != head.dep_ or before.head != head.head:
        return start
    return _left(before) if before.tag_ == "NN" else start
