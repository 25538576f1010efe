"""Names in a headline, whose capitals say nothing: what the body of the article writes how decides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Span

from generator.language.lexicons import Lexicons
from generator.language.phrases import find_label
from generator.language.shapes import is_capitalized
from generator.language.viterbi import Entity

SHORTEST_HEADLINE = 4  # words longer than `SMALL` letters
CAPITALS_SHARE = 0.85  # of these
SMALL = 4
SHORTEST_NAME = 3  # characters of a name of one word


@dataclass(frozen=True, slots=True)
class Body:
    """How the article writes outside its headlines; words and names in lower case."""

    names: dict[tuple[str, ...], str]  # words of a name -> the label that most of its mentions have
    common: frozenset[str]  # words written in lower case, and never with a capital inside a sentence
    longest: int  # words of a name


def headlines(doc: Doc) -> Iterator[Span]:
    """The sentences nearly all of whose longer words begin with a capital."""
    for sentence in doc.sents:
        words = [token.text for token in sentence if token.is_alpha and len(token) > SMALL]
        if len(words) >= SHORTEST_HEADLINE and sum(map(is_capitalized, words)) > CAPITALS_SHARE * len(words):
            yield sentence


def headline_tokens(doc: Doc) -> frozenset[int]:
    """The numbers of the tokens of headlines."""
    return frozenset(number for sentence in headlines(doc) for number in range(sentence.start, sentence.end))


def settle_headlines(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> list[Entity]:
    """In headlines: what the model finds, without what the body writes in lower case, and names of the body that are
    longer than that or were not found."""
    inside = headline_tokens(doc)
    if not inside:
        return entities
    body = _read_body(doc, entities, inside)
    settled = [entity for entity in entities if entity[0] not in inside]
    for sentence in headlines(doc):
        own = [entity for entity in entities if sentence.start <= entity[0] < sentence.end]
        own = [entity for entity in own if not _is_common(doc, entity, body, lexicons)]
        known = [name for name in _known(sentence, body) if not any(_is_within(name, entity) for entity in own)]
        settled += known + [entity for entity in own if not any(_overlap(entity, name) for name in known)]
    return sorted(settled)


def _is_within(name: Entity, entity: Entity) -> bool:
    return entity[0] <= name[0] and name[1] <= entity[1]


def _overlap(left: Entity, right: Entity) -> bool:
    return left[0] < right[1] and right[0] < left[1]


def _read_body(doc: Doc, entities: list[Entity], inside: frozenset[int]) -> Body:
    labels: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    for start, stop, label in entities:
        if start not in inside and (stop - start > 1 or len(doc[start]) >= SHORTEST_NAME):
            labels[tuple(token.lower_ for token in doc[start:stop])][label] += 1
    outside = [token for token in doc if token.i not in inside and token.is_alpha]
    capitalized = {token.lower_ for token in outside if is_capitalized(token.text) and not token.is_sent_start}
    common = {token.text for token in outside if token.is_lower}
    names = {
        name: min(count, key=lambda label: (-count[label], label))
        for name, count in labels.items()
        if not common.issuperset(name)
    }
    return Body(
        names=names,
        common=frozenset(common - capitalized),
        longest=max(map(len, names), default=0),
    )


def _known(sentence: Span, body: Body) -> Iterator[Entity]:
    """Names of the body in a headline, the longest first, left to right."""
    words = [token.lower_ for token in sentence]
    start = 0
    while start < len(words):
        sizes = (
            range(min(body.longest, len(words) - start), 0, -1) if is_capitalized(sentence[start].text) else range(0)
        )
        size = next((size for size in sizes if tuple(words[start : start + size]) in body.names), 0)
        if size:
            first = sentence.start + start
            yield first, first + size, body.names[tuple(words[start : start + size])]
        start += size or 1


def _is_common(doc: Doc, entity: Entity, body: Body, lexicons: Lexicons) -> bool:
    """Whether the body writes all words of a name in lower case, and no list knows it."""
    words = doc[entity[0] : entity[1]]
    return all(token.lower_ in body.common for token in words) and find_label(words.text, lexicons.phrases) is None
