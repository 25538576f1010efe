"""Base forms, by spaCy's English rules and the tables of spacy-lookups-data."""

from __future__ import annotations

from functools import cache

from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from generator.language.lexicons import FOLDER

KEPT_AS_WRITTEN = frozenset({"PROPN", "SPACE", "X", "SYM", "PUNCT", "NUM"})


def make_lemmatizer(vocab: Vocab) -> EnglishLemmatizer:
    """The lemmatizer of spaCy, in rule mode, with its tables loaded."""
    lemmatizer = EnglishLemmatizer(vocab, None, mode="rule")
    lemmatizer.initialize()
    return lemmatizer


def set_lemmas(doc: Doc, lemmatizer: EnglishLemmatizer) -> None:
    """Fill `lemma_` of every token; needs tags, parts of speech and features."""
    for token in doc:
        token.lemma_ = _lemma(token, lemmatizer)


def _lemma(token: Token, lemmatizer: EnglishLemmatizer) -> str:
    for tag, lemma in _closed_lemmas().get(token.lower_, ()):
        if token.tag_.startswith(tag):
            return lemma
    if token.pos_ in KEPT_AS_WRITTEN:
        return token.text
    if token.pos_ == "PRON":
        return "I" if token.text == "I" else token.lower_
    return str(lemmatizer.rule_lemmatize(token)[0])


@cache
def _closed_lemmas() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for line in (FOLDER / "closed_lemmas.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            form, lemma, tag = line.split("\t")
            table.setdefault(form, []).append((tag, lemma))
    return table
