"""Sentences of different accounts that tell the same, and sentences that one account alone has.

Two sentences are compared by their content words (weighted by how rare they are in text at large, damped where the whole story
is full of them), by what they mean (sentence embeddings, where the model has them), by their figures, and by quotes that are one
utterance. The cost grows with the sentences of one event, never with the collection.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from generator.model import Aligned, KnowledgeBase
from generator.resolve.accounts_lines import Line, Lines, Rarity
from generator.resolve.accounts_only import is_news, told_in_facts
from generator.resolve.accounts_pairs import ROOM, ROWS, Bounds, bounds
from generator.resolve.accounts_tellings import Telling
from generator.resolve.utterances_words import Overlap, cosine, overlap

# Likeness is a weighted mean of the words that two sentences share, of the shorter one's part in the longer, and of the meaning.
WORDS, HELD, MEANING = 0.35, 0.25, 0.4
TOLD_ALIKE = 0.5
# With so few shared words that stand in no name, more is asked: a person's office is in every sentence about them. So it is where
# the figures of the two are others.
FEW_TELLING, LESS = 2, 0.04
# Nothing tells the same that means something else; what means nearly the same needs fewer words.
LEAST_MEANING, LEAST_MEANING_OF_FEW, NEARLY_THE_SAME = 0.4, 0.65, 0.85
# A sentence is told by one account alone when it is less like, and less near in meaning to, every sentence of the others; between
# that and the above the machine is not sure, and says neither.
TOLD_BY_ANOTHER, NEAR_IN_MEANING = 0.3, 0.54
# Without embeddings the words alone decide.
TOLD_ALIKE_IN_WORDS = 0.6
# So many words that say something must be shared.
LEAST_SHARED, LEAST_TELLING = 3, 2


def find_shared(kb: KnowledgeBase, tellings: Sequence[Telling], known: Lines | None = None) -> tuple[Aligned, ...]:
    """Groups of sentences that tell the same in two accounts or more, in the order of the first account's text."""
    if len(tellings) < 2:
        return ()
    known = known or Lines(kb)
    lines = [line for telling in tellings for line in _told(telling, known)]
    rare = Rarity(lines)
    pairs = {*_spoken_pairs(lines), *_likely_pairs(lines, rare)}
    scores = {
        (one, other): score for one, other in pairs if (score := likeness(lines[one], lines[other], rare)) >= TOLD_ALIKE
    }
    return tuple(Aligned(tuple(lines[place].evidence for place in group)) for group in _groups(lines, scores))


def find_alone(
    kb: KnowledgeBase, tellings: Sequence[Telling], known: Lines | None = None
) -> dict[str, tuple[str, ...]]:
    """Article id -> the sentences of its account that are news and that no other of these articles has, in any words or as the
    same fact, wherever in its text."""
    if len(tellings) < 2:
        return {}
    known = known or Lines(kb)
    lines = [line for telling in tellings for line in known.of(telling.article)]
    told = _near_in_meaning(lines) | _said_by_others(lines) | told_in_facts(kb, lines)
    told |= {place for place, line in enumerate(lines) if place not in told and not is_news(kb, line)}
    _tell_in_words(lines, told)
    alone = {(line.article, line.sentence.id) for place, line in enumerate(lines) if place not in told}
    return {
        telling.article: tuple(item.id for item in telling.sentences if (telling.article, item.id) in alone)
        for telling in tellings
    }


def _told(telling: Telling, known: Lines) -> list[Line]:
    ids = telling.ids
    return [line for line in known.of(telling.article) if line.sentence.id in ids]


def _near_in_meaning(lines: Sequence[Line]) -> set[int]:
    """Places of the sentences that mean nearly what one of another account means."""
    places = [place for place, line in enumerate(lines) if line.vector is not None]
    if not places:
        return set()
    rows = np.stack([line.vector for line in lines if line.vector is not None])
    accounts = np.unique([lines[place].article for place in places], return_inverse=True)[1]
    found: set[int] = set()
    for start in range(0, len(places), ROWS):
        near = rows[start : start + ROWS] @ rows.T >= NEAR_IN_MEANING
        near &= accounts[start : start + ROWS, None] != accounts[None, :]
        found.update(places[start + row] for row in np.flatnonzero(near.any(axis=1)))
    return found


def _said_by_others(lines: Sequence[Line]) -> set[int]:
    """Places of the sentences with an utterance that another account has too."""
    return {place for group in _by_utterance(lines) if len({lines[at].article for at in group}) > 1 for place in group}


def _by_utterance(lines: Sequence[Line]) -> list[list[int]]:
    found: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        for utterance in line.utterances:
            found.setdefault(utterance, []).append(place)
    return list(found.values())


