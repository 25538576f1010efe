"""Part of speech and features of a token, from its tag, its place in the tree and closed lists."""

from __future__ import annotations

from functools import cache, lru_cache

import numpy as np
from spacy.tokens import Doc, Token

from generator.language.lexicons import FOLDER, read_table

AUXILIARY_RELATIONS = frozenset({"aux", "auxpass"})
BE = frozenset({"be", "am", "are", "is", "was", "were", "been", "being", "'m", "'re", "’m", "’re"})
COPULA_CLITICS = frozenset({"'s", "’s"})
PRONOUN_TAGS = frozenset({"PRP", "PRP$"})
DETERMINING = frozenset({"det", "predet", "preconj", "neg", "advmod", "quantmod"})
UNKNOWN = ("X", "")
REMEMBERED = 50_000  # words


def set_morphology(doc: Doc) -> None:
    """Fill `pos_` and `morph` of every token; needs `tag_`, `dep_` and the heads."""
    parts: list[str] = []
    features: list[str] = []
    for token in doc:
        form, tag, relation = token.lower_, token.tag_, token.dep_
        parts.append(_part_of_speech(form, tag, relation, _has_object(token) if form in COPULA_CLITICS else False))
        features.append(_features(form, tag))
    add, morphology = doc.vocab.strings.add, doc.vocab.morphology.add
    columns = [
        np.array([add(part) for part in parts], np.uint64),
        np.array([morphology(feature) for feature in features], np.uint64),
    ]
    if len(doc):
        doc.from_array(["POS", "MORPH"], np.stack(columns, axis=1))  # type: ignore[arg-type]


def _has_object(token: Token) -> bool:
    return any(child.dep_ == "dobj" for child in token.children)


@lru_cache(maxsize=REMEMBERED)
def _part_of_speech(form: str, tag: str, relation: str, has_object: bool) -> str:
    """The tag's part of speech, but for the few tags that stand for two."""
    part = _closed(form, tag)[0] or _tag_table().get(tag, UNKNOWN)[0]
    if tag == "IN" and relation == "mark":
        return "SCONJ"
    if tag in ("DT", "WDT"):
        return "DET" if relation in DETERMINING else "PRON"
    if tag == "TO" and relation in ("prep", "dative"):
        return "ADP"
    is_auxiliary = relation in AUXILIARY_RELATIONS or form in BE or (form in COPULA_CLITICS and not has_object)
    return "AUX" if part == "VERB" and is_auxiliary else part


@lru_cache(maxsize=REMEMBERED)
def _features(form: str, tag: str) -> str:
    pronoun = _pronoun_table().get(form, "") if tag in PRONOUN_TAGS else ""
    return "|".join(part for part in (_tag_table().get(tag, UNKNOWN)[1], _closed(form, tag)[1], pronoun) if part)


def _closed(form: str, tag: str) -> tuple[str, str]:
    """Part of speech and features of a word of a closed class that has this tag."""
    return next((row[1:] for row in _closed_table().get(form, ()) if row[0] == tag), ("", ""))


@cache
def _closed_table() -> dict[str, list[tuple[str, str, str]]]:
    table: dict[str, list[tuple[str, str, str]]] = {}
    for line in (FOLDER / "closed_features.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            form, tag, part, features = line.split("\t")
            table.setdefault(form, []).append((tag, part, features))
    return table


@cache
def _tag_table() -> dict[str, tuple[str, str]]:
    rows = ((tag, value.partition("\t")) for tag, value in read_table("tags").items())
    return {tag: (part, features) for tag, (part, _, features) in rows}


@cache
def _pronoun_table() -> dict[str, str]:
    return dict(read_table("pronouns"))
