"""What we do not know of an event: what the articles leave open, as far as the reading found it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.compile.credits import one_publisher
from generator.compile.dates import date_words
from generator.compile.evidence import Citations
from generator.compile.figures import figures_in
from generator.compile.gaps_named import not_dated, not_placed
from generator.compile.markdown import escape, join
from generator.compile.origins import origin_count, origin_note, origin_of
from generator.compile.site import Site
from generator.compile.words import lexicon, listing, spelled
from generator.model import Event, EventMention, Evidence, Quantity, Quote, Span

MAX_LINES = 5
# Fewer than these need no count.
FEW = 10
# Modalities of what has not happened when it is told.
TO_COME = frozenset({"future", "planned", "possible"})


def unknowns(site: Site, event: Event, sentences: Sequence[tuple[str, str]], cites: Citations) -> list[Markup]:
    """The open points, each a sentence."""
    lines = [
        *_when(site, event, sentences, cites),
        *_where(site, event, sentences, cites),
        *_outcome(site, event, cites),
        *_origin(site, event),
    ]
    lines += _one_origin(site, event)
    lines += _unnamed_speakers(site, sentences, cites)
    lines += _described(site, sentences, cites)
    lines += _figures(site, sentences, cites)
    return lines


def _when(site: Site, event: Event, sentences: Sequence[tuple[str, str]], cites: Citations) -> list[Markup]:
    if date_words(event.date):
        return []
    if not event.date_words:
        return [not_dated(site, sentences, cites)]
    item = event.date_words[0]
    undated = site.kb.articles[item.article].published is None
    why = "the article has no date of publication" if undated else "the words give no exact date"
    return [join((f"Which day “{item.span.text.strip()}” was: {why}.", cites.mark(item)))]


def _where(site: Site, event: Event, sentences: Sequence[tuple[str, str]], cites: Citations) -> list[Markup]:
    return [] if event.place else [not_placed(site, event, sentences, cites)]


def _origin(site: Site, event: Event) -> list[Markup]:
    articles = site.event_articles[event.id]
    if len(articles) > 1 and not one_publisher(site, articles):
        return []
    return [
        escape(
            "Whether others report the same: only "
            + ("one article" if len(articles) == 1 else "one publisher")
            + " tells of it here."
        )
    ]


def _one_origin(site: Site, event: Event) -> list[Markup]:
    """Whether all articles have it from one place; and how many points of several accounts do."""
    articles = set(site.event_articles[event.id])
    if len(articles) < 2:
        return []
    if origin_count(site, event) == 1 and not any(origin.partly for origin in event.origins):
        origin = origin_of(site, event, articles)
        source = f", {origin.source}" if origin is not None and origin.source else ""
        count = "both articles have" if len(articles) == 2 else f"all {spelled(len(articles))} articles have"
        return [escape(f"Whether anyone else confirms it: {count} one origin{source}.")]
    single = [f for f in event.facets if origin_note(site, event, f)]
    labels = listing(list(dict.fromkeys(f.label.lower() for f in single)), limit=MAX_LINES)
    return [escape(f"Whether anyone else confirms what several articles have from one origin: {labels}.")] * bool(
        single
    )


def _outcome(site: Site, event: Event, cites: Citations) -> list[Markup]:
    """Where all that tell it tell it as something to come, a plan or a possibility."""
    found = [(ref.article, site.kb.event_mention(ref.article, ref.event)) for ref in event.mentions]
    if not found or any(mention.modality not in TO_COME for _, mention in found):
        return []
    article, mention = found[0]
    return [join(("Whether it took place: it is told as something to come.", cites.mark(_clause(article, mention))))]


def _clause(article: str, mention: EventMention) -> Evidence:
    return Evidence(article, mention.sentence, mention.clause)


def _unnamed_speakers(site: Site, sentences: Sequence[tuple[str, str]], cites: Citations) -> list[Markup]:
    wanted = set(sentences)
    lines = []
    for article in dict.fromkeys(article for article, _ in sentences):
        for quote in site.kb.extractions[article].quotes:
            if (
                quote.speaker is None
                and quote.speaker_span is None
                and quote.quoted
                and (article, quote.sentences[0]) in wanted
            ):
                item = Evidence(article, quote.sentences[0], quote.spans[0])
                lines.append(join((f"Who said “{item.span.text.strip()}”.", cites.mark(item))))
    return lines[:MAX_LINES]


def _described(site: Site, sentences: Sequence[tuple[str, str]], cites: Citations) -> list[Markup]:
    """Those whose words are told and who are only described ("two officials"), in one line."""
    wanted = set(sentences)
    found: dict[str, Evidence] = {}
    for article in dict.fromkeys(article for article, _ in sentences):
        for quote in site.kb.extractions[article].quotes:
            span = quote.speaker_span
            key = _sentence_at(site, article, span, quote) if span is not None else ""
            if span is not None and (article, key) in wanted and _is_nameless(site, article, quote.speaker, span):
                found.setdefault(" ".join(span.text.casefold().split()), Evidence(article, key, span))
    if not found:
        return []
    items = list(found.values())
    words = listing([f"“{' '.join(item.span.text.split())}”" for item in items], limit=MAX_LINES)
    return [join((f"Who is meant by {words}: the articles give no name.", cites.mark(*items[:MAX_LINES])))]


def _sentence_at(site: Site, article: str, span: Span, quote: Quote) -> str:
    """The sentence of the quote in which the span stands, or ""."""
    return next((key for key in quote.sentences if site.kb.sentence(article, key).span.covers(span)), "")


def _is_nameless(site: Site, article: str, chain: str | None, span: Span) -> bool:
    """Whether the words are those for people who speak without a name ("two officials", "a source")."""
    if chain is not None and ((article, chain) in site.kb.entity_of or site.kb.chain(article, chain).name):
        return False
    nameless = set(lexicon()["nameless_speakers"])
    words = span.text.casefold().replace(",", " ").split()
    return any(word in nameless or word.removesuffix("s") in nameless for word in words)


def _figures(site: Site, sentences: Sequence[tuple[str, str]], cites: Citations) -> list[Markup]:
    """The figures that the articles state in their own voice, in one line."""
    bare = [item for item, quantity in figures_in(site, sentences) if _needs_source(quantity)]
    if not bare:
        return []
    words = listing(list(dict.fromkeys(f"“{item.span.text.strip()}”" for item in bare)), limit=MAX_LINES)
    return [join((f"Where these figures come from: {words}.", cites.mark(*bare[:MAX_LINES])))]


def _needs_source(quantity: Quantity) -> bool:
    """Whether somebody must have counted it: several people or things, money or a share, and no age or length of time.

    A few of something are seen by whoever is there, unless something became of them.
    """
    value = quantity.low if quantity.low is not None else quantity.high
    if value is None or (value < FEW and quantity.unit is None and quantity.predicate not in lexicon()["fates"]):
        return False
    counted = quantity.unit is None or quantity.unit in lexicon()["counted_units"]
    return counted and quantity.said_by is None and not quantity.sayers
