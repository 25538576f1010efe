"""Who speaks, in words for a page: a linked name, what stands for it ("the Kremlin" for Russia), and which words to show."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from generator.compile.markdown import escape, join
from generator.compile.prose import chain_words, entity_link
from generator.compile.site import Site
from generator.compile.words import lexicon
from generator.model import Quote, Span, Utterance
from generator.model.span import span_of

# So many words, some of them in quotation marks, seldom are a sentence.
MAX_FRAGMENT = 10

QuoteKey = tuple[str, str]


def speaker_words(site: Site, page: str, found: Utterance) -> Markup:
    """Who speaks: linked names, else the words of an article for it ("Chinese state media"), else that it names nobody.

    A pronoun alone ("it", "he") names nobody; of several who speak together all are named.
    """
    entity = site.kb.entities.get(found.speaker or "")
    quotes = [(article, site.kb.quote(article, key)) for article, key in found.quotes]
    together = _together(site, page, *quotes[0])
    if together:
        return together
    if entity is not None:
        return entity_link(site, page, entity)
    named = [chain_words(site, page, article, quote.speaker) for article, quote in quotes]
    spans = [" ".join(quote.speaker_span.text.split()) for _, quote in quotes if quote.speaker_span]
    told = [escape(words) for words in spans if words.lower() not in lexicon()["pronoun_words"]]
    return next(filter(None, [*named, *told]), escape("Speaker not named"))


def _together(site: Site, page: str, article: str, quote: Quote) -> Markup:
    """All who speak together: "the US, Ukraine and South Korea"; "" where one speaks alone, or one of them has no name."""
    names = [chain_words(site, page, article, chain) for chain in quote.speakers]
    if len(names) < len(("one", "other")) or not all(names):
        return escape("")
    return join((join(names[:-1], ", "), names[-1]), " and ")


def stands_as(site: Site, article: str, quote: Quote) -> str:
    """ "as “the Kremlin”": the words that stand for the speaker in this article without being its name (for Russia); else "".

    Not where the words that are shown have them.
    """
    named_by = quote.speaker_span
    if named_by is None or any(span.covers(named_by) for span in told_spans(site, article, quote)):
        return ""
    mentions = (m for key in quote.sentences for m in site.mentions_in.get((article, key), ()))
    if not any(m.via and m.chain == quote.speaker and named_by.covers(m.span) for m in mentions):
        return ""
    return f"{lexicon()['wordings']['stands']} “{' '.join(named_by.text.split())}”"


def speaker_in(site: Site, page: str, found: Utterance, key: QuoteKey) -> Markup:
    """Who speaks in one article: the speaker, with the words that stand for it there."""
    stands = stands_as(site, key[0], site.kb.quote(*key))
    return join(filter(None, (speaker_words(site, page, found), stands)), ", ")


def said_by(site: Site, page: str, found: Utterance, keys: Iterable[QuoteKey]) -> Markup:
    """Whom an article names as the speaker where that is somebody else (a spokesman, an agency); "" where it names nobody else.

    What is only described there ("the airline", "she") is not told: the name beside it says who is meant.
    """
    for article, key in keys:
        chain = site.kb.quote(article, key).speaker
        other = site.kb.entity_of.get((article, chain or ""))
        if found.speaker is not None and other not in (None, found.speaker):
            return chain_words(site, page, article, chain)
    return escape("")


def told_spans(site: Site, article: str, quote: Quote) -> tuple[Span, ...]:
    """The words to show: the content; what is no sentence without its cue ("of the attack") from its speaker and cue on.

    A few words of which a part is quoted ("a “special operation”") need them too. A fragment before its cue stands in its sentence.
    """
    if not quote.cue or quote.quoted == quote.spans or not (quote.form or _is_short(quote)):
        return quote.spans
    if quote.spans[0].start < quote.cue.start:
        return quote.spans if not quote.form else tuple(site.kb.sentence(article, key).span for key in quote.sentences)
    first, last = min(quote.cue.start, quote.spans[0].start), max(quote.cue.end, quote.spans[-1].end)
    said_by = quote.speaker_span
    if said_by is not None and _one_sentence(site, article, said_by, quote.cue):
        first, last = min(first, said_by.start), max(last, said_by.end)
    return (span_of(site.kb.articles[article].text, first, last),)


def _is_short(quote: Quote) -> bool:
    return bool(quote.quoted) and sum(len(span.text.split()) for span in quote.spans) <= MAX_FRAGMENT


def _one_sentence(site: Site, article: str, one: Span, other: Span) -> bool:
    return any(s.span.covers(one) and s.span.covers(other) for s in site.sentences_of(article))
