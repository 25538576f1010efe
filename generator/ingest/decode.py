"""Bytes -> text: byte order mark, then UTF-8, then Windows-1252, then a detector; and the normal form of characters."""

from __future__ import annotations

import codecs
import unicodedata

from charset_normalizer import from_bytes

from generator.errors import ArticleError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_REMEDY = "Save it as UTF-8 text."
# More of other control characters than this share is no text.
MAX_CONTROL_SHARE = 0.02
# The detector looks at this much: enough to tell one code page from another, whatever the size of the file.
DETECTED_BYTES = 65_536
# English with at most this share of other letters and quotation marks, and not UTF-8, is Windows-1252 in practice (the WHATWG
# default); a detector has too little to go by there.
MAX_HIGH_SHARE = 0.1
# LRM and RLM stay: real Arabic and Hebrew need them.
_KEPT_FORMAT = frozenset("\u200c\u200d\u200e\u200f")
_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
_LINE_ENDS = {0x85: "\n", 0x2028: "\n", 0x2029: "\n", 0x0B: "\n", 0x0C: "\n"}


def decode(data: bytes) -> str:
    """The text of a file, with line ends as "\\n" and characters normalized (see `normalize`).

    Raises ArticleError for an empty file, for one that holds NUL or mostly control characters, and for one whose
    encoding nobody can tell.
    """
    if not data.strip():
        raise ArticleError("The file is empty.", "Put the article's text into it, or delete it.")
    text = _decode_bytes(data)
    if "\0" in text or _control_share(text) > MAX_CONTROL_SHARE:
        raise ArticleError("The file is binary, not text.", _REMEDY)
    text = normalize(text)
    if not text.strip():
        raise ArticleError("The file is empty.", "Put the article's text into it, or delete it.")
    return text


def normalize(text: str) -> str:
    """NFC; every kind of line end becomes "\\n"; every other white space a plain space; controls, invisible format
    characters (bidi overrides, soft hyphens, byte order marks), lone surrogates and unassigned code points are dropped."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LINE_ENDS)
    # Each character is looked up once, however often it stands in the text.
    return unicodedata.normalize("NFC", text.translate({ord(char): _fold(char) for char in set(text)}))


def _fold(char: str) -> str:
    if char == "\n" or " " < char < "\x7f":
        return char
    if char.isspace():
        return " "
    if char in _KEPT_FORMAT:
        return char
    return "" if unicodedata.category(char) in _DROPPED_CATEGORIES else char


def _decode_bytes(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise ArticleError(f"The file says it is {encoding}, but is not.", _REMEDY) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _detect(data)


def _detect(data: bytes) -> str:
    if b"\0" in data:
        raise ArticleError("The file is binary, not text.", _REMEDY)
    if sum(byte >= 0x80 for byte in data) <= MAX_HIGH_SHARE * len(data):
        try:
            return data.decode("cp1252")
        except UnicodeDecodeError:
            pass  # not the usual one: the detector decides
    best = from_bytes(data[:DETECTED_BYTES]).best()
    if best is None:
        raise ArticleError("The file's encoding can't be told.", _REMEDY)
    return data.decode(best.encoding, "replace")


def _control_share(text: str) -> float:
    controls = (char for char in set(text) if unicodedata.category(char) == "Cc" and char not in "\n\r\t\f\v\x85")
    return sum(text.count(char) for char in sorted(controls)) / max(1, len(text))
