"""Who takes part, and who says so: facets over sets of entities."""

from __future__ import annotations

from collections.abc import Sequence

from generator.gazetteer import with_article
from generator.model import Cell, Event, Evidence, Facet, KnowledgeBase, Verdict
from generator.resolve.accounts_actors import find_actors
from generator.resolve.accounts_places import is_within
from generator.resolve.accounts_tellings import Telling, find_publisher, nearest_mention
from generator.resolve.accounts_values import share_words
from generator.resolve.accounts_words import label, names_in_words
from generator.resolve.lexicon import words

MAX_PEOPLE = 6
# Two sentences that share so many longer words make one statement.
SAME_STATEMENT = 4

Named = dict[str, set[str]]


def compare_who(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """The participants of each article, whoever acts in its news first; those without a name have no value.

    The same ones agree, and what one article has beyond them stands in the note.
    """
    cells = [cell for telling in tellings for cell in _who_cells(kb, event, telling)]
    return (_overlap(kb, "who", cells, "agree"),) if cells else ()


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


def compare_sources(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """Who says so: those to whom each article attributes the event; of an accusation, those who raise it."""
    cells = [cell for telling in tellings for cell in _source_cells(kb, telling)]
    if event.type in words("accounts_speech.txt"):
        raised = [person for person in event.participants if person.role in words("accounts_agents.txt")]
        cells = [
            cell
            for person in raised
            for telling in tellings
            if (cell := _participant_cell(kb, person.entity, person.evidence, telling)) is not None
        ] or cells
    partial: Verdict = "differ" if _is_one_statement(kb, cells) else "agree"
    return (_overlap(kb, "attribution", cells, partial),) if cells else ()


def _source_cells(kb: KnowledgeBase, telling: Telling) -> list[Cell]:
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


def _overlap(kb: KnowledgeBase, kind: str, cells: Sequence[Cell], partial: Verdict) -> Facet:
    """A facet over sets of entities: equal sets agree; sets that overlap have the verdict `partial`; others stand alone."""
    named: Named = {}
    for cell in cells:
        if cell.value is not None:
            named.setdefault(cell.article, set()).add(str(cell.value))
    shared = {key for found in named.values() for key in found if sum(key in other for other in named.values()) > 1}
    if not shared:
        return Facet(kind, label(kind), "only here", tuple(cells))
    everywhere = set.intersection(*named.values())
    beyond = {article: _beyond(kb, found, everywhere) for article, found in named.items()}
    if not any(beyond.values()):
        return Facet(kind, label(kind), "agree", tuple(cells))
    verdict: Verdict = partial if everywhere else "agree"
    return Facet(kind, label(kind), verdict, tuple(cells), _extent(kb, beyond, verdict))


def _beyond(kb: KnowledgeBase, found: set[str], common: set[str]) -> set[str]:
    """The entities that are not another name for a common one, as a capital is for its country."""
    return {key for key in found if not any(is_within(kb, key, other) or is_within(kb, other, key) for other in common)}


def _extent(kb: KnowledgeBase, beyond: Named, verdict: Verdict) -> str:
    """ "only X names A and B"; of more than two accounts, who is not in all of them."""
    opening = "differ in extent: " if verdict == "differ" else ""
    if len(beyond) == 2:
        told = [
            f"only {find_publisher(kb, article)} names {_names(kb, keys)}" for article, keys in beyond.items() if keys
        ]
        return f"{opening}{'; '.join(told)}"
    return f"{opening}not in every account: {_names(kb, set.union(*beyond.values()))}"


def _names(kb: KnowledgeBase, keys: set[str]) -> str:
    return names_in_words([with_article(name) for name in sorted(kb.entities[key].name for key in keys)])
