"""The sieve over pronouns.

Salience after Lappin and Leass (1994), on clusters: the best mention of each sentence in the window counts by its grammatical role,
and fades with every sentence between. A candidate is taken only if it is clearly ahead of the next one, and of the nouns that are
no mentions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from generator.extract.chains_binding import bound_by, clause_mates, commander_of, is_reflexive, subject_of
from generator.extract.chains_board import Board, Draft
from generator.extract.chains_by_role import is_thing
from generator.extract.chains_credits import find_credits
from generator.extract.chains_lexicons import silent_nouns
from generator.extract.chains_quotation import OUTSIDE
from generator.extract.chains_rivals import find_rivals, rivals_of
from generator.extract.chains_salience import SUBJECTS, is_subject, window
from generator.extract.chains_speakers import speakers_of
from generator.extract.mentions_lexicons import Pronoun, speech_verbs
from generator.extract.mentions_pronouns import pronoun_of

_RECENCY = 100.0
_WEIGHTS = {"nsubj": 80.0, "nsubjpass": 80.0, "dobj": 50.0, "dative": 40.0, "pobj": 40.0, "poss": 40.0, "conj": 60.0}
_OTHER_WEIGHT = 30.0
_NAME_BONUS = 20.0
_PARALLEL_BONUS = 60.0  # a subject goes on as subject
_COMMAND_BONUS = 100.0  # "Holm said she", "Holm sold her house"
_SPEAKER_BONUS = 60.0  # who spoke goes on speaking
# Inside quotation marks somebody else is talking: what stands there is less in the narrator's mind.
_QUOTED_FACTOR = 0.4
_ASIDE_FACTOR = 0.4  # who does what a relative clause says is not what the sentence is about
_REPORTED_FACTOR = 0.3  # whom somebody reports on speaks less than who reports
_FADE = 0.5
_PERSON_WINDOW = 3  # sentences before the pronoun's own
_THING_WINDOW = 1
_LEAD = 1.15  # how many times the best candidate must outweigh the next one
# A name inside another noun phrase ("a Clinton adviser") is not what the sentence is about.
_EMBEDDED = frozenset({"compound", "nmod", "amod"})
_EMBEDDED_FACTOR = 0.3
# "He" is rather somebody whom the text has shown to be a man than somebody of whom it has not said.
_OPEN_GENDER_FACTOR = 0.6
_RIVAL_FACTOR = 0.8  # "they" are rather people than things
_JOINTS = frozenset({"and", ","})
_BRACKETS = {"[": "]", "(": ")"}


@dataclass(frozen=True, slots=True)
class _Scene:
    """What is the same for all pronouns of an article: speakers by quotation, rival nouns by sentence, credits by draft, drafts by
    their first tokens and by their heads, quotations by the draft that speaks them."""

    speakers: Mapping[int, Draft]
    rivals: dict[int, list[Token]]
    credits: frozenset[int]
    starts: Mapping[int, Draft]
    heads: Mapping[int, Draft]
    said_by: Mapping[int, Sequence[int]]


def join_pronouns(board: Board) -> None:
    """Pronouns to what they stand for: in the first person to the speaker, reflexive ones by the tree, the others to the most
    salient mention that agrees with them; left alone when two are about as salient."""
    starts = {draft.start: draft for draft in board.drafts if draft.mention.kind != "pronoun"}
    heads = {draft.head: draft for draft in board.drafts if not draft.is_demonym}
    speakers = speakers_of(board)
    said_by: dict[int, list[int]] = {}
    for region, speaker in sorted(speakers.items()):
        said_by.setdefault(speaker.index, []).append(region)
    scene = _Scene(speakers, find_rivals(board), find_credits(board), starts, heads, said_by)
    for draft in board.drafts:
        word = pronoun_of(board.doc[draft.start]) if draft.mention.kind == "pronoun" else None
        if word is None:
            continue
        if word.person == 1:
            _join_first_person(board, draft, word, scene.speakers)
        elif is_reflexive(board.doc[draft.start]):
            _join_reflexive(board, draft, word, scene.heads)
        elif not _join_explained(board, draft, scene) and not _join_coordinated(board, draft, word):
            _join_third_person(board, draft, word, scene)


def _join_first_person(board: Board, draft: Draft, word: Pronoun, speakers: Mapping[int, Draft]) -> None:
    speaker = speakers.get(draft.region)
    if draft.region != OUTSIDE and speaker is not None and not word.plural and board.of(speaker).families == {"person"}:
        board.join(speaker, draft, f"“{draft.text}” in a quotation is its speaker")


def _join_reflexive(board: Board, draft: Draft, word: Pronoun, heads: Mapping[int, Draft]) -> None:
    other = bound_by(board, draft, heads)
    if other is not None and _agrees_in_kind(board, word, other):
        board.join(other, draft, f"“{draft.text.lower()}” refers back to {other.text}")


def _join_explained(board: Board, draft: Draft, scene: _Scene) -> bool:
    """Whether the text itself says in brackets whom it means: "his [Holm’s] plan", "them (the soldiers)"."""
    doc = board.doc
    at = draft.end
    if at + 1 >= len(doc) or doc[at].text not in _BRACKETS:
        return False
    other = scene.starts.get(at + 1)
    if other is None or not any(token.text == _BRACKETS[doc[at].text] for token in doc[other.end : other.end + 2]):
        return False
    return board.join(other, draft, f"{other.text} stands in brackets after “{draft.text.lower()}”")


def _join_coordinated(board: Board, draft: Draft, word: Pronoun) -> bool:
    """Whether it owns what is coordinated with its owner: "Holm and her husband"."""
    if board.doc[draft.start].tag_ != "PRP$" or board.doc[draft.start].head.dep_ != "conj":
        return False
    for other in window(board, draft, 0):
        between = [token.lower_ for token in board.doc[other.end : draft.start]]
        owned = board.doc[other.start].tag_ == "PRP$"  # "his father and his mother": both are somebody else's
        if not owned and between and all(text in _JOINTS for text in between):
            agrees = _agrees_in_kind(board, word, other)
            return agrees and board.join(
                other, draft, f"“{draft.text.lower()}” right after {other.text} goes back to that name"
            )
    return False


def _join_third_person(board: Board, draft: Draft, word: Pronoun, scene: _Scene) -> None:
    sentences = _PERSON_WINDOW if word.animate else _THING_WINDOW
    banned = _banned(board, draft, scene)
    above = commander_of(board.doc[draft.head])
    commander = above.i if above is not None else -1
    weights: dict[int, dict[int, float]] = {}
    nearest: dict[int, Draft] = {}
    for other in window(board, draft, sentences):
        root = board.root(other)
        captioned = other.index in scene.credits and draft.index not in scene.credits
        if root in banned or captioned or not _agrees(board, draft, word, other):
            continue
        if _speaks(board.doc[draft.head]) and _is_silent(board, other):
            continue
        by_sentence = weights.setdefault(root, {})
        weight = _weight(board, draft, other) + (_COMMAND_BONUS if other.head == commander else 0.0)
        weight *= _ASIDE_FACTOR if _is_aside(board, draft, other) else 1.0
        weight *= _REPORTED_FACTOR if _speaks(board.doc[draft.head]) and _is_reported_on(board, draft, other) else 1.0
        by_sentence[other.sentence] = max(by_sentence.get(other.sentence, 0.0), weight)
        nearest.setdefault(root, other)
    above_root = board.root(scene.heads[commander]) if commander in scene.heads else -1
    totals = {
        root: sum(found.values()) * (1.0 if root == above_root or _is_shown(board, root, word) else _OPEN_GENDER_FACTOR)
        for root, found in weights.items()
    }
    best = _clear_winner(totals, _best_rival(board, draft, word, scene, commander))
    if best is not None:
        board.join(nearest[best], draft, f"“{draft.text.lower()}” means the one spoken of just before")
    elif not totals:
        _join_ahead(board, draft, word, scene)


def _join_ahead(board: Board, draft: Draft, word: Pronoun, scene: _Scene) -> None:
    """Cataphora: "As she left office, Holm said": with nobody before it, the subject of the clause that it hangs on."""
    token = board.doc[draft.start]
    subject = subject_of(token.sent.root)
    other = scene.heads.get(subject.i) if subject is not None else None
    if other is None or not other.is_name or other.start < draft.end or other.region != draft.region:
        return
    if token.sent.root.is_ancestor(token) and _agrees_in_kind(board, word, other):
        board.join(other, draft, f"“{draft.text.lower()}” points forward to {other.text}, the subject")


def _banned(board: Board, draft: Draft, scene: _Scene) -> set[int]:
    """The clusters that it can't be: its verb's subject, who speaks the words around it, and whom it speaks of itself."""
    speaker = scene.speakers.get(draft.region) if draft.region != OUTSIDE else None
    banned = {board.root(speaker)} if speaker is not None else set()
    spoken = set(scene.said_by.get(draft.index, ()))
    banned |= {
        board.root(other) for other in window(board, draft, 1) if other.region in spoken and not _is_first(board, other)
    }
    return banned | {board.root(other) for other in clause_mates(board, draft)} | {board.root(draft)}


def _is_first(board: Board, other: Draft) -> bool:
    word = pronoun_of(board.doc[other.start]) if other.mention.kind == "pronoun" else None
    return word is not None and word.person == 1


def _is_shown(board: Board, root: int, word: Pronoun) -> bool:
    return not word.gender or bool(board.clusters[root].genders)


def _clear_winner(weights: Mapping[int, float], rival: float) -> int | None:
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return None
    second = max(rival, ranked[1][1] if len(ranked) > 1 else 0.0)
    return ranked[0][0] if ranked[0][1] >= _LEAD * second else None


def _best_rival(board: Board, draft: Draft, word: Pronoun, scene: _Scene, commander: int) -> float:
    """The weight of the most salient noun that is no mention, for "it" and "they"."""
    token = board.doc[draft.head]
    if word.animate or (_speaks(token) and not word.plural):
        return 0.0
    best = 0.0
    for rival, back in rivals_of(scene.rivals, draft, word.plural, _THING_WINDOW):
        if rival.is_ancestor(token):  # "a version of its app" is no owner of the app
            continue
        weight = _RECENCY + _WEIGHTS.get(rival.dep_, _OTHER_WEIGHT) + (_COMMAND_BONUS if rival.i == commander else 0.0)
        weight += _PARALLEL_BONUS if token.dep_ in SUBJECTS and rival.dep_ in SUBJECTS else 0.0
        best = max(best, weight * float(_FADE**back) * (_RIVAL_FACTOR if word.plural else 1.0))
    return best


def _speaks(token: Token) -> bool:
    """Whether it is the subject of a verb of speech."""
    return token.dep_ in SUBJECTS and token.head.lemma_.lower() in speech_verbs()


def _is_silent(board: Board, other: Draft) -> bool:
    """Whether it is only described, as one who is spoken of and seldom speaks ("the child"), and is not told to speak here."""
    silent = board.doc[other.head].lemma_.lower() in silent_nouns()
    return silent and not board.of(other).names and not _speaks(board.doc[other.head])


def _is_aside(board: Board, draft: Draft, other: Draft) -> bool:
    """Whether it is the subject of a relative clause that the pronoun stands outside of: "a deal that Holm opposed", and "he"."""
    token = board.doc[other.head]
    if token.dep_ not in SUBJECTS or token.head.dep_ != "relcl" or other.mention.kind == "pronoun":
        return False
    return not token.head.is_ancestor(board.doc[draft.head])


def _is_reported_on(board: Board, draft: Draft, other: Draft) -> bool:
    """Whether this is whom the report around it is on: Y of "X said that Y was ill", or of 'Y was “ill,” he said' right after it."""
    token = board.doc[other.head]
    if token.dep_ not in SUBJECTS or token.head.dep_ != "ccomp" or token.i == draft.head:
        return False
    report = token.head.head
    if report.lemma_.lower() not in speech_verbs():
        return False
    own = subject_of(report)
    return own is not None and own.i != token.i


def _agrees(board: Board, draft: Draft, word: Pronoun, other: Draft) -> bool:
    if not _agrees_in_kind(board, word, other) or not board.may_join(other, draft):
        return False
    if word.plural:
        return board.of(other).families == {"group"} or is_subject(board, other)
    return bool(word.animate) or _is_thing_worth(board, draft, other)


def _agrees_in_kind(board: Board, word: Pronoun, other: Draft) -> bool:
    families = board.of(other).families
    if (
        not families
        or (word.animate and other.is_nominal and is_thing(board.doc[other.head]))
        or (other.is_demonym and not word.plural)
    ):
        return False
    if word.plural:
        return families in ({"group"}, {"organization"})
    if word.animate:
        return families == {"person"}
    return bool(families & {"organization", "place", "facility", "thing"})


def _is_thing_worth(board: Board, draft: Draft, other: Draft) -> bool:
    """Whether "it" or "its" may be this: they stand for so much that is no mention that only close ones are believed."""
    own = board.doc[draft.head].dep_
    if other.sentence == draft.sentence:
        return own == "poss" or is_subject(board, other)
    return is_subject(board, other) and own in SUBJECTS


def _weight(board: Board, draft: Draft, other: Draft) -> float:
    weight = _RECENCY + _WEIGHTS.get(board.doc[other.head].dep_, _OTHER_WEIGHT)
    weight += _NAME_BONUS if other.is_name else 0.0
    weight += _PARALLEL_BONUS if is_subject(board, other) and board.doc[draft.head].dep_ in SUBJECTS else 0.0
    weight += _SPEAKER_BONUS if _speaks(board.doc[other.head]) and _speaks(board.doc[draft.head]) else 0.0
    if board.doc[other.head].dep_ in _EMBEDDED:
        weight *= _EMBEDDED_FACTOR
    if other.region not in (OUTSIDE, draft.region):
        weight *= _QUOTED_FACTOR
    return weight * float(_FADE ** (draft.sentence - other.sentence))
