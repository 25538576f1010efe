"""Two wordings of one utterance compared word by word: which kind of wording the other one is, and where it differs.

The difference is the longest matching blocks of Ratcliff and Metzener (1988, difflib). What stands before and behind the part that
the other wording has is not a difference but left out; a short word that is alone between two differences is part of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Literal

from generator.model import Quote, Span

Kind = Literal["same", "cut", "quoted", "part", "indirect", "other"]

# Below this share of equal words the marks would hide the wording.
MIN_ALIKE = 0.5
# Letters of a word that does not stand for itself between two differences.
SHORT = 3
# More words than these are not repeated where they are left out.
MAX_LEFT_OUT = 12
# So few new words at the beginning or the end stand for as many of the fullest wording, when it has many there.
MAX_EDGE = 3
_WORD = re.compile(r"\S+")
_MARKS = ".,;:!?\"'“”‘’()[]…-–—"
_ALIKE = {"&": "and"}
_APOSTROPHES = str.maketrans("’‘ʼ", "'''")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a wording: its place in the article, without the punctuation around it; `plain` is what is compared."""

    start: int
    end: int
    text: str
    plain: str


@dataclass(frozen=True, slots=True)
class Change:
    """A difference: words of the other wording from `start` to `end` (equal when it has none there), `instead` of these words."""

    start: int
    end: int
    instead: str


def words_of(spans: Sequence[Span]) -> list[Word]:
    """The words of these stretches of an article, in order."""
    found = []
    for span in spans:
        for match in _WORD.finditer(span.text):
            core = match.group().strip(_MARKS)
            if core:
                start = span.start + match.start() + match.group().index(core)
                found.append(
                    Word(start, start + len(core), core, _ALIKE.get(core, core.casefold().translate(_APOSTROPHES)))
                )
    return found


def plain(spans: Sequence[Span]) -> tuple[str, ...]:
    """The words alone, to tell different wordings from equal ones."""
    return tuple(word.plain for word in words_of(spans))


def kind_of(first: Quote, other: Quote) -> Kind:
    """What the other wording is to the first one.

    Equal; cut; the same quotation in another sentence; quoted in part; without quotation marks; or in other words.
    """
    whole, words = plain(first.spans), plain(other.spans)
    if words == whole and bool(first.quoted) == bool(other.quoted):
        return "same"
    if first.quoted and not other.quoted:
        return "indirect"
    if is_cut(words, whole):
        return "cut"
    if other.quoted and other.quoted != other.spans:
        return "quoted" if plain(other.quoted) == plain(first.quoted) else "part"
    return "other"


def is_cut(words: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether all these words stand in the whole, in their order."""
    left = iter(whole)
    return len(words) < len(whole) and all(word in left for word in words)


def differences(first: Quote, other: Quote) -> tuple[Change, ...]:
    """The differences of the other wording, where both are told alike: reporters' words around a quotation differ always."""
    return changes(first.spans, other.spans) if _told(first) == _told(other) else ()


def _told(quote: Quote) -> str:
    if not quote.quoted:
        return "reported"
    return "quoted" if quote.quoted == quote.spans else "quoted in part"


def changes(first: Sequence[Span], other: Sequence[Span]) -> tuple[Change, ...]:
    """The differences of the other wording, in order; none where the two have too little in common."""
    whole, words = words_of(first), words_of(other)
    matcher = SequenceMatcher(None, [word.plain for word in whole], [word.plain for word in words], autojunk=False)
    same = [(block.a, block.b, block.size) for block in matcher.get_matching_blocks() if block.size]
    ends = ((0, 0), (len(whole) - 1, len(words) - 1))
    kept = [block for block in same if block[:2] in ends or not _slight(block, same, words)]
    if not kept or sum(size for _, _, size in kept) < MIN_ALIKE * len(words):
        return ()
    return tuple(_changes(kept, whole, words))


def _slight(block: tuple[int, int, int], blocks: Sequence[tuple[int, int, int]], words: Sequence[Word]) -> bool:
    """Whether a block is one short word beside a difference."""
    return len(blocks) > 1 and block[2] == 1 and len(words[block[1]].text) <= SHORT


def _changes(kept: Sequence[tuple[int, int, int]], whole: Sequence[Word], words: Sequence[Word]) -> list[Change]:
    (start, begin, _), (at, last, size) = kept[0], kept[-1]
    found = [_change(_edge(whole[:start][::-1], begin)[::-1], words[:begin], words[0].start)] if begin else []
    for (a, b, length), (next_a, next_b, _) in pairwise(kept):
        missing, new = whole[a + length : next_a], words[b + length : next_b]
        if missing or new:
            found.append(_change(missing, new, words[b + length - 1].end))
    rest = words[last + size :]
    if rest:
        found.append(_change(_edge(whole[at + size :], len(rest)), rest, rest[-1].end))
    return found


def _edge(left: Sequence[Word], count: int) -> Sequence[Word]:
    """What so many new words at an edge stand for, of those that the fullest wording has there, the nearest first.

    All, where it has not many more; as many, where the new ones are few; else none: the rest is left out.
    """
    if len(left) <= 2 * count:
        return left
    return left[:count] if count <= MAX_EDGE else ()


def _change(missing: Sequence[Word], new: Sequence[Word], at: int) -> Change:
    text = " ".join(word.text for word in missing) if len(missing) <= MAX_LEFT_OUT else "..."
    return Change(new[0].start, new[-1].end, text) if new else Change(at, at, text)
