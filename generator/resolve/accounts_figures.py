"""Figures compared: those that count the same thing of the same event are laid side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.gazetteer import with_article
from generator.model import Cell, Event, Evidence, Facet, KnowledgeBase, Quantity, Verdict
from generator.model.span import Span, span_of
from generator.resolve.accounts_items import SMALL, Item, read_items
from generator.resolve.accounts_rivals import agree, contradict, denied
from generator.resolve.accounts_tellings import Telling
from generator.resolve.accounts_values import stated, wider_class
from generator.resolve.accounts_words import has_label, label, names_in_words
from generator.resolve.lexicon import words

# Figures of one article alone that are shown, at most.
MAX_ALONE = 5
# The same for all articles of an event together.
MAX_ALONE_ROWS = 12

# Characters between a figure and the noun that it measures, for both to be shown: "$5 million fine".
MAX_GAP = 12
_DETERMINERS = frozenset({"The", "A", "An", "His", "Her", "Its", "Their", "Some", "Two", "Several", "One"})


def compare_figures(kb: KnowledgeBase, event: Event, tellings: Sequence[Telling]) -> tuple[Facet, ...]:
    """A row for each thing that is counted: first what several articles give, then what stands in one alone."""
    items = [item for telling in tellings for item in read_items(kb, event, telling)]
    clusters = _clusters(items)
    shared = _facets_of_shared(kb, clusters)
    used = {id(item) for cluster in clusters if _articles(cluster) > 1 for item in cluster}
    used |= {id(item) for rivals in _contested(clusters) for item in rivals}
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
    if all(agree(item, other) for other in cluster):
        return True
    return any(item.number == other.number and agree(item, other) for other in cluster)


def _articles(cluster: Sequence[Item]) -> int:
    return len({item.article for item in cluster})


def _facets_of_shared(kb: KnowledgeBase, clusters: Sequence[list[Item]]) -> list[Facet]:
    contested = _contested(clusters)
    taken = {id(item) for items in contested for item in items}
    agreed = [
        cluster for cluster in clusters if _articles(cluster) > 1 and not any(id(item) in taken for item in cluster)
    ]
    told = [cluster for cluster in agreed if any(_says_something(item) for item in cluster)]
    rows: list[tuple[list[Item], Verdict]] = [(items, "agree") for items in told]
    rows += [(items, "differ") for items in contested]
    rows.sort(key=lambda row: -_articles(row[0]))
    return [_facet(kb, items, verdict) for items, verdict in rows]


def _says_something(item: Item) -> bool:
    """ "one source" is a way of speaking; one that is dead, or counted with others, is a figure."""
    return item.kind != "count" or has_label(item.group) or item.number > 1


def _contested(clusters: Sequence[list[Item]]) -> list[list[Item]]:
    """Figures that clearly count the same thing, one value in each article, and are not the same; and tolls that are denied."""
    by_key: dict[tuple[str, ...], list[list[Item]]] = {}
    for cluster in clusters:
        by_key.setdefault(cluster[0].key, []).append(cluster)
    found = []
    for rivals in by_key.values():
        items = [item for cluster in rivals for item in cluster]
        several = [article for article in {item.article for item in items} if _values(rivals, article) > 1]
        if len(rivals) > 1 and not several and _articles(items) > 1 and contradict(items):
            found.append(items)
        elif len(rivals) > 1 and (tolls := denied(items)):
            found.append(tolls)
    return found


def _values(rivals: Sequence[list[Item]], article: str) -> int:
    return sum(any(item.article == article for item in cluster) for cluster in rivals)


def _facet(kb: KnowledgeBase, items: Sequence[Item], verdict: Verdict) -> Facet:
    kept = _one_each(items)
    nouns = list(
        dict.fromkeys(item.quantity.of_span.text.split()[-1].lower() for item in kept if item.quantity.of_span)
    )
    notes = [f"in different words: {names_in_words([f'“{noun}”' for noun in nouns])}"] if len(nouns) > 1 else []
    if len({item.sources or (item.voice,) for item in kept if item.sources or item.voice}) > 1:
        notes.append("from different sources")
    cells = tuple(_cell(kb, item) for item in kept)
    return Facet("figure", _label(kept), verdict, cells, "; ".join(notes))


def _one_each(items: Sequence[Item]) -> list[Item]:
    """One figure for each article, the one nearest to what most give; and its count of none."""
    numbers = Counter(item.number for item in items)
    usual = min(numbers, key=lambda number: (-numbers[number], number))
    best: dict[tuple[str, bool], Item] = {}
    for item in items:
        place = item.article, item.number == 0
        rival = best.get(place)
        if rival is None or abs(item.number - usual) < abs(rival.number - usual):
            best[place] = item
    return list(best.values())


def _label(items: Sequence[Item]) -> str:
    """The name of a row: what became of the counted, what is counted, what is measured; else the kind of measure."""
    item = next((item for item in items if item.measured), items[0])
    if item.kind == "age" and item.noun:
        return f"{label('age')} of the {item.noun}"
    if item.kind not in {"count", "age"} and item.measured:
        return _measured_label(item)
    if item.kind != "count":
        return label(item.kind)
    if has_label(item.group):
        return label(item.group)
    if item.quantity.of_span is not None:
        return label(item.quantity.of_span.text.split()[-1].lower())
    return label(item.quantity.of or "figure")


def _measured_label(item: Item) -> str:
    """ "Price" of a sum or a percentage, "Duration of the flight", "Height"."""
    span = item.quantity.measured_span
    name = span.text if span is not None else item.quantity.measured or ""
    if item.kind in words("accounts_plain_measures.txt") and span is not None:
        kind = label("size" if item.kind == "length" else item.kind)
        return kind if kind.lower() == name.lower() else f"{kind} of the {name}"
    return name[:1].upper() + name[1:]


def _cell(kb: KnowledgeBase, item: Item) -> Cell:
    quantity = item.quantity
    span = _snippet(kb.articles[item.article].text, item)
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


def _snippet(text: str, item: Item) -> Span:
    """The figure with its hedge and what it counts, as written; a bare one with the words behind it."""
    quantity, stop = item.quantity, item.sentence.span.end
    start, end = quantity.span.start, quantity.span.end
    before = text[:start].rstrip()
    if quantity.hedge and before.lower().endswith(quantity.hedge):
        start = max(item.sentence.span.start, len(before) - len(quantity.hedge))
    if quantity.of_span is not None:
        end = max(end, quantity.of_span.end)
    elif quantity.measured_span is not None and _is_close(text[end : quantity.measured_span.start]):
        end = max(end, quantity.measured_span.end)
    elif quantity.unit is None and item.number:
        following = text[end:stop].split()[:2]
        for word in following:
            end = text.index(word, end) + len(word)
    return span_of(text, start, min(end, stop))


def _is_close(between: str) -> bool:
    """Whether only a word or a hyphen stands between a figure and the noun that it measures."""
    return len(between) <= MAX_GAP and all(letter.isalpha() or letter in " -" for letter in between)


def _facets_alone(kb: KnowledgeBase, tellings: Sequence[Telling], items: Sequence[Item]) -> list[Facet]:
    """What one article alone gives of this event, as far as it says something: the weightiest, in the order of the texts."""
    kept: list[Item] = []
    for telling in tellings:
        own = [item for item in items if item.article == telling.article and item.own and _is_informative(item)]
        kept += sorted(own, key=_weight)[:MAX_ALONE]
    order = {id(item): place for place, item in enumerate(items)}
    chosen = sorted(sorted(kept, key=_weight)[:MAX_ALONE_ROWS], key=lambda item: order[id(item)])
    return [Facet("figure", _label([item]), "only here", (_cell(kb, item),)) for item in chosen]


def _weight(item: Item) -> tuple[bool, bool, bool]:
    """What became of people first, then counted nouns, then what is measured; among them, what stands in the event's own words."""
    return not has_label(item.group), item.kind != "count", not item.told


def _is_informative(item: Item) -> bool:
    """Whether a figure that one article alone has tells what it is of, and is more than a way of speaking."""
    if item.kind == "count" and not item.number:
        return has_label(item.group)
    if item.kind == "count":
        named = bool(item.noun and item.noun not in words("accounts_plain_nouns.txt")) or has_label(item.group)
        return named and (stated(item.quantity) or 0) > SMALL
    if item.kind == "age":
        return False
    return bool(item.measured) or item.kind in words("accounts_scales.txt")
