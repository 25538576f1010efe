"""Accounts that are one origin, and whom articles and sentences credit."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.model import (
    Article,
    Cell,
    Event,
    EventMention,
    EventRef,
    Evidence,
    Extraction,
    Facet,
    KnowledgeBase,
    Origin,
    Sentence,
    Span,
)
from generator.resolve.accounts_tellings import find_tellings
from generator.resolve.marks import divided
from generator.resolve.origins import Wordings, find_origins
from generator.resolve.origins_credits import credits_in, credits_of, newsroom_of
from generator.resolve.origins_facets import count_origins

GOLDEN = yaml.safe_load((Path(__file__).parent / "origins.yaml").read_text(encoding="utf-8"))


def article(key: str, text: str = "", **more: object) -> Article:
    fields = {
        "path": f"{key}.txt", "url": None, "title": None, "headline": None, "publisher": key.title(), "authors": (),
        "published": None, "updated": None, "retrieved": None, "language": "en", "removed": (), "digest": "", **more,
    }  # fmt: skip
    for name in ("authors", "removed"):
        fields[name] = tuple(fields[name])
    return Article(key, text=text, **fields)


def sentences(text: str) -> tuple[Sentence, ...]:
    found, at = [], 0
    for number, line in enumerate(text.split("\n")):
        found.append(Sentence(f"s{number}", Span(at, at + len(line), line), number))
        at += len(line) + 1
    return tuple(found)


def base(*articles: Article) -> tuple[KnowledgeBase, Event]:
    """One event that every article tells in its first sentence."""
    extractions, event_of = {}, {}
    for item in articles:
        first = sentences(item.text)[0].span
        mention = EventMention("e0", first, "happen", "other", (), None, None, "s0", first)
        extractions[item.id] = Extraction(item.id, sentences(item.text), (), (), (), (), (), (), (mention,))
        event_of[item.id, "e0"] = "it"
    refs = tuple(EventRef(item.id, "e0") for item in articles)
    event = Event(
        "it", "It happens", "other", None, None, (), refs, "events/it.md", tuple(item.id for item in articles)
    )
    by_id = {item.id: item for item in articles}
    return KnowledgeBase(by_id, extractions, {}, {"it": event}, (), {}, event_of), event


def origins(*articles: Article) -> tuple[Origin, ...]:
    kb, event = base(*articles)
    return find_origins(kb, event, find_tellings(kb, event), Wordings(kb))


@pytest.mark.parametrize("case", GOLDEN["articles"], ids=lambda case: case["name"])
def test_credits_of_an_article(case: dict) -> None:
    found = credits_of(article("gazette", case.get("text", "A text."), **case.get("fields", {})))
    assert [[credit.source, credit.reason, credit.whole] for credit in found] == case["credits"]


@pytest.mark.parametrize("case", GOLDEN["sentences"], ids=lambda case: case[0][:60])
def test_credits_in_a_sentence(case: list) -> None:
    text, *sources = case
    assert [credit.source for credit in credits_in(sentences(text)[0])] == sources


def test_the_span_of_a_credit_is_verbatim() -> None:
    text = "A headline of the day\nBERLIN, March 3 (Reuters) - The old bridge was closed."
    (credit,) = credits_of(article("gazette", text))
    assert text[credit.span.start : credit.span.end] == credit.span.text == "(Reuters)"


@pytest.mark.parametrize(
    ("url", "publisher", "name"),
    [
        ("https://edition.cnn.com/2020/a", None, "CNN"),
        (None, "CNN", "CNN"),
        (None, "www.bbc.com", "BBC"),
        ("https://example.org/cnn.com", "Harbor Gazette", None),
        ("https://notcnn.com/a", None, None),
    ],
)
def test_newsroom(url: str | None, publisher: str | None, name: str | None) -> None:
    assert newsroom_of(article("a", url=url, publisher=publisher)) == name


BODY = """The dam above the mill gave way after a week of heavy rain on Sunday night.
Water a yard deep ran through the lower village within twenty minutes, and cars were swept into the square.
Firefighters carried residents out of first-floor windows with two rowing boats from the school.
The council had been warned of cracks in the wall by its own engineer in the spring.
A shelter was opened in the gymnasium, where ninety people spent the night."""
OTHER = """Nobody died when a dam burst above a mill on Sunday, officials said.
It was the third flood in the valley since the mill was built.
Volunteers spent Monday shoveling mud out of cellars and drying the books of the library.
Insurance will cover only part of the damage, a broker told residents at a meeting.
The owner of the mill could not be reached for comment."""


def test_independent_accounts_are_no_group() -> None:
    assert origins(article("a", BODY), article("b", OTHER)) == ()


def test_accounts_of_one_agency_are_one_origin() -> None:
    left = article("a", f"VALE (Reuters) - {BODY}")
    right = article("b", OTHER, authors=("Reuters",))
    (found,) = origins(left, right)
    assert (found.articles, found.source, found.reasons) == (("a", "b"), "Reuters", ("each is credited to Reuters",))
    assert [item.span.text for item in found.evidence] == ["(Reuters)"]


def test_accounts_of_two_agencies_are_two_origins() -> None:
    assert origins(article("a", f"VALE (Reuters) - {BODY}"), article("b", f"VALE (AP) - {OTHER}")) == ()


def test_repeated_sentences_make_one_origin() -> None:
    lines = BODY.split("\n")
    repeated = "\n".join([OTHER.split("\n")[0], *lines[1:4], OTHER.split("\n")[2]])
    (found,) = origins(article("a", BODY), article("b", repeated))
    assert found.articles == ("a", "b")
    assert found.reasons == ("A and B have 3 sentences nearly word for word",)
    assert {item.span.text for item in found.evidence} <= set(lines)


def test_two_repeated_sentences_are_too_few() -> None:
    lines, others = BODY.split("\n"), OTHER.split("\n")
    assert origins(article("a", BODY), article("b", "\n".join([*others[:3], *lines[1:3]]))) == ()


def test_one_repeated_sentence_is_enough_where_both_name_an_agency() -> None:
    lines, others = BODY.split("\n"), OTHER.split("\n")
    mixed = "\n".join([*others[:4], lines[1]])
    staff = ("Ann Lee", "Associated Press")
    assert origins(article("a", BODY, authors=staff), article("b", OTHER, authors=staff)) == ()
    (found,) = origins(article("a", BODY, authors=staff), article("b", mixed, authors=("Associated Press",)))
    assert found.source == "Associated Press"


def test_the_same_speech_is_no_sign() -> None:
    said = [f"“{line}”" for line in BODY.split("\n")]
    assert origins(article("a", "\n".join([OTHER, *said])), article("b", "\n".join(said))) == ()
    # One of the two prints it without quotation marks.
    assert origins(article("a", "\n".join([OTHER, *said])), article("b", BODY)) == ()


def test_copies_and_versions_are_one_origin() -> None:
    copy = article("b", BODY, copy_of="a", authors=("AP",))
    (found,) = origins(article("a", BODY), copy, article("c", OTHER))
    assert (found.articles, found.source, found.reasons) == (("a", "b"), "Associated Press", ("the same text",))
    (found,) = origins(article("a", BODY, version_of="b"), article("b", OTHER))
    assert (found.articles, found.reasons) == (("a", "b"), ("two versions of one article",))


def test_groups_join() -> None:
    left, right = article("a", f"VALE (AP) - {BODY}"), article("b", f"VALE (AP) - {OTHER}")
    repeating = article("c", OTHER)
    (found,) = origins(left, right, repeating)
    assert found.articles == ("a", "b", "c")
    assert found.source == "Associated Press"


def test_accounts_that_credit_an_agency_and_share_a_sentence_are_one_origin_in_part() -> None:
    lines = BODY.split("\n")
    others = OTHER.split("\n")
    left = article("a", f"VALE (Lakeland Press Agency) - {BODY}\nTwo died.")
    text = "\n".join(["The dam gave way, the Lakeland Press Agency reported.", others[2], lines[2], "Two died."])
    right = article("b", text)
    (found,) = origins(left, right)
    assert (found.articles, found.source, found.partly) == (("a", "b"), "Lakeland Press Agency", True)
    kb, _ = base(left, right)

    def at(key: str, place: int) -> Cell:
        sentence = kb.extractions[key].sentences[place]
        return Cell(key, Evidence(key, sentence.id, sentence.span))

    pairs = [(at("a", 0), at("b", 0)), (at("a", 2), at("b", 2)), (at("a", 5), at("b", 3)), (at("a", 4), at("b", 1))]
    facets = [Facet("figure", "Boats", "agree", cells) for cells in pairs]
    assert [item.origins for item in count_origins(kb, facets, [found])] == [1, 1, 1, 2]
    assert origins(left, article("b", "\n".join([*text.split("\n")[:2], "Two died."]))) == ()


def facet(kb: KnowledgeBase, *keys: str) -> Facet:
    cells = []
    for key in keys:
        first = kb.extractions[key].sentences[0]
        cells.append(Cell(key, Evidence(key, first.id, first.span)))
    return Facet("figure", "Boats", "agree", tuple(cells))


@pytest.mark.parametrize(
    ("texts", "number"),
    [
        (("Ten boats sank.", "Ten boats were lost."), 2),
        (("Ten boats sank, Reuters reported.", "According to Reuters, ten boats were lost."), 1),
        (("Ten boats sank, Reuters reported.", "According to Tass, ten boats were lost."), 2),
        (("Ten boats sank, Reuters reported.", "Ten boats were lost."), 2),
        (("Ten boats sank, Reuters reported.", "VALE (Reuters) - Ten boats were lost."), 1),
        (("Ten boats sank, Reuters and Tass reported.", "Ten were lost, Tass said.", "Reuters said ten sank."), 1),
    ],
)
def test_origins_of_a_statement(texts: tuple[str, ...], number: int) -> None:
    kb, event = base(*(article(key, text) for key, text in zip("abc", texts, strict=False)))
    found = find_origins(kb, event, find_tellings(kb, event), Wordings(kb))
    (counted,) = count_origins(kb, [facet(kb, *sorted(kb.articles))], found)
    assert counted.origins == number


def test_a_newsroom_that_others_credit_is_their_origin() -> None:
    own = article("a", "Ten boats sank.", publisher="CNN")
    kb, _ = base(own, article("b", "Ten boats sank, two officials told CNN."))
    assert [item.origins for item in count_origins(kb, [facet(kb, "a", "b")], ())] == [1]
    kb, _ = base(own, article("b", "Ten boats sank.", publisher="CNN"))
    assert [item.origins for item in count_origins(kb, [facet(kb, "a", "b")], ())] == [2]


def test_a_statement_of_one_group_has_one_origin() -> None:
    kb, _ = base(article("a", "Ten boats sank."), article("b", "Ten boats were lost."), article("c", "Ten were lost."))
    group = Origin(("a", "b"), "", (), ())
    counted = count_origins(kb, [facet(kb, "a", "b"), facet(kb, "a", "b", "c")], [group])
    assert [item.origins for item in counted] == [1, 2]


def test_divided_keeps_the_places() -> None:
    text = 'He said “no” and\nshe "left\nthem" there “for good'
    outside, inside = divided(text)
    assert len(outside) == len(inside) == len(text) + 1
    assert inside.split() == ["“no", '"left', '"', "there", "“for", "good"]
    assert all(one == " " or other == " " for one, other in zip(outside, inside, strict=True))
