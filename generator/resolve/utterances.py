"""One utterance in several wordings: quotes of the same words by the same speaker, within and across articles.

Candidates share rare words (blocking, no all-pairs comparison); of the candidates in one article only the best match
counts, and only if it is the best both ways, or if one quote lies inside the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model import Article, Extraction, Utterance
from generator.resolve.utterances_words import (
    Wording,
    containment,
    cosine,
    likeness,
    rarity,
    sentence_vectors,
    wording_of,
)

MIN_CONTAINMENT = 0.6
MIN_CONTAINMENT_OF_FEW = 0.8
MIN_CONTAINMENT_UNSURE = 0.8  # when a speaker is not known; one word more is asked for, too
MIN_CONTAINMENT_UNSURE_INDIRECT = 0.9
FEW_WORDS = 5
MIN_SHARED = 3
MIN_SHARED_ALONE = 2  # when there are no other words
INSIDE = 0.8
MIN_BLEND = 0.55
MIN_COSINE = 0.3
RARE_WORDS = 8
MAX_BLOCK = 60


@dataclass(frozen=True, slots=True)
class Match:
    """Two wordings (by place) that may be one utterance: score in [0, 1], and why."""

    left: int
    right: int
    score: float
    inside: bool
    reason: str


def resolve_utterances(
    articles: Mapping[str, Article], extractions: Mapping[str, Extraction], entity_of: Mapping[tuple[str, str], str]
) -> tuple[Utterance, ...]:
    """Every quote in exactly one utterance, the fullest wording first; sorted by id.

    Quotes of copies and of superseded versions of an article are left out: they are no further wordings.
    """
    wordings = _wordings(articles, extractions, entity_of)
    rare = rarity(extractions[key] for key in sorted(extractions))
    matches = [match for left, right in _candidates(wordings, rare) if (match := _match(wordings, left, right, rare))]
    groups, reasons = _joined(wordings, _chosen(wordings, matches))
    found = [_utterance([wordings[place] for place in group], reasons[group[0]]) for group in groups]
    return tuple(sorted(found, key=lambda item: item.id))


def _wordings(
    articles: Mapping[str, Article], extractions: Mapping[str, Extraction], entity_of: Mapping[tuple[str, str], str]
) -> list[Wording]:
    found = []
    for key in sorted(extractions):
        article, extraction = articles[key], extractions[key]
        if article.copy_of is not None or article.version_of is not None:
            continue
        vectors = sentence_vectors(extraction)
        for quote in extraction.quotes:
            speaker = entity_of.get((key, quote.speaker)) if quote.speaker else None
            found.append(wording_of(extraction, quote, speaker, vectors))
    return found


def _candidates(wordings: Sequence[Wording], rare: Mapping[str, float]) -> Iterator[tuple[int, int]]:
    """Pairs of places that share one of their rarest words, in order, each once."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for place, wording in enumerate(wordings):
        rarest = sorted(wording.words, key=lambda word: (-rare.get(word, 1.0), word))[:RARE_WORDS]
        for word in rarest:
            blocks[word].append(place)
    pairs = {
        (left, right)
        for block in blocks.values()
        if len(block) <= MAX_BLOCK
        for number, left in enumerate(block)
        for right in block[number + 1 :]
    }
    yield from sorted(pairs)


def _match(wordings: Sequence[Wording], left: int, right: int, rare: Mapping[str, float]) -> Match | None:
    one, other = wordings[left], wordings[right]
    if one.speaker is not None and other.speaker is not None and one.speaker != other.speaker:
        return None
    held = containment(one, other)
    if _same_words(one, other, held):
        return Match(left, right, round(held + cosine(one, other, rare), 3), held >= INSIDE, _in_words(one, other))
    return _match_by_meaning(wordings, left, right, rare)


