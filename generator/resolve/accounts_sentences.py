"""Which sentences of an article tell its main event, and which something else.

Two states, "tells it" and "tells something else", run through the text; what speaks for either is added up per sentence, and a
change costs more inside a paragraph and before "He ...", "The agreement ..." than at a new start: the best path is found by
dynamic programming (Viterbi 1967), as in topic segmentation of text (Hearst 1997 for the idea that place and words decide).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import pairwise

import numpy as np

from generator.model import Event, EventMention, Extraction, KnowledgeBase, Sentence
from generator.resolve.events_days import days_of
from generator.resolve.lexicon import words as lexicon_words
from generator.resolve.marks import divided
from generator.resolve.utterances_words import content_words, sentence_vectors, split_words

# What speaks for the main event, in units of the cost of a change between paragraphs.
PRIOR, OWN_MENTION, LEAD, TOGETHER, NO_NAME_OF_IT = 0.2, 4.0, 2.0, 0.6, -0.3
ELSEWHEN_FIRST, ELSEWHEN, ELSEWHEN_BY_WORDS, SHIFT, OTHER_EVENT = -3.0, -2.0, -1.5, -1.8, -1.0
OTHER_PERSON, FRAME, OTHER_TOLD = -1.5, -1.2, -2.5
NEAR, USUAL_NEARNESS, SELF = 4.0, 0.4, 0.99
# What a change costs: between paragraphs, inside one, and where a sentence goes on with the one before.
CHANGE, CHANGE_INSIDE, CHANGE_GOING_ON = 0.8, 1.5, 1.5
LEAD_SENTENCES = 3
# A time so far from the event's is another time; one without a day must lie further off.
FAR, FAR_FROM_PUBLICATION = timedelta(days=10), timedelta(days=45)
_SHIFTS, _CONTINUATIONS = "accounts_shifts.txt", "accounts_continuations.txt"
_PRONOUNS, _DETERMINERS = "accounts_pronouns.txt", "accounts_definite.txt"
_OPENING_WORDS, _HEAD_WORDS = 7, 3
_FIRST_CHARACTERS = 40
# A sentence with such a part in quotation marks is somebody's words; whoever writes "@name" gives a message.
SPOKEN_PART, _HANDLE = 0.33, "@"
_ENDS, _CLOSING = ".!?…", "\"'”’) "


@dataclass(frozen=True)
class _Story:
    """An article as it is read: per sentence its event mentions, entities and times."""

    found: Extraction
    own: frozenset[str]
    mentions: Mapping[str, Sequence[EventMention]]
    entities: Mapping[str, frozenset[str]]
    core: frozenset[str]
    countries: frozenset[str]
    nearness: Mapping[str, float]
    spoken: frozenset[str]
    spans: tuple[tuple[tuple[date, date], timedelta], ...]


def main_sentences(kb: KnowledgeBase, event: Event, article: str) -> frozenset[str]:
    """Ids of the sentences of an article about this event that tell it."""
    found = kb.extractions[article]
    if not found.sentences:
        return frozenset()
    story = _read(kb, event, article)
    text = [item for place, item in enumerate(found.sentences) if not _is_line(story, place, item)]
    changes = [_change(one, other) for one, other in pairwise(text)]
    scores = _with_frames(story, text, [_score(kb, event, story, place, item) for place, item in enumerate(text)])
    # People are of the story whose first sentences about them they stand in: once the text is divided, they help to divide it.
    told = best_path(_with_persons(kb, story, text, scores, best_path(scores, changes)), changes)
    return frozenset(sentence.id for sentence, main in zip(text, told, strict=True) if main)


def following(kb: KnowledgeBase, event: Event, article: str, own: Collection[str]) -> frozenset[str]:
    """Ids of the sentences that go on, in the same paragraph, with what the sentences `own` tell of a background event."""
    found = kb.extractions[article]
    mentions: dict[str, list[EventMention]] = {}
    for mention in found.events:
        mentions.setdefault(mention.sentence, []).append(mention)
    told = set(own)
    for one, other in pairwise(found.sentences):
        if one.id in told and one.paragraph == other.paragraph and _goes_on(one, other):
            others = _events_in(kb, article, mentions.get(other.id, ()))
            if not any(key != event.id and kb.events[key].page is not None for key in others):
                told.add(other.id)
    return frozenset(told)


def _goes_on(one: Sentence, other: Sentence) -> bool:
    """Whether a sentence begins with a pronoun, or with a description of something in the one before ("The agreement ...")."""
    first, *rest = split_words(other.span.text)[: _HEAD_WORDS + 1] or [""]
    if first in lexicon_words(_PRONOUNS):
        return True
    return first in lexicon_words(_DETERMINERS) and bool(
        content_words(rest) & content_words(split_words(one.span.text))
    )


def best_path(scores: Sequence[float], changes: Sequence[float]) -> list[bool]:
    """For each sentence whether it tells the main event: the path with the greatest sum of scores (for the sentences that do),
    less the costs of the changes between neighbors."""
    inside, outside = scores[0], 0.0
    came: list[tuple[bool, bool]] = []
    for score, cost in zip(scores[1:], changes, strict=True):
        came.append((inside >= outside - cost, inside - cost > outside))
        inside, outside = max(inside, outside - cost) + score, max(outside, inside - cost)
    path = [inside >= outside]
    for from_inside, from_outside in reversed(came):
        path.append(from_inside if path[-1] else from_outside)
    return path[::-1]


def _read(kb: KnowledgeBase, event: Event, article: str) -> _Story:
    found = kb.extractions[article]
    mentions: dict[str, list[EventMention]] = {}
    for mention in found.events:
        mentions.setdefault(mention.sentence, []).append(mention)
    own = frozenset(kb.event_mention(article, ref.event).sentence for ref in event.mentions if ref.article == article)
    entities: dict[str, set[str]] = {}
    for item in found.mentions:
        entity = kb.entity_of.get((article, item.chain))
        entities.setdefault(item.sentence, set()).add(entity or item.chain)
    first = [sentence.id for sentence in found.sentences[:LEAD_SENTENCES]]
    core = {entity for sentence in first for entity in entities.get(sentence, ())}
    others = {
        key for sentence in first for key in _events_in(kb, article, mentions.get(sentence, ())) if key != event.id
    }
    core -= {person for key in others if kb.events[key].page is not None for person in _people(kb.events[key])}
    core |= _people(event)
    # A country or a people is in every other sentence of its story, and of the next one.
    countries = frozenset(
        key
        for value in entities.values()
        for key in value
        if key in kb.entities and kb.entities[key].subtype == "country"
    )
    return _Story(
        found,
        own,
        mentions,
        {key: frozenset(value) for key, value in entities.items()},
        frozenset(core) - countries,
        countries,
        _nearness(found, own),
        _spoken(found, kb.articles[article].text),
        tuple(
            (days, far)
            for value, far in ((event.date, FAR), (kb.articles[article].published, FAR_FROM_PUBLICATION))
            if value and (days := days_of(value)) is not None
        ),
    )


def _spoken(found: Extraction, text: str) -> frozenset[str]:
    """Sentences that are direct speech for a good part."""
    _, inside = divided(text)
    told = (item for item in found.sentences if _HANDLE in item.span.text or _is_inside(item, inside))
    return frozenset(item.id for item in told)


def _is_inside(sentence: Sentence, inside: str) -> bool:
    span = sentence.span
    return len(inside[span.start : span.end].replace(" ", "")) >= SPOKEN_PART * len(span.text.replace(" ", ""))


def _with_frames(story: _Story, text: Sequence[Sentence], scores: Sequence[float]) -> list[float]:
    """The scores, less what follows in a paragraph upon a sentence that went to another time or case."""
    found: list[float] = []
    frame = -1
    for sentence, score in zip(text, scores, strict=True):
        if sentence.id in story.own:
            frame = -1
        elif frame == sentence.paragraph:
            score += FRAME
        elif _shifts(sentence.span.text) or _of_time(story, sentence) == ELSEWHEN_FIRST:
            frame = sentence.paragraph
        found.append(score)
    return found


def _with_persons(
    kb: KnowledgeBase, story: _Story, text: Sequence[Sentence], scores: Sequence[float], told: Sequence[bool]
) -> list[float]:
    """The scores, less where a sentence names only people who came in with something else, more where with this."""
    persons: dict[str, set[str]] = {}
    for item in story.found.mentions:
        if item.type == "person":
            entity = kb.entity_of.get((story.found.article, item.chain)) or item.chain
            persons.setdefault(item.sentence, set()).add(entity)
    home: dict[str, bool] = dict.fromkeys(story.core, True)
    found: list[float] = []
    for sentence, score, main in zip(text, scores, told, strict=True):
        here = persons.get(sentence.id, set())
        known = [home[person] for person in sorted(here) if person in home]
        if known and len(known) == len(here) and not any(known):
            score += OTHER_PERSON
        elif any(known) and not here & story.core:
            score += TOGETHER - NO_NAME_OF_IT
        home.update({person: main for person in here if person not in home})
        found.append(score)
    return found


def _nearness(found: Extraction, own: frozenset[str]) -> dict[str, float]:
    """Greatest cosine of each sentence with the beginning of the article or a sentence that tells the event, in [-1, 1]; empty
    without embeddings."""
    vectors = sentence_vectors(found)
    if vectors is None:
        return {}
    heads = [np.frombuffer(raw, dtype="<f2").astype(np.float32) for raw in (found.lead, found.headline) if raw]
    if not heads:
        return {}
    heads += [
        vectors[row] for row, sentence in enumerate(found.sentences) if sentence.id in own or row < LEAD_SENTENCES
    ]
    products = np.stack([vectors @ head for head in heads])
    # A sentence is as near to itself as can be, which says nothing.
    near = np.max(np.where(products > SELF, 0.0, products), axis=0)
    return {sentence.id: round(float(value), 3) for sentence, value in zip(found.sentences, near, strict=True)}


def _score(kb: KnowledgeBase, event: Event, story: _Story, place: int, sentence: Sentence) -> float:
    """What speaks for the sentence telling the main event, less what speaks against it."""
    own = sentence.id in story.own
    score = OWN_MENTION * own + LEAD * (place < LEAD_SENTENCES) + _of_time(story, sentence)
    if not own:
        score += SHIFT * _shifts(sentence.span.text)
        if sentence.id in story.spoken:
            return score  # what somebody says stays with what is told around it
        score += _of_others(kb, event, story, sentence)
    entities = story.entities.get(sentence.id, frozenset())
    score += PRIOR + (TOGETHER if entities & story.core else NO_NAME_OF_IT * bool(entities - story.countries))
    return score + NEAR * (story.nearness.get(sentence.id, USUAL_NEARNESS) - USUAL_NEARNESS)


def _of_time(story: _Story, sentence: Sentence) -> float:
    """Against it: every day that the sentence names lies far from the event's and from the publication."""
    times = [item for item in story.found.times if item.sentence == sentence.id and item.value]
    days = [(item, days) for item in times if item.value and (days := days_of(item.value)) is not None]
    if not days:
        return 0.0
    if not story.spans:
        return ELSEWHEN_BY_WORDS if sentence.id not in story.own else 0.0
    for _, (start, end) in days:
        if any(end >= near[0] - far and start <= near[1] + far for near, far in story.spans):
            return 0.0
    first = min(item.span.start for item, _ in days) - sentence.span.start
    return ELSEWHEN_FIRST if first < _FIRST_CHARACTERS else ELSEWHEN


