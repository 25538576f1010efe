"""What a figure counts, and what became of it: "six Russian and five Chinese warplanes", "34 people were killed"."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from generator.extract.times_atoms import Atoms, at, skip
from generator.extract.times_lexicon import table, words

_NUMBERS = "quantities_words"
_NOUNS = frozenset({"NOUN", "PROPN"})
# Tags of what may stand between a number and its noun.
_BETWEEN = frozenset(
    [
        "JJ",
        "JJR",
        "JJS",
        "NN",
        "NNP",
        "NNS",
        "NNPS",
        "VBN",
        "VBG",
        "CC",
        "CD",
        "POS",
        "RB",
        ",",
        "HYPH",
        "XX",
        "``",
        "''",
    ]
)
# Tags of modifiers between a number and its noun.
_MODIFIERS = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "VBN", "VBG"})
_MAX_MODIFIERS = 5
# Dependencies that lead from a number up to its noun.
_UPWARDS = frozenset(
    ["nummod", "quantmod", "compound", "amod", "conj", "nmod", "advmod", "dep", "det", "npadvmod", "appos"]
)
_MAX_WORDS = 8
_MAX_LINKS = 3
# Dependencies under which a noun takes part in what its verb says.
_ARGUMENTS = frozenset({"dobj", "nsubjpass", "nsubj", "attr", "pobj"})


@dataclass(frozen=True, slots=True)
class Counted:
    """What is counted: its lemma, and the atoms `[start, end)` that name it; `head` is the token of the noun."""

    lemma: str
    start: int
    end: int
    head: Token | None


def find_counted(atoms: Atoms, end: int, single: bool) -> Counted | None:
    """What the figure that ends before atom `end` counts, over the parse; only a `single` one counts a singular noun."""
    place = skip(atoms, end, {"of"})
    place = skip(atoms, place, {"the", "its", "his", "her", "their", "our", "these", "those"}) if place > end else place
    if place > end and at(atoms, place).low in {"them", "us", "which", "whom", "it", "you"}:
        return _people_among(atoms, place)
    head = (_noun_of(atoms, end) or _noun_behind(atoms, end)) if place == end else _noun_at(atoms, place)
    stop = _stop(atoms, place, head) if head is not None else None
    if head is None or stop is None or not head.text[:1].isalnum() or not (single or _is_plural(atoms, end, head)):
        return None
    hyphened = at(atoms, place).text in {"-", "‑"} and place + 1 < stop
    return Counted(_lemma(head), place + 1 if hyphened else place, stop, head)


def _people_among(atoms: Atoms, place: int) -> Counted | None:
    """ "12 of them [Somali]", "six of whom were [Russian]": those of a people among the counted."""
    place = skip(atoms, place + 1, words(_NUMBERS, "links"))
    token = at(atoms, place).token
    if token is None or not at(atoms, place).capital or token.tag_ not in {"JJ", "NNP", "NNPS"}:
        return None
    return Counted(_lemma(token), place, place + 1, None) if token.ent_type_ in {"NORP", ""} else None


def _is_plural(atoms: Atoms, end: int, head: Token) -> bool:
    """Whether more than one can be counted: "9 rocket" is a name cut in two; "a five-member team" is not."""
    if at(atoms, end).text == "-" and at(atoms, end).glued:
        return True
    return head.tag_ in {"NNS", "NNPS"} or head.lower_ in words(_NUMBERS, "invariant_plurals")


def _noun_of(atoms: Atoms, end: int) -> Token | None:
    """The noun that the number modifies; it stands behind the number."""
    token = atoms[end - 1].token
    last = atoms[end - 1].end
    if token is None or not token.has_dep():
        return None
    for _ in range(_MAX_WORDS):
        if token.idx >= last and token.pos_ in _NOUNS:
            return token
        if token.head is token or token.dep_ not in _UPWARDS:
            return None
        token = token.head
    return None


def _noun_behind(atoms: Atoms, end: int) -> Token | None:
    """The plural noun right behind a number that the parse hangs elsewhere ("up to 50 boats"); only modifiers stand between."""
    for place in range(end, min(end + _MAX_MODIFIERS, len(atoms))):
        token = atoms[place].token
        if token is None or (token.pos_ in _NOUNS and _is_plural(atoms, end, token)):
            return token
        if token.tag_ not in _MODIFIERS:
            return None
    return None


def find_aged(atoms: Atoms, end: int) -> Counted | None:
    """The noun that an age or a strength is of, right behind it: "34-year-old [driver]", "10,000-strong [crowd]"."""
    for place in range(end, min(end + _MAX_MODIFIERS, len(atoms))):
        token = atoms[place].token
        if token is None or token.tag_ not in _MODIFIERS | {"NNS"}:
            return None
        follows = at(atoms, place + 1).token
        if token.pos_ == "NOUN" and (follows is None or follows == token or follows.pos_ not in _NOUNS):
            return Counted(_lemma(token), end, place + 1, token)
    return None


def _noun_at(atoms: Atoms, i: int) -> Token | None:
    """The head of the noun phrase that begins at `i` ("dozens of [Russian jets]")."""
    token = at(atoms, i).token
    if token is None:
        return None
    while token.pos_ not in _NOUNS or token.dep_ in {"compound", "nmod", "amod", "poss"}:
        if token.head is token or token.head.i < token.i or token.head.i - token.i > _MAX_WORDS:
            return token if token.pos_ in _NOUNS else None
        token = token.head
    return token


def _stop(atoms: Atoms, i: int, head: Token) -> int | None:
    """The place after the atom of `head`, when only modifiers stand between; None when it is too far or a clause comes between."""
    for place in range(i, min(i + 2 * _MAX_WORDS, len(atoms))):
        token = atoms[place].token
        if token == head:
            while at(atoms, place + 1).token == head:
                place += 1
            return place + 1
        if token is None or (token.tag_ not in _BETWEEN and token.text not in {"-", "–"}):
            return None
    return None


def _lemma(token: Token) -> str:
    """The lemma; of peoples the singular ("Yemenis"), which a name's lemma is not."""
    lemma = (token.lemma_ or token.text).lower()
    return lemma.removesuffix("s") if token.tag_ == "NNPS" and token.ent_type_ == "NORP" else lemma


