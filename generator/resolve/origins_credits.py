"""Whom an article or a sentence credits: a news agency for a whole article, or a newsroom for one statement.

The whole article is an agency's where its dateline, byline, metadata, address or copyright line says so; a photograph's credit
says nothing of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from urllib.parse import urlsplit

from generator.model import Article, Sentence, Span
from generator.resolve.lexicon import rows

# A dateline stands in the first lines of a text, near their beginning: "BERLIN, March 3 (Reuters) -".
DATELINE_LINES, DATELINE_CHARACTERS = 6, 90
_DASHES = ("-", "–", "—", "―", "−")
# Between the words that credit and the name: "told the Russian state news agency Tass", "Reuters news agency reported".
MOST_WORDS_BEFORE, MOST_WORDS_AFTER = 7, 2
_AGENCIES, _OUTLETS, _CUES, _WORDS = (
    "origins_agencies.tsv",
    "origins_outlets.tsv",
    "origins_cues.tsv",
    "origins_words.tsv",
)
# Of the name of an agency that no list has.
MOST_WORDS_OF_NAME = 6
_WWW = "www."
# Who is told that something holds is not told by what stands in the clause.
_CLAUSE = " that "
# Letters and digits, with single marks between them.
_WORD = re.compile(r"[^\W_]+(?:[-.'’/&][^\W_]+)*")
_POSSESSIVES = ("'s", "’s")
_BREAKS = str.maketrans(dict.fromkeys(',;:()“”"', "|"))


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom something is credited to.

    source  name for readers;  agency: whether it is a news agency;  span: the words that say so, or None where metadata does
    reason  where it is said: "dateline", "byline", "metadata", "publisher", "address", "copyright line", "sentence"
    whole   whether all of the article is theirs, and not only a part of it
    """

    source: str
    agency: bool
    reason: str
    span: Span | None = None
    whole: bool = True


@lru_cache(maxsize=4096)
def credits_of(article: Article) -> tuple[Credit, ...]:
    """The agencies that an article is credited to, the surest first; each once."""
    found: dict[str, Credit] = {}
    for credit in (*_dateline(article), *_metadata(article), *_byline(article), *_address(article), *_lines(article)):
        known = found.get(credit.source)
        if known is None or (credit.whole and not known.whole):
            found[credit.source] = credit
    return tuple(found.values())


@lru_cache(maxsize=4096)
def newsroom_of(article: Article) -> str | None:
    """The newsroom that published it, as the lists name it, or None."""
    host = _host(article.url)
    for name, _, hosts in rows(_OUTLETS):
        if host and any(host == item or host.endswith("." + item) for item in hosts.split("|")):
            return name
    written = (article.publisher or "").strip()
    plain = written.casefold().removeprefix(_WWW)
    for name, forms, hosts in rows(_OUTLETS):
        if written in forms.split("|") or plain in hosts.split("|"):
            return name
    return None


@lru_cache(maxsize=4096)
def credits_in(sentence: Sentence) -> tuple[Credit, ...]:
    """The newsrooms that a sentence has its statement from ("Reuters reported", "told CNN"), in text order."""
    text = sentence.span.text
    words = _split(text)
    found: dict[str, Credit] = {}
    for start, end, name, agency in _newsrooms(words):
        first, last = words[start][0], words[end - 1][1]
        if _is_source(text, first, last):
            at = sentence.span.start
            found.setdefault(
                name, Credit(name, agency, "sentence", Span(at + first, at + last, text[first:last]), False)
            )
    return tuple(found.values())


def _dateline(article: Article) -> Iterator[Credit]:
    at = 0
    for line in article.text.split("\n")[:DATELINE_LINES]:
        opened = line.find("(", 0, DATELINE_CHARACTERS)
        closed = line.find(")", opened) if opened >= 0 else -1
        if closed > 0 and line[closed + 1 :].lstrip().startswith(_DASHES):
            name = _agency_named(line[opened + 1 : closed].strip())
            if name is not None:
                yield Credit(name, True, "dateline", Span(at + opened, at + closed + 1, line[opened : closed + 1]))
        at += len(line) + 1


