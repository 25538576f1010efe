"""Words for readers: labels of rows, lists of names."""

from __future__ import annotations

from collections.abc import Sequence

from generator.resolve.lexicon import mapping, words


def label(key: str) -> str:
    """The label of a facet's kind, of a unit or of what became of the counted; the key itself, capitalized, when none is listed."""
    return mapping("accounts_labels.tsv").get(key) or key[:1].upper() + key[1:]


def has_label(key: str) -> bool:
    """Whether a label is listed for `key`."""
    return key in mapping("accounts_labels.tsv")


def is_fate(group: str) -> bool:
    """Whether a figure's predicate tells what became of the counted ("dead"), and not what they did ("score")."""
    return group in words("accounts_groups.txt")


def names_in_words(names: Sequence[str]) -> str:
    """ "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
