"""What a sum of money, a percentage or a measure is of, from the parse: "the price fell below $6,000" gives the price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from generator.extract.quantities_units import is_currency, is_time_unit
from generator.extract.times_atoms import Atoms, at
from generator.extract.times_lexicon import table, words

_MEASURED = "quantities_measured"
_NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
_MODIFIERS = frozenset({"compound", "nummod", "nmod", "amod", "npadvmod", "quantmod", "appos", "poss"})
_UNDER_VERB = frozenset({"dobj", "npadvmod", "attr", "advmod", "acomp", "oprd", "dep", "nsubj", "ccomp"})
_RELATIVE = frozenset({"relcl", "acl"})
_BORROWING = frozenset({"conj", "xcomp", "advcl"})
_MAX_STEPS = 4
_MAX_ASIDE = 7
_COPULA = "be"


@dataclass(frozen=True, slots=True)
class Measured:
    """What is measured: its lemma or the name of the dimension, the token that says so, and the direction "up", "down" or ""."""

    lemma: str
    token: Token
    change: str = ""


def find_measured(atoms: Atoms, start: int, end: int, unit: str) -> Measured | None:
    """What the figure in atoms `[start, end)` is of; None where the parse does not tell, or it is only how far off something lies."""
    last = at(atoms, end - 1).token
    if last is None or not last.doc.has_annotation("DEP"):
        return None
    behind = _behind(atoms, end)
    dimension = _dimension(atoms, behind)
    if dimension is not None:
        return dimension
    if at(atoms, behind).low in words(_MEASURED, "distances"):
        return None
    own = [token for atom in atoms[start:end] if (token := atom.token) is not None]
    found = _of(_top(own), own, unit, _MAX_STEPS)
    if found is None or found.token in own or (found.change and unit in words(_MEASURED, "lengths")):
        return None
    return found if found.change else replace(found, change=_direction_before(atoms, start))


def _direction_before(atoms: Atoms, start: int) -> str:
    """ "profits were down 22 percent", whatever the parse hangs "down" under."""
    return str(table(_MEASURED, "directions").get(at(atoms, start - 1).low, ""))


def _behind(atoms: Atoms, end: int) -> int:
    """The place after the figure and after the same in other units: "39 feet (12 meters) across"."""
    if at(atoms, end).text == ")":
        return end + 1
    if at(atoms, end).text != "(":
        return end
    closed = (place for place in range(end, min(end + _MAX_ASIDE, len(atoms))) if atoms[place].text == ")")
    return next(closed, end - 1) + 1


def _dimension(atoms: Atoms, end: int) -> Measured | None:
    """ "230 feet tall", "40-foot-high", "20 miles in length"."""
    place = end
    while at(atoms, place).low in {"-", "in"}:
        place += 1
    atom = at(atoms, place)
    name = table(_MEASURED, "dimensions").get(atom.low)
    if name is None or atom.token is None:
        return None
    before = at(atoms, place - 1).low
    fitting = before in {"in", "-"} if atom.low == name else before != "in"
    return Measured(str(name), atom.token) if fitting else None


def _top(own: Sequence[Token]) -> Token:
    """The head of the figure's own words."""
    inside = {token.i for token in own}
    token = own[-1]
    while token.head.i in inside and token.head is not token and token.head.i != token.i:
        token = token.head
    return token


def _of(top: Token, own: Sequence[Token], unit: str, steps: int) -> Measured | None:
    """What the phrase under `top` measures, one link of the parse after the other."""
    head = top.head
    if steps == 0 or head.i == top.i:
        return None
    if head.lower_ in table(_MEASURED, "directions") and head.dep_ not in {"prep", "prt"}:
        return _beside_direction(head, str(table(_MEASURED, "directions")[head.lower_]))
    if head.lower_ in words(_MEASURED, "worth"):
        return _noun(_bearer(head))
    if head.pos_ == "ADP" or head.dep_ == "prep":
        return _under_preposition(head, own, unit, steps)
    if head.pos_ in _NOUNS and top.dep_ in _MODIFIERS:
        return _noun(head) if not _is_generic(head) else _of(head, own, unit, steps - 1)
    return _under_verb(top, head, own, unit) if head.pos_ in _VERBS and top.dep_ in _UNDER_VERB else None


def _under_preposition(link: Token, own: Sequence[Token], unit: str, steps: int) -> Measured | None:
    above = _above_hedge(link)
    if above.lower_ in words(_MEASURED, "worth"):
        return _noun(_bearer(above))
    if link.lower_ == "of" and above.pos_ in _NOUNS | {"ADJ", "PRON", "ADV"}:
        return _noun(above) if above.pos_ == "NOUN" and not _is_generic(above) else _of(above, own, unit, steps - 1)
    if above.pos_ not in _VERBS:
        return None
    lemma = above.lemma_.lower()
    if link.lower_ == "for" and lemma in words(_MEASURED, "price_verbs"):
        return Measured(str(_price()), above)
    if link.lower_ in words(_MEASURED, "movement_links") | words(_MEASURED, "hedge_links") and lemma in table(
        _MEASURED, "movements"
    ):
        return _moving(above, own)
    return None


def _above_hedge(link: Token) -> Token:
    """What a preposition hangs under: beyond "more" and "low" in "more than", "as low as"."""
    above = link.head
    for _ in range(_MAX_STEPS):
        if link.lower_ not in words(_MEASURED, "hedge_links") or above.pos_ not in {"ADJ", "ADV", "ADP"}:
            break
        if above.lower_ in words(_MEASURED, "worth"):
            break
        above = above.head
    return above


