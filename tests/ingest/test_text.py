"""Paragraphs of plain text and Markdown; languages; copies and versions; ids."""

from __future__ import annotations

import random

import pytest

from generator.ingest import read_articles
from generator.ingest.duplicates import canonical_url
from generator.ingest.language import find_language, language_words
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


def test_a_short_last_line_ends_a_wrapped_paragraph() -> None:
    second = LONG.replace("Lowmere", "Eastwick")
    assert read_plain(f"{wrap(LONG, 72)}\n{wrap(second, 72)}") == [LONG, second]


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


# An invented sentence in many languages, and the tag of each.
OTHERS = {
    "de": "Der Rat der Stadt hat am Dienstag nach einer langen Debatte den Bau des neuen Hafens beschlossen, und die Anwohner sind"
    " nicht zufrieden mit dem Plan.",
    "fr": "Le conseil de la ville a approuvé mardi la construction du nouveau port après un long débat, et les habitants ne sont pas"
    " contents de ce plan.",
    "es": "El consejo de la ciudad aprobó el martes la construcción del nuevo puerto después de un largo debate, y los vecinos no"
    " están contentos con el plan.",
    "it": "Il consiglio della città ha approvato martedì la costruzione del nuovo porto dopo un lungo dibattito, e gli abitanti non"
    " sono contenti del piano che è stato scelto.",
    "pt": "O conselho da cidade aprovou na terça-feira a construção do novo porto depois de um longo debate, e os moradores não"
    " estão contentes com o plano que foi escolhido.",
    "ru": "Городской совет во вторник одобрил строительство нового порта после долгих споров, но жители недовольны планом, и они не"
    " согласны с тем, что было решено по этому вопросу.",
    "uk": "Міська рада у вівторок схвалила будівництво нового порту після довгих суперечок, але жителі не задоволені планом, який"
    " було обрано, та не згодні з тим, що це вирішено.",
    "und-cyrl": "Городской совет во вторник одобрил строительство нового порта.",
    "el": "Το συμβούλιο της πόλης ενέκρινε την Τρίτη την κατασκευή του νέου λιμανιού.",
    "ja": "市議会は火曜日、長い議論の末に新しい港の建設を承認した。",
    "zh": "市议会星期二经过长时间的辩论，批准了新港口的建设。",
    "ko": "시의회는 화요일 긴 토론 끝에 새 항구의 건설을 승인했다.",
    "und": "ᎤᏬᏒ ᏗᏂᎳᏫᎦ ᎠᏂᏍᎦᏯ ᏚᏂᎪᎲ ᎠᎹᏱ ᎠᏍᏆᏂᎪᏙᏗ.",
}


@pytest.mark.parametrize("tag", OTHERS)
def test_an_article_in_another_language_is_listed(tmp_path, tag) -> None:
    (tmp_path / "a.txt").write_text(OTHERS[tag], "utf-8")
    (article,), (problem,) = read_articles(tmp_path, 10_000)
    assert (article.language, article.text) == (tag, OTHERS[tag])
    assert not problem.fatal
    assert problem.message == f"The article is in {language_words(tag)}: it is listed, but nothing is taken from it."


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("pt-br", "Portuguese"),
        ("und-cyrl", "a language in Cyrillic letters"),
        ("und", "another language"),
        ("tlh", "“tlh”"),
    ],
)
def test_languages_in_words(tag, words) -> None:
    assert language_words(tag) == words


@pytest.mark.parametrize(
    ("declared", "tag"),
    [
        (None, "en"),
        ("en", "en"),
        ("en-US", "en-us"),
        ("EN_gb", "en-gb"),
        ("English", "en"),
        ("Portuguese", "pt"),
        ("pt_BR", "pt-br"),
    ],
)
def test_what_the_metadata_says_counts(declared, tag) -> None:
    assert find_language(LONG, declared) == tag


@pytest.mark.parametrize(
    "text", ["Lowmere 3 Eastwick 2", "de la Cruz met van der Berg", "Lowmere 14 11 6 15 - 44\n" * 20, f"{LONG} Порт"]
)
def test_what_proves_no_other_language_is_read_as_english(text) -> None:
    assert find_language(text, None) == "en"


def test_the_front_matter_says_the_language(tmp_path) -> None:
    (tmp_path / "a.txt").write_text(f"---\nlang: French\n---\n{LONG}", "utf-8")
    (article,), (problem,) = read_articles(tmp_path, 10_000)
    assert article.language == "fr"
    assert "in French" in problem.message


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
