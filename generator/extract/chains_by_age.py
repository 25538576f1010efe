"""The sieve over ages: "the 54-year-old" is the one of whom the text says "Ida Holm, 54,". Ages tell people of one article apart."""

from __future__ import annotations

from spacy.tokens import Doc

from generator.extract.chains_board import Board, Draft
from generator.extract.mentions_nominals import age_before

_DEFINITE = frozenset({"the", "this", "that"})
_PAUSES = frozenset({",", "(", ")", ".", "–", "—", ";"})
_MAX_AGE, _MAX_TITLE = 120, 6
_TITLE_TAGS = frozenset({"NN", "NNP", "NNPS", "JJ"})
# Sentences over which a description may come before the name and the age that explain it.
_AHEAD = 12


def join_ages(board: Board) -> None:
    """A description with an age to the only one in the text of that age: by name before it, by name soon after it, else to the
    description of that age before it."""
    aged = [(draft, age) for draft in board.drafts if (age := age_of(board.doc, draft)) and not _is_owned(board, draft)]
    for draft, age in aged:
        if draft.is_name:
            continue
        named = [other for other, held in aged if held == age and other.is_name and board.may_join(other, draft)]
        if named:
            _join_named(board, draft, named, age)
        elif board.doc[draft.start].lower_ in _DEFINITE:
            before = [other for other, held in aged if held == age and other.index < draft.index]
            if len({board.root(other) for other in before}) == 1:
                board.join(before[0], draft, f"both are {age} years old")


def _join_named(board: Board, draft: Draft, named: list[Draft], age: str) -> None:
    first = named[0]
    introduced = first.index < draft.index or first.sentence - draft.sentence <= _AHEAD
    if introduced and len({board.root(other) for other in named}) == 1:
        board.join(first, draft, f"{first.text} is {age} years old, like {draft.text}")


def age_of(doc: Doc, draft: Draft) -> str:
    """The age that the text gives a person right there, in figures as written: "Holm, 54," "the 54-year-old"; or ""."""
    if draft.mention.type != "person" or draft.mention.kind == "pronoun":
        return ""
    inside = next((age for at in range(draft.start, draft.end) if (age := age_before(doc[at]))), "")
    return inside or (_age_in_title(doc, draft.start) if draft.is_name else "") or _age_after(doc, draft.end)


def _age_in_title(doc: Doc, start: int) -> str:
    """The age before a name, in what stands there as a title: "54-year-old doctor Ida Holm"."""
    for at in range(start - 1, max(start - _MAX_TITLE, -1), -1):
        age = age_before(doc[at])
        if age or doc[at].tag_ not in _TITLE_TAGS:
            return age
    return ""


def _age_after(doc: Doc, end: int) -> str:
    if end + 2 >= len(doc) or doc[end].text not in (",", "("):
        return ""
    number, after = doc[end + 1], doc[end + 2]
    fits = number.text.isdigit() and int(number.text) <= _MAX_AGE and after.text in _PAUSES
    return number.text if fits else ""


def _is_owned(board: Board, draft: Draft) -> bool:
    """Whether it is somebody's: "his 47-year-old wife" may be as old as he is."""
    return not draft.is_name and any(child.dep_ == "poss" for child in board.doc[draft.head].lefts)