def _same_words(one: Wording, other: Wording, held: float) -> bool:
    shared, few = len(one.words & other.words), min(len(one.words), len(other.words))
    least, part = MIN_SHARED, MIN_CONTAINMENT if few >= FEW_WORDS else MIN_CONTAINMENT_OF_FEW
    if one.words == other.words:
        least = MIN_SHARED_ALONE
    if one.speaker is None or one.speaker != other.speaker:
        least += 1
        part = MIN_CONTAINMENT_UNSURE if one.verbatim and other.verbatim else MIN_CONTAINMENT_UNSURE_INDIRECT
    return shared >= least and held >= part and (one.key[0] != other.key[0] or held >= INSIDE)


def _match_by_meaning(wordings: Sequence[Wording], left: int, right: int, rare: Mapping[str, float]) -> Match | None:
    one, other = wordings[left], wordings[right]
    alike, same = likeness(one, other), cosine(one, other, rare)
    if alike is None or one.key[0] == other.key[0] or one.speaker is None or one.speaker != other.speaker:
        return None
    blend = round((alike + same) / 2, 3)
    if same < MIN_COSINE or blend < MIN_BLEND or min(len(one.words), len(other.words)) < FEW_WORDS:
        return None
    return Match(
        left, right, blend, False, f"the same speaker, and sentences that mean nearly the same ({alike:.2f} of 1)"
    )


def _in_words(one: Wording, other: Wording) -> str:
    shared, few = len(one.words & other.words), min(len(one.words), len(other.words))
    if one.words == other.words:
        return "the same words"
    if shared == few:
        return "one wording lies inside the other"
    return f"{shared} of {few} content words are the same"


def _chosen(wordings: Sequence[Wording], matches: Iterable[Match]) -> list[Match]:
    """The matches that are the best of their article both ways, and quotes inside their best match; best first."""
    ordered = sorted(matches, key=lambda match: (-match.score, match.left, match.right))
    best: dict[tuple[int, str], int] = {}
    for match in ordered:
        best.setdefault((match.left, wordings[match.right].key[0]), match.right)
        best.setdefault((match.right, wordings[match.left].key[0]), match.left)
    return [match for match in ordered if _best_enough(wordings, match, best)]


def _best_enough(wordings: Sequence[Wording], match: Match, best: Mapping[tuple[int, str], int]) -> bool:
    forth = best[match.left, wordings[match.right].key[0]] == match.right
    back = best[match.right, wordings[match.left].key[0]] == match.left
    if forth and back:
        return True
    shorter_is_left = len(wordings[match.left].words) <= len(wordings[match.right].words)
    return match.inside and (forth if shorter_is_left else back)


def _joined(wordings: Sequence[Wording], matches: Iterable[Match]) -> tuple[list[list[int]], dict[int, list[str]]]:
    """Groups of places (ordered), and the reasons of each by its first place. Two speakers never meet in a group."""
    group_of = list(range(len(wordings)))
    members = {place: [place] for place in group_of}
    speaker = {place: wording.speaker for place, wording in enumerate(wordings)}
    reasons: dict[int, list[str]] = defaultdict(list)
    for match in matches:
        one, other = sorted((group_of[match.left], group_of[match.right]))
        if one == other or (speaker[one] and speaker[other] and speaker[one] != speaker[other]):
            continue
        for place in members[other]:
            group_of[place] = one
        members[one] = sorted(members[one] + members.pop(other))
        speaker[one] = speaker[one] or speaker[other]
        reasons[one] += [match.reason, *reasons.pop(other, [])]
    return [members[key] for key in sorted(members)], {key: reasons.get(key, []) for key in members}


def _utterance(wordings: Sequence[Wording], reasons: Sequence[str]) -> Utterance:
    ordered = sorted(wordings, key=lambda item: (not item.verbatim, -item.size, item.key))
    speakers = Counter(item.speaker for item in ordered if item.speaker is not None)
    speaker = min(speakers, key=lambda name: (-speakers[name], name)) if speakers else None
    return Utterance(
        id="-".join(ordered[0].key),
        quotes=tuple(item.key for item in ordered),
        speaker=speaker,
        reasons=tuple(dict.fromkeys(reasons)),
    )
