"""Paragraphs of plain text and Markdown; languages; copies and versions; ids."""

from __future__ import annotations

import random

import pytest

from generator.ingest import read_articles
from generator.ingest.duplicates import canonical_url
from generator.ingest.english import other_language
from generator.ingest.markdown_text import read_markdown
from generator.ingest.plain import read_plain

LONG = (
    "The harbor council of Lowmere approved a new ferry terminal on Tuesday after a debate that lasted six hours. The terminal"
    " will replace a wooden pier that was damaged by storms in the winter of 2019, the council said in a statement."
)


def wrap(text, width):
    lines = [""]
    for word in text.split():
        if len(lines[-1]) + len(word) >= width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join(lines)


@pytest.mark.parametrize("width", [60, 72, 80])
def test_wrapped_lines_are_joined(width) -> None:
    second = LONG.replace("Lowmere", "Eastwick")
    assert read_plain(f"A headline\n\n{wrap(LONG, width)}\n\n{wrap(second, width)}") == ["A headline", LONG, second]


def test_single_and_double_line_breaks_part_paragraphs() -> None:
    assert read_plain("One is here.\nTwo is here.\n\n\nThree  is\there. ") == [
        "One is here.",
        "Two is here.",
        "Three is here.",
    ]


def test_lines_of_one_sentence_each_are_no_wrapped_text() -> None:
    lines = [
        f"Sentence number {number} of this text is about as long as all of the other ones." for number in range(10, 30)
    ]
    assert read_plain("\n".join(lines)) == lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("# The terminal\n\nIt is *new* and **big**.", ["The terminal", "It is new and big."]),
        ("See [the plan](https://a.example/x) and ![a pier](p.png) here.", ["See the plan and here."]),
        ("> We will listen,\n> she said.", ["We will listen,", "she said."]),
        ("- one\n- two", ["one", "two"]),
        ("Title\n=====\n\nText with `code` &amp; more.", ["Title", "Text with code & more."]),
        ("One line.\nAnother line.", ["One line.", "Another line."]),
        ("It cost 5 * 3 crowns, he said.", ["It cost 5 * 3 crowns, he said."]),
        ("<script>alert(1)</script>\n\nText.", ["Text."]),
        ("Plain first.\nPlain second.\n\nNow *marked* here.", ["Plain first.", "Plain second.", "Now marked here."]),
    ],
)
def test_markdown_is_read_as_text(text, lines) -> None:
    assert read_markdown(text) == lines


@pytest.mark.parametrize("text", ["[" * 20_000, "*" * 20_000, "`" * 20_000, "> " * 5_000])
def test_markup_that_stalls_a_parser_is_read_as_text(text) -> None:
    assert read_markdown(text) == [text.strip()]


OTHERS = {
    "de": "Der Rat der Stadt hat am Dienstag nach einer langen Debatte den Bau des neuen Hafens beschlossen, und die Anwohner sind"
    " nicht zufrieden mit dem Plan.",
    "fr": "Le conseil de la ville a approuvé mardi la construction du nouveau port après un long débat, et les habitants ne sont pas"
    " contents de ce plan.",
    "es": "El consejo de la ciudad aprobó el martes la construcción del nuevo puerto después de un largo debate, y los vecinos no"
    " están contentos con el plan.",
    "it": "Il consiglio della città ha approvato martedì la costruzione del nuovo porto dopo un lungo dibattito, e gli abitanti non"
    " sono contenti del piano che è stato scelto.",
    "not in Latin letters": "Городской совет во вторник одобрил строительство нового порта.",
}


@pytest.mark.parametrize("tag", OTHERS)
def test_other_languages_are_set_aside(tmp_path, tag) -> None:
    (tmp_path / "a.txt").write_text(OTHERS[tag], "utf-8")
    articles, (problem,) = read_articles(tmp_path, 10_000)
    assert articles == ()
    assert problem.fatal
    assert f"not in English ({tag})" in problem.message


@pytest.mark.parametrize("language", [None, "en", "en-US", "EN_gb", "English"])
def test_english_is_read(language) -> None:
    assert other_language(LONG, language) is None


@pytest.mark.parametrize(
    "text", ["Lowmere 3 Eastwick 2", "de la Cruz met van der Berg", "Lowmere 14 11 6 15 - 44\n" * 20]
)
def test_what_proves_no_other_language_is_read(text) -> None:
    assert other_language(text, None) is None


