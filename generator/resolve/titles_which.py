"""Which one a headline means: "X brokers the deal", where the article says elsewhere "the deal on exports of Lakeland grain"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.model import EventMention
from generator.resolve.titles_phrases import has_break
from generator.resolve.titles_score import MAX_LETTERS, MAX_WORDS, VAGUE, Title
from generator.resolve.titles_tail import is_whole
from generator.resolve.titles_words import words

# Only a preposition stands between the noun and what it is about.
MAX_GAP = 1
MAX_PHRASE_WORDS = 6


def told_which(title: Title, mentions: Sequence[EventMention], text: str) -> Title:
    """The title with what its last word is about, where it ends in "the" and a noun and the article names that elsewhere.

    `mentions` are the event mentions of the article that the title was made from, `text` the article's text.
    """
    parts = title.text.split()
    if len(parts) < 2 or parts[-2] != "the":
        return title
    for phrase in _phrases(parts[-1], mentions, text):
        line = " ".join((*parts[:-1], phrase))
        if len(line) <= MAX_LETTERS and len(line.split()) <= MAX_WORDS and is_whole(line):
            return replace(title, text=line, score=title.score - VAGUE)
    return title


def _phrases(noun: str, mentions: Sequence[EventMention], text: str) -> Iterator[str]:
    """The noun with what it is about, wherever that has a name in it."""
    for mention in mentions:
        if mention.trigger.text != noun or not mention.tag.startswith("NN"):
            continue
        for item in mention.arguments:
            gap = text[mention.trigger.end : item.span.start].split() if item.span.start > mention.trigger.end else []
            phrase = text[mention.trigger.start : item.span.end]
            named = any(part[:1].isupper() for part in item.span.text.split())
            plain = len(gap) == MAX_GAP and gap[0] in words("dangling") and named and not has_break(phrase)
            if plain and len(phrase.split()) <= MAX_PHRASE_WORDS and not words("unclear").intersection(phrase.split()):
                yield phrase
