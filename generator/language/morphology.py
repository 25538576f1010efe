"""Part of speech and features of a token, from its tag, its place in the tree and closed lists."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc, Token

from generator.language.lexicons import FOLDER, read_table

AUXILIARY_RELATIONS = frozenset({"aux", "auxpass"})
BE = frozenset({"be", "am", "are", "is", "was", "were", "been", "being", "'m", "'re", "’m", "’re"})
COPULA_CLITICS = frozenset({"'s", "’s"})
PRONOUN_TAGS = frozenset({"PRP", "PRP$"})
UNKNOWN = ("X", "")


def set_morphology(doc: Doc) -> None:
    """Fill `pos_` and `morph` of every token; needs `tag_`, `dep_` and the heads."""
    for token in doc:
        part, features = _tag_table().get(token.tag_, UNKNOWN)
        token.pos_ = _part_of_speech(token, part)
        token.set_morph(_features(token, features))  # type: ignore[attr-defined]


def _part_of_speech(token: Token, part: str) -> str:
    """The tag's part of speech, but for the few tags that stand for two."""
    tag, relation = token.tag_, token.dep_
    closed = _closed(token)
    if closed and closed[1]:
        return closed[1]
    if tag == "IN" and relation == "mark":
        return "SCONJ"
    if tag in ("DT", "WDT"):
        return "DET" if relation in ("det", "predet", "preconj", "neg", "advmod", "quantmod") else "PRON"
    if tag == "TO" and relation not in ("aux", "xcomp"):
        return "ADP" if relation in ("prep", "dative") else part
    if part == "VERB" and _is_auxiliary(token):
        return "AUX"
    return part


def _is_auxiliary(token: Token) -> bool:
    if token.dep_ in AUXILIARY_RELATIONS or token.lower_ in BE:
        return True
    return token.lower_ in COPULA_CLITICS and not any(child.dep_ == "dobj" for child in token.children)


def _features(token: Token, features: str) -> str:
    closed = _closed(token)
    pronoun = _pronoun_table().get(token.lower_, "") if token.tag_ in PRONOUN_TAGS else ""
    return "|".join(part for part in (features, closed[2] if closed else "", pronoun) if part)


def _closed(token: Token) -> tuple[str, str, str] | None:
    """Tag, part of speech and features of a word of a closed class that has this tag."""
    return next((row for row in _closed_table().get(token.lower_, ()) if row[0] == token.tag_), None)


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
