"""Hand-made documents: spaCy Docs with tags, tree and names, built in milliseconds and without a model."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import spacy
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from generator.model import Sentence
from generator.model.span import span_of

PARAGRAPH = "¶"
_POS = {
    "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "PRP": "PRON",
    "PRP$": "PRON", "WP": "PRON", "WDT": "PRON", "WP$": "PRON", "DT": "DET", "PDT": "DET", "IN": "ADP", "TO": "PART",
    "POS": "PART", "CC": "CCONJ", "CD": "NUM", "RB": "ADV", "RBR": "ADV", "RBS": "ADV", "WRB": "ADV", "RP": "ADP", "MD": "AUX",
    "EX": "PRON", "UH": "INTJ", "FW": "X", "$": "SYM", "SYM": "SYM", "_SP": "SPACE",
}  # fmt: skip
_NO_SPACE_BEFORE = {
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    ")",
    "]",
    "%",
    "”",
    "’s",
    "'s",
    "’",
    "n't",
    "n’t",
    "'re",
    "’re",
    "'ve",
    "'ll",
}
_NO_SPACE_AFTER = {"(", "[", "“", "$", "€", "£"}


def make_doc(rows: str | Iterable[Sequence[str]]) -> Doc:
    """A Doc from rows `word tag dep head [name] [lemma]`.

    `rows` is a text with one token a line (or sequences of the same columns). A blank line ends a sentence, a line "¶" ends
    a sentence and a paragraph (it becomes a newline token, as in the pipeline's own documents).

    head   number of the head in its sentence, counting from 1 (newline tokens don't count); 0 or its own number for the root
    name   "PERSON" ... for every token of a name, "PERSON+" where a name starts right after one with the same label, "-" for none
    lemma  lower-case word when missing
    word   ends in "_" when no space follows; before closing and after opening punctuation there is none anyway

    Columns that are missing are "-": tag "NN", dep "dep", head 0.
    """
    words: list[str] = []
    spaces: list[bool] = []
    columns: list[tuple[str, str, int, str, str]] = []
    starts: list[bool] = []
    base, number, fresh = 0, 0, True
    for row in _rows(rows):
        if not row or row[0] == PARAGRAPH:
            fresh = True
            if row and words:
                spaces[-1] = False
                words.append("\n")
                spaces.append(False)
                columns.append(("_SP", "dep", len(words) - 2, "-", "\n"))
                starts.append(False)
            continue
        if fresh:
            base, number, fresh = len(words), 0, False
        word, tag, dep, head, name, lemma = (*row, *("-",) * (6 - len(row)))
        glued = word.endswith("_") and len(word) > 1
        word = word[:-1] if glued else word
        if word in _NO_SPACE_BEFORE and spaces and words[-1] != "\n":
            spaces[-1] = False
        words.append(word)
        spaces.append(not glued and word not in _NO_SPACE_AFTER)
        at = int(head) if head not in ("-", "") else 0
        columns.append(
            (_or(tag, "NN"), _or(dep, "dep"), base + at - 1 if at else len(words) - 1, name, _or(lemma, word.lower()))
        )
        starts.append(number == 0)
        number += 1
    if spaces:
        spaces[-1] = False
    return _doc(words, spaces, columns, starts)


def doc_of(*sentences: str) -> Doc:
    """A Doc from one text a sentence, with a token as "word/tag/dep/head/name/lemma"; "¶" between sentences ends a paragraph.

    doc_of("Mara/NNP/nsubj/2/PERSON left/VBD/ROOT/0/-/leave ././punct/2", "¶", "We/PRP/nsubj/2 stayed/VBD/ROOT/0")
    """
    return make_doc("\n\n".join(text.replace(" ", "\n").replace("/", " ") for text in sentences))


@cache
def _vocab() -> Vocab:
    return spacy.blank("en").vocab  # a bare Vocab would not know that "\n" is a space


def _rows(rows: str | Iterable[Sequence[str]]) -> list[list[str]]:
    if isinstance(rows, str):
        return [line.split() for line in rows.strip().splitlines()]
    return [list(row) for row in rows]


def _or(value: str, default: str) -> str:
    return default if value == "-" else value


def _doc(
    words: list[str], spaces: list[bool], columns: list[tuple[str, str, int, str, str]], starts: list[bool]
) -> Doc:
    doc = Doc(
        _vocab(),
        words=words,
        spaces=spaces,
        tags=[tag for tag, *_ in columns],
        pos=[_pos(tag, dep) for tag, dep, *_ in columns],
        deps=["ROOT" if head == place else dep for place, (_, dep, head, _, _) in enumerate(columns)],
        heads=[head for _, _, head, _, _ in columns],
        lemmas=[lemma for *_, lemma in columns],
        sent_starts=starts,
    )
    doc.ents = _names(doc, [name for *_, name, _ in columns])
    return doc


def _pos(tag: str, dep: str) -> str:
    if tag.startswith("VB"):
        return "AUX" if dep in ("aux", "auxpass") else "VERB"
    return _POS.get(tag, "PUNCT")


def _names(doc: Doc, labels: list[str]) -> list[Span]:
    found: list[Span] = []
    start = 0
    for place in range(1, len(labels) + 1):
        here = labels[place] if place < len(labels) else "-"
        if here != labels[start].rstrip("+") or (place < len(labels) and doc[place].is_sent_start):
            if labels[start] != "-":
                found.append(Span(doc, start, place, label=labels[start].rstrip("+")))
            start = place
    return found


def make_sentences(doc: Doc) -> tuple[Sentence, ...]:
    """The sentences of a hand-made document, with ids and paragraphs as the pipeline numbers them."""
    found = []
    paragraph = 0
    spans = []
    for sent in doc.sents:
        words = [token for token in sent if not token.is_space]
        spans.append((words[0].idx, words[-1].idx + len(words[-1].text), len(words) < len(sent)))
    for number, (start, end, closes) in enumerate(spans):
        found.append(Sentence(f"s{number}", span_of(doc.text, start, end), paragraph))
        paragraph += closes
    return tuple(found)
