"""The sieve over descriptions that say no more than a kind: "the company", "the country"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from generator.extract.chains_binding import clause_mates
from generator.extract.chains_board import Board, Draft
from generator.extract.chains_descriptions import is_told_apart, plain_word
from generator.extract.chains_kinds import find_topic, is_outlet, is_told, kinds_in_text, nouns_for, widened
from generator.extract.chains_salience import window
from generator.extract.mentions_lexicons import company_words, generic_nouns, head_words, person_nouns
from generator.gazetteer import find_country, find_place

_WINDOW = 1  # sentences before the description's own
_ORGANIZATIONS = frozenset({"company", "any"})  # meanings of a generic noun that are no places
_EMBEDDED = frozenset({"compound", "nmod", "amod"})
_DEFINITE = frozenset({"the", "this", "that"})


@dataclass(slots=True)
class _Kinds:
    """The nouns that may take up each cluster, worked out once: as the text calls it, and by its names and common knowledge too."""

    board: Board
    _text: dict[int, set[str]] = field(default_factory=dict)
    _known: dict[int, set[str]] = field(default_factory=dict)

    def in_text(self, draft: Draft) -> set[str]:
        """By what the text says of any of its mentions."""
        return self._of(draft, self._text, lambda name: widened(kinds_in_text(self.board.doc, name)))

    def known(self, draft: Draft) -> set[str]:
        """By what the text, its names and common knowledge say."""
        return self._of(draft, self._known, lambda name: nouns_for(self.board, name))

    def add(self, draft: Draft, noun: str) -> None:
        """Now the text has called it so."""
        for table in (self._text, self._known):
            table.setdefault(self.board.root(draft), set()).update(widened({noun}))

    def _of(self, draft: Draft, table: dict[int, set[str]], of: Callable[[Draft], frozenset[str]]) -> set[str]:
        root = self.board.root(draft)
        if root not in table:
            members = [self.board.drafts[index] for index in self.board.of(draft).members]
            called = {plain_word(self.board.doc[member.head]) for member in members if member.is_nominal}
            table[root] = set(widened(called)).union(*(of(member) for member in members if member.is_name))
        return table[root]


def join_generic(board: Board) -> None:
    """What "the country" or "the company" can mean.

    A country or city: the only one in its sentence and the one before. An organization: the only one there that the text, its name or
    common knowledge gives that kind, else the only one that the text has called so, else the one that the article is about.
    """
    topic, called, kinds = find_topic(board), _called(board), _Kinds(board)
    for draft in board.drafts:
        noun = plain_word(board.doc[draft.head]) if draft.is_nominal else ""
        meaning = generic_nouns().get(noun)
        if meaning is None or not _is_plain_definite(board, draft):
            continue
        near = _near(board, draft, meaning)
        if meaning in _ORGANIZATIONS:
            near = (
                _of_kind(board, near, noun, kinds)
                or _called_before(board, called.get(noun, []), draft, near)
                or _topic_for(board, topic, draft, near, noun, kinds)
            )
        fitting = {board.root(other): other for other in reversed(near)}
        if len(fitting) == 1 and is_introduced(board, next(iter(fitting)), draft):
            other = next(iter(fitting.values()))
            kinds.known(other)
            kinds.in_text(other)
            kinds.add(other, noun)
            board.join(other, draft, f"{draft.text} can only be {_called_by(other)} here")


def _called_by(other: Draft) -> str:
    """A name, or the country's for its people's."""
    country = find_country(other.code) if other.is_demonym else None
    return other.text if country is None else country.name


def _near(board: Board, draft: Draft, meaning: str) -> list[Draft]:
    """What it can mean in its sentence and the one before, the nearest first. What does something to it is another one."""
    banned = {board.root(other) for other in clause_mates(board, draft)}
    return [
        other
        for other in window(board, draft, _WINDOW)
        if board.root(other) not in banned and _can_mean(board, other, meaning) and board.may_join(other, draft)
    ]


def is_introduced(board: Board, root: int, draft: Draft) -> bool:
    """Whether that cluster was in the text before the first of those that the draft already takes up: "the firm" does not mean a
    firm that is named after it."""
    return board.clusters[root].members[0] < board.of(draft).members[0]


def _called(board: Board) -> dict[str, list[Draft]]:
    """Noun -> the organizations that the text itself calls so, in text order."""
    found: dict[str, list[Draft]] = {}
    for draft in board.drafts:
        if draft.is_name and draft.mention.type == "organization":
            for noun in sorted(kinds_in_text(board.doc, draft)):
                found.setdefault(noun, []).append(draft)
    return found


def _called_before(board: Board, called: list[Draft], draft: Draft, near: list[Draft]) -> list[Draft]:
    """Those that the text has called so before, when no other organization near may be meant."""
    before = [other for other in called if other.index < draft.index and board.may_join(other, draft)]
    roots = {board.root(other) for other in before}
    open_near = [
        other
        for other in near
        if not is_told(board, other) and not is_outlet(other.text) and board.doc[other.head].dep_ not in _EMBEDDED
    ]
    return before if {board.root(other) for other in open_near} <= roots else []


def _of_kind(board: Board, near: list[Draft], noun: str, kinds: _Kinds) -> list[Draft]:
    """Those that the text calls so; else those whose name or common knowledge says so, if of all others near the kind is known."""
    heard = [other for other in near if not is_told(board, other)]
    called = [other for other in heard if noun in kinds.in_text(other)]
    if called:
        return called
    open_kinds = [other for other in heard if not kinds.known(other) and not is_outlet(other.text)]
    return [] if open_kinds else [other for other in heard if noun in kinds.known(other)]


def _topic_for(
    board: Board, topic: Draft | None, draft: Draft, near: list[Draft], noun: str, kinds: _Kinds
) -> list[Draft]:
    """The organization that the article is about, introduced before, when no other one near may be meant and its kind, if known,
    goes with the noun."""
    if topic is None or topic.index > draft.index or not board.may_join(topic, draft):
        return []
    others = {board.root(other) for other in near if not is_told(board, other) and not is_outlet(other.text)}
    known = kinds.known(topic)
    return [topic] if others <= {board.root(topic)} and (not known or noun in known) else []


def _is_plain_definite(board: Board, draft: Draft) -> bool:
    if draft.end - draft.start != 2 or board.doc[draft.start].lower_ not in _DEFINITE:
        return False
    return not is_told_apart(board.doc, draft.head)


def _can_mean(board: Board, other: Draft, meaning: str) -> bool:
    if meaning == "country":
        return bool(other.code) and not (other.is_demonym and _is_of_a_person(board, other))
    if not other.is_name:
        return False
    if meaning == "city":
        place = find_place(other.text) if other.mention.type == "place" else None
        return place is not None and place.kind == "city"
    last = other.text.split()[-1]
    named_otherwise = last.lower() in head_words() and last not in company_words()
    several = any(child.dep_ == "conj" and child.i >= other.end for child in board.doc[other.head].children)
    return other.mention.type == "organization" and not several and (meaning == "any" or not named_otherwise)


def _is_of_a_person(board: Board, demonym: Draft) -> bool:
    """Whether it only says where somebody is from: "the Danish minister" acts, and Denmark is not spoken of."""
    owner = board.doc[demonym.head].head
    return owner.tag_ in ("NNP", "NN") and (owner.lower_ in person_nouns() or owner.ent_type_ == "PERSON")
