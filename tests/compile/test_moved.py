from __future__ import annotations

import frontmatter
import markdown
import pytest

from generator.compile import compile_moved, render_page
from generator.model import Moved
from tests.invariants import EXTENSIONS, Links

HOSTILE = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "{{ config }}",
    "a: b\n---\n",
    "](x.md) ![y](z.png)",
    "\ud800",
    "# |`*",
]


def _read(moved: Moved):
    post = frontmatter.loads(render_page(compile_moved(moved)))
    html = markdown.markdown(post.content, extensions=EXTENSIONS)
    return post.metadata, html, Links(html).targets


def test_a_moved_page_says_so_links_and_tells_the_theme_where_to_lead() -> None:
    to = ("events/new-name.md", "New name")
    meta, html, targets = _read(Moved("events/old.md", "Old name", to, True, (("events/part.md", "Part"),)))
    assert meta["moved"] == "events/new-name.md"
    assert meta["search"] == {"exclude": True}
    assert targets == ["new-name.md", "part.md"]
    assert "This page has moved" in html


@pytest.mark.parametrize(
    ("to", "targets", "says"),
    [
        (("sources/s.md", "An article"), ["../sources/s.md", "index.md"], "is told in this article"),
        (("entities/index.md", ""), ["index.md"], "no article carries it any more"),
    ],
)
def test_a_page_that_is_gone_says_so_and_does_not_lead_on_by_itself(
    to: tuple[str, str], targets: list[str], says: str
) -> None:
    meta, html, found = _read(Moved("entities/old.md", "Old name", to, False))
    assert "moved" not in meta
    assert found == targets
    assert says in html


@pytest.mark.parametrize("title", HOSTILE)
def test_titles_from_a_history_are_text(title: str) -> None:
    meta, html, targets = _read(
        Moved("events/old.md", title, ("events/new.md", title), True, (("events/b.md", title),))
    )
    assert set(targets) <= {"new.md", "b.md"}
    assert "<script" not in html
    assert "<img" not in html
    assert meta["kind"] == "moved"
