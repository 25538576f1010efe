"""Headlines as the outlets wrote them: without the outlet's name, labels and the day, and which of them tell news."""

from __future__ import annotations

from collections.abc import Set
from itertools import pairwise

from generator.resolve.titles_words import words

MIN_UNDATED, MIN_WORDS, MAX_LETTERS = 5, 3, 110
_RIM = "‘’“”'\".,:;!?()[]"
_CLOSING = "’”'\""
_TRUNCATED = ("...", "…", "..")
_SEPARATORS = (" | ", " - ", " – ", " — ")


def clean_headline(headline: str, publisher: str | None) -> str:
    """A headline as it stands, without a label at its rims and the outlet's name behind a bar or dash ("... | The Example Post")."""
    line = _unlabeled(" ".join(headline.split()))
    for mark in _SEPARATORS:
        head, found, rest = line.rpartition(mark)
        if found and publisher and _same_outlet(rest, publisher):
            line = head.strip()
            break
    else:
        line = line.partition(" | ")[0].strip() or line
    return _unended(line)


def _unended(line: str) -> str:
    """The line without the point of a sentence at its end, also where it stands before a closing quotation mark."""
    stem = line.rstrip(_CLOSING)
    last = stem.rpartition(" ")[2]
    if stem.endswith((";", ",", ":")) or (stem.endswith(".") and "." not in last[:-1] and len(last) > len("U.")):
        return stem[:-1] + line[len(stem) :]
    return line


def _unlabeled(line: str) -> str:
    """The line without "(VIDEO)" at its end and "Breaking:" at its start."""
    head, found, label = line.rpartition(" (")
    if found and label.endswith(")") and label.isupper():
        line = head
    for mark in (":", " -", "-"):
        label, found, rest = line.partition(mark)
        if found and rest.strip() and label.strip().lower() in words("labels"):
            line = rest.strip()
            return line[:1].upper() + line[1:]
    return line


def undated(line: str) -> str:
    """A headline without the day at its end ("... on Friday", "... last month"): its page gives the date."""
    parts = line.split()
    dated = len(parts) > MIN_UNDATED and parts[-1].lower() in words("calendar") and parts[-2].lower() in words("dating")
    return " ".join(parts[:-2]) if dated else line


def headline_words(headline: str) -> frozenset[str]:
    """The lower-case words of a headline, without punctuation at their rims."""
    return frozenset(word.strip(_RIM).lower() for word in headline.split())


def is_news(headline: str) -> bool:
    """Whether a headline tells what happened: no question, no invitation to read or watch."""
    first = headline.split()[0].lower().strip("‘“'\".,:’”") if headline.split() else ""
    return "?" not in headline and first not in words("no_news") and not first.endswith("ing")


def is_telling(headline: str, verbs: Set[str]) -> bool:
    """Whether a headline is news, told as a whole sentence: not cut short, no opinion, with a verb among `verbs`."""
    parts = [word.strip(_RIM).lower() for word in headline.split()]
    whole = is_news(headline) and is_closed(headline) and not headline.endswith(_TRUNCATED) and len(parts) > MIN_WORDS
    return whole and len(headline) <= MAX_LETTERS and not is_opinion(headline) and bool(verbs & set(parts[1:]))


def is_closed(headline: str) -> bool:
    """Whether every quotation mark has its other half."""
    opened = sum(word[:1] in "'‘" for word in headline.split())
    closed = sum(
        word.rstrip(".,:;!?")[-1:] in "'’" and not word.rstrip(".,:;!?").endswith(("s'", "s’"))
        for word in headline.split()
    )
    return headline.count('"') % 2 == 0 and headline.count("“") == headline.count("”") and opened == closed


def is_pending(headline: str) -> bool:
    """Whether a headline tells of what was still to come."""
    return bool(words("pending").intersection(headline_words(headline)))


def is_under_way(headline: str) -> bool:
    """Whether a headline tells of something whose outcome nobody knew: a race, a hunt, a live report."""
    return bool(words("under_way").intersection(headline_words(headline)))


def is_opinion(headline: str) -> bool:
    """Whether a headline judges, teases, speaks to its readers, or gives nothing but somebody's words."""
    parts = [word.strip(_RIM).lower() for word in headline.split()]
    spoken = headline[:1] in '"“‘' and headline[-1:] in '"”’'
    pairs = {" ".join(two) for two in pairwise(parts)}
    return spoken or bool(words("opinion").intersection({*parts, *pairs}))


def _same_outlet(words_after: str, publisher: str) -> bool:
    left = "".join(filter(str.isalnum, words_after.lower())).removeprefix("the")
    right = "".join(filter(str.isalnum, publisher.lower().removeprefix("www."))).removeprefix("the")
    return bool(left) and (left in right or right in left)
