"""Wordings of one utterance."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import yaml

from generator.model import Article, Chain, Extraction, Mention, Quote, Role, Sentence, Span, Utterance
from generator.resolve.utterances import resolve_utterances
from generator.resolve.utterances_pairs import MAX_CANDIDATES, candidates
from generator.resolve.utterances_words import Wording, forms_of

Said = tuple[str, str | None]


GOLDEN = yaml.safe_load((Path(__file__).parent / "utterances.yaml").read_text(encoding="utf-8"))
# Share of the pairs of one utterance that are found; of two utterances none may be joined.
RECALL = 0.9


def article(key: str, copy_of: str | None = None, published: str | None = None) -> Article:
    return Article(
        key, f"{key}.txt", None, None, None, None, (), published, None, None, "en", "", (), "", copy_of=copy_of
    )


def extraction(
    key: str, said: list[Said], vectors: list[list[float]] | None = None, kind: str = "direct"
) -> Extraction:
    """One sentence and one quote for each (words, speaker)."""
    sentences, quotes, at = [], [], 0
    for number, (words, speaker) in enumerate(said):
        span = Span(at, at + len(words), words)
        at += len(words) + 1
        sentences.append(Sentence(f"s{number}", span, number))
        quoted = () if kind == "indirect" else (span,)
        quotes.append(Quote(f"q{number}", (span,), quoted, None, speaker, None, kind, None, (f"s{number}",)))
    rows = np.array(vectors or [], dtype="<f2").tobytes()
    return Extraction(key, tuple(sentences), (), (), (), (), (), tuple(quotes), (), vectors=rows)


def resolve(*found: Extraction, copies: dict[str, str] | None = None) -> tuple[Utterance, ...]:
    articles = {item.article: article(item.article, (copies or {}).get(item.article)) for item in found}
    entity_of = {
        (item.article, quote.speaker): quote.speaker for item in found for quote in item.quotes if quote.speaker
    }
    return resolve_utterances(articles, {item.article: item for item in found}, entity_of)


def wordings(found: tuple[Utterance, ...]) -> list[tuple[tuple[str, str], ...]]:
    return sorted(item.quotes for item in found)


BRIDGE = "The northern bridge will reopen before winter, with two lanes for buses and bicycles."
BRIDGE_TRANSLATED = "The north bridge reopens before the winter, with two lanes for bicycles and for buses."
BRIDGE_CUT = "two lanes for buses and bicycles"
FERRY = "The ferry company owes its passengers an apology and a refund."


def test_same_words_in_two_articles_are_one() -> None:
    found = resolve(extraction("a", [(BRIDGE, "brom")]), extraction("b", [(BRIDGE, "brom")]))
    assert wordings(found) == [(("a", "q0"), ("b", "q0"))]
    assert found[0].speaker == "brom"
    assert found[0].reasons == ("the same words",)


def test_translations_are_one() -> None:
    found = resolve(extraction("a", [(BRIDGE, "brom")]), extraction("b", [(BRIDGE_TRANSLATED, "brom")]))
    assert len(found) == 1
    assert "content words are the same" in found[0].reasons[0]


def test_a_cut_form_lies_inside_and_the_fullest_comes_first() -> None:
    found = resolve(extraction("a", [(BRIDGE_CUT, "brom")]), extraction("b", [(BRIDGE, "brom")]))
    assert wordings(found) == [(("b", "q0"), ("a", "q0"))]
    assert found[0].id == "b-q0"
    assert found[0].reasons == ("one wording lies inside the other",)


def test_two_parts_of_one_long_quote_join_it() -> None:
    parts = [("The northern bridge will reopen before winter", "brom"), (BRIDGE_CUT, "brom")]
    found = resolve(extraction("a", [(BRIDGE, "brom")]), extraction("b", parts))
    assert wordings(found) == [(("a", "q0"), ("b", "q0"), ("b", "q1"))]


def test_other_words_stay_apart() -> None:
    found = resolve(extraction("a", [(BRIDGE, "brom")]), extraction("b", [(FERRY, "brom")]))
    assert wordings(found) == [(("a", "q0"),), (("b", "q0"),)]
    assert all(not item.reasons for item in found)


def test_two_speakers_never_share_an_utterance() -> None:
    found = resolve(extraction("a", [(BRIDGE, "brom")]), extraction("b", [(BRIDGE, "weil")]))
    assert len(found) == 2


def test_two_speakers_do_not_meet_through_an_unknown_one() -> None:
    found = resolve(
        extraction("a", [(BRIDGE, "brom")]), extraction("b", [(BRIDGE, None)]), extraction("c", [(BRIDGE, "weil")])
    )
    assert len(found) == 2
    assert {item.speaker for item in found} == {"brom", "weil"}


def test_an_unknown_speaker_takes_the_known_one() -> None:
    found = resolve(extraction("a", [(BRIDGE, None)]), extraction("b", [(BRIDGE, "brom")]))
    assert [item.speaker for item in found] == ["brom"]
    assert "the speaker is named with one of the wordings, and not with all" in found[0].reasons


def test_a_few_common_words_are_no_utterance() -> None:
    found = resolve(
        extraction("a", [("very good news", "brom")]), extraction("b", [("good news for the town", "brom")])
    )
    assert len(found) == 2


def test_single_words_are_not_joined() -> None:
    found = resolve(extraction("a", [("historic", "brom")]), extraction("b", [("historic", "brom")]))
    assert len(found) == 2


def test_repeated_in_one_article() -> None:
    found = resolve(extraction("a", [(BRIDGE, "brom"), (BRIDGE_CUT, "brom")]))
    assert wordings(found) == [(("a", "q0"), ("a", "q1"))]


def test_copies_add_no_wordings() -> None:
    found = resolve(extraction("a", [(BRIDGE, "brom")]), extraction("b", [(BRIDGE, "brom")]), copies={"b": "a"})
    assert wordings(found) == [(("a", "q0"),)]


def test_by_meaning_only_with_the_same_known_speaker() -> None:
    one = "We plan a fresh vote on the harbour levy in early autumn"
    other = "A new ballot about the harbour levy will come in autumn, as planned by us"
    near = [[1.0, 0.0]]
    same = resolve(extraction("a", [(one, "brom")], near), extraction("b", [(other, "brom")], near))
    far = resolve(extraction("a", [(one, "brom")], near), extraction("b", [(other, "brom")], [[0.0, 1.0]]))
    unknown = resolve(extraction("a", [(one, "brom")], near), extraction("b", [(other, None)], near))
    assert [len(same), len(far), len(unknown)] == [1, 2, 2]
    assert "mean nearly the same" in same[0].reasons[0]


def test_the_order_of_articles_changes_nothing() -> None:
    found = [extraction(key, [(BRIDGE, "brom"), (FERRY, "weil"), (BRIDGE_CUT, None)]) for key in "abcdef"]
    expected = resolve(*found)
    assert resolve(*reversed(found)) == expected


def test_every_quote_is_in_exactly_one_utterance() -> None:
    found = [extraction(key, [(BRIDGE, "brom"), (FERRY, "weil"), (BRIDGE_TRANSLATED, None)]) for key in "abc"]
    keys = [key for item in resolve(*found) for key in item.quotes]
    assert sorted(keys) == sorted((item.article, quote.id) for item in found for quote in item.quotes)


def test_reports_of_unknown_speakers_need_nearly_all_words() -> None:
    one = [("one worker was treated for injuries that do not threaten life", None)]
    other = [("the boy was treated for injuries that do not threaten his young life", None)]
    more = [("later in the day one worker was treated for injuries that do not threaten life", None)]
    apart = resolve(extraction("a", one, kind="indirect"), extraction("b", other, kind="indirect"))
    joined = resolve(extraction("a", one, kind="indirect"), extraction("b", more, kind="indirect"))
    assert [len(apart), len(joined)] == [2, 1]


def test_a_short_phrase_does_not_tie_two_long_quotes() -> None:
    phrase = [("away with the harbour levy", "brom")]
    one = [("Whoever fishes here should vote on Sunday: away with the harbour levy and its clerks", "brom")]
    other = [("My grandfather paid it, my father paid it, and I say away with the harbour levy for ever", "brom")]
    found = resolve(extraction("a", one), extraction("b", phrase), extraction("c", other))
    assert len(found) == 2


def test_words_inside_a_report_of_the_same_article_are_no_second_wording() -> None:
    words = "witnesses heard that the ferry struck the northern pier in thick fog"
    outer = Span(0, len(words), words)
    inner = Span(21, len(words), words[21:])
    sentence = Sentence("s0", outer, 0)
    quotes = tuple(
        Quote(f"q{number}", (span,), (), None, "brom", None, "indirect", None, ("s0",))
        for number, span in enumerate((outer, inner))
    )
    assert len(resolve(Extraction("a", (sentence,), (), (), (), (), (), quotes, ()))) == 2


def test_a_word_of_a_quote_in_the_headline_belongs_to_it() -> None:
    found = resolve(extraction("a", [("reckless", "brom"), ("The levy is a reckless gamble with our ferries", "brom")]))
    assert wordings(found) == [(("a", "q1"), ("a", "q0"))]
    assert (
        len(resolve(extraction("a", [("reckless", "brom")]), extraction("b", [(f"a reckless {FERRY}", "brom")]))) == 2
    )


def test_who_speaks_for_a_body_shares_its_words() -> None:
    spoken = extraction("a", [(BRIDGE, "brom")])
    role = Role("brom", Span(0, 9, "spokesman"), "s0", "harbor-board")
    said = replace(spoken, roles=(role,))
    entity_of = {("a", "brom"): "brom", ("a", "harbor-board"): "board", ("b", "board"): "board"}
    other = extraction("b", [(BRIDGE, "board")])
    articles = {key: article(key) for key in "ab"}
    found = resolve_utterances(articles, {"a": said, "b": other}, entity_of)
    assert [item.speaker for item in found] == ["brom"]
    assert len(resolve_utterances(articles, {"a": spoken, "b": other}, entity_of)) == 2


def test_a_chain_of_days_does_not_join_what_was_said_a_month_apart() -> None:
    words = [("We have read the report on the pier", "brom")]
    found = {key: extraction(key, words) for key in "abc"}
    days = ("2024-03-01", "2024-03-12", "2024-03-23")
    articles = {key: article(key, published=day) for key, day in zip("abc", days, strict=True)}
    entity_of = {(key, "brom"): "brom" for key in "abc"}
    assert len(resolve_utterances(articles, found, entity_of)) == 2


def test_many_quotes_of_common_words_make_few_candidates() -> None:
    common = ["harbor", "levy", "ferry", "council", "budget", "winter", "bridge", "school", "market", "tower"]
    said = [
        (" ".join(common[(number * step) % 10] for step in (1, 3, 7)) + f" word{number} term{number}", "brom")
        for number in range(400)
    ]
    wordings_ = [item for key in range(4) for item in _wordings_of(str(key), said[key * 100 : key * 100 + 100])]
    assert len(candidates(wordings_, frozenset())) < 400 * MAX_CANDIDATES / 2


def test_a_short_cut_of_a_long_quote_is_a_candidate() -> None:
    long = " ".join(f"strange{number}" for number in range(60)) + " plain ordinary words"
    found = [*_wordings_of("a", [(long, "brom")]), *_wordings_of("b", [("plain ordinary words", "brom")])]
    assert candidates(found, frozenset()) == [(0, 1)]


def _wordings_of(key: str, said: list[Said]) -> list[Wording]:
    found = extraction(key, said)
    return [
        Wording(
            (key, quote.id), quote.spans[0].start, quote.spans[0].end, quote.speaker, None, frozenset(),
            forms_of(found, quote), True, None, None,
        )
        for quote in found.quotes
    ]  # fmt: skip


def quoted_parts(span: Span, kind: str) -> tuple[Span, ...]:
    """The words in double quotation marks; all of a direct quote."""
    if kind == "indirect":
        return ()
    parts = span.text.split('"')
    if kind == "direct" or len(parts) < 3:
        return (span,)
    start = len(parts[0]) + 1
    return (Span(start, start + len(parts[1]), parts[1]),)


def golden_article(key: str, words: str, speaker: str, kind: str, names: list[str], relay: str) -> Extraction:
    words = " ".join(words.split())
    span = Span(0, len(words), words)
    mentions = tuple(
        Mention(f"m{name}", Span(words.index(name), words.index(name) + len(name), name), "person", "name", "n", "s0")
        for name in names
        if name in words
    )
    quote = Quote(
        "q0", (span,), quoted_parts(span, kind), None, speaker if speaker != "-" else None, None, kind,
        relay if relay != "-" else None, ("s0",),
    )  # fmt: skip
    chains = tuple(Chain(name, "person", name, ()) for name in {speaker, relay} - {"-"})
    return Extraction(key, (Sentence("s0", span, 0),), mentions, chains, (), (), (), (quote,), ())


def joined(row: list[str] | dict) -> bool:
    """Whether the two wordings of a golden row become one utterance."""
    row = {"left": row[0], "right": row[1]} if isinstance(row, list) else row
    by, kinds = row.get("by", ["brom", "brom"]), row.get("kinds", ["direct", "direct"])
    days, relays = row.get("days", ["2024-03-01", "2024-03-01"]), row.get("relays", ["-", "-"])
    found = {
        key: golden_article(key, row[side], by[at], kinds[at], row.get("names", []), relays[at])
        for at, (key, side) in enumerate((("a", "left"), ("b", "right")))
    }
    entity_of = {(key, chain.id): chain.id for key, item in found.items() for chain in item.chains}
    articles = {key: article(key, published=str(days[at])) for at, key in enumerate(found)}
    return len(resolve_utterances(articles, found, entity_of)) == 1


@pytest.mark.parametrize("row", GOLDEN["different"], ids=str)
def test_golden_pairs_of_two_utterances_stay_apart(row: list[str] | dict) -> None:
    assert not joined(row)


def test_golden_pairs_of_one_utterance_are_found() -> None:
    rows = [row for topic, rows in GOLDEN.items() if topic != "different" for row in rows]
    missed = [row for row in rows if not joined(row)]
    assert len(missed) <= (1 - RECALL) * len(rows), missed


def test_plain_words_repeated_word_for_word_are_one() -> None:
    found = resolve(
        extraction("a", [("They were not on any list", "brom")]),
        extraction("b", [("They were not on any list,", "brom")]),
    )
    assert wordings(found) == [(("a", "q0"), ("b", "q0"))]


def test_plain_words_of_two_speakers_stay_two() -> None:
    found = resolve(
        extraction("a", [("They were not on any list", "brom")]),
        extraction("b", [("They were not on any list", "ada")]),
    )
    assert len(found) == 2


def test_a_repeated_sentence_without_a_speaker_is_filled() -> None:
    words = "Nobody asked us whether we can do without a harbor"
    found = resolve(extraction("a", [(words, "brom")]), extraction("b", [(words, None)]))
    assert [(item.quotes, item.speaker) for item in found] == [((("a", "q0"), ("b", "q0")), "brom")]


def test_a_short_repeated_phrase_without_a_speaker_stays_alone() -> None:
    found = resolve(extraction("a", [("We are on the list", "brom")]), extraction("b", [("We are on the list", None)]))
    assert len(found) == 2