def _metadata(article: Article) -> Iterator[Credit]:
    if article.agency and article.agency.strip():
        written = article.agency.strip()
        yield Credit(_agencies().get(written, written), True, "metadata")
    name = _agencies().get((article.publisher or "").strip())
    name = name or _host_agency(_host(article.url)) or _host_agency(_host_of_publisher(article.publisher))
    if name is not None:
        yield Credit(name, True, "publisher")


def _byline(article: Article) -> Iterator[Credit]:
    named = [_agency_named(author.strip()) for author in article.authors]
    people = [author for author, name in zip(article.authors, named, strict=True) if name is None and " " in author]
    own = [author for author in people if not any(_agency_in(author))]
    for name in dict.fromkeys(filter(None, named)):
        # "Reuters Editorial, 2 min read" names nobody else; a reporter's name beside the agency's does.
        yield Credit(name, True, "byline", whole=not [author for author in own if _is_name(author)])


def _is_name(author: str) -> bool:
    return all(word[:1].isupper() and word.replace(".", "").replace("-", "").isalpha() for word in author.split()[:2])


def _agency_in(text: str) -> Iterator[str]:
    yield from (name for _, _, name, agency in _newsrooms(_split(text)) if agency)


def _address(article: Article) -> Iterator[Credit]:
    parts = [part for part in urlsplit(article.url or "").path.lower().split("/") if part][:-1]
    for name, _, keys, _ in _agency_rows():
        if set(parts) & set(keys.split("|")):
            yield Credit(name, True, "address")


def _lines(article: Article) -> Iterator[Credit]:
    """Lines about the rights of the text, which may have been taken for boilerplate, and about who took part."""
    at = 0
    for line in article.text.split("\n"):
        yield from _line(line, at)
        at += len(line) + 1
    for line in article.removed:
        yield from _line(line, None)


def _line(line: str, at: int | None) -> Iterator[Credit]:
    plain = line.casefold()
    rights = plain.lstrip().startswith(_phrases("copyright")) and any(word in plain for word in _phrases("all"))
    partly = any(phrase in plain for phrase in _phrases("partly"))
    if not rights and not partly:
        return
    words = _split(line)
    for start, end, name, agency in _newsrooms(words):
        if agency:
            first, last = words[start][0], words[end - 1][1]
            span = Span(at + first, at + last, line[first:last]) if at is not None else None
            yield Credit(name, True, "copyright line" if rights else "note on who contributed", span, whole=rights)


@cache
def _phrases(kind: str) -> tuple[str, ...]:
    return tuple(phrase for key, phrase in rows(_WORDS) if key == kind)


@cache
def _agencies() -> dict[str, str]:
    """Form in a dateline or a byline -> name."""
    return {
        form: name
        for name, forms, _, initials in _agency_rows()
        for form in (name, *forms.split("|"), *initials.split("|"))
        if form
    }


@cache
def _agency_rows() -> tuple[tuple[str, str, str, str], ...]:
    padded = ((*row, "", "", "")[:4] for row in rows(_AGENCIES))
    return tuple((name, forms, keys, initials) for name, forms, keys, initials in padded)


@cache
def _forms() -> dict[str, tuple[tuple[tuple[str, ...], str, bool], ...]]:
    """First word of a form -> (words of the form, name, whether it is an agency), the longest form first."""
    found: dict[str, list[tuple[tuple[str, ...], str, bool]]] = {}
    for table, agency in ((_agency_rows(), True), (rows(_OUTLETS), False)):
        for name, forms, *_ in table:
            for form in forms.split("|"):
                words = tuple(word for _, _, word in _split(form))
                found.setdefault(words[0], []).append((words, name, agency))
    return {key: tuple(sorted(value, key=lambda item: -len(item[0]))) for key, value in found.items()}


