from __future__ import annotations

from generator.language.chunks import cut_sentences, pack_sentences


def test_neighbors_share_a_chunk_up_to_the_limit() -> None:
    sentences = [range(0, 3), range(3, 5), range(5, 9)]
    assert pack_sentences(sentences, [1] * 9, 5) == [[range(0, 3), range(3, 5)], [range(5, 9)]]


def test_a_long_sentence_is_cut() -> None:
    assert pack_sentences([range(0, 5)], [2] * 5, 4) == [[range(0, 2)], [range(2, 4)], [range(4, 5)]]


def test_a_word_over_the_limit_stands_alone() -> None:
    assert pack_sentences([range(0, 2)], [9, 1], 4) == [[range(0, 1)], [range(1, 2)]]


def test_nothing() -> None:
    assert pack_sentences([], [], 4) == []


def test_a_long_sentence_is_cut_behind_a_comma_where_one_fits() -> None:
    assert cut_sentences([range(0, 7)], [1] * 7, 4, {2}) == [range(0, 3), range(3, 7)]
    assert cut_sentences([range(0, 7)], [1] * 7, 4, {0, 4}) == [range(0, 1), range(1, 5), range(5, 7)]
    assert cut_sentences([range(0, 3), range(3, 9)], [1] * 9, 4, set()) == [range(0, 3), range(3, 7), range(7, 9)]
    assert cut_sentences([range(0, 4)], [1, 3, 2, 4], 4, {0, 1, 2}) == [range(0, 2), range(2, 3), range(3, 4)]
