"""Figures compared: those that count the same thing of the same event are laid side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.gazetteer import with_article
from generator.model import Cell, Event, Evidence, Facet, KnowledgeBase, Quantity, Verdict
from generator.resolve.accounts_contests import find_contests
from generator.resolve.accounts_figure_words import figure_label, figure_words
from generator.resolve.accounts_items import SMALL, Item, read_items
from generator.resolve.accounts_rivals import agree
from generator.resolve.accounts_tellings import Telling
from generator.resolve.accounts_values import stated, wider_class
from generator.resolve.accounts_words import is_fate, names_in_words
from generator.resolve.lexicon import words

# Figures of one article alone that are shown, at most.
MAX_ALONE = 5
# The same for all articles of an event together.
MAX_ALONE_ROWS = 12
_DETERMINERS = frozenset({"The", "A", "An", "His", "Her", "Its", "Their", "Some", "Two", "Several", "One"})


def compare_figures(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """A row for each thing that is counted: first what several articles give, then what stands in one alone."""
    items = [item for telling in tellings for item in read_items(kb, event, telling)]
    clusters = _clusters(items)
    shared = _facets_of_shared(kb, clusters)
    used = {id(item) for cluster in clusters if _articles(cluster) > 1 for item in cluster}
    used |= {id(item) for rivals in find_contests(clusters) for item in rivals}
    shown = [item for item in items if id(item) in used]
    alone = [cluster[0] for cluster in clusters if not any(id(item) in used for item in cluster)]
    return (*shared, *_facets_alone(kb, tellings, [item for item in alone if not _is_shown(item, shown)]))


def _is_shown(item: Item, shown: Sequence[Item]) -> bool:
    """Whether a row has this number of the same article already, under another noun for the same: "23 pirates", "23 men"."""
    return any(
        (item.article, item.kind, item.number) == (other.article, other.kind, other.number)
        and wider_class(item.noun) == wider_class(other.noun)
        for other in shown
    )


def _clusters(items: Sequence[Item]) -> list[list[Item]]:
    """Figures that say the same, in the order of the accounts; which ones does not hang on that order."""
    clusters: list[list[Item]] = []
    order = {id(item): place for place, item in enumerate(items)}
    for item in sorted(items, key=_by_value):
        home = next((cluster for cluster in clusters if _belongs(item, cluster)), None)
        if home is None:
            clusters.append([item])
        else:
            home.append(item)
    inside = [sorted(cluster, key=lambda item: order[id(item)]) for cluster in _joined(clusters)]
    return sorted(inside, key=lambda cluster: order[id(cluster[0])])


def _joined(clusters: Sequence[list[Item]]) -> list[list[Item]]:
    """The clusters, those joined that give one number or size of the same thing under one key."""
    kept: list[list[Item]] = []
    for cluster in clusters:
        home = next((other for other in kept if _overlap(other, cluster)), None)
        if home is None:
            kept.append(list(cluster))
        else:
            home.extend(cluster)
    return kept


def _overlap(left: Sequence[Item], right: Sequence[Item]) -> bool:
    return any(
        (one.key == other.key or _are_one_group(one, other)) and _is_same(one, other) and agree(one, other)
        for one in left
        for other in right
    )


def _are_one_group(one: Item, other: Item) -> bool:
    """Whether both count people by one noun of their own: the two pyrotechnicians who jumped, and who were injured."""
    return one.kind == "count" and one.noun == other.noun and one.noun != wider_class(one.noun) == "person"


def _by_value(item: Item) -> tuple[str, str, float, bool, str, str]:
    open_one = item.quantity.low != item.quantity.high
    return item.kind, item.unit, item.number, open_one, item.quantity.span.text, item.sentence.span.text


def _belongs(item: Item, cluster: Sequence[Item]) -> bool:
    """Whether a figure agrees with all of a cluster, or is the same number or size of the same thing as one of it."""
    if all(agree(item, other) for other in cluster):
        return True
    return any(_is_same(item, other) and agree(item, other) for other in cluster)


def _is_same(item: Item, other: Item) -> bool:
    return item.number == other.number or (item.bearer != "" and item.key == other.key)


def _articles(cluster: Sequence[Item]) -> int:
    return len({item.article for item in cluster})


def _facets_of_shared(kb: KnowledgeBase, clusters: Sequence[list[Item]]) -> list[Facet]:
    contested = find_contests(clusters)
    taken = {id(item) for items in contested for item in items}
    agreed = [
        cluster for cluster in clusters if _articles(cluster) > 1 and not any(id(item) in taken for item in cluster)
    ]
    told = [cluster for cluster in agreed if any(_says_something(item) for item in cluster)]
    rows: list[tuple[list[Item], Verdict]] = [(items, "agree") for items in told]
    rows += [(items, "differ") for items in contested]
    rows += [(some, "agree") for items in contested if (some := _undenied(items))]
    rows.sort(key=lambda row: -_articles(row[0]))
    return [_facet(kb, items, verdict) for items, verdict in rows]


def _undenied(items: Sequence[Item]) -> list[Item]:
    """What several articles give alike, though it is denied: "two were injured", beside "no one, they said, was injured"."""
    some = [item for item in items if item.number]
    denied_ones = len(some) < len(items) and len({item.number for item in some}) == 1
    return some if denied_ones and _articles(some) > 1 else []


def _says_something(item: Item) -> bool:
    """ "one source", "three times" are ways of speaking; one that is dead, or counted with others, is a figure."""
    plain = item.noun in words("accounts_plain_nouns.txt")
    return item.kind != "count" or is_fate(item.group) or (item.number > 1 and not plain)


def _facet(kb: KnowledgeBase, items: Sequence[Item], verdict: Verdict) -> Facet:
    kept = _one_each(items, exact=verdict == "differ")
    named = {
        (item.quantity.of if item.kind == "count" else "") or span.text: span
        for item in kept
        if (span := item.quantity.of_span) is not None
    }
    nouns = list(dict.fromkeys(span.text.split()[-1].lower() for span in named.values()))
    notes = [f"in different words: {names_in_words([f'“{noun}”' for noun in nouns])}"] if len(nouns) > 1 else []
    if len({item.sources or (item.voice,) for item in kept if item.sources or item.voice}) > 1:
        notes.append("from different sources")
    notes += _notes_on_tolls(kb, kept, verdict)
    cells = tuple(_cell(kb, item) for item in kept)
    return Facet("figure", figure_label(kb, kept), verdict, cells, "; ".join(notes))


def _notes_on_tolls(kb: KnowledgeBase, items: Sequence[Item], verdict: Verdict) -> list[str]:
    """What may lie behind two numbers: one is given as a bound, or what became of people is reported on different days."""
    bounds = {item.quantity.hedge for item in items if item.quantity.hedge and item.quantity.low != item.quantity.high}
    several = len({item.number for item in items}) > 1
    notes = [f"“{hedge}” in {_accounts(items, hedge)}" for hedge in sorted(bounds)] if several else []
    if verdict == "differ" and is_fate(items[0].group) and _goes_by_day(kb, items):
        notes.append("published on different days")
    return notes


def _goes_by_day(kb: KnowledgeBase, items: Sequence[Item]) -> bool:
    """Whether no two numbers were published on one day."""
    days = {(kb.articles[item.article].published, item.number) for item in items}
    known = [day for day, _ in days if day is not None]
    return len(known) > 1 and len(known) == len(set(known))


def _accounts(items: Sequence[Item], hedge: str) -> str:
    count = len({item.article for item in items if item.quantity.hedge == hedge})
    return "one account" if count == 1 else f"{count} accounts"


def _one_each(items: Sequence[Item], exact: bool) -> list[Item]:
    """One figure for each article, the one nearest to what most give (an `exact` one first); and its count of none."""
    numbers = Counter(item.number for item in items)
    usual = min(numbers, key=lambda number: (-numbers[number], number))
    best: dict[tuple[str, bool], Item] = {}
    for item in items:
        place = item.article, item.number == 0
        rival = best.get(place)
        if rival is None or _rank(item, usual, exact) < _rank(rival, usual, exact):
            best[place] = item
    return list(best.values())


def _rank(item: Item, usual: float, exact: bool) -> tuple[bool, float]:
    return exact and item.quantity.low != item.quantity.high, abs(item.number - usual)


def _cell(kb: KnowledgeBase, item: Item) -> Cell:
    quantity = item.quantity
    span = figure_words(kb.articles[item.article].text, item)
    who = [with_article(kb.entities[key].name) for key in item.sources] or [_inside(item.voice)] * bool(item.voice)
    unnamed = "as quoted" if item.quoted and not item.number else ""
    note = f"according to {names_in_words(who)}" if who else unnamed
    return Cell(item.article, Evidence(item.article, item.sentence.id, span), _value(quantity), note)


def _inside(words: str) -> str:
    """A description that opened its sentence, as it reads inside one: "The organizers" -> "the organizers"."""
    first, _, rest = words.partition(" ")
    return f"{first.lower()} {rest}" if rest and first in _DETERMINERS else words


def _value(quantity: Quantity) -> str | float | None:
    if quantity.low is not None and quantity.high is not None and quantity.low != quantity.high:
        return f"{quantity.low:g}–{quantity.high:g}"
    number = stated(quantity)
    return int(number) if number is not None and number == int(number) else number


def _facets_alone(kb: KnowledgeBase, tellings: Sequence[Telling], items: Sequence[Item]) -> list[Facet]:
    """What one article alone gives of this event, as far as it says something: the weightiest, in the order of the texts."""
    kept: list[Item] = []
    for telling in tellings:
        own = [item for item in items if item.article == telling.article and item.own and _is_informative(item)]
        kept += sorted(own, key=_weight)[:MAX_ALONE]
    order = {id(item): place for place, item in enumerate(items)}
    chosen = sorted(sorted(kept, key=_weight)[:MAX_ALONE_ROWS], key=lambda item: order[id(item)])
    return [Facet("figure", figure_label(kb, [item]), "only here", (_cell(kb, item),)) for item in chosen]


def _weight(item: Item) -> tuple[bool, bool, bool]:
    """What became of people first, then counted nouns, then what is measured; among them, what stands in the event's own words."""
    return not is_fate(item.group), item.kind != "count", not item.told


def _is_informative(item: Item) -> bool:
    """Whether a figure that one article alone has tells what it is of, and is more than a way of speaking."""
    if item.kind == "count" and not item.number:
        return is_fate(item.group)
    if item.definite and not is_fate(item.group):
        return False
    if item.kind == "count":
        named = bool(item.noun and item.noun not in words("accounts_plain_nouns.txt")) or is_fate(item.group)
        return named and (stated(item.quantity) or 0) > SMALL
    if item.kind == "age":
        return False
    return bool(item.measured) or item.kind in words("accounts_scales.txt")
