"""Sentences of different accounts that tell the same."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

import numpy as np
import pytest
import yaml

from generator.language.embedding import embed
from generator.model import Aligned, Article, Extraction, KnowledgeBase, Mention, Quote, Sentence, Span, Utterance
from generator.resolve import accounts_shared
from generator.resolve.accounts_lines import Lines, Rarity
from generator.resolve.accounts_pairs import ROOM, bounds
from generator.resolve.accounts_shared import find_alone, find_shared
from generator.resolve.accounts_tellings import Telling
from generator.resolve.utterances_words import overlap

GOLDEN = yaml.safe_load((Path(__file__).parent / "shared_pairs.yaml").read_text(encoding="utf-8"))
# Share of the pairs that tell the same that are found, with sentence embeddings and by the words alone; of the others none may be.
RECALL, RECALL_IN_WORDS = 0.8, 0.6


@cache
def vector(words: str) -> np.ndarray:
    return np.round(embed([words]), 3).astype("<f2")[0]


def extraction(key: str, sentences: list[str], names: list[str] = (), vectors: bool = False) -> Extraction:
    text = "\n".join(sentences)
    found, mentions, at = [], [], 0
    for number, words in enumerate(sentences):
        found.append(Sentence(f"s{number}", Span(at, at + len(words), words), number))
        for name in names:
            place = text.find(name, at, at + len(words))
            if place >= 0:
                span = Span(place, place + len(name), name)
                mentions.append(Mention(f"m{len(mentions)}", span, "person", "name", name, f"s{number}"))
        at += len(words) + 1
    raw = np.concatenate([vector(words) for words in sentences]).tobytes() if vectors else b""
    return Extraction(key, tuple(found), tuple(mentions), (), (), (), (), (), (), vectors=raw)


def base(*found: Extraction, utterances: tuple[Utterance, ...] = ()) -> KnowledgeBase:
    articles = {
        item.article: Article(
            item.article, f"{item.article}.txt", None, None, None, item.article, (), None, None, None, "en",
            "\n".join(sentence.span.text for sentence in item.sentences), (), "",
        )
        for item in found
    }  # fmt: skip
    return KnowledgeBase(articles, {item.article: item for item in found}, {}, {}, utterances, {}, {})


def shared(kb: KnowledgeBase) -> tuple[Aligned, ...]:
    tellings = [Telling(key, True, (), found.sentences) for key, found in sorted(kb.extractions.items())]
    return find_shared(kb, tellings)


def groups(found: tuple[Aligned, ...]) -> list[list[tuple[str, str]]]:
    return [[(cell.article, cell.sentence) for cell in group.cells] for group in found]


def judged(story: dict, vectors: bool) -> tuple[int, int, list[str]]:
    """How many pairs that tell the same are found, of how many, and the sentences of the other pairs that are."""
    pairs = [(pair, True) for pair in story["same"]] + [(pair, False) for pair in story["apart"]]
    hits, wrong = 0, []
    # The whole story is read at once, so that what it is full of is known; then each pair by itself.
    for pair, same in pairs:
        rest = [other for other, _ in pairs if other is not pair]
        left = extraction("left", [pair[0], *(one for one, _ in rest if one not in pair)], story["names"], vectors)
        right = extraction("right", [pair[1]], story["names"], vectors)
        together = any(
            ("left", "s0") in group and ("right", "s0") in group for group in groups(shared(base(left, right)))
        )
        hits += together and same
        wrong += [pair[1]] if together and not same else []
    return hits, len(story["same"]), wrong


@pytest.mark.parametrize("vectors", [False, True], ids=["words", "embeddings"])
def test_golden_pairs(vectors: bool) -> None:
    results = [judged(story, vectors) for story in GOLDEN]
    assert [wrong for _, _, wrong in results if wrong] == []
    recall = sum(hits for hits, _, _ in results) / sum(size for _, size, _ in results)
    assert recall >= (RECALL if vectors else RECALL_IN_WORDS)


SEA = "The lighthouse keeper saw two strange lights over the northern reef on Sunday."
SEA_TOLD = "Two strange lights over the northern reef were seen by the lighthouse keeper on Sunday."
LUNCH = "A new canteen with sixty seats opens in the harbor next month."


def test_the_rest_is_in_one_account_alone() -> None:
    kb = base(extraction("gazette", [SEA, LUNCH]), extraction("wire", ["Nobody else noticed anything.", SEA_TOLD]))
    assert groups(shared(kb)) == [[("gazette", "s0"), ("wire", "s1")]]


def test_cells_are_verbatim() -> None:
    kb = base(extraction("gazette", [LUNCH, SEA]), extraction("wire", [SEA_TOLD]))
    for cell in shared(kb)[0].cells:
        assert kb.articles[cell.article].text[cell.span.start : cell.span.end] == cell.span.text


def test_sentences_of_one_account_are_not_compared() -> None:
    assert shared(base(extraction("gazette", [SEA, SEA_TOLD]), extraction("wire", [LUNCH]))) == ()


def test_one_account_shares_nothing() -> None:
    assert shared(base(extraction("gazette", [SEA, SEA_TOLD]))) == ()


def test_a_denial_tells_not_the_same() -> None:
    denied = SEA.replace("saw", "never saw")
    assert shared(base(extraction("gazette", [SEA]), extraction("wire", [denied]))) == ()


def test_a_name_that_looks_like_a_negation_denies_nothing() -> None:
    one, other = (
        "Mr No praised the long friendship of the two fishing ports.",
        "The guest praised the long friendship of the two fishing ports.",
    )
    assert shared(base(extraction("gazette", [one]), extraction("wire", [other]))) == ()
    assert groups(shared(base(extraction("gazette", [one], ["No"]), extraction("wire", [other])))) == [
        [("gazette", "s0"), ("wire", "s0")]
    ]


def test_one_long_sentence_against_two() -> None:
    left = [
        "Divers raised the bronze bell of the wreck on Monday.",
        "A museum in the capital will show the bell from May.",
    ]
    right = ["Divers raised the bronze bell of the wreck on Monday, and a museum in the capital will show it from May."]
    found = groups(shared(base(extraction("gazette", left), extraction("wire", right))))
    assert found == [[("gazette", "s0"), ("gazette", "s1"), ("wire", "s0")]]


def test_wordings_of_one_utterance_tell_the_same() -> None:
    said, translated = (
        "“The reef shall stay closed,” she said.",
        "She vowed that visitors would find the northern waters locked.",
    )
    found = []
    for key, words in (("gazette", said), ("wire", translated)):
        item = extraction(key, [words])
        quote = Quote("q0", (Span(0, len(words), words),), (), None, None, None, "indirect", None, ("s0",))
        found.append(Extraction(key, item.sentences, (), (), (), (), (), (quote,), ()))
    utterance = Utterance("u0", (("gazette", "q0"), ("wire", "q0")), None)
    assert shared(base(*found)) == ()
    assert groups(shared(base(*found, utterances=(utterance,)))) == [[("gazette", "s0"), ("wire", "s0")]]


def test_three_accounts_make_one_group() -> None:
    kb = base(*(extraction(key, [LUNCH, words]) for key, words in (("a", SEA), ("b", SEA_TOLD), ("c", SEA))))
    assert groups(shared(kb)) == [[("a", "s0"), ("b", "s0"), ("c", "s0")], [("a", "s1"), ("b", "s1"), ("c", "s1")]]


NOUNS = ("harbor", "ferry", "pilot", "engine", "bridge", "captain", "storm", "deck", "anchor", "gull", "rope", "cabin")


def long_event(count: int, vectors: bool = False) -> KnowledgeBase:
    """So many accounts of ten sentences: half of them tell what others tell, half what nobody else does."""
    dice = random.Random(count)  # noqa: S311 (a text that is always the same, no secret)
    told = [" ".join(dice.choices(NOUNS, k=6)).capitalize() + "." for _ in range(5)]
    accounts = []
    for number in range(count):
        own = [
            " ".join((*dice.choices(NOUNS, k=2), *(f"w{dice.randrange(10**9)}" for _ in range(8)))).capitalize() + "."
            for _ in range(5)
        ]
        accounts.append(extraction(f"a{number:03}", [*told, *own], vectors=vectors))
    return base(*accounts)


def compared(kb: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> int:
    """How often two sentences of the event are compared word by word."""
    calls = []
    monkeypatch.setattr(accounts_shared, "overlap", lambda *given: calls.append(1) or overlap(*given))
    tellings = [Telling(key, True, (), found.sentences) for key, found in sorted(kb.extractions.items())]
    alone = find_alone(kb, tellings)
    assert all(ids == ("s5", "s6", "s7", "s8", "s9") for ids in alone.values())
    return len(calls)


def test_the_cost_of_an_event_grows_with_its_sentences(monkeypatch: pytest.MonkeyPatch) -> None:
    few, many = compared(long_event(10), monkeypatch), compared(long_event(40), monkeypatch)
    assert 0 < few <= 10 * 5
    assert many <= 40 * 5


@pytest.mark.parametrize("vectors", [False, True], ids=["words", "embeddings"])
def test_bounds_hold(vectors: bool) -> None:
    kb = long_event(4, vectors)
    kb = base(*kb.extractions.values(), extraction("names", [SEA, SEA_TOLD], ["lighthouse keeper", "Sunday"], vectors))
    lines = [line for key in sorted(kb.extractions) for line in Lines(kb).of(key)]
    rare, found = Rarity(lines), 0
    for block in bounds(lines, rare):
        most = accounts_shared._most(block)
        for left, right, shared, top in zip(block.left, block.right, block.shared, most, strict=True):
            one, other = lines[left], lines[right]
            assert one.article != other.article
            assert shared == len(one.words.content & other.words.content)
            told = accounts_shared.blend(one, other, overlap(one.words, other.words, rare), rare)
            assert told <= top + ROOM
            found += 1
    assert found == sum(
        one.article < other.article and bool(one.words.content & other.words.content)
        for one in lines
        for other in lines
    )