def _newsrooms(words: Sequence[tuple[int, int, str]]) -> Iterator[tuple[int, int, str, bool]]:
    """(first word, word after the last, name, whether it is an agency) of every newsroom that is named."""
    place = 0
    while place < len(words):
        found = _known_at(words, place) or _agency_at(words, place)
        if found is not None:
            yield place, *found
            place = found[0] - 1
        place += 1


def _known_at(words: Sequence[tuple[int, int, str]], place: int) -> tuple[int, str, bool] | None:
    for form, name, agency in _forms().get(words[place][2], ()):
        if tuple(word for _, _, word in words[place : place + len(form)]) == form:
            return place + len(form), name, agency
    return None


def _agency_at(words: Sequence[tuple[int, int, str]], place: int) -> tuple[int, str, bool] | None:
    """An agency that no list has and that is called one ("Lakeland Press Agency"): capitalized words that end in a form."""
    first = words[place][2]
    if not first[:1].isupper() or first.casefold() in _phrases("no name"):
        return None
    end = place + 1
    while end < len(words) and words[end][2][:1].isupper() and words[end][0] - words[end - 1][1] == 1:
        end += 1
        tail = " ".join(word for _, _, word in words[place:end]).casefold()
        if any(tail.endswith(" " + form) for form in _phrases("agency")):
            return end, " ".join(word for _, _, word in words[place:end]), True
        if end - place > MOST_WORDS_OF_NAME:
            break
    return None


def _agency_named(written: str) -> str | None:
    """The agency that these words name, and nothing else; by the list, or by the form of the name."""
    name = _agencies().get(written)
    if name is not None:
        return name
    bare = written.removeprefix("The ").removeprefix("the ")
    called = any(
        bare.casefold().endswith(" " + form) for form in (*_phrases("agency"), *_phrases("agency in a credit"))
    )
    return bare if called and all(word[:1].isupper() for word in bare.split()) else None


def _is_source(text: str, start: int, end: int) -> bool:
    """Whether the newsroom at `[start, end)` is who the statement comes from: a cue near it, no comma or mark between."""
    before = _words_of(text[:start].translate(_BREAKS).rpartition("|")[2].rpartition(_CLAUSE)[2])[-MOST_WORDS_BEFORE:]
    after = _words_of(text[end:].translate(_BREAKS).partition("|")[0])
    joined = f" {' '.join(before)} "
    if any(f" {cue} " in joined for cue in _cues("before")):
        return True
    return any(
        " ".join(after[skipped:]).startswith(cue + " ") or after[skipped:] == cue.split()
        for skipped in range(MOST_WORDS_AFTER + 1)
        for cue in _cues("after")
    )


@cache
def _cues(where: str) -> tuple[str, ...]:
    return tuple(cue for cue, place in rows(_CUES) if place == where)


def _words_of(text: str) -> list[str]:
    return [word.lower() for _, _, word in _split(text)]


def _split(text: str) -> list[tuple[int, int, str]]:
    """(start, end, word) of the words of a text; a possessive ending is no part of its word."""
    found: list[tuple[int, int, str]] = []
    for match in _WORD.finditer(text):
        word = match.group()
        bare = word[:-2] if word.endswith(_POSSESSIVES) else word
        found.append((match.start(), match.start() + len(bare), bare))
    return found


def _host(url: str | None) -> str:
    return (urlsplit(url or "").hostname or "").removeprefix(_WWW)


def _host_of_publisher(publisher: str | None) -> str:
    written = (publisher or "").strip().casefold()
    return written.removeprefix(_WWW) if "." in written and " " not in written else ""


def _host_agency(host: str) -> str | None:
    labels = set(host.split(".")[:-1])
    return next((name for name, _, keys, _ in _agency_rows() if labels & set(filter(None, keys.split("|")))), None)
