"""Neighboring sentences of one article, packed into chunks for the encoder.

Quantized sums depend on what else is in the call, so a chunk never holds words of two articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

Chunk = list[range]  # ranges of word numbers, one for each sentence or part of a sentence


def pack_sentences(sentences: Sequence[range], pieces: Sequence[int], limit: int) -> list[Chunk]:
    """Chunks of whole sentences with at most `limit` pieces; a longer sentence is cut.

    sentences: consecutive ranges of word numbers; pieces: the number of pieces of each word."""
    chunks: list[Chunk] = []
    filled = limit + 1
    for sentence in sentences:
        for part in _parts(sentence, pieces, limit):
            size = sum(pieces[word] for word in part)
            if filled + size > limit:
                chunks.append([])
                filled = 0
            chunks[-1].append(part)
            filled += size
    return chunks


def _parts(sentence: range, pieces: Sequence[int], limit: int) -> Iterator[range]:
    start, size = sentence.start, 0
    for word in sentence:
        if size + pieces[word] > limit and word > start:
            yield range(start, word)
            start, size = word, 0
        size += pieces[word]
    if start < sentence.stop:
        yield range(start, sentence.stop)
