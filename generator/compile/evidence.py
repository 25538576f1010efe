"""Citations: every statement of a page is checked against its article and numbered."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from generator.compile.markdown import escape, link, raw
from generator.compile.site import Site
from generator.errors import EvidenceError
from generator.model import Evidence

# Longer sentences are cut in a tooltip: the whole sentence is one click away.
MAX_TOOLTIP = 320


@dataclass
class Citations:
    """The citation marks of one page, numbered in the order of their first use.

    `used` maps (article id, sentence id) to its number; a build reads it to know which sentences carry a statement.
    """

    site: Site
    page: str
    used: dict[tuple[str, str], int] = field(default_factory=dict)

    def mark(self, *evidence: Evidence) -> Markup:
        """The mark(s) for this evidence, in one superscript; "" without evidence.

        Raises EvidenceError when a span isn't verbatim in its article.
        """
        numbers: dict[int, Evidence] = {}
        for item in evidence:
            check(self.site, item)
            key = (self.site.original(item.article), item.sentence)
            numbers.setdefault(self.used.setdefault(key, len(self.used) + 1), item)
        if not numbers:
            return raw("")
        marks = ",".join(self._link(number, item) for number, item in sorted(numbers.items()))
        return raw(f'<sup class="cite">{marks}</sup>')

    def _link(self, number: int, item: Evidence) -> str:
        target = self.site.sentence_link(self.page, item.article, item.sentence)
        return str(link(raw(str(number)), target, tooltip(self.site, item)))

    def notes(self) -> list[tuple[str, list[tuple[int, str]]]]:
        """For the list at the foot of the page: each article cited, with its (number, link target) pairs."""
        grouped: dict[str, list[tuple[int, str]]] = {}
        for (article, sentence), number in self.used.items():
            grouped.setdefault(article, []).append((number, self.site.sentence_link(self.page, article, sentence)))
        return list(grouped.items())


def check(site: Site, item: Evidence) -> None:
    """Raise EvidenceError unless the span is verbatim in its article and the sentence exists."""
    article = site.kb.articles.get(item.article)
    if article is None:
        raise EvidenceError(f"A statement cites an article that is not there ({item.article}).")
    found = article.text[item.span.start : item.span.end]
    if found != item.span.text or not found:
        raise EvidenceError(
            f"{article.path}: characters {item.span.start} to {item.span.end} read {found[:60]!r}, "
            f"but a statement cites them as {item.span.text[:60]!r}."
        )
    try:
        site.kb.sentence(item.article, item.sentence)
    except KeyError as missing:
        raise EvidenceError(f"{article.path}: there is no sentence {item.sentence}, but a statement cites it.") from missing


def tooltip(site: Site, item: Evidence) -> str:
    """What a citation shows before it is opened: the sentence, the publisher and the date."""
    where = site.credit(item.article)
    if site.text_policy(item.article) == "none":
        return where
    sentence = site.kb.sentence(item.article, item.sentence).span.text.strip()
    shown = sentence if len(sentence) <= MAX_TOOLTIP else sentence[:MAX_TOOLTIP].rsplit(" ", 1)[0] + " ..."
    return f"“{shown}” {where}"


def words(item: Evidence) -> Markup:
    """The evidence's own words, as Markdown."""
    return escape(item.span.text.strip())
