"""Headlines: present tense, agreement, nothing that is a fragment."""

from __future__ import annotations

import pytest

from generator.model import Argument, Article, EventMention, Extraction
from generator.model.span import span_of
from generator.resolve.titles import make_title
from generator.resolve.titles_headlines import clean_headline, is_news, undated
from generator.resolve.titles_numbers import plural_names, verb_forms
from generator.resolve.titles_words import present, third_person

NAMES = {
    "c0": ("Anna Berg", "person"),
    "c1": ("Oslo", "place"),
    "c2": ("Norway", "place"),
    "c3": ("Chile", "place"),
    "c4": ("Reds", "organization"),
}


def name_of(chain: str) -> tuple[str, str]:
    return NAMES.get(chain, ("", ""))


def mention(text: str, verb: str, word: str, *arguments: tuple[str, str, str | None], **more: object) -> EventMention:
    """An event mention whose predicate is `word`; arguments are (role, words, chain), a plural noun ends in s."""

    def span(words: str):  # type: ignore[no-untyped-def]
        start = text.index(words)
        return span_of(text, start, start + len(words))

    told = tuple(
        Argument(role, span(words), chain, words.split()[-1].lower(), words.endswith("s") and not chain)
        for role, words, chain in arguments
    )
    values = {"lemma": verb, "type": "visit", "tag": "VBD", "trigger": span(word), **more}
    return EventMention("e0", arguments=told, time=None, place=None, sentence="s0", clause=span_of(text, 0, len(text)),
                        predicate=span(word), verb=verb, **values)  # type: ignore[arg-type]  # fmt: skip


def title(text: str, verb: str, word: str, *arguments: tuple[str, str, str | None], **more: object) -> str | None:
    made = make_title(mention(text, verb, word, *arguments, **more), text, name_of)
    return made.text if made else None


@pytest.mark.parametrize(
    ("lemma", "form"),
    [("visit", "visits"), ("carry", "carries"), ("play", "plays"), ("crash", "crashes"), ("go", "goes"), ("have", "has"),
     ("veto", "vetoes"), ("pass", "passes"), ("agree", "agrees")],
)  # fmt: skip
def test_third_person(lemma: str, form: str) -> None:
    assert third_person(lemma) == form
    assert present(lemma, plural=True) == lemma


def test_a_past_clause_becomes_a_headline_with_the_full_name() -> None:
    text = "Ms Berg visited Oslo on Friday"
    assert title(
        text, "visit", "visited", ("agent", "Ms Berg", "c0"), ("patient", "Oslo", "c1"), ("topic", "Friday", None)
    ) == ("Anna Berg visits Oslo")


def test_two_subjects_take_the_plural() -> None:
    text = "Norway and Chile signed a treaty"
    made = title(
        text, "sign", "signed", ("agent", "Norway", "c2"), ("agent", "Chile", "c3"), ("patient", "a treaty", None)
    )
    assert made == "Norway and Chile sign a treaty"


def test_an_unnamed_plural_subject_agrees_and_loses_its_article() -> None:
    text = "The soldiers attacked Oslo"
    assert (
        title(text, "attack", "attacked", ("agent", "The soldiers", None), ("patient", "Oslo", "c1"))
        == "Soldiers attack Oslo"
    )


def test_passives() -> None:
    text = "Ms Berg was arrested"
    passive = {"passive": True, "tag": "VBN"}
    assert title(text, "arrest", "arrested", ("patient", "Ms Berg", "c0"), **passive) == "Anna Berg is arrested"
    text = "Ms Berg was accused"
    assert title(text, "accuse", "accused", ("patient", "Ms Berg", "c0"), **passive) is None
    text = "the treaty signed by Norway and Chile"
    made = title(
        text,
        "sign",
        "signed",
        ("patient", "the treaty", None),
        ("agent", "Norway", "c2"),
        ("agent", "Chile", "c3"),
        **passive,
    )
    assert made == "Norway and Chile sign the treaty"


def test_what_a_relative_clause_is_about_follows_the_verb() -> None:
    text = "The treaty that Ms Berg signed in Oslo"
    people = [("patient", "The treaty", None), ("agent", "Ms Berg", "c0"), ("place", "Oslo", "c1")]
    assert title(text, "sign", "signed", *people) == "Anna Berg signs the treaty in Oslo"


def test_the_future_is_an_infinitive() -> None:
    text = "Ms Berg will visit Oslo"
    made = title(
        text, "visit", "visit", ("agent", "Ms Berg", "c0"), ("patient", "Oslo", "c1"), modality="future", tag="VB"
    )
    assert made == "Anna Berg to visit Oslo"


