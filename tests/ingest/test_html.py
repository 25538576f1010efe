"""Pages: paragraphs are whole, what was missed between them comes back, lists of links stay out."""

from __future__ import annotations

import time

import pytest
import trafilatura
from lxml import html as lxml_html

from generator.errors import ArticleError
from generator.ingest.html import read_html
from generator.ingest.html_blocks import Block, read_blocks, words_in
from generator.ingest.html_whole import restore

HEADLINE = "Council of Lowmere approves a new ferry terminal"
LEAD = "The harbor council of Lowmere approved a new ferry terminal on Tuesday after a debate that lasted six hours."
BODY = (
    "The terminal will replace a wooden pier that storms damaged in the winter of 2019, the council said in a statement.",
    "Work begins in the spring and ends before the summer of next year, said Ines Okafor, who leads the harbor office.",
    "Fishermen had asked for a longer breakwater, and the council put off that question to its meeting in the autumn.",
    "The ferries to Eastwick carried more people last year than in any year since the line was opened by the county.",
)


def page(*inner):
    menu = "".join(f"<li><a href='/{number}'>Part {number} of the paper</a></li>" for number in range(8))
    return (
        f"<html><head><title>{HEADLINE}</title><meta property='og:title' content='{HEADLINE}'></head><body><nav><ul>{menu}</ul>"
        f"</nav><article><h1>{HEADLINE}</h1><div class='story'>{''.join(inner)}</div></article><footer>Imprint</footer></body></html>"
    )


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


def blocks(markup):
    return read_blocks(lxml_html.document_fromstring(f"<body>{markup}</body>"))


def texts(markup):
    return [block.text for block in blocks(markup)]


@pytest.mark.parametrize(
    ("marked", "text"),
    [
        ("has reported <a href='/x'>that the port will fine</a> him", "has reported that the port will fine him"),
        ("a <b>new</b> and <i><a href='/x'>l</a>ong</i> pier", "a new and long pier"),
        ("the mayor,<br>Ana Ruiz, said", "the mayor, Ana Ruiz, said"),
        ("it was <br/> late", "it was late"),
        ("one <!-- no --> two<script>no()</script> three<span hidden>no</span>.", "one two three."),
        ("seen<span style='Display: none'>no</span> here<button>Share</button>", "seen here"),
        ("Tom &amp; Ana\n  left\u00a0early", "Tom & Ana left early"),
    ],
)
def test_a_paragraph_is_whole(marked, text) -> None:
    assert texts(f"<p>{marked}</p>") == [text]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ("<div>One.<p>Two.</p>Three.<div>Four</div></div>", ["One.", "Two.", "Three.", "Four"]),
        ("<p>One<br><br>two</p>", ["One", "two"]),
        ("<p>It ends.<br>it goes on</p>", ["It ends.", "it goes on"]),
        ("<p>June 9, Lowmere<br>June 10, Eastwick</p>", ["June 9, Lowmere", "June 10, Eastwick"]),
        ("<p>The plan<br>https://a.example</p>", ["The plan", "https://a.example"]),
        ("<p>One<figure>x<figcaption>A pier.</figcaption></figure><aside>No</aside></p>", ["One", "x"]),
        ("<ul><li>One<li>Two</ul><p>Three", ["One", "Two", "Three"]),
    ],
)
def test_paragraphs_are_parted(markup, lines) -> None:
    assert texts(markup) == lines


def test_links_and_containers_are_told() -> None:
    found = blocks("<div><p>ab<a>cd</a></p><p><a>all</a></p></div><div>none</div>")
    assert [block.linked for block in found] == [0.5, 1.0, 0.0]
    assert found[0].container == found[1].container != found[2].container


def test_the_words_of_links_stay_in_their_sentence(monkeypatch) -> None:
    cut = [LEAD, BODY[0], f"{BODY[1]} The paper for most of it.", *BODY[2:]]
    monkeypatch.setattr(trafilatura, "extract", lambda *_, **__: "\n".join(cut))
    linked = f"{BODY[1]} The paper <a class='link' href='/x'>has reported that the county will pay</a> for <b>most</b> of it."
    lines, _ = read_html(page(paragraphs(LEAD, BODY[0], linked, *BODY[2:])))
    said = f"{BODY[1]} The paper has reported that the county will pay for most of it."
    assert lines == [HEADLINE, LEAD, BODY[0], said, *BODY[2:]]


def test_a_cut_line_becomes_its_whole_block_and_other_lines_stay() -> None:
    found = blocks(paragraphs("Top of the page", LEAD, *BODY))
    lines = [LEAD, BODY[0][:60], "Something that no block holds.", *BODY[1:]]
    assert restore(lines, found, None) == [LEAD, BODY[0], "Something that no block holds.", *BODY[1:]]


