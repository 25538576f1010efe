"""The headline and the lead of an article, what stands at their top, and what they lend the main event."""

from __future__ import annotations

from generator.extract.annotate import annotate
from generator.extract.events_news import ROOT, read_news
from generator.extract.pipeline import load_pipeline
from generator.extract.sentences import find_sentences
from generator.model import Article, EventMention, Extraction


def read(title: str, *lines: str) -> Extraction:
    text = "\n".join((title, *lines))
    article = Article(
        "a", "a.md", None, title, title, "Test Post", (), "2031-05-14", None, None, "en", text, (), "",
    )  # fmt: skip
    return annotate(article, load_pipeline("embedded"))


def main_of(found: Extraction) -> EventMention:
    (event,) = (item for item in found.events if item.main)
    return event


def test_the_lead_is_the_first_sentence_that_is_no_caption() -> None:
    title = "Mill burns down"
    text = f"{title}\nThe mill is pictured in a file photo. It stood for years.\nA mill burned down in Portville on Monday."
    doc = load_pipeline("embedded")(text)
    sentences = find_sentences(doc)
    news = read_news(doc, sentences, title)
    assert news.headline == {"s0"}
    assert news.lead == sentences[-1].id
    assert ROOT in news.tops.values()


def test_a_text_that_does_not_open_with_its_title_has_no_headline_in_it() -> None:
    doc = load_pipeline("embedded")("A mill burned down in Portville on Monday.")
    news = read_news(doc, find_sentences(doc), "Fire")
    assert news.headline == frozenset()
    assert news.titled


def test_the_lead_lends_the_headline_its_day_and_its_place() -> None:
    found = read(
        "Two brothers arrested after robbery", "Police in Lisbon arrested two brothers on Monday after a robbery."
    )
    main = main_of(found)
    assert main.sentence == "s0"
    assert main.lemma == "arrest"
    assert {time.id: time.value for time in found.times}[main.time or ""] == "2031-05-12"
    assert {chain.id: chain.name for chain in found.chains}[main.place or ""] == "Lisbon"
    assert [event.lemma for event in found.events if event.news] == ["arrest", "arrest"]


def test_a_dateline_places_the_news_where_nothing_else_does() -> None:
    found = read("Court frees singer", "OSLO, Norway — A court on Monday freed the singer Karin Dahl.")
    names = {chain.id: chain.name for chain in found.chains}
    assert names[main_of(found).place or ""].lower() == "oslo"


def test_saying_is_the_news_only_where_nothing_else_is() -> None:
    assert (
        main_of(read("Police say man killed in fire", "A man was killed in a fire on Monday, police said.")).lemma
        == "kill"
    )
    said = read("Flynt says plan reckless", "Dana Flynt said on Monday that the plan was reckless.")
    assert main_of(said).lemma == "say"


def test_saying_that_is_not_the_news_is_no_event() -> None:
    found = read("Police say man killed in fire", "A man was killed in a fire on Monday, police said.")
    assert "say" not in {event.lemma for event in found.events}


def test_what_a_headline_puts_behind_after_is_not_the_news() -> None:
    found = read("Driver charged after crash", "A driver was charged on Monday after a crash that hurt two people.")
    assert main_of(found).lemma == "charge"


def test_a_play_on_words_leaves_the_news_to_the_lead() -> None:
    found = read("Taking the biscuit", "Thieves stole 20,000 biscuits from a factory in Leeds on Monday.")
    assert main_of(found).lemma == "steal"
