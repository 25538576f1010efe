"""Whose age a figure gives, and whether an article tells of such a person or thing more than in passing."""

from __future__ import annotations

from generator.model import KnowledgeBase, Mention, Quantity
from generator.resolve.accounts_values import noun_class

# So often does an article name what it is about.
SALIENT = 3


def is_salient(text: str, quantity: Quantity, holder: str) -> bool:
    """Whether the text has the noun of an age or of a measured thing three times or more."""
    noun = (
        quantity.bearer
        or quantity.measured
        or (quantity.of_span.text.split()[-1].lower() if holder and quantity.of_span else "")
    )
    return noun.isalnum() and _times(text.lower(), noun) >= SALIENT


def _times(text: str, noun: str) -> int:
    """How often a text has a word, with neither letter nor digit beside it."""
    count, at = 0, text.find(noun)
    while at >= 0:
        end = at + len(noun)
        count += not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum())
        at = text.find(noun, end)
    return count


def find_holder(kb: KnowledgeBase, article: str, quantity: Quantity) -> tuple[str, bool]:
    """Whose age it is, and whether that is an entity: who is named beside it, else the noun."""
    mention = _aged_mention(kb, article, quantity)
    entity = kb.entity_of.get((article, mention.chain)) if mention is not None else None
    if entity is not None and entity in kb.entities and kb.entities[entity].type == "person":
        return entity, True
    return aged_noun(quantity), False


def _aged_mention(kb: KnowledgeBase, article: str, quantity: Quantity) -> Mention | None:
    """The mention that ends right before an age, begins right behind it, or holds the noun that it describes."""
    text = kb.articles[article].text
    here = [item for item in kb.extractions[article].mentions if item.sentence == quantity.sentence]
    end = (quantity.of_span or quantity.span).end
    for item in here:
        if item.span.end <= quantity.span.start and text[item.span.end : quantity.span.start].strip() in {",", "("}:
            return item
        if item.span.start >= end and item.kind == "name" and not text[end : item.span.start].strip(" ,"):
            return item
    held = quantity.of_span or quantity.span
    around = [item for item in here if item.span.covers(held) or (item.kind != "pronoun" and held.covers(item.span))]
    return min(around, key=lambda item: (len(item.span.text), item.span.start), default=None)


def aged_noun(quantity: Quantity) -> str:
    """The noun whose age it is, "" when none stands beside it."""
    return noun_class(quantity.of_span.text.split()[-1].lower()) if quantity.of_span is not None else ""
