"""Numbers inside names: "76ers", "7-Eleven", "Three Mile Island", "iPhone 7" give no figure."""

from __future__ import annotations

from generator.extract.times_atoms import Atom, Atoms, at
from generator.extract.times_lexicon import words

_MODELS = "quantities_measured"
# Kinds of names that may hold a number; peoples ("11 Chinese") and dates are counted.
_NAMES = frozenset(["ORG", "FAC", "LOC", "GPE", "PRODUCT", "EVENT", "LAW", "WORK_OF_ART", "PERSON", "MISC"])


def is_in_name(atoms: Atoms, i: int, end: int, measured: bool) -> bool:
    """Whether the number in atoms `[i, end)` is part of a name; `measured` when it has a unit."""
    after, word = at(atoms, end), at(atoms, end + 1)
    if measured and not (after.capital and at(atoms, i).capital):
        return False
    if after.kind == "word" and after.glued and at(atoms, end - 1).kind == "number":
        return True
    if after.text in {"-", "‑"} and after.glued and word.glued and word.capital and not _is_title(atoms):
        return True
    return _is_model(atoms, i, end) or _is_in_entity(atoms, i, end)


def _is_model(atoms: Atoms, i: int, end: int) -> bool:
    """ "737 aircraft", "a 747": the number of a model of airliner, before its noun or behind an article."""
    if end != i + 1 or at(atoms, i).text not in words(_MODELS, "models"):
        return False
    return at(atoms, end).low in words(_MODELS, "model_nouns") or at(atoms, i - 1).low in {"a", "the"}


def _is_title(atoms: Atoms) -> bool:
    """Whether nearly every longer word has a capital, as in a headline: capitals then tell nothing."""
    long = [atom for atom in atoms if atom.kind == "word" and len(atom.text) > 3]
    return bool(long) and sum(atom.capital for atom in long) >= 0.8 * len(long) and len(long) > 3


def _is_in_entity(atoms: Atoms, i: int, end: int) -> bool:
    """ "Group of 20": inside a name, or at its head when a capital or a digit begins it and a capital follows."""
    atom, after = at(atoms, i), at(atoms, end)
    token, following = atom.token, after.token
    if token is None or token.ent_type_ not in _NAMES:
        return False
    if token.ent_iob_ == "I":
        return not token.nbor(-1).is_punct or token.nbor(-1).text in {"-", "&"}
    inside = following is not None and following.ent_iob_ == "I" and after.capital
    return inside and (atom.kind == "number" or atom.capital)


def is_brand(before: Atom) -> bool:
    """ "iPhone", "eBay": capitals inside a word that begins with a small letter."""
    return before.text[:1].islower() and any(letter.isupper() for letter in before.text[1:])
