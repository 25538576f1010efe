"""Which files are articles, and every kind of bad file: set aside with a message, all others are read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.ingest import read_articles

GOOD = (
    "The harbor council of Lowmere approved a new ferry terminal on Tuesday.\nIt will replace a wooden pier, it said."
)
LIMIT = 10_000


def read_with_good(folder: Path, name: str, data: bytes) -> tuple:
    """Problems of a file beside a good article; the good one must be read."""
    (folder / "good.txt").write_text(GOOD, "utf-8")
    (folder / name).write_bytes(data)
    articles, problems = read_articles(folder, LIMIT)
    assert "good.txt" in [article.path for article in articles]
    return [article for article in articles if article.path == name], problems


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \r\n\t\n", "empty"),
        ("mark.txt", b"\xef\xbb\xbf", "empty"),
        ("front.txt", b"---\ntitle: A\n---\n", "no article text"),
        ("nul.txt", b"The council\x00 approved it.", "binary"),
        ("binary.txt", bytes(range(256)) * 8, "binary"),
        ("controls.txt", b"\x01\x02\x03\x04 text", "binary"),
        ("mixed.txt", b"\xff\xfe\x00", "utf-16"),
        ("large.txt", b"a " * LIMIT, "larger than"),
        ("page.html", b"<html><body></body></html>", "No article"),
        ("nothing.html", b"<!-- -->", "can't be parsed"),
        ("deep.html", b"<div>" * 1000 + b"text", "nested"),
        ("scan.pdf", b"%PDF-1.4", ".pdf"),
        ("report.docx", b"PK", ".docx"),
        ("note.rtf", b"{\\rtf1}", ".rtf"),
    ],
)
def test_a_bad_file_is_set_aside_with_a_message(tmp_path, name, data, words) -> None:
    found, problems = read_with_good(tmp_path, name, data)
    assert not found
    (problem,) = problems
    assert problem.path == name
    assert problem.fatal
    assert words in problem.message
    assert problem.remedy


@pytest.mark.parametrize("kind", ["link", "loop", "folder link", "pipe", "folder"])
def test_links_and_devices_are_refused(tmp_path, kind) -> None:
    seeds, outside = tmp_path / "seeds", tmp_path / "outside.txt"
    seeds.mkdir()
    outside.write_text(GOOD + "\nThis stands outside.", "utf-8")
    place = seeds / "bad.txt"
    if kind == "pipe":
        os.mkfifo(place)
    elif kind == "folder":
        (place / "deeper").mkdir(parents=True)
    else:
        place.symlink_to({"link": outside, "loop": place, "folder link": tmp_path}[kind])
    found, problems = read_articles(seeds, LIMIT)
    assert found == ()
    assert [problem.path for problem in problems] == ([] if kind == "folder" else ["bad.txt"])


def test_an_unreadable_file_is_set_aside(tmp_path, monkeypatch) -> None:
    (tmp_path / "bad.txt").write_text(GOOD, "utf-8")

    def refuse(path, flags):
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("generator.ingest.files.os.open", refuse)  # root may read everything, so a mode proves nothing
    (problem,) = read_articles(tmp_path, LIMIT)[1]
    assert "can't be opened (Permission denied)" in problem.message
    assert problem.fatal


def test_a_missing_folder_is_a_problem(tmp_path) -> None:
    articles, (problem,) = read_articles(tmp_path / "none", LIMIT)
    assert articles == ()
    assert problem.fatal


def test_which_files_are_articles(tmp_path) -> None:
    for name in (
        "a.txt",
        "b/c/d.MD",
        "b/e.htm",
        "README.md",
        "b/readme.txt",
        ".hidden.txt",
        ".git/x.txt",
        "_draft.txt",
        "_old/y.txt",
        "curation/same.txt",
        "b/curation/f.txt",
        "image.jpg",
        "data.csv",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        text = (
            f"<html><body><article><p>{GOOD}</p><p>{GOOD}</p></article></body></html>" if name.endswith("htm") else GOOD
        )
        (tmp_path / name).write_text(text, "utf-8")
    articles, problems = read_articles(tmp_path, LIMIT)
    assert [article.path for article in articles] == ["a.txt", "b/c/d.MD", "b/curation/f.txt", "b/e.htm"]
    assert problems == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252", "latin-1"])
def test_encodings(tmp_path, encoding) -> None:
    text = "The mayor of Málaga said in a café that the décor of the naïve façade — a “joke” — was fine.\r\nHe left at once."
    if encoding == "latin-1":
        text = text.replace("—", "-").replace("“", '"').replace("”", '"')
    (tmp_path / "a.txt").write_bytes((text * 1).encode(encoding))
    (article,), problems = read_articles(tmp_path, LIMIT)
    assert article.text == text.replace("\r\n", "\n")
    assert problems == ()


def test_characters_are_normalized(tmp_path) -> None:
    (tmp_path / "a.txt").write_text(
        "Cafe\u0301\u00a0Lowmere \u202ewas\u202c  closed\u00ad on\tTuesday.\x07\r\rIt opens soon.", "utf-8"
    )
    (article,), _ = read_articles(tmp_path, LIMIT)
    assert article.text == "Café Lowmere was closed on Tuesday.\nIt opens soon."


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.binary(max_size=400), front=st.binary(max_size=80), name=st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_bytes_give_a_clean_article_or_a_problem(tmp_path, data, front, name) -> None:
    for old in tmp_path.iterdir():
        old.unlink()
    (tmp_path / name).write_bytes(b"---\n" + front + b"\n---\n" + data if front else data)
    articles, problems = read_articles(tmp_path, LIMIT)
    assert bool(articles) != any(problem.fatal for problem in problems)
    for article in articles:
        lines = article.text.split("\n")
        assert all(line and line == " ".join(line.split()) for line in lines)
        assert article.headline is None or article.headline == lines[0]
