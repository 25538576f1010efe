"""Is a text English? By metadata where it says so, else by letters and function words."""

from __future__ import annotations

import unicodedata

from generator.ingest.lexicon import function_words, load_data, words_of

MIN_WORDS = 20
SAMPLE_CHARACTERS = 20_000
# A text of which more letters than this are not Latin is not English.
MAX_FOREIGN_LETTERS = 0.3
# The other language must be there in earnest, and clearly more than English: names and quotations prove nothing.
MIN_SHARE = 0.08
MIN_RATIO = 1.5
ENGLISH = frozenset({"en", "eng", "english"})


def other_language(text: str, language: str | None) -> str | None:
    """The language of a text that is not English, as a tag ("it") or in words, or None when it is English or can't be told.

    `language` is the tag of the metadata ("en-GB", "English") or None; what it says counts.
    """
    if language:
        return None if language.lower().replace("_", "-").split("-")[0] in ENGLISH else language
    sample = text[:SAMPLE_CHARACTERS]
    letters = [char for char in sample if char.isalpha()]
    foreign = sum(1 for char in letters if char > "\u024f" and not unicodedata.name(char, "").startswith("LATIN"))
    if letters and foreign > MAX_FOREIGN_LETTERS * len(letters):
        return "not in Latin letters"
    return _by_words(words_of(sample))


def _by_words(words: list[str]) -> str | None:
    """The tag of the language whose function words outnumber the English ones clearly, or None."""
    if len(words) < MIN_WORDS:
        return None
    english = sum(word in function_words() for word in words)
    counts = {tag: sum(word in frozen for word in words) for tag, frozen in _lists().items()}
    tag = max(sorted(counts), key=lambda each: counts[each])
    return tag if counts[tag] >= max(MIN_SHARE * len(words), MIN_RATIO * english) else None


def _lists() -> dict[str, frozenset[str]]:
    """Tag -> function words that English lacks."""
    return {tag: frozenset(words) - function_words() for tag, words in load_data("other_languages.yaml").items()}
