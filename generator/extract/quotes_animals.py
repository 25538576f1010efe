"""Animals with names: no quotation is theirs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from generator.extract.quotes_lexicon import animals
from generator.model import Mention

_BESIDE = frozenset({"compound", "appos", "nmod"})
_CALLED = frozenset({"name", "call", "dub", "nickname", "christen"})


def find_animals(doc: Doc, mentions: Sequence[Mention]) -> frozenset[str]:
    """The chains of names that the text calls an animal: "Bo, the gorilla,", "the gorilla Bo", "a gorilla named Bo", "Bo is a gorilla"."""
    found = set()
    for mention in mentions:
        span = doc.char_span(mention.span.start, mention.span.end) if mention.kind == "name" else None
        if span is not None and any(is_animal(token) for token in _callings(span.root)):
            found.add(mention.chain)
    return frozenset(found)


def is_animal(token: Token) -> bool:
    """Whether this is the common noun for an animal."""
    return token.pos_ == "NOUN" and token.text.islower() and token.lemma_.lower() in animals()


def _callings(name: Token) -> Iterator[Token]:
    """The nouns that say what the name names."""
    yield from (child for child in name.children if child.dep_ in _BESIDE)
    if name.dep_ == "appos":
        yield name.head
    if name.dep_ in ("oprd", "dobj", "attr") and name.head.lemma_ in _CALLED and name.head.dep_ == "acl":
        yield name.head.head
    if name.dep_ == "nsubj" and name.head.lemma_ == "be":
        yield from (child for child in name.head.children if child.dep_ == "attr")
