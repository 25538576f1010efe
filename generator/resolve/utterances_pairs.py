"""Which wordings are compared at all: those that share a rare word, a rare pair of words, or a word of one speaker.

Every content word is a key, so that a short cut of a long quote is found; each wording looks up its rarest keys alone, and
stops after so many candidates. The cost grows with the number of wordings, not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise

from generator.resolve.utterances_match import Ties, voices
from generator.resolve.utterances_words import Wording

# Keys that so many wordings share say too little; a wording looks up so many keys, and meets so many candidates at most.
MAX_BLOCK = 60
MAX_KEYS = 12
MAX_CANDIDATES = 80

Key = tuple[str, ...]


def candidates(wordings: Sequence[Wording], ties: Ties) -> list[tuple[int, int]]:
    """Pairs of places that are worth a comparison and are not two speakers', in order, each once.

    Wordings of equal words by one speaker are compared in a row (by day), and one of them stands for all against the others.
    """
    first, rows = _alike(wordings)
    blocks = _blocks(wordings, first)
    pairs = {pair for row in rows for pair in pairwise(row)}
    for place in first:
        for other in _found(wordings, place, blocks, ties):
            pairs.add((min(place, other), max(place, other)))
    return sorted(pairs)


def _alike(wordings: Sequence[Wording]) -> tuple[list[int], list[list[int]]]:
    """The places that stand for others, and the rows of places of equal words by one speaker."""
    rows: dict[tuple[str | None, tuple[tuple[str, ...], ...]], list[int]] = defaultdict(list)
    for place, wording in enumerate(wordings):
        rows[wording.speaker, tuple(form.stems for form in wording.forms)].append(place)
    ordered = [sorted(row, key=lambda place: (_day(wordings[place]), place)) for row in rows.values()]
    return sorted(place for row in ordered for place in _standing(wordings, row)), ordered


def _day(wording: Wording) -> date:
    return wording.day or date.max


def _standing(wordings: Sequence[Wording], row: Sequence[int]) -> Iterator[int]:
    """The first wording of each day."""
    last: date | None = None
    for place in row:
        day = _day(wordings[place])
        if day != last:
            yield place
        last = day


def _keys(wording: Wording) -> Iterator[Key]:
    """Words, neighbouring words, and words with the speaker; each once, in order."""
    seen: dict[Key, None] = {}
    for form in wording.forms:
        for word in form.stems:
            seen[(word,)] = None
            if wording.speaker is not None:
                seen["by", wording.speaker, word] = None
        for left, right in pairwise(form.stems):
            seen[min(left, right), max(left, right)] = None
    yield from seen


def _blocks(wordings: Sequence[Wording], places: Iterable[int]) -> Mapping[Key, list[int]]:
    blocks: dict[Key, list[int]] = defaultdict(list)
    for place in places:
        for key in _keys(wordings[place]):
            blocks[key].append(place)
    return blocks


def _found(wordings: Sequence[Wording], place: int, blocks: Mapping[Key, list[int]], ties: Ties) -> Iterator[int]:
    """The wordings that share the rarest keys of this one; the rarest keys first."""
    mine = wordings[place]
    sizes = sorted((len(blocks[key]), key) for key in _keys(mine))
    seen = {place}
    found = 0
    for _, key in [(size, key) for size, key in sizes if 1 < size <= MAX_BLOCK][:MAX_KEYS]:
        for other in blocks[key]:
            if other not in seen:
                seen.add(other)
                if voices(mine, wordings[other], ties) is not None:
                    found += 1
                    yield other
        if found > MAX_CANDIDATES:
            return
