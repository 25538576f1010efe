"""What is learned from, and in which order: corpora, and batches of names and of trees mixed evenly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from generator.language.training.corpus import NamedArticle, ParsedArticle, read_names, read_trees
from generator.language.training.examples import Example, Reader
from generator.language.training.options import Options, Schedule
from generator.language.training.variation import vary_case, vary_names

LENGTH_NOISE = 12  # pieces: chunks of about one length share a batch, not always the same ones

Batches = list[list[Example]]


@dataclass(frozen=True, slots=True)
class Corpora:
    """All that is read from disk, once."""

    gold: list[NamedArticle]
    silver: list[NamedArticle]
    trees: list[ParsedArticle]


def read_corpora(options: Options) -> Corpora:
    """The corpora named in the options. Raises FileNotFoundError for a missing file."""
    names = [article for name in options.gold for article in read_names(options.data / "ner" / f"{name}.iob2")]
    trees = [article for name in options.trees for article in read_trees(options.data / "syntax" / f"{name}.spacy")]
    silver: list[NamedArticle] = []
    if options.schedule.silver_share:
        silver = [article for name in options.silver for article in read_names(options.data / "ner" / f"{name}.iob2")]
    return Corpora(names, silver, trees)


def count_words(articles: Sequence[NamedArticle] | Sequence[ParsedArticle]) -> int:
    """The words of all sentences."""
    return sum(len(sentence.words) for article in articles for sentence in article.sentences)


def plan_batches(corpora: Corpora, reader: Reader, options: Options) -> Batches:
    """All batches of the run in their order: trees and names mixed evenly, silver names in the first half only."""
    random = Random(options.seed)
    schedule = options.schedule
    named = {sentence.words: sentence.labels for article in corpora.gold for sentence in article.sentences}
    names: Batches = []
    trees: Batches = []
    for _ in range(schedule.name_epochs):
        varied = [vary_names(article, random) for article in corpora.gold]
        examples = [example for article in varied for example in reader.read_names(article, random)]
        names += _cut(examples, schedule, random)
    for _ in range(schedule.tree_epochs):
        recased = [_recase(article, random) for article in corpora.trees]
        examples = [example for article in recased for example in reader.read_trees(article, named, random)]
        trees += _cut(examples, schedule, random)
    chosen = random.sample(corpora.silver, round(schedule.silver_share * len(corpora.silver)))
    silver = [example for article in chosen for example in reader.read_names(vary_names(article, random), random)]
    half = len(names) // 2
    return mix(mix(_cut(silver, schedule, random), names[:half]) + names[half:], trees)


def _recase(article: ParsedArticle, random: Random) -> ParsedArticle:
    sentences = (replace(sentence, words=vary_case(sentence.words, random)) for sentence in article.sentences)
    return replace(article, sentences=tuple(sentences))


def _cut(examples: list[Example], schedule: Schedule, random: Random) -> Batches:
    """Batches of chunks of about one length, in random order."""
    ordered = sorted(examples, key=lambda example: len(example.ids) + random.random() * LENGTH_NOISE)
    batches: Batches = []
    longest = 0
    for example in ordered:
        longest = max(longest, len(example.ids))
        if not batches or longest * (len(batches[-1]) + 1) > schedule.batch_pieces:
            batches.append([])
            longest = len(example.ids)
        batches[-1].append(example)
    random.shuffle(batches)
    return batches


def mix(left: Batches, right: Batches) -> Batches:
    """Both lists in their own order, each spread evenly over the whole."""
    placed = [((number + 0.5) / len(left), 0, batch) for number, batch in enumerate(left)]
    placed += [((number + 0.5) / len(right), 1, batch) for number, batch in enumerate(right)]
    return [batch for _, _, batch in sorted(placed, key=lambda item: item[:2])]
