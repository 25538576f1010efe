"""How far a headline follows its clause: to the first plain end behind all that the verb needs, without days and clock words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Argument, EventMention
from generator.model.span import Span
from generator.resolve.titles_left_out import dated, named_by
from generator.resolve.titles_words import words

# Words behind the verb: as many as a headline should have, and may have.
GOOD_TAIL, LONGEST_TAIL = 10, 13
_REQUIRED = frozenset({"patient", "complement", "attribute", "recipient"})
_MARKS = ",;:.!?"
_JOINED = frozenset(",;:.!?'’")
_CLOSING = "\"”'’)"
_OPENING, _CLOSED = '“"', '”"'
_ROW = frozenset({",", "and", ", and", "or"})
_BREAKS = frozenset("()[]—–―\n|")

# Chain of the article -> its entity's canonical name and type; ("", "") when it has none.
NameOf = Callable[[str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around an event mention in its article.

    dates   time expressions that tell a day or a time of day, in text order
    chains  start of a pronoun -> chain that it stands for
    verbs   starts of the predicates of all events
    quoted  words in quotation marks
    names   names of anybody and anything
    """

    dates: tuple[Span, ...] = ()
    chains: tuple[tuple[int, str], ...] = ()
    verbs: frozenset[int] = frozenset()
    quoted: tuple[Span, ...] = ()
    names: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Word:
    """A word behind the verb: as it stands, with what may follow it; `told` is "" for a day that is left out."""

    span: Span
    told: str

    @property
    def bare(self) -> str:
        return self.told.strip(_MARKS + _CLOSING + "“‘").lower()


# Something else begins here, so that the words before it may end a headline.
_STOP = _Word(Span(0, 0, ""), "")
# Here stands a word that points outside of the headline.
_CUT = _Word(Span(1, 1, ""), "")


def full_tail(mention: EventMention, text: str, name_of: NameOf, around: Around) -> str | None:
    """The words behind the verb up to a plain end (a comma, the end of the clause, a further clause), or None without one."""
    if mention.predicate is None:
        return None
    read = _read(mention, text, name_of, around)
    following = [item for item in mention.arguments if item.span.start >= mention.predicate.end]
    needed = max([mention.trigger.end, *(item.span.end for item in _needed(following, text))])
    singly = [(item.span.start, item.span.end) for item in following]
    for spans in (_rows(following, text), singly):
        ends = [
            line for end, line in _ends(read, mention.predicate.end, spans, around) if end >= needed and is_whole(line)
        ]
        if ends:
            break
    else:
        ends = [line for end, line in _breaks(read, singly) if end >= needed and is_whole(line)]
        ends = [line for line in ends if not _is_half(line.lower().split())]
        return max(ends, key=len) if ends else None
    good = [line for line in ends if len(line.split()) <= GOOD_TAIL]
    if good:
        return max(good, key=len)
    return min(ends, key=len) if ends else None


def _rows(following: Sequence[Argument], text: str) -> list[tuple[int, int]]:
    """Start and end of each participant, with those of its role that are told in a row with it: "X, Y and Z"."""
    rows: list[tuple[int, int]] = []
    last = ""
    for item in sorted(following, key=lambda item: item.span.start):
        joined = rows and item.role == last and text[rows[-1][1] : item.span.start].strip() in _ROW
        if joined:
            rows[-1] = (rows[-1][0], max(rows[-1][1], item.span.end))
        else:
            rows.append((item.span.start, item.span.end))
        last = item.role
    return rows


def _needed(following: Sequence[Argument], text: str) -> Iterator[Argument]:
    """What the verb asks for: of a row of such participants, the first."""
    end, last = 0, ""
    for item in sorted(following, key=lambda item: item.span.start):
        joined = end and text[end : item.span.start].strip() in _ROW and item.role == last
        if item.role in _REQUIRED and not joined:
            yield item
        end, last = item.span.end, item.role