@pytest.mark.parametrize("missed", range(4))
def test_a_missed_paragraph_comes_back(missed) -> None:
    whole = [LEAD, *BODY]
    found = blocks(f"<h1>{HEADLINE}</h1><div><p>{'</p><p>'.join(whole)}</p></div>")
    assert restore([text for number, text in enumerate(whole) if number != missed], found, HEADLINE) == whole


def test_prose_above_the_headline_or_in_another_container_stays_out() -> None:
    found = blocks(f"<p>{BODY[3]}</p><h1>{HEADLINE}</h1><div><p>{BODY[2]}</p></div>{paragraphs(LEAD, BODY[0])}")
    assert restore([LEAD, BODY[0]], found, HEADLINE) == [LEAD, BODY[0]]


@pytest.mark.parametrize(
    "between",
    [
        "<ul><li><a href='/a'>The county shuts two more of its piers</a></li><li><a href='/b'>Ferries run late</a></li></ul>",
        "<p><a href='/a'>The county shuts two more of its piers before the winter begins.</a></p>",
        "<p>Read more: <a href='/a'>Ferries run late again in Eastwick, and nobody says why.</a></p>",
        "<p><a href='/a'>See it.</a></p>",
        "<p>Storms on the coast</p>",
        "<p>Sign up for our newsletter to get the news of the coast every morning.</p>",
    ],
)
def test_related_links_and_labels_do_not_come_back(between) -> None:
    found = blocks(f"<p>{LEAD}</p>{between}{paragraphs(*BODY)}")
    assert restore([LEAD, *BODY], found, None) == [LEAD, *BODY]


def test_the_headline_of_another_article_is_left_out_though_it_was_extracted() -> None:
    title = "The county shuts two more of its piers"
    found = blocks(f"<p>{LEAD}</p><p><a href='/a'>{title}</a></p>{paragraphs(*BODY)}")
    assert restore([LEAD, title, *BODY], found, None) == [LEAD, *BODY]


def test_equal_lines_are_kept_as_often_as_they_stand_there() -> None:
    lines = [LEAD, "See it at the harbor", BODY[0], "See it at the harbor", BODY[1]]
    assert restore(lines, blocks(paragraphs(*lines)), None) == lines


def test_a_teaser_does_not_stand_for_the_paragraph() -> None:
    found = blocks(f"<section><div>{LEAD} More</div></section><div>{paragraphs(LEAD + ' It did.', *BODY)}</div>")
    assert restore([LEAD, *BODY], found, None) == [f"{LEAD} It did.", *BODY]


def test_the_headline_stands_once() -> None:
    lines, head = read_html(page(f"<h2>{HEADLINE}</h2>", paragraphs(LEAD, *BODY)))
    assert lines.count(HEADLINE) == 1
    assert lines[0] == head["title"] == HEADLINE


def seconds(markup):
    start = time.perf_counter()
    found = blocks(markup)
    restore([block.text for block in found], found, None)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    "unit",
    [
        "<div>",
        "<p>a b c",
        "<p>the same words again and again.</p>",
        "<b>",
        "a<br>",
        " <i> </i>",
        "<a>x",
        "</p></div>",
        "x<!-- -->",
        "<p><br>one two<br>One two.",
    ],
)
def test_hostile_markup_takes_linear_time(unit) -> None:
    small, large = (min(seconds(unit * count) for _ in range(2)) for count in (1_000, 4_000))
    assert large < 10 * small + 0.1


def test_many_lines_of_one_block_take_linear_time() -> None:
    words = [f"word{number}" for number in range(30_000)]
    found = blocks(f"<p>{'<br>'.join(words)}</p>")
    start = time.perf_counter()
    assert restore([" ".join(words[at : at + 5]) for at in range(0, 30_000, 5)], found, None) == [" ".join(words)]
    assert time.perf_counter() - start < 3


def test_nested_elements_are_read_up_to_a_depth() -> None:
    assert texts("<div>" * 150 + LEAD) == [LEAD]
    start = time.perf_counter()
    with pytest.raises(ArticleError):
        read_html("<div>" * 10_000 + LEAD)
    assert time.perf_counter() - start < 1


def test_nothing_is_found_in_no_blocks() -> None:
    assert restore([LEAD], [], None) == [LEAD]
    assert restore([""], [Block(LEAD, words_in(LEAD), "p", 1, 0.0, frozenset())], None) == [""]
