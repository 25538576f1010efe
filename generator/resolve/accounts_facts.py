"""Who, what, when, where, and who says so: the facets that every event has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.model import Cell, Event, EventMention, Evidence, Facet, KnowledgeBase, Mention, TimeExpression, Verdict
from generator.model.span import Span
from generator.resolve.accounts_tellings import Telling
from generator.resolve.accounts_values import days_apart
from generator.resolve.accounts_words import label, names_in_words

MAX_PEOPLE = 6
# A longer clause is cut down to its trigger.
MAX_CLAUSE = 220
_DATING = frozenset({"date", "time"})


def compare_who(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """The participants that each article names; the same ones agree, and more of them in one article is said in the note."""
    cells: list[Cell] = []
    named: dict[str, set[str]] = {}
    for person in event.participants[:MAX_PEOPLE]:
        for telling in tellings:
            evidence = next((item for item in sorted(person.evidence) if item.article == telling.article), None)
            if evidence is not None and person.entity in kb.entities:
                cells.append(Cell(telling.article, evidence, person.entity))
                named.setdefault(telling.article, set()).add(person.entity)
    if not cells:
        return ()
    return (_overlap(kb, "who", cells, named, "agree"),)


def _overlap(kb: KnowledgeBase, kind: str, cells: list[Cell], named: dict[str, set[str]], partial: Verdict) -> Facet:
    """A facet over sets of entities: equal sets agree; sets that overlap have the verdict `partial`; others stand alone."""
    sets = list(named.values())
    common = set.intersection(*sets)
    extra = {article: found - common for article, found in named.items() if found - common}
    if len(sets) < 2 or not common:
        return Facet(kind, label(kind), "only here", tuple(cells))
    extra = {article: rest for article, found in extra.items() if (rest := _beyond(kb, found, common))}
    if not extra:
        return Facet(kind, label(kind), "agree", tuple(cells))
    return Facet(kind, label(kind), partial, tuple(cells), _extent(kb, extra, partial))


def _beyond(kb: KnowledgeBase, found: set[str], common: set[str]) -> set[str]:
    """The entities that are not another name for a common one, as a capital is for its country."""
    return {
        key for key in found if not any(_is_within(kb, key, other) or _is_within(kb, other, key) for other in common)
    }


def _extent(kb: KnowledgeBase, extra: dict[str, set[str]], verdict: Verdict) -> str:
    """ "only X names A and B"; said to differ in extent where the facet differs."""
    parts = [
        f"only {publisher(kb, article)} names {names_in_words(sorted(kb.entities[key].name for key in found))}"
        for article, found in sorted(extra.items())
    ]
    return f"{'differ in extent: ' if verdict == 'differ' else ''}{'; '.join(parts)}"


def publisher(kb: KnowledgeBase, article: str) -> str:
    """How a reader knows the article: its publisher, else its title, else its path."""
    found = kb.articles[article]
    return found.publisher or found.title or found.path


def compare_what(_kb: KnowledgeBase, _event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """The clause of each article that tells the event best; the note gives the words used, where they are not the same."""
    cells = tuple(_what_cell(telling) for telling in tellings)
    used = sorted({mention.lemma for telling in tellings for mention in [_best(telling)]})
    note = f"in different words: {names_in_words([f'“{word}”' for word in used])}" if len(used) > 1 else ""
    return (Facet("what", label("what"), "agree", cells, note),)


def _best(telling: Telling) -> EventMention:
    """The main mention, else an asserted one with the most arguments, the first among equals."""
    return min(
        telling.mentions,
        key=lambda item: (not item.main, item.modality != "asserted", -len(item.arguments), item.trigger.start),
    )


def _what_cell(telling: Telling) -> Cell:
    best = _best(telling)
    span = best.clause if len(best.clause.text) <= MAX_CLAUSE else best.trigger
    return Cell(telling.article, Evidence(telling.article, best.sentence, span), best.lemma, _mode(best))


def _mode(mention: EventMention) -> str:
    if not mention.polarity:
        return "denied"
    return "" if mention.modality == "asserted" else mention.modality


def compare_dates(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """When, as each article has it; a coarser value that holds the finer one agrees."""
    cells = [cell for telling in tellings if (cell := _date_cell(kb, event, telling)) is not None]
    if not cells:
        return ()
    values = [(cell, str(cell.value)) for cell in cells if cell.value]
    if len(values) < 2:
        words = {cell.evidence.span.text.lower() for cell in cells}
        alike = len(cells) > 1 and len(words) == 1
        return (Facet("when", label("when"), "agree" if alike else "only here", tuple(cells)),)
    gaps = [days_apart(left, right) for place, (_, left) in enumerate(values) for _, right in values[place + 1 :]]
    if any(gap is None for gap in gaps):
        return (Facet("when", label("when"), "only here", tuple(cells)),)
    widest = max(gap for gap in gaps if gap is not None)
    relative = any(cell.note for cell, _ in values)
    if widest == 0 or (widest == 1 and relative):
        note = "one day apart, as reckoned from the days of publication" if widest else ""
        return (Facet("when", label("when"), "agree", tuple(cells), note),)
    return (Facet("when", label("when"), "differ", tuple(cells)),)


def _date_cell(kb: KnowledgeBase, event: Event, telling: Telling) -> Cell | None:
    """The time expression of an article that dates the event: the one nearest to the event's date, then the finest."""
    times = {time.id: time for time in kb.extractions[telling.article].times}
    read = {words for words in event.date_words if words.article == telling.article}
    own = [times[item.time] for item in telling.mentions if item.time in times and item.modality == "asserted"]
    own += [time for time in times.values() if Evidence(telling.article, time.sentence, time.span) in read]
    own = [time for time in own if time.kind in _DATING] or _beside(event, telling, times.values())
    if not own:
        return None
    best = min(own, key=lambda time: (*_distance(time, event.date), time.span.start))
    note = "" if best.anchor == "as written" or best.value is None else best.anchor
    return Cell(telling.article, Evidence(telling.article, best.sentence, best.span), best.value, note)


