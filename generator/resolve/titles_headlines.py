"""Headlines as the outlets wrote them: without the outlet's name and the day, and which of them tell news."""

from __future__ import annotations

from generator.resolve.titles_words import words

MIN_UNDATED = 5


def clean_headline(headline: str, publisher: str | None) -> str:
    """A headline as it stands, without the outlet's name behind a bar or dash ("... | The Example Post")."""
    line = " ".join(headline.split())
    head, found, label = line.rpartition(" (")
    if found and label.endswith(")") and label.isupper():
        line = head  # "(VIDEO)"
    for mark in (" | ", " - ", " – ", " — "):
        head, found, rest = line.rpartition(mark)
        if found and publisher and _same_outlet(rest, publisher):
            return head.strip()
    return line.partition(" | ")[0].strip() or line


def undated(line: str) -> str:
    """A headline without the day at its end ("... on Friday", "... last month"): its page gives the date."""
    parts = line.split()
    dated = len(parts) > MIN_UNDATED and parts[-1].lower() in words("calendar") and parts[-2].lower() in words("dating")
    return " ".join(parts[:-2]) if dated else line


def headline_words(headline: str) -> frozenset[str]:
    """The lower-case words of a headline, without punctuation at their rims."""
    return frozenset(word.strip("‘’“”'\".,:;!?()[]").lower() for word in headline.split())


def is_news(headline: str) -> bool:
    """Whether a headline tells what happened: no question, no invitation to read or watch."""
    first = headline.split()[0].lower().strip("‘“'\".,:’”") if headline.split() else ""
    return "?" not in headline and first not in words("no_news")


def _same_outlet(words_after: str, publisher: str) -> bool:
    left = "".join(filter(str.isalnum, words_after.lower())).removeprefix("the")
    right = "".join(filter(str.isalnum, publisher.lower().removeprefix("www."))).removeprefix("the")
    return bool(left) and (left in right or right in left)
