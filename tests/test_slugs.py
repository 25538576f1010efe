from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.slugs import MAX_SLUG_BYTES, page_path, relative_link, slugify, unique_slugs


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Ana Ruiz", "ana-ruiz"),
        ("São Tomé & Príncipe", "sao-tome-principe"),
        ("O’Brien's Law", "obriens-law"),
        ("Київ", "kiyiv"),
        ("../../etc/passwd", "etc-passwd"),
        ("  A -- B  ", "a-b"),
    ],
)
def test_slug_reads_like_the_name(name: str, slug: str) -> None:
    assert slugify(name) == slug


@pytest.mark.parametrize("name", ["", "...", "CON", "nul", "Index", "com7", "\x00", "🎈"])
def test_names_without_a_usable_slug_get_a_hash(name: str) -> None:
    assert re.fullmatch(r"x-[0-9a-f]{6}", slugify(name))


@given(st.text(max_size=300))
def test_a_slug_is_always_a_safe_file_name(name: str) -> None:
    slug = slugify(name)
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]*", slug)
    assert len(slug) <= MAX_SLUG_BYTES
    assert slugify(slug) == slug


def test_clashing_names_get_different_slugs_whatever_the_order() -> None:
    names = {"k1": "Ana Ruiz", "k2": "ANA RUIZ", "k3": "Ben Ode"}
    forward = unique_slugs(names)
    backward = unique_slugs(dict(reversed(names.items())))
    assert forward == backward
    assert len(set(forward.values())) == 3
    assert forward["k3"] == "ben-ode"


def test_links_are_relative_and_keep_the_anchor() -> None:
    source, target = page_path("events", "a"), page_path("entities", "b")
    assert relative_link(source, target) == "../entities/b.md"
    assert relative_link(source, target, "s3") == "../entities/b.md#s3"
    assert relative_link(source, source, "s3") == "#s3"
    assert relative_link("index.md", target) == "entities/b.md"
