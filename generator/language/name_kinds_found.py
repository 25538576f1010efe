"""Names that rules are sure about, whether the model has found them or not: known ones, designations, ships, storms, numbered laws."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from spacy.tokens import Doc, Token

from generator.language.name_kinds_cues import kind_of_ambiguous
from generator.language.name_kinds_heads import VERBS, is_title_case
from generator.language.name_kinds_lexicons import KindLexicons, KnownName, Series, opening
from generator.language.shapes import is_capitalized
from generator.language.viterbi import Entity

HYPHENS = frozenset("-–‐‑")
LONGEST_SUFFIX = 6  # characters behind the number of a designation ("Tu-95MSM")
SHORTEST_SPACED = 4  # letters of a series whose number may stand behind a space ("Hwasong 18")
LONGEST_SHIP = 5  # tokens
ROMAN = frozenset("IVXLC")
ONE_WORD = frozenset({"storm", "military operation"})  # kinds whose names are one word behind the prefix
LONGEST_PREFIX, LONGEST_NUMBERED, LONGEST_SERIES = 2, 2, 2  # words
PLURAL_GROUP = "product"
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "–": "-", "‑": "-"})


def find_sure(doc: Doc, words: Sequence[str], lexicons: KindLexicons) -> list[Entity]:
    """(start, end, kind) without overlap: what begins first, the longest there. `words` are the document's."""
    found: list[Entity] = []
    text = doc.text.translate(_STRAIGHT)
    for at, word in enumerate(words):
        if (found and at < found[-1][1]) or not (word[0].isupper() or word[0].isdigit() or word in lexicons.names):
            continue
        items = [*_known_at(doc, text, doc[at], lexicons), *_others_at(doc, words, at, lexicons)]
        if items:
            found.append(max(items, key=lambda item: item[1]))
    return found


def _known_at(doc: Doc, text: str, token: Token, lexicons: KindLexicons) -> Iterator[Entity]:
    """The longest known name that begins here; one that means many things only beside a noun for one of them."""
    here = [(_end_of(doc, text, token, known, lexicons), known) for known in _names_at(token, lexicons)]
    standing = [(end, known) for end, known in here if end is not None and known.needs != "place"]
    for end, known in standing:
        cued = tuple(other.kind for stop, other in standing if stop == end and other.needs)
        kind = known.kind if not known.needs else kind_of_ambiguous(doc, token.i, end, cued, lexicons)
        if kind:
            yield token.i, end, kind
            return


def _names_at(token: Token, lexicons: KindLexicons) -> tuple[KnownName, ...]:
    return lexicons.names.get(opening(token.text), ())


def _end_of(doc: Doc, text: str, token: Token, known: KnownName, lexicons: KindLexicons) -> int | None:
    """The token after the name, or None when it doesn't stand here; products have a plural ("iPhones")."""
    name = known.name.translate(_STRAIGHT)
    if not text.startswith(name, token.idx):
        return None
    stop, end = token.idx + len(name), token.i
    while end < len(doc) and doc[end].idx < stop:
        end += 1
    last = doc[end - 1].idx + len(doc[end - 1])
    is_plural = last == stop + 1 and text[stop] == "s" and lexicons.group(known.kind) == PLURAL_GROUP
    return end if last == stop or is_plural else None


def _others_at(doc: Doc, words: Sequence[str], at: int, lexicons: KindLexicons) -> Iterator[Entity]:
    for find in (_designation, _prefixed, _numbered):
        item = find(doc, words, at, lexicons)
        if item is not None:
            yield item


def _longest(words: Sequence[str], at: int, table: Container[str], longest: int) -> int:
    """The token after the longest words of the table that begin at `at` and have a token behind them, or 0."""
    for size in range(min(longest, len(words) - at - 1), 0, -1):
        if (words[at] if size == 1 else " ".join(words[at : at + size])) in table:
            return at + size
    return 0


