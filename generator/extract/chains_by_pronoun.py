"""The sieve over pronouns.

Salience after Lappin and Leass (1994), on clusters: the best mention of each sentence in the window counts by its grammatical role,
and fades with every sentence between. A candidate is taken only if it is clearly ahead of the next one.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from generator.extract.chains_board import Board, Draft
from generator.extract.chains_quotation import OUTSIDE
from generator.extract.chains_salience import SUBJECTS, is_subject
from generator.extract.chains_speakers import speakers_of
from generator.extract.mentions_lexicons import Pronoun
from generator.extract.mentions_pronouns import pronoun_of

_RECENCY = 100.0
_WEIGHTS = {"nsubj": 80.0, "nsubjpass": 80.0, "dobj": 50.0, "dative": 40.0, "pobj": 40.0, "poss": 40.0, "conj": 60.0}
_OTHER_WEIGHT = 30.0
_NAME_BONUS = 20.0
_PARALLEL_BONUS = 60.0  # a subject goes on as subject
# Inside quotation marks somebody else is talking: what stands there is less in the narrator's mind.
_QUOTED_FACTOR = 0.4
_FADE = 0.5
_PERSON_WINDOW = 3  # sentences before the pronoun's own
_THING_WINDOW = 1
_LEAD = 1.15  # how many times the best candidate must outweigh the next one
_SHARING = frozenset({"xcomp", "pcomp", "prep", "conj", "advcl"})
_MAX_CLIMB = 4
# A name inside another noun phrase ("a Clinton adviser") is not what the sentence is about.
_EMBEDDED = frozenset({"compound", "nmod", "amod"})
_EMBEDDED_FACTOR = 0.3


def join_pronouns(board: Board) -> None:
    """Third-person pronouns to the most salient mention that agrees with them; left alone when two are about as salient."""
    speakers = speakers_of(board)
    for draft in board.drafts:
        word = pronoun_of(board.doc[draft.start]) if draft.mention.kind == "pronoun" else None
        if word is None:
            continue
        if word.person == 1:
            _join_first_person(board, draft, word, speakers)
        else:
            _join_third_person(board, draft, word, speakers)


def _join_first_person(board: Board, draft: Draft, word: Pronoun, speakers: dict[int, Draft]) -> None:
    speaker = speakers.get(draft.region)
    if draft.region != OUTSIDE and speaker is not None and not word.plural and board.of(speaker).families == {"person"}:
        board.join(speaker, draft, f"“{draft.text}” in a quotation is its speaker")


def _join_third_person(board: Board, draft: Draft, word: Pronoun, speakers: dict[int, Draft]) -> None:
    speaker = speakers.get(draft.region) if draft.region != OUTSIDE else None
    banned = {board.root(speaker)} if speaker is not None else set()
    banned |= {board.root(other) for other in _same_clause(board, draft)} | {board.root(draft)}
    weights: dict[int, dict[int, float]] = {}
    nearest: dict[int, Draft] = {}
    for other in window(board, draft, _PERSON_WINDOW if word.animate else _THING_WINDOW):
        root = board.root(other)
        if root in banned or not _agrees(board, draft, word, other):
            continue
        by_sentence = weights.setdefault(root, {})
        by_sentence[other.sentence] = max(by_sentence.get(other.sentence, 0.0), _weight(board, draft, other))
        nearest.setdefault(root, other)
    best = _clear_winner({root: sum(by_sentence.values()) for root, by_sentence in weights.items()})
    if best is not None:
        board.join(nearest[best], draft, f"“{draft.text.lower()}” stands nearest and agrees")


def _clear_winner(weights: dict[int, float]) -> int | None:
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or (len(ranked) > 1 and ranked[0][1] < _LEAD * ranked[1][1]):
        return None
    return ranked[0][0]


def window(board: Board, draft: Draft, sentences: int) -> Iterator[Draft]:
    """The drafts before this one, the nearest first, as far back as so many sentences."""
    for index in range(draft.index - 1, -1, -1):
        other = board.drafts[index]
        if draft.sentence - other.sentence > sentences:
            return
        if other.end <= draft.start:
            yield other


def _agrees(board: Board, draft: Draft, word: Pronoun, other: Draft) -> bool:
    cluster = board.of(other)
    if other.mention.kind == "pronoun" and not cluster.families:
        return False
    if other.is_demonym and not word.plural:
        return False
    if not board.may_join(other, draft):
        return False
    if word.plural:
        several = cluster.families == {"group"}
        return several or (cluster.families == {"organization"} and is_subject(board, other))
    if word.animate:
        return cluster.families == {"person"}
    return bool(cluster.families & {"organization", "place", "facility", "thing"}) and _is_thing_worth(
        board, draft, other
    )


def _is_thing_worth(board: Board, draft: Draft, other: Draft) -> bool:
    """Whether "it" or "its" may be this: they stand for so much that is no mention that only close ones are believed."""
    own = board.doc[draft.head].dep_
    if other.sentence == draft.sentence:
        return own == "poss" or is_subject(board, other)
    return is_subject(board, other) and own in SUBJECTS


def _same_clause(board: Board, draft: Draft) -> Iterator[Draft]:
    """What an object pronoun can't be unless it is reflexive: the subject of its verb, also one that the verb shares with a higher
    verb ("Smith tried to persuade him")."""
    token = board.doc[draft.start]
    if token.lower_.endswith(("self", "selves")) or token.dep_ not in ("dobj", "dative", "pobj"):
        return
    subject = _subject(token.head.head if token.dep_ == "pobj" else token.head)
    if subject is not None:
        yield from (other for other in window(board, draft, 0) if other.head == subject.i)


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, or the one that it shares with the verb above it."""
    for _ in range(_MAX_CLIMB):
        own = next((child for child in verb.children if child.dep_ in SUBJECTS), None)
        if own is not None or verb.dep_ not in _SHARING:
            return own
        verb = verb.head
    return None


def _weight(board: Board, draft: Draft, other: Draft) -> float:
    weight = _RECENCY + _WEIGHTS.get(board.doc[other.head].dep_, _OTHER_WEIGHT)
    weight += _NAME_BONUS if other.is_name else 0.0
    weight += _PARALLEL_BONUS if is_subject(board, other) and board.doc[draft.head].dep_ in SUBJECTS else 0.0
    if board.doc[other.head].dep_ in _EMBEDDED:
        weight *= _EMBEDDED_FACTOR
    if other.region not in (OUTSIDE, draft.region):
        weight *= _QUOTED_FACTOR
    return weight * float(_FADE ** (draft.sentence - other.sentence))
