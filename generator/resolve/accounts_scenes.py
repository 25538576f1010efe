"""The words in which one article says where an event happens: its own place, else the headline's, else one that others name too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from generator.model import Cell, EventMention, Evidence, KnowledgeBase, Mention
from generator.resolve.accounts_datelines import DATELINE, is_in_dateline
from generator.resolve.accounts_opening import is_behind, is_located, lead_sentences
from generator.resolve.accounts_tellings import Telling, nearest_mention
from generator.resolve.lexicon import words

_PLACES = frozenset({"place", "facility"})
_ON = "on"
_ASSERTED, _TO_COME = "asserted", frozenset({"planned", "future"})


def own_scenes(kb: KnowledgeBase, telling: Telling) -> list[Cell]:
    """The places of the mentions that tell the event, each once, in text order; no goal that was not reached.

    Where what is to come is placed, and nothing that has come, that is where.
    """
    told = [item for item in telling.mentions if item.modality == _ASSERTED]
    to_come = [item for item in telling.mentions if item.modality in _TO_COME and item.news]
    return _scenes(kb, telling, told) or _scenes(kb, telling, to_come)


def _scenes(kb: KnowledgeBase, telling: Telling, mentions: Sequence[EventMention]) -> list[Cell]:
    turned = turns_back(kb, telling)
    found: dict[str, Cell] = {}
    for mention in mentions:
        key = kb.entity_of.get((telling.article, mention.place)) if mention.place else None
        named = _naming(kb, telling, mention)
        if key is not None and named is not None and key not in found and is_scene(kb, telling, named, turned):
            found[key] = scene_cell(kb, telling, named, key)
    return sorted(found.values(), key=lambda cell: cell.evidence.span.start)


def is_goal(kb: KnowledgeBase, telling: Telling, place: str) -> bool:
    """Whether an account names a place for the event in words that say only where somebody was going."""
    found = [
        item for item in telling.mentions if item.place and kb.entity_of.get((telling.article, item.place)) == place
    ]
    named = [item for mention in found if (item := _naming(kb, telling, mention)) is not None]
    turned = turns_back(kb, telling)
    return bool(named) and not any(is_scene(kb, telling, item, turned) for item in named)


def told_scenes(kb: KnowledgeBase, telling: Telling) -> list[Cell]:
    """The first place behind a word of place in the headline or in the sentences of the news of an article about the event."""
    news = {item.sentence for item in kb.extractions[telling.article].events if item.news}
    article = kb.articles[telling.article]
    near = (
        item for item in _candidates(kb, telling) if item.sentence in news and not is_in_dateline(article, item.span)
    )
    return _first(kb, telling, near) if telling.main else []


def lead_scenes(kb: KnowledgeBase, telling: Telling) -> list[Cell]:
    """Every place that the lead or the dateline of an article about the event names, in text order."""
    lead = lead_sentences(kb, telling) if telling.main else frozenset()
    turned = turns_back(kb, telling)
    found: dict[str, Cell] = {}
    for item in kb.extractions[telling.article].mentions:
        key = kb.entity_of.get((telling.article, item.chain))
        if (
            item.sentence in lead
            and key in kb.entities
            and _is_name(kb, telling.article, item)
            and is_scene(kb, telling, item, turned)
        ):
            found.setdefault(str(key), scene_cell(kb, telling, item, str(key)))
    return list(found.values())


def named_scenes(kb: KnowledgeBase, telling: Telling, fits: Callable[[str, bool], bool]) -> list[Cell]:
    """The first words in which an article names as a place an entity that fits, in its sentences of the event before the others.

    `fits` gets the id of the entity, and whether the name stands in the lead.
    """
    own, lead = telling.ids, lead_sentences(kb, telling)
    found = [item for item in _candidates(kb, telling) if telling.main or item.sentence in own]
    for item in sorted(found, key=lambda item: (item.sentence not in own, item.span.start)):
        key = kb.entity_of.get((telling.article, item.chain))
        if key in kb.entities and fits(str(key), item.sentence in lead):
            return [scene_cell(kb, telling, item, str(key))]
    return []


def is_placed(kb: KnowledgeBase, cell: Cell) -> bool:
    """Whether the words of a cell stand behind a word of place, or above something ("over"), or in the dateline."""
    return bool(cell.note) or is_behind(
        kb.articles[cell.article].text, cell.evidence.span, "accounts_locating_wide.txt"
    )


def scene_cell(kb: KnowledgeBase, telling: Telling, mention: Mention, key: str) -> Cell:
    """The cell of a place, marked where its words stand in the dateline."""
    note = DATELINE if is_in_dateline(kb.articles[telling.article], mention.span) else ""
    return Cell(telling.article, Evidence(telling.article, mention.sentence, mention.span), key, note)


def turns_back(kb: KnowledgeBase, telling: Telling) -> bool:
    """Whether the mentions, or the lead of an article about the event, tell of a journey that ended before its goal."""
    ended = words("accounts_turned_back.txt")
    if any({item.lemma, item.verb} & ended or (item.news and not item.polarity) for item in telling.mentions):
        return True
    lead = lead_sentences(kb, telling) if telling.main else frozenset()
    told = [f" {item.span.text.lower()} " for item in kb.extractions[telling.article].sentences if item.id in lead]
    return any(f" {phrase} " in text for phrase in words("accounts_turning_words.txt") for text in told)


def is_scene(kb: KnowledgeBase, telling: Telling, mention: Mention, turned: bool) -> bool:
    """Whether the words may name where it happens: no goal of a journey that turned back, no "Corran train", no body of the sky."""
    text = kb.articles[telling.article].text
    before = [
        word.strip(",.;:()").lower() for word in text[max(0, mention.span.start - 40) : mention.span.start].split()
    ]
    last = next((word for word in reversed(before) if word != "the"), "")
    if mention.span.text.lower().removeprefix("the ") in words("accounts_celestial.txt"):
        return last == _ON
    after = text[mention.span.end : mention.span.end + 20].lstrip("- ").split(None, 1)[:1]
    if after and after[0].strip(",.;:").lower() in words("accounts_journeys.txt") and text[mention.span.end] in "- ":
        return False
    return not (turned and last in words("accounts_goals.txt"))


def _candidates(kb: KnowledgeBase, telling: Telling) -> Iterator[Mention]:
    """The names that stand behind a word of place or in the dateline, and may be scenes, in text order."""
    article, turned = kb.articles[telling.article], turns_back(kb, telling)
    for item in kb.extractions[telling.article].mentions:
        placed = _is_name(kb, telling.article, item) and (
            is_located(article.text, item) or is_in_dateline(article, item.span)
        )
        if placed and is_scene(kb, telling, item, turned):
            yield item


def _first(kb: KnowledgeBase, telling: Telling, found: Iterator[Mention]) -> list[Cell]:
    for item in found:
        key = kb.entity_of.get((telling.article, item.chain))
        if key in kb.entities:
            return [scene_cell(kb, telling, item, str(key))]
    return []


def _is_name(kb: KnowledgeBase, article: str, item: Mention) -> bool:
    """Whether it is the name of a place, to the article alone or to all that name it."""
    if item.kind != "name" or item.via:
        return False
    entity = kb.entities.get(kb.entity_of.get((article, item.chain), ""))
    return (entity.type if entity is not None else item.type) in _PLACES


def _naming(kb: KnowledgeBase, telling: Telling, mention: EventMention) -> Mention | None:
    """The words for its place in its sentence; those that the headline or the lead lends to the main mention."""
    own = nearest_mention(kb, telling.article, mention.place, mention.sentence, mention.trigger)
    if own is not None or not mention.news or mention.place is None:
        return own
    chain = [item for item in kb.extractions[telling.article].mentions if item.chain == mention.place]
    return next((item for item in chain if item.kind == "name"), None)
