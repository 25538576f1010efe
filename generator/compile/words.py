"""Small words: plurals, lists, kinds. The words themselves stand in `lexicons/words.yml`."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml

_LEXICON = Path(__file__).parent / "lexicons" / "words.yml"
# What may stand around a name and is no part of it.
_EDGES = " .,;:!?\"“”()[]'"
_SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")


@cache
def lexicon() -> dict[str, Any]:
    """The words of the pages, by topic."""
    loaded: dict[str, Any] = yaml.safe_load(_LEXICON.read_text(encoding="utf-8"))
    return loaded


def plural(count: int, one: str, many: str = "") -> str:
    """ "1 article", "2 articles", "1,204 articles"; `many` for words whose plural is not formed with -s."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def times(count: int) -> str:
    """ "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(count, plural(count, "time"))


def spelled(count: int) -> str:
    """Numbers below ten as a word, others in figures with thousands separated."""
    return _SMALL[count] if 0 <= count < len(_SMALL) else f"{count:,}"


def listing(items: Sequence[str], last: str = "and", limit: int = 0) -> str:
    """ "a", "a and b", "a, b and c"; with a limit "a, b and 3 others"."""
    shown = list(items)
    if limit and len(shown) > limit + 1:
        shown = [*shown[:limit], f"{len(items) - limit} others"]
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} {last} {shown[-1]}"


def capitalized(text: str) -> str:
    """The text with its first letter in upper case, the rest as it was."""
    return text[:1].upper() + text[1:]


def kind_word(kind: str, many: bool = False) -> str:
    """The word for a type of entity: "person" -> "person", or "people"."""
    words: dict[str, list[str]] = lexicon()["kinds"]
    one, several = words.get(kind, words["other"])
    return several if many else one


def pronoun(kind: str) -> dict[str, str]:
    """How a heading speaks of an entity of this type: `who` ("they"), `whom`, `whose`, and `verb` ("are")."""
    words: dict[str, dict[str, Any]] = lexicon()["pronouns"]
    return words["people" if kind in words["people"]["types"] else "things"]


def event_type(kind: str) -> str:
    """The type of an event in words; a type that the lexicon lacks is shown with its underscores as spaces."""
    words: dict[str, str] = lexicon()["event_types"]
    return words.get(kind, kind.replace("_", " ").strip())


def role_word(role: str) -> str:
    """What taking part in this role means, in words; "" when there is nothing to say."""
    words: dict[str, str] = lexicon()["participant_roles"]
    return words.get(role, "")


def language_name(code: str) -> str:
    """The English name of a language by its ISO 639-1 code; "another language" for a code that the lexicon lacks."""
    names: dict[str, str] = lexicon()["languages"]
    return names.get(code.partition("-")[0].lower(), "another language")


def form_key(form: str) -> str:
    """What forms have in common that differ in case, accents, full stops, plural or possessive only: "The Wires'" -> "wire"."""
    plain = unicodedata.normalize("NFKD", form).casefold().replace("’", "'")
    letters = "".join(sign for sign in plain if not unicodedata.combining(sign) and sign != ".")
    key = " ".join(letters.split()).strip(_EDGES).removesuffix("'s").strip(_EDGES).removeprefix("the ")
    return key[:-1] if len(key) > 2 and key.endswith("s") and not key.endswith("ss") else key
