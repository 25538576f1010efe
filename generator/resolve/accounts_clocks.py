"""At what time of day: the clocks of the accounts, where they tell of one moment."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.model import Cell, Event, Evidence, Facet, KnowledgeBase, TimeExpression, Verdict
from generator.resolve.accounts_tellings import Telling
from generator.resolve.accounts_words import label
from generator.resolve.events_days import is_day
from generator.resolve.lexicon import words

# "About 9:40" and "shortly after 10" are met by times so many minutes away; times without such a word only by themselves.
ABOUT = 15
_DAY = 24 * 60
_CLOCK = re.compile(r"(\d\d):(\d\d)(Z?)(~?)")
# So many characters before the clock may say what happened then.
_BEFORE = 60


@dataclass(frozen=True)
class _Moment:
    """A time of day in one account: minutes after midnight; `onset`: it tells when the event itself began or happened."""

    article: str
    time: TimeExpression
    minutes: int
    zone: str
    about: bool
    onset: bool


def compare_clocks(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """Rows of times of day that two accounts or more give: when the event began, which may differ; other moments where they agree."""
    found = [_moments(kb, event, telling) for telling in tellings]
    onsets = [only for moments in found if (only := _only_onset(moments)) is not None]
    rows: list[tuple[list[_Moment], Verdict]] = []
    if len(onsets) > 1 and len({moment.zone for moment in onsets}) == 1:
        agreed = all(_meet(left, right) for left in onsets for right in onsets)
        rows.append((onsets, "agree" if agreed else "differ"))
    used = {(moment.article, moment.time.id) for row, _ in rows for moment in row}
    for moments in found:
        for moment in moments:
            row = [] if _key(moment) in used else _agreeing(moment, found, used)
            if len(row) > 1:
                rows.append((row, "agree"))
                used |= {_key(item) for item in row}
    return tuple(Facet("when", label("time of day"), verdict, _cells(row, event)) for row, verdict in rows)


def _key(moment: _Moment) -> tuple[str, str]:
    return moment.article, moment.time.id


def _moments(kb: KnowledgeBase, event: Event, telling: Telling) -> list[_Moment]:
    """The times of day in the sentences of an account, but for those of another day than the event's."""
    text = kb.articles[telling.article].text
    found: list[_Moment] = []
    for time in kb.extractions[telling.article].times:
        match = _CLOCK.fullmatch(time.clock)
        if match is None or time.sentence not in telling.ids or _is_of_another_day(time, event):
            continue
        minutes = 60 * int(match[1]) + int(match[2])
        onset = _tells_onset(text, time, telling)
        found.append(_Moment(telling.article, time, minutes, match[3], bool(match[4]), onset))
    return found


def _is_of_another_day(time: TimeExpression, event: Event) -> bool:
    day = (time.value or "").partition("T")[0]
    return bool(day and event.date and is_day(event.date) and day != event.date)


def _tells_onset(text: str, time: TimeExpression, telling: Telling) -> bool:
    """Whether the clock dates a mention of the event, or stands behind a word for the beginning of something in its clause."""
    if any(mention.time == time.id for mention in telling.mentions):
        return True
    opening = next(item.span.start for item in telling.sentences if item.id == time.sentence)
    before = text[max(opening, time.span.start - _BEFORE) : time.span.start].lower()
    clause = re.split(r"[,;:]", before)[-1]
    return any(word in words("accounts_onsets.txt") for word in re.findall(r"[a-z]+", clause))


def _only_onset(moments: Sequence[_Moment]) -> _Moment | None:
    onsets = [moment for moment in moments if moment.onset]
    return onsets[0] if len({(moment.minutes, moment.zone) for moment in onsets}) == 1 else None


def _meet(left: _Moment, right: _Moment) -> bool:
    apart = abs(left.minutes - right.minutes)
    apart = min(apart, _DAY - apart)
    return left.zone == right.zone and apart <= (ABOUT if left.about or right.about else 0)


def _agreeing(moment: _Moment, found: Sequence[Sequence[_Moment]], used: set[tuple[str, str]]) -> list[_Moment]:
    """The moment with the nearest one of each other account that meets it."""
    row = [moment]
    for others in found:
        fit = [item for item in others if _key(item) not in used and _meet(moment, item)]
        if fit and fit[0].article != moment.article:
            row.append(min(fit, key=lambda item: (abs(item.minutes - moment.minutes), item.time.span.start)))
    return row


def _cells(row: Sequence[_Moment], event: Event) -> tuple[Cell, ...]:
    day = event.date if event.date and is_day(event.date) else ""
    return tuple(
        Cell(
            moment.article,
            Evidence(moment.article, moment.time.sentence, moment.time.span),
            f"{day}T{moment.time.clock}" if day else None,
        )
        for moment in row
    )
