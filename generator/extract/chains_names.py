"""Are two names of people forms of one name? By words, initials, order and spelling; no knowledge of who they are."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

from generator.extract.mentions_lexicons import family_names_first, given_names, name_particles, nicknames

_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "phd", "md"})
_GENERATIONS = frozenset({"jr", "sr", "ii", "iii", "iv"})
_MIN_LETTERS_FOR_SPELLING = 4


@lru_cache(maxsize=65536)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name as they are compared: lower case, no diacritics, hyphens as spaces, particles tied to what follows.

    "Kim Jong-un" -> kim, jong, un; "Bashar al-Assad" -> bashar, alassad; suffixes such as "Jr." are left out.
    """
    return _words(name.replace("-", " ").replace("‑", " ").replace("–", " "))


@lru_cache(maxsize=65536)
def units_of(name: str) -> tuple[str, ...]:
    """The same with hyphens left out, so that what is written as one word is one: "Ana Ruiz-Holm" -> ana, ruizholm."""
    if "-" not in name:
        return words_of(name)
    parts = [part if _particle_of(part) else part.replace("-", "") for part in name.split()]
    return _words(" ".join(parts).replace("-", " "))


def _particle_of(part: str) -> bool:
    return part.split("-")[0].casefold() in name_particles()


def _words(name: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKD", name.replace("\u00ad", "").replace("’", "'"))
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign)).casefold()
    words = [word.strip(".,'\"“”()") for word in letters.replace(".", " ").split()]
    found: list[str] = []
    tied = ""
    for number, word in enumerate(item for item in words if item):
        if word in name_particles() and number < len(words) - 1:
            tied += word
        elif word not in _SUFFIXES or not found:
            found.append(tied + word.replace("'", ""))
            tied = ""
    return tuple(found)


@lru_cache(maxsize=65536)
def is_family_first(name: str) -> bool:
    """Whether the first word is probably the family name: a known family name of that usage and no given name of another."""
    parts = name.replace("-", " ").split()
    return len(parts) > 1 and parts[0] in family_names_first() and parts[0] not in given_names()


def surnames_of(name: str) -> tuple[str, ...]:
    """The words under which a full name may be taken up again as a surname: the last one, and the first in family-first names."""
    words = units_of(name)
    if len(words) < 2:
        return words
    return (words[0], words[-1]) if is_family_first(name) and len(words) < 4 else (words[-1],)


def generation_of(name: str) -> str:
    """What tells a son from his father of the same name: "jr", "sr", "ii", "iii", "iv", or ""."""
    last = name.replace(".", " ").replace(",", " ").casefold().split()[-1:]
    return last[0] if last and last[0] in _GENERATIONS else ""


@lru_cache(maxsize=65536)
def same_person(left: str, right: str) -> bool:
    """Whether the two names can be one person's: nothing in them contradicts. Symmetric."""
    short, long = sorted((left, right), key=lambda name: len(words_of(name)))
    if "".join(words_of(short)) in units_of(long):
        return True
    a, b = words_of(short), words_of(long)
    if len(a) > 1 and generation_of(short) != generation_of(long):
        return False
    if not a or "".join(a) == "".join(b) or len(a) == 1:
        return not a or "".join(a) == "".join(b) or _is_part(a[0], b)
    if a[-1] == b[-1] or _alike(a[-1], b[-1]):
        return _given_agree(a[:-1], b[:-1])
    return a[0] == b[0] and set(a) <= set(b)


def _is_part(word: str, words: tuple[str, ...]) -> bool:
    return word in words or any(item.endswith(word) and item[: -len(word)] in name_particles() for item in words)


def _given_agree(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """Whether given names go together: the first ones are equal, alike or an initial; the others are all in the longer list."""
    if not _given_alike(a[0], b[0]):
        return False
    rest = b[1:]
    return all(any(_given_alike(word, other) for other in rest) for word in a[1:]) if rest else True


def _given_alike(a: str, b: str) -> bool:
    if len(a) == 1 or len(b) == 1:
        return a[0] == b[0]
    if (a, b) in nicknames() or (b, a) in nicknames():
        return True
    genders = {given_names().get(word.capitalize(), "") for word in (a, b)}
    return a == b or (_alike(a, b) and genders != {"m", "f"})


def _alike(a: str, b: str) -> bool:
    """Spellings of one word: one letter differs ("Andrei", "Andrey"), in words that are long enough; the first letter is equal."""
    return min(len(a), len(b)) >= _MIN_LETTERS_FOR_SPELLING and a[0] == b[0] and OSA.distance(a, b) <= 1