def test_a_word_of_doubt_stands_in_the_title_or_there_is_none() -> None:
    told = [("agent", "Ms Berg", "c0"), ("patient", "Oslo", "c1")]
    assert title("Ms Berg reportedly visited Oslo", "visit", "visited", *told) == "Anna Berg reportedly visits Oslo"
    assert title("Purportedly, Ms Berg visited Oslo", "visit", "visited", *told) is None
    assert title("Lund spoke reportedly. Ms Berg visited Oslo", "visit", "visited", *told) == "Anna Berg visits Oslo"


@pytest.mark.parametrize("more", [{"modality": "possible"}, {"modality": "planned"}, {"polarity": False}])
def test_what_is_no_fact_makes_no_title(more: dict[str, object]) -> None:
    assert (
        title("Ms Berg visited Oslo", "visit", "visited", ("agent", "Ms Berg", "c0"), ("patient", "Oslo", "c1"), **more)
        is None
    )


@pytest.mark.parametrize(
    ("text", "verb", "word", "arguments"),
    [
        ("He visited Oslo", "visit", "visited", [("agent", "He", None), ("patient", "Oslo", "c1")]),
        ("Ms Berg accepted", "accept", "accepted", [("agent", "Ms Berg", "c0")]),
        ("Ms Berg told, she says, Oslo", "tell", "told", [("agent", "Ms Berg", "c0"), ("patient", "Oslo", "c1")]),
        ("His lawyer visited Oslo", "visit", "visited", [("agent", "His lawyer", None), ("patient", "Oslo", "c1")]),
        ("Ms Berg had talks", "have", "had", [("agent", "Ms Berg", "c0"), ("patient", "talks", None)]),
    ],
)
def test_no_title_from_a_fragment(
    text: str, verb: str, word: str, arguments: list[tuple[str, str, str | None]]
) -> None:
    assert title(text, verb, word, *arguments) is None


def test_figures_with_a_comma_stay_whole() -> None:
    text = "Norway accused Chile of sending 10,000 soldiers"
    made = title(
        text,
        "accuse",
        "accused",
        ("agent", "Norway", "c2"),
        ("patient", "Chile", "c3"),
        ("complement", "sending 10,000 soldiers", None),
    )
    assert made == "Norway accuses Chile of sending 10,000 soldiers"


def test_a_possessive_is_dropped() -> None:
    text = "Norway expanded its fleet"
    assert (
        title(text, "expand", "expanded", ("agent", "Norway", "c2"), ("patient", "its fleet", None))
        == "Norway expands fleet"
    )


def test_headlines_lose_the_outlet_and_nothing_else() -> None:
    assert clean_headline("Ferry sinks off Oslo - The Example Post", "examplepost.example") == "Ferry sinks off Oslo"
    assert clean_headline("Ferry sinks - nobody hurt", "Example Post") == "Ferry sinks - nobody hurt"
    assert clean_headline("Ferry sinks | Example", None) == "Ferry sinks"


def test_questions_and_labels_are_no_news() -> None:
    assert is_news("Ferry sinks off Oslo")
    assert not is_news("Why did the ferry sink?")
    assert not is_news("Watch: ferry sinks")


@pytest.mark.parametrize(
    ("subject", "tag", "number", "told"),
    [("The Reds", "VBD", None, "Reds visit Oslo"), ("Reds", "VBD", None, "Reds visits Oslo"), ("Reds", "VBD", True, "Reds visit Oslo"),
     ("The Reds", "VBD", False, "Reds visits Oslo"), ("Reds", "VBP", False, "Reds visit Oslo")],
)  # fmt: skip
def test_a_team_agrees_with_its_verb(subject: str, tag: str, number: bool | None, told: str) -> None:
    text = f"{subject} visited Oslo"
    found = mention(text, "visit", "visited", ("agent", subject, "c4"), ("patient", "Oslo", "c1"), tag=tag)
    made = make_title(found, text, name_of, lambda chain: number)
    assert made is not None
    assert made.text == told


def article_of(text: str, *events: EventMention) -> tuple[dict[str, Article], dict[str, Extraction]]:
    article = Article("a", "a.md", None, None, None, None, (), None, None, None, "en", text, (), "0")
    return {"a": article}, {"a": Extraction("a", (), (), (), (), (), (), (), events)}


@pytest.mark.parametrize(("auxiliary", "plural"), [("have", {"reds": True}), ("has", {"reds": False}), ("duly", {})])
def test_the_texts_show_the_number_of_a_name(auxiliary: str, plural: dict[str, bool]) -> None:
    text = f"Reds {auxiliary} visited Oslo"
    articles, found = article_of(text, mention(text, "visit", "visited", ("agent", "Reds", "c4"), tag="VBN"))
    assert plural_names(articles, found, {("a", "c4"): "reds"}) == plural


def test_words_used_as_verbs_make_a_headline_a_clause() -> None:
    text = "Berg visited Oslo"
    _, found = article_of(text, mention(text, "visit", "visited"))
    assert verb_forms(found) == {"visited", "visits", "visit"}


