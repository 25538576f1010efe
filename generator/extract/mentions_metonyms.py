"""Capitals and seats of power that stand for their governments: "Moscow said", "talks with Pyongyang", "the Kremlin's position".

The syntax decides: what only a government does, suffers or has. The city itself says and sends nothing; and where a report is about
sports, a city is its team.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from generator.extract.mentions_found import Found
from generator.extract.mentions_lexicons import (
    METONYM,
    government_links,
    government_nouns,
    government_pacts,
    government_participles,
    government_verbs,
    seat_of_power,
    sports_words,
)
from generator.extract.mentions_syntax import SUBJECTS, first_conjunct
from generator.extract.mentions_types import is_dateline
from generator.gazetteer import capital_of, country_of_demonym, country_of_name

_TYPES = frozenset({"place", "organization", "facility", "other"})
_HYPHENS = frozenset({"-", "–"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS"})
_PLACE_LABELS = frozenset({"LOC", "GPE"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
_FINITE = frozenset({"VB", "VBD", "VBP", "VBZ", "VBG", "VBN"})
_STRONG = "strong"
_OWNED = "'s"
# Different words of sports that make a sentence, or an article, a sports report.
SPORTS_IN_SENTENCE, SPORTS_IN_ARTICLE = 2, 6


def government_of(name: str) -> str | None:
    """Code of the country whose capital, or seat of government, has this name, or None."""
    return capital_of(name) or seat_of_power(name)


def mark_metonyms(doc: Doc, found: list[Found]) -> list[Found]:
    """The same mentions; names of capitals and seats of power that do, suffer or have what only a government can have `via` "metonym",
    and are no names any more: descriptions of a place, the country."""
    is_sport = _is_about_sports(doc, SPORTS_IN_ARTICLE)
    return [item if is_sport or not _is_metonym(doc, item) else _marked(item) for item in found]


def _marked(item: Found) -> Found:
    return replace(item, kind="nominal", type="place", subtype="", honorific="", via=METONYM)


def _is_about_sports(words: Doc | Span, enough: int) -> bool:
    return len({token.lemma_.lower() for token in words} & sports_words()) >= enough


def _is_metonym(doc: Doc, item: Found) -> bool:
    text = doc[item.start : item.end].text
    code = government_of(text)
    if not code or item.kind != "name" or (item.type not in _TYPES and not seat_of_power(text)):
        return False
    if _is_about_sports(doc[item.start].sent, SPORTS_IN_SENTENCE):
        return False
    if _goes_on(doc, item):
        return False
    weight = _weight(doc, item)
    return weight == _STRONG or (bool(weight) and _is_among_states(doc, item, code))


def _goes_on(doc: Doc, item: Found) -> bool:
    """Whether it is a part of something else: a noun's first word ("Moscow residents"), an address ("Tirana, Albania"), a dateline."""
    if is_dateline(doc, item.start, item.end):
        return True
    after = doc[item.end] if item.end < len(doc) else None
    if after is None or after.is_space:
        return False
    if after.text == ",":
        beyond = doc[item.end + 1] if item.end + 1 < len(doc) else None
        return beyond is not None and beyond.ent_type_ in _PLACE_LABELS
    return after.text == "(" or (after.tag_ in _NOUN_TAGS and not _owns_relation(doc[item.end - 1]))


def _owns_relation(token: Token) -> bool:
    """Whether it is one of two in "Washington-Beijing relations"."""
    return token.dep_ in ("compound", "nmod") and _by_possession(token) != "" and token.nbor(-1).text in _HYPHENS


def _weight(doc: Doc, item: Found) -> str:
    """ "strong", "weak" (cities and firms do it too), or "" where the syntax gives no sign of a government."""
    if _hangs_by_hyphen(doc, item):
        return _STRONG
    last = doc[item.end - 1]
    found = {
        test(token) for token in {last.i: last, first_conjunct(last).i: first_conjunct(last)}.values() for test in TESTS
    }
    return _STRONG if _STRONG in found else max(found)


def _hangs_by_hyphen(doc: Doc, item: Found) -> bool:
    """ "Moscow-backed"."""
    end = item.end
    return end + 1 < len(doc) and doc[end].text in _HYPHENS and doc[end + 1].lower_ in government_participles()


