"""A short form in brackets behind its long form means the same, here and in the rest of the article."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from generator.language.lexicons import Lexicons
from generator.language.shapes import is_capitalized
from generator.language.viterbi import Entity

LONGEST_SHORT_FORM = 10  # characters
FURTHER_WORDS = 5  # of a long form, beyond the letters of its short form: Schwartz and Hearst 2003
NO_NAME = ""
Definition = tuple[int, int, str]  # first and last token of the long form, the short form


def follow_definitions(doc: Doc, entities: list[Entity], lexicons: Lexicons) -> list[Entity]:
    """ "standard operating procedure (SOP)": no SOP is a name; "Harbor Development Agency (HDA)": every HDA is one."""
    meanings = {form: label for form, label in _meanings(doc, entities) if form not in lexicons.phrases}
    kept = [entity for entity in entities if meanings.get(doc[entity[0] : entity[1]].text, entity[2])]
    kept = [(start, stop, meanings.get(doc[start:stop].text, label)) for start, stop, label in kept]
    taken = {number for start, stop, _ in kept for number in range(start, stop)}
    added = [
        (token.i, token.i + 1, meanings[token.text])
        for token in doc
        if token.i not in taken and meanings.get(token.text, NO_NAME)
    ]
    return sorted(kept + added)


def _meanings(doc: Doc, entities: list[Entity]) -> Iterator[tuple[str, str]]:
    """(short form, label of its long form, or `NO_NAME` for common words) for the definitions that are clear."""
    ends = {stop: label for _, stop, label in entities}
    for start, stop, form in find_definitions(doc):
        words = [token for token in doc[start:stop] if token.is_alpha]
        if stop in ends:
            yield form, ends[stop]
        elif words and all(token.is_lower for token in words[1:]) and (words[0].is_lower or words[0].is_sent_start):
            yield form, NO_NAME


def find_definitions(doc: Doc) -> Iterator[Definition]:
    """Short forms in brackets whose letters begin or follow, in order, in the words before."""
    for token in doc[1:-1]:
        if doc[token.i - 1].text == "(" and doc[token.i + 1].text == ")" and _is_short_form(token.text):
            start = _long_form(doc, token.i - 1, token.text)
            if start is not None:
                yield start, token.i - 1, token.text


def _is_short_form(text: str) -> bool:
    return 2 <= len(text) <= LONGEST_SHORT_FORM and text.isalnum() and is_capitalized(text) and not text.isdigit()


def _long_form(doc: Doc, stop: int, form: str) -> int | None:
    """The first token of the shortest run before `stop` that spells the letters of the short form (an "s" at its end is
    a plural), the first of them at the start of its first word (Schwartz and Hearst 2003); None if there is none."""
    letters = form[:-1].lower() if form.endswith("s") and form[:-1].isupper() else form.lower()
    earliest = max(doc[stop].sent.start, stop - min(len(letters) + FURTHER_WORDS, 2 * len(letters)))
    left = len(letters)
    for number in range(stop - 1, earliest - 1, -1):
        for place in range(len(doc[number]) - 1, -1, -1):
            is_first = left == 1 and place > 0
            if left and not is_first and doc[number].lower_[place] == letters[left - 1]:
                left -= 1
        if left == 0:
            return number
    return None
