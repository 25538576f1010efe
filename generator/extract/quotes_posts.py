"""Posts that a page embeds: a paragraph signed with a name and its handle, "... — Name (@handle) date"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from spacy.tokens import Doc

from generator.extract.quotes_content import trimmed
from generator.extract.quotes_drafts import Draft
from generator.extract.quotes_speakers import Speaker, Speakers
from generator.model import Span

_SIGNATURE = " — "
_HANDLE = " (@"
_MAX_NAME_WORDS = 6
_MIN_WORDS = 3
# How the addresses begin that a post ends with: of what it links to, and of its pictures.
_ADDRESSES = ("http://", "https://", "pic.twitter.com/", "t.co/", "bit.ly/", "www.")


def find_posts(doc: Doc, text: str, speakers: Speakers) -> tuple[Draft, ...]:
    """A direct quote for each embedded post, by whoever signs it, without the addresses at its end."""
    starts = [token.idx for token in doc]
    found = []
    for start, dash, handle in _signed(text):
        said = _without_addresses(text, start, dash)
        name = Span(dash + len(_SIGNATURE), handle, text[dash + len(_SIGNATURE) : handle])
        if len(said.text.split()) < _MIN_WORDS or not 1 <= len(name.text.split()) <= _MAX_NAME_WORDS:
            continue
        head = doc[bisect_left(starts, handle) - 1]
        cue = Span(dash + 1, dash + 2, text[dash + 1 : dash + 2])
        found.append(Draft((said,), (said,), cue, Speaker(name, speakers.chain_of(head)), "direct"))
    return tuple(found)


def _signed(text: str) -> Iterator[tuple[int, int, int]]:
    """Where a paragraph begins, where its signature does, and where the handle in it."""
    start = 0
    for line in text.split("\n"):
        handle = line.find(_HANDLE)
        dash = line.rfind(_SIGNATURE, 0, handle) if handle > 0 else -1
        if dash > 0:
            yield start, start + dash, start + handle
        start += len(line) + 1


def _without_addresses(text: str, start: int, end: int) -> Span:
    said = trimmed(text, start, end)
    while said.text and said.text.split()[-1].startswith(_ADDRESSES):
        said = trimmed(text, said.start, said.end - len(said.text.split()[-1]))
    stop = said.end + 1 if text[said.end : said.end + 1] == "." else said.end
    return Span(said.start, stop, text[said.start : stop])