def _of_others(kb: KnowledgeBase, event: Event, story: _Story, sentence: Sentence) -> float:
    """Against it: it tells an event with a page of its own and with other people, the more so when other articles tell that too."""
    others = [
        kb.events[key]
        for key in _events_in(kb, story.found.article, story.mentions.get(sentence.id, ()))
        if key != event.id and kb.events[key].page is not None
    ]
    apart = [other for other in others if not _people(other) & _people(event) - story.countries]
    if not apart:
        return 0.0
    told = any(len({ref.article for ref in other.mentions}) > 1 for other in apart)
    return OTHER_TOLD if told and not story.entities.get(sentence.id, frozenset()) & story.core else OTHER_EVENT


def _events_in(kb: KnowledgeBase, article: str, mentions: Iterable[EventMention]) -> list[str]:
    return sorted({key for mention in mentions if (key := kb.event_of.get((article, mention.id))) is not None})


def _people(event: Event) -> frozenset[str]:
    return frozenset(participant.entity for participant in event.participants)


def _is_line(story: _Story, place: int, sentence: Sentence) -> bool:
    """Whether it is a line of the page rather than a sentence of the text: a caption, a link, a note to the reader."""
    if place < LEAD_SENTENCES or sentence.id in story.own or sentence.id in story.spoken:
        return False
    if sentence.span.text.rstrip(_CLOSING)[-1:] not in _ENDS:
        return True
    found = story.found
    return (
        sentence.id not in story.mentions
        and sentence.id not in story.entities
        and not any(item.sentence == sentence.id for item in found.quantities)
        and story.nearness.get(sentence.id, 1.0) < USUAL_NEARNESS / 2
    )


@cache
def _phrases(name: str) -> tuple[str, ...]:
    return tuple(sorted(lexicon_words(name)))


def _shifts(text: str) -> bool:
    opening = " ".join(text.lower().replace("’", "'").replace(",", " ").split()[:_OPENING_WORDS]) + " "
    return any(opening.startswith(phrase + " ") for phrase in _phrases(_SHIFTS))


def _change(one: Sentence, other: Sentence) -> float:
    if one.paragraph == other.paragraph:
        return CHANGE_INSIDE
    first = other.span.text.lstrip("“\"'‘").partition(" ")[0].lower().strip(",.")
    return CHANGE_GOING_ON if first in lexicon_words(_CONTINUATIONS) else CHANGE
