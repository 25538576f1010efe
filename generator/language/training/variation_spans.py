"""Names of an article as spans, and an article with other names in their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import spacy
from spacy.tokenizer import Tokenizer

from generator.language.tokenizer import make_tokenizer
from generator.language.training.corpus import NamedArticle, NamedSentence

INDEFINITE = ("a", "an")
VOWELS = frozenset("aeiou")
VOWEL_LETTERS = frozenset("AEFHILMNORSX")  # letters whose names begin with a vowel: "an FBI agent"
LIKE_YOU = ("Uni", "Eu", "Uk", "Ug", "Ur", "Us", "Ut")  # begin with the sound of "you": "a Ukrainian"
MOST_KNOWN = 65536  # printed words whose pieces are kept in memory


@dataclass(frozen=True, slots=True)
class NameSpan:
    """One name of a sentence: words start to end (exclusive), its label without B- or I-, its text as printed."""

    start: int
    end: int
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class NewName:
    """What stands for a name: its text, and words without a label that go in front of it ("Datuk Seri"), or ""."""

    text: str
    title: str = ""


def name_spans(sentence: NamedSentence) -> Iterator[NameSpan]:
    """The labelled spans of a sentence, left to right; unknown words ("?") are no spans."""
    labels = sentence.labels
    start = 0
    while start < len(labels):
        end = start + 1
        if labels[start].startswith("B-") and "?" not in labels[start]:
            inside = "I-" + labels[start][2:]
            while end < len(labels) and labels[end] == inside:
                end += 1
            yield NameSpan(start, end, labels[start][2:], printed(sentence, start, end))
        start = end


def printed(sentence: NamedSentence, start: int, end: int) -> str:
    """Words start to end (exclusive) of a sentence as they are printed."""
    pairs = zip(sentence.words[start:end], sentence.spaces[start:end], strict=True)
    return "".join(word + " " * space for word, space in pairs).strip()


def article_names(article: NamedArticle, label: str) -> list[str]:
    """The distinct names of one label, as printed, in the order of the article."""
    names = (span.text for sentence in article.sentences for span in name_spans(sentence) if span.label == label)
    return list(dict.fromkeys(names))


def split_words(text: str, space_after: bool) -> tuple[list[str], list[bool]]:
    """Words of a name as the run time cuts them, and whether a space follows each; `space_after`: after the last."""
    words: list[str] = []
    spaces: list[bool] = []
    for printed_word in text.split(" "):  # the tokenizer, too, cuts each of them by itself
        pieces = _cut(printed_word)
        words += pieces
        spaces += [False] * (len(pieces) - 1) + [True]
    return words, [*spaces[:-1], space_after]


@lru_cache(maxsize=MOST_KNOWN)
def _cut(printed_word: str) -> tuple[str, ...]:
    return tuple(token.text for token in _tokenizer()(printed_word))


@cache
def _tokenizer() -> Tokenizer:
    return make_tokenizer(spacy.blank("en").vocab)


def rename(sentence: NamedSentence, new_name: Callable[[NamedSentence, NameSpan], NewName | None]) -> NamedSentence:
    """The sentence with new names; `new_name` answers None for a name that stays."""
    words: list[str] = []
    spaces: list[bool] = []
    labels: list[str] = []
    done = 0
    for span in name_spans(sentence):
        new = new_name(sentence, span)
        if new is None:
            continue
        words += sentence.words[done : span.start]
        spaces += sentence.spaces[done : span.start]
        labels += sentence.labels[done : span.start]
        _append_name(words, spaces, labels, span.label, new, sentence.spaces[span.end - 1])
        done = span.end
    if not done:
        return sentence
    return replace(
        sentence,
        words=(*words, *sentence.words[done:]),
        spaces=(*spaces, *sentence.spaces[done:]),
        labels=(*labels, *sentence.labels[done:]),
    )


def _append_name(
    words: list[str], spaces: list[bool], labels: list[str], label: str, new: NewName, space_after: bool
) -> None:
    first = (new.title or new.text).split(" ")[0]
    if words and words[-1].lower() in INDEFINITE and labels[-1] == "O":
        article = indefinite_article(first)
        words[-1] = article.capitalize() if words[-1][0] == "A" else article
    if new.title:
        title, title_spaces = split_words(new.title, True)
        words += title
        spaces += title_spaces
        labels += ["O"] * len(title)
    text = new.text if words else new.text[0].upper() + new.text[1:]  # "Von der Leyen said"
    name, name_spaces = split_words(text, space_after)
    words += name
    spaces += name_spaces
    labels += [f"B-{label}"] + [f"I-{label}"] * (len(name) - 1)


def indefinite_article(word: str) -> str:
    """ "a" or "an", whichever goes in front of a word, by its letters."""
    if len(word) > 1 and word.isupper():
        return INDEFINITE[word[0] in VOWEL_LETTERS]
    return INDEFINITE[word[:1].lower() in VOWELS and not word.startswith(LIKE_YOU)]
