"""Who acts and who suffers in what one article tells of an event: with a name, or in the article's words ("two brothers")."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.model import Argument, Event, EventMention, Evidence, KnowledgeBase
from generator.resolve.accounts_datelines import is_in_dateline
from generator.resolve.accounts_tellings import Telling
from generator.resolve.accounts_values import wider_class
from generator.resolve.lexicon import words

# In the order in which a reader asks for them.
ROLES = ("agent", "patient", "with", "recipient", "target")
MAX_WORDS = 14
_ACTORS = frozenset({"person", "organization", "group"})
_PLACES = frozenset({"place", "facility"})
# Where nobody takes part, what an event is told of stands for who: "a fireball", "two trains".
_THINGS = ("agent", "patient")
_PERSON = "person"

Actor = tuple[str | None, Evidence]


def news_of(kb: KnowledgeBase, telling: Telling) -> tuple[EventMention, ...]:
    """The mentions by which an article that is about the event tells its news, the main one first; of another, its best one."""
    if telling.main:
        found = [item for item in kb.extractions[telling.article].events if item.news]
        own = {item.id for item in telling.mentions}
        if any(item.id in own for item in found):
            return tuple(sorted(found, key=lambda item: (not item.main, item.trigger.start)))
    return (best_of(telling),)


def best_of(telling: Telling) -> EventMention:
    """The main mention, else an asserted one with the most arguments, the first among equals."""
    return min(
        telling.mentions,
        key=lambda item: (not item.main, item.modality != "asserted", -len(item.arguments), item.trigger.start),
    )


def find_actors(kb: KnowledgeBase, event: Event, telling: Telling) -> tuple[Actor, ...]:
    """(entity id or None, its words) of whoever acts and suffers, each once in the fullest words, in the order of ROLES.

    Whoever has a name comes first; things without one stand in only where nobody takes part.
    """
    told = [(role, item, mention) for mention in news_of(kb, telling) for role, item in _arguments(mention)]
    told = [entry for entry in told if not is_in_dateline(kb.articles[telling.article], entry[1].span)]
    told.sort(key=lambda entry: ROLES.index(entry[0]))
    found: dict[str, list[Actor]] = {}
    things: dict[str, list[Actor]] = {}
    for role, item, mention in told:
        entity = kb.entity_of.get((telling.article, item.chain)) if item.chain else None
        entity = entity if entity in kb.entities else None
        actor = (entity, Evidence(telling.article, mention.sentence, item.span))
        if entity is not None and not _is_scene(kb, event, entity, role):
            found.setdefault(entity, []).append(actor)
        elif entity is None and _is_nameless(item):
            if takes_part(kb, telling.article, item):
                found.setdefault(f"~{item.chain or item.head}", []).append(actor)
            elif role in _THINGS and not _is_bare(item):
                things.setdefault(f"~{item.head}", []).append(actor)
    chosen = dict(sorted(found.items(), key=lambda entry: entry[0].startswith("~")))
    if not any(_is_actor(kb, key) for key in found):
        chosen |= dict(list(things.items())[:1])
    return tuple(_fullest(group) for group in chosen.values()) or _named_first(kb, telling)


def takes_part(kb: KnowledgeBase, article: str, item: Argument) -> bool:
    """Whether the words of an argument stand for a person, a group or an organization, and not for a thing."""
    kind = kb.chain(article, item.chain).type if item.chain else ""
    return kind in _ACTORS or wider_class(item.head) == _PERSON


def _is_actor(kb: KnowledgeBase, key: str) -> bool:
    """Whether a key of the actors found is no mere place."""
    return key not in kb.entities or kb.entities[key].type not in _PLACES


def _named_first(kb: KnowledgeBase, telling: Telling) -> tuple[Actor, ...]:
    """Whoever the sentences of the news name or describe first, where nobody takes part in the event: "fear of a flood"."""
    if not telling.main:
        return ()
    found = kb.extractions[telling.article]
    news = {item.sentence for item in found.events if item.news}
    article = kb.articles[found.article]
    told = [
        item
        for item in found.mentions
        if item.sentence in news
        and item.type in _ACTORS
        and item.kind != "pronoun"
        and not is_in_dateline(article, item.span)
    ]
    # "The hospital" is more often a place or a matter than somebody.
    first = min(told, key=lambda item: (item.kind != "name", item.type == "organization"), default=None)
    if first is None:
        return ()
    entity = kb.entity_of.get((article.id, first.chain))
    return ((entity if entity in kb.entities else None, Evidence(article.id, first.sentence, first.span)),)


def _arguments(mention: EventMention) -> Iterator[tuple[str, Argument]]:
    return ((item.role, item) for item in mention.arguments if item.role in ROLES)


def _is_nameless(item: Argument) -> bool:
    tokens = item.span.text.lower().split()
    if len(tokens) == 1 and tokens[0] in words("accounts_kin.txt"):
        return False
    return len(tokens) <= MAX_WORDS and item.head not in words("accounts_no_people.txt") and bool(tokens)


def _is_bare(item: Argument) -> bool:
    """Whether the words are a lone noun that says nothing without what stands around it: "Prices"."""
    return len(item.span.text.split()) < 2 and item.head in words("accounts_bare_nouns.txt")


def _is_scene(kb: KnowledgeBase, event: Event, entity: str, role: str) -> bool:
    """Whether a place is where it happens rather than who takes part."""
    if role == "agent" or kb.entities[entity].type != "place":
        return False
    scene = kb.entities.get(event.place or "")
    return scene is not None and entity in (scene.id, scene.country)


def _fullest(group: Sequence[Actor]) -> Actor:
    return max(group, key=lambda actor: (len(actor[1].span.text), -actor[1].span.start))
