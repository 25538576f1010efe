"""What changes in the training articles from epoch to epoch, so that names are learned from context and form, not by heart."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from generator.language.training.corpus import NamedArticle, NamedSentence
from generator.language.training.variation_case import vary_case
from generator.language.training.variation_people import Cast
from generator.language.training.variation_spans import INDEFINITE, NameSpan, NewName, article_names, rename

__all__ = ["vary_case", "vary_names"]

PEOPLE_SHARE = 0.38  # of the articles get other people
DETERMINERS = frozenset((*INDEFINITE, "the"))


def vary_names(article: NamedArticle, random: Random) -> NamedArticle:
    """The article as it is learned from in one epoch: at times with other names, titles and case.

    The number of words may change; `random` is the only source of chance.
    """
    if random.random() < PEOPLE_SHARE:
        article = _other_people(article, random)
    sentences = (replace(sentence, words=vary_case(sentence.words, random)) for sentence in article.sentences)
    return replace(article, sentences=tuple(sentences))


def _other_people(article: NamedArticle, random: Random) -> NamedArticle:
    cast = Cast(article_names(article, "PERSON"), random)

    def new_name(sentence: NamedSentence, span: NameSpan) -> NewName | None:
        return cast.new_name(span.text, _may_have_title(sentence, span)) if span.label == "PERSON" else None

    return replace(article, sentences=tuple(rename(sentence, new_name) for sentence in article.sentences))


def _may_have_title(sentence: NamedSentence, span: NameSpan) -> bool:
    """Whether nothing in front of a name is a title already, or an article or a possessor."""
    if span.start == 0:
        return True
    before = sentence.words[span.start - 1]
    return before.islower() and before.isalpha() and before not in DETERMINERS and sentence.spaces[span.start - 1]
