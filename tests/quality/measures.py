"""Measures of the demonstration's knowledge base against what a careful reader finds in it. All in percent."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import combinations
from typing import Any

from generator.model import Entity, KnowledgeBase, Mention
from tests.quality.measures_events import background_events, rows_found, true_differences

Gold = dict[str, Any]


def _share(hits: Iterable[bool]) -> float:
    found = list(hits)
    return 100 * sum(found) / len(found) if found else 0.0


def _folder(path: str) -> str:
    return path.split("/")[0]


def _main_events(kb: KnowledgeBase) -> dict[str, str]:
    """Path of an article -> id of its main event (its own path when it has none)."""
    found = {article.path: article.path for article in kb.articles.values()}
    for event in kb.events.values():
        for article in event.main_of:
            found[kb.articles[article].path] = event.id
    return found


def clusters_pairwise_precision(kb: KnowledgeBase, gold: Gold) -> float:
    """Of the pairs of articles that share a main event, how many lie in one folder (each folder holds one event)."""
    pairs = [(a, b) for (a, x), (b, y) in combinations(sorted(_main_events(kb).items()), 2) if x == y]
    return _share(_folder(a) == _folder(b) for a, b in pairs)


def clusters_pairwise_recall(kb: KnowledgeBase, gold: Gold) -> float:
    """Of the pairs of articles in one folder, how many share a main event."""
    events = _main_events(kb)
    return _share(events[a] == events[b] for a, b in combinations(sorted(events), 2) if _folder(a) == _folder(b))


def _entities_by_form(kb: KnowledgeBase) -> dict[str, set[str]]:
    forms: dict[str, set[str]] = {}
    for entity in kb.entities.values():
        for form in {entity.name, *(alias.form for alias in entity.aliases)}:
            forms.setdefault(form, set()).add(entity.id)
    return forms


def _speakers(kb: KnowledgeBase, path: str, words: str) -> list[str | None] | None:
    """Names of the speakers of the quotes of an article that hold `words`; None when there is no such quote."""
    article = next(item for item in kb.articles.values() if item.path == path)
    quotes = [
        quote
        for quote in kb.extractions[article.id].quotes
        if any(words in span.text for span in (*quote.spans, *quote.quoted))
    ]
    if not quotes:
        return None
    return [kb.entity_of.get((article.id, quote.speaker)) if quote.speaker else None for quote in quotes]


def quotes_found(kb: KnowledgeBase, gold: Gold) -> float:
    """Quotations that are found at all."""
    return _share(
        _speakers(kb, path, words) is not None for path, quotes in gold["quotes"].items() for words, _ in quotes
    )


def quotes_right_speaker(kb: KnowledgeBase, gold: Gold) -> float:
    """Quotations that are found and whose every reading has the right speaker."""
    forms = _entities_by_form(kb)
    return _share(
        bool(found := _speakers(kb, path, words)) and all(speaker in forms.get(name, set()) for speaker in found)
        for path, quotes in gold["quotes"].items()
        for words, name in quotes
    )


def people_one_page(kb: KnowledgeBase, gold: Gold) -> float:
    """People all of whose forms lead to one and the same entity, a person."""
    forms = _entities_by_form(kb)
    return _share(_one(kb, [forms.get(form, set()) for form in person], "person") for person in gold["people"])


def _one(kb: KnowledgeBase, found: list[set[str]], kind: str) -> bool:
    common = set.union(*found) if found else set()
    return len(common) == 1 and all(found) and kb.entities[next(iter(common))].type == kind


def _typed(kb: KnowledgeBase, names: list[str], right: Callable[[Entity], bool]) -> float:
    forms = _entities_by_form(kb)
    return _share(any(right(kb.entities[key]) for key in forms.get(name, ())) for name in names)


def places_found(kb: KnowledgeBase, gold: Gold) -> float:
    """Places that are entities of the right kind."""
    return _typed(kb, gold["places"], lambda entity: entity.type == "place")


def organizations_found(kb: KnowledgeBase, gold: Gold) -> float:
    """Organizations that are entities of the right kind."""
    return _typed(kb, gold["organizations"], lambda entity: entity.type == "organization")


def main_event_dates(kb: KnowledgeBase, gold: Gold) -> float:
    """Folders whose main event, the one that most of its articles share, has the right date."""
    return _share(_date(kb, folder) == date for folder, date in gold["dates"].items())


def _date(kb: KnowledgeBase, folder: str) -> str | None:
    ids = {article.id for article in kb.articles.values() if _folder(article.path) == folder}
    events = sorted(kb.events.values(), key=lambda event: (-len(ids & set(event.main_of)), event.id))
    return events[0].date if events else None


def _article(kb: KnowledgeBase, path: str) -> str:
    return next(article.id for article in kb.articles.values() if article.path == path)


def _named_in(kb: KnowledgeBase, path: str, name: str) -> set[str]:
    """Ids of the entities that an article calls by this name."""
    key = _article(kb, path)
    return {
        kb.entity_of[key, mention.chain]
        for mention in kb.extractions[key].mentions
        if mention.span.text == name and (key, mention.chain) in kb.entity_of
    }


def namesakes_kept_apart(kb: KnowledgeBase, gold: Gold) -> float:
    """People of one name in two articles who have a page each."""
    found = [(_named_in(kb, *left), _named_in(kb, *right)) for left, right in gold["apart"]]
    return _share(len(left) == len(right) == 1 and left != right for left, right in found)


def utterances_joined(kb: KnowledgeBase, gold: Gold) -> float:
    """Pairs of wordings in two articles that are shown as one utterance."""
    return _share(bool(_utterances(kb, *left) & _utterances(kb, *right)) for left, right in gold["utterances"])


def _utterances(kb: KnowledgeBase, path: str, words: str) -> set[str]:
    key = _article(kb, path)
    return {
        utterance.id
        for utterance in kb.utterances
        for article, quote in utterance.quotes
        if article == key and any(words in span.text for span in kb.quote(article, quote).spans)
    }


def _mentions_at(kb: KnowledgeBase, path: str, words: str, name: str) -> list[tuple[str, Mention]]:
    """Mentions of this wording inside the first place where an article has `words`, each with its entity's name."""
    key = _article(kb, path)
    start = kb.articles[key].text.index(words)
    inside = [m for m in kb.extractions[key].mentions if start <= m.span.start and m.span.end <= start + len(words)]
    return [
        (kb.entities[kb.entity_of[key, mention.chain]].name, mention)
        for mention in inside
        if mention.span.text == name and (key, mention.chain) in kb.entity_of
    ]


