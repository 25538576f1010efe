from __future__ import annotations

import pytest

from generator.language.training.corpus import read_names, read_trees
from tests.training.toy_corpus import Row, read_toy, write_toy

SENTENCES = [sentence for article in read_toy() for sentence in article]


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda rows: rows[0][0])
def test_every_tree_has_one_root_and_no_circle(sentence: list[Row]) -> None:
    heads = [row[3] for row in sentence]
    assert [row[4] for row in sentence if row[3] == 0] == ["ROOT"]
    for place in range(1, len(heads) + 1):
        seen = set()
        while place:
            assert place not in seen
            seen.add(place)
            place = heads[place - 1]


def test_a_name_begins_with_its_first_word() -> None:
    for sentence in SENTENCES:
        before = "O"
        for _, label, *_ in sentence:
            assert not label.startswith("I-") or before[2:] == label[2:]
            before = label


def test_training_reads_the_files_as_they_were_meant(tmp_path) -> None:
    data = write_toy(tmp_path)
    articles = read_toy()
    [parsed] = read_trees(data / "syntax" / "syn_clear_pudnews.spacy")
    assert [sentence.words for sentence in parsed.sentences] == [
        tuple(row[0] for row in sentence) for sentence in articles[-1]
    ]
    first, rows = parsed.sentences[0], articles[-1][0]
    assert first.relations == tuple(row[4] for row in rows)
    assert first.heads == tuple(row[3] - 1 if row[3] else place for place, row in enumerate(rows))
    [named] = read_names(data / "ner" / "gum.iob2")
    assert named.corpus == "gum"
    assert named.sentences[1].labels == tuple(row[1] for row in articles[0][1])
    assert named.sentences[1].spaces == tuple(row[5] for row in articles[0][1])
