"""The demonstration is read as well as it was ever read, and its pages are up to date."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml

from generator.build import build, conclude, ingest
from generator.config import Config
from generator.history import HISTORY
from generator.model import KnowledgeBase
from tests.quality.measures import MEASURES

ROOT = Path(__file__).resolve().parent.parent.parent
HERE = Path(__file__).parent
GOLD = yaml.safe_load((HERE / "gold.yaml").read_text(encoding="utf-8"))
FLOORS = yaml.safe_load((HERE / "floors.yaml").read_text(encoding="utf-8"))
SLACK = 5.0


@pytest.fixture(scope="session")
def config(tmp_path_factory: pytest.TempPathFactory) -> Config:
    folder = tmp_path_factory.mktemp("demonstration")
    return Config(seeds=ROOT / "seeds", content=folder / "content", cache=folder / "cache")


@pytest.fixture(scope="session")
def demonstration(config: Config) -> KnowledgeBase:
    articles, problems = ingest(config)
    return conclude(articles, problems, config)


@pytest.mark.parametrize("name", sorted(MEASURES))
def test_no_measure_falls_below_its_floor_and_progress_raises_it(demonstration: KnowledgeBase, name: str) -> None:
    value = MEASURES[name](demonstration, GOLD)
    assert value >= FLOORS[name], f"{name} is {value:.1f}, its floor {FLOORS[name]}"
    assert value <= FLOORS[name] + SLACK, f"{name} is now {value:.1f}: raise its floor in {HERE / 'floors.yaml'}"


def test_every_article_of_the_demonstration_is_read(demonstration: KnowledgeBase) -> None:
    assert demonstration.problems == ()
    assert len(demonstration.articles) >= 24


def test_the_committed_pages_are_up_to_date(config: Config, demonstration: KnowledgeBase) -> None:
    (config.content / "data").mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "content" / HISTORY, config.content / HISTORY)
    build(config)
    fresh, committed = _texts(config.content), _texts(ROOT / "content")
    assert sorted(fresh) == sorted(committed), "content/ is out of date: run `make site` and commit content/"
    stale = [path for path in fresh if fresh[path] != committed[path]]
    assert stale == [], "content/ is out of date: run `make site` and commit content/"


def _texts(content: Path) -> dict[str, str]:
    return {
        path.relative_to(content).as_posix(): path.read_text(encoding="utf-8") for path in sorted(content.rglob("*.md"))
    }
