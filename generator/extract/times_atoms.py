"""Atoms: letters, numbers and signs of a sentence, the alphabet of the grammars of times and figures.

A grammar over a pipeline's tokens would depend on how that pipeline cuts "34-year-old", "$1.2bn" or "2018-06-04"; atoms
are cut the same way under every pipeline and know the token that they lie in.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from generator.extract.text import text_of
from generator.extract.times_lexicon import phrases
from generator.model import Span

_ATOM = re.compile(r"(?P<number>\d+(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?)|(?P<word>[^\W\d_]+)|(?P<sign>\S)")


@dataclass(frozen=True, slots=True)
class Atom:
    """A run of letters, a number or a sign.

    kind   "number", "word", "sign", or "" beyond the end of the sentence
    glued  no space stands before it
    token  the spaCy token around it
    low    the text in lower case, a curly apostrophe straightened
    """

    start: int
    end: int
    text: str
    kind: str
    glued: bool
    token: Token | None
    low: str

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()

    @property
    def tag(self) -> str:
        """The fine-grained tag of its token, "" when the pipeline gives none."""
        return self.token.tag_ if self.token is not None else ""


END = Atom(-1, -1, "", "", False, None, "")
Atoms = Sequence[Atom]


def read_atoms(doc: Doc, spans: Sequence[Span]) -> Iterator[tuple[Atom, ...]]:
    """The atoms of `doc.text` inside each of `spans`, in order; offsets are those of the document."""
    tokens = list(doc)
    starts = [token.idx for token in tokens]
    for span in spans:
        yield _atoms(text_of(doc), tokens, starts, span)


def _atoms(text: str, tokens: Sequence[Token], starts: Sequence[int], span: Span) -> tuple[Atom, ...]:
    found: list[Atom] = []
    for match in _ATOM.finditer(text, span.start, span.end):
        place = bisect_right(starts, match.start()) - 1
        glued = bool(found) and found[-1].end == match.start()
        token = tokens[place] if place >= 0 else None
        word = match.group()
        low = word.lower().replace("’", "'")
        found.append(Atom(match.start(), match.end(), word, match.lastgroup or "", glued, token, low))
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
    return _match(atoms, i, _split(phrase))


def longest_phrase(atoms: Atoms, i: int, lexicon: str, key: str) -> tuple[str, int] | None:
    """The longest phrase under `key` of a lexicon that stands at `i`, and the place after it."""
    for phrase in _by_first_word(lexicon, key).get(at(atoms, i).low, ()):
        end = _match(atoms, i, _split(phrase))
        if end is not None:
            return phrase, end
    return None


def _match(atoms: Atoms, i: int, words: tuple[str, ...]) -> int | None:
    if i < 0 or i + len(words) > len(atoms):
        return None
    return i + len(words) if all(atoms[i + k].low == word for k, word in enumerate(words)) else None


@cache
def _split(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split())


@cache
def _by_first_word(lexicon: str, key: str) -> dict[str, tuple[str, ...]]:
    """The phrases under `key`, by their first word, longest first."""
    found: dict[str, list[str]] = {}
    for phrase in phrases(lexicon, key):
        found.setdefault(_split(phrase)[0], []).append(phrase)
    return {word: tuple(sorted(items, key=lambda item: (-len(_split(item)), item))) for word, items in found.items()}
