"""Front matter, dates and the metadata of pages."""

from __future__ import annotations

import pytest

from generator.ingest import read_articles
from generator.ingest.dates import AmbiguousDateError, read_date
from generator.ingest.front import split_front_matter

BODY = (
    "The harbor council of Lowmere approved a new ferry terminal on Tuesday.\nIt will replace a wooden pier, it said."
)


def read_one(folder, front, body=BODY, name="a.md"):
    (folder / name).write_text(f"---\n{front}\n---\n\n{body}\n", "utf-8")
    (article,), problems = read_articles(folder, 100_000)
    return article, [problem.message for problem in problems]


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ("2024", "2024"), ("2024-11", "2024-11"), ("2024-11-29", "2024-11-29"), ("2024-11-29T10:05:00Z", "2024-11-29"),
        ("2024-11-29 10:05", "2024-11-29"), ("20241129", "2024-11-29"), ("2024-11-29~", "2024-11-29~"),
        ("29 November 2024", "2024-11-29"), ("November 29, 2024", "2024-11-29"), ("Nov. 29, 2024", "2024-11-29"),
        ("Fri, 29 Nov 2024 10:05:00 GMT", "2024-11-29"), ("November 2024", "2024-11"), ("29/11/2024", "2024-11-29"),
        ("11/29/2024", "2024-11-29"), ("4/4/2024", "2024-04-04"), ("29.11.2024", "2024-11-29"), ("Friday", None),
        ("29 November", None), ("2024-13-01", None), ("2023-02-29", None), ("yesterday", None), ("", None),
        ("11/29/24", None), ("no date " * 50, None), ("99999999999999 2024", None),
    ],
)  # fmt: skip
def test_dates(written, date) -> None:
    assert read_date(written) == date


@pytest.mark.parametrize("written", ["03/04/2024", "3.4.2024", "4-3-2024"])
def test_an_open_order_of_day_and_month_is_not_guessed(written, tmp_path) -> None:
    with pytest.raises(AmbiguousDateError):
        read_date(written)
    article, problems = read_one(tmp_path, f"date: {written}")
    assert article.published is None
    assert "day/month" in problems[0]


def test_names_found_in_the_wild(tmp_path) -> None:
    article, problems = read_one(
        tmp_path,
        "Title: The terminal\noutlet: www.tidewater.example\nbyline: By Orla Pennick and Sam Reed\npubdate: March 4, 2021\n"
        "updated: 2021-03-05\nretrieved: 2021-04-01\nlink: https://tidewater.example/terminal\nlang: en-GB\nrights: Full\n"
        "agency: Coast Press\nmood: sunny",
    )
    assert problems == []
    assert (article.title, article.publisher, article.authors) == (
        "The terminal", "tidewater.example", ("Orla Pennick", "Sam Reed"),
    )  # fmt: skip
    assert (article.published, article.updated, article.retrieved) == ("2021-03-04", "2021-03-05", "2021-04-01")
    assert (article.url, article.language) == ("https://tidewater.example/terminal", "en-gb")
    assert (article.rights, article.agency) == ("full", "Coast Press")


@pytest.mark.parametrize(
    "names", ["[Orla Pennick, Sam Reed]", "\n  - Orla Pennick\n  - name: Sam Reed", "Orla Pennick; Sam Reed"]
)
def test_authors(tmp_path, names) -> None:
    assert read_one(tmp_path, f"author: {names}")[0].authors == ("Orla Pennick", "Sam Reed")


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: 2024-11-29", "2024-11-29"), ("title: 1984", "1984"), ("title: yes", "yes"), ("title:", None),
        ("title: null", None), ("title: [A ferry, B]", "A ferry"), ("title: {a: b}", None), ("title: 2024-99-99", "2024-99-99"),
        ("title: !!python/object/apply:os.system [ls]", "ls"), ("title: 0x1F", "0x1F"), ("title: 'A\x07 \u202eferry'", "A ferry"),
    ],
)  # fmt: skip
def test_a_title_of_any_type(tmp_path, front, title) -> None:
    assert read_one(tmp_path, front)[0].title == title


