"""Where a name begins and ends: styles, weekdays, small words and stray marks at its edges are no part of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from spacy.tokens import Doc

from generator.language.lexicons import Lexicons, read_words
from generator.language.shapes import is_capitalized
from generator.language.viterbi import Entity

LONGEST_STYLE = 3  # words
ADJECTIVES = frozenset({"JJ", "RB", "VBN"})
NOUNS = frozenset({"NN", "NNS"})
SMALL_TAGS = frozenset({"IN", "CC", "DT", "TO"})
CLITICS = frozenset({"'s", "’s", "'", "’"})
BRACKETS = {")": "(", "]": "["}
WHERE_A_DAY_IS_ADDED = frozenset({"PERSON", "LOC"})


def _apply(entities: Sequence[Entity], trim: Callable[[Entity], tuple[int, int]]) -> list[Entity]:
    """The entities with new edges; one that loses all its words is none."""
    trimmed = [(*trim(entity), entity[2]) for entity in entities]
    return [entity for entity in trimmed if entity[0] < entity[1]]


def strip_styles(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> list[Entity]:
    """A person's name begins after "Datuk Seri" or "Rear Admiral", also where the model cut the style in two. A style or
    title alone ("Madam Speaker") is no name, unless it is a known name too, or the last word of a full name in the
    article ("Bishop")."""
    bare = _apply(entities, lambda entity: (_after_styles(doc, entity), entity[1]))
    surnames = {doc[stop - 1].text for start, stop, label in bare if label == "PERSON" and stop - start > 1}
    return [entity for entity in _with_names(doc, entities, surnames) if not _is_title(doc, entity, surnames, lexicons)]


def _with_names(doc: Doc, entities: list[Entity], surnames: set[str]) -> list[Entity]:
    """Without styles; a single word that is a surname of the article is none."""
    return _apply(
        entities,
        lambda entity: (
            entity[0] if doc[entity[0] : entity[1]].text in surnames else _after_styles(doc, entity),
            entity[1],
        ),
    )


def _after_styles(doc: Doc, entity: Entity) -> int:
    start, stop, label = entity
    while label == "PERSON" and start < stop and (end := _style_end(doc, start, stop)) > start:
        start = end
    return start


def _is_title(doc: Doc, entity: Entity, surnames: set[str], lexicons: Lexicons) -> bool:
    start, stop, label = entity
    if (
        label != "PERSON"
        or doc[stop - 1].text in surnames
        or doc[stop - 1].text in lexicons.given_names | lexicons.surnames
    ):
        return False
    return all(token.lower_.rstrip(".") in lexicons.titles for token in doc[start:stop])


def _style_end(doc: Doc, start: int, stop: int) -> int:
    """The end of the style that covers the token `start`, past its period; `start` if there is none."""
    for first in range(max(start - LONGEST_STYLE + 1, doc[start].sent.start), start + 1):
        for end in range(min(first + LONGEST_STYLE, stop), start, -1):
            if " ".join(token.lower_.rstrip(".") for token in doc[first:end]) in styles():
                return end + (end < stop and doc[end].text == ".")
    return start


@cache
def styles() -> frozenset[str]:
    """Styles, ranks and offices in lower case, without the final period."""
    return read_words("styles")


def trim_days(doc: Doc, entities: list[Entity], _lexicons: Lexicons) -> list[Entity]:
    """ "Ms. Orsted Monday said": a weekday after a person or a place is when, and alone it is no name."""
    return _apply(entities, lambda entity: (entity[0], _before_days(doc, entity)))


def _before_days(doc: Doc, entity: Entity) -> int:
    start, stop, label = entity
    if label not in WHERE_A_DAY_IS_ADDED and stop - start > 1:
        return stop
    while stop > start and doc[stop - 1].text in weekdays():
        stop -= 1
    return stop


@cache
def weekdays() -> frozenset[str]:
    """Monday to Sunday."""
    return read_words("weekdays")


def trim_edges(doc: Doc, entities: list[Entity], _lexicons: Lexicons) -> list[Entity]:
    """A name neither begins nor ends with white space, a hyphen, a bracket without its other half, a possessive, or a
    preposition, conjunction or article in lower case."""
    return _apply(entities, lambda entity: _trimmed(doc, *entity[:2]))


def _trimmed(doc: Doc, start: int, stop: int) -> tuple[int, int]:
    while stop > start and (doc[stop - 1].text in CLITICS or _is_stray(doc, stop - 1, start, stop)):
        stop -= 1
    while stop > start and _is_stray(doc, start, start, stop):
        start += 1
    return start, stop


def _is_stray(doc: Doc, number: int, start: int, stop: int) -> bool:
    token = doc[number]
    if token.is_space or (token.is_lower and token.tag_ in SMALL_TAGS):
        return True
    if token.is_alpha or token.like_num or any(character.isalnum() for character in token.text):
        return False
    words = [other.text for other in doc[start:stop]]
    return token.text not in BRACKETS or BRACKETS[token.text] not in words


def strip_lower_case(doc: Doc, entities: list[Entity], _lexicons: Lexicons) -> list[Entity]:
    """ "northern Finland", "Hebei province": adjectives before and nouns after a place describe it."""
    return _apply(entities, lambda entity: _without_nouns(doc, *entity[:2]) if entity[2] == "LOC" else entity[:2])


def _without_nouns(doc: Doc, start: int, stop: int) -> tuple[int, int]:
    if not any(is_capitalized(token.text) for token in doc[start:stop]):
        return start, stop
    while doc[start].is_alpha and doc[start].is_lower and doc[start].tag_ in ADJECTIVES:
        start += 1
    while doc[stop - 1].is_alpha and doc[stop - 1].is_lower and doc[stop - 1].tag_ in NOUNS:
        stop -= 1
    return start, stop
