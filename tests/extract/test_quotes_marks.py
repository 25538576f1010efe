"""Where quotation marks open and close."""

from __future__ import annotations

import itertools
import time
from importlib.resources import files

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.quotes_lexicon import load_words
from generator.extract.quotes_marks import MARKS, find_quotations


def contents(text: str) -> list[str]:
    return [text[item.start : item.end] for item in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “we go” and left.", ["we go"]),
        ('She said "we go" and "you stay".', ["we go", "you stay"]),
        ("«We go», she said; »you stay«, he said; „they wait“.", ["We go", "you stay", "they wait"]),
        ("‘We won’t go,’ she said. ‘It’s the players’ bus.’", ["We won’t go,", "It’s the players’ bus."]),
        ("'We don't go,' she said of the '90s.", ["We don't go,"]),
        ("The players' bus isn't the town's, said O'Hara in '98.", []),
        ("Rock 'n' roll, 'til the end.", []),
        ("“He said ‘no’ and “left”", ["left"]),
        ('He was 6\'2" tall and said "hello there".', ["hello there"]),
        ('A “mixed pair" and a "mixed pair”.', ["mixed pair", "mixed pair"]),
        ('"I heard: “go away.” So I went," she said.', ["I heard: “go away.” So I went,"]),
        ("''We go,'' she said. ``You stay,'' he said.", ["We go,", "You stay,"]),
        ('She said " we go " and left.', ["we go"]),
        ("She said “we go and left.", ["we go and left."]),
        ("“”", []),
        ("", []),
    ],
)
def test_contents(text: str, expected: list[str]) -> None:
    assert contents(text) == expected


def test_outer_offsets_hold_the_marks() -> None:
    text = "A “b c” d ''e f'' g"
    assert [text[item.outer_start : item.outer_end] for item in find_quotations(text)] == ["“b c”", "''e f''"]


def test_goes_on_in_the_next_paragraph() -> None:
    first, second, third = find_quotations("“One goes on.\n“Two ends.”\n“Three.”")
    assert (first.closed, first.continues) == (False, False)
    assert (second.closed, second.continues) == (True, True)
    assert (third.closed, third.continues) == (True, False)


def test_ends_with_its_paragraph_when_nothing_continues_it() -> None:
    text = "“One is not closed.\nPlain words here.\n“Two.”"
    first, second = find_quotations(text)
    assert text[first.start : first.end] == "One is not closed."
    assert not second.continues


@given(st.text(alphabet="ab ns.,\n" + "".join(sorted(MARKS)), max_size=60))
def test_quotations_are_in_order_inside_their_paragraph_and_apart(text: str) -> None:
    found = find_quotations(text)
    for item in found:
        assert item.outer_start < item.start < item.end <= item.outer_end <= len(text)
        assert "\n" not in text[item.outer_start : item.outer_end]
    assert all(left.outer_end <= right.outer_start for left, right in itertools.pairwise(found))


@pytest.mark.parametrize("unit", ["“a ", "'a ", '"', "‘s’ ", "’ '", "\n“a"])
def test_cost_is_linear(unit: str) -> None:
    def seconds(times: int) -> float:
        found = []
        for _ in range(3):
            start = time.perf_counter()
            find_quotations(unit * times)
            found.append(time.perf_counter() - start)
        return min(found)

    assert seconds(8_000) < 50 * max(seconds(800), 0.001)


def test_each_reporting_verb_stands_in_one_class() -> None:
    lexicon = files("generator.extract").joinpath("lexicons/quotes_cues.yaml")
    lemmas = [lemma for group in yaml.safe_load(lexicon.read_text("utf-8"))["verbs"].values() for lemma in group]
    assert sorted(set(lemmas)) == sorted(lemmas)
    assert load_words().verbs["say"] == "neutral"
    assert not load_words().signs & load_words().documents
