"""Who takes part: a facet over sets of entities."""

from __future__ import annotations

from collections.abc import Sequence

from generator.gazetteer import with_article
from generator.model import Cell, Event, Evidence, Facet, KnowledgeBase
from generator.resolve.accounts_actors import find_actors
from generator.resolve.accounts_places import is_within
from generator.resolve.accounts_tellings import Telling, find_publisher, nearest_mention
from generator.resolve.accounts_words import label, names_in_words

MAX_PEOPLE = 6

Named = dict[str, set[str]]


def compare_who(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """The participants of each article, whoever acts in its news first; those without a name have no value.

    The same ones agree, and what one article has beyond them stands in the note.
    """
    cells = [cell for telling in tellings for cell in _who_cells(kb, event, telling)]
    return (_overlap(kb, cells),) if cells else ()


def _who_cells(kb: KnowledgeBase, event: Event, telling: Telling) -> list[Cell]:
    actors = find_actors(kb, event, telling)
    cells = [Cell(telling.article, _named(kb, found), entity) for entity, found in actors]
    known = {cell.value for cell in cells} - {None}
    for person in event.participants[:MAX_PEOPLE]:
        cell = _participant_cell(kb, person.entity, person.evidence, telling)
        if cell is not None and cell.value not in known:
            cells.append(cell)
    return cells[:MAX_PEOPLE]


def _participant_cell(kb: KnowledgeBase, entity: str, evidence: Sequence[Evidence], telling: Telling) -> Cell | None:
    kinds = {item.span: item.kind for item in kb.extractions[telling.article].mentions}
    own = [item for item in evidence if item.article == telling.article]
    found = min(own, key=lambda item: (kinds.get(item.span) == "pronoun", item), default=None)
    return Cell(telling.article, _named(kb, found), entity) if found is not None and entity in kb.entities else None


def _named(kb: KnowledgeBase, found: Evidence) -> Evidence:
    """The name or description that stands in the sentence for a pronoun of the event; the words as they are without one."""
    mentions = kb.extractions[found.article].mentions
    chain = next((item.chain for item in mentions if item.span == found.span and item.kind == "pronoun"), None)
    named = nearest_mention(kb, found.article, chain, found.sentence, found.span) if chain else None
    return Evidence(found.article, found.sentence, named.span) if named is not None else found


def _overlap(kb: KnowledgeBase, cells: Sequence[Cell]) -> Facet:
    """The facet over sets of entities: those that meet agree, others stand alone; who has no name is not compared."""
    named: Named = {}
    for cell in cells:
        if cell.value is not None:
            named.setdefault(cell.article, set()).add(str(cell.value))
    shared = {key for found in named.values() for key in found if sum(key in other for other in named.values()) > 1}
    if not shared:
        return Facet("who", label("who"), "only here", tuple(cells))
    everywhere = set.intersection(*named.values())
    beyond = {article: _beyond(kb, found, everywhere) for article, found in named.items()}
    note = _extent(kb, beyond) if any(beyond.values()) else ""
    return Facet("who", label("who"), "agree", tuple(cells), note)


def _beyond(kb: KnowledgeBase, found: set[str], common: set[str]) -> set[str]:
    """The entities that are not another name for a common one, as a capital is for its country."""
    return {key for key in found if not any(is_within(kb, key, other) or is_within(kb, other, key) for other in common)}


def _extent(kb: KnowledgeBase, beyond: Named) -> str:
    """ "only X names A and B"; of more than two accounts, who is not in all of them."""
    if len(beyond) == 2:
        told = [
            f"only {find_publisher(kb, article)} names {_names(kb, keys)}" for article, keys in beyond.items() if keys
        ]
        return "; ".join(told)
    return f"not in every account: {_names(kb, set.union(*beyond.values()))}"


def _names(kb: KnowledgeBase, keys: set[str]) -> str:
    return names_in_words([with_article(name) for name in sorted(kb.entities[key].name for key in keys)])
