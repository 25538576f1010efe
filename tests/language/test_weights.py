"""The shipped weights, and what they were trained to read."""

from __future__ import annotations

import json

from generator.language.encoder import WEIGHTS, load_encoder, pieces_of, score_chunk
from generator.language.features import FEATURES, feature_vectors, hash_lists
from generator.language.lexicons import load_lexicons

DESCRIBED = json.loads((WEIGHTS / "english.json").read_text(encoding="utf-8"))


def test_the_lists_are_those_that_the_weights_were_trained_with() -> None:
    assert hash_lists(load_lexicons()) == DESCRIBED["lists"], "train again, or take the lists back"


def test_the_features_are_those_that_the_weights_were_trained_with() -> None:
    assert tuple(DESCRIBED["features"][: len(FEATURES)]) == FEATURES
    assert all(name.startswith("from=") for name in DESCRIBED["features"][len(FEATURES) :])


def test_a_word_counts_among_all_of_a_chunk() -> None:
    encoder = load_encoder()
    words = ["Mara", "Fenwick", "praised", "Oslo", "."]
    vectors = feature_vectors([words], encoder.features, load_lexicons())
    scores = score_chunk(encoder, [pieces_of(word, encoder.vocabulary) for word in words], vectors)
    assert scores.names.shape == (5, len(encoder.name_labels))
    assert scores.tags.shape == (5, len(encoder.tags))
    assert scores.arcs.shape == (5, 6)
    assert scores.dependents.shape[:2] == (5, len(encoder.relations))
    assert scores.heads.shape == (6, scores.dependents.shape[2])


def test_typographic_marks_are_read_as_plain_ones() -> None:
    vocabulary = load_encoder().vocabulary
    assert pieces_of("n’t", vocabulary) == pieces_of("n't", vocabulary)
    assert pieces_of("“", vocabulary) == pieces_of('"', vocabulary)
