"""Whether two wordings are one utterance, and why: speakers, days, words, meaning."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Literal

from generator.resolve.lexicon import words as lexicon_words
from generator.resolve.utterances_words import Overlap, Wording, Words, content_words, cosine, likeness, overlap

# Share of the shorter wording's words that the longer one must have: of one speaker; where nothing is quoted; of few words; where a
# speaker is not known.
MIN_HELD = 0.6
MIN_HELD_INDIRECT = 0.7
MIN_HELD_OF_FEW = 0.8
MIN_HELD_ALIKE, MIN_HELD_UNSURE = 0.8, 0.85
MIN_HELD_UNSURE_INDIRECT = 0.9
FEW_WORDS = 5
MIN_HELD_STRANGERS = 0.85  # when each has names, and they share none
# Content words that are shared at least, and those of them that stand in no name.
MIN_SHARED = 3
MIN_SHARED_ALONE = 2  # when there are no other words
MIN_SHARED_UNSURE = 4
MIN_SHARED_APART = 6
MIN_TELLING = 2
WORD_AGAIN = 2  # words as written of a phrase that is quoted again
REPEATED_WORDS, REPEATED_WORDS_UNSURE = (
    5,
    8,
)  # of a quotation that is repeated word for word; where a speaker is not known
PHRASE_WORDS = 6  # words as written of a phrase that has hardly any content word
INSIDE = 0.8
# Meaning alone: the mean of the likeness of the sentences and of their words.
MIN_BLEND = 0.55
MIN_COSINE = 0.3
# Days between publications: what is said again after so many is another utterance, unless the words are many and the same.
MAX_DAYS = 14
MAX_DAYS_OF_PHRASES = 3
LONG_WORDS, MIN_HELD_FAR = 8, 0.9
# At least so many words that are no stock phrase, where a speaker is not known.
MIN_OWN = 3
_STOCK = "utterances_stock_words.txt"

Ties = Collection[tuple[str, str]]
# One known speaker; two that are not known, but called alike; one or both not known; called by other words in one article;
# one who speaks for the other, or passes on the other's words.
Voices = Literal["one", "alike", "unknown", "apart", "tied"]


@dataclass(frozen=True, slots=True)
class Match:
    """Two wordings (by place) that may be one utterance: score from 0 to 2, and why.

    inside   whether nearly all words of the shorter one lie in the other
    lasting  whether the words are so many and so much the same that days between them do not matter
    """

    left: int
    right: int
    score: float
    inside: bool
    lasting: bool
    reason: str


def match(one: Wording, other: Wording, places: tuple[int, int], rare: Mapping[str, float], ties: Ties) -> Match | None:
    """The match of two wordings, or None. `ties` are (person, organization) ids: who speaks for whom."""
    voice = voices(one, other, ties)
    if voice is None or _nested(one, other):
        return None
    found = [
        made
        for left, right in product(one.forms, other.forms)
        if (made := _by_words(one, other, places, (left, right), voice, rare)) is not None
    ]
    best = max(found, key=lambda item: (item.score, item.inside), default=None)
    best = best or _by_repetition(one, other, places, voice, rare)
    return best or (_by_meaning(one, other, places, rare) if voice == "one" else None)


def _by_repetition(
    one: Wording, other: Wording, places: tuple[int, int], voice: Voices, rare: Mapping[str, float]
) -> Match | None:
    """The match of a quotation that two articles have word for word, however plain its words: "They were not on any list"."""
    if one.key[0] == other.key[0] or not (one.verbatim and other.verbatim) or voice == "apart":
        return None
    least = REPEATED_WORDS if voice == "one" else REPEATED_WORDS_UNSURE
    if one.words.written != other.words.written or len(one.words.written) < least:
        return None
    plain = len(one.words.content - _stock()) < (1 if voice == "one" else MIN_SHARED_ALONE)
    if plain or days_apart(one, other) > MAX_DAYS:
        return None
    score = round(1 + cosine(one.words, other.words, rare), 3)
    return Match(*places, score, True, False, "the same words")


def _nested(one: Wording, other: Wording) -> bool:
    """Whether one stands in the other ("she said that he denied it"): one text, and no second wording."""
    return one.key[0] == other.key[0] and one.start < other.end and other.start < one.end


def voices(one: Wording, other: Wording, ties: Ties) -> Voices | None:
    """How the speakers of two wordings stand to each other; None where they are two."""
    if one.speaker is None and other.speaker is None and one.called & other.called:
        return "alike"
    if one.speaker is None or other.speaker is None:
        return "apart" if one.key[0] == other.key[0] and one.called and other.called else "unknown"
    if one.speaker == other.speaker:
        return "one"
    relayed = one.speaker == other.relay or other.speaker == one.relay
    tied = (one.speaker, other.speaker) in ties or (other.speaker, one.speaker) in ties
    return "tied" if relayed or tied else None


def days_apart(one: Wording, other: Wording) -> int:
    """Days between the publications, 0 where one is not known."""
    return abs((one.day - other.day).days) if one.day and other.day else 0


def _by_words(
    one: Wording,
    other: Wording,
    places: tuple[int, int],
    forms: tuple[Words, Words],
    voice: Voices,
    rare: Mapping[str, float],
) -> Match | None:
    short, long = sorted(forms, key=lambda form: (len(form.stems), form.stems))
    shared = short.content & long.content
    if len(shared) < MIN_SHARED_ALONE and not _word_again(one, other, short, shared, voice):
        return None
    found = overlap(short, long, rare)
    lasting = _lasting(short, found) and one.verbatim and other.verbatim
    if found.contrary or (found.strangers and found.held < MIN_HELD_STRANGERS) or not _near(one, other, found, lasting):
        return None
    enough = _enough(one, other, (short, long), found) if voice == "one" else _enough_unsure(one, other, found, voice)
    if not enough or (one.key[0] == other.key[0] and found.held < INSIDE):
        return None
    score = round(found.held + cosine(short, long, rare), 3)
    return Match(*places, score, found.held >= INSIDE, lasting, _in_words(short, long, found))


def _word_again(one: Wording, other: Wording, short: Words, shared: frozenset[str], voice: Voices) -> bool:
    """Whether one word of a quotation is quoted again: in the same article, as headlines do, or in a sentence like it."""
    if (
        voice != "one"
        or not (one.verbatim and other.verbatim)
        or short.size > WORD_AGAIN
        or len(short.stems) != 1
        or len(shared - _stock()) != 1
    ):
        return False
    around = one.forms[-1].content & other.forms[-1].content
    alike = one.words.content == other.words.content and len(around) > 1
    return one.key[0] == other.key[0] or (alike and days_apart(one, other) <= MAX_DAYS_OF_PHRASES)


def _lasting(short: Words, found: Overlap) -> bool:
    return short.size >= LONG_WORDS and found.held >= MIN_HELD_FAR and len(short.stems) >= FEW_WORDS


def _near(one: Wording, other: Wording, found: Overlap, lasting: bool) -> bool:
    """Whether the days of publication allow one utterance. Other figures on another day are a new statement."""
    days = days_apart(one, other)
    if lasting or days == 0:
        return True
    return days <= MAX_DAYS and not found.numbers


def _enough(one: Wording, other: Wording, forms: tuple[Words, Words], found: Overlap) -> bool:
    short, long = forms
    if short.content == long.content:
        return True
    count = len(short.content)
    if count < MIN_SHARED or found.telling < MIN_TELLING:
        own = min(len(_own(found)), found.telling)
        phrase = found.run and one.verbatim and other.verbatim and len(found.shared) >= MIN_SHARED_ALONE
        if _word_again(one, other, short, found.shared, "one"):
            return True
        telling = own >= MIN_SHARED_ALONE or short.size >= PHRASE_WORDS
        return phrase and telling and days_apart(one, other) <= MAX_DAYS_OF_PHRASES
    least = MIN_HELD if one.verbatim or other.verbatim else MIN_HELD_INDIRECT
    if count < FEW_WORDS or (count == FEW_WORDS and not (one.verbatim and other.verbatim)):
        least = MIN_HELD_OF_FEW
    return len(found.shared) >= MIN_SHARED and found.held >= least


def _enough_unsure(one: Wording, other: Wording, found: Overlap, voice: Voices) -> bool:
    """Where the speaker of one is not known: more words, of which some are no stock phrase."""
    verbatim = one.verbatim and other.verbatim
    whole = found.held == 1 and found.run
    if voice == "apart" or (voice == "tied" and not verbatim):
        return whole and len(found.shared) >= MIN_SHARED_APART and found.telling >= MIN_TELLING
    if voice == "alike" and whole and len(found.shared) >= MIN_SHARED and found.telling >= MIN_TELLING:
        return True
    few = MIN_SHARED if whole and verbatim else MIN_SHARED_UNSURE
    if voice == "unknown" and not verbatim and one.called and other.called and not one.called & other.called:
        few = MIN_SHARED_APART
    least = MIN_HELD_ALIKE if voice == "alike" else MIN_HELD_UNSURE if verbatim else MIN_HELD_UNSURE_INDIRECT
    enough = len(found.shared) >= few and found.held >= least
    return enough and len(_own(found)) >= MIN_OWN and found.telling >= MIN_TELLING


def _own(found: Overlap) -> frozenset[str]:
    """The shared words that belong to no stock phrase."""
    return found.shared - _stock()


@cache
def _stock() -> frozenset[str]:
    return content_words(lexicon_words(_STOCK))


def _by_meaning(one: Wording, other: Wording, places: tuple[int, int], rare: Mapping[str, float]) -> Match | None:
    alike = likeness(one, other)
    if alike is None or one.key[0] == other.key[0] or min(len(one.words.stems), len(other.words.stems)) < FEW_WORDS:
        return None
    same = cosine(one.words, other.words, rare)
    blend = round((alike + same) / 2, 3)
    if same < MIN_COSINE or blend < MIN_BLEND:
        return None
    found = overlap(one.words, other.words, rare)
    if found.contrary or found.telling < MIN_TELLING or not _near(one, other, found, lasting=False):
        return None
    reason = f"the same speaker, and sentences that mean nearly the same ({alike:.2f} of 1)"
    return Match(*places, blend, False, False, reason)


def _in_words(short: Words, long: Words, found: Overlap) -> str:
    if short.content == long.content:
        return "the same words"
    if found.shared == short.content:
        return "one wording lies inside the other"
    return f"{len(found.shared)} of {len(short.content)} content words are the same"
