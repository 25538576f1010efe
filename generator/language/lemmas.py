"""Base forms, by spaCy's English rules and the tables of spacy-lookups-data, and English spelling where these leave a choice."""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from functools import cache
from weakref import WeakKeyDictionary

import numpy as np
from spacy.lang.en.lemmatizer import EnglishLemmatizer
from spacy.tokens import Doc, Token
from spacy.vocab import Vocab

from generator.language.lexicons import FOLDER

KEPT_AS_WRITTEN = frozenset({"PROPN", "SPACE", "X", "SYM", "PUNCT"})
LOWERED = frozenset({"PRON", "NUM"})
REMEMBERED = 50_000  # words
HAVE_CLITICS = frozenset({"'s", "’s"})
ENDINGS = {"ing": 3, "ed": 2}
SHORT = re.compile(
    r"(?:[^aeiou]|qu)*[aeiouy][^aeiouwxy]"
)  # "hop": one short vowel and one consonant, doubled before an ending
DOUBLED = re.compile(r"([bdgkmnprtv])\1")  # as in "hopping"; -ll, -ss, -ff and -zz may belong to the word
NEEDS_E = re.compile(
    r".*(?:[vcuz]|[^n]g|[nr]g|[aeiou]s|[^aeioulrs][lr]|[^aeiou][aiu]t|[^aeiou][aeiou]k|[rln]s)"
)  # "believ", "chang", "googl"

_memories: WeakKeyDictionary[EnglishLemmatizer, dict[tuple[int, int, int], int]] = WeakKeyDictionary()


def make_lemmatizer(vocab: Vocab) -> EnglishLemmatizer:
    """The lemmatizer of spaCy, in rule mode, with its tables loaded; what it searches again and again as sets."""
    lemmatizer = EnglishLemmatizer(vocab, None, mode="rule")
    lemmatizer.initialize()
    index = lemmatizer.lookups.get_table("lemma_index")
    for part in list(index):
        index[part] = frozenset(index[part])
    return lemmatizer


def set_lemmas(doc: Doc, lemmatizer: EnglishLemmatizer) -> None:
    """Fill `lemma_` of every token; needs tags, parts of speech and features."""
    known = _memories.setdefault(lemmatizer, {})
    if len(known) > REMEMBERED:
        known.clear()
    lemmas: list[int] = []
    for token in doc:
        key = token.orth, token.tag, token.pos
        lemma = known.get(key)
        if lemma is None:
            lemma = known[key] = doc.vocab.strings.add(_lemma(token, lemmatizer))
        lemmas.append(lemma)
        if token.dep_ == "aux" and token.lower_ in HAVE_CLITICS and token.tag_ == "VBZ" and token.head.tag_ == "VBN":
            lemmas[-1] = doc.vocab.strings.add("have")  # "he's gone", not "he's going"
    if lemmas:
        doc.from_array(["LEMMA"], np.array(lemmas, np.uint64))  # type: ignore[arg-type]


def _lemma(token: Token, lemmatizer: EnglishLemmatizer) -> str:
    for tag, lemma in _closed_lemmas().get(token.lower_, ()):
        if token.tag_.startswith(tag):
            return lemma
    if token.pos_ in KEPT_AS_WRITTEN:
        return token.text
    if token.pos_ in LOWERED:
        return token.lower_
    forms = lemmatizer.rule_lemmatize(token)
    index = lemmatizer.lookups.get_table("lemma_index").get(token.pos_.lower(), ())
    return choose_form(token.lower_, [form.lower() for form in forms], index)


def choose_form(word: str, forms: Sequence[str], index: Container[str]) -> str:
    """The base form of `word` (lower case) among the possible ones, by how English spells its endings.

    index: the base forms that the tables know; where they know none, the spelling alone decides."""
    if word[:1].isdigit():
        return word
    if word.endswith("s") and word[:-1] in forms:
        return word[:-1]
    length = next((size for ending, size in ENDINGS.items() if word.endswith(ending)), 0)
    stem = word[:-length] if length else ""
    if stem not in forms:
        return forms[0]
    if DOUBLED.fullmatch(stem[-2:]) and stem[:-1] in forms:
        return stem[:-1]
    if stem not in index:
        return _spell(stem)
    with_e = stem + "e"
    return with_e if with_e in forms and SHORT.fullmatch(stem) else stem


def _spell(stem: str) -> str:
    """The base form of an unknown verb without its ending: "blogg" -> "blog", "googl" -> "google", "crowdfund"."""
    if DOUBLED.fullmatch(stem[-2:]):
        return stem[:-1]
    return stem + "e" if SHORT.fullmatch(stem) or NEEDS_E.fullmatch(stem) else stem


@cache
def _closed_lemmas() -> dict[str, list[tuple[str, str]]]:
    table: dict[str, list[tuple[str, str]]] = {}
    for line in (FOLDER / "closed_lemmas.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("# "):
            form, lemma, tag = line.split("\t")
            table.setdefault(form, []).append((tag, lemma))
    return table
