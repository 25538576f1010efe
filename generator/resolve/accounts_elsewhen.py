"""Sentences of an account whose figures may be of another day than the event's."""

from __future__ import annotations

from generator.model import Event, KnowledgeBase, TimeExpression
from generator.resolve.accounts_values import days_apart
from generator.resolve.lexicon import words

# Characters and words before the "since" of a comparison; letters of a superlative, at least.
_LOOK_BACK_COMPARED = 60
MAX_COMPARED = 6
SUPERLATIVE = 4


def find_elsewhen(kb: KnowledgeBase, event: Event, article: str) -> set[str]:
    """Sentences with dates on which the event was not, and with none on which it was: their figures may be of an earlier one."""
    if event.date is None:
        return set()
    text = kb.articles[article].text
    dated = [time for time in kb.extractions[article].times if time.value and not _is_compared(text, time)]
    gaps = [(time.sentence, days_apart(time.value or "", event.date) or 0) for time in dated]
    then = {sentence for sentence, gap in gaps if gap <= 1}
    return {sentence for sentence, gap in gaps if gap > 1} - then


def _is_compared(text: str, time: TimeExpression) -> bool:
    """ "the lowest level since Nov. 13", "for the first time since May": a day that something is measured by."""
    before = text[max(0, time.span.start - _LOOK_BACK_COMPARED) : time.span.start].lower().split()
    if not before or before[-1] not in words("accounts_since.txt"):
        return False
    return any(word in words("accounts_superlatives.txt") or _is_superlative(word) for word in before[-MAX_COMPARED:-1])


def _is_superlative(word: str) -> bool:
    return len(word) > SUPERLATIVE and word.endswith("est") and word not in words("accounts_no_superlatives.txt")