def _tell_in_words(lines: Sequence[Line], told: set[int]) -> None:
    """Add to `told` the places of sentences whose words another account has, the likeliest pairs first."""
    rare = Rarity(lines)
    wanted = set(range(len(lines))) - told
    for found in bounds(lines, rare, wanted) if wanted else ():
        most = _most(found)
        likely = np.flatnonzero(most >= TOLD_BY_ANOTHER - ROOM)
        for at in likely[np.argsort(-most[likely], kind="stable")]:
            one, other = int(found.left[at]), int(found.right[at])
            if one not in told or other not in told:
                left, right = lines[one], lines[other]
                if blend(left, right, overlap(left.words, right.words, rare), rare) >= TOLD_BY_ANOTHER:
                    told.update((one, other))


def _spoken_pairs(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Places of sentences of different accounts that have an utterance in common."""
    for group in _by_utterance(lines):
        for number, other in enumerate(group):
            yield from ((one, other) for one in group[:number] if lines[one].article != lines[other].article)


def _likely_pairs(lines: Sequence[Line], rare: Mapping[str, float]) -> Iterator[tuple[int, int]]:
    """Places of sentences of different accounts that may tell the same."""
    for found in bounds(lines, rare):
        near = np.isnan(found.meaning) | (found.meaning >= LEAST_MEANING - ROOM)
        likely = near & (found.shared >= LEAST_SHARED - 1) & (_most(found) >= TOLD_ALIKE - LESS - ROOM)
        yield from zip(found.left[likely].tolist(), found.right[likely].tolist(), strict=True)


def _most(found: Bounds) -> np.ndarray:
    """Upper bound of `blend`."""
    words = np.maximum(0.0, (found.cosine + found.held) / 2 - TOLD_ALIKE_IN_WORDS + TOLD_ALIKE)
    whole = WORDS * found.cosine + HELD * found.held + MEANING * np.maximum(0.0, found.meaning)
    return np.asarray(np.where(np.isnan(found.meaning), words, whole))


def likeness(one: Line, other: Line, rare: Mapping[str, float]) -> float:
    """How surely two sentences tell the same, in [0, 1]."""
    if one.utterances & other.utterances:
        return 1.0
    found = overlap(one.words, other.words, rare)
    if found.contrary or found.telling < LEAST_TELLING or len(found.shared) < LEAST_SHARED - (found.held >= 0.99):
        return 0.0
    meaning = None if one.vector is None or other.vector is None else float(one.vector @ other.vector)
    few = found.telling <= FEW_TELLING
    if meaning is not None and meaning < (LEAST_MEANING_OF_FEW if few else LEAST_MEANING):
        return 0.0
    less = LESS * (few + found.numbers - (meaning is not None and meaning >= NEARLY_THE_SAME))
    return max(0.0, round(blend(one, other, found, rare) - less, 4))


def blend(one: Line, other: Line, found: Overlap, rare: Mapping[str, float]) -> float:
    """Words, part and meaning as one figure, in [0, 1]; without embeddings the words alone, brought to the same scale."""
    words = cosine(one.words, other.words, rare)
    if one.vector is None or other.vector is None:
        return max(0.0, (words + found.held) / 2 - TOLD_ALIKE_IN_WORDS + TOLD_ALIKE)
    return WORDS * words + HELD * found.held + MEANING * max(0.0, float(one.vector @ other.vector))


def _groups(lines: Sequence[Line], scores: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Groups of places, each in order; a sentence joins where it is like most of what other accounts have there."""
    group_of = {place: [place] for place in {place for pair in scores for place in pair}}
    apart: dict[tuple[int, int], int] = {}
    for (one, other), _ in sorted(scores.items(), key=lambda item: (-item[1], item[0])):
        left, right = group_of[one], group_of[other]
        # Two groups that did not fit do not as long as neither grows. A group is known by its first place.
        names, size = (left[0], right[0]), len(left) + len(right)
        if left is right or apart.get(names) == size:
            continue
        if not _fits(lines, left, right, scores):
            apart[names] = apart[names[::-1]] = size
            continue
        left.extend(right)
        for place in right:
            group_of[place] = left
    found = {id(group): sorted(group) for group in group_of.values() if len(group) > 1}
    return sorted(found.values())


def _fits(lines: Sequence[Line], left: list[int], right: list[int], scores: Mapping[tuple[int, int], float]) -> bool:
    across = [(one, other) for one in left for other in right if lines[one].article != lines[other].article]
    alike = sum((min(pair), max(pair)) in scores for pair in across)
    return 2 * alike > len(across)