def shared_noun(atoms: Atoms, end: int, following: int, counted: Counted | None) -> bool:
    """Whether the figure that ends at `end` shares the noun of the next one, which begins at `following`.

    "six Russian and five Chinese warplanes": only adjectives and a conjunction stand between them.
    """
    if counted is None or following - end not in range(1, 5):
        return False
    between = [atoms[place] for place in range(end, following)]
    if between[-1].low not in {"and", ",", "plus"}:
        return False
    return all(atom.tag in {"JJ", "NNP", "CC", ","} or atom.low in {"and", ","} for atom in between)


def find_predicate(atoms: Atoms, end: int, counted: Counted | None) -> str | None:
    """What became of the counted: "dead" in "34 people were killed" and "34 dead"; a verb outside of the groups as its lemma.

    A bare figure needs a word of the lexicon.
    """
    if counted is not None and counted.head is not None:
        found = _predicate_of(counted.head)
        group = group_of(found) if found is not None and not _is_doer(counted.head) else None
        group = group or _suffered(counted.head) or _told_behind(counted.head)
        group = group or table("quantities_none", "nouns").get(counted.lemma)
        return group or (_presence(counted.head) if found is not None else None) or found
    place = end
    for _ in range(_MAX_LINKS):
        atom = at(atoms, place)
        if atom.low in words(_NUMBERS, "predicates"):
            lemma = _lemma(atom.token) if atom.token is not None else atom.low
            return group_of(lemma) or group_of(atom.low) or lemma
        if atom.low not in words(_NUMBERS, "links"):
            break
        place += 1
    token = at(atoms, end - 1).token
    found = _predicate_of(token) if token is not None and token.dep_ in _ARGUMENTS else None
    return group_of(found) if found is not None else None


def _is_doer(head: Token) -> bool:
    """Whether the counted do it to others: "two gunmen killed a guard"."""
    return head.dep_ == "nsubj" and any(child.dep_ == "dobj" for child in head.head.children)


def _told_behind(head: Token) -> str | None:
    """ "dead" of "the six workers who died": the fate that a relative clause tells of all the counted."""
    clause = next((child for child in head.children if child.dep_ == "relcl" and child.i > head.i), None)
    if clause is None or any(child.dep_ in {"neg", "dobj"} or child.tag_ == "MD" for child in clause.children):
        return None
    subject = next((child for child in clause.children if child.dep_ in {"nsubj", "nsubjpass"}), None)
    fate = group_of(_lemma(clause)) if subject is not None and subject.tag_ in {"WP", "WDT"} else None
    passive = subject is not None and subject.dep_ == "nsubjpass"
    return fate if passive or _lemma(clause) in words(_NUMBERS, "intransitive_fates") else None


