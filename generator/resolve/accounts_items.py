"""The figures of an account, in the form in which they are compared."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, replace
from functools import cache, cached_property

from generator.model import Event, KnowledgeBase, Quantity, Sentence
from generator.model.span import Span
from generator.resolve.accounts_elsewhen import find_elsewhen
from generator.resolve.accounts_holders import aged_noun, find_holder, is_salient
from generator.resolve.accounts_tellings import Telling
from generator.resolve.accounts_values import long_words, noun_class, stated, wider_class
from generator.resolve.accounts_words import has_label, is_fate
from generator.resolve.lexicon import rows, words

# Smaller counts ("two leaders") agree by chance too easily, and say little alone.
SMALL = 2
# "40 meters" and "130 feet" are one length.
CONVERTED = 0.03
# What became of the counted where they took part in a demonstration, and the least number that is one.
TURNOUT = "turnout"
PRESENT = "present"
MIN_TURNOUT = 20
# Words between a figure and the bracket with its conversion: "40-meter-deep well (131 feet)".
MAX_BETWEEN = 3
# Letters of a word that tells what a sentence is about.
CONTEXT_LENGTH = 4
_LOOK_BACK = 24


@dataclass(frozen=True)
class Item:
    """A figure of an account.

    kind     "count", "money", "duration", "age", "%" ...
    noun, group  class of the counted noun and what became of it; "" when there is none
    aside    it may be a part of another figure, of another time, or of another event: it never differs from one
    number   the stated number in `unit`
    sources  ids of the entities who give it, sorted; none for the article's own voice
    own      whether its sentence tells this event, and nothing of another day
    told     whether a mention of the event stands in its sentence
    period   values of the times in its sentence, sorted;  about: ids of the entities in it
    voice    the words for whoever gives it, where that is no entity with a name ("organizers"); "" for the article's own voice
    holder   whose age it is: the id of an entity, else the class of the noun; "" when that is not known
    named    whether `holder` is an entity
    context  the longer words of its sentence besides its own
    definite whether a determiner before it takes up what was said before ("the two leaders")
    twins    the same in other units, in brackets behind it: "131 feet" of "40 meters (131 feet)"
    salient  whether its article tells of such a thing more than in passing
    events   ids of the events that its sentence tells
    apart    it may be a part of another figure, or of another day: an aside for more than the sentence that it stands in
    quoted   whether it stands in somebody's words
    mover    what rises or falls in the event, where the figure is told of that; else ""
    """

    article: str
    quantity: Quantity
    sentence: Sentence
    kind: str
    unit: str
    noun: str
    group: str
    aside: bool
    sources: tuple[str, ...]
    number: float
    own: bool = True
    told: bool = True
    period: tuple[str, ...] = ()
    about: frozenset[str] = frozenset()
    voice: str = ""
    apart: bool = False
    quoted: bool = False
    holder: str = ""
    named: bool = False
    context: frozenset[str] = frozenset()
    definite: bool = False
    twins: tuple[Item, ...] = ()
    salient: bool = False
    events: frozenset[str] = frozenset()
    mover: str = ""

    @cached_property
    def bearer(self) -> str:
        """The noun that has a measured dimension: the gorilla of "a 400-pound gorilla", the well of "80 meters deep"."""
        if self.quantity.bearer:
            return noun_class(self.quantity.bearer)
        return self.measured if self.kind in words("accounts_plain_measures.txt") and not self._is_dimension else ""

    @cached_property
    def dimension(self) -> str:
        """What is measured of the bearer: "depth", "weight", "duration"; the measured noun itself where it has no bearer."""
        if self._is_dimension:
            return self.measured
        return self.kind if self.bearer else self.measured

    @cached_property
    def _is_dimension(self) -> bool:
        return self.measured in words("accounts_dimensions.txt")

    @cached_property
    def measured(self) -> str:
        """What a sum, a percentage or a measure is of, by the first of its synonyms; "" when that is not known."""
        return self.mover or noun_class(self.quantity.measured or "")

    @cached_property
    def key(self) -> tuple[str, str, str, str]:
        """What the figure is of, strictly: figures may differ only under one key."""
        if self.kind == "age":
            return self.kind, self.unit, self.holder, "named" if self.named else ""
        if self.kind != "count" and self.bearer:
            return self.kind, self.unit, self.bearer, self.dimension
        noun = "" if is_fate(self.group) and wider_class(self.noun) in {"", "person"} else self.noun
        moved = self.quantity.change if self.mover else ""
        return self.kind, self.unit, noun or self.measured, self.group or moved


def read_items(kb: KnowledgeBase, event: Event, telling: Telling) -> list[Item]:
    """The figures of an article that tells `event`, in text order; sums stand for their parts.

    An article about the event gives all of its figures; those in sentences about something else are asides.
    """
    extraction = kb.extractions[telling.article]
    sentences = extraction.sentences if telling.main else telling.sentences
    known = {sentence.id: sentence for sentence in sentences}
    parts = {part for item in extraction.quantities for part in item.parts}
    here = [item for item in extraction.quantities if item.sentence in known and item.id not in parts]
    elsewhen = find_elsewhen(kb, event, telling.article)
    own = telling.ids - elsewhen
    told = {mention.sentence for mention in telling.mentions}
    items = [_item(kb, telling.article, item, known[item.sentence], own, told) for item in here]
    movers = _movers(kb, event)
    items = [_as_turnout(_as_moved(_as_present(item), movers), event) for item in items]
    items = [replace(item, apart=item.apart or item.sentence.id in elsewhen) for item in items]
    text = kb.articles[telling.article].text
    return _with_twins(text, [item for item in items if not _is_anaphoric(text, item)])


def _movers(kb: KnowledgeBase, event: Event) -> frozenset[str]:
    """The nouns for what does it, in all the accounts: for one fall, "bitcoin" and "price" are one thing."""
    told = [kb.event_mention(ref.article, ref.event) for ref in event.mentions]
    return frozenset(item.head for mention in told for item in mention.arguments if item.role == "agent" and item.head)


def _as_moved(item: Item, movers: frozenset[str]) -> Item:
    """A change of what moves in the event, whatever the account calls that; a price where one does."""
    measured = item.quantity.measured or ""
    if not item.quantity.change or measured not in movers or item.kind not in {"money", "%"}:
        return item
    return replace(item, mover=min(prices)) if (prices := movers & words("accounts_prices.txt")) else item


def _as_present(item: Item) -> Item:
    """Diggers that were working are no people who were there."""
    return replace(item, group="") if item.group == PRESENT and wider_class(item.noun) != "person" else item


def _as_turnout(item: Item, event: Event) -> Item:
    """People who marched, gathered, rallied: of a demonstration, the number of those who took part."""
    many = item.kind == "count" and wider_class(item.noun) == "person" and item.number >= MIN_TURNOUT
    joining = item.group in words("accounts_taking_part.txt") and event.type in words("accounts_gatherings.txt")
    return replace(item, group=TURNOUT, noun="person") if many and joining else item


def _is_anaphoric(text: str, item: Item) -> bool:
    """ "the two leaders" takes up what was said before, and is no figure of its own; what is told here first is one."""
    if item.kind != "count" or (stated(item.quantity) or 0) > SMALL or not item.definite:
        return False
    own_noun = wider_class(item.noun) == "person" != item.noun
    return not own_noun or (item.quantity.of or "").lower() in text[: item.quantity.span.start].lower()


def _with_twins(text: str, items: Sequence[Item]) -> list[Item]:
    """The items; one in brackets behind another of its kind, in another unit, becomes a twin of that one."""
    kept: list[Item] = []
    for item in items:
        if kept and _is_conversion(text, kept[-1], item):
            kept[-1] = replace(kept[-1], twins=(*kept[-1].twins, item))
        else:
            kept.append(item)
    return kept


def _is_conversion(text: str, first: Item, second: Item) -> bool:
    last = first.twins[-1] if first.twins else first
    between = text[last.quantity.span.end : second.quantity.span.start].strip(" -")
    before = between.rpartition("(")[0] if between.endswith("(") else None
    same = first.kind == second.kind != "count" and last.quantity.unit != second.quantity.unit
    near = first.kind == "money" or abs(first.number - second.number) <= CONVERTED * max(first.number, second.number)
    return same and near and before is not None and len(before.split()) <= MAX_BETWEEN


def _item(
    kb: KnowledgeBase, article: str, quantity: Quantity, sentence: Sentence, own: Set[str], told: Set[str]
) -> Item:
    kind, unit, factor = _kind(quantity)
    before = kb.articles[article].text[max(sentence.span.start, quantity.span.start - _LOOK_BACK) : quantity.span.start]
    holder, named = find_holder(kb, article, quantity) if kind == "age" else ("", False)
    own_words = [span for span in (quantity.span, quantity.of_span, quantity.measured_span) if span is not None]
    apart = any(word in words("accounts_asides.txt") for word in before.lower().replace(",", " ").split())
    if quantity.of_span is not None:
        apart = apart or quantity.of_span.text.split()[0].lower() in words("accounts_asides.txt")
    times = kb.extractions[article].times
    return Item(
        article,
        quantity,
        sentence,
        kind,
        unit,
        noun=_noun(quantity, kind),
        group=quantity.predicate or "",
        aside=apart or sentence.id not in own,
        sources=_sources(kb, article, quantity),
        number=(stated(quantity) or 0.0) * factor,
        own=sentence.id in own,
        told=sentence.id in told,
        period=tuple(sorted({time.value for time in times if time.value and time.sentence == sentence.id})),
        about=_entities(kb, article, sentence.id) if quantity.measured else frozenset(),
        voice=_voice(kb, article, quantity),
        apart=apart,
        holder=holder,
        named=named,
        context=long_words(_without(kb.articles[article].text, sentence.span, own_words), CONTEXT_LENGTH),
        events=_events(kb, article, sentence.id),
        salient=is_salient(kb.articles[article].text, quantity, holder),
        definite=bool(before.split()) and before.lower().split()[-1] in words("accounts_determiners.txt"),
        quoted=any(span.covers(quantity.span) for quote in kb.extractions[article].quotes for span in quote.spans),
    )


def _voice(kb: KnowledgeBase, article: str, quantity: Quantity) -> str:
    """The words of a mention of whoever gives the figure: one in its sentence, else the nearest before; never a pronoun."""
    if quantity.said_by is None:
        return ""
    mentions = kb.extractions[article].mentions
    named = [item for item in mentions if item.chain == quantity.said_by and item.kind != "pronoun"]
    near = min(
        named,
        key=lambda item: (item.sentence != quantity.sentence, abs(item.span.start - quantity.span.start)),
        default=None,
    )
    return near.span.text if near is not None else ""


def _noun(quantity: Quantity, kind: str) -> str:
    """Class of the counted noun; a noun of a fate counts people: "no injuries" is "no one was injured"."""
    if kind == "age":
        return aged_noun(quantity)
    of = quantity.of or (quantity.of_span.text.lower() if quantity.of_span is not None else "")
    if kind != "count" or not of or of in words("accounts_fates.txt"):
        return ""
    return noun_class(of)


def _entities(kb: KnowledgeBase, article: str, sentence: str) -> frozenset[str]:
    mentions = kb.extractions[article].mentions
    found = {kb.entity_of.get((article, item.chain), "") for item in mentions if item.sentence == sentence}
    return frozenset(found - {""})


def _without(text: str, sentence: Span, left_out: Sequence[Span]) -> str:
    """The text of a sentence without these spans."""
    place, kept = sentence.start, []
    for span in sorted(left_out):
        kept.append(text[place : max(place, span.start)])
        place = max(place, span.end)
    return " ".join((*kept, text[place : sentence.end]))


def _events(kb: KnowledgeBase, article: str, sentence: str) -> frozenset[str]:
    told = [item for item in kb.extractions[article].events if item.sentence == sentence]
    return frozenset({kb.event_of.get((article, item.id), "") for item in told} - {""})


def _kind(quantity: Quantity) -> tuple[str, str, float]:
    """Kind of measure, the unit under which values are compared, and the factor that turns the value into it."""
    if quantity.of == "age":
        return "age", quantity.unit or "", 1.0
    if quantity.unit is None:
        return "count", "", 1.0
    unknown = (quantity.unit if has_label(quantity.unit) else "measure", quantity.unit, 1.0)
    return _units().get(quantity.unit, unknown)


@cache
def _units() -> dict[str, tuple[str, str, float]]:
    table = rows("accounts_units.tsv")
    return {row[0]: (row[1], row[2], float(row[3]) if len(row) > 3 else 1.0) for row in table}


def _sources(kb: KnowledgeBase, article: str, quantity: Quantity) -> tuple[str, ...]:
    """The entities who give a figure, sorted."""
    found = {kb.entity_of.get((article, chain), "") for chain in sayers_of(quantity)}
    return tuple(sorted(key for key in found if key in kb.entities))


def sayers_of(quantity: Quantity) -> tuple[str, ...]:
    """Chains of those who give a figure."""
    return quantity.sayers or ((quantity.said_by,) if quantity.said_by is not None else ())
