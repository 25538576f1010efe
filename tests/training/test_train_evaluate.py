"""The figures of the shipped weights on the toy corpus: what is counted, and that it is counted the same twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.language.evaluate import WAYS, evaluate, sum_names
from generator.language.score_names import LABELS
from generator.language.score_syntax import COLUMNS, RELATIONS
from tests.training.toy_corpus import read_toy, write_toy

MEASURED = [row for sentence in read_toy()[-1] for row in sentence]


@pytest.fixture(scope="module")
def data(tmp_path_factory) -> Path:
    return write_toy(tmp_path_factory.mktemp("toy") / "data")


def test_every_gold_name_and_word_is_counted_once(data) -> None:
    figures = evaluate(data)
    [names], [syntax] = figures.names, figures.syntax
    gold = {label: sum(row[1] == f"B-{label}" for row in MEASURED) for label in LABELS}
    assert (names.corpus, names.articles, names.words) == ("test_men", 1, len(MEASURED))
    for way in WAYS:
        assert {label: counts.gold for label, counts in names.counts[way].items()} == gold
        assert sum_names([names], way, LABELS).recall > 30
    assert tuple(syntax.counts) == (*COLUMNS, *RELATIONS)
    assert (syntax.words, syntax.counts["sentences"].gold) == (len(MEASURED), len(read_toy()[-1]))
    assert syntax.counts["UAS"].gold == sum(row[4] != "punct" for row in MEASURED)
    assert syntax.counts["nsubj"].gold == sum(row[4] == "nsubj" for row in MEASURED)
    assert syntax.counts["tags"].f_score > 80
    assert syntax.counts["LAS"].f_score > 60
    assert syntax.counts["LAS"].right <= syntax.counts["UAS"].right


def test_measured_twice_it_is_the_same(data) -> None:
    assert evaluate(data) == evaluate(data)
