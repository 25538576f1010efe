"""Neighboring sentences of one article, packed into chunks for the encoder.

Quantized sums depend on what else is in the call, so a chunk never holds words of two articles."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

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


def cut_sentences(sentences: Sequence[range], pieces: Sequence[int], limit: int, breaks: Container[int]) -> list[range]:
    """The sentences, those with more than `limit` pieces cut: behind the last of the words `breaks` (commas) that fits, so
    that no name is torn; where none fits, behind the last word that does."""
    return [part for sentence in sentences for part in _parts(sentence, pieces, limit, breaks)]


def _parts(sentence: range, pieces: Sequence[int], limit: int, breaks: Container[int] = ()) -> Iterator[range]:
    start, size, cut = sentence.start, 0, sentence.start
    for word in sentence:
        while size + pieces[word] > limit and word > start:
            stop = cut if cut > start else word
            yield range(start, stop)
            start, size = stop, sum(pieces[stop:word])
        size += pieces[word]
        cut = word + 1 if word in breaks else cut
    if start < sentence.stop:
        yield range(start, sentence.stop)
