"""What people decide in seeds/curation/ is on the pages of the next build, with who and why; a mistake costs nothing but a line."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import build
from generator.config import Config
from generator.errors import ArticleError
from tests.corpus import write_corpus

JOIN = "---\nsame: [Lidia Moreau, Tomas Keller]\nby: J. Editor\nwhy: For the test.\n---\n"
TYPO = "---\nby: J. Editor\nsame:\n  - Lidia Moreau\n  - Tomas Kellar\n---\n"


def config(folder: Path, **options: bool) -> Config:
    return Config(seeds=folder / "seeds", content=folder / "content", cache=folder / "cache", **options)  # type: ignore[arg-type]


def test_a_decision_is_on_the_pages_of_the_next_build_and_undone_by_deleting_it(tmp_path: Path) -> None:
    seeds = write_corpus(tmp_path / "seeds")
    build(config(tmp_path))
    assert (tmp_path / "content/entities/tomas-keller.md").exists()
    decision = seeds / "curation" / "moreau.md"
    decision.parent.mkdir()
    decision.write_text(JOIN, encoding="utf-8")
    assert not build(config(tmp_path)).skipped
    page = (tmp_path / "content/entities/lidia-moreau.md").read_text(encoding="utf-8")
    assert "J. Editor decided that they are the same: For the test" in page
    assert "lidia-moreau" in (tmp_path / "content/entities/tomas-keller.md").read_text(encoding="utf-8")  # leads on
    decision.unlink()
    build(config(tmp_path))
    assert "J. Editor" not in (tmp_path / "content/entities/lidia-moreau.md").read_text(encoding="utf-8")


def test_a_name_that_no_article_has_is_told_at_every_build_and_is_fatal_when_strict(tmp_path: Path) -> None:
    seeds = write_corpus(tmp_path / "seeds")
    (seeds / "curation").mkdir()
    (seeds / "curation" / "typo.md").write_text(TYPO, encoding="utf-8")
    for _ in range(2):
        (problem,) = build(config(tmp_path)).problems
        assert problem.path == "curation/typo.md"
        assert problem.message == "Line 5: no article names “Tomas Kellar”."
        assert problem.remedy == "Did you mean “Tomas Keller”?"
    with pytest.raises(ArticleError, match=r"curation/typo\.md: Line 5"):
        build(config(tmp_path, strict=True))
