"""Articles in other languages are carried along, without a look at the language model."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.annotating import extract
from generator.build import build, silent
from generator.config import Config
from generator.errors import ModelError
from generator.ingest import read_articles

ENGLISH = "The harbor council of Lowmere approved a new ferry terminal on Tuesday, its leader, Edda Vance, said."
FOREIGN = (
    "O conselho do porto de Lowmere aprovou na terça-feira um novo terminal de barcas, depois de um debate que durou seis horas,"
    " e os moradores não são contra, disse a presidente do conselho em uma nota."
)


@pytest.fixture
def config(tmp_path: Path) -> Config:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "other.txt").write_text(f"---\ntitle: Novo terminal\n---\n{FOREIGN}", "utf-8")
    return Config(tmp_path / "seeds", tmp_path / "content", tmp_path / "cache", model="no-such-model")


def test_nothing_is_taken_from_an_article_in_another_language(config) -> None:
    articles, _ = read_articles(config.seeds, config.max_bytes)
    (found,) = extract(articles, config, silent)
    assert found.article == articles[0].id
    assert (found.sentences, found.mentions, found.events, found.terms, found.lead) == ((), (), (), (), b"")
    assert not config.cache.exists()


def test_an_english_article_is_read(config) -> None:
    (config.seeds / "own.txt").write_text(ENGLISH, "utf-8")
    with pytest.raises(ModelError):
        extract(read_articles(config.seeds, config.max_bytes)[0], config, silent)


def test_an_article_in_another_language_is_listed(config) -> None:
    built = build(config)
    assert [problem.fatal for problem in built.problems] == [False]
    pages = [page.read_text("utf-8") for page in sorted(config.content.glob("sources/*.md"))]
    assert any("Portuguese" in page and "nothing is taken from it" in page for page in pages)
