from __future__ import annotations

import frontmatter
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compile.frontmatter import meta_text, render_page
from generator.errors import GeneratorError
from generator.model import Page


@given(st.text(), st.text())
def test_any_title_survives_the_way_through_yaml(title, lead) -> None:
    meta = {"title": meta_text(title), "description": meta_text(lead)}
    read = frontmatter.loads(render_page(Page("x.md", "body\n", meta)))
    assert read.metadata == meta
    assert read.content == "body"


@pytest.mark.parametrize(
    "title", ["a: b", "- a", "yes", "2024-11-29", "null", "{a}", "# x", "'", '"', "---", "&a *b", "!!python/object"]
)
def test_titles_that_mean_something_in_yaml_stay_strings(title) -> None:
    assert frontmatter.loads(render_page(Page("x.md", "b", {"title": title})))["title"] == title


def test_meta_text_is_safe_in_a_title_and_in_an_attribute() -> None:
    assert meta_text('</title><script>"x"\u202e\n y') == "&lt;/title&gt;&lt;script&gt;&quot;x&quot; y"


def test_a_page_without_front_matter_is_its_body() -> None:
    assert render_page(Page("x.md", "\n\nbody")) == "body\n"


def test_values_that_yaml_would_change_are_refused() -> None:
    with pytest.raises(GeneratorError, match=r"x\.md"):
        render_page(Page("x.md", "b", {"when": ("a", "tuple")}))
