"""The words of a document without its white space, sentence by sentence, and the way back to the tokens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from spacy.tokens import Doc

SPACE_TAG, SPACE_RELATION = "_SP", "dep"


@dataclass(frozen=True, slots=True)
class Layout:
    """words: texts; tokens: the token number of each word; sentences: consecutive ranges of word numbers."""

    words: list[str]
    tokens: list[int]
    sentences: list[range]


def read_layout(doc: Doc) -> Layout:
    """The layout of a document whose sentence starts are marked."""
    tokens: list[int] = []
    starts: list[int] = []
    is_new = True
    for token in doc:
        is_new = is_new or bool(token.is_sent_start)
        if token.is_space:
            continue
        if is_new:
            starts.append(len(tokens))
        tokens.append(token.i)
        is_new = False
    ranges = [range(start, stop) for start, stop in pairwise([*starts, len(tokens)])]
    return Layout([doc[number].text for number in tokens], tokens, ranges)


def set_tree(doc: Doc, layout: Layout, tags: Sequence[str], heads: Sequence[int], relations: Sequence[str]) -> None:
    """Give the words their tags, heads (word numbers) and relations; white space hangs on the word before it in its
    sentence, else on the word after it, else on the first token of its line."""
    all_tags, all_relations = [SPACE_TAG] * len(doc), [SPACE_RELATION] * len(doc)
    all_heads = _space_heads(doc)
    for word, number in enumerate(layout.tokens):
        all_tags[number], all_relations[number] = tags[word], relations[word]
        all_heads[number] = layout.tokens[heads[word]]
    strings = doc.vocab.strings
    offsets = np.array(all_heads, np.int64) - np.arange(len(doc))
    columns = [
        np.array([strings.add(tag) for tag in all_tags], np.uint64),
        offsets.astype(np.int64).view(np.uint64),
        np.array([strings.add(relation) for relation in all_relations], np.uint64),
    ]
    doc.from_array(["TAG", "HEAD", "DEP"], np.stack(columns, axis=1))  # type: ignore[arg-type]


def _space_heads(doc: Doc) -> list[int]:
    heads = list(range(len(doc)))
    for sentence in doc.sents:
        words = [token.i for token in sentence if not token.is_space]
        anchor = words[0] if words else sentence.start
        for token in sentence:
            if token.is_space:
                heads[token.i] = anchor
            else:
                anchor = token.i
    return heads