def _beside(event: Event, telling: Telling, times: Iterable[TimeExpression]) -> list[TimeExpression]:
    """Times in the sentences of the mentions that fit the event's date; others may date something else."""
    here = {mention.sentence for mention in telling.mentions}
    fitting = [time for time in times if time.sentence in here and time.kind in _DATING and time.value and event.date]
    return [time for time in fitting if days_apart(time.value or "", event.date or "") == 0]


def _distance(time: TimeExpression, date: str | None) -> tuple[int, int]:
    if time.value is None:
        return 10**9, 0
    apart = days_apart(time.value, date) if date else 0
    return (apart if apart is not None else 10**8), -len(time.value)


def compare_places(kb: KnowledgeBase, _event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """Where, as each article has it; a city inside of the country that the other names agrees."""
    cells: list[Cell] = []
    for telling in tellings:
        cells.extend(_place_cells(kb, telling))
    named = {
        article: {str(cell.value) for cell in cells if cell.article == article}
        for article in (c.article for c in cells)
    }
    if not named:
        return ()
    if len(named) < 2:
        return (Facet("where", label("where"), "only here", tuple(cells)),)
    sets = [named[article] for article in sorted(named)]
    if all(_places_meet(kb, left, right) for place, left in enumerate(sets) for right in sets[place + 1 :]):
        note = "one names it more closely" if len(set.union(*sets)) > 1 else ""
        return (Facet("where", label("where"), "agree", tuple(cells), note),)
    certain = all(len(found) == 1 for found in sets) and len(sets) == 2 and _are_apart(kb, *sets)
    return (Facet("where", label("where"), "differ" if certain else "only here", tuple(cells)),)


def _place_cells(kb: KnowledgeBase, telling: Telling) -> list[Cell]:
    found: dict[str, Cell] = {}
    for mention in telling.mentions:
        key = kb.entity_of.get((telling.article, mention.place)) if mention.place else None
        named = _nearest_mention(kb, telling.article, mention.place, mention.sentence, mention.trigger)
        if key is not None and named is not None and key not in found and mention.modality == "asserted":
            found[key] = Cell(telling.article, Evidence(telling.article, named.sentence, named.span), key)
    return [found[key] for key in sorted(found, key=lambda key: found[key].evidence.span.start)]


def _nearest_mention(kb: KnowledgeBase, article: str, chain: str | None, sentence: str, near: Span) -> Mention | None:
    """The mention of a chain in a sentence that stands nearest to `near`; a pronoun only when there is no other."""
    found = [item for item in kb.extractions[article].mentions if item.chain == chain and item.sentence == sentence]
    return min(
        found,
        key=lambda item: (item.kind == "pronoun", abs(item.span.start - near.start), item.span.start),
        default=None,
    )


def _places_meet(kb: KnowledgeBase, left: set[str], right: set[str]) -> bool:
    return any(_is_within(kb, one, other) or _is_within(kb, other, one) for one in left for other in right)


def _is_within(kb: KnowledgeBase, inner: str, outer: str) -> bool:
    if inner == outer:
        return True
    inside, outside = kb.entities.get(inner), kb.entities.get(outer)
    return inside is not None and outside is not None and inside.country == outside.id


def _are_apart(kb: KnowledgeBase, left: set[str], right: set[str]) -> bool:
    """Whether two places are cities, or both countries: other pairs may lie in one another."""
    kinds = [place.kind if (place := kb.entities[key].place) else "" for key in (*left, *right) if key in kb.entities]
    return len(kinds) == 2 and kinds[0] == kinds[1] and kinds[0] in {"city", "country"}


def compare_sources(kb: KnowledgeBase, _event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """Who says so: the persons and organizations to whom each article attributes the event."""
    cells: list[Cell] = []
    named: dict[str, set[str]] = {}
    for telling in tellings:
        for cell in _source_cells(kb, telling):
            cells.append(cell)
            named.setdefault(telling.article, set()).add(str(cell.value))
    return (_overlap(kb, "attribution", cells, named, "differ"),) if cells else ()


def _source_cells(kb: KnowledgeBase, telling: Telling) -> list[Cell]:
    found: dict[str, Cell] = {}
    for mention in telling.mentions:
        key = kb.entity_of.get((telling.article, mention.attribution)) if mention.attribution else None
        named = _nearest_mention(kb, telling.article, mention.attribution, mention.sentence, mention.trigger)
        if key is not None and key in kb.entities and named is not None and key not in found:
            found[key] = Cell(telling.article, Evidence(telling.article, named.sentence, named.span), key)
    return list(found.values())
