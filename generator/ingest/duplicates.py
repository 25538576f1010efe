"""Copies (one text under several paths) and versions (one url, several texts).

Near-identical texts are found by MinHash over word shingles with banding (Broder 1997), then checked by their exact Jaccard
similarity: near-linear in the number of articles.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

import numpy as np
import numpy.typing as npt

from generator.ingest.lexicon import words_of
from generator.model import Article

SHINGLE = 5
MIN_WORDS = 30
BANDS, ROWS = 24, 4
# Same text save for a changed title, dateline or a typo; a rewritten or updated article stays below.
MIN_SIMILARITY = 0.9
_SEED = 20_241_129

Signature = npt.NDArray[np.uint64]


def mark_copies(articles: Sequence[Article]) -> tuple[Article, ...]:
    """The articles in their order, each copy with `copy_of` set to the first of its kind by (published, path)."""
    ranked = sorted(articles, key=lambda article: (article.published or "9999", article.path))
    first: dict[str, str] = {}
    by_text: dict[str, str] = {}
    shingles: dict[str, frozenset[int]] = {}
    buckets: dict[tuple[int, bytes], list[str]] = defaultdict(list)
    for article in ranked:
        words = words_of(article.text)
        same = by_text.setdefault(" ".join(words), article.id)
        if same != article.id:
            first[article.id] = same
            continue
        own = _shingles(words)
        keys = _bands(own)
        near = _nearest(own, {other for key in keys for other in buckets[key]}, shingles)
        if near is not None:
            first[article.id] = near
            continue
        shingles[article.id] = own
        for key in keys:
            buckets[key].append(article.id)
    return tuple(
        replace(article, copy_of=first[article.id]) if article.id in first else article for article in articles
    )


def mark_versions(articles: Sequence[Article], moments: Mapping[str, str]) -> tuple[Article, ...]:
    """The articles in their order; of several texts of one url all but the latest have `version_of` set to the latest.

    The latest has the greatest update (else publication) date; `moments` (article id -> moment as written) decides inside
    a day, and then the path. Copies take no part.
    """
    groups: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        if article.url is not None and article.copy_of is None:
            groups[canonical_url(article.url)].append(article)
    current: dict[str, str] = {}
    for group in groups.values():
        *earlier, latest = sorted(group, key=lambda a: (a.updated or a.published or "", moments.get(a.id, ""), a.path))
        current.update({article.id: latest.id for article in earlier})
    return tuple(
        replace(article, version_of=current[article.id]) if article.id in current else article for article in articles
    )


def canonical_url(url: str) -> str:
    """A url without what does not change the page: scheme, "www.", fragment, a slash at the end, case of the host."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{'?' + parts.query if parts.query else ''}"


def _nearest(own: frozenset[int], candidates: Iterable[str], shingles: Mapping[str, frozenset[int]]) -> str | None:
    """The first candidate (by id) whose shingles are nearly the same, or None."""
    for other in sorted(candidates):
        union = len(own | shingles[other])
        if union and len(own & shingles[other]) / union >= MIN_SIMILARITY:
            return other
    return None


def _shingles(words: Sequence[str]) -> frozenset[int]:
    """Hashes of all runs of words; none for a text too short to be told from another."""
    if len(words) < MIN_WORDS:
        return frozenset()
    runs = {" ".join(words[index : index + SHINGLE]) for index in range(len(words) - SHINGLE + 1)}
    return frozenset(int.from_bytes(hashlib.blake2b(run.encode(), digest_size=7).digest()) for run in runs)


def _bands(shingles: frozenset[int]) -> list[tuple[int, bytes]]:
    """Keys of the buckets of a text: texts with nearly the same shingles share at least one, others hardly ever."""
    if not shingles:
        return []
    generator = np.random.default_rng(_SEED)
    masks = generator.integers(1, 1 << 60, size=(BANDS * ROWS, 1), dtype=np.uint64)
    factors = generator.integers(1, 1 << 60, size=(BANDS * ROWS, 1), dtype=np.uint64) | np.uint64(1)
    values = np.fromiter(sorted(shingles), dtype=np.uint64, count=len(shingles))
    minima: Signature = (((values ^ masks) * factors) >> np.uint64(3)).min(axis=1)
    return [(band, minima[band * ROWS : (band + 1) * ROWS].tobytes()) for band in range(BANDS)]
