"""What and when: the clause that tells the event best, and the dates that the articles give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.model import Cell, Event, EventMention, Evidence, Facet, KnowledgeBase, TimeExpression, Verdict
from generator.resolve.accounts_actors import best_of
from generator.resolve.accounts_opening import opening_times
from generator.resolve.accounts_same import tell_the_same
from generator.resolve.accounts_tellings import Telling
from generator.resolve.accounts_values import days_apart
from generator.resolve.accounts_words import label, names_in_words
from generator.resolve.events_days import dates_agree

# A longer clause is cut down to its trigger.
MAX_CLAUSE = 220
# A date further from the event's is read from words that date something else.
FAR = 31
_DATING = frozenset({"date", "time"})


def compare_what(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """The clause of each article that tells the event best; the note gives the words used, where they are not the same.

    Clauses agree that tell of one kind of happening and share somebody in it or something, or stand in sentences that tell the
    same; others stand side by side. Words of different kinds ("reveal", "establish") are no row.
    """
    best = {telling.article: best_of(telling) for telling in tellings}
    kinds = Counter(mention.type for mention in best.values())
    usual = min(kinds, key=lambda kind: (kind == "other", -kinds[kind], kind))
    lemmas = {mention.lemma for mention in best.values() if mention.type == usual}
    alike = [
        telling
        for telling in tellings
        if best[telling.article].lemma in lemmas or usual == best[telling.article].type != "other"
    ]
    if usual == "other" and len(lemmas) > 1:
        return ()
    cells = tuple(_what_cell(telling) for telling in alike)
    same = len(alike) > 1 and tell_the_same(kb, event, {item.article: best[item.article] for item in alike})
    verdict: Verdict = "agree" if same else "side by side" if len(alike) > 1 else "only here"
    used = sorted({best[telling.article].lemma for telling in alike})
    note = f"in different words: {names_in_words([f'“{word}”' for word in used])}" if same and len(used) > 1 else ""
    return (Facet("what", label("what"), verdict, cells, note),)


def _what_cell(telling: Telling) -> Cell:
    best = best_of(telling)
    span = best.clause if len(best.clause.text) <= MAX_CLAUSE else best.trigger
    return Cell(telling.article, Evidence(telling.article, best.sentence, span), best.lemma, _mode(best))


def _mode(mention: EventMention) -> str:
    if not mention.polarity:
        return "denied" if mention.modality == "denied" else "told as not happening"
    return "" if mention.modality == "asserted" else mention.modality


def compare_dates(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """When, as each article has it; a coarser value that holds the finer one agrees."""
    cells = [cell for telling in tellings if (cell := _date_cell(kb, event, telling)) is not None]
    cells = cells or _opening_cells(kb, event, tellings)
    if not cells:
        return ()
    values = [(cell, str(cell.value)) for cell in cells if cell.value]
    if len(values) < 2:
        words = {cell.evidence.span.text.lower() for cell in cells}
        several: Verdict = "agree" if len(words) == 1 else "side by side"
        return (Facet("when", label("when"), several if len(cells) > 1 else "only here", tuple(cells)),)
    # "Sunday" in an article without a date is no other word for what others call Saturday.
    told = {cell.evidence.span.text.lower() for cell, _ in values}
    cells = [cell for cell in cells if cell.value or cell.evidence.span.text.lower() in told]
    gaps = [_apart(left, right) for place, (_, left) in enumerate(values) for _, right in values[place + 1 :]]
    precise = all(_is_day(value) for _, value in values)
    if any(gap is None for gap in gaps) or (any(gaps) and not precise):
        return (Facet("when", label("when"), "side by side", tuple(cells)),)
    widest = max(gap for gap in gaps if gap is not None)
    relative = any(cell.note for cell, _ in values)
    if widest == 0 or (widest == 1 and relative):
        note = "one day apart, as reckoned from the days of publication" if widest else ""
        return (Facet("when", label("when"), "agree", tuple(cells), note),)
    return (Facet("when", label("when"), "differ", tuple(cells)),)


def _apart(left: str, right: str) -> int | None:
    """Days between two EDTF values; "about 2016" and "2015" can be the same."""
    rough = any(value.endswith("~") for value in (left, right))
    return 0 if rough and dates_agree(left, right) else days_apart(left, right)


def _is_day(value: str) -> bool:
    """Whether an EDTF value names one certain day."""
    return len(value.partition("T")[0]) == len("2024-11-29") and "X" not in value


def _date_cell(kb: KnowledgeBase, event: Event, telling: Telling) -> Cell | None:
    """The time expression of an article that dates the event: the one nearest to the event's date, then the finest."""
    times = {time.id: time for time in kb.extractions[telling.article].times}
    read = {words for words in event.date_words if words.article == telling.article}
    own = [times[item.time] for item in telling.mentions if item.time in times and item.modality == "asserted"]
    own += [time for time in times.values() if Evidence(telling.article, time.sentence, time.span) in read]
    text = kb.articles[telling.article].text
    own = [time for time in own if time.kind in _DATING and not is_stamp(text, time)]
    own = own or _beside(event, telling, times.values())
    if not own:
        return None
    news = {item.time for item in telling.mentions if item.news and item.modality == "asserted"}
    best = min(own, key=lambda time: (*_distance(time, event.date), time.id not in news, time.span.start))
    if best.value is not None and event.date is not None and (days_apart(best.value, event.date) or 0) > FAR:
        return None
    return _time_cell(telling, best)


def _opening_cells(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> list[Cell]:
    """The time that the openings of all articles about the event give, where nothing else dates it and they give one alone."""
    if event.date is not None:
        return []
    found = [(telling, time) for telling in tellings if telling.main for time in opening_times(kb, telling)[:1]]
    if len({time.value or time.span.text.lower() for _, time in found}) != 1:
        return []
    return [_time_cell(telling, time) for telling, time in found]


def _time_cell(telling: Telling, time: TimeExpression) -> Cell:
    note = "" if time.anchor == "as written" or time.value is None else time.anchor
    return Cell(telling.article, Evidence(telling.article, time.sentence, time.span), time.value, note)


def _beside(event: Event, telling: Telling, times: Iterable[TimeExpression]) -> list[TimeExpression]:
    """Times that fit the event's date in the sentences of the mentions, or in all that tell it where the article is about it.

    Others may date something else.
    """
    here = {mention.sentence for mention in telling.mentions}
    told = telling.ids if telling.main else frozenset()
    near = [time for time in times if time.sentence in here or (time.sentence in told and _is_day(time.value or ""))]
    fitting = [time for time in near if time.kind in _DATING and time.value and event.date]
    return [time for time in fitting if days_apart(time.value or "", event.date or "") == 0]


def is_stamp(text: str, time: TimeExpression) -> bool:
    """Whether a date stands behind the handle of whoever posted a message ("(@corran) June 5, 2023"), or is written as machines do."""
    start = text.rfind("\n", 0, time.span.start) + 1
    before = text[start : time.span.start].split()
    return (bool(before) and before[-1].strip("(),").startswith("@")) or (
        time.span.text == time.value and _is_day(time.value)
    )


def _distance(time: TimeExpression, date: str | None) -> tuple[int, bool, int]:
    """Days from the event's date; of two with the same distance one that leans on no other time comes first, then the finer."""
    if time.value is None:
        return 10**9, False, 0
    apart = days_apart(time.value, date) if date else 0
    return (apart if apart is not None else 10**8), bool(time.offset), -len(time.value) if "/" not in time.value else 0
