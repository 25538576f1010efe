"""Participants without a name on the card of an event: each once, and none that is only another word for a named one."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compile.site import Site
from generator.compile.words import lexicon
from generator.model import Event, Evidence


def unnamed_groups(site: Site, event: Event) -> list[list[Evidence]]:
    """The words of those without a name, grouped by whom they describe, the fullest words first.

    Things stand there only where nobody takes part.
    """
    cells = [cell for f in event.facets if f.kind == "who" for cell in f.cells if cell.value is None]
    known = set(_known_heads(site, event))
    left = [
        cell for cell in cells if head_of(cell.evidence.span.text) not in known and not _leans(cell.evidence.span.text)
    ]
    somebody = bool(event.participants) or not all(cell.thing for cell in left)
    left = [cell for cell in left if not (cell.thing and somebody)]
    groups: list[list[Evidence]] = []
    for cell in left:
        same = next((group for group in groups if _alike(group[0].span.text, cell.evidence.span.text)), None)
        if same is None:
            groups.append([cell.evidence])
        else:
            same.append(cell.evidence)
    return [sorted(group, key=lambda item: _fullness(item.span.text), reverse=True) for group in groups]


def _leans(words: str) -> bool:
    """Whether words say whose they are by a pronoun alone, and so not who is meant: "his name"."""
    return words.split()[0].casefold() in lexicon()["possessives"] if words.split() else True


def head_of(words: str) -> str:
    """The noun that a description is about, in lower case: the last word before "of", "from", "who" and the like."""
    plain = [word.strip(".,;:“”\"'()").casefold() for word in words.split()]
    link = next((place for place, word in enumerate(plain) if place and word in lexicon()["noun_links"]), len(plain))
    return plain[link - 1].removesuffix("’s").removesuffix("'s") if plain else ""


def _known_heads(site: Site, event: Event) -> Iterator[str]:
    """The nouns by which the articles describe the named participants, and those of their roles."""
    named = {person.entity for person in event.participants}
    for key in sorted(named & set(site.kb.entities)):
        for role in site.kb.entities[key].roles:
            yield head_of(role.value)
    for article in site.event_articles[event.id]:
        for mention in site.kb.extractions[article].mentions:
            if (
                mention.kind == "nominal"
                and site.kb.entity_of.get((article, mention.chain)) in named
                and not mention.via
            ):
                yield head_of(mention.span.text)


def _alike(one: str, other: str) -> bool:
    """Whether two descriptions have one noun, and no two numbers."""
    left, right = _numbers(one), _numbers(other)
    return head_of(one) == head_of(other) and (not left or not right or left == right)


def _numbers(words: str) -> tuple[str, ...]:
    known = set(lexicon()["number_words"])
    plain = (word.strip(".,").casefold() for word in words.split())
    return tuple(word for word in plain if word in known or word[:1].isdigit())


def _fullness(words: str) -> tuple[bool, int]:
    return bool(_numbers(words)), len(words)