def _presence(head: Token) -> str | None:
    """ "present" of "85 people were inside the mill", "60 people had been working"."""
    verb = head.head
    if head.dep_ != "nsubj" or any(child.dep_ == "neg" or child.tag_ == "MD" for child in verb.children):
        return None
    inside = any(child.lower_ in words(_NUMBERS, "inside") for child in verb.children if child.i > verb.i)
    working = _lemma(verb) == "work" and verb.tag_ == "VBG"
    return "present" if working or (_lemma(verb) == "be" and (inside or _on_board(verb))) else None


def _on_board(verb: Token) -> bool:
    return any(
        child.lower_ == "on" and any(inner.lower_ == "board" for inner in child.children) for child in verb.children
    )


def _suffered(head: Token) -> str | None:
    """ "injured" of "two men suffered injuries", "two men jumped and were treated for injuries"."""
    verb = head.head
    if head.dep_ not in {"nsubj", "nsubjpass"}:
        return None
    for told in (verb, *(child for child in verb.children if child.dep_ == "conj" and child.i > verb.i)):
        if told is not verb and any(child.dep_ in {"nsubj", "nsubjpass", "neg"} for child in told.children):
            continue
        passive = any(child.dep_ == "auxpass" for child in told.children)
        if passive and told is not verb and group_of(_lemma(told)) is not None:
            return group_of(_lemma(told))
        if _lemma(told) in words(_NUMBERS, "suffering") and not any(child.dep_ == "neg" for child in told.children):
            return next((group for noun in _objects(told) if (group := _fate_of(noun)) is not None), None)
    return None


def _objects(verb: Token) -> list[Token]:
    """Objects of a verb, those under "for" and "with" too; none of them is denied."""
    links = [child for child in verb.children if child.lower_ in {"for", "with"} and child.dep_ == "prep"]
    found = [child for place in (verb, *links) for child in place.children if child.dep_ in {"dobj", "pobj"}]
    return [noun for noun in found if not any(child.lower_ == "no" for child in noun.children)]


def _fate_of(noun: Token) -> str | None:
    fates = table(_NUMBERS, "suffered")
    return str(fates[_lemma(noun)]) if _lemma(noun) in fates else None


def group_of(predicate: str) -> str | None:
    """The group that a predicate's lemma belongs to ("kill" -> "dead"), or None."""
    groups = table(_NUMBERS, "predicate_groups")
    return next((name for name in sorted(groups) if predicate in groups[name]), None)


def _predicate_of(token: Token) -> str | None:
    """The verb that the noun is subject or object of, or a participle behind it ("34 people killed in")."""
    behind = next((child for child in token.children if child.dep_ in {"acl", "amod"} and child.i > token.i), None)
    if behind is not None and (behind.tag_ == "VBN" or group_of(_lemma(behind)) is not None):
        return _lemma(behind)
    if token.dep_ != "pobj" and token.dep_ in _ARGUMENTS and token.head.pos_ in {"VERB", "AUX"}:
        return _toll(token.head) or _state(token.head)
    if token.dep_ != "pobj":
        return None
    above = token.head.head
    if above.pos_ in {"VERB", "AUX"}:
        return _toll(above)
    if _is_number(above) and above.dep_ != "pobj":
        return _predicate_of(above)
    return _lemma(above) if above.pos_ == "NOUN" and token.head.lower_ == "of" and not _is_number(above) else None


def _state(verb: Token) -> str:
    """ "dead" of "left dead", "were missing"; else the verb."""
    state = next((child for child in verb.children if child.dep_ in {"acomp", "oprd"}), None)
    if group_of(_lemma(verb)) is None and group_of(verb.lower_) is not None and not _has_object(verb):
        return verb.lower_
    telling = state is not None and (group_of(_lemma(state)) is not None or group_of(_lemma(verb)) is None)
    return _lemma(state) if state is not None and telling else _lemma(verb)


def _has_object(verb: Token) -> bool:
    return any(child.dep_ == "dobj" for child in verb.children)


def _toll(verb: Token) -> str | None:
    """ "toll" where the subject is one: "the death toll rose to 34"."""
    subjects = (_lemma(child) for child in verb.children if child.dep_ in {"nsubj", "nsubjpass"})
    return next((lemma for lemma in subjects if lemma in words(_NUMBERS, "tolls")), None)


def _is_number(token: Token) -> bool:
    return _lemma(token) in words(_NUMBERS, "number_words") or token.lower_ in table(_NUMBERS, "vague")