def capitals_for_governments(kb: KnowledgeBase, gold: Gold) -> float:
    """Capitals and seats of power that stand for a government: linked to its country, and marked so."""
    return _share(
        [(found, mention.via) for found, mention in _mentions_at(kb, path, words, name)] == [(country, "metonym")]
        for path, words, name, country in gold["governments"]
    )


def cities_stay_cities(kb: KnowledgeBase, gold: Gold) -> float:
    """Cities that are meant as cities."""
    return _share(
        [(found.casefold(), mention.via) for found, mention in _mentions_at(kb, path, words, name)]
        == [(name.casefold(), "")]
        for path, words, name in gold["cities"]
    )


def roles_attested(kb: KnowledgeBase, gold: Gold) -> float:
    """People whose pages give the role that the articles give them."""
    forms = _entities_by_form(kb)
    return _share(
        any(words.casefold() in role.value.casefold() for key in forms.get(name, ()) for role in kb.entities[key].roles)
        for name, words in gold["roles"]
    )


MEASURES: dict[str, Callable[[KnowledgeBase, Gold], float]] = {
    measure.__name__: measure
    for measure in (
        clusters_pairwise_precision,
        clusters_pairwise_recall,
        quotes_found,
        quotes_right_speaker,
        people_one_page,
        places_found,
        organizations_found,
        main_event_dates,
        namesakes_kept_apart,
        utterances_joined,
        capitals_for_governments,
        cities_stay_cities,
        roles_attested,
        rows_found,
        true_differences,
        background_events,
    )
}
