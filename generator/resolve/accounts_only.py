"""What only one account tells: sentences that are news, and facts that no other account has in other words.

Whoever reads "only here" believes that nobody else has it: a line goes wherever another account may have its figure, its words or
its act, and wherever it tells nothing ("Is he right?", a note on the author, a line of a social network).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np

from generator.model import KnowledgeBase, Quantity
from generator.resolve.accounts_lines import Line
from generator.resolve.lexicon import words as lexicon_words
from generator.resolve.marks import divided
from generator.resolve.utterances_words import split_words, stem

# Two sentences with happenings of one type tell the same when they mean so nearly the same.
NEAR_WITH_TYPE = 0.45
# A sentence with such a part in quotation marks is somebody's words.
SPOKEN_PART = 0.33
_PLAIN_TYPES = "accounts_plain_types.txt"
_WRITERS, _PAGE_WORDS = "accounts_writers.txt", "accounts_page_words.txt"
_PRONOUNS = "accounts_pronouns.txt"
_OPENING = "\"'“‘("
_MARKS, _ENDS, _CLOSING = "@|•?!…", ".", "\"'”’) "
_PAIR = tuple[float, str]


def told_in_facts(kb: KnowledgeBase, lines: Sequence[Line]) -> set[int]:
    """Places of the sentences with a figure or a happening that a sentence of another account has too."""
    found = _in_two({place: _figures(kb, line) for place, line in enumerate(lines)}, lines)
    typed: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        for kind in sorted(_types(kb, line)):
            typed.setdefault(kind, []).append(place)
    for places in typed.values():
        found.update(_near(lines, [place for place in places if lines[place].vector is not None]))
    return found


def _in_two(keys: Mapping[int, Collection[_PAIR]], lines: Sequence[Line]) -> set[int]:
    articles: dict[_PAIR, set[str]] = {}
    for place, found in keys.items():
        for key in found:
            articles.setdefault(key, set()).add(lines[place].article)
    return {place for place, found in keys.items() if any(len(articles[key]) > 1 for key in found)}


def _near(lines: Sequence[Line], places: Sequence[int]) -> Iterator[int]:
    vectors = [lines[place].vector for place in places]
    if len(places) < 2:
        return
    rows = np.stack([vector for vector in vectors if vector is not None])
    accounts = np.unique([lines[place].article for place in places], return_inverse=True)[1]
    near = (rows @ rows.T >= NEAR_WITH_TYPE) & (accounts[:, None] != accounts[None, :])
    yield from (places[int(row)] for row in np.flatnonzero(near.any(axis=1)))


def _types(kb: KnowledgeBase, line: Line) -> set[str]:
    plain = lexicon_words(_PLAIN_TYPES)
    return {
        item.type
        for item in kb.extractions[line.article].events
        if item.sentence == line.sentence.id and item.type not in plain
    }


def _figures(kb: KnowledgeBase, line: Line) -> set[_PAIR]:
    own = (item for item in kb.extractions[line.article].quantities if item.sentence == line.sentence.id)
    return {key for item in own for key in figure_keys(item)}


def figure_keys(item: Quantity) -> set[_PAIR]:
    """(value, word) of a figure: each bound with its unit and with what is counted or became of it; of "one" nothing is known."""
    values = {value for value in (item.low, item.high) if value is not None and value not in (0, 1)}
    nouns = {word for word in (item.unit, item.of, item.measured, item.predicate) if word}
    return {(value, stem(noun.lower())) for value in values for noun in nouns}


def is_news(kb: KnowledgeBase, line: Line) -> bool:
    """Whether a sentence tells something of the news in the article's own voice."""
    text = line.sentence.span.text.strip()
    if any(mark in text for mark in _MARKS) or text.rstrip(_CLOSING)[-1:] not in _ENDS:
        return False
    if not text.lstrip(_OPENING)[:1].isalnum() or text.lstrip(_OPENING)[:1].islower():
        return False
    if split_words(text)[0] in lexicon_words(_PRONOUNS):
        return False
    written = [word.lower() for word in split_words(_outside(kb, line))]
    if any(word in lexicon_words(_WRITERS) for word in written):
        return False
    padded = f" {' '.join(split_words(text))} "
    if any(f" {' '.join(split_words(phrase))} " in padded for phrase in lexicon_words(_PAGE_WORDS)):
        return False
    return not _is_spoken(kb, line) and not _names_maker(kb, line, padded)


def _outside(kb: KnowledgeBase, line: Line) -> str:
    span = line.sentence.span
    return divided(kb.articles[line.article].text)[0][span.start : span.end]


def _is_spoken(kb: KnowledgeBase, line: Line) -> bool:
    """Whether it is direct speech for a good part: quotations are listed as such."""
    span = line.sentence.span
    inside = divided(kb.articles[line.article].text)[1][span.start : span.end]
    return len(inside.replace(" ", "")) >= SPOKEN_PART * len(span.text.replace(" ", ""))


def _names_maker(kb: KnowledgeBase, line: Line, padded: str) -> bool:
    """Whether it names who wrote or published the article."""
    article = kb.articles[line.article]
    publisher = (article.publisher or "").partition(" (")[0]
    host = max(publisher.split("."), key=len) if " " not in publisher else ""
    makers = (*article.authors, article.publisher or "", publisher, host)
    return any(f" {' '.join(split_words(name))} " in padded for name in makers if split_words(name))