def test_broken_yaml_is_read_line_by_line(tmp_path) -> None:
    article, problems = read_one(tmp_path, "title: Ferries: a history\ndate: 2021-03-04\n- nonsense")
    assert (article.title, article.published) == ("Ferries: a history", "2021-03-04")
    assert "not valid YAML" in problems[0]


@pytest.mark.parametrize(
    "block",
    [
        "a: &x [b]\nc: [*x, *x]",
        "a: " + "[" * 500 + "]" * 500,
        "a: " + "{b: " * 300 + "}" * 300,
        "title: " + "x" * 30_000,
    ],
)
def test_bombs_do_not_expand(block) -> None:
    _, body, problem = split_front_matter(f"---\n{block}\n---\nText.")
    assert problem
    assert body.strip() == "Text." or body.startswith("---")


@pytest.mark.parametrize(
    "text", ["---\nNo end of it.", "---\n\n---\nText.", "---\nOnly words\n---\nText.", "- a\n- b", "----"]
)
def test_text_that_only_looks_like_front_matter_stays(text) -> None:
    assert split_front_matter(text) == ({}, text, "")


@pytest.mark.parametrize("url", ["javascript:alert(1)", "ftp://a.example/b", "tidewater"])
def test_only_web_addresses(tmp_path, url) -> None:
    article, problems = read_one(tmp_path, f"url: '{url}'")
    assert article.url is None
    assert "url is" in problems[0]


def test_nothing_is_invented(tmp_path) -> None:
    (tmp_path / "a.txt").write_text(BODY, "utf-8")
    (article,), _ = read_articles(tmp_path, 10_000)
    assert (article.title, article.publisher, article.published, article.url) == (None, None, None, None)
    assert article.authors == ()


PAGE = """<html lang="de"><head><title>Terminal - Tidewater</title>
<meta property="og:title" content="Council approves ferry terminal"><meta property="og:site_name" content="Tidewater News">
<meta property="article:published_time" content="2021-03-04T10:00:00Z"><link rel="canonical" href="https://tidewater.example/t">
<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Council approves ferry terminal",
"author": [{"name": "Orla Pennick"}], "dateModified": "2021-03-05"}]}</script>
<script type="application/ld+json">{broken</script></head><body><nav><a href="/">Home</a><a href="/n">News</a></nav>
<article><h1>Council approves ferry terminal</h1>
<p>The harbor council of Lowmere approved a new ferry terminal on Tuesday after a debate that lasted six hours.</p>
<p>The terminal will replace a wooden pier that was damaged by storms in the <a href="/w">winter</a>
of 2019, the council said in a statement to the press.</p>
<p>Image copyright Tidewater</p>
<p>Residents who live near the pier had asked the council to limit the number of ferries at night.</p></article>
<footer>Copyright 2021 Tidewater</footer></body></html>"""


def test_a_page(tmp_path) -> None:
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (article,), problems = read_articles(tmp_path, 100_000)
    assert problems == ()
    lines = article.text.split("\n")
    assert lines[0] == article.headline == article.title == "Council approves ferry terminal"
    assert len(lines) == 4
    assert "storms in the winter of 2019" in lines[2]
    assert (article.publisher, article.authors, article.language) == ("Tidewater News", ("Orla Pennick",), "en")
    assert (article.published, article.updated, article.url) == (
        "2021-03-04",
        "2021-03-05",
        "https://tidewater.example/t",
    )


def test_front_matter_comes_before_the_page(tmp_path) -> None:
    article, _ = read_one(tmp_path, "publisher: Coast Press\ndate: 2020-01-01", PAGE, "a.html")
    assert (article.publisher, article.published) == ("Coast Press", "2020-01-01")
    assert article.authors == ("Orla Pennick",)
