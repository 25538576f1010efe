"""Hand-made corpora for the tests of resolve: each article is a list of chains, each chain the forms of its names in order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Article, Chain, Extraction, Mention, Quote, Role, Sentence
from generator.model.span import Span, span_of
from generator.resolve.entities import resolve_entities


@dataclass(frozen=True)
class Said:
    """What an article says of one entity. `forms`: its names as written; `org`: position of another chain in its role; `kind`:
    that of its mentions, "nominal" for descriptions."""

    forms: tuple[str, ...]
    type: str = "person"
    country: str = ""
    gender: str = ""
    role: str = ""
    honorific: str = ""
    speaks: bool = False
    reasons: tuple[str, ...] = ()
    org: int | None = None
    kind: str = "name"
    subtype: str = ""


def said(*forms: str, type: str = "person", **more) -> Said:
    return Said(forms, type, **more)


def make_article(
    key: str, chains: Sequence[Said], publisher: str = "Example Post", terms: str = ""
) -> tuple[Article, Extraction]:
    """An article whose text is the roles and names of its chains, one sentence each."""
    text = ""
    sentences, mentions, made, roles, quotes = [], [], [], [], []
    for number, chain in enumerate(chains):
        ids = []
        for form in chain.forms:
            opening = len(text)
            text += f"{chain.role} " if chain.role else ""
            start = len(text)
            text += form + ". "
            sentence = f"s{len(sentences)}"
            sentences.append(Sentence(sentence, Span(opening, len(text) - 1, text[opening : len(text) - 1]), 0))
            ids.append(f"m{len(mentions)}")
            span = Span(start, start + len(form), form)
            mentions.append(Mention(ids[-1], span, chain.type, chain.kind, f"c{number}", sentence, chain.honorific))
            if chain.role:
                words = Span(opening, start - 1, chain.role)
                roles.append(Role(f"c{number}", words, sentence, f"c{chain.org}" if chain.org is not None else ""))
        full = max(chain.forms, key=len) if chain.kind == "name" else ""
        told = (chain.country, chain.gender, chain.reasons, chain.subtype)
        made.append(Chain(f"c{number}", chain.type, full, tuple(ids), *told))
        if chain.speaks:
            here = sentences[-1]
            quotes.append(Quote(f"q{number}", (here.span,), (), None, f"c{number}", None, "direct", None, (here.id,)))
    counts = tuple(sorted((word, terms.split().count(word)) for word in set(terms.split())))
    article = Article(
        key, f"{key}.txt", None, None, None, publisher, (), None, None, None, "en", text, (), "0" * 64
    )  # fmt: skip
    extraction = Extraction(
        key, tuple(sentences), tuple(mentions), tuple(made), tuple(roles), (), (), tuple(quotes), (), terms=counts
    )
    assert all(span_of(text, m.span.start, m.span.end) == m.span for m in mentions)
    return article, extraction


def make_corpus(**chains: Sequence[Said]) -> tuple[dict[str, Article], dict[str, Extraction]]:
    """Articles by id: `make_corpus(a=[said("Mara Quill")], b=[...])`; each article has a publisher of its own."""
    pairs = {key: make_article(key, found, f"{key.title()} Post") for key, found in chains.items()}
    return {key: pair[0] for key, pair in pairs.items()}, {key: pair[1] for key, pair in pairs.items()}


def resolve(min_mentions: int = 2, **chains: Sequence[Said]):
    """The entities of a hand-made corpus by id, and entity_of."""
    return resolve_entities(*make_corpus(**chains), min_mentions)


def same(entity_of, *keys: str) -> bool:
    """Whether chains written "article/chain" are one entity."""
    return len({entity_of[tuple(key.split("/"))] for key in keys}) == 1
