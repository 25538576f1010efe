"""The one place where text becomes Markdown. Every piece of article text on a page passes `escape`.

Templates call it for every plain string they print (see `templates.py`), so that forgetting it isn't possible;
text that is Markdown already is a `Markup`.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup

# Byte order mark and the bidirectional embeddings, overrides and isolates. The marks LRM and RLM stay: real Arabic and
# Hebrew need them.
_DROPPED = frozenset(map(chr, (0xFEFF, 0xFFFE, 0xFFFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A))))
_DROPPED_CATEGORIES = frozenset({"Cc", "Cs"})
# Punctuation that Markdown (with any common extension), HTML, a template or an attribute could read, wherever it stands.
_ALWAYS = frozenset('\\`*_{}[]<>&#|~^="$@')
# Punctuation that is read at the start of a line only: lists, quotes, definitions, front matter, admonitions.
_AT_START = frozenset("-+.:)(!?%/;,'")
_DIGITS = frozenset("0123456789")


def clean(text: str) -> str:
    """`text` on one line: control characters, BOM and bidi overrides dropped, every run of white space one space.

    White space at either end becomes one space too, so that neighbours can be joined again.
    """
    folded = " ".join(text.split()) if text.strip() else ""
    kept = "".join(
        char for char in folded if char not in _DROPPED and unicodedata.category(char) not in _DROPPED_CATEGORIES
    )
    if not kept:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{kept}{' ' * text[-1].isspace()}"


@lru_cache(maxsize=20_000)
def escape(text: str) -> Markup:
    """Any text as Markdown that shows exactly this text: punctuation that could be read as markup becomes an entity.

    The outcome is one line, safe in a paragraph, a heading, a table cell, a link text and a link title.
    """
    line = clean(text)
    lead = len(line) - len(line.lstrip(" "))
    marker = lead
    while marker < len(line) and line[marker] in _DIGITS:
        marker += 1
    return Markup(  # noqa: S704 - this is the function that makes text safe
        "".join(_character(line, index, index == marker) for index in range(len(line)))
    )


def _character(line: str, index: int, at_marker: bool) -> str:
    """One character of a line; `at_marker` where a list's number would end or a line's first sign stands."""
    char = line[index]
    if char in _ALWAYS or (at_marker and _is_marker(line, index)) or _repeated(line, index) or _in_address(line, index):
        return f"&#{ord(char)};"
    return char


def _is_marker(line: str, index: int) -> bool:
    """Whether the sign could begin a block here. Behind a number only with white space after it: "1986. A", not "3.5"."""
    if line[index - 1 : index] in _DIGITS and index:
        return line[index] in ".)" and line[index + 1 : index + 2].strip() == ""
    return line[index] in _AT_START


def _repeated(line: str, index: int) -> bool:
    """Whether this sign is one of a run that could be read as a rule, a dash, a snippet or a mark ("--", "::", "++")."""
    char = line[index]
    return char in "-+:!%=" and char in (line[index - 1 : index], line[index + 1 : index + 2])


def _in_address(line: str, index: int) -> bool:
    """Whether this sign would let a renderer that links bare addresses see one ("https:", "www.")."""
    if line[index] == ":":
        return line[index + 1 : index + 2] == "/" or line[max(0, index - 6) : index].lower() == "mailto"
    return line[index] == "." and line[max(0, index - 3) : index].lower() == "www"


def raw(markdown: str) -> Markup:
    """Markdown of our own making. Never call this with text of an article."""
    return Markup(markdown)  # noqa: S704


def link(words: str | Markup, target: str, title: str = "") -> Markup:
    """`[words](target "title")`; an empty target gives the words alone. `target` is a page address of ours or `web_address`."""
    shown = words if isinstance(words, Markup) else escape(words.strip())
    if not target or not shown:
        return shown
    hint = f' "{escape(title.strip())}"' if title.strip() else ""
    return raw(f"[{shown}]({target}{hint})")


def join(parts: Iterable[str | Markup], separator: str = "") -> Markup:
    """The parts, escaped where they are plain text, with `separator` (Markdown of ours) between them."""
    return raw(separator.join(part if isinstance(part, Markup) else escape(part) for part in parts))


def web_address(url: str | None) -> str:
    """`url` as a link target when it is a plain http(s) address without white space or signs that could end a link; else "".

    Signs outside the unreserved and the common reserved ones are percent-encoded.
    """
    address = (url or "").strip()
    scheme, mark, rest = address.partition("://")
    if scheme.lower() not in {"http", "https"} or not mark or not rest or clean(address) != address or " " in address:
        return ""
    return f"{scheme.lower()}://" + "".join(char if _kept_in_address(char) else _percent(char) for char in rest)


def _kept_in_address(char: str) -> bool:
    return char.isascii() and (char.isalnum() or char in "-._~:/?#@!$,;=%+&")


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
