"""Texts of odd shapes take time in proportion to their length, or are set aside with a reason."""

from __future__ import annotations

import time

import pytest

from generator.ingest import read_articles

SMALL, LARGE = 75_000, 300_000
# Four times the text: four times as long when the time is linear, sixteen times when it is quadratic.
MAX_RATIO = 9
# Below this, start-up and noise are all that is measured (seconds).
FLOOR = 0.03
SHAPES = {
    "glued.txt": ("abcd.Efgh ", ""),
    "one word.txt": ("x", ""),
    "one-letter words.txt": ("a ", ""),
    "one-letter lines.txt": ("a\n", ""),
    "newlines.txt": ("\n", "The council approved it."),
    "newlines.md": ("\n", "The council approved it."),
    "spaces.md": (" ", "The council *approved* it."),
    "quotes.txt": ("“", ""),
    "pairs of quotes.txt": ("“a” ", ""),
    "combining marks.txt": ("\u0301", ""),
    "wrapped.txt": ("the council approved the plan on Tuesday and then it had some lunch too\n", ""),
    "quotes.md": (">", "text"),
    "nested quotes.md": ("> ", "text"),
    "list.md": ("- text\n\n", ""),
    "nested list.md": ("- ", "text"),
    "brackets.md": ("[", ""),
    "blocks of brackets.md": ("[" * 250 + "\n\n", ""),
    "stars.md": ("*", ""),
    "emphases.md": ("**a*", ""),
    "entities.md": ("&amp;", ""),
    "digits.md": ("1", ". a"),
    "nested.html": ("<div>", "text"),
    "angles.html": ("<", ""),
    "entities.html": ("&amp;", ""),
    "headings.html": ("<h1>Council approves the terminal</h1>", ""),
    "fences.txt": ("---\n", "The council approved it."),
}


def seconds(folder, name, text) -> float:
    place = folder / str(len(text))
    place.mkdir()
    (place / name).write_text(text, "utf-8")
    start = time.process_time()
    articles, problems = read_articles(place, 10**7)
    spent = time.process_time() - start
    assert articles or all(problem.fatal and problem.message for problem in problems)
    return max(spent, FLOOR)


@pytest.mark.parametrize("name", SHAPES)
def test_time_is_linear(tmp_path, name) -> None:
    unit, tail = SHAPES[name]
    small, large = (unit * (size // len(unit)) + tail for size in (SMALL, LARGE))
    read_articles(tmp_path, 1)  # lexicons are loaded once
    assert seconds(tmp_path, name, large) <= MAX_RATIO * seconds(tmp_path, name, small)


@pytest.mark.parametrize(
    "block",
    [
        "x: " + "b" * LARGE,
        "a: b\n" * (LARGE // 5),
        "- " * (LARGE // 2),
        "[" * LARGE,
        "a: &a [x]\n" + "\n".join(f"b{number}: &b{number} [*a, *a]" for number in range(LARGE // 20)),
    ],
)
def test_front_matter_of_any_shape(tmp_path, block) -> None:
    start = time.process_time()
    (tmp_path / "a.txt").write_text(f"---\ntitle: A\n{block}\n---\nThe council approved it.", "utf-8")
    assert read_articles(tmp_path, 10**7)[0]
    assert time.process_time() - start < 5


def test_a_text_of_too_many_paragraphs_is_set_aside(tmp_path) -> None:
    (tmp_path / "a.txt").write_text("The council approved it.\n" * 10_001, "utf-8")
    articles, (problem,) = read_articles(tmp_path, 10**7)
    assert articles == ()
    assert problem.fatal
    assert "10,000 paragraphs" in problem.message
