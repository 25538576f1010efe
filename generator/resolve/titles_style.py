"""The last touches on a title: one kind of quotation marks, no gaps inside abbreviations, and not too long."""

from __future__ import annotations

MAX_LETTERS = 110
_ELLIPSIS = "…"
# Signs of trademarks, which no headline shows.
_NO_SIGNS = str.maketrans("", "", "®™©")


def styled(line: str) -> str:
    """The line with curly quotation marks and apostrophes, single spaces, and "U.S." for "U. S."; with a capital at its start."""
    parts: list[str] = []
    for part in line.translate(_NO_SIGNS).split():
        if parts and _is_initial(parts[-1]) and _is_initial(part) and parts[-1].count(".") < 3:
            parts[-1] += part
        else:
            parts.append(part)
    told = _curly(" ".join(parts))
    place = next((number for number, mark in enumerate(told) if mark.isalnum()), 0)
    return told[:place] + told[place : place + 1].upper() + told[place + 1 :]


def trimmed(line: str) -> str:
    """A line of at most MAX_LETTERS letters: cut behind its last whole word, which an ellipsis marks."""
    line = " ".join(line.split()).rstrip(".")
    if len(line) <= MAX_LETTERS:
        return line
    kept = line[: MAX_LETTERS - 1].rpartition(" ")[0]
    return kept.rstrip(",;:–—- ") + _ELLIPSIS


def _is_initial(part: str) -> bool:
    return part.endswith(".") and all(len(piece) == 1 and piece.isalpha() for piece in part[:-1].split("."))


def _curly(line: str) -> str:
    made: list[str] = []
    for number, mark in enumerate(line):
        opens = number == 0 or line[number - 1] in " (["
        closed = "’" in line[number + 1 :] or "'" in line[number + 1 :]
        if mark == '"':
            made.append("“" if opens else "”")
        elif mark == "'":
            made.append("‘" if opens and closed and not line[number + 1 : number + 2].isdigit() else "’")
        else:
            made.append(mark)
    return "".join(made)
