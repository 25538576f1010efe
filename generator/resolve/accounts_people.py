"""Who takes part: a facet over sets of entities."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.gazetteer import with_article
from generator.model import Cell, Event, Evidence, Facet, KnowledgeBase, Span
from generator.resolve.accounts_actors import ROLES, find_actors, news_of, takes_part
from generator.resolve.accounts_datelines import is_in_dateline
from generator.resolve.accounts_places import is_within
from generator.resolve.accounts_tellings import Telling, find_publisher, nearest_mention
from generator.resolve.accounts_words import label, names_in_words

MAX_PEOPLE = 6

# Whoever acts with somebody acts; whoever suffers, gets or is aimed at is acted on.
_SIDES = {"with": "agent", "recipient": "patient", "target": "patient"}

Named = dict[str, set[str]]


def compare_who(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """The participants of each article, whoever acts in its news first; those without a name have no value.

    The same ones agree, and what one article has beyond them stands in the note.
    """
    cells = [cell for telling in tellings for cell in _who_cells(kb, event, telling)]
    return (_overlap(kb, cells, _parts(kb, tellings)),) if cells else ()


def _who_cells(kb: KnowledgeBase, event: Event, telling: Telling) -> list[Cell]:
    actors = find_actors(kb, event, telling)
    things = set(_things(kb, telling))
    cells = [
        Cell(telling.article, _named(kb, found), entity, thing=entity is None and found.span in things)
        for entity, found in actors
    ]
    known = {cell.value for cell in cells} - {None}
    for person in event.participants[:MAX_PEOPLE]:
        cell = _participant_cell(kb, person.entity, person.evidence, telling)
        if cell is not None and cell.value not in known:
            cells.append(cell)
    return cells[:MAX_PEOPLE]


def _things(kb: KnowledgeBase, telling: Telling) -> Iterator[Span]:
    """The words for what takes part and is nobody."""
    for item in (item for mention in news_of(kb, telling) for item in mention.arguments):
        if not takes_part(kb, telling.article, item):
            yield item.span


def _participant_cell(kb: KnowledgeBase, entity: str, evidence: Sequence[Evidence], telling: Telling) -> Cell | None:
    kinds = {item.span: item.kind for item in kb.extractions[telling.article].mentions}
    article = kb.articles[telling.article]
    own = [item for item in evidence if item.article == article.id and not is_in_dateline(article, item.span)]
    found = min(own, key=lambda item: (kinds.get(item.span) == "pronoun", item), default=None)
    return Cell(telling.article, _named(kb, found), entity) if found is not None and entity in kb.entities else None


def _named(kb: KnowledgeBase, found: Evidence) -> Evidence:
    """The name or description that stands in the sentence for a pronoun of the event; the words as they are without one."""
    mentions = kb.extractions[found.article].mentions
    chain = next((item.chain for item in mentions if item.span == found.span and item.kind == "pronoun"), None)
    named = nearest_mention(kb, found.article, chain, found.sentence, found.span) if chain else None
    return Evidence(found.article, found.sentence, named.span) if named is not None else found


def _overlap(kb: KnowledgeBase, cells: Sequence[Cell], parts: Mapping[tuple[str, str], frozenset[str]]) -> Facet:
    """The facet over sets of entities: those that meet in one part agree; who has no name is not compared."""
    named: Named = {}
    for cell in cells:
        if cell.value is not None:
            named.setdefault(cell.article, set()).add(str(cell.value))
    if not any(_agree(key, named, parts) for key in set().union(*named.values())):
        several = len({cell.article for cell in cells}) > 1
        return Facet("who", label("who"), "side by side" if several else "only here", tuple(cells))
    everywhere = set.intersection(*named.values())
    beyond = {article: _beyond(kb, found, everywhere) for article, found in named.items()}
    note = _extent(kb, beyond) if any(beyond.values()) else ""
    return Facet("who", label("who"), "agree", tuple(cells), note)


def _agree(key: str, named: Named, parts: Mapping[tuple[str, str], frozenset[str]]) -> bool:
    """Whether two articles have the entity, in one part; a part that nobody knows is any."""
    found = [parts.get((article, key), frozenset()) for article, keys in sorted(named.items()) if key in keys]
    return any(not one or not other or one & other for place, one in enumerate(found) for other in found[place + 1 :])


def _parts(kb: KnowledgeBase, tellings: Sequence[Telling]) -> dict[tuple[str, str], frozenset[str]]:
    """(article id, entity id) -> whether it acts, is acted on, or both, in the mentions that tell the event."""
    found: dict[tuple[str, str], set[str]] = {}
    for telling in tellings:
        for mention in (*telling.mentions, *news_of(kb, telling)):
            for item in mention.arguments:
                entity = kb.entity_of.get((telling.article, item.chain)) if item.chain else None
                if entity is not None and item.role in ROLES:
                    found.setdefault((telling.article, entity), set()).add(_SIDES.get(item.role, item.role))
    return {key: frozenset(roles) for key, roles in found.items()}


def _beyond(kb: KnowledgeBase, found: set[str], common: set[str]) -> set[str]:
    """The entities that are not another name for a common one, as a capital is for its country."""
    return {key for key in found if not any(is_within(kb, key, other) or is_within(kb, other, key) for other in common)}


def _extent(kb: KnowledgeBase, beyond: Named) -> str:
    """ "only X names A and B"; of more than two accounts, who is not in all of them. Whom an article names elsewhere it names, too."""
    everybody = set().union(*beyond.values())
    only = {
        key
        for key in everybody
        if not all(key in found or _is_named(kb, article, key) for article, found in beyond.items())
    }
    if len(beyond) == 2:
        told = [
            f"only {find_publisher(kb, article)} names {_names(kb, keys & only)}"
            for article, keys in beyond.items()
            if keys & only
        ]
        return "; ".join(told)
    return f"not in every account: {_names(kb, only)}" if only else ""


def _is_named(kb: KnowledgeBase, article: str, key: str) -> bool:
    """Whether an article names or describes an entity, or its capital for it, anywhere."""
    found = {kb.entity_of.get((article, chain.id), "") for chain in kb.extractions[article].chains}
    return any(is_within(kb, other, key) for other in found if other)


def _names(kb: KnowledgeBase, keys: set[str]) -> str:
    return names_in_words([with_article(name) for name in sorted(kb.entities[key].name for key in keys)])
