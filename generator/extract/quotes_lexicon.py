"""The words of reporting, read from the data files beside this module."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.extract.lexicon import read_lines, read_yaml

# What a class of reporting verb can take (see quotes_cues.yaml).
_NO_WHOLE_QUOTATION = frozenset({"naming", "naming_as", "attitude", "belief", "carrier"})
_NO_CLAUSE = frozenset(
    {"naming", "naming_as", "judging", "denying", "attitude", "manner", "relay", "loose", "noun", "carrier"}
)
_NO_PART = frozenset({"manner", "loose", "carrier"})
_OF_THE_MIND = frozenset({"attitude", "belief"})
# What these classes report with a clause has been said by their subject, whatever that is.
_SPEECH = frozenset(
    {
        "neutral",
        "added",
        "answered",
        "asked",
        "promised",
        "urged",
        "granted",
        "warned",
        "negative",
        "positive",
        "spoken",
    }
)


@dataclass(frozen=True, slots=True)
class Words:
    """The lexicon of reporting.

    verbs         lemma -> class;  prepositions: word sequences, longest first;  nouns: that carry words
    carriers      nouns that carry words only with "that" or "to";  light: verbs that have these as their object
    infinitives   verbs whose infinitive is reported
    objects       verb -> prepositions before an object that is reported ("" for none)
    topics        verbs of speech whose object is what the words are about
    telling       verbs that need to name whom they tell
    anonymity     verbs of "asked not to be named"
    with_it       verbs of "as X put it"
    happened      verbs under which "to say" has happened;  refusing: under which it has not
    unsaid        prepositions under which "saying" has not happened
    denials       nouns that carry what was not said
    voices        nouns for people as they speak;  documents: texts that speak;
    signs: things that show words; showing: verbs for what they do
    advertising: verbs of who puts words before the public;  works: nouns before the title of a work
    agencies      (lower case), relays: who passes words on
    turns         label of a turn in an interview -> "question" or "answer"
    not_speakers  nouns that name no speaker after "according to"
    first_person, second_person  pronouns of who answers and of who is asked
    """

    verbs: dict[str, str]
    prepositions: tuple[tuple[str, ...], ...]
    nouns: frozenset[str]
    carriers: frozenset[str]
    light: frozenset[str]
    commissive: frozenset[str]
    infinitives: frozenset[str]
    objects: dict[str, frozenset[str]]
    topics: frozenset[str]
    telling: frozenset[str]
    anonymity: frozenset[str]
    with_it: frozenset[str]
    happened: frozenset[str]
    refusing: frozenset[str]
    unsaid: frozenset[str]
    denials: frozenset[str]
    voices: frozenset[str]
    documents: frozenset[str]
    signs: frozenset[str]
    showing: frozenset[str]
    advertising: frozenset[str]
    works: frozenset[str]
    agencies: frozenset[str]
    relays: frozenset[str]
    turns: dict[str, str]
    not_speakers: frozenset[str]
    first_person: frozenset[str]
    second_person: frozenset[str]


@cache
def load_words() -> Words:
    """The lexicon of reporting; read once. Raises OSError when a data file is missing."""
    cues, relays = read_yaml("quotes_cues.yaml"), read_yaml("quotes_relays.yaml")
    phrases = sorted((tuple(phrase) for phrase in cues["prepositions"]), key=lambda phrase: (-len(phrase), phrase))
    return Words(
        verbs={lemma: name for name, lemmas in cues["verbs"].items() for lemma in lemmas},
        prepositions=tuple(phrases),
        nouns=frozenset(cues["nouns"]),
        carriers=frozenset(cues["carriers"]),
        light=frozenset(cues["light"]),
        commissive=frozenset(cues["commissive"]),
        infinitives=frozenset(lemma for lemmas in cues["infinitives"].values() for lemma in lemmas),
        objects=_by_verb(cues["objects"]),
        topics=frozenset(lemma for lemmas in cues["topics"].values() for lemma in lemmas),
        telling=frozenset(cues["telling"]),
        anonymity=frozenset(cues["anonymity"]),
        with_it=frozenset(cues["with_it"]),
        happened=frozenset(cues["happened"]),
        refusing=frozenset(cues["refusing"]),
        unsaid=frozenset(cues["unsaid"]),
        denials=frozenset(cues["denials"]),
        voices=frozenset(cues["voices"]),
        documents=frozenset(cues["documents"]),
        signs=frozenset(cues["signs"]),
        showing=frozenset(cues["showing"]),
        advertising=frozenset(cues["advertising"]),
        works=frozenset(cues["works"]),
        agencies=frozenset(name.lower() for name in relays["agencies"]),
        relays=frozenset(relays["nouns"]),
        not_speakers=frozenset(cues["not_speakers"]),
        first_person=frozenset(cues["first_person"]),
        second_person=frozenset(cues["second_person"]),
        turns={label: kind for kind, labels in cues["turns"].items() for label in labels},
    )


@cache
def animals() -> frozenset[str]:
    """Singular nouns for animals, lower case."""
    return frozenset(read_lines("quotes_animals.txt"))


def takes_quotation(kind: str) -> bool:
    """Whether a verb of this class can stand beside a whole quotation ("...," he smiled)."""
    return kind not in _NO_WHOLE_QUOTATION


def takes_clause(kind: str) -> bool:
    """Whether a verb of this class reports a clause without quotation marks (he said that ...)."""
    return kind not in _NO_CLAUSE


def takes_part(kind: str) -> bool:
    """Whether words in quotation marks inside its object or clause are its subject's (he praised the "...")."""
    return kind not in _NO_PART


def is_of_the_mind(kind: str) -> bool:
    """Whether a verb of this class tells what somebody thinks or wants; who says so may be another."""
    return kind in _OF_THE_MIND


def is_speech(kind: str) -> bool:
    """Whether only somebody can do this: whoever "said that ..." speaks."""
    return kind in _SPEECH


def _by_verb(lists: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    verbs = {verb for listed in lists.values() for verb in listed}
    return {verb: frozenset(prep for prep, listed in lists.items() if verb in listed) for verb in sorted(verbs)}
