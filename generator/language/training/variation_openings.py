"""What news puts around a sentence: a dateline in front, quotation marks, and who said it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from random import Random

from generator.language.training.corpus import NamedSentence
from generator.language.training.variation_lexicons import draw_word, entries, fill, read_rows
from generator.language.training.variation_organizations import draw_organization
from generator.language.training.variation_people import draw_person, draw_title
from generator.language.training.variation_places import place_parts
from generator.language.training.variation_spans import split_words

CAPITALS_SHARE = 0.6  # of the datelines print the place in capitals
SPEAKER_SHARE = 0.6  # of the quotations get a speaker
FULL_NAME_SHARE = 0.5  # of the speakers
AGENCY_SHARE = 0.8  # of the organizations in datelines are news agencies
QUOTES = frozenset("\"“”'‘’«»") | {"``", "''"}
QUOTE = '"'
STOPS = {".": ",", "!": "!", "?": "?"}  # what ends a quotation inside a sentence, by what ends the sentence
OPEN, CLOSED = "(", ")"
UNSPACED = frozenset(",)") | {":"}  # signs without a space in front

Word = tuple[str, bool, str]  # text, whether a space follows, label


def with_dateline(sentence: NamedSentence, random: Random) -> NamedSentence:
    """The sentence after a dateline ("KUALA LUMPUR, March 3 (Reuters) -")."""
    pattern = fill(random.choice(openings()["dateline"]), _plain_parts(), random)
    in_capitals = random.random() < CAPITALS_SHARE
    words = _words_of(pattern, random, is_dateline=True, in_capitals=in_capitals)
    return _joined(words, sentence, [])


def in_quotes(sentence: NamedSentence, random: Random) -> NamedSentence:
    """The sentence between quotation marks, mostly with a speaker after it; as it is when it is no whole sentence or
    holds quotation marks."""
    if not sentence.words or sentence.words[-1] not in STOPS or QUOTES.intersection(sentence.words):
        return sentence
    if random.random() >= SPEAKER_SHARE:
        return _joined([(QUOTE, False, "O")], _glued(sentence), [(QUOTE, sentence.spaces[-1], "O")])
    pattern = fill(random.choice(openings()["reporter"]), _plain_parts(), random)
    speaker = _words_of(pattern, random, is_dateline=False, in_capitals=False)
    tail: list[Word] = [(STOPS[sentence.words[-1]], False, "O"), (QUOTE, True, "O"), *speaker]
    text, _, label = tail[-1]
    tail[-1:] = [(text, False, label), (".", sentence.spaces[-1], "O")]
    said = NamedSentence(sentence.words[:-1], sentence.spaces[:-1], sentence.labels[:-1])
    return _joined([(QUOTE, False, "O")], _glued(said), tail)


@cache
def openings() -> dict[str, tuple[str, ...]]:
    """Lists of openings: agencies, months, datelines, reporters; a ";" in them stands for a comma."""
    return {name: entries(cell) for name, cell in read_rows("openings.tsv")}


@cache
def _plain_parts() -> dict[str, tuple[str, ...]]:
    names = {slot: (f"<{slot}>",) for slot in ("LOC", "LOC2", "ORG", "PERSON", "title")}
    return {**openings(), **names}


def _words_of(pattern: str, random: Random, is_dateline: bool, in_capitals: bool) -> list[Word]:
    """The words of a filled pattern, names drawn for its <slots>."""
    words: list[Word] = []
    person = draw_person(random)
    for piece in pattern.split(" "):
        text, label = piece.replace(";", ","), "O"
        if piece == "<title>":
            text = draw_title(person, random)
        elif piece == "<PERSON>":
            is_full = random.random() < FULL_NAME_SHARE and words[-1:] != [("<title>", True, "O")]
            text, label = person.full if is_full else person.short, "PERSON"
        elif piece == "<ORG>":
            is_agency = is_dateline and random.random() < AGENCY_SHARE
            text, label = random.choice(openings()["agency"]) if is_agency else draw_organization(random), "ORG"
        elif piece in ("<LOC>", "<LOC2>"):
            text, label = draw_word("city" if piece == "<LOC>" else "country", place_parts(), random), "LOC"
            text = text.upper() if in_capitals and piece == "<LOC>" else text
        if text in UNSPACED and words:
            words[-1] = (words[-1][0], False, words[-1][2])
        words += _labelled(text, label)
    return words


def _labelled(text: str, label: str) -> list[Word]:
    parts, spaces = split_words(text, text != OPEN)
    labels = ["O"] * len(parts) if label == "O" else [f"B-{label}"] + [f"I-{label}"] * (len(parts) - 1)
    return list(zip(parts, spaces, labels, strict=True))


def _glued(sentence: NamedSentence) -> NamedSentence:
    return NamedSentence(sentence.words, (*sentence.spaces[:-1], False), sentence.labels)


def _joined(before: Sequence[Word], sentence: NamedSentence, after: Sequence[Word]) -> NamedSentence:
    middle = zip(sentence.words, sentence.spaces, sentence.labels, strict=True)
    words, spaces, labels = zip(*before, *middle, *after, strict=True)
    return NamedSentence(words, spaces, labels)