def test_the_front_matter_says_the_language(tmp_path) -> None:
    (tmp_path / "a.txt").write_text(f"---\nlang: fr\n---\n{LONG}", "utf-8")
    assert read_articles(tmp_path, 10_000)[0] == ()


def article(seed, words=200):
    dice = random.Random(seed)  # noqa: S311
    return (
        " ".join(
            dice.choice(
                [
                    "harbor",
                    "council",
                    "ferry",
                    "pier",
                    "storm",
                    "plan",
                    "vote",
                    "debate",
                    "mayor",
                    "night",
                    "coast",
                    "the",
                    "of",
                    "and",
                    "to",
                ]
            )
            for _ in range(words)
        )
        + "."
    )


def write(folder, name, text, **front):
    lines = "".join(f"{key}: {value}\n" for key, value in front.items())
    (folder / name).write_text(f"---\nlanguage: en\n{lines}---\n{text}", "utf-8")


def test_copies_are_marked(tmp_path) -> None:
    text = article(1)
    write(tmp_path, "a.txt", text, date="2021-03-05")
    write(tmp_path, "b.txt", text, date="2021-03-04")
    write(tmp_path, "c.txt", text.replace(".", " indeed."), date="2021-03-06")
    write(tmp_path, "d.txt", article(2), date="2021-03-01")
    found = {item.path: item for item in read_articles(tmp_path, 10_000)[0]}
    assert found["a.txt"].copy_of == found["c.txt"].copy_of == found["b.txt"].id
    assert found["b.txt"].copy_of is found["d.txt"].copy_of is None


def test_a_rewritten_article_is_no_copy(tmp_path) -> None:
    words = article(1).split()
    write(tmp_path, "a.txt", " ".join(words))
    write(tmp_path, "b.txt", " ".join(words[:100] + article(3).split()[:100]))
    assert [item.copy_of for item in read_articles(tmp_path, 10_000)[0]] == [None, None]


def test_versions_of_one_url(tmp_path) -> None:
    write(
        tmp_path, "a.txt", article(1), url="https://www.tidewater.example/t/", date="2021-03-04", updated="2021-03-06"
    )
    write(tmp_path, "b.txt", article(2), url="http://tidewater.example/t", date="2021-03-04")
    write(tmp_path, "c.txt", article(4), url="https://tidewater.example/u", date="2021-03-09")
    a, b, c = read_articles(tmp_path, 10_000)[0]
    assert (a.version_of, b.version_of, c.version_of) == (None, a.id, None)


def test_a_later_hour_of_the_same_day_is_the_later_version(tmp_path) -> None:
    write(tmp_path, "a.txt", article(1), url="https://tidewater.example/t", date="2021-03-04T18:00")
    write(tmp_path, "b.txt", article(2), url="https://tidewater.example/t", date="2021-03-04T09:00")
    a, b = read_articles(tmp_path, 10_000)[0]
    assert (a.version_of, b.version_of) == (None, a.id)


def test_urls() -> None:
    assert canonical_url("https://WWW.a.example/b/?c=1#d") == "a.example/b?c=1"
    assert canonical_url("http://[bad") == "http://[bad"


def test_ids_do_not_depend_on_other_articles(tmp_path) -> None:
    write(tmp_path, "m.txt", article(1), title="A ferry", url="https://tidewater.example/t")
    before = {item.path: item.id for item in read_articles(tmp_path, 10_000)[0]}
    for name, seed in (("a.txt", 1), ("z.txt", 2)):
        write(tmp_path, name, article(seed), title="A ferry", url="https://tidewater.example/t")
    after = {item.path: item.id for item in read_articles(tmp_path, 10_000)[0]}
    assert after["m.txt"] == before["m.txt"]
    assert len(set(after.values())) == 3
    assert all(value.startswith("a-ferry-") for value in after.values())


def test_the_order_is_that_of_the_paths(tmp_path) -> None:
    for name in ("b.txt", "a.txt", "c.txt"):
        write(tmp_path, name, article(name))
    assert [item.path for item in read_articles(tmp_path, 10_000)[0]] == ["a.txt", "b.txt", "c.txt"]