def _read(mention: EventMention, text: str, name_of: NameOf, around: Around) -> list[_Word]:
    """The words behind the verb to the end of the clause, up to one that points outside of the headline."""
    start = mention.predicate.end if mention.predicate else mention.clause.start
    spans = list(_words_of(text, start, mention.clause.end))
    gone = dated(spans, around.dates) | named_by(spans)
    chains = dict(around.chains)
    subjects = {item.chain for item in mention.arguments if item.chain and item.span.end <= start}
    people = _people(mention.arguments, name_of)
    found: list[_Word] = []
    for number, span in enumerate(spans):
        bare = span.text.strip(_MARKS + _CLOSING + "“‘").lower()
        person = next((item for item in people if item[0].start < span.end and span.start < item[0].end), None)
        own = bare in words("possessive") and chains.get(span.start, "") in subjects
        told = span.text
        if person is not None:
            told = person[1] if span.start <= person[0].start < span.end else ""
            told += text[person[0].end : span.end] if span.end >= person[0].end else ""
        elif number in gone or (bare in words("clock") and span.text[:1].islower()):
            told = ""
        elif bare in words("comparing_times"):
            return [*found, _STOP]
        elif bare in words("unclear") and not own and not (bare == "that" and _opens_relative(found)):
            return [*found, _STOP if bare in words("subordinators") else _CUT]
        elif bare in words("halting") or told[:1] in _BREAKS or told[:2] == "--" or told == "-":
            return [*found, _STOP]
        if any(mark in _BREAKS for mark in told):
            return [*found, _CUT]
        found.append(_Word(span, told))
    if found and found[-1].span.end == mention.clause.end:
        found[-1] = _closed(found, text)
    return found


def _opens_relative(found: Sequence[_Word]) -> bool:
    """Whether "that" behind these words may open a clause: "a plan that", and not "hosting that show", "of that"."""
    last = found[-1].bare if found else ""
    return bool(last) and last not in words("dangling") and not last.endswith("ing")


def _closed(found: Sequence[_Word], text: str) -> _Word:
    """The last word, with the quotation mark that closes its quotation where the clause ends before it."""
    last, line = found[-1], " ".join(word.told for word in found)
    following = text[last.span.end : last.span.end + 2].lstrip(".,")[:1]
    opened = (following == "”" and line.count("“") > line.count("”")) or (following == '"' and line.count('"') % 2)
    return _Word(last.span, last.told + following) if opened else last


def _people(arguments: Sequence[Argument], name_of: NameOf) -> list[tuple[Span, str]]:
    """Where persons, and pronouns for what has a name, stand among the participants, and their names."""
    named = [(item, *name_of(item.chain)) for item in arguments if item.chain]
    return [
        (item.span, name)
        for item, name, kind in named
        if name and (kind == "person" or item.span.text.lower() in words("personal"))
    ]


def _words_of(text: str, start: int, end: int) -> Iterator[Span]:
    place = start
    for part in text[start:end].partition("\n")[0].split(" "):
        if part.strip():
            yield Span(place, place + len(part), part)
        place += len(part) + 1


def _ends(
    read: Sequence[_Word], start: int, rows: Sequence[tuple[int, int]], around: Around
) -> Iterator[tuple[int, str]]:
    """(offset, line) at every plain end of the words that were read."""
    kept: list[str] = []
    closed, ended, end = False, False, start
    for number, word in enumerate(read):
        if word is _CUT:
            return
        if word is _STOP:
            if not kept or kept[-1].lower() not in words("measuring"):
                yield end, _line(kept)
            return
        if word.bare in words("joining") and _goes_on(read, number, rows, around):
            return  # another thing that the subject does
        if ended:
            return  # a sentence inside quotation marks
        if closed and not any(first < word.span.start < stop for first, stop in rows):
            return  # no headline goes on behind a comma
        if word.told[:1] in _JOINED and kept:
            kept[-1] += word.told
        elif word.told:
            kept.append(word.told)
        if len(kept) > LONGEST_TAIL:
            return
        ended = word.span.text.rstrip(_CLOSING) != word.span.text and word.span.text.rstrip(_CLOSING)[-1:] in ".!?"
        end, closed = word.span.end, word.span.text[-1:] in _MARKS and not _is_short(word.span.text)
        if _is_end(read, number, rows, around):
            yield end, _line(kept)