def _designation(doc: Doc, words: Sequence[str], at: int, lexicons: KindLexicons) -> Entity | None:
    """ "Su-34", "MiG 29", "Boeing 737-800", "F35", "Long March 5"."""
    word = words[at]
    name = opening(word)
    if len(name) < len(word):  # one token with a hyphen inside
        kind = _kind_in(lexicons.series.get(name, ()), word[len(name) + 1 :]) if word[len(name)] in HYPHENS else ""
        return (at, at + 1, kind) if kind else None
    end = _longest(words, at, lexicons.series, LONGEST_SERIES)
    if end:
        return _split_designation(doc, words, (at, end), lexicons.series[" ".join(words[at:end])])
    letters = word.rstrip("s").rstrip("0123456789")
    joined = tuple(item for item in lexicons.series.get(letters, ()) if item.joined)
    kind = _kind_in(joined, word[len(letters) :]) if letters != word else ""
    return (at, at + 1, kind) if kind else None


def _split_designation(
    doc: Doc, words: Sequence[str], name: tuple[int, int], series: tuple[Series, ...]
) -> Entity | None:
    start, end = name
    is_hyphen = words[end] in HYPHENS and end + 1 < len(words) and not doc[end].whitespace_
    number = end + 1 if is_hyphen else end
    if not is_hyphen and end - start == 1 and len(words[start]) < SHORTEST_SPACED:
        return None
    kind = _kind_in(series, words[number])
    return (start, number + 1, kind) if kind else None


def _kind_in(series: Sequence[Series], number: str) -> str:
    return next((item.kind for item in series if _is_number_of(item, number)), "")


def _is_number_of(series: Series, number: str) -> bool:
    """Whether it is a listed number, or begins with one and goes on with letters or behind a hyphen; any with a digit for a bare series."""
    if not series.numbers:
        return any(sign.isdigit() for sign in number) and len(number) <= LONGEST_SUFFIX and "," not in number
    for listed in series.numbers:
        rest = number[len(listed) :]
        if number.startswith(listed) and len(rest) <= LONGEST_SUFFIX and not rest[:1].isdigit():
            return listed[-1].isdigit() or not rest[:1].isalpha()
    return False


def _prefixed(doc: Doc, words: Sequence[str], at: int, lexicons: KindLexicons) -> Entity | None:
    """ "USS Ann Fenwick", "Typhoon Ida", "Operation Gorse"."""
    start = _longest(words, at, lexicons.prefixes, LONGEST_PREFIX)
    if not start or is_title_case(doc, at):
        return None
    kind = lexicons.prefixes[" ".join(words[at:start])]
    end = _name_end(doc, start, 1 if kind in ONE_WORD else LONGEST_SHIP, lexicons)
    return (at, end, kind) if end > start else None


def _name_end(doc: Doc, start: int, longest: int, lexicons: KindLexicons) -> int:
    """The token after the capitalized words that begin at `start`, at most so many; hyphenated words are one."""
    end = start
    while end < len(doc) and end - start < longest and _is_name_word(doc[end], lexicons):
        end += 1
        while end + 1 < len(doc) and doc[end].text in HYPHENS and not doc[end - 1].whitespace_:
            end += 2
    return end


def _is_name_word(token: Token, lexicons: KindLexicons) -> bool:
    if token.is_sent_start or token.tag_ in VERBS or token.lower_ in lexicons.no_names:
        return False
    return is_capitalized(token.text) or (token.is_digit and not token.is_sent_start)


def _numbered(doc: Doc, words: Sequence[str], at: int, lexicons: KindLexicons) -> Entity | None:
    """ "Resolution 1701", "Title IX"."""
    number = _longest(words, at, lexicons.numbered, LONGEST_NUMBERED)
    if not number or not _is_numeral(doc[number]):
        return None
    return at, number + 1, lexicons.numbered[" ".join(words[at:number])]


def _is_numeral(token: Token) -> bool:
    return not token.is_sent_start and (token.text.isdigit() or (bool(token.text) and set(token.text) <= ROMAN))
