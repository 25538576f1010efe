"""How good a headline is: what it names, what it leaves open, and how sure its clause tells a fact."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.model import EventMention
from generator.model.span import Span
from generator.resolve.titles_tail import Around, is_whole
from generator.resolve.titles_words import words

MAX_WORDS, MAX_LETTERS = 16, 110
# What makes one title better than another.
NAMED_SUBJECT, NAMED_TAIL, TYPED, ASSERTED, GOOD_LENGTH = 2.0, 1.0, 0.5, 0.5, 0.5
HABIT, SIDE_CLAUSE = -2.5, -1.0
VAGUE = -0.5  # "the operation", and no name that tells which
ALLEGED = -1.5  # somebody's words about another, of no known kind: "he said that X had dug up old stories"
BARE = -2.0  # nothing is said to be acted on, though the verb asks for it: "X and Y sign in Z"
QUOTED = -2.0  # somebody's own words: "I agreed with them at once"
# The clause goes on, and there was no plain end to stop at.
CUT = {"nothing": 0.0, "little": -0.5, "much": -1.5}
FURTHER_SUBJECT = 0.4
GOOD_WORDS = range(4, 13)
# A present tense in running text tells a habit or a state more often than an event.
_HABIT_TAGS = frozenset({"VBZ", "VBP"})
_OPENING = frozenset('“"')


Cut = Literal["nothing", "little", "much"]


@dataclass(frozen=True, slots=True)
class Title:
    """A headline and how good it is (higher is better; `named` when its subject is a named entity)."""

    text: str
    score: float
    named: bool


def judged(
    line: str, mention: EventMention, predicate: Span, named: bool, around: Around, cut: Cut = "nothing"
) -> Title | None:
    """The line as a title with its score, or None when it is too long or ends in the middle of a phrase."""
    parts = line.split()
    if len(parts) > MAX_WORDS or len(line) > MAX_LETTERS or len(parts) < 2 or not is_whole(line):
        return None
    after = any(item.chain and item.span.start >= predicate.end for item in mention.arguments)
    acted_on = mention.passive or mention.trigger != predicate or mention.verb in words("intransitive")
    acted_on = acted_on or any(item.role not in ("agent", "place", "topic", "time") for item in mention.arguments)
    acted_on = acted_on or any(part[0] in _OPENING for part in parts[1:])
    decides = is_decision(mention)
    after = after or (decides and any(_is_told(item, line, mention, predicate) for item in around.names))
    score = (
        NAMED_SUBJECT * named
        + NAMED_TAIL * after
        + TYPED * (decides or mention.type != "other")
        + ASSERTED * (mention.modality == "asserted" and mention.attribution is None)
        + GOOD_LENGTH * (len(parts) in GOOD_WORDS)
        + VAGUE * ((not after and parts[-2].lower() == "the") or _is_open(parts))
        + ALLEGED * (mention.type == "other" and mention.attribution is not None)
        + HABIT * (mention.tag in _HABIT_TAGS)
        + SIDE_CLAUSE * (mention.tag == "VBG")
        + BARE * (not acted_on)
        + QUOTED * any(item.covers(predicate) for item in around.quoted)
        + HABIT * _is_habitual(mention.clause.text.split())
        + CUT[cut]
        + FURTHER_SUBJECT * max(0, len(_subjects(mention, predicate)) - 1)
    )
    return Title(line, score, named)


def is_decision(mention: EventMention) -> bool:
    """Whether somebody decides to do something: an event, whatever is decided."""
    return mention.verb in words("deciding_verbs") and any(item.role == "complement" for item in mention.arguments)


def _is_open(parts: Sequence[str]) -> bool:
    """Whether a share in something is told, and not in what: "X suspends its participation"."""
    return parts[-2].lower() in words("possessive") and parts[-1].lower() in words("sharing")


def _is_told(name: Span, line: str, mention: EventMention, predicate: Span) -> bool:
    return predicate.end <= name.start and name.end <= mention.clause.end and name.text in line


def _is_habitual(clause: Iterable[str]) -> bool:
    return bool(words("habitual").intersection(word.strip(",.").lower() for word in clause))


def _subjects(mention: EventMention, predicate: Span) -> set[str]:
    role = "patient" if mention.passive else "agent"
    before = [item for item in mention.arguments if item.role == role and item.span.end <= predicate.start]
    return {item.chain for item in before if item.chain}