def _price() -> str:
    return "".join(sorted(words(_MEASURED, "price")))


def _under_verb(top: Token, verb: Token, own: Sequence[Token], unit: str) -> Measured | None:
    lemma = verb.lemma_.lower()
    if top.dep_ == "nsubj":
        return None
    kind = _kind_of(unit)
    name = table(_MEASURED, f"{kind}_verbs").get(lemma) if kind else None
    if name is not None:
        return Measured(str(name), verb)
    found = _moving(verb, own) if lemma in table(_MEASURED, "movements") else None
    alone = (
        lemma in words(_MEASURED, "transitives") and top.dep_ == "dobj" and unit not in words(_MEASURED, "percentages")
    )
    return None if alone else found


def _kind_of(unit: str) -> str:
    """Which verbs name a measure in this unit themselves."""
    if is_time_unit(unit):
        return "time"
    if is_currency(unit):
        return "money"
    return "weight" if unit not in words(_MEASURED, "percentages") else ""


def measures_matter(unit: str) -> bool:
    """Whether a unit is neither of time nor of money nor a share: what it is "of" has a weight, a length ..."""
    return _kind_of(unit) == "weight"


def _moving(verb: Token, own: Sequence[Token]) -> Measured | None:
    """The object that is raised, else the subject that rises; with the direction."""
    change = str(table(_MEASURED, "movements")[verb.lemma_.lower()])
    inside = {token.i for token in own}
    moved = [
        child for child in verb.children if child.dep_ == "dobj" and child.i not in inside and not _is_figure(child)
    ]
    said = [child for child in verb.children if child.lower_ in table(_MEASURED, "directions") and child.dep_ != "prep"]
    if said and not change:
        change = str(table(_MEASURED, "directions")[said[0].lower_])
    return _noun(moved[0] if moved else _taken_up(_subject(verb)), change)


def _is_figure(token: Token) -> bool:
    """ "dropped 14 percent to $5,920": the percentage is not what dropped."""
    return not token.is_alpha or (_is_generic(token) and any(child.like_num for child in token.children))


def _taken_up(subject: Token | None) -> Token | None:
    """The subject; for an "it" that opens its sentence, the subject of the sentence before, where that one moved too."""
    if subject is None or subject.lower_ != "it" or subject.i != subject.sent.start or subject.i == 0:
        return subject
    before = subject.nbor(-1).sent.root
    return (
        _subject(before)
        if before.lemma_.lower() in table(_MEASURED, "movements") and before.pos_ in _VERBS
        else subject
    )


def _beside_direction(word: Token, change: str) -> Measured | None:
    """ "shares were down 22 percent", "shares, down 22 percent, ..."."""
    above = word.head
    if above.pos_ in _VERBS:
        lemma = above.lemma_.lower()
        return _noun(_taken_up(_subject(above)), change) if lemma in table(_MEASURED, "movements") else None
    return _noun(above, change) if above.pos_ in _NOUNS and above.i < word.i else None


def _subject(verb: Token) -> Token | None:
    """The subject of a verb, of the verb that it goes on from, or the noun that its clause describes."""
    for _ in range(_MAX_STEPS):
        subject = next((child for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
        if subject is not None and subject.tag_ not in {"WDT", "WP"} and subject.lower_ != "that":
            return subject
        if verb.dep_ in _RELATIVE:
            return verb.head
        if subject is not None or verb.dep_ not in _BORROWING or verb.head.i == verb.i:
            return None
        verb = verb.head
    return None


def _bearer(worth: Token) -> Token | None:
    """What is worth something: the noun right before the word, else the subject of "is worth"."""
    if worth.i > 0 and worth.nbor(-1).pos_ in _NOUNS:
        return worth.nbor(-1)
    above = worth.head
    return _subject(above) if above.lemma_.lower() == _COPULA else above


def _noun(token: Token | None, change: str = "") -> Measured | None:
    if token is None or token.pos_ not in _NOUNS or token.ent_type_ == "PERSON" or not token.is_alpha:
        return None
    token = _carried(token)
    if _is_generic(token) or _is_amount(token):
        return None
    if token.lower_ in words(_MEASURED, "stand_ins"):
        return None
    lemma = (token.lemma_ or token.text).lower()
    return Measured(str(table(_MEASURED, "dimensions").get(lemma, lemma)), token, change)


def _is_amount(token: Token) -> bool:
    """ "5,130 kilonewtons", "60,000 pounds": another figure, and nothing that is measured."""
    lemma = token.lemma_.lower()
    unit = lemma in words(_MEASURED, "units") or lemma in table("quantities_units", "currency_nouns")
    return unit and any(child.dep_ == "nummod" for child in token.children)


def _carried(token: Token) -> Token:
    """The price of "price tag": what a noun that only carries it stands with."""
    before = token.nbor(-1) if token.i > 0 else token
    carries = (
        token.lemma_.lower() in words(_MEASURED, "carriers") and before.dep_ == "compound" and before.head == token
    )
    return before if carries else token


def is_named(measured: Measured) -> bool:
    """Whether the measure has a name of its own ("height", "cost"), whatever it is the height or the cost of."""
    return is_dimension(measured) or measured.token.pos_ not in _NOUNS


def is_dimension(measured: Measured) -> bool:
    """Whether a dimension ("height", "weight") is measured."""
    return measured.lemma in table(_MEASURED, "dimensions").values()


def _is_generic(token: Token) -> bool:
    """Whether a noun says nothing of what is measured: "a total of", or the same length in other units."""
    return token.lemma_.lower() in words(_MEASURED, "generic") or token.lower_ in table("quantities_units", "measures")