def _by_verb(token: Token) -> str:
    """ "Moscow said", "accused Moscow", "was condemned by Moscow", "was accused by Kyiv"."""
    verb = token.head
    if token.dep_ == "pobj" and verb.dep_ == "agent":
        return government_verbs("subject").get(verb.head.lemma_.lower(), "")
    lemma = verb.lemma_.lower()
    if token.dep_ == "nsubjpass":
        return government_verbs("object").get(lemma, "")
    before = token.doc[token.left_edge.i - 1] if token.left_edge.i else verb
    if token.dep_ == "nsubj" and before.tag_ in _FINITE and before.lemma_.lower() in government_verbs("object"):
        return government_verbs("object")[before.lemma_.lower()]  # "accused Moscow of lying"
    if token.dep_ in SUBJECTS:
        verbs = [
            verb,
            *(child for child in verb.children if child.dep_ in ("conj", "xcomp") and child.tag_.startswith("V")),
        ]
        weights = [government_verbs("subject").get(each.lemma_.lower(), "") for each in verbs[:2]]
        return max([*weights, *(_STRONG for each in verbs if _is_of_pact(each))], key=_rank)
    return government_verbs("object").get(lemma, "") if token.dep_ in ("dobj", "dative") else ""


def _is_of_pact(verb: Token) -> bool:
    """Whether it is what states do with pacts and wars: "left the deal", "pulled out of the talks"."""
    if verb.lemma_.lower() not in government_pacts("verb"):
        return False
    links = (child for child in verb.children if child.dep_ == "prep")
    objects = [noun for link in (verb, *links) for noun in _objects(link)]
    return any(noun.lemma_.lower() in government_pacts("object") for noun in objects)


def _objects(token: Token) -> list[Token]:
    """What hangs on a verb or a preposition as its object, also behind a second preposition ("out of")."""
    found = [child for child in token.children if child.dep_ in ("dobj", "pobj")]
    return found + [
        noun for child in token.children if child.dep_ == "prep" and token.dep_ == "prep" for noun in _objects(child)
    ]


def _by_preposition(token: Token) -> str:
    """ "talks with Moscow", "relations between Moscow and Minsk", "agreed with Moscow", "according to Moscow"."""
    link = token.head
    if token.dep_ != "pobj" or link.dep_ not in ("prep", "dative", "pcomp"):
        return ""
    head, preposition = link.head, link.lower_
    if head.lower_ == "according":
        return _STRONG
    if not head.tag_.startswith("V"):
        return government_nouns().get((head.lemma_.lower(), preposition), "")
    # The parser hangs "on Moscow" of "put pressure on Moscow" on the verb.
    objects = (child for child in head.children if child.dep_ in _OBJECTS and child.i == link.i - 1)
    weights = [government_nouns().get((noun.lemma_.lower(), preposition), "") for noun in objects]
    return max([*weights, government_links().get((head.lemma_.lower(), preposition), "")], key=_rank)


def _by_possession(token: Token) -> str:
    """ "Moscow's position", "Washington-Beijing relations"."""
    owned = token.head
    if token.dep_ == "compound" and owned.dep_ in ("compound", "nmod") and token.nbor().text in _HYPHENS:
        owned = owned.head
    noun = owned.lemma_.lower()
    if token.dep_ == "poss":
        return government_nouns().get((noun, _OWNED), "")
    return government_nouns().get((noun, "between"), "") if token.dep_ in ("compound", "nmod") else ""


TESTS: tuple[Callable[[Token], str], ...] = (_by_verb, _by_preposition, _by_possession)


def _rank(weight: str) -> int:
    return ("", "weak", _STRONG).index(weight)


def _is_among_states(doc: Doc, item: Found, code: str) -> bool:
    """Whether the sentence names another country, its people, its capital or its seat of power."""
    sent = doc[item.start].sent
    others = (ent for ent in doc.ents if sent.start <= ent.start < sent.end and not item.start <= ent.start < item.end)
    return any(_is_other(names, code) for ent in others for names in ((ent.text, ent.text.removeprefix("the ")),))


def _is_other(names: Iterable[str], code: str) -> bool:
    codes = {of(name) for name in names for of in (country_of_name, country_of_demonym, government_of)}
    return bool(codes - {None, code})
