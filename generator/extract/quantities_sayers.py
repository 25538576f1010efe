"""Who gives a figure: the speaker of the words around it, all who speak with him, and those who accuse somebody of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc, Token

from generator.extract.times_lexicon import words
from generator.model import EventMention, Mention, Quantity, Quote
from generator.model.span import Span

_NUMBERS = "quantities_words"


def find_sayers(
    item: Quantity,
    quotes: Sequence[Quote],
    events: Sequence[EventMention],
    mentions: Sequence[Mention] = (),
    doc: Doc | None = None,
) -> tuple[str, ...]:
    """Chains of those who give a figure, the one whose words they are first; empty for the article's own voice.

    The speaker of the innermost quote that covers the figure, else the attribution of the shortest clause that does; whoever
    stands beside him in a coordination ("the mayor and the police said"); and the agents of an accusation in whose clause it is.
    """
    quote = _quote_around(item, quotes)
    first = quote.speaker if quote is not None else _attribution(item, events)
    found = [first] if first is not None else []
    if quote is not None and quote.speaker is not None:
        found += _beside(quote, mentions, doc)
    found += [chain for event in events if _accuses(event, item) for chain in _agents(event)]
    return tuple(dict.fromkeys(found))


def _quote_around(item: Quantity, quotes: Sequence[Quote]) -> Quote | None:
    stating = (quote for quote in quotes if quote.form != "about")
    covering = [quote for quote in stating if any(span.covers(item.span) for span in quote.spans)]
    return min(covering, key=lambda quote: (sum(len(span.text) for span in quote.spans), quote.id), default=None)


def _attribution(item: Quantity, events: Sequence[EventMention]) -> str | None:
    clauses = [event for event in events if event.clause.covers(item.span)]
    shortest = min(clauses, key=lambda event: (len(event.clause.text), event.trigger.start), default=None)
    return shortest.attribution if shortest is not None else None


def _accuses(event: EventMention, item: Quantity) -> bool:
    known = event.type in words(_NUMBERS, "accusing_types") and event.sentence == item.sentence
    return known and event.polarity and event.clause.covers(item.span)


def _agents(event: EventMention) -> list[str]:
    roles = words(_NUMBERS, "accusing_roles")
    return [item.chain for item in event.arguments if item.role in roles and item.chain]


def _beside(quote: Quote, mentions: Sequence[Mention], doc: Doc | None) -> list[str]:
    """Chains of the mentions that are coordinated with the one that names the speaker here."""
    if doc is None or quote.speaker_span is None:
        return []
    roots = {token.i for token in _coordinated(_root(doc, quote.speaker_span))}
    near = (item for item in mentions if item.sentence in quote.sentences and item.kind != "pronoun")
    return [item.chain for item in near if item.chain != quote.speaker and _is_root(doc, item.span, roots)]


def _root(doc: Doc, span: Span) -> Token | None:
    found = doc.char_span(span.start, span.end, alignment_mode="expand")
    return found.root if found is not None and len(found) else None


def _is_root(doc: Doc, span: Span, roots: set[int]) -> bool:
    root = _root(doc, span)
    return root is not None and root.i in roots


def _coordinated(token: Token | None) -> Iterator[Token]:
    """The nouns of the coordination that `token` opens, without itself, where an "and" joins them."""
    while token is not None:
        joined = any(child.dep_ == "cc" and child.lower_ in words(_NUMBERS, "joining") for child in token.children)
        following = next((child for child in token.children if child.dep_ == "conj" and child.i > token.i), None)
        if following is None or following.pos_ not in {"NOUN", "PROPN"}:
            return
        if not joined and not any(child.dep_ == "conj" for child in following.children):
            return
        yield following
        token = following
