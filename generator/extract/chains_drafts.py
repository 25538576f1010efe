"""Mentions in characters -> drafts in tokens, with what the text says of gender and country."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from generator.extract.chains_board import Draft
from generator.extract.chains_names import generation_of, is_family_first
from generator.extract.chains_quotation import find_regions
from generator.extract.mentions_lexicons import METONYM, given_names, honorifics, person_nouns
from generator.extract.mentions_metonyms import government_of
from generator.extract.mentions_pronouns import pronoun_of
from generator.gazetteer import country_of_demonym, country_of_name
from generator.model import Mention


def make_drafts(doc: Doc, mentions: Sequence[Mention]) -> list[Draft]:
    """One draft for each mention, in order. Mentions must lie on token borders, as `find_mentions` makes them."""
    starts = {token.idx: token.i for token in doc}
    ends = {token.idx + len(token.text): token.i + 1 for token in doc}
    sentence_of = _sentence_numbers(doc)
    regions = find_regions(doc)
    drafts = []
    for index, mention in enumerate(mentions):
        start, end = starts[mention.span.start], ends[mention.span.end]
        head = head_of(doc, start, end)
        gender, code = _gender(head, mention), _code(mention)
        generation = _generation(doc, end, mention)
        drafts.append(
            Draft(index, mention, start, end, head.i, sentence_of[start], regions[head.i], gender, code, generation)
        )
    return drafts


def head_of(doc: Doc, start: int, end: int) -> Token:
    """The token of `[start, end)` that the others hang on; the last one when several hang outside."""
    outside = [token for token in doc[start:end] if not start <= token.head.i < end or token.head.i == token.i]
    return outside[-1] if outside else doc[end - 1]


def _sentence_numbers(doc: Doc) -> list[int]:
    numbers = [0] * len(doc)
    for number, sent in enumerate(doc.sents):
        for token in sent:
            numbers[token.i] = number
    return numbers


def _gender(head: Token, mention: Mention) -> str:
    word = pronoun_of(head) if mention.kind == "pronoun" else None
    if word is not None:
        return word.gender
    if mention.type != "person":
        return ""
    titled = honorifics().get(mention.honorific.lower(), "") or person_nouns().get(mention.honorific.lower(), "")
    if mention.kind == "nominal":
        return person_nouns().get(head.lower_, "") or person_nouns().get(head.lemma_.lower(), "")
    words = mention.span.text.split()
    if titled or len(words) < 2 or is_family_first(mention.span.text):
        return titled
    return given_names().get(words[0], "")


def _generation(doc: Doc, end: int, mention: Mention) -> str:
    if mention.kind != "name" or mention.type != "person":
        return ""
    after = doc[end].text if end < len(doc) else ""
    return generation_of(mention.span.text) or generation_of(after)


def _code(mention: Mention) -> str:
    if mention.via == "demonym":
        return country_of_demonym(mention.span.text) or ""
    if mention.via == METONYM:
        return government_of(mention.span.text) or ""
    if mention.kind == "name" and mention.type == "place":
        return country_of_name(mention.span.text) or ""
    return ""
