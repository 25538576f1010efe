"""Word statistics of an article, for TF-IDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from spacy.tokens import Doc, Token

LEAD_WORDS = 120
_CONTENT_TAGS = ("N", "V", "J", "CD", "FW")


def find_terms(doc: Doc) -> tuple[tuple[tuple[str, int], ...], tuple[tuple[str, int], ...]]:
    """Counts of lower-case lemmas of content words, sorted by lemma: of the whole article, and of its first 120 words."""
    words = [token for token in doc if not token.is_space]
    return _counts(words), _counts(words[:LEAD_WORDS])


def _counts(tokens: Iterable[Token]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(token.lemma_.lower() for token in tokens if _is_content(token)).items()))


def _is_content(token: Token) -> bool:
    return token.tag_.startswith(_CONTENT_TAGS) and not token.is_stop and any(map(str.isalnum, token.text))
