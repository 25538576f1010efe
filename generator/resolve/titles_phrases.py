"""Where a phrase of a title may end: at no mark, at no half of a name, and not before the rest of a noun phrase."""

from __future__ import annotations

from generator.resolve.titles_words import words

# Characters behind the last participant that are looked at, and words that an "of" phrase may have.
MAX_REST = 60
MAX_OF, MAX_OF_WORDS = 80, 5
_PARTICIPLES = ("ing", "ed")
_BREAKS = frozenset(',;:()[]“”"—–|\n?!')
_ENDS = frozenset('”".!?')
_QUOTES = frozenset('“”"')


def rest_of_name(text: str, end: int) -> str:
    """What belongs to the last word at `end`: the rest of a name ("the app | Gram"), a particle of the verb ("singled them | out")."""
    kept: list[str] = []
    if text[end - 1 : end] in _ENDS:
        return ""
    for word in text[end : end + MAX_REST].partition("\n")[0].split(" ")[1:] if text[end : end + 1] == " " else []:
        bare = word.rstrip(".,;:!?")
        named = bare[:1].isupper() and bare.isalpha() and bare.lower() not in words("calendar")
        if not named and not (not kept and bare in words("particles")):
            break
        kept.append(bare)
        if bare != word:
            break
    return "".join(f" {word}" for word in kept)


def is_cut(text: str, end: int) -> bool:
    """Whether the noun phrase goes on with "of" behind `end`."""
    return text[end : end + 4] == " of "


def is_complemented(text: str, end: int) -> bool:
    """Whether what follows turns the sense: "found the well | to be empty"."""
    following = text[end : end + MAX_REST].split()[:2]
    return len(following) == 2 and following[0] == "to" and following[1] in words("copulas")


def of_phrase(text: str, end: int) -> str | None:
    """The rest of a noun phrase that goes on with "of" ("the transfer | of two million crowns"); None when its end is not plain."""
    if not is_cut(text, end):
        return ""
    kept: list[str] = []
    for word in text[end : end + MAX_OF].partition("\n")[0].split()[1:]:
        bare = word.rstrip(".,;:!?")
        if kept and (bare.lower() in words("dangling") or bare.lower().endswith(_PARTICIPLES)):
            break
        if bare.lower() in words("unclear") or has_break(bare) or len(kept) == MAX_OF_WORDS:
            return None
        kept.append(bare)
        if bare != word:
            break
    line = " ".join(kept)
    return f" of {line}" if kept and kept[-1].lower() not in words("dangling") else None


def has_break(line: str, balanced: bool = False) -> bool:
    """Whether a punctuation mark breaks the line; commas inside numbers do not, nor do closed quotation marks if `balanced`."""
    if "--" in line:
        return True
    if any(part[0] in "'’" and part.lower() not in ("'s", "’s") for part in line.split()):
        return True  # a single quotation mark, not an apostrophe
    marks = [
        mark
        for place, mark in enumerate(line)
        if mark in _BREAKS
        and not (mark == "," and line[place - 1 : place].isdigit() and line[place + 1 : place + 2].isdigit())
    ]
    if balanced and all(mark in _QUOTES for mark in marks):
        return len(marks) % 2 == 1
    return bool(marks)


def is_broken(gap: str) -> bool:
    """Whether a mark or an unclear word stands in the words between verb and participant."""
    return has_break(gap) or any(part.lower() in words("unclear") for part in gap.split())
