from __future__ import annotations

import pytest

from generator.language.encoder import WEIGHTS
from generator.language.wordpiece import UNKNOWN, load_vocabulary, word_pieces

VOCABULARY = load_vocabulary(WEIGHTS / "vocab.txt")
PIECES = {number: piece for piece, number in VOCABULARY.items()}


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        ("The", "the"),
        ("unaffable", "una ##ffa ##ble"),
        ("café", "cafe"),
        ("U.S.", "u . s ."),
        ("don't", "don ' t"),
        ("“", "“"),
        ("東京", "東 京"),
        ("a\u200bb", "ab"),
        ("1,000", "1 , 000"),
        ("$5", "$ 5"),
    ],
)
def test_pieces(word: str, pieces: str) -> None:
    assert " ".join(PIECES[piece] for piece in word_pieces(word, VOCABULARY)) == pieces


def test_control_characters_have_no_pieces() -> None:
    assert word_pieces("\x00\u200b", VOCABULARY) == []


def test_a_run_of_over_a_hundred_letters_is_unknown() -> None:
    assert word_pieces("x" * 101, VOCABULARY) == [UNKNOWN]


def test_a_character_outside_the_vocabulary_is_unknown() -> None:
    assert word_pieces("\U00012000", VOCABULARY) == [UNKNOWN]
