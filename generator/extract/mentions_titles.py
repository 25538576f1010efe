"""Words of a title are no organization: "North Korean Defense" before "Minister", "US State" before "Secretary"."""

from __future__ import annotations

from spacy.tokens import Doc

from generator.extract.mentions_lexicons import head_words, offices, portfolios
from generator.gazetteer import country_of_demonym, country_of_name


def without_title(doc: Doc, start: int, end: int) -> int:
    """The end of a name in tokens `[start, end)` without the words of a title that goes on behind it, or ends it.

    What is left may be empty ("Justice" Secretary), a country or its people ("Russian" Defense Minister), or an organization that is
    one without the title ("Elmsport Police" Chief, "NATO" Defense Chief).
    """
    last = end
    while last > start and _is_office(doc, last - 1):
        last -= 1
    if last == end and not (end < len(doc) and _is_office(doc, end)):
        return end
    first = last
    while first > start and doc[first - 1].lower_ in portfolios():
        first -= 1
    return last if first == last or _is_body(doc, start, first, last) else first


def _is_office(doc: Doc, at: int) -> bool:
    return doc[at].lower_ in offices() and doc[at].text[:1].isupper()


def _is_body(doc: Doc, start: int, first: int, last: int) -> bool:
    """Whether the portfolio is an organization by its last word, and somebody's other than a country's."""
    owner = doc[start:first].text
    named = doc[last - 1].lower_ in head_words()
    return named and bool(owner) and not (country_of_demonym(owner) or country_of_name(owner))
