"""Citations: every statement of a page is checked against its article and numbered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from generator.compile.credits import credit
from generator.compile.markdown import escape, raw
from generator.compile.site import Site
from generator.model import Evidence
from generator.verify import check

# Longer sentences are cut in a tooltip: the whole sentence is one click away.
MAX_TOOLTIP = 320
# Labels of the link definitions. No text of an article can define or use one: its brackets are escaped.
LABEL = "cite-"


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
        numbers: set[int] = set()
        for item in evidence:
            check(self.site.kb, item)
            key = self.site.place_of(item.article, item.sentence)
            numbers.add(self.used.setdefault(key, len(self.used) + 1))
        if not numbers:
            return raw("")
        marks = ",".join(f"[{number}][{LABEL}{number}]" for number in sorted(numbers))
        return raw(f'<sup class="cite">{marks}</sup>')

    def definitions(self) -> list[Markup]:
        """The link definitions that the marks refer to, for the end of the page: target and tooltip."""
        lines = []
        for (article, sentence), number in self.used.items():
            target = self.site.sentence_link(self.page, article, sentence)
            lines.append(raw(f'[{LABEL}{number}]: {target} "{escape(tooltip(self.site, article, sentence))}"'))
        return lines

    def notes(self) -> list[tuple[str, list[Markup]]]:
        """For the list at the foot of the page: each article cited, with a link per citation.

        Without tooltips: the statements have them, and a page with hundreds of citations would carry each sentence twice.
        """
        grouped: dict[str, list[Markup]] = {}
        for (article, sentence), number in self.used.items():
            target = self.site.sentence_link(self.page, article, sentence)
            grouped.setdefault(article, []).append(raw(f"[{number}]({target})"))
        return list(grouped.items())


def tooltip(site: Site, article: str, sentence: str) -> str:
    """What a citation shows before it is opened: the sentence, the publisher and the date."""
    where = credit(site, article)
    if site.text_policy(article) == "none":
        return where
    words = site.kb.sentence(article, sentence).span.text.strip()
    shown = words if len(words) <= MAX_TOOLTIP else words[:MAX_TOOLTIP].rsplit(" ", 1)[0] + " ..."
    return f"{shown} — {where}"


def one_per_article(evidence: Sequence[Evidence], limit: int = 5) -> tuple[Evidence, ...]:
    """The first evidence of each article, at most `limit`."""
    first: dict[str, Evidence] = {}
    for item in evidence:
        first.setdefault(item.article, item)
    return tuple(first.values())[:limit]
