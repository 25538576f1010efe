"""Any order of the articles gives the same bytes: the order in which they are listed, read, and given to the resolver."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.build import build
from generator.compile import compile_pages, render_page
from generator.config import Config
from generator.export.kb_json import export_json
from generator.history import settle, write_history
from generator.ingest import read_articles
from generator.resolve import resolve
from tests.news import FORMS, newsroom

CONFIG = Config(min_mentions=1)
STATES = st.lists(
    st.sampled_from([(name, form) for name, forms in sorted(FORMS.items()) for form in range(len(forms))]),
    unique_by=lambda each: each[0],
    min_size=2,
)


def _outcome(forms: list[tuple[str, int]]) -> dict[str, str]:
    """Everything that is made of the articles in this order: pages, data, history."""
    kb = resolve(*newsroom(forms), (), CONFIG)
    pages = {page.path: render_page(page) for page in compile_pages(kb, CONFIG)}
    return {**pages, "kb.json": export_json(kb), "history.json": write_history(settle({}, kb).addresses)}


@settings(max_examples=12, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(forms=STATES, chance=st.randoms(use_true_random=False))
def test_articles_in_any_order_give_the_same_bytes(forms: list[tuple[str, int]], chance: random.Random) -> None:
    shuffled = list(forms)
    chance.shuffle(shuffled)
    assert _outcome(shuffled) == _outcome(sorted(forms))


def test_a_folder_that_lists_its_files_in_any_order_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for forms in FORMS.values():
        path, text = forms[-1]
        (tmp_path / "seeds" / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "seeds" / path).write_text(text, encoding="utf-8")
    listed = Path.iterdir
    orders = (
        sorted,
        lambda paths: sorted(paths, reverse=True),
        lambda paths: sorted(paths, key=lambda p: p.name[::-1]),
    )
    found = []
    for number, order in enumerate(orders):
        monkeypatch.setattr(Path, "iterdir", lambda self, order=order: iter(order(list(listed(self)))))
        content = tmp_path / str(number)
        build(Config(tmp_path / "seeds", content, tmp_path / "cache", min_mentions=1))
        files = sorted(path for path in content.rglob("*") if path.is_file())
        found.append({path.relative_to(content).as_posix(): path.read_bytes() for path in files})
    assert found[0] == found[1] == found[2]
    assert len(found[0]) > 15


def test_articles_are_listed_by_path(tmp_path: Path) -> None:
    for name in ("b.md", "a/z.md", "B.md", "a.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(FORMS["race"][0][1], encoding="utf-8")
    articles, _ = read_articles(tmp_path, 100_000)
    assert [article.path for article in articles] == ["B.md", "a.md", "a/z.md", "b.md"]
