"""Names with words too many: the part of a title before the organization, a headline's verb, a common noun behind."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from generator.extract.mentions_lexicons import (
    head_words,
    name_particles,
    not_names,
    speech_verbs,
    thing_nouns,
    time_nouns,
)
from generator.language.name_kinds import group_of
from generator.language.name_kinds_lexicons import kind_lexicons

_WORKS = frozenset({"WORK_OF_ART", "PRODUCT", "LAW"})
_CUT = frozenset({"PERSON", "ORG"})
_AT = "at"
_VERB_TAGS = frozenset({"VBD", "VBZ", "VBP"})
_HYPHENS = frozenset({"-", "–"})
_WHICH = frozenset({"each", "every", "last", "next", "this"})
_HAPPENING = "event"  # the group of head words that are verbs in headlines too ("Fire")
_SHORTEST = 2  # words of a name that may stand for a longer one


def cut_to_name(doc: Doc, start: int, end: int, label: str) -> tuple[int, int]:
    """The tokens of the name alone, perhaps none, among the tokens `[start, end)` of a name that the model labelled `label`."""
    if label in _WORKS and end > start and _is_said(doc[end - 1]):
        return start, start  # "Pond said" between two quotations is no title
    start = _behind_time(doc, start, end)
    if label == "PERSON":
        end = _without_noun(doc, start, _without_mark(doc, start, end))
    if label == "ORG":
        start = _behind_at(doc, start, end)
    return (start, _without_headline(doc, start, end, label)) if label in _CUT else (start, end)


def _is_said(token: Token) -> bool:
    return token.text.islower() and token.tag_ in _VERB_TAGS and token.lemma_.lower() in speech_verbs()


def _without_noun(doc: Doc, start: int, end: int) -> int:
    """Before a noun in small letters: "Fenwick" of "Fenwick campaign"."""
    while end - start > 1 and doc[end - 1].text.islower() and doc[end - 1].lower_ not in name_particles():
        if doc[end - 2].text == "-":
            break  # "Chol-su"
        end -= 1
    return end


def _without_mark(doc: Doc, start: int, end: int) -> int:
    """Before a comma and the mark of a party and a state: "Ida Holm" of "Ida Holm, D-Calif."."""
    comma = next((at for at in range(start + 1, end) if doc[at].text == ","), None)
    if comma is None or not any(doc[at].text in _HYPHENS or "-" in doc[at].text for at in range(comma + 1, end)):
        return end
    return comma


def _behind_time(doc: Doc, start: int, end: int) -> int:
    """Behind the time whose it is: "Elm Prize" of "Next Year's Elm Prize"."""
    for at in range(start + 1, end - 1):
        owner = doc[at - 1].lower_
        alone = at == start + 1 or (at == start + 2 and doc[start].lower_ in _WHICH)  # not "New Year's Eve"
        if alone and doc[at].tag_ == "POS" and (owner in time_nouns() or owner in not_names()):
            return at + 1
    return start


def _behind_at(doc: Doc, start: int, end: int) -> int:
    """Behind the "at" of a title: "Policy and Research at Gorse Aid"; "University of Gorse at Elm" is one name."""
    at = next((n for n in range(start + 1, end - 1) if doc[n].lower_ == _AT), None)
    if at is None or any(doc[n].lower_ in head_words() or doc[n].lower_ in thing_nouns() for n in range(start, at)):
        return start
    return at + 1


def _without_headline(doc: Doc, start: int, end: int, label: str) -> int:
    """The end of the name that the article has elsewhere, where a headline's next words are glued to it ("Ida Gorse Hammers")."""
    if end - start <= _SHORTEST or _is_head(doc[end - 1].lower_, label):
        return end
    names = {ent.text for ent in doc.ents if ent.label_ == label and not start <= ent.start < end}
    if doc[start:end].text in names or not is_title_case(doc, start):
        return end
    return max((at for at in range(start + _SHORTEST, end) if doc[start:at].text in names), default=end)


def _is_head(word: str, label: str) -> bool:
    head = kind_lexicons().heads["last"].get(word)
    return word in head_words() and not (label == "ORG" and head is not None and group_of(head.kind) == _HAPPENING)


def is_title_case(doc: Doc, at: int) -> bool:
    """Whether most words of the sentence have a capital, as in a headline."""
    words = [token for token in doc[at].sent if token.is_alpha and len(token.text) > 3]
    return sum(token.text[:1].isupper() for token in words) > TITLE_CASE_SHARE * len(words)


TITLE_CASE_SHARE = 0.6
