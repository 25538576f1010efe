"""What we do not know of an event: what the articles leave open, as far as the reading found it."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.compile.credits import one_publisher
from generator.compile.dates import date_words
from generator.compile.evidence import Citations
from generator.compile.figures import figures_in
from generator.compile.markdown import escape, join
from generator.compile.site import Site
from generator.compile.words import listing
from generator.model import Event, Evidence

MAX_LINES = 5


def unknowns(site: Site, event: Event, sentences: Sequence[tuple[str, str]], cites: Citations) -> list[Markup]:
    """The open points, each a sentence."""
    lines = [*_when(site, event, cites), *_where(event), *_origin(site, event)]
    lines += _unnamed_speakers(site, sentences, cites)
    lines += _figures(site, sentences, cites)
    return lines


def _when(site: Site, event: Event, cites: Citations) -> list[Markup]:
    if date_words(event.date):
        return []
    if not event.date_words:
        return [escape("When it happened: no date was found in the articles.")]
    item = event.date_words[0]
    undated = site.kb.articles[item.article].published is None
    why = "the article has no date of publication" if undated else "the words give no exact date"
    return [join((f"Which day “{item.span.text.strip()}” was: {why}.", cites.mark(item)))]


def _where(event: Event) -> list[Markup]:
    return [] if event.place else [escape("Where it happened: no place was found in the articles.")]


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


def _figures(site: Site, sentences: Sequence[tuple[str, str]], cites: Citations) -> list[Markup]:
    """The figures that the articles state in their own voice, in one line."""
    bare = [item for item, quantity in figures_in(site, sentences) if quantity.said_by is None]
    if not bare:
        return []
    words = listing(list(dict.fromkeys(f"“{item.span.text.strip()}”" for item in bare)), limit=MAX_LINES)
    return [join((f"Where these figures come from: {words}.", cites.mark(*bare[:MAX_LINES])))]
