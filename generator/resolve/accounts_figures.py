"""Figures compared: those that count the same thing of the same event are laid side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.model import Cell, Event, Evidence, Facet, KnowledgeBase, Quantity, Verdict
from generator.model.span import Span, span_of
from generator.resolve.accounts_items import SMALL, Item, read_items
from generator.resolve.accounts_tellings import Telling
from generator.resolve.accounts_values import same_number, share_words, stated, wider_class
from generator.resolve.accounts_words import has_label, label, names_in_words
from generator.resolve.lexicon import words

# Figures of one article alone that are shown, at most.
MAX_ALONE = 5
# So many longer words must two sentences share before figures without a counted noun are laid side by side.
SHARED_WORDS = 2
# "40 meters" and "130 feet" are one length.
CONVERTED = 0.03


def compare_figures(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """A row for each thing that is counted: first what several articles give, then what stands in one alone."""
    items = [item for telling in tellings for item in read_items(kb, event, telling)]
    clusters = _clusters(items)
    shared = _facets_of_shared(kb, clusters)
    used = {id(item) for cluster in clusters if _articles(cluster) > 1 for item in cluster}
    used |= {id(item) for rivals in _contested(clusters) for item in rivals}
    alone = [cluster[0] for cluster in clusters if not any(id(item) in used for item in cluster)]
    return (*shared, *_facets_alone(kb, tellings, alone))


def _clusters(items: Sequence[Item]) -> list[list[Item]]:
    """Figures that say the same, in the order of the accounts."""
    clusters: list[list[Item]] = []
    for item in items:
        home = next((cluster for cluster in clusters if _belongs(item, cluster)), None)
        if home is None:
            clusters.append([item])
        else:
            home.append(item)
    return clusters


def _belongs(item: Item, cluster: Sequence[Item]) -> bool:
    """Whether a figure agrees with all of a cluster, or is the same number of the same thing as one of it."""
    if all(_agree(item, other) for other in cluster):
        return True
    return any(item.number == other.number and _agree(item, other) for other in cluster)


def _agree(left: Item, right: Item) -> bool:
    """Whether two figures give the same number of the same thing."""
    if (left.kind, left.unit) != (right.kind, right.unit) or not _same_value(left, right):
        return False
    if has_label(left.group) and has_label(right.group) and left.group != right.group:
        return False
    if left.kind == "age" and left.noun and left.noun == right.noun:
        return True
    if left.kind == "count":
        small = (stated(left.quantity) or 0) <= SMALL
        return _same_thing(left, right, exact=small) and (not small or _share_words(left, right))
    return _share_words(left, right)


def _same_value(left: Item, right: Item) -> bool:
    """Whether the values are the same; converted ones ("40 meters", "130 feet") up to rounding."""
    if left.quantity.unit == right.quantity.unit:
        return same_number(left.quantity, right.quantity, left.kind == "count")
    return abs(left.number - right.number) <= CONVERTED * max(left.number, right.number)


def _same_thing(left: Item, right: Item, exact: bool) -> bool:
    one_fate = has_label(left.group) and left.group == right.group
    if one_fate and {wider_class(left.noun), wider_class(right.noun)} <= {"", "person"}:
        return True
    if not left.noun or not right.noun:
        return has_label(left.group) and left.group == right.group
    return left.noun == right.noun or (not exact and wider_class(left.noun) == wider_class(right.noun))


def _share_words(left: Item, right: Item) -> bool:
    if left.article == right.article:
        return True
    return share_words(left.sentence.span.text, right.sentence.span.text) >= SHARED_WORDS


def _articles(cluster: Sequence[Item]) -> int:
    return len({item.article for item in cluster})


def _facets_of_shared(kb: KnowledgeBase, clusters: Sequence[list[Item]]) -> list[Facet]:
    contested = _contested(clusters)
    taken = {id(item) for items in contested for item in items}
    facets = [_facet(kb, items, "differ") for items in contested]
    agreed = [
        cluster for cluster in clusters if _articles(cluster) > 1 and not any(id(item) in taken for item in cluster)
    ]
    told = [cluster for cluster in agreed if any(_says_something(item) for item in cluster)]
    return [*(_facet(kb, cluster, "agree") for cluster in told), *facets]


def _says_something(item: Item) -> bool:
    """ "one source" is a way of speaking; one that is dead, or counted with others, is a figure."""
    return item.kind != "count" or has_label(item.group) or item.number > 1


def _contested(clusters: Sequence[list[Item]]) -> list[list[Item]]:
    """Figures that clearly count the same thing, one value in each article, and are not the same."""
    by_key: dict[tuple[str, ...], list[list[Item]]] = {}
    for cluster in clusters:
        by_key.setdefault(cluster[0].key, []).append(cluster)
    found = []
    for rivals in by_key.values():
        items = [item for cluster in rivals for item in cluster]
        several = [article for article in {item.article for item in items} if _values(rivals, article) > 1]
        if len(rivals) > 1 and not several and _articles(items) > 1 and _is_clear(items):
            found.append(items)
    return found


def _values(rivals: Sequence[list[Item]], article: str) -> int:
    return sum(any(item.article == article for item in cluster) for cluster in rivals)


def _is_clear(items: Sequence[Item]) -> bool:
    """Whether figures under one key are certainly rivals: a toll, or a scale, or the same noun under the same verb."""
    first = items[0]
    if any(item.aside or (item.quantity.low is None and item.quantity.high is None) for item in items):
        return False
    if any(item.quantity.hedge is None and item.quantity.high is None for item in items):
        return False
    if first.kind in {"magnitude", "category"}:
        return True
    if first.kind == "age":
        return bool(first.noun)
    if first.kind != "count" or any(
        wider_class(item.noun) not in {"", "person", wider_class(first.noun)} for item in items
    ):
        return False
    if has_label(first.group):
        return True
    alike = bool(first.noun and first.group) and max(stated(item.quantity) or 0 for item in items) > SMALL
    return alike and all(_share_words(first, item) and _modifiers_meet(first, item) for item in items)


def _modifiers_meet(left: Item, right: Item) -> bool:
    """Whether one of the two counts without a description, or both have the same: "Chinese jets" are not "Russian jets"."""
    first, second = _modifiers(left), _modifiers(right)
    return first == second


def _modifiers(item: Item) -> set[str]:
    return set(item.quantity.of_span.text.lower().split()[:-1]) if item.quantity.of_span else set()


def _facet(kb: KnowledgeBase, items: Sequence[Item], verdict: Verdict) -> Facet:
    kept = _one_each(items)
    nouns = list(
        dict.fromkeys(item.quantity.of_span.text.split()[-1].lower() for item in kept if item.quantity.of_span)
    )
    notes = [f"in different words: {names_in_words([f'“{noun}”' for noun in nouns])}"] if len(nouns) > 1 else []
    if len({item.sources for item in kept if item.sources}) > 1:
        notes.append("from different sources")
    cells = tuple(_cell(kb, item) for item in kept)
    return Facet("figure", _label(kept[0]), verdict, cells, "; ".join(notes))


def _one_each(items: Sequence[Item]) -> list[Item]:
    """One figure for each article: the one nearest to what most give."""
    numbers = Counter(item.number for item in items)
    usual = min(numbers, key=lambda number: (-numbers[number], number))
    best: dict[str, Item] = {}
    for item in items:
        rival = best.get(item.article)
        if rival is None or abs(item.number - usual) < abs(rival.number - usual):
            best[item.article] = item
    return list(best.values())


def _label(item: Item) -> str:
    if item.kind == "age" and item.noun:
        return f"{label('age')} of the {item.noun}"
    if item.kind != "count":
        return label(item.kind)
    if has_label(item.group):
        return label(item.group)
    if item.quantity.of_span is not None:
        return label(item.quantity.of_span.text.split()[-1].lower())
    return label(item.quantity.of or "figure")


def _cell(kb: KnowledgeBase, item: Item) -> Cell:
    quantity = item.quantity
    span = _snippet(kb.articles[item.article].text, item)
    note = f"according to {names_in_words([kb.entities[key].name for key in item.sources])}" if item.sources else ""
    return Cell(item.article, Evidence(item.article, item.sentence.id, span), _value(quantity), note)


def _value(quantity: Quantity) -> str | float | None:
    if quantity.low is not None and quantity.high is not None and quantity.low != quantity.high:
        return f"{quantity.low:g}–{quantity.high:g}"
    number = stated(quantity)
    return int(number) if number is not None and number == int(number) else number


def _snippet(text: str, item: Item) -> Span:
    """The figure with its hedge and what it counts, as written; a bare one with the words behind it."""
    quantity, stop = item.quantity, item.sentence.span.end
    start, end = quantity.span.start, quantity.span.end
    before = text[:start].rstrip()
    if quantity.hedge and before.lower().endswith(quantity.hedge):
        start = max(item.sentence.span.start, len(before) - len(quantity.hedge))
    if quantity.of_span is not None:
        end = max(end, quantity.of_span.end)
    elif quantity.unit is None:
        following = text[end:stop].split()[:2]
        for word in following:
            end = text.index(word, end) + len(word)
    return span_of(text, start, min(end, stop))


def _facets_alone(kb: KnowledgeBase, tellings: Sequence[Telling], items: Sequence[Item]) -> list[Facet]:
    """What one article alone gives, as far as it says something."""
    facets: list[Facet] = []
    for telling in tellings:
        own = [item for item in items if item.article == telling.article and _is_informative(item)]
        for item in own[:MAX_ALONE]:
            facets.append(Facet("figure", _label(item), "only here", (_cell(kb, item),)))
    return facets


def _is_informative(item: Item) -> bool:
    if item.kind in words("accounts_plain_measures.txt"):
        return False
    if item.kind == "count":
        return (
            bool((item.noun and item.noun != "time") or has_label(item.group)) and (stated(item.quantity) or 0) > SMALL
        )
    return True
