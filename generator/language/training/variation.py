"""What changes in the training articles from epoch to epoch, so that names are learned from context and form, not by heart.

Names are exchanged for names of the same sort, the same one throughout an article; titles, datelines, quotation marks
and headlines come and go. Labels stay on the words they belong to.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from generator.language.training.corpus import NamedArticle, NamedSentence
from generator.language.training.variation_case import headline_case, vary_case
from generator.language.training.variation_openings import in_quotes, with_dateline
from generator.language.training.variation_organizations import names_with_acronyms, new_organizations
from generator.language.training.variation_people import Cast
from generator.language.training.variation_places import new_people, new_place
from generator.language.training.variation_spans import INDEFINITE, NameSpan, NewName, article_names, rename

__all__ = ["vary_case", "vary_names"]

# Shares of the articles that get other names of a type, each drawn for itself, and of the distinct names in them.
PEOPLE_SHARE = 0.38  # all people of an article or none
ORGANIZATIONS_SHARE = 0.38
ORGANIZATION_SHARE = 0.5
PLACES_SHARE = 0.2
PLACE_SHARE = 0.4
DATELINE_SHARE = 0.08  # of the articles
QUOTES_SHARE = 0.02  # of the sentences
BARE_SHARE = 0.08  # of the articles: the first sentence without its full stop, as some headlines are
HEADLINE_SHARE = 0.5  # of these: also in the case of headlines
FEWEST_WORDS = 5  # of a sentence that gets a dateline or quotation marks

DEFINITE = "the"
DETERMINERS = frozenset((*INDEFINITE, DEFINITE))


def vary_names(article: NamedArticle, random: Random) -> NamedArticle:
    """The article as it is learned from in one epoch: at times with other names, titles, case, datelines and quotes.

    The number of words may change; `random` is the only source of chance.
    """
    article = _with_other_names(article, random)
    sentences = [_quoted(sentence, random) for sentence in article.sentences]
    if sentences:
        sentences[0] = _opening(sentences[0], random)
    sentences = [replace(sentence, words=vary_case(sentence.words, random)) for sentence in sentences]
    return replace(article, sentences=tuple(sentences))


def _with_other_names(article: NamedArticle, random: Random) -> NamedArticle:
    names = {label: article_names(article, label) for label in ("PERSON", "ORG", "LOC", "NORP")}
    cast = Cast(names["PERSON"] if random.random() < PEOPLE_SHARE else [], random)
    new: dict[tuple[str, str], str] = {}
    if random.random() < ORGANIZATIONS_SHARE:
        kept = names_with_acronyms(article)
        organizations = new_organizations(names["ORG"], kept, ORGANIZATION_SHARE, random)
        new |= {("ORG", name): text for name, text in organizations.items()}
    if random.random() < PLACES_SHARE:
        new |= _new_places(names["LOC"], names["NORP"], random)

    def new_name(sentence: NamedSentence, span: NameSpan) -> NewName | None:
        if span.label == "PERSON":
            return cast.new_name(span.text, _may_have_title(sentence, span))
        if span.label == "LOC" and _word_before(sentence, span) == DEFINITE:
            return None  # "the Netherlands", "the Sahara": most other places have no article
        text = new.get((span.label, span.text))
        return NewName(text) if text else None

    return replace(article, sentences=tuple(rename(sentence, new_name) for sentence in article.sentences))


def _new_places(places: list[str], peoples: list[str], random: Random) -> dict[tuple[str, str], str]:
    new = {("LOC", name): new_place(name, random) for name in places if random.random() < PLACE_SHARE}
    new |= {("NORP", name): new_people(name, random) for name in peoples if random.random() < PLACE_SHARE}
    return {key: text for key, text in new.items() if text}


def _may_have_title(sentence: NamedSentence, span: NameSpan) -> bool:
    """Whether nothing in front of a name is a title already, or an article or a possessor."""
    before = _word_before(sentence, span)
    if not before:
        return True
    return before.islower() and before.isalpha() and before not in DETERMINERS and sentence.spaces[span.start - 1]


def _word_before(sentence: NamedSentence, span: NameSpan) -> str:
    return sentence.words[span.start - 1] if span.start else ""


def _quoted(sentence: NamedSentence, random: Random) -> NamedSentence:
    is_drawn = random.random() < QUOTES_SHARE
    return in_quotes(sentence, random) if is_drawn and len(sentence.words) >= FEWEST_WORDS else sentence


def _opening(sentence: NamedSentence, random: Random) -> NamedSentence:
    """The first sentence of an article, at times after a dateline, at times without its full stop."""
    chance = random.random()
    if len(sentence.words) < FEWEST_WORDS:
        return sentence
    if chance < DATELINE_SHARE:
        return with_dateline(sentence, random)
    if chance < DATELINE_SHARE + BARE_SHARE and sentence.words[-1] == "." and sentence.labels[-1] == "O":
        words = sentence.words[:-1]
        words = headline_case(words) if random.random() < HEADLINE_SHARE else words
        return NamedSentence(words, sentence.spaces[:-1], sentence.labels[:-1])
    return sentence
