from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator import cache
from generator.model import Article, Extraction, Mention, Sentence, Span


@pytest.fixture
def article() -> Article:
    return Article(
        id="a-1", path="a.txt", url=None, title="A", headline=None, publisher=None, authors=(), published=None,
        updated=None, retrieved=None, language="en", text="Ana left.", removed=(), digest="00",
    )  # fmt: skip


@pytest.fixture
def extraction() -> Extraction:
    name = Mention("m0", Span(0, 3, "Ana"), "person", "name", "c0", "s0")
    return Extraction(
        "a-1", (Sentence("s0", Span(0, 9, "Ana left."), 0),), (name,), (), (), (), (), (), (), vectors=b"\x01\x02"
    )


def test_what_is_stored_comes_back_equal(tmp_path: Path, extraction: Extraction) -> None:
    cache.store(tmp_path, "ab12", extraction)
    assert cache.load(tmp_path, "ab12") == extraction


@pytest.mark.parametrize("damage", [b"", b"\x00", b"not msgpack"])
def test_a_damaged_file_is_a_miss(tmp_path: Path, extraction: Extraction, damage: bytes) -> None:
    cache.store(tmp_path, "ab12", extraction)
    next(tmp_path.glob("ab/*.msgpack")).write_bytes(damage)
    assert cache.load(tmp_path, "ab12") is None


def test_every_prefix_of_a_file_is_a_miss(tmp_path: Path, extraction: Extraction) -> None:
    cache.store(tmp_path, "ab12", extraction)
    path = next(tmp_path.glob("ab/*.msgpack"))
    whole = path.read_bytes()
    for length in range(len(whole)):
        path.write_bytes(whole[:length])
        assert cache.load(tmp_path, "ab12") is None


def test_the_key_changes_with_what_is_read(article: Article) -> None:
    key = cache.key_of(article, "embedded")
    assert cache.key_of(replace(article, text="Ana stayed."), "embedded") != key
    assert cache.key_of(replace(article, published="2024-11-29"), "embedded") != key
    assert cache.key_of(article, "another") != key
    assert cache.key_of(replace(article, removed=("Subscribe now",)), "embedded") == key


def test_only_what_no_article_needs_is_removed(tmp_path: Path, extraction: Extraction) -> None:
    cache.store(tmp_path, "ab12", extraction)
    cache.store(tmp_path, "cd34", extraction)
    assert cache.prune(tmp_path, {"ab12"}) == 1
    assert cache.load(tmp_path, "ab12") == extraction
    assert cache.load(tmp_path, "cd34") is None