def _goes_on(read: Sequence[_Word], number: int, rows: Sequence[tuple[int, int]], around: Around) -> bool:
    """Whether a verb follows the "and" at this place."""
    following = next((item for item in read[number + 1 :] if item.told), None)
    if following is None:
        return False
    inside = any(start <= following.span.start < stop for start, stop in rows)
    return following.span.start in around.verbs or (following.bare.endswith("ed") and not inside)


def _breaks(read: Sequence[_Word], rows: Sequence[tuple[int, int]]) -> Iterator[tuple[int, str]]:
    """(offset, line) at every preposition: where a clause that is too long may be broken off."""
    kept: list[str] = []
    for word, following in pairwise(read):
        kept += [word.told] if word.told else []
        if len(kept) > LONGEST_TAIL or word.span.text[-1:] in _MARKS:
            return
        inside = any(start < word.span.end < stop - 1 for start, stop in rows)
        noun = following.bare == "that" and word.bare not in words("words_told") | words("words_thought")
        if (following.bare in words("breaking") or noun) and not inside:
            yield word.span.end, _line(kept)


def _is_half(parts: Sequence[str]) -> bool:
    """Whether the last words need what follows: "for his first go | at hosting", "to check | in with somebody"."""
    return bool(words("possessive").intersection(parts[-3:-1])) or parts[-2:-1] == ["to"]


def _line(kept: Sequence[str]) -> str:
    line = " ".join(kept).removesuffix(" as well")
    for mark in ("”", '"', "’", "'"):
        line = line.removesuffix("." + mark) + mark if line.endswith("." + mark) else line
    return line if _is_short(line.rpartition(" ")[2]) else line.rstrip(_MARKS + " ")


def _is_short(word: str) -> bool:
    """Whether a point at the end belongs to the word: "U.S.", "a.m.", "Jr."."""
    return word.endswith(".") and ("." in word[:-1] or len(word) == len("U.") or word.lower() in words("shortened"))


def _is_end(read: Sequence[_Word], number: int, rows: Sequence[tuple[int, int]], around: Around) -> bool:
    word = read[number]
    if any(start < word.span.end < stop - 1 for start, stop in rows):
        return False
    rest = [item for item in read[number + 1 :] if item.told or item in (_STOP, _CUT)]
    if not rest:
        return True
    if word.span.text[-1:] in _MARKS and not _is_short(word.span.text):
        listed = word.bare.endswith("ing") and rest[0].bare.endswith("ing")
        return not listed and not (word.span.text[:1].isdigit() and rest[0].told[:1].isdigit())
    before = next((item.bare for item in reversed(read[: number + 1]) if item.told), "")
    if rest[0].bare in words("joining") and len(rest) > 1:
        return _goes_on(rest, 0, rows, around) or rest[1].bare in words("subordinators")
    return (rest[0] is _STOP or rest[0].bare in words("subordinators")) and before not in words("measuring")


def is_whole(line: str) -> bool:
    """Whether a headline may end with this line: no half of a phrase, no open quotation, no day of the week."""
    parts = [part.strip(_MARKS + _CLOSING + "“‘").lower() for part in line.split()]
    if parts and (parts[-1] in words("dangling") or parts[-1] in words("partial")):
        return False
    if len(parts) > 1 and parts[-2] in words("determiners") - {"the"} and line.split()[-1][:1].isupper():
        return False  # "a party at a Vancouver, B.C. business"
    if len(parts) > 1 and parts[-2] in words("ordinal") and parts[-1] in words("counting"):
        return False  # "drops its last three"
    if line.count("“") != line.count("”") or line.count('"') % 2:
        return False
    return not words("weekdays").intersection(parts)
