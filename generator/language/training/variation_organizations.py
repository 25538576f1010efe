"""Other organizations for those of an article: a party by a party, a ministry by a ministry, an acronym by an acronym."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from random import Random

from generator.language.training.corpus import NamedArticle
from generator.language.training.variation_lexicons import Forms, draw, entries, fill, read_rows
from generator.language.training.variation_places import place_parts
from generator.language.training.variation_spans import name_spans

LONGEST_ACRONYM = 6  # letters
UNKNOWN_SHARE = 0.4  # of the long names whose kind isn't known: their context may ask for a band or a ship
_MARKS = str.maketrans("", "", "[]")


def new_organizations(names: Sequence[str], kept: frozenset[str], share: float, random: Random) -> dict[str, str]:
    """Other names for a share of the names of an article (as printed, distinct), none for those that are kept.

    A name that is the first word of a longer one becomes the short form of the longer one's new name.
    """
    new: dict[str, str] = {}
    short: dict[str, str] = {}
    for name in sorted(names, key=lambda name: " " not in name):  # stable: long names first
        if name in kept or name[:1].islower() or random.random() >= share:
            continue
        if name in short:
            new[name] = short[name]
            continue
        kind = _kind(name, random)
        if kind is None:
            continue
        text = _fill(kind, random)
        new[name] = text.translate(_MARKS)
        if "[" in text and " " in name:
            short[name.split()[0]] = text[text.index("[") + 1 : text.index("]")]
    return new


def names_with_acronyms(article: NamedArticle) -> frozenset[str]:
    """Organizations that stay: the article explains one by the other ("Asian Development Bank (ADB)")."""
    kept: set[str] = set()
    for sentence in article.sentences:
        spans = list(name_spans(sentence))
        for left, right in pairwise(spans):
            if right.start == left.end + 1 and sentence.words[left.end] == "(":
                kept |= {left.text, right.text}
    return frozenset(kept)


def draw_organization(random: Random) -> str:
    """The name of an organization of any kind."""
    return _fill(draw(_kinds(), random), random).translate(_MARKS)


def _kind(name: str, random: Random) -> Forms | None:
    """The kind of what stands for a name: that of its last word that tells, or of its length and case."""
    kinds = {kind.name: kind for kind in _kinds()}
    known = [kinds[_kind_of_head()[word]] for word in reversed(name.split()) if word in _kind_of_head()]
    if " " in name:
        unknown = draw(_kinds(), random) if random.random() < UNKNOWN_SHARE else None
        return known[0] if known else unknown
    return kinds["acronym" if name.isupper() and len(name) <= LONGEST_ACRONYM else "short"]


def _fill(kind: Forms, random: Random) -> str:
    return fill(random.choice(kind.patterns), kind.parts, random)


@cache
def _kinds() -> tuple[Forms, ...]:
    return tuple(
        Forms(name, float(weight), entries(patterns), place_parts())
        for name, weight, _, patterns in read_rows("organizations.tsv")
    )


@cache
def _kind_of_head() -> dict[str, str]:
    heads: Iterable[tuple[str, str]] = (
        (head, name) for name, _, cell, _ in read_rows("organizations.tsv") for head in entries(cell) if head
    )
    return dict(reversed(list(heads)))  # the first kind that names a head has it
