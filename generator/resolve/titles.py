"""Headlines for events: subject, verb in the present tense, and the words that follow, verbatim."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from generator.model import Argument, EventMention
from generator.model.span import Span
from generator.resolve.titles_words import present, words

MAX_WORDS = 14
MAX_TAIL_WORDS = 11
MAX_GAP_WORDS = 4
_BREAKS = frozenset(',;:()[]“”"—–|\n?!')
_SUBJECT_SEPARATOR = ", "
# What makes one title better than another.
NAMED_SUBJECT, NAMED_TAIL, TYPED, ASSERTED, GOOD_LENGTH = 2.0, 1.0, 0.5, 0.5, 0.5
GOOD_WORDS = range(4, 11)

NameOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Title:
    """A headline and how good it is (higher is better; `named` when its subject is a named entity)."""

    text: str
    score: float
    named: bool


def make_title(mention: EventMention, text: str, name_of: NameOf) -> Title | None:
    """A headline from the clause of one event mention, or None when the clause does not make a good one.

    `text` is the article's text; `name_of` gives the canonical name for a chain of the article, "" when it has none.
    """
    predicate = mention.predicate
    if predicate is None or not mention.polarity or mention.modality not in ("asserted", "future"):
        return None
    subjects = _subjects(mention, predicate)
    names = [_subject_name(item, name_of) for item in subjects]
    if not names or not all(names):
        return None
    tail = _tail(mention, predicate.end, text, name_of)
    if tail is None or (not tail and mention.verb not in words("intransitive") and not mention.passive):
        return None
    plural = len(names) > 1 or (subjects[0].plural and not (subjects[0].chain and name_of(subjects[0].chain)))
    line = " ".join(part for part in (_listed(names), _verb(mention, predicate, plural), tail) if part)
    return _judged(line, mention, predicate, bool(subjects[0].chain and name_of(subjects[0].chain)))


def _subjects(mention: EventMention, predicate: Span) -> list[Argument]:
    role = "patient" if mention.passive else "agent"
    return [item for item in mention.arguments if item.role == role and item.span.end <= predicate.start]


def _subject_name(item: Argument, name_of: NameOf) -> str:
    name = name_of(item.chain) if item.chain else ""
    if name:
        return name
    parts = item.span.text.split()
    if parts and parts[0].lower() in words("determiners"):
        parts = parts[1:]
    lowered = [part.lower() for part in parts]
    if not parts or lowered[0] in words("pronouns") or any(part in words("unclear") for part in lowered):
        return ""
    return " ".join(parts) if not _BREAKS & set(item.span.text) else ""


def _listed(names: Sequence[str]) -> str:
    first = list(dict.fromkeys(names))
    line = first[0] if len(first) == 1 else f"{_SUBJECT_SEPARATOR.join(first[:-1])} and {first[-1]}"
    return line[:1].upper() + line[1:]


def _verb(mention: EventMention, predicate: Span, plural: bool) -> str:
    if mention.passive:
        participle = predicate.text.lower()
        return f"to be {participle}" if mention.modality == "future" else f"{present('be', plural)} {participle}"
    return f"to {mention.verb}" if mention.modality == "future" else present(mention.verb, plural)


def _tail(mention: EventMention, start: int, text: str, name_of: NameOf) -> str | None:
    """The words after the verb, up to the last participant that fits; None when what must follow does not."""
    end = max(start, mention.trigger.end)
    if _broken(text[start:end]):
        return None
    line = text[start:end].strip()
    for item in sorted(
        (item for item in mention.arguments if item.span.start >= end), key=lambda item: item.span.start
    ):
        gap = text[end : item.span.start]
        words_here = _argument_words(item, name_of)
        if _broken(gap) or len(gap.split()) > MAX_GAP_WORDS or words_here is None:
            if item.role == "patient" and not line:
                return None
            break
        longer = " ".join(part for part in (line, gap.strip(), words_here) if part)
        if len(longer.split()) > MAX_TAIL_WORDS:
            break
        line, end = longer, item.span.end
    return line


def _argument_words(item: Argument, name_of: NameOf) -> str | None:
    parts = item.span.text.split()
    if _BREAKS & set(item.span.text):
        return None
    if any(part.lower() in words("unclear") for part in parts):
        name = name_of(item.chain) if item.chain else ""
        return name or None
    return item.span.text


def _broken(gap: str) -> bool:
    return bool(_BREAKS & set(gap)) or any(part.lower() in words("unclear") for part in gap.split())


def _judged(line: str, mention: EventMention, predicate: Span, named: bool) -> Title | None:
    parts = line.split()
    if len(parts) > MAX_WORDS or len(parts) < 2 or parts[-1].lower() in words("dangling"):
        return None
    after = any(item.chain and item.span.start >= predicate.end for item in mention.arguments)
    score = (
        NAMED_SUBJECT * named
        + NAMED_TAIL * after
        + TYPED * (mention.type != "other")
        + ASSERTED * (mention.modality == "asserted" and mention.attribution is None)
        + GOOD_LENGTH * (len(parts) in GOOD_WORDS)
    )
    return Title(line, score, named)


def clean_headline(headline: str, publisher: str | None) -> str:
    """A headline as it stands, without the outlet's name behind a bar or dash ("... | The Example Post")."""
    line = " ".join(headline.split())
    for mark in (" | ", " - ", " – ", " — "):
        head, found, rest = line.rpartition(mark)
        if found and publisher and _same_outlet(rest, publisher):
            return head.strip()
    return line.partition(" | ")[0].strip() or line


def _same_outlet(words_after: str, publisher: str) -> bool:
    left = "".join(filter(str.isalnum, words_after.lower())).removeprefix("the")
    right = "".join(filter(str.isalnum, publisher.lower().removeprefix("www."))).removeprefix("the")
    return bool(left) and (left in right or right in left)
