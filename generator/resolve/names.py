"""Names as sequences of comparable parts: case, diacritics, punctuation and spelling of one sound folded away."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from rigour.names import tokenize_name
from text_unidecode import unidecode

from generator.resolve.lexicon import mapping, rows, words

# Shorter parts differ by too little to be folded.
MIN_FOLDED = 5

_REPEATED = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"(?<!^)[aeiou]+")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
# A "đ" beside these letters is Croatian or Serbian, not Vietnamese.
_SOUTH_SLAVIC = re.compile("[čćšžČĆŠŽ]")
_POSSESSIVE = re.compile("['’]s?$")


@lru_cache(maxsize=200_000)
def name_parts(name: str) -> tuple[str, ...]:
    """The parts of a name in lower-case ASCII letters and digits: "Kim Jong-un" -> ("kim", "jong", "un").

    Dotted initials count as one part when nothing else separates them ("U.S." -> ("us",)); a possessive ending is dropped.
    """
    if _SOUTH_SLAVIC.search(name):
        name = name.replace("Đ", "Dj").replace("đ", "dj")
    plain = _DOTTED.sub(lambda found: found.group().replace(".", ""), _POSSESSIVE.sub("", name.strip()))
    # Unidecode before tokenizing: a letter may become several ("Đ" -> "D", "ß" -> "ss").
    return tuple(tokenize_name(unidecode(plain.replace("’", "'")).lower()))


@lru_cache(maxsize=200_000)
def person_parts(name: str) -> tuple[str, ...]:
    """The parts of a person's name without leading titles and without generation marks; a ruler's title stays ("pope", "francis")."""
    parts = list(name_parts(name))
    titles, rules = words("honorifics.tsv"), ""
    # "Foreign Minister", "Defense Secretary": the portfolio goes with the title.
    if len(parts) > 2 and american(parts[0]) in words("state_words.tsv") and parts[1] in titles:
        parts.pop(0)
    while len(parts) > 1 and parts[0] in titles:
        title = parts.pop(0)
        rules = title if title in words("regnal_titles.tsv") else ""
    marks = words("regnal_numbers.tsv") if rules else mapping("suffixes.tsv")
    while len(parts) > 1 and parts[-1] in marks:
        parts.pop()
    return (rules, *parts) if rules and len(parts) == 1 else tuple(parts)


def is_ruler(parts: tuple[str, ...]) -> bool:
    """Whether the parts of a person's name are a ruler's title and one given name."""
    return len(parts) == 2 and parts[0] in words("regnal_titles.tsv")


def generation(name: str) -> str:
    """The generation mark of a person's name ("jr", "sr", "ii" ...), or ""."""
    parts = name_parts(name)
    if len(parts) > 2 and parts[0] in words("regnal_titles.tsv") and parts[-1] in words("regnal_numbers.tsv"):
        return parts[-1]
    return mapping("suffixes.tsv").get(parts[-1], "") if len(parts) > 1 else ""


def american(part: str) -> str:
    """A lower-case word in American spelling."""
    return mapping("spelling.tsv").get(part, part)


@cache
def _numbers() -> dict[str, str]:
    return {roman: str(number) for number, roman in enumerate(rows("regnal_numbers.tsv")[0], start=1)}


def arabic_numeral(part: str) -> str:
    """A lower-case word, in digits if it is a Roman numeral: "xiv" -> "14"."""
    return _numbers().get(part, part)


@lru_cache(maxsize=200_000)
def fold(part: str) -> str:
    """A name part as it sounds, whatever the transliteration system: "zelenskyy" and "zelenski" are one."""
    for found, folded in rows("transliteration.tsv"):
        part = part.replace(found, folded)
    return _REPEATED.sub(r"\1", part)


def sound(part: str) -> str:
    """`fold` for parts long enough that folding does not make different names one ("Lee" and "Li" stay two)."""
    return fold(part) if len(part) >= MIN_FOLDED else part


def skeleton(part: str) -> str:
    """The consonants of a folded part behind its first letter, for blocking: "andrei", "andrey" -> "andr"."""
    return _VOWELS.sub("", fold(part))
