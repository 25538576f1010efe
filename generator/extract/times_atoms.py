"""Atoms: letters, numbers and signs of a sentence, the alphabet of the grammars of times and figures.

A grammar over a pipeline's tokens would depend on how that pipeline cuts "34-year-old", "$1.2bn" or "2018-06-04"; atoms
are cut the same way under every pipeline and know the token that they lie in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from generator.model import Span

_ATOM = re.compile(r"(?P<number>\d+(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<word>[^\W\d_]+)|(?P<sign>\S)")


@dataclass(frozen=True, slots=True)
class Atom:
    """`kind` is "number", "word", "sign", or "" beyond the end; `glued`: no space before it; `token` the spaCy token around it."""

    start: int
    end: int
    text: str
    kind: str
    glued: bool
    token: Token | None

    @property
    def low(self) -> str:
        """The text in lower case."""
        return self.text.lower()

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def tag(self) -> str:
        """The fine-grained tag of its token, "" when the pipeline gives none."""
        return self.token.tag_ if self.token is not None else ""


END = Atom(-1, -1, "", "", False, None)
Atoms = Sequence[Atom]


def read_atoms(doc: Doc, span: Span) -> tuple[Atom, ...]:
    """The atoms of `doc.text` inside `span`, in order; offsets are those of the document."""
    starts = [token.idx for token in doc]
    found: list[Atom] = []
    for match in _ATOM.finditer(doc.text, span.start, span.end):
        place = bisect_right(starts, match.start()) - 1
        glued = bool(found) and found[-1].end == match.start()
        kind = match.lastgroup or ""
        found.append(Atom(match.start(), match.end(), match.group(), kind, glued, doc[place] if place >= 0 else None))
    return tuple(found)


def at(atoms: Atoms, i: int) -> Atom:
    """The atom at `i`, or an empty one outside of the sentence."""
    return atoms[i] if 0 <= i < len(atoms) else END


def digits(atom: Atom) -> int | None:
    """The value of a number atom of digits alone ("29"), else None ("2,018", "1.5", "ten")."""
    return int(atom.text) if atom.kind == "number" and atom.text.isascii() and atom.text.isdigit() else None


def skip(atoms: Atoms, i: int, words: frozenset[str] | set[str] | Sequence[str]) -> int:
    """The place after the atom at `i` if it is one of `words` (lower case), else `i`."""
    return i + 1 if at(atoms, i).low in words else i


def match_phrase(atoms: Atoms, i: int, phrase: str) -> int | None:
    """The place after `phrase` (lower-case atoms, separated by spaces) if it stands at `i`, else None."""
    for word in phrase.split():
        if at(atoms, i).low.replace("’", "'") != word:
            return None
        i += 1
    return i


def longest_phrase(atoms: Atoms, i: int, phrases: Sequence[str]) -> tuple[str, int] | None:
    """The longest of `phrases` that stands at `i`, and the place after it."""
    best: tuple[str, int] | None = None
    for phrase in phrases:
        end = match_phrase(atoms, i, phrase)
        if end is not None and (best is None or end > best[1]):
            best = (phrase, end)
    return best
