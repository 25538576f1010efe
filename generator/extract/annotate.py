"""Article -> Extraction: the order of the finders. Each finds one kind of thing and lives in a file of its own."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc

from generator.extract.chains import find_chains
from generator.extract.events import find_events
from generator.extract.events_headlines import read_headlines
from generator.extract.labels import find_labels
from generator.extract.mentions import find_mentions
from generator.extract.quantities import attribute_quantities, find_quantities
from generator.extract.quotes import find_quotes
from generator.extract.roles import find_roles
from generator.extract.sentences import find_sentences
from generator.extract.terms import find_terms
from generator.extract.times import find_times
from generator.extract.times_anchored import anchor_times
from generator.language.embedding import embed
from generator.model import Article, Extraction, Role, Sentence

LEAD_SENTENCES = 3


def annotate(article: Article, nlp: Language) -> Extraction:
    """Everything found in one article, whose text `nlp` reads. Depends on this article alone."""
    doc = read_headlines(nlp(article.text), nlp, article.headline or article.title)
    sentences = find_sentences(doc)
    times = find_times(doc, sentences, article.published)
    mentions, chains = find_chains(doc, find_mentions(doc, sentences))
    quotes = find_quotes(doc, sentences, mentions, chains)
    events = find_events(doc, sentences, mentions, chains, times, quotes, article.headline or article.title)
    times, events = anchor_times(doc, sentences, times, events)
    figures = attribute_quantities(find_quantities(doc, sentences, times), quotes, events, mentions, doc)
    terms, lead_terms = find_terms(doc)
    return Extraction(
        article=article.id,
        sentences=sentences,
        mentions=mentions,
        chains=chains,
        roles=_in_one_sentence(find_roles(doc, mentions, chains), sentences),
        times=times,
        quantities=figures,
        quotes=quotes,
        events=events,
        labels=find_labels(doc, sentences, mentions),
        terms=terms,
        lead_terms=lead_terms,
        vectors=_packed(embed([sentence.span.text for sentence in sentences])),
        lead=_packed(embed([_lead(article, doc, sentences)])),
        headline=_packed(embed([title])) if (title := article.headline or article.title) else b"",
    )


def _in_one_sentence(roles: Sequence[Role], sentences: Sequence[Sentence]) -> tuple[Role, ...]:
    """The roles whose words stand in the sentence that names their bearer: a caption above a name is no description of it."""
    spans = {sentence.id: sentence.span for sentence in sentences}
    return tuple(role for role in roles if spans[role.sentence].covers(role.span))


def _lead(article: Article, doc: Doc, sentences: Sequence[Sentence]) -> str:
    opening = " ".join(sentence.span.text for sentence in sentences[:LEAD_SENTENCES]) or doc.text
    return opening if article.headline or not article.title else f"{article.title} {opening}"


def _packed(vectors: np.ndarray) -> bytes:
    # Rounded, so that no decision hangs on the last bits of a float.
    rounded: np.ndarray = np.round(vectors, 3).astype("<f2")
    return rounded.tobytes()
