"""Words that a headline leaves out: days and months, and who calls something by the words in quotation marks behind it."""

from __future__ import annotations

from collections.abc import Sequence

from generator.model.span import Span
from generator.resolve.titles_words import words

# Behind "what", who calls it so and the verb: "what the government has called".
MAX_CALLING = 4
_MARKS = ",;:.!?"
_OPENING = '“"'


def dated(spans: Sequence[Span], dates: Sequence[Span]) -> set[int]:
    """Places of the words that tell a day by themselves ("on Friday", "last week"), with the preposition before them."""
    gone: set[int] = set()
    for date in dates:
        inside = [number for number, span in enumerate(spans) if span.start < date.end and date.start < span.end]
        if not inside or spans[inside[0]].start < date.start - 1:
            continue
        before = spans[inside[0] - 1].text.lower() if inside[0] else ""
        following = spans[inside[-1] + 1].text.lower() if inside[-1] + 1 < len(spans) else ""
        ends = spans[inside[-1]].text[-1:] in _MARKS or following in ("", "–", "—", "-", "―", *words("boundary"))
        ends = ends or following.endswith("ing")
        start = _part_of(spans, inside[0])
        if start is not None and ends:
            gone.update((*range(start, inside[0]), *inside))
            continue
        rowed = before in words("joining") and inside[0] - 2 in gone  # "in 2002 and 2003"
        if rowed and ends:
            gone.update((inside[0] - 1, *inside))
            continue
        if not ends or before in words("holds_date") or before in words("determiners"):
            continue
        gone.update(inside)
        first = inside[0] - 1
        while first >= 0 and spans[first].text.lower() in words("before_date"):
            gone.add(first)
            first -= 1
    return gone


def _part_of(spans: Sequence[Span], first: int) -> int | None:
    """Where the words begin that take a part of the time at this place ("at the end of March"); None without such words."""
    before = [span.text.lower() for span in spans[max(first - len(("at", "the", "end", "of")), 0) : first]]
    match before:
        case [opening, "the", part, "of"] if opening in words("before_date") | words("until") and part in words("ends"):
            return first - len(before)
    return None


def named_by(spans: Sequence[Span]) -> set[int]:
    """Places of the words that tell who calls something what stands in quotation marks behind them: "what it calls a "step"."""
    for number, span in enumerate(spans):
        if span.text.lower() != "what":
            continue
        rest = [item.text.lower() for item in spans[number + 1 : number + 1 + MAX_CALLING]]
        verb = next((place for place, word in enumerate(rest) if word in words("calling")), None)
        if verb is None:
            continue
        first = number + 2 + verb
        first += first < len(spans) and spans[first].text.lower() == "as"
        opening = first + (first < len(spans) and spans[first].text.lower() in words("determiners"))
        if opening < len(spans) and spans[opening].text[:1] in _OPENING:
            return set(range(number, first))
    return set()
