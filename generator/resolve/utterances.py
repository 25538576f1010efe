"""One utterance in several wordings: quotes of the same words by the same speaker, within and across articles.

Candidates share rare words (utterances_pairs), pairs are judged by rules (utterances_match); of the candidates in one article
only the best match counts, and only if it is the best both ways, or if one quote lies inside the other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from generator.model import Article, Extraction, Quote, Utterance
from generator.resolve.events_days import days_of
from generator.resolve.utterances_match import FEW_WORDS, MAX_DAYS, Match, Ties, match
from generator.resolve.utterances_pairs import candidates
from generator.resolve.utterances_words import (
    Wording,
    content_words,
    forms_of,
    mean_vector,
    rarity,
    sentence_vectors,
    split_words,
)

EntityOf = Mapping[tuple[str, str], str]


def resolve_utterances(
    articles: Mapping[str, Article], extractions: Mapping[str, Extraction], entity_of: EntityOf
) -> tuple[Utterance, ...]:
    """Every quote in exactly one utterance, the fullest wording first; sorted by id.

    Quotes of copies and of superseded versions of an article are left out: they are no further wordings.
    """
    kept = [key for key in sorted(extractions) if articles[key].copy_of is None and articles[key].version_of is None]
    wordings = [item for key in kept for item in _wordings(articles[key], extractions[key], entity_of)]
    rare = rarity(extractions[key] for key in sorted(extractions))
    ties = _ties(extractions, entity_of)
    judged = (
        match(wordings[one], wordings[other], (one, other), rare, ties) for one, other in candidates(wordings, ties)
    )
    chosen = _chosen(wordings, [found for found in judged if found is not None])
    groups, reasons = _joined(wordings, chosen, ties)
    found = [_utterance([wordings[place] for place in group], reasons[group[0]], ties) for group in groups]
    return tuple(sorted(found, key=lambda item: item.id))


def _wordings(article: Article, found: Extraction, entity_of: EntityOf) -> Iterator[Wording]:
    vectors = sentence_vectors(found)
    rows = {sentence.id: number for number, sentence in enumerate(found.sentences)}
    for quote in found.quotes:
        if quote.form == "about" and not quote.quoted:
            continue  # "condemned the attack" tells of words and gives none
        yield Wording(
            key=(article.id, quote.id),
            start=quote.spans[0].start,
            end=quote.spans[-1].end,
            speaker=entity_of.get((article.id, quote.speaker or "")),
            relay=entity_of.get((article.id, quote.relayed_by or "")),
            called=content_words(split_words(quote.speaker_span.text)) if quote.speaker_span else frozenset(),
            forms=forms_of(found, quote),
            verbatim=bool(quote.quoted),
            day=_day(article),
            vector=mean_vector(vectors, _rows(quote, rows)),
        )


def _rows(quote: Quote, rows: Mapping[str, int]) -> list[int]:
    return sorted(rows[sentence] for sentence in set(quote.sentences) if sentence in rows)


def _day(article: Article) -> date | None:
    """The day of publication; None when it is not known to the day."""
    days = days_of(article.published) if article.published else None
    return days[0] if days is not None and days[0] == days[1] else None


def _ties(extractions: Mapping[str, Extraction], entity_of: EntityOf) -> Ties:
    """(Person, organization) ids where an article gives the person a role in the organization."""
    pairs = (
        (entity_of.get((key, role.chain)), entity_of.get((key, role.org)))
        for key, found in extractions.items()
        for role in found.roles
        if role.org
    )
    return frozenset((person, body) for person, body in pairs if person and body and person != body)


def _chosen(wordings: Sequence[Wording], matches: Iterable[Match]) -> list[Match]:
    """The matches that are the best of their article both ways, and quotes inside their best match; best first."""
    ordered = sorted(matches, key=lambda match: (-match.score, match.left, match.right))
    best: dict[tuple[int, str], int] = {}
    for found in ordered:
        best.setdefault((found.left, wordings[found.right].key[0]), found.right)
        best.setdefault((found.right, wordings[found.left].key[0]), found.left)
    return [found for found in ordered if _best_enough(wordings, found, best)]


def _best_enough(wordings: Sequence[Wording], found: Match, best: Mapping[tuple[int, str], int]) -> bool:
    forth = best[found.left, wordings[found.right].key[0]] == found.right
    back = best[found.right, wordings[found.left].key[0]] == found.left
    if forth and back:
        return True
    shorter_is_left = _size(wordings[found.left]) <= _size(wordings[found.right])
    return found.inside and (forth if shorter_is_left else back)


def _size(wording: Wording) -> int:
    return len(wording.words.content)


class _Groups:
    """Wordings as they are joined, by place. Two speakers never meet, nor days far apart, nor long wordings through a short one."""

    def __init__(self, wordings: Sequence[Wording], ties: Ties) -> None:
        self.wordings, self.ties = wordings, ties
        self.of = list(range(len(wordings)))
        self.members = {place: [place] for place in self.of}
        self.speakers = {place: frozenset(filter(None, [item.speaker])) for place, item in enumerate(wordings)}
        self.reasons: dict[int, list[str]] = defaultdict(list)

    def join(self, found: Match) -> None:
        one, other = sorted((self.of[found.left], self.of[found.right]))
        if one == other or not self._fit(one, other, found):
            return
        for place in self.members[other]:
            self.of[place] = one
        self.members[one] = sorted(self.members[one] + self.members.pop(other))
        self.speakers[one] |= self.speakers.pop(other)
        self.reasons[one] += [found.reason, *self.reasons.pop(other, [])]

    def _fit(self, one: int, other: int, found: Match) -> bool:
        return self._one_voice(one, other) and self._one_time(one, other, found) and not self._bridges(found)

    def _one_voice(self, one: int, other: int) -> bool:
        """Whether all speakers are one, or tied in pairs (a body, and who speaks for it or is relayed by it)."""
        both = sorted(self.speakers[one] | self.speakers[other])
        if len(both) < 2:
            return True
        places = self.members[one] + self.members[other]
        relays = {(self.wordings[at].speaker, self.wordings[at].relay) for at in places}
        pairs = ((both[0], both[1]), (both[1], both[0]))
        return len(both) == 2 and any(pair in self.ties or pair in relays for pair in pairs)

    def _one_time(self, one: int, other: int, found: Match) -> bool:
        days = sorted(filter(None, (self.wordings[at].day for at in self.members[one] + self.members[other])))
        return found.lasting or not days or (days[-1] - days[0]).days <= MAX_DAYS

    def _bridges(self, found: Match) -> bool:
        """Whether a short phrase that has found its place would tie another long wording to it."""
        short, long = sorted((found.left, found.right), key=lambda place: (_size(self.wordings[place]), place))
        if _size(self.wordings[short]) >= FEW_WORDS or _size(self.wordings[short]) == _size(self.wordings[long]):
            return False
        fuller = (at for at in self.members[self.of[short]] if _size(self.wordings[at]) > _size(self.wordings[short]))
        return next(fuller, None) is not None


def _joined(
    wordings: Sequence[Wording], matches: Iterable[Match], ties: Ties
) -> tuple[list[list[int]], dict[int, list[str]]]:
    """Groups of places (ordered), and the reasons of each by its first place."""
    groups = _Groups(wordings, ties)
    for found in matches:
        groups.join(found)
    ordered = [groups.members[key] for key in sorted(groups.members)]
    return ordered, {group[0]: groups.reasons.get(group[0], []) for group in ordered}


def _utterance(wordings: Sequence[Wording], reasons: Sequence[str], ties: Ties) -> Utterance:
    ordered = sorted(wordings, key=lambda item: (not item.verbatim, -item.words.size, item.key))
    return Utterance(
        id="-".join(ordered[0].key),
        quotes=tuple(item.key for item in ordered),
        speaker=_speaker(ordered, ties),
        reasons=tuple(dict.fromkeys([*reasons, *_filled(ordered)])),
    )


def _filled(wordings: Sequence[Wording]) -> Iterator[str]:
    """Why the speaker stands for all wordings, where they do not all name the same one."""
    named = {item.speaker for item in wordings}
    if None in named and len(named) > 1:
        yield "the speaker is named with one of the wordings, and not with all"
    if len(named - {None}) > 1:
        yield "one of the speakers speaks for the other, or passes on the other's words"


def _speaker(wordings: Sequence[Wording], ties: Ties) -> str | None:
    """Whom most name; of two, the one whose words the other passes on, or who speaks for the other."""
    count = Counter(item.speaker for item in wordings if item.speaker is not None)
    relays = {item.relay for item in wordings}
    bodies = {body for person in count for body in count if (person, body) in ties}
    names = sorted(count, key=lambda name: (name in relays, name in bodies, -count[name], name))
    return names[0] if names else None
