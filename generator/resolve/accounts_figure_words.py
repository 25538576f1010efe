"""How a row of figures reads: its name, and the words of each article that stand in its cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from generator.gazetteer import with_article
from generator.model import KnowledgeBase, Quantity
from generator.model.span import Span, span_of
from generator.resolve.accounts_items import Item
from generator.resolve.accounts_values import wider_class
from generator.resolve.accounts_words import is_fate, label
from generator.resolve.lexicon import words

# Characters between a figure and the noun that it measures, for both to be shown: "$5 million fine".
MAX_GAP = 12
# Words behind a figure that says nothing by itself: "four hours [into the flight]"; and before it: "[jailed for] 10 years".
MAX_BEHIND = 5
MAX_BEFORE = 3
_CLOSING = frozenset(".,;:!?)]}”’\"'—–")


def figure_label(kb: KnowledgeBase, items: Sequence[Item]) -> str:
    """The name of a row: what became of the counted, what is counted, whose age or size it is; else the kind of measure."""
    first = items[0]
    if first.kind == "age":
        return _age_label(kb, items)
    if first.kind != "count":
        return _measure_label(items)
    grouped = next((item.group for item in items if is_fate(item.group)), "")
    if grouped:
        return label(grouped)
    named = next((item for item in items if item.quantity.of_span is not None), None)
    if named is not None and named.quantity.of_span is not None:
        return _capitalized(named.quantity.of_span.text.split()[-1])
    return label(first.quantity.of or "figure")


def _capitalized(word: str) -> str:
    """A noun as a label: "Files", "PDFs"."""
    plain = word if any(letter.isupper() for letter in word[:-1]) and not word.isupper() else word.lower()
    return plain[:1].upper() + plain[1:]


def _age_label(kb: KnowledgeBase, items: Sequence[Item]) -> str:
    named = next((item.holder for item in items if item.named), "")
    if named:
        return f"{label('age')} of {with_article(kb.entities[named].name)}"
    noun = next((item.holder for item in items if item.holder), "")
    return f"{label('age')} of the {noun}" if noun else label("age")


def _measure_label(items: Sequence[Item]) -> str:
    """ "Price", "Depth of the well", "Duration of the flight"; the kind alone where the figures do not agree on what it is of."""
    kind = items[0].kind
    matter = next((item.quantity.of_span for item in items if item.quantity.of_span is not None), None)
    if matter is not None and kind not in {"duration", "money", "%", *words("accounts_scales.txt")}:
        return _capitalized(matter.text.split()[-1])
    if kind == "money" and items[0].mover:
        return _capitalized(items[0].mover)
    counts = Counter((item.bearer, item.dimension) for item in items if item.measured)
    bearer, dimension = max(counts, key=lambda pair: counts[pair], default=("", ""))
    mixed = (
        kind == "%" and not items[0].quantity.change and len(counts) > 1 and 2 * counts[bearer, dimension] == len(items)
    )
    if 2 * counts[bearer, dimension] < len(items) or mixed or not dimension:
        return label(kind)
    told = next((item for item in items if (item.bearer, item.dimension) == (bearer, dimension)), items[0])
    name = _capitalized(dimension) if told.measured in words("accounts_dimensions.txt") else label(dimension)
    name = label("size") if dimension == "length" and told.measured == bearer else name
    span = told.quantity.measured_span
    word = span.text if span is not None else told.quantity.bearer or bearer
    if bearer:
        return name if word.lower().removesuffix("s") in {kind, dimension} else f"{name} of the {word}"
    moved = kind == "%" and told.quantity.change
    if moved and word:
        opens = span is not None and span.start == told.sentence.span.start
        return f"{label('change')} in {word.lower() if opens else word}"
    return _capitalized(word or dimension)


def figure_words(text: str, item: Item) -> Span:
    """The figure with its hedge and what it counts, as written; one that says nothing by itself with the words around it."""
    quantity, sentence = item.quantity, item.sentence.span
    start, end = quantity.span.start, quantity.span.end
    before = text[:start].rstrip()
    if quantity.hedge and before.lower().endswith(quantity.hedge):
        start = max(sentence.start, len(before) - len(quantity.hedge))
    if quantity.of_span is not None:
        end = max(end, quantity.of_span.end)
    elif quantity.measured_span is not None and _is_close(text[end : quantity.measured_span.start]):
        end = max(end, quantity.measured_span.end)
    if _is_vague(item, quantity) and item.number:
        start, end = _widened(text, sentence, start, end)
    return span_of(text, start, min(end, sentence.end))


def _is_vague(item: Item, quantity: Quantity) -> bool:
    """Whether the figure alone does not tell what it is of: "four hours", "12 people", "two"."""
    if item.kind == "age":
        return False
    if item.kind == "count":
        return quantity.of_span is None or (wider_class(item.noun) == item.noun == "person")
    return not item.measured and quantity.of_span is None


def _widened(text: str, sentence: Span, start: int, end: int) -> tuple[int, int]:
    """With the words behind it up to the end of the clause; where it ends one, with those before it."""
    place, stop = end, end
    for word in text[end : sentence.end].split()[:MAX_BEHIND]:
        if text[place : place + 1] in _CLOSING:
            break
        place = text.index(word, place) + len(word.rstrip("".join(_CLOSING)))
        if word.lower() not in words("utterances_stop_words.txt"):
            stop = place
    if stop > end:
        return start, stop
    for word in reversed(text[sentence.start : start].split()[-MAX_BEFORE:]):
        place = text.rindex(word, sentence.start, start)
        if word[-1] in _CLOSING:
            break
        start = place
    return start, end


def _is_close(between: str) -> bool:
    """Whether only a word or a hyphen stands between a figure and the noun that it measures."""
    return len(between) <= MAX_GAP and all(letter.isalpha() or letter in " -" for letter in between)
