"""Is a text English? By metadata where it says so, else by its function words."""

from __future__ import annotations

from generator.ingest.lexicon import function_words, words_of

# Running English has 40 % to 55 % function words, lists and sports tables some 20 %; other languages written in Latin
# letters share a few ("in", "me", "on", "an").
MIN_SHARE = 0.12
MIN_WORDS = 20
SAMPLE_CHARACTERS = 20_000


def is_english(text: str, language: str | None) -> bool:
    """Whether an article is in English: `language` is the tag of the metadata ("en-GB", "English") or None.

    The text itself has the last word only where the metadata says nothing; a text too short to judge counts as English when
    its letters are Latin.
    """
    if language:
        return language.lower().replace("_", "-").split("-")[0] in ("en", "eng", "english")
    words = [word for word in words_of(text[:SAMPLE_CHARACTERS]) if word != "#"]
    if len(words) < MIN_WORDS:
        return any(word.isascii() for word in words)
    return sum(word in function_words() for word in words) / len(words) >= MIN_SHARE
