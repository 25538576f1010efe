"""What stands inside and outside quotation marks."""

from __future__ import annotations

_OPENING, _CLOSING, _EITHER = "“«„", "”»", '"'
_MARKS = _OPENING + _CLOSING + _EITHER


def divided(text: str) -> tuple[str, str]:
    """The text outside and inside double quotation marks, each with spaces for the other; a mark holds to the end of its line."""
    outside: list[str] = []
    within: list[str] = []
    for line in text.split("\n"):
        start, inside = 0, False
        for place, char in enumerate(line):
            if char in _MARKS:
                (within if inside else outside).append(line[start:place])
                (outside if inside else within).append(" " * (place - start))
                start, inside = place, char in _OPENING or (char in _EITHER and not inside)
        (within if inside else outside).append(line[start:] + " ")
        (outside if inside else within).append(" " * (len(line) - start + 1))
    return "".join(outside), "".join(within)
