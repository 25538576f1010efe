"""In which language is a text? By metadata where it says so, else by letters and function words."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import cache

from rigour.langs import iso_639_alpha2

from generator.ingest.lexicon import function_words, load_data, words_of

MIN_WORDS = 20
SAMPLE_CHARACTERS = 20_000
# A text of which more letters than this are not Latin is not English.
MAX_FOREIGN_LETTERS = 0.3
# Of the foreign letters, at least so many must be of a script that stands higher in the lexicon (kana before Chinese letters).
MIN_SCRIPT_SHARE = 0.1
# The other language must be there in earnest, and clearly more than English: names and quotations prove nothing.
MIN_SHARE = 0.08
MIN_RATIO = 1.5
ENGLISH = "en"
_UNKNOWN = "und"


def find_language(text: str, declared: str | None) -> str:
    """Language tag of a text, in lower case: "en", "en-gb", "pt", "und-cyrl" (BCP 47); "en" when nothing speaks against it.

    `declared` is the tag or name in the metadata ("en-GB", "Portuguese") or None; what it says counts.
    """
    if declared:
        return _tag(declared)
    sample = text[:SAMPLE_CHARACTERS]
    words = words_of(sample)
    script = _script(sample)
    return _by_words(words) or ENGLISH if script is None else _by_script(words, script)


def is_english(tag: str) -> bool:
    """Whether a tag of `find_language` is English of any kind."""
    return tag.partition("-")[0] == ENGLISH


def language_words(tag: str) -> str:
    """A language tag in words: "Portuguese", "a language in Cyrillic letters", or the tag itself."""
    data = load_data("languages.yaml")
    for script in data["scripts"].values():
        if script["tag"] == tag and tag.startswith(_UNKNOWN):
            return f"a language in {script['name']} letters"
    return str(data["names"].get(tag.partition("-")[0]) or ("another language" if tag == _UNKNOWN else f"“{tag}”"))


def _tag(declared: str) -> str:
    """A tag or name of a language as a tag with a two-letter code where there is one."""
    first, *rest = declared.lower().replace("_", "-").split("-")
    return "-".join([iso_639_alpha2(first) or first, *rest])


def _script(sample: str) -> str | None:
    """First word of the Unicode names of the letters of a text that is not in Latin letters, or None for Latin ones."""
    letters = Counter(char for char in sample if char.isalpha())
    foreign = {char: count for char, count in letters.items() if char > "\u024f"}
    scripts: Counter[str] = Counter()
    for char, count in foreign.items():
        scripts[unicodedata.name(char, "LATIN").split()[0]] += count
    total = sum(scripts.values()) - scripts.pop("LATIN", 0)
    if not total or total <= MAX_FOREIGN_LETTERS * sum(letters.values()):
        return None
    known = (name for name in load_data("languages.yaml")["scripts"] if scripts[name] >= MIN_SCRIPT_SHARE * total)
    return next(known, "")


def _by_script(words: list[str], script: str) -> str:
    """The language of a text in a script; the script alone when several languages share it and no words decide."""
    entry = load_data("languages.yaml")["scripts"].get(script)
    if entry is None:
        return _UNKNOWN
    tag: str = entry["tag"]
    return _by_words(words) or tag if tag.startswith(_UNKNOWN) else tag


def _by_words(words: list[str]) -> str | None:
    """The tag of the language whose function words outnumber the English ones clearly, or None."""
    if len(words) < MIN_WORDS:
        return None
    english = sum(word in function_words() for word in words)
    counts = {tag: sum(word in frozen for word in words) for tag, frozen in _lists().items()}
    tag = max(sorted(counts), key=lambda each: counts[each])
    return tag if counts[tag] >= max(MIN_SHARE * len(words), MIN_RATIO * english) else None


@cache
def _lists() -> dict[str, frozenset[str]]:
    """Tag -> function words that English lacks."""
    return {tag: frozenset(words) - function_words() for tag, words in load_data("other_languages.yaml").items()}
