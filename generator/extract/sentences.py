"""Sentences of a Doc as spans of the article."""

from __future__ import annotations

from spacy.tokens import Doc
from spacy.tokens import Span as DocSpan

from generator.model import Sentence, Span


def find_sentences(doc: Doc) -> tuple[Sentence, ...]:
    """The sentences of `doc` in text order, without surrounding white space; paragraphs are lines and count from 0."""
    text = doc.text  # joined anew at each access
    found: list[Sentence] = []
    paragraph, at = 0, 0
    for sent in doc.sents:
        start, end = _trimmed(sent)
        if start >= end:
            continue
        paragraph += text.count("\n", at, start)
        at = start
        found.append(Sentence(f"s{len(found)}", Span(start, end, text[start:end]), paragraph))
    return tuple(found)


def _trimmed(sent: DocSpan) -> tuple[int, int]:
    text = sent.text
    left = len(text) - len(text.lstrip())
    return sent.start_char + left, sent.start_char + max(left, len(text.rstrip()))
