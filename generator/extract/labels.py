"""Names that an article gives at arm's length: in quotation marks ("special military operation"), as "so-called", after "calls"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from spacy.tokens import Doc, Token

from generator.extract.lexicon import read_lines
from generator.extract.text import text_of
from generator.model import Label, Mention, Sentence
from generator.model.span import Span, span_of

# A longer quotation is somebody's words, and no name.
MAX_WORDS = 5
_QUOTED = re.compile(r"“([^“”]{3,60})”|\"([^\"]{3,60})\"|‘([^‘’]{3,60})’")
_SO_CALLED = frozenset({"so-called", "called"})
_OBJECTS = frozenset({"dobj", "nsubjpass", "attr", "oprd"})


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_lines(name))


def find_labels(doc: Doc, sentences: Sequence[Sentence], mentions: Sequence[Mention]) -> tuple[Label, ...]:
    """The names that the article keeps its distance from, in text order, with whose and of what they are as far as the parse tells."""
    found: dict[Span, Label] = {}
    for sentence in sentences:
        here = [mention for mention in mentions if mention.sentence == sentence.id]
        for span, head in (*_quoted(doc, sentence), *_so_called(doc, sentence)):
            found.setdefault(span, _label(span, head, sentence, here))
    return tuple(found[span] for span in sorted(found))


def _quoted(doc: Doc, sentence: Sentence) -> Iterator[tuple[Span, Token]]:
    text = text_of(doc)
    for match in _QUOTED.finditer(text, sentence.span.start, sentence.span.end):
        group = match.lastindex or 1
        span = span_of(text, match.start(group), match.end(group))
        if len(span.text.split()) <= MAX_WORDS and (head := _noun(doc, span)) is not None:
            yield span, head


def _noun(doc: Doc, span: Span) -> Token | None:
    """The common noun that heads a quoted phrase; None for a sentence, a name or an adjective."""
    found = doc.char_span(span.start, span.end, alignment_mode="contract")
    if found is None or not len(found) or any(token.pos_ in {"VERB", "AUX", "PRON"} for token in found):
        return None
    last = [token for token in found if token.is_alpha]
    return last[-1] if last and last[-1].pos_ == "NOUN" and found.root.i <= last[-1].i else None


def _so_called(doc: Doc, sentence: Sentence) -> Iterator[tuple[Span, Token]]:
    tokens = doc.char_span(sentence.span.start, sentence.span.end, alignment_mode="expand") or ()
    for token in tokens:
        if token.pos_ != "NOUN":
            continue
        before = [child for child in token.lefts if child.dep_ in {"amod", "compound"}]
        opened = next((child for child in before if child.lower_ in _SO_CALLED and _is_so(child)), None)
        if opened is not None or _is_named(token):
            kept = [child for child in before if opened is None or child.i > opened.i]
            start = min((child.idx for child in kept), default=token.idx)
            yield span_of(text_of(doc), start, token.idx + len(token)), token


def _is_so(token: Token) -> bool:
    if token.lower_ == "so-called":
        return True
    before = [token.nbor(-1).lower_ if token.i else "", token.nbor(-2).lower_ if token.i > 1 else ""]
    return before[0] == "so" or before == ["-", "so"]


def _is_named(token: Token) -> bool:
    """Whether a naming verb gives this name: "what he called an [invasion]", "described as a [coup]"."""
    verb = token.head
    if verb.lower_ == "as" and token.dep_ == "pobj":
        verb = verb.head
    elif token.dep_ not in {"oprd", "attr", "xcomp", "ccomp"}:
        return False
    return verb.pos_ == "VERB" and verb.lemma_.lower() in _words("labels_naming.txt")


def _label(span: Span, head: Token, sentence: Sentence, mentions: Sequence[Mention]) -> Label:
    quoted = _before(head, span) in {"“", '"', "‘"}
    return Label(span, head.lemma_.lower(), sentence.id, _owner(head, mentions), _target(head, mentions), quoted)


def _before(head: Token, span: Span) -> str:
    """The character before a span of the document of `head`, "" at its start."""
    return text_of(head.doc)[span.start - 1 : span.start]


def _owner(head: Token, mentions: Sequence[Mention]) -> str | None:
    """Chain of who has or does it: "Moscow's ...", "Moscow launched a ..."."""
    owner = next((child for child in head.children if child.dep_ == "poss"), None)
    if owner is None and head.dep_ in _OBJECTS and head.head.pos_ == "VERB":
        owner = next((child for child in head.head.children if child.dep_ == "nsubj"), None)
    return _chain(owner, mentions)


def _target(head: Token, mentions: Sequence[Mention]) -> str | None:
    """Chain of what it is directed at: "... on Ukraine", "launched ... against Ukraine"."""
    beside = [child for child in head.head.children if head.dep_ in _OBJECTS and head.head.pos_ == "VERB"]
    for link in (*head.rights, *(child for child in beside if child.i > head.i)):
        if link.dep_ == "prep" and link.lower_ in _words("labels_links.txt"):
            found = _chain(next((child for child in link.children if child.dep_ == "pobj"), None), mentions)
            if found is not None:
                return found
    return None


def _chain(token: Token | None, mentions: Sequence[Mention]) -> str | None:
    if token is None:
        return None
    around = [item for item in mentions if item.span.start <= token.idx and token.idx + len(token) <= item.span.end]
    return min(around, key=lambda item: (len(item.span.text), item.id)).chain if around else None
