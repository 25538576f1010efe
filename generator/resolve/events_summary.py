"""The sentences that tell an event best: who, what, when and where, in the words that most accounts share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from generator.model import Article, Event, Evidence, Extraction, Sentence
from generator.resolve.events_facts import Facts
from generator.resolve.titles_attested import Attestation, stems
from generator.resolve.titles_case import is_title_case
from generator.resolve.titles_words import words

# What speaks for and against a sentence.
TITLE_SENTENCE, LEAD_SENTENCE, PARTICIPANT, DAY, PLACE, ATTESTED = 1.5, 1.0, 1.0, 0.75, 0.75, 3.0
OF_TITLE = 4.0
CAPTION = -3.0
NO_SENTENCE, POINTS_BACK, LENGTHY, SHORT, SPOKEN = -4.0, -1.5, -1.0, -2.0, -1.5
GOOD_WORDS = range(8, 46)
LEAD = 2
MOST_PARTICIPANTS = 4
# A second sentence shares at most this part of its words with the first, and is at most so much worse.
SAME, WORSE = 0.5, 3.0
_ENDS = (".", "!", "”", '"', "’", "'", ")")
_OPENING = "“\"‘'"


class EventSummaries:
    """Chooses the sentences of one corpus's events."""

    def __init__(
        self,
        articles: Mapping[str, Article],
        extractions: Mapping[str, Extraction],
        entity_of: Mapping[tuple[str, str], str],
    ) -> None:
        self.articles, self.extractions, self.entity_of = articles, extractions, entity_of
        self.sentences = {key: {item.id: item for item in found.sentences} for key, found in extractions.items()}
        self.days = {key: {item.sentence for item in found.times if item.value} for key, found in extractions.items()}
        self._entities: dict[str, dict[str, set[str]]] = {}

    def summary(self, event: Event, told_by: Facts, members: Sequence[Facts]) -> tuple[Evidence, ...]:
        """One sentence, or two of different articles that don't say the same; the better one first."""
        candidates = {
            (key, sentence.id): sentence
            for key, sentence in self._candidates(event, members)
            if sentence.span.text.split()
        }
        known = Attestation(
            [[item.span.text for (key, _), item in candidates.items() if key == one] for one in _keys(candidates)]
        )
        scores = {found: self._score(event, found, sentence, told_by, known) for found, sentence in candidates.items()}
        order = sorted(scores, key=lambda found: (-round(scores[found], 4), found))
        first = order[0]
        further = (
            found
            for found in order
            if found[0] != first[0]
            and scores[found] >= max(scores[first] - WORSE, 0.0)
            and _overlap(candidates[first], candidates[found]) <= SAME
        )
        chosen = [first, *islice(further, 1)]
        return tuple(Evidence(key, name, candidates[key, name].span) for key, name in chosen)

    def _candidates(self, event: Event, members: Sequence[Facts]) -> Iterator[tuple[str, Sentence]]:
        for item in members:
            yield item.ref.article, self.sentences[item.ref.article][item.mention.sentence]
        for key in event.main_of:
            body = [item for item in self.extractions[key].sentences if not self._is_headline(key, item)]
            yield from ((key, item) for item in body[:LEAD])

    def _is_headline(self, key: str, sentence: Sentence) -> bool:
        headline = self.articles[key].headline
        return headline is not None and sentence.span.start < len(headline)

    def _score(
        self, event: Event, found: tuple[str, str], sentence: Sentence, told_by: Facts, known: Attestation
    ) -> float:
        key, name = found
        text = sentence.span.text
        parts = text.split()
        there = self._in_sentence(key).get(name, set())
        participants = sum(item.entity in there for item in event.participants[:MOST_PARTICIPANTS])
        first = parts[0].strip(_OPENING).lower()
        is_sentence = text.rstrip().endswith(_ENDS) and not is_title_case(text) and not self._is_headline(key, sentence)
        return (
            TITLE_SENTENCE * (found == (told_by.ref.article, told_by.mention.sentence))
            + LEAD_SENTENCE * (key in event.main_of and self._is_lead(key, sentence))
            + PARTICIPANT * participants
            + OF_TITLE * _part(stems(event.title), stems(text))
            + CAPTION * _is_caption(text)
            + DAY * (name in self.days[key])
            + PLACE * (event.place in there)
            + ATTESTED * known.score(text)
            + NO_SENTENCE * (not is_sentence or "?" in text)
            + POINTS_BACK * (first in words("pronouns") or first in words("possessive") or first in words("connecting"))
            + (LENGTHY if len(parts) >= GOOD_WORDS.stop else SHORT if len(parts) < GOOD_WORDS.start else 0.0)
            + SPOKEN * (text[:1] in _OPENING or bool(words("speaking").intersection(text.lower().split())))
        )

    def _is_lead(self, key: str, sentence: Sentence) -> bool:
        body = [item.id for item in self.extractions[key].sentences if not self._is_headline(key, item)]
        return sentence.id in body[:1]

    def _in_sentence(self, key: str) -> dict[str, set[str]]:
        """Sentence id -> the entities that it mentions."""
        if key not in self._entities:
            found: dict[str, set[str]] = {}
            for item in self.extractions[key].mentions:
                entity = self.entity_of.get((key, item.chain))
                if entity is not None:
                    found.setdefault(item.sentence, set()).add(entity)
            self._entities[key] = found
        return self._entities[key]


def _keys(candidates: Mapping[tuple[str, str], Sentence]) -> list[str]:
    return sorted({key for key, _ in candidates})


def _overlap(left: Sentence, right: Sentence) -> float:
    """The part of the shorter sentence's words that the other has too."""
    ours, theirs = set(stems(left.span.text)), set(stems(right.span.text))
    return len(ours & theirs) / max(min(len(ours), len(theirs)), 1)


def _part(title: Sequence[str], told: Sequence[str]) -> float:
    """The part of a title's words that a sentence has."""
    return len(set(title) & set(told)) / max(len(set(title)), 1)


def _is_caption(text: str) -> bool:
    """Whether a sentence tells of a picture: it says so, or ends in a whole date with its weekday ("in Oslo, Monday, May 5, 2031")."""
    parts = [part.strip(".,;:()").lower() for part in text.split()]
    dated = parts[-1].isdigit() and bool(words("weekdays").intersection(parts[-5:]))
    return dated or bool(words("caption").intersection(parts))
