"""Where sentences begin: rules over the tokens of a document. A line of the text is a paragraph, and no sentence leaves it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
from spacy.tokens import Doc, Token

from generator.language.lexicons import read_table, read_words

TERMINATORS = frozenset({".", "!", "?", "…", "...", "....", "?!", "!?", "!!", "??", "。", "！", "？"})
LAST_MARKS = frozenset(mark[-1] for mark in TERMINATORS)
STRONG = frozenset({"!", "?", "?!", "!?", "!!", "??"})
ELLIPSES = frozenset({"…", "...", "....", ".."})
CLOSERS = frozenset({'"', "”", "’", "'", ")", "]", "}", "»", "''"})
QUOTES = frozenset({'"', "”", "’", "'", "»", "''"})
OPENERS = frozenset({'"', "“", "‘", "'", "(", "[", "«", "``", "„"})
DASHES = frozenset({"-", "--", "–", "—"})
LINE_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
START, INSIDE = 1, -1  # as spaCy codes the start of a sentence
NEVER_FIRST = (TERMINATORS - ELLIPSES) | {")", "]", "}", ",", ";", ":", "%"}
JOINERS = frozenset({"&", "/", "+"})
LONGEST_NUMBERING = 2  # digits of "12." in front of a sentence
ROMAN = frozenset("IVXLC")
TIME = "time"  # "4 p.m. Berlin time"
SPEAKER_REACH = 6  # tokens between a closing quotation mark and the verb of speech that goes on with the sentence


def is_line_break(token: Token) -> bool:
    """Whether a token of white space ends a paragraph."""
    return token.is_space and any(character in LINE_BREAKS for character in token.text)


def set_sentences(doc: Doc) -> None:
    """Mark the first token of every sentence; the white space after a sentence is part of it."""
    starts = {0}
    for first, last, marks in _paragraphs(doc):
        starts.add(first)
        starts.update(_boundaries(doc, first, last, marks))
    if len(doc):
        flags = [START if number in starts else INSIDE for number in range(len(doc))]
        doc.from_array(["SENT_START"], np.array(flags, np.int64).view(np.uint64))  # type: ignore[arg-type]


def _paragraphs(doc: Doc) -> Iterator[tuple[int, int, list[int]]]:
    """For every line its first token, the one after its last (the line break belongs to the line that it ends), and the
    tokens that may end a sentence."""
    start = 0
    marks: list[int] = []
    for number, token in enumerate(doc):
        text = token.text
        if text[-1:] in LAST_MARKS and _may_end(text):
            marks.append(number)
        elif text.isspace() and is_line_break(token):
            yield start, number + 1, marks
            start, marks = number + 1, []
    if start < len(doc):
        yield start, len(doc), marks


def _boundaries(doc: Doc, first: int, last: int, marks: Sequence[int]) -> Iterator[int]:
    """The tokens that begin a sentence inside the paragraph [first, last)."""
    start = done = first
    for mark in marks:
        if mark < done:
            continue
        after = _skip_notes(doc, _skip_closers(doc, mark + 1, last), last)
        following = next((i for i in range(after, last) if not doc[i].is_space), last)
        if following < last and _is_boundary(doc, start, mark, after, following, last):
            start = following
            yield following
        done = max(after, mark + 1)


def _may_end(text: str) -> bool:
    return text in TERMINATORS or (len(text) > 1 and text.endswith((".", "…")))


def _skip_closers(doc: Doc, number: int, last: int) -> int:
    """Past further marks and the closing quotation marks and brackets that stick to the end of a sentence."""
    while number < last and not doc[number - 1].whitespace_:
        text = doc[number].text
        opens_next = (
            text in OPENERS and not doc[number].whitespace_ and number + 1 < last and not doc[number + 1].is_punct
        )
        if text not in TERMINATORS and (text not in CLOSERS or (opens_next and text not in "\"'")):
            break
        number += 1
    return number


def _skip_notes(doc: Doc, number: int, last: int) -> int:
    """Past the numbers of notes, "[1]"."""
    while number + 2 < last and doc[number].text == "[" and doc[number + 1].is_digit and doc[number + 2].text == "]":
        number += 3
    return number


def _is_boundary(doc: Doc, start: int, mark: int, after: int, following: int, last: int) -> bool:
    """Whether the sentence that began with `start` ends with the token `mark` and another begins with `following`."""
    begin = _first_word(doc, following, last)
    if not doc[after - 1].whitespace_ and after == following and not _lacks_space(doc, mark, following):
        return False
    if begin is None or begin.text in NEVER_FIRST or doc[following].text in DASHES or _is_numbering(doc, start, mark):
        return False
    if _begins_low(begin):
        return _is_lettered(doc, following, last)
    if after > mark + 1 and doc[after - 1].text in QUOTES and doc[mark].text in STRONG:
        return not _speaker_follows(doc, following, last)
    if doc[mark].text in ELLIPSES:
        return not begin.text.startswith(("I", "i")) or len(begin) > 1
    if doc[mark].text in STRONG or (after > mark + 1 and doc[after - 1].text in QUOTES):
        return True
    return _ends_after_period(doc, mark, begin)


def _first_word(doc: Doc, number: int, last: int) -> Token | None:
    """The token whose case says whether a sentence begins: past opening marks."""
    while number < last and (doc[number].text in OPENERS or doc[number].is_space):
        number += 1
    return doc[number] if number < last else None


def _begins_low(token: Token) -> bool:
    """A lower-case word, but not a name such as eBay."""
    return token.text[:1].islower() and not any(character.isupper() for character in token.text[1:3])


def _lacks_space(doc: Doc, mark: int, following: int) -> bool:
    """ "the end.The next": the space after a full stop was lost."""
    before = doc[mark - 1].text if mark and not doc[mark - 1].whitespace_ else ""
    return doc[mark].text in TERMINATORS and before[-2:].islower() and before.isalpha() and doc[following].is_title


def _is_numbering(doc: Doc, start: int, mark: int) -> bool:
    """ "1." and "a." in front of a sentence number it."""
    label = doc[start : mark + 1].text.rstrip(".")
    return mark - start <= 1 and (len(label) == 1 or (len(label) <= LONGEST_NUMBERING and label.isdigit()))


def _is_lettered(doc: Doc, number: int, last: int) -> bool:
    """ "(b)" begins the next part of a list."""
    marks = [token.text for token in doc[number : min(number + 3, last)]]
    return len(marks) == 3 and marks[0] == "(" and len(marks[1]) == 1 and marks[2] == ")"


def _speaker_follows(doc: Doc, number: int, last: int) -> bool:
    """`"Why?" Mr Lee asked`: the sentence goes on with names or a pronoun and a verb of speech."""
    for token in doc[number : min(number + SPEAKER_REACH, last)]:
        if token.lower_ in _speech_verbs():
            return token.i > number
        if token.is_punct and token.text not in {",", "-", "."}:
            return False
    return False


def _ends_after_period(doc: Doc, mark: int, begin: Token) -> bool:
    """Whether a period ends a sentence, or an abbreviation only."""
    kind = _kind(_abbreviated(doc, mark))
    if not kind:
        return True
    if kind == "figure":
        return not (begin.text[:1].isdigit() or (begin.text != "I" and ROMAN.issuperset(begin.text)))
    if not begin.text[:1].isalpha():
        return kind == "end" and not (begin.like_num or begin.is_currency or begin.text in JOINERS)
    after = doc[begin.i + 1] if begin.i + 1 < len(doc) else begin
    if kind == "time":
        return begin.lower_ not in _after_times() and after.lower_ != TIME
    is_date = begin.lower_ in _after_times() and after.is_digit
    return kind in ("end", "initial") and begin.is_title and begin.lower_.rstrip(".") in _starters() and not is_date


def _abbreviated(doc: Doc, mark: int) -> str:
    """The word that the period stands after, with inner periods, without the last one."""
    if len(doc[mark]) > 1:
        return doc[mark].text.rstrip(".…")
    return doc[mark - 1].text if mark and not doc[mark - 1].whitespace_ else ""


def _kind(word: str) -> str:
    """ "before": a name or a figure follows; "figure": only before a figure an abbreviation; "end": may end a sentence;
    "time": a time of day; "initial": a capital; "": none of them."""
    if len(word) == 1 and word.isupper():
        return "initial"
    listed = _abbreviations().get(word) or _abbreviations().get(word.lower())
    if listed:
        return listed
    if len(word) == 1 and word.isalpha():
        return "figure"
    return "end" if "." in word and all(len(part) == 1 and part.isalpha() for part in word.split(".")) else ""


@cache
def _abbreviations() -> dict[str, str]:
    return dict(read_table("abbreviations"))


@cache
def _starters() -> frozenset[str]:
    return read_words("sentence_starters")


@cache
def _after_times() -> frozenset[str]:
    return read_words("after_times")


@cache
def _speech_verbs() -> frozenset[str]:
    return read_words("speech_verbs")
