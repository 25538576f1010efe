"""Finds figures: value or range, unit, what is counted, hedge; and who gives them.

Dates, times of day, ordinals, names with numbers ("Flight 370") and telephone numbers are no figures.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

from generator.extract.quantities_bearers import find_bearer
from generator.extract.quantities_counted import Counted, find_aged, find_counted, find_predicate, shared_noun
from generator.extract.quantities_crowds import find_crowd
from generator.extract.quantities_figures import Figure, read_figure
from generator.extract.quantities_measured import Measured, find_measured, is_named, measures_matter
from generator.extract.quantities_none import find_none
from generator.extract.quantities_numbers import may_begin
from generator.extract.quantities_ones import find_ones
from generator.extract.quantities_sayers import find_sayers
from generator.extract.text import text_of
from generator.extract.times_atoms import Atoms, at, read_atoms
from generator.extract.times_lexicon import load_lexicon, words
from generator.model import EventMention, Mention, Quantity, Quote, Sentence, TimeExpression
from generator.model.span import Span, span_of

_NUMBERS = "quantities_words"
_FIGURES_OF_TIME = frozenset({"duration"})


@dataclass(frozen=True, slots=True)
class _Found:
    figure: Figure
    counted: Counted | None
    predicate: str | None
    measured: Measured | None = None


def find_quantities(doc: Doc, sentences: Sequence[Sentence], times: Sequence[TimeExpression]) -> tuple[Quantity, ...]:
    """The figures of an article in text order, ids "n0", "n1" ...; `said_by` is None (see `attribute_quantities`)."""
    taken = [time.span for time in times if time.kind not in _FIGURES_OF_TIME and not _is_gap(time)]
    quantities: list[Quantity] = []
    spans = [sentence.span for sentence in sentences]
    for sentence, atoms in zip(sentences, read_atoms(doc, spans), strict=True):
        found = _with_shared(atoms, [_complete(atoms, figure) for figure in _figures(doc, atoms, taken)])
        for item in found:
            if _counts(item):
                quantities.append(_quantity(doc, atoms, item, sentence, f"n{len(quantities)}"))
        quantities.extend(_sums(doc, quantities, sentence))
        quantities.extend(_nones(doc, atoms, sentence, len(quantities)))
        quantities.extend(_ones(doc, atoms, sentence, len(quantities)))
    return tuple(quantities)


def _is_gap(time: TimeExpression) -> bool:
    """ "48 seconds before the next rider" dates nothing: it is how far one was ahead."""
    units = words(_NUMBERS, "gaps")
    return time.kind == "relative" and any(word.lower().removesuffix("s") in units for word in time.span.text.split())


def _figures(doc: Doc, atoms: Atoms, taken: Sequence[Span]) -> list[Figure]:
    found: list[Figure] = []
    i = 0
    while i < len(atoms):
        figure = read_figure(atoms, i) if may_begin(atoms[i]) else None
        if figure is None:
            i += 1
            continue
        span = span_of(text_of(doc), atoms[figure.start].start, atoms[figure.end - 1].end)
        if not any(span.overlaps(other) for other in taken):
            found.append(figure)
        i = max(figure.end, i + 1)
    return found


def _complete(atoms: Atoms, figure: Figure) -> _Found:
    if figure.of is not None:
        return _Found(figure, find_aged(atoms, figure.end), None)
    counted = find_counted(atoms, figure.end, figure.low == figure.high == 1 or _is_of_matter(figure))
    if figure.unit is not None and counted is not None and at(atoms, figure.end).low != "of":
        counted = None
    crowd = find_crowd(atoms, figure) if counted is None else None
    if crowd is not None:
        return _Found(replace(figure, of=_person()), None, crowd.predicate)
    predicate = find_predicate(atoms, figure.end, counted)
    if figure.unit is None:
        return _Found(figure, counted, predicate)
    return _Found(figure, counted, None, find_measured(atoms, figure.start, figure.end, figure.unit))


def _person() -> str:
    return str(load_lexicon(_NUMBERS)["strong_of"])


def _is_of_matter(figure: Figure) -> bool:
    """Whether the unit weighs or measures what it is "of": "9 million tons of grain"."""
    return figure.unit is not None and measures_matter(figure.unit)


def _with_shared(atoms: Atoms, found: list[_Found]) -> list[_Found]:
    """Gives each figure the noun that it shares with the next one."""
    for place in range(len(found) - 2, -1, -1):
        left, right = found[place], found[place + 1]
        bare = left.figure.unit is None and right.figure.unit is None and not left.figure.of
        if bare and shared_noun(atoms, left.figure.end, right.figure.hedge_start, right.counted):
            found[place] = replace(left, counted=right.counted, predicate=right.predicate)
    return found


def _counts(item: _Found) -> bool:
    """A bare number without unit, noun or hedge says nothing."""
    figure = item.figure
    return bool(figure.unit or figure.of or item.counted or figure.hedge or item.predicate)


def _quantity(doc: Doc, atoms: Atoms, item: _Found, sentence: Sentence, key: str) -> Quantity:
    figure, counted = item.figure, item.counted
    of_span = None
    if counted is not None:
        of_span = span_of(text_of(doc), atoms[counted.start].start, atoms[counted.end - 1].end)
    return Quantity(
        id=key,
        span=span_of(text_of(doc), atoms[figure.start].start, atoms[figure.end - 1].end),
        low=figure.low,
        high=figure.high,
        unit=figure.unit,
        of=figure.of or (counted.lemma if counted is not None else None),
        of_span=of_span,
        hedge=figure.hedge,
        said_by=None,
        sentence=sentence.id,
        predicate=item.predicate,
        measured=item.measured.lemma if item.measured is not None else None,
        measured_span=_measured_word(doc, item.measured),
        change=item.measured.change if item.measured is not None else "",
        bearer=bearer.lemma_.lower() if (bearer := find_bearer(item.measured)) is not None else None,
    )


def _measured_word(doc: Doc, measured: Measured | None) -> Span | None:
    """The noun that is measured; none where the measure has a name of its own ("height")."""
    if measured is None or is_named(measured):
        return None
    return _word(doc, measured.token)


def _word(doc: Doc, token: Token) -> Span:
    return span_of(text_of(doc), token.idx, token.idx + len(token))


def _nones(doc: Doc, atoms: Atoms, sentence: Sentence, first: int) -> list[Quantity]:
    """A quantity of nothing for each count of none; its span reaches up to the word that says what became of nobody."""
    found = []
    for place, item in enumerate(find_none(atoms)):
        noun = _word(doc, item.noun) if item.noun is not None else None
        span = span_of(text_of(doc), item.start, item.end)
        key = f"n{first + place}"
        found.append(Quantity(key, span, 0.0, 0.0, None, item.of, noun, None, None, sentence.id, (), item.predicate))
    return found


def _ones(doc: Doc, atoms: Atoms, sentence: Sentence, first: int) -> list[Quantity]:
    """A quantity of one, without `of`, for each count of one that only an article makes."""
    return [
        Quantity(
            id=f"n{first + place}",
            span=_word(doc, item.article),
            low=1.0,
            high=1.0,
            unit=None,
            of=None,
            of_span=_word(doc, item.noun),
            hedge=None,
            said_by=None,
            sentence=sentence.id,
            predicate=item.predicate,
        )
        for place, item in enumerate(find_ones(atoms))
    ]


def _sums(doc: Doc, quantities: Sequence[Quantity], sentence: Sentence) -> list[Quantity]:
    """A quantity for each run of figures that share one noun: six Russian and five Chinese warplanes are eleven."""
    here = [item for item in quantities if item.sentence == sentence.id and item.of_span is not None]
    groups: dict[Span, list[Quantity]] = {}
    for item in here:
        if item.of_span is not None and item.unit is None:
            groups.setdefault(item.of_span, []).append(item)
    sums = [group for _, group in sorted(groups.items()) if len(group) > 1]
    return [_sum(doc, group, f"n{len(quantities) + place}") for place, group in enumerate(sums)]


def _sum(doc: Doc, parts: Sequence[Quantity], key: str) -> Quantity:
    last = parts[-1].of_span or parts[-1].span
    lows = [part.low for part in parts]
    highs = [part.high for part in parts]
    return replace(
        parts[-1],
        id=key,
        span=span_of(text_of(doc), parts[0].span.start, last.end),
        low=None if None in lows else sum(value for value in lows if value is not None),
        high=None if None in highs else sum(value for value in highs if value is not None),
        hedge=parts[0].hedge,
        parts=tuple(part.id for part in parts),
    )


def attribute_quantities(
    quantities: Sequence[Quantity],
    quotes: Sequence[Quote],
    events: Sequence[EventMention],
    mentions: Sequence[Mention] = (),
    doc: Doc | None = None,
) -> tuple[Quantity, ...]:
    """Fills `sayers` (see `find_sayers`) and `said_by`, the first of them; coordinated speakers need the mentions and the parse."""
    return tuple(_attributed(item, find_sayers(item, quotes, events, mentions, doc)) for item in quantities)


def _attributed(item: Quantity, sayers: tuple[str, ...]) -> Quantity:
    return replace(item, said_by=sayers[0] if sayers else None, sayers=sayers)
