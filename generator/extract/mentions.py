"""References to people, organizations, places and other things, in text order.

Three kinds: names (from the pipeline's named entities, checked), nominals (descriptions whose head noun is in a lexicon:
"the Russian minister", "the company") and pronouns.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from spacy.tokens import Doc

from generator.extract.mentions_found import Found
from generator.extract.mentions_names import find_names
from generator.extract.mentions_nominals import find_nominals
from generator.extract.mentions_pronouns import find_pronouns
from generator.model import Mention, Sentence, Span


def find_mentions(doc: Doc, sentences: Sequence[Sentence]) -> tuple[Mention, ...]:
    """All mentions of an article, by start, longer ones first; ids "m0", "m1" ... in that order; `chain` is still "".

    Names never overlap each other. A description may hold a demonym or a pronoun ("his North Korean counterpart" holds "his"
    and "North Korean").
    """
    names = find_names(doc)
    found = [*names, *find_nominals(doc, names), *find_pronouns(doc, names)]
    return _numbered(doc, sentences, found)


def _numbered(doc: Doc, sentences: Sequence[Sentence], found: Iterable[Found]) -> tuple[Mention, ...]:
    text = doc.text  # spaCy builds it anew at each call
    starts = [sentence.span.start for sentence in sentences]
    ordered = sorted(found, key=lambda item: (item.start, -item.end, item.kind))
    mentions: list[Mention] = []
    for item in ordered:
        span = item.span(doc, text)
        sentence = sentences[max(0, bisect_right(starts, span.start) - 1)].id if sentences else ""
        mentions.append(_mention(f"m{len(mentions)}", item, span, sentence))
    return tuple(mentions)


def _mention(key: str, item: Found, span: Span, sentence: str) -> Mention:
    said = (item.honorific, item.via, item.subtype, item.confidence)
    return Mention(key, span, item.type, item.kind, "", sentence, *said)