def test_a_title_keeps_the_whole_name_and_the_particle() -> None:
    text = "Berg visited the town Lillestad on Friday"
    assert title(text, "visit", "visited", ("agent", "Berg", "c0"), ("patient", "the town", None)) == (
        "Anna Berg visits the town Lillestad"
    )
    text = "Berg singled Norway out for praise"
    assert title(text, "single", "singled", ("agent", "Berg", "c0"), ("patient", "Norway", "c2")) == (
        "Anna Berg singles Norway out for praise"
    )


def test_headlines_end_in_no_day_and_no_label() -> None:
    assert undated("Ferry sinks off Oslo on Friday") == "Ferry sinks off Oslo"
    assert undated("Ferry sinks off Oslo last month") == "Ferry sinks off Oslo"
    assert undated("Worst storm of the month") == "Worst storm of the month"
    assert clean_headline("Ferry sinks off Oslo (PHOTOS, VIDEO)", None) == "Ferry sinks off Oslo"


def test_an_infinitive_is_no_fact() -> None:
    text = "Chile helped Norway build Oslo"
    people = [("agent", "Norway", "c2"), ("patient", "Oslo", "c1")]
    assert title(text, "build", "build", *people, tag="VB") is None
    assert title(text, "build", "build", *people, tag="VBP") == "Norway builds Oslo"


@pytest.mark.parametrize(
    ("text", "patient", "made"),
    [
        ("Ms Berg shared a post", "a post", None),
        ("Ms Berg shared a prize", "a prize", "Anna Berg shares a prize"),
        ("Ms Berg found the well to be dry", "the well", "Anna Berg finds the well to be dry"),
        ("Ms Berg found the well", "the well", "Anna Berg finds the well"),
        ("Ms Berg left its part in it", "its part", None),
        ("Ms Berg approved the sale of two old ferries.", "the sale", "Anna Berg approves the sale of two old ferries"),
        ("Ms Berg approved the sale of its ferries", "the sale", None),
    ],
)
def test_a_title_ends_where_its_last_phrase_does(text: str, patient: str, made: str | None) -> None:
    word = text.split()[2]
    verb = {"left": "leave", "found": "find", "shared": "share", "approved": "approve"}[word]
    assert title(text, verb, word, ("agent", "Ms Berg", "c0"), ("patient", patient, None)) == made


def test_a_second_participant_without_its_owner_is_left_out() -> None:
    text = "Norway sold the ferry and its crane"
    people = [("agent", "Norway", "c2"), ("patient", "the ferry", None), ("patient", "its crane", None)]
    assert title(text, "sell", "sold", *people) == "Norway sells the ferry"


def test_capitals_of_a_headline_make_no_title() -> None:
    text = "Berg Praised Large Ferry Before Many Guests"
    people = [("agent", "Berg", "c0"), ("patient", "Large Ferry", None)]
    assert title(text, "praise", "Praised", *people) is None


def test_a_passive_keeps_its_particle_and_loses_the_capital_of_its_sentence() -> None:
    text = "Old ferries were singled out by Norway"
    found = mention(
        text, "single", "singled", ("patient", "Old ferries", None), ("agent", "Norway", "c2"), passive=True, tag="VBN"
    )
    made = make_title(found, text, name_of)
    assert made is not None
    assert made.text == "Norway singles old ferries out"


def test_a_name_that_tells_which_makes_the_better_title() -> None:
    vague, clear = (
        make_title(mention(text, "leave", "left", ("agent", "Ms Berg", "c0"), ("patient", what, chain)), text, name_of)
        for text, what, chain in (("Ms Berg left the party", "the party", None), ("Ms Berg left Oslo", "Oslo", "c1"))
    )
    assert vague is not None
    assert clear is not None
    assert vague.score < clear.score


@pytest.mark.parametrize(
    ("text", "arguments", "made"),
    [
        ("the day Norway beat Chile", [("patient", "the day", None), ("agent", "Norway", "c2"), ("patient", "Chile", "c3")], None),
        ("Ms Berg played and coached for Norway", [("agent", "Ms Berg", "c0"), ("purpose", "Norway", "c2")], None),
        (
            "Ms Berg received a medal for her work",
            [("agent", "Ms Berg", "c0"), ("patient", "a medal", None), ("purpose", "her work", None)],
            "Anna Berg receives a medal",
        ),
        ("Ms Berg left Oslo with her son", [("agent", "Ms Berg", "c0"), ("patient", "Oslo", "c1"), ("with", "her son", None)], "Anna Berg leaves Oslo"),
    ],
)  # fmt: skip
def test_what_does_not_belong_to_the_verb_stays_out(
    text: str, arguments: list[tuple[str, str, str | None]], made: str | None
) -> None:
    word = next(part for part in text.split() if part in ("beat", "played", "received", "left"))
    verb = {"beat": "beat", "played": "play", "received": "receive", "left": "leave"}[word]
    assert title(text, verb, word, *arguments) == made
