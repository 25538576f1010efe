"""Who says so: those to whom each account attributes an event, and in words whom all of them name and whom only one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.gazetteer import with_article
from generator.model import Cell, Event, Evidence, Facet, KnowledgeBase, Participant, Verdict
from generator.resolve.accounts_places import is_within
from generator.resolve.accounts_tellings import Telling, find_publisher, nearest_mention
from generator.resolve.accounts_values import share_words
from generator.resolve.accounts_words import label, names_in_words
from generator.resolve.lexicon import words

# Two sentences that share so many longer words make one statement.
SAME_STATEMENT = 4

Named = dict[str, set[str]]


def compare_sources(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """Who says so; of an accusation, those who raise it.

    The same sources agree, and those of one statement in another extent differ; the note says whom all name and whom only one.
    """
    cells = [cell for telling in tellings for cell in _raised(kb, event, telling)]
    cells = cells or [cell for telling in tellings for cell in _attributed(kb, telling)]
    if not cells:
        return ()
    named: Named = {}
    for cell in cells:
        named.setdefault(cell.article, set()).add(str(cell.value))
    shared = {key for found in named.values() for key in found if sum(key in other for other in named.values()) > 1}
    if not shared:
        return (Facet("attribution", label("attribution"), "only here", tuple(cells)),)
    everywhere = set.intersection(*named.values())
    beyond = {article: _beyond(kb, found, shared) for article, found in named.items()}
    differing = bool(everywhere) and any(beyond.values()) and _is_one_statement(kb, cells)
    verdict: Verdict = "differ" if differing else "agree"
    note = _extent(kb, shared, beyond, verdict) if any(beyond.values()) else ""
    return (Facet("attribution", label("attribution"), verdict, tuple(cells), note),)


def _raised(kb: KnowledgeBase, event: Event, telling: Telling) -> list[Cell]:
    """Those who raise an accusation in an article; empty for other events."""
    if event.type not in words("accounts_speech.txt"):
        return []
    people = [person for person in event.participants if person.role in words("accounts_agents.txt")]
    return [cell for person in people if (cell := _raiser(kb, person, telling)) is not None]


def _raiser(kb: KnowledgeBase, person: Participant, telling: Telling) -> Cell | None:
    kinds = {item.span: item.kind for item in kb.extractions[telling.article].mentions}
    own = [item for item in person.evidence if item.article == telling.article]
    found = min(own, key=lambda item: (kinds.get(item.span) == "pronoun", item), default=None)
    return Cell(telling.article, found, person.entity) if found is not None and person.entity in kb.entities else None


def _attributed(kb: KnowledgeBase, telling: Telling) -> list[Cell]:
    found: dict[str, Cell] = {}
    for mention in telling.mentions:
        key = kb.entity_of.get((telling.article, mention.attribution)) if mention.attribution else None
        named = nearest_mention(kb, telling.article, mention.attribution, mention.sentence, mention.trigger)
        if key is not None and key in kb.entities and named is not None and key not in found:
            found[key] = Cell(telling.article, Evidence(telling.article, named.sentence, named.span), key)
    return list(found.values())


def _is_one_statement(kb: KnowledgeBase, cells: Sequence[Cell]) -> bool:
    """Whether the sentences that the cells stand in say the same: then other sources are another extent of one statement."""
    sentences = {(cell.article, cell.evidence.sentence) for cell in cells}
    texts = [kb.sentence(*key).span.text for key in sorted(sentences)]
    articles = {article for article, _ in sentences}
    return len(sentences) == len(articles) and all(share_words(texts[0], text) >= SAME_STATEMENT for text in texts[1:])


def _beyond(kb: KnowledgeBase, found: set[str], shared: set[str]) -> set[str]:
    """The sources that are not another name for a shared one, as a capital is for its country."""
    return {key for key in found if not any(is_within(kb, key, other) or is_within(kb, other, key) for other in shared)}


def _extent(kb: KnowledgeBase, shared: set[str], beyond: Named, verdict: Verdict) -> str:
    """ "both: A; only X: B and C"."""
    opening = "differ in extent: " if verdict == "differ" else ""
    common = "both" if len(beyond) == 2 else "several"
    told = [f"only {find_publisher(kb, article)}: {_names(kb, keys)}" for article, keys in beyond.items() if keys]
    return f"{opening}{'; '.join((f'{common}: {_names(kb, shared)}', *told))}"


def _names(kb: KnowledgeBase, keys: Iterable[str]) -> str:
    return names_in_words([with_article(name) for name in sorted(kb.entities[key].name for key in keys)])
